import type { RowFields } from '../../db/changes/history.ts';
import type { PolicyHistoryEntry } from '../../db/changes/policy-history.ts';
import type { PlanFile } from '../../db/plan-file.ts';
import { financialYearLabel, formatDate } from '../../planning/calendar.ts';
import { formatExact, formatRate } from '../../planning/money.ts';
import type { PolicyFields } from '../../planning/policies/check.ts';
import { POLICY_FIELD_WORDS, policyValueWords } from '../../planning/policies/words.ts';
import type { PolicySubject } from '../../planning/scenarios/policy-change.ts';
import type { PlanSnapshot, RiseStep } from '../../planning/snapshot.ts';
import { spanOf, startUpper } from '../../planning/words.ts';
import type { HistoryEntry } from '../contract/plan.ts';

/* Who set a policy or a price rise, when and why, with what it said before and after, in words. */

type Field = HistoryEntry['fields'][number];
type Value = RowFields[string] | undefined;

const camel = (column: string): string => column.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
const isField = (name: string): name is keyof PolicyFields => Object.hasOwn(POLICY_FIELD_WORDS, name);

/** Lists are kept as JSON text. */
const parsed = (field: keyof PolicyFields, value: Value): unknown =>
  ((field === 'binding' || field === 'purchaseMonths') && typeof value === 'string' ? JSON.parse(value) : value);

const ofNumber = (words: (value: number) => string, none: string) => (value: Value): string => (typeof value === 'number' ? words(value) : none);

/** Columns that are part of a field, or of none. */
const PARTS: Readonly<Record<string, { readonly field: string; readonly words: (value: Value) => string }>> = {
  upgrade_what: { field: 'Mid-life upgrade', words: (value) => (typeof value === 'string' ? value : 'none') },
  upgrade_at_months: { field: 'Upgrade after', words: ofNumber(spanOf, 'none') },
  upgrade_unit_pence: { field: 'Price of the upgrade', words: ofNumber(formatExact, 'no price') },
  upgrade_price_date: { field: 'Date of the upgrade’s price', words: (value) => (typeof value === 'string' ? formatDate(value) : 'no date') },
  shipped: { field: 'Whose', words: (value) => (value === 1 ? 'usual in schools' : 'the school’s own') },
};

function fieldsOf(snapshot: PlanSnapshot, { before, after }: Pick<PolicyHistoryEntry, 'before' | 'after'>): readonly Field[] {
  const columns = Object.keys({ ...before, ...after });
  // A policy that is new or gone has every column: only what it says beyond nothing is told.
  const whole = before === null || after === null;
  return columns.flatMap((column): Field[] => {
    const [was, is] = [before?.[column], after?.[column]];
    const name = camel(column);
    const part = PARTS[column];
    const words = part?.words ?? (isField(name) ? (value: Value) => policyValueWords(snapshot, name, { [name]: parsed(name, value) }) : null);
    if (words === null || (whole && (was ?? is ?? null) === null)) return [];
    const field = part?.field ?? (isField(name) ? startUpper(POLICY_FIELD_WORDS[name]) : column);
    return [{ field, before: before === null ? null : words(was), after: after === null ? null : words(is) }];
  });
}

const toEntries = (rows: readonly PolicyHistoryEntry[], fields: (row: PolicyHistoryEntry) => readonly Field[]): HistoryEntry[] =>
  [...Map.groupBy(rows, ({ changeId }) => changeId).values()].flatMap((each) => {
    const [first] = each;
    if (first === undefined) return [];
    const { changeId, at, label, role, reason, kind, undone } = first;
    return [{ id: changeId, at, label, role, reason, kind, undoable: kind !== 'undo' && !undone, fields: each.flatMap(fields) }];
  });

export const policyHistory = (plan: PlanFile, snapshot: PlanSnapshot, subject: PolicySubject): HistoryEntry[] =>
  toEntries(plan.policyHistory(subject), (row) => fieldsOf(snapshot, row));

const rate = (value: Value): string | null =>
  (typeof value === 'number' ? `${value < 0 ? '−' : ''}${formatRate(value)}` : null);

const stepsIn = (json: Value): ReadonlyMap<number, number> =>
  new Map((typeof json === 'string' ? JSON.parse(json) as readonly RiseStep[] : []).map(({ year, bp }) => [year, bp]));

/** The years in which the rise of everything was set apart, or no longer is. */
function stepChanges(before: Value, after: Value, startMonth: number): readonly Field[] {
  const [was, is] = [stepsIn(before), stepsIn(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b).flatMap((year) => (was.get(year) === is.get(year) ? [] : [{
    field: financialYearLabel(year, startMonth), before: rate(was.get(year)), after: rate(is.get(year)) ?? 'as every year',
  }]));
}

export const riseHistory = (plan: PlanFile, { school }: PlanSnapshot, categoryKey: string | null): HistoryEntry[] =>
  toEntries(plan.riseHistory(categoryKey), ({ before, after, year }) => {
    const single = categoryKey === null ? stepChanges(before?.steps, after?.steps, school.yearStartMonth) : [];
    const column = categoryKey === null ? 'default_bp' : 'bp';
    const [was, is] = [rate(before?.[column]), rate(after?.[column])];
    if (was === is) return single;
    return [...single, { field: year === null ? 'Every year' : financialYearLabel(year, school.yearStartMonth), before: was, after: is }];
  });
