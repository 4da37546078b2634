import type { AssetHistoryEntry } from '../../db/changes/asset-history.ts';
import type { RowFields } from '../../db/changes/history.ts';
import type { PlanFile } from '../../db/plan-file.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatExact } from '../../planning/money.ts';
import { placeCalled } from '../../planning/places.ts';
import { ASSET_COLUMN_WORDS, fieldValueWords, planNames, type AssetColumn, type PlanNames } from '../../planning/register/field-words.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { EXPIRY_DECISION_WORDS, LEDGER_KIND_WORDS } from '../../planning/vocabulary.ts';
import { spanOf, startUpper } from '../../planning/words.ts';
import type { HistoryEntry } from '../contract/plan.ts';

/* What happened to one asset, in words: every field by its name, every number by what it stands for. */

type Field = HistoryEntry['fields'][number];

const camel = (column: string): string => column.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());

const isColumn = (name: string): name is AssetColumn => Object.hasOwn(ASSET_COLUMN_WORDS, name);

/** Tables in which the names behind a row's numbers stand. */
const NAMED_IN: Partial<Record<AssetColumn, string>> = {
  modelId: 'asset_models', departmentId: 'departments', locationId: 'locations', supplierId: 'suppliers', yearGroupId: 'year_groups', succeedsAssetId: 'assets',
};

/** What something was called that is no longer in the plan: the history still knows. */
const formerName = (plan: PlanFile, column: AssetColumn, id: number): string | null => {
  const table = NAMED_IN[column];
  const gone = table === undefined ? undefined : plan.rowHistory(table, id).find(({ after }) => after === null)?.before;
  const name = gone?.name ?? gone?.tag ?? gone?.description;
  return name === undefined || name === null ? null : [gone?.make, name].filter(Boolean).join(' ');
};

const wordsOf = (plan: PlanFile, names: PlanNames, column: AssetColumn, value: string | number | null | undefined): string | null => {
  if (value === null || value === undefined) return null;
  if (column in NAMED_IN && typeof value === 'number') {
    const known = names[column as 'modelId'](value);
    return known ?? formerName(plan, column, value) ?? fieldValueWords(names, column, value);
  }
  return fieldValueWords(names, column, value);
};

/** An update names the columns it changed; of a row that is new or gone there is nothing to compare. */
const ownFields = (plan: PlanFile, names: PlanNames, { before, after }: Pick<AssetHistoryEntry, 'before' | 'after'>): readonly Field[] => {
  if (before === null || after === null) return [];
  return Object.keys(after).flatMap((stored) => {
    const column = camel(stored);
    if (!isColumn(column)) return [];
    return [{ field: startUpper(ASSET_COLUMN_WORDS[column]), before: wordsOf(plan, names, column, before[stored]), after: wordsOf(plan, names, column, after[stored]) }];
  });
};

const day = (value: RowFields[string] | undefined): string | null => (typeof value === 'string' ? formatDate(value) : null);
const money = (value: RowFields[string] | undefined): string | null => (typeof value === 'number' ? formatExact(value) : null);
const joined = (...parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(', ');
const wordFor = (words: Readonly<Record<string, string>>, key: RowFields[string] | undefined): string => words[String(key)] ?? String(key ?? '');

/** What belongs to an asset, as one line; an update holds only what it changed, and so does the line. */
const ATTACHED_WORDS: Readonly<Record<Exclude<AssetHistoryEntry['table'], 'assets'>, {
  readonly field: string; readonly words: (row: RowFields, snapshot: PlanSnapshot) => string;
}>> = {
  warranties: {
    field: 'Warranty', words: (row) => joined(
      row.kind === 'extension' && 'extension', day(row.starts_on) !== null && `from ${day(row.starts_on) ?? ''}`,
      day(row.ends_on) !== null && `to ${day(row.ends_on) ?? ''}`, money(row.cost_pence), typeof row.reference === 'string' && row.reference,
    ) || 'changed',
  },
  contract_assets: {
    field: 'Contract', words: (row, { contracts }) => contracts.find(({ id }) => id === row.agreement_id)?.name ?? 'one that is no longer in the plan',
  },
  expiry_decided: { field: 'Decision', words: (row) => joined(row.decision !== undefined && wordFor(EXPIRY_DECISION_WORDS, row.decision), typeof row.reason === 'string' && row.reason) || 'changed' },
  ledger_entries: {
    field: 'Recorded', words: (row) => joined(
      row.kind !== undefined && wordFor(LEDGER_KIND_WORDS, row.kind), typeof row.quantity === 'number' && formatCount(row.quantity), day(row.happened_on), money(row.pence),
      typeof row.notes === 'string' && row.notes,
    ) || 'changed',
  },
  refresh_policies: { field: 'Policy of its own', words: (row) => (typeof row.life_months === 'number' ? spanOf(row.life_months) : 'changed') },
};

const attachedField = ({ table, before, after }: AssetHistoryEntry, snapshot: PlanSnapshot): readonly Field[] => {
  if (table === 'assets') return [];
  const { field, words } = ATTACHED_WORDS[table];
  return [{ field, before: before === null ? null : words(before, snapshot), after: after === null ? null : words(after, snapshot) }];
};

/** The changes of one asset, the newest first: each once, with all that it did to the asset and what belongs to it. */
export const assetHistory = (plan: PlanFile, snapshot: PlanSnapshot, assetId: number, limit: number): HistoryEntry[] => {
  const names: PlanNames = { ...planNames(snapshot), locationId: placeCalled(snapshot.locations) };
  const byChange = Map.groupBy(plan.assetHistory(assetId), ({ changeId }) => changeId);
  return [...byChange.values()].slice(0, limit).flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    // What came into the register with its cover has no history yet: its first line says how it came.
    const cameIn = rows.some(({ table, before }) => table === 'assets' && before === null);
    const fields = cameIn ? [] : rows.flatMap((row) => (row.table === 'assets' ? ownFields(plan, names, row) : attachedField(row, snapshot)));
    const { changeId, at, label, role, reason, kind, undone } = first;
    return [{ id: changeId, at, label, role, reason, kind, undoable: kind !== 'undo' && !undone, fields }];
  });
};
