import { codeIndex, foldedCode, mappingOf, NOT_MAPPED } from '../../../planning/budget/ledger-codes.ts';
import type { CostCentre, FundCode, LedgerCode } from '../../../planning/budget/finance.ts';
import { foldedName } from '../../../planning/words.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { ChartReading, FoundLedgerCode, FoundName } from './chart-reading.ts';

type Coded = { readonly code: string };
type Kept<Entry extends Coded> = Omit<Entry, 'id'> & Coded;

/** One code of the file beside the plan's: what would stand there after it came in. */
export type Compared<Entry extends Coded> = {
  readonly row: number;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  readonly before: Entry | null;
  readonly after: Kept<Entry>;
};

export type ChartComparison = {
  readonly ledgerCodes: readonly Compared<LedgerCode>[];
  readonly fundCodes: readonly Compared<FundCode>[];
  readonly costCentres: readonly Compared<CostCentre>[];
  /** Codes of the plan that the file does not have; they are kept. Empty for a kind of which the file has none. */
  readonly gone: { readonly ledgerCodes: readonly string[]; readonly fundCodes: readonly string[]; readonly costCentres: readonly string[] };
};

/**
 * Holds a file against the plan. What the file says nothing of stays as it is, and so does what a person mapped: a mapping
 * follows the file only where it came from the code of the return, and that code is another now.
 */
export function compareChart(reading: ChartReading, { funds, departments, finance }: PlanSnapshot): ChartComparison {
  const fundByName = new Map(funds.map(({ key, name }) => [foldedName(name), key]));
  const departmentByName = new Map(departments.map(({ id, name }) => [foldedName(name), id]));
  return {
    ledgerCodes: compared(reading.ledgerCodes, finance.ledgerCodes, ledgerAfter),
    fundCodes: compared(reading.fundCodes, finance.fundCodes, (found: FoundName, before: FundCode | null) => ({
      code: before?.code ?? found.code, name: found.name ?? before?.name ?? null,
      fundKey: before === null ? fundByName.get(foldedName(found.name ?? '')) ?? null : before.fundKey,
    })),
    costCentres: compared(reading.costCentres, finance.costCentres, (found: FoundName, before: CostCentre | null) => ({
      code: before?.code ?? found.code, name: found.name ?? before?.name ?? found.code, counts: before?.counts ?? true, preferred: before?.preferred ?? false,
      departmentId: before === null ? departmentByName.get(foldedName(found.name ?? found.code)) ?? null : before.departmentId,
    })),
    gone: {
      ledgerCodes: goneFrom(reading.ledgerCodes, finance.ledgerCodes), fundCodes: goneFrom(reading.fundCodes, finance.fundCodes),
      costCentres: goneFrom(reading.costCentres, finance.costCentres),
    },
  };
}

function compared<Found extends { readonly row: number; readonly code: string }, Entry extends { readonly id: number; readonly code: string }>(
  found: readonly Found[], existing: readonly Entry[], afterOf: (found: Found, before: Entry | null) => Kept<Entry>,
): Compared<Entry>[] {
  const index = pairing(found, existing);
  return found.map((each) => {
    const before = index(each.code);
    const after = afterOf(each, before);
    const outcome = before === null ? 'new' : isSame(before, after) ? 'unchanged' : 'changed';
    return { row: each.row, outcome, before, after };
  });
}

/** The plan's entry for each code of the file. Where the file has both `1` and `01`, neither is taken for the other. */
function pairing<Entry extends Coded>(found: readonly Coded[], existing: readonly Entry[]): (code: string) => Entry | null {
  const index = codeIndex(existing);
  const named = new Set(found.map(({ code }) => foldedCode(code)));
  const inFile = codeIndex(found);
  return (code) => {
    const entry = index(code);
    if (entry === null || foldedCode(entry.code) === foldedCode(code)) return entry;
    return named.has(foldedCode(entry.code)) || inFile(entry.code) === null ? null : entry;
  };
}

const isSame = <Entry extends Coded>(before: Entry, after: Kept<Entry>): boolean =>
  Object.entries(after).every(([key, value]) => (before as Readonly<Record<string, unknown>>)[key] === value);

function goneFrom(found: readonly Coded[], existing: readonly Coded[]): readonly string[] {
  if (found.length === 0) return [];
  const index = pairing(found, existing);
  const there = new Set(found.map(({ code }) => index(code)));
  return existing.filter((entry) => !there.has(entry)).map(({ code }) => code);
}

function ledgerAfter(found: FoundLedgerCode, before: LedgerCode | null): Kept<LedgerCode> {
  const cfrCode = found.cfrCode ?? before?.cfrCode ?? null;
  const { costCategory, nature } = mappingAfter(before, cfrCode);
  return {
    code: before?.code ?? found.code, description: found.description ?? before?.description ?? '', ledgerType: found.ledgerType ?? before?.ledgerType ?? null,
    cfrCode, costCategory, nature,
    preferred: (before?.preferred ?? false) && before?.costCategory === costCategory && before.nature === nature,
  };
}

function mappingAfter(before: LedgerCode | null, cfrCode: string | null): Pick<LedgerCode, 'costCategory' | 'nature'> {
  const says = mappingOf(cfrCode) ?? NOT_MAPPED;
  if (before === null) return says;
  if (before.cfrCode === cfrCode) return before;
  const said = mappingOf(before.cfrCode) ?? NOT_MAPPED;
  const byItself = before.costCategory === null || (before.costCategory === said.costCategory && before.nature === said.nature);
  return byItself ? says : before;
}
