import type { Writer } from '../../db/connection.ts';
import {
  deleteCostCentres, deleteFundCodes, deleteLedgerCodes, preferCostCentre, preferLedgerCode, putCostCentre, putFundCode, putLedgerCode,
} from '../../db/repositories/ledger-codes.ts';
import { hasCapitalCode, schemeOn } from '../../planning/budget/codes.ts';
import type { CostCentre, FundCode, LedgerCode } from '../../planning/budget/finance.ts';
import { fundName } from '../../planning/budget/fund.ts';
import { foldedCode, ICT_CODES_WORDS, isNoSuchCode, NOT_MAPPED, returnCodesIn } from '../../planning/budget/ledger-codes.ts';
import { mappingWords } from '../../planning/budget/mapping-words.ts';
import { CFR_CODES } from '../../planning/categories.ts';
import { chartReport } from '../finance/chart/chart-report.ts';
import { chartRun, type AskedChart } from '../finance/chart/chart-run.ts';
import type { Handlers } from '../handlers.ts';
import type { ImportJob } from '../intake/import-job.ts';
import { counted } from '../intake/row-notices.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireFund } from './found.ts';
import { given } from './given.ts';

type Kept<Entry> = Omit<Entry, 'id'>;

const NEW_LEDGER_CODE: Omit<Kept<LedgerCode>, 'code'> = { description: '', ledgerType: null, cfrCode: null, ...NOT_MAPPED, preferred: false };

const take = async (session: Session, asked: AskedChart, recorded: Parameters<Session['change']>[1], job: ImportJob): Promise<ReturnType<Handlers['finance.takeChart']>> => {
  const target = session.writablePlan();
  const run = await chartRun(session, asked, job);
  const stuck = run.sheet?.columns.stuck ?? null;
  if (stuck !== null) throw new Refusal('refused_file', `${stuck} Nothing was changed.`);
  const report = chartReport(run, session.snapshot(), session.today());
  const touched = report.counts.new + report.counts.changed;
  // The same file again changes nothing: no change, no backup, no line in the history.
  if (touched === 0) return { change: null, value: report };
  target.backup('import');
  const { ledgerCodes, fundCodes, costCentres } = run.comparison;
  const { change } = session.change(`Bring in the codes of ${run.fileName} (${counted(touched, 'code')})`, recorded, (writer) => {
    for (const { outcome, after } of ledgerCodes) if (outcome !== 'unchanged') putLedgerCode(writer, after);
    for (const { outcome, after } of fundCodes) if (outcome !== 'unchanged') putFundCode(writer, after);
    for (const { outcome, after } of costCentres) if (outcome !== 'unchanged') putCostCentre(writer, after);
  });
  return { change, value: report };
};

/** `4410`, `3 ledger codes`. */
const codesLabel = (codes: readonly { readonly code: string }[], one: string): string =>
  (codes.length === 1 ? `${one} ${codes[0]?.code ?? ''}` : counted(codes.length, one));

type Setting<Fields> = { readonly code: string; readonly set: { readonly [Key in keyof Fields]?: Fields[Key] | undefined } };

/** Each entry as it would stand, with what it was; a code that is named twice is set once, the later over the earlier. */
const settled = <Entry extends { readonly code: string }>(
  settings: readonly Setting<Omit<Kept<Entry>, 'code'>>[], existing: readonly Entry[], fresh: (code: string) => Kept<Entry>,
): { readonly before: Entry | null; readonly after: Kept<Entry> & { readonly code: string } }[] => {
  const there = new Map(existing.map((entry) => [foldedCode(entry.code), entry]));
  const found = new Map<string, { before: Entry | null; after: Kept<Entry> & { readonly code: string } }>();
  for (const { code, set } of settings) {
    const before = there.get(foldedCode(code)) ?? null;
    const so = found.get(foldedCode(code))?.after ?? before ?? fresh(code);
    found.set(foldedCode(code), { before, after: { ...so, ...given(set), code: before?.code ?? code } });
  }
  return [...found.values()];
};

/** Without its id, which the plan file gives. */
const withoutId = <Entry extends object>(entry: Entry): Omit<Entry, 'id'> => {
  const { id: _id, ...rest } = entry as Entry & { readonly id?: number };
  return rest;
};

const holdLedgerCode = ({ code, cfrCode, costCategory, nature }: Kept<LedgerCode>): void => {
  const unknown = returnCodesIn(cfrCode).find(isNoSuchCode);
  if (unknown !== undefined) {
    throw new Refusal('invalid_input', `${unknown} is none of DfE’s codes for ICT, which are ${ICT_CODES_WORDS}.`, { field: 'cfrCode' });
  }
  if (costCategory === null && nature !== null) {
    throw new Refusal('invalid_input', `${code} stands for a cost category first, and as revenue or capital of that.`, { field: 'costCategory' });
  }
  if (costCategory !== null && nature === 'capital' && !hasCapitalCode(costCategory)) {
    throw new Refusal('invalid_input', `DfE has no capital code for ${CFR_CODES[costCategory].title}: ${code} can stand for it as revenue.`, { field: 'nature' });
  }
};

type Settled<Entry> = { readonly before: Entry | null; readonly after: Kept<Entry> };

/** A mapping that is taken away takes its nature along, and another one is not preferred until somebody says so. */
const tidied = ({ before, after }: Settled<LedgerCode>, said: Setting<LedgerCode>['set']): Kept<LedgerCode> => {
  const nature = after.costCategory === null && said.nature === undefined ? null : after.nature;
  const isMoved = before !== null && (before.costCategory !== after.costCategory || before.nature !== nature);
  return { ...after, nature, preferred: after.costCategory !== null && after.preferred && (!isMoved || said.preferred === true) };
};

const ledgerLabel = (session: Session, changed: readonly Settled<LedgerCode>[]): string => {
  const [first] = changed;
  const codes = codesLabel(changed.map(({ after }) => after), 'ledger code');
  if (changed.every(({ before }) => before === null)) return `Add ${codes}`;
  const isMapping = changed.every(({ before, after }) => before !== null && (before.costCategory !== after.costCategory || before.nature !== after.nature));
  if (first === undefined || !isMapping) return `Change ${codes}`;
  const isAlike = changed.every(({ after }) => after.costCategory === first.after.costCategory && after.nature === first.after.nature);
  if (!isAlike) return `Map ${codes}`;
  if (first.after.costCategory === null) return `Take the mapping of ${codes} away`;
  return `Map ${codes} to ${mappingWords(first.after, schemeOn(session.snapshot(), session.today()))}`;
};

/** @throws Refusal `not_found` where one of them is not there */
const requireAll = <Entry extends { readonly id: number; readonly code: string }>(entries: readonly Entry[], ids: readonly number[], one: string): readonly Entry[] =>
  ids.map((id) => {
    const found = entries.find((entry) => entry.id === id);
    if (found === undefined) throw new Refusal('not_found', `No ${one} has the number ${id}.`, { field: 'ids' });
    return found;
  });

const requireDepartment = (session: Session, id: number | null): void => {
  if (id === null || session.snapshot().departments.some((each) => each.id === id)) return;
  throw new Refusal('not_found', `No department has the number ${id}.`, { field: 'departmentId' });
};

const verb = (changed: readonly Settled<unknown>[]): string => (changed.every(({ before }) => before === null) ? 'Add' : 'Change');

export const ledgerCodeHandlers = {
  'finance.chart': (session, { job, ...asked }) =>
    session.desk.work(job, async (work) => chartReport(await chartRun(session, asked, work), session.snapshot(), session.today())),

  'finance.takeChart': (session, { role, reason, job, ...asked }) => session.desk.work(job, async (work) => {
    const answer = await take(session, asked, { role, reason }, work);
    session.desk.clear();
    return answer;
  }),

  'ledgerCode.set': (session, { role, reason, codes }) => {
    const saidOf = (code: string): Setting<LedgerCode>['set'] => Object.assign({}, ...codes.filter((each) => foldedCode(each.code) === foldedCode(code)).map(({ set }) => given(set)));
    const changed = settled<LedgerCode>(codes, session.snapshot().finance.ledgerCodes, (code) => ({ code, ...NEW_LEDGER_CODE }))
      .map((each) => ({ before: each.before, after: tidied(each, saidOf(each.after.code)) }));
    for (const { after } of changed) holdLedgerCode(after);
    const { change } = session.change(ledgerLabel(session, changed), { role, reason }, (writer) => {
      for (const { after } of changed) {
        putLedgerCode(writer, withoutId(after));
        if (after.preferred) preferLedgerCode(writer, after);
      }
    });
    return { change, value: null };
  },

  'ledgerCode.remove': (session, { role, reason, ids }) =>
    removed(session, { role, reason }, requireAll(session.snapshot().finance.ledgerCodes, ids, 'ledger code'), 'ledger code', deleteLedgerCodes),

  'costCentre.set': (session, { role, reason, codes }) => {
    const changed = settled<CostCentre>(codes, session.snapshot().finance.costCentres, (code) => ({ code, name: code, departmentId: null, counts: true, preferred: false }));
    for (const { after } of changed) requireDepartment(session, after.departmentId);
    const { change } = session.change(`${verb(changed)} ${codesLabel(changed.map(({ after }) => after), 'cost centre')}`, { role, reason }, (writer) => {
      for (const { after } of changed) {
        putCostCentre(writer, withoutId(after));
        if (after.preferred) preferCostCentre(writer, after);
      }
    });
    return { change, value: null };
  },

  'costCentre.remove': (session, { role, reason, ids }) =>
    removed(session, { role, reason }, requireAll(session.snapshot().finance.costCentres, ids, 'cost centre'), 'cost centre', deleteCostCentres),

  'fundCode.set': (session, { role, reason, codes }) => {
    const { funds, finance } = session.snapshot();
    const changed = settled<FundCode>(codes, finance.fundCodes, (code) => ({ code, name: null, fundKey: null }));
    for (const { after } of changed) if (after.fundKey !== null) requireFund(session, after.fundKey);
    const [first] = changed;
    const label = changed.length === 1 && first !== undefined && first.after.fundKey !== null && first.before?.fundKey !== first.after.fundKey
      ? `Let fund code ${first.after.code} stand for ${fundName(funds, first.after.fundKey)}`
      : `${verb(changed)} ${codesLabel(changed.map(({ after }) => after), 'fund code')}`;
    const { change } = session.change(label, { role, reason }, (writer) => {
      for (const { after } of changed) putFundCode(writer, withoutId(after));
    });
    return { change, value: null };
  },

  'fundCode.remove': (session, { role, reason, ids }) =>
    removed(session, { role, reason }, requireAll(session.snapshot().finance.fundCodes, ids, 'fund code'), 'fund code', deleteFundCodes),
} satisfies Pick<Handlers, Extract<keyof Handlers, `finance.${'chart' | 'takeChart'}` | `ledgerCode.${string}` | `costCentre.${string}` | `fundCode.${string}`>>;

function removed(
  session: Session, recorded: Parameters<Session['change']>[1], going: readonly { readonly id: number; readonly code: string }[], one: string,
  remove: (writer: Writer, ids: readonly number[]) => void,
): { readonly change: ReturnType<Session['change']>['change']; readonly value: null } {
  const { change } = session.change(`Remove ${codesLabel(going, one)}`, recorded, (writer) => remove(writer, going.map(({ id }) => id)));
  return { change, value: null };
}
