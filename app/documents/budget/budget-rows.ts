import type { BudgetEntry } from '../../../planning/budget/entries.ts';
import { spentUnder } from '../../../planning/budget/matrix.ts';
import { calendarYearOf } from '../../../planning/calendar.ts';
import { categoryNamed } from '../../../planning/categories.ts';
import { priceYearOf, type PlanContext } from '../../../planning/context.ts';
import type { FinancialYear, Forecast } from '../../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import type { Pence, SpendNature } from '../../../planning/vocabulary.ts';
import { startUpper } from '../../../planning/words.ts';
import { lineSubjects, type LineSubject } from '../line-prices.ts';
import { whatItIs } from '../lines-sheet.ts';
import { bfrWords, cfrWords } from './code-words.ts';
import { fundLabels } from './fund-labels.ts';
import { ledgerLookup, type LedgerWords } from './ledger-words.ts';
import { lineReason } from './line-reason.ts';
import { lineNeeds, type LineNeed } from './line-needs.ts';
import { partOf, type ReturnPart } from './part-entries.ts';

/** One line of the budget in one year, as finance systems take it in. */
export type BudgetRow = {
  readonly entry: BudgetEntry;
  /** The same from export to export while the line stays where it is; no two alike. */
  readonly id: string;
  readonly year: FinancialYear;
  /** Of an academy's budget forecast return: September to March, April to August; the whole year of any other school. */
  readonly part: ReturnPart;
  readonly cfr: ReturnType<typeof cfrWords>;
  /** DfE's category, which formulas tell codes apart by. */
  readonly bfr: string;
  /** What formulas tell funds apart by. */
  readonly fund: string;
  readonly nature: SpendNature;
  readonly ledger: LedgerWords;
  readonly description: string;
  /** Null where only the finance system tells of it, which knows no kinds of kit. */
  readonly category: string | null;
  readonly unitPence: Pence | null;
  /** Per cent by which its price rose that year; 0 in the year of the price, null where the price is as agreed or as paid. */
  readonly rise: number | null;
  readonly grossPence: Pence | null;
  readonly recurring: boolean;
  /** 1 to 12 of the financial year. */
  readonly month: number;
  readonly reason: string;
  /** The needs that it is for; of nothing but blanks where nobody has said. */
  readonly need: LineNeed;
};

type Lookup = {
  readonly snapshot: PlanSnapshot;
  readonly context: PlanContext;
  readonly assets: ReadonlyMap<number, Asset>;
  readonly costNames: ReadonlyMap<number, string>;
  readonly subjects: ReadonlyMap<BudgetEntry['line'], LineSubject>;
  readonly fundOf: (key: string) => string;
  readonly ledgerOf: ReturnType<typeof ledgerLookup>;
  readonly needOf: (entry: BudgetEntry) => LineNeed;
};

/** The entries of a plan's budget as rows, by year and month: every pound of the plan in exactly one of them. */
export function budgetRows(snapshot: PlanSnapshot, context: PlanContext, result: Forecast, entries: readonly BudgetEntry[]): readonly BudgetRow[] {
  const lines = entries.flatMap(({ line }) => line ?? []);
  const subjects = lineSubjects(context, lines);
  const lookup: Lookup = {
    snapshot, context, assets: new Map(snapshot.assets.map((asset) => [asset.id, asset])),
    costNames: new Map(snapshot.recurring.map(({ id, name }) => [id, name])),
    subjects: new Map(lines.flatMap((line, index) => (subjects[index] === undefined ? [] : [[line, subjects[index]] as const]))),
    fundOf: fundLabels(snapshot.funds), ledgerOf: ledgerLookup(snapshot), needOf: lineNeeds(snapshot, result),
  };
  const used = new Map<string, number>();
  return entries.toSorted((a, b) => a.month - b.month).flatMap((entry) => {
    const year = result.years[entry.yearIndex];
    return year === undefined ? [] : [rowOf(lookup, entry, year, numbered(used, entryId(entry)))];
  });
}

function rowOf(lookup: Lookup, entry: BudgetEntry, year: FinancialYear, id: string): BudgetRow {
  const { snapshot, assets } = lookup;
  const { line, spent, netPence, vatPence, month } = entry;
  const assetId = line?.assetId ?? spent?.assetId ?? null;
  const asset = assetId === null ? null : assets.get(assetId) ?? null;
  const { description, categoryKey } = subjectOf(lookup, entry, asset);
  const place = spentUnder({ fundKey: entry.paidFrom, costCategory: entry.costCategory, nature: entry.nature });
  return {
    entry, id, year, part: partOf(year, month), cfr: cfrWords(entry.code), bfr: bfrWords(snapshot.finance.returnLines, place), fund: lookup.fundOf(entry.paidFrom), description,
    ledger: lookup.ledgerOf(place, asset?.departmentId ?? null), nature: place.nature ?? entry.nature,
    category: categoryKey === null ? null : startUpper(categoryNamed(snapshot.categories, categoryKey).plural), unitPence: unitOf(entry), rise: riseIn(lookup, entry),
    grossPence: netPence === null ? null : netPence + (vatPence ?? 0), recurring: isRecurring(entry),
    month: month - year.firstMonth + 1, reason: lineReason(entry, asset), need: lookup.needOf(entry),
  };
}

function subjectOf({ snapshot, subjects, costNames }: Lookup, { line, spent }: BudgetEntry, asset: Asset | null): { readonly description: string; readonly categoryKey: string | null } {
  if (line !== null) {
    const subject = subjects.get(line) ?? { asset, cost: null, need: null, fitted: null, price: null };
    return { description: whatItIs({ line, subject, snapshot }), categoryKey: line.categoryKey };
  }
  const cost = spent?.recurringId ?? null;
  const categoryKey = spent?.categoryKey ?? null;
  if (categoryKey === null) return { description: 'Booked in the finance system', categoryKey };
  if (asset !== null) return { description: asset.description, categoryKey };
  const name = cost === null ? undefined : costNames.get(cost);
  return { description: name ?? `What ${categoryNamed(snapshot.categories, categoryKey).plural} use up`, categoryKey };
}

/** Price of one; of what is spent, and of part of a line, the amount of all by their number, where that is whole pence. */
function unitOf({ line, netPence, quantity }: BudgetEntry): Pence | null {
  if (line !== null && netPence === line.netPence) return line.unitPence;
  return netPence !== null && quantity > 0 && netPence % quantity === 0 ? netPence / quantity : null;
}

function riseIn({ context, subjects }: Lookup, { line }: BudgetEntry): number | null {
  const price = line === null ? null : subjects.get(line)?.price ?? null;
  if (price !== null) return price.year === price.basis.priceYear ? 0 : price.series.bpIn(price.year) / 100;
  return line?.kind === 'loss' ? context.prices.seriesFor(line.categoryKey).bpIn(priceYearOf(context, line.month)) / 100 : null;
}

const isRecurring = ({ line, spent }: BudgetEntry): boolean => (line === null ? (spent?.source === 'actual' ? spent.chartGroup === 'running' : spent?.source !== 'purchase')
  : line.kind === 'recurring' || line.kind === 'consumable' || line.kind === 'loss' || (line.kind === 'need' && line.occurrence > 0));

const KIND_LETTERS: Readonly<Record<NonNullable<BudgetEntry['line']>['kind'], string>> = {
  replace: 'R', upgrade: 'U', extend: 'X', disposal: 'D', recurring: 'P', consumable: 'C', loss: 'L', need: 'N',
};

/** `A123-R0-2028-12`: what it is for, what kind of line and which time round, and its month. */
function entryId({ line, spent, month, code, paidFrom }: BudgetEntry): string {
  const { assetId, recurringId } = line ?? spent ?? { assetId: null, recurringId: null };
  const needId = line?.needId ?? null;
  const subject = assetId !== null ? `A${assetId}` : recurringId !== null ? `C${recurringId}` : needId !== null ? `N${needId}`
    : line?.categoryKey ?? spent?.categoryKey ?? `${paidFrom}-${code}`;
  const kind = line === null ? { purchase: 'B', charge: 'P0', consumable: 'C0', actual: 'F' }[spent?.source ?? 'purchase'] : `${KIND_LETTERS[line.kind]}${line.occurrence}`;
  const calendarYear = calendarYearOf(month);
  return `${subject}-${kind}-${calendarYear}-${String(month - (calendarYear - 2000) * 12 + 1).padStart(2, '0')}`;
}

function numbered(used: Map<string, number>, id: string): string {
  const before = used.get(id) ?? 0;
  used.set(id, before + 1);
  return before === 0 ? id : `${id}-${before + 1}`;
}
