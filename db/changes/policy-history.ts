import type { PolicySubject } from '../../planning/scenarios/policy-change.ts';
import type { Connection } from '../connection.ts';
import { listRowChanges, type RowFields, type RowHistoryEntry } from './history.ts';

/** What one change did to a policy, or to a rise of prices. */
export type PolicyHistoryEntry = RowHistoryEntry & {
  /** The financial year of a rise in one year alone; null for what holds in every year, and for a policy. */
  readonly year: number | null;
  /** True once the change has been taken back. */
  readonly undone: boolean;
};

type Found = { readonly rowId: number; readonly fields: RowFields };

/** Every row that a table has or had, as it was written whole: now, when it was added, or when it was taken away. */
function rowsEver(connection: Connection, table: 'refresh_policies' | 'inflation_series' | 'inflation_steps', isMeant: (fields: RowFields) => boolean): readonly Found[] {
  const now = connection.prepare<[], RowFields & { readonly id: number }>(`SELECT * FROM ${table}`).all().map((fields): Found => ({ rowId: fields.id, fields }));
  const then = connection.prepare<[string], { readonly rowId: number; readonly json: string }>(
    `SELECT row_id AS rowId, coalesce(after, before) AS json FROM change_row WHERE table_name = ? AND (before IS NULL OR after IS NULL) ORDER BY id`,
  ).all(table).map(({ rowId, json }): Found => ({ rowId, fields: JSON.parse(json) as RowFields }));
  return [...new Map([...then, ...now].filter(({ fields }) => isMeant(fields)).map((found) => [found.rowId, found])).values()];
}

const newestFirst = (connection: Connection, entries: readonly Omit<PolicyHistoryEntry, 'undone'>[]): readonly PolicyHistoryEntry[] => {
  const undone = new Set(connection.prepare<[], number>('SELECT undoes FROM change_set WHERE undoes IS NOT NULL').pluck().all());
  return entries.map((entry) => ({ ...entry, undone: undone.has(entry.changeId) })).toSorted((a, b) => b.changeId - a.changeId);
};

const isOf = ({ categoryKey, userGroup, modelId, assetId }: PolicySubject) => (fields: RowFields): boolean => {
  if (assetId !== null) return fields.asset_id === assetId;
  if (modelId !== null) return fields.model_id === modelId && fields.asset_id === null;
  return fields.category_key === categoryKey && fields.user_group === userGroup && fields.model_id === null && fields.asset_id === null;
};

/** Who set the policy of a kind, a model or a register row, when and why; the newest first. One that was taken away and set again is the same. */
export const listPolicyChanges = (connection: Connection, subject: PolicySubject): readonly PolicyHistoryEntry[] =>
  newestFirst(connection, rowsEver(connection, 'refresh_policies', isOf(subject))
    .flatMap(({ rowId }) => listRowChanges(connection, 'refresh_policies', rowId).map((entry) => ({ ...entry, year: null }))));

/** The same for the rise of everything (null), or of one category: every year's and single years'. */
export function listRiseChanges(connection: Connection, categoryKey: string | null): readonly PolicyHistoryEntry[] {
  if (categoryKey === null) return newestFirst(connection, listRowChanges(connection, 'inflation', 1).map((entry) => ({ ...entry, year: null })));
  const series = rowsEver(connection, 'inflation_series', (fields) => fields.category_key === categoryKey);
  const ids = new Set(series.map(({ rowId }) => rowId));
  const steps = rowsEver(connection, 'inflation_steps', ({ series_id: id }) => typeof id === 'number' && ids.has(id));
  return newestFirst(connection, [
    ...series.flatMap(({ rowId }) => listRowChanges(connection, 'inflation_series', rowId).map((entry) => ({ ...entry, year: null }))),
    ...steps.flatMap(({ rowId, fields }) => listRowChanges(connection, 'inflation_steps', rowId)
      .map((entry) => ({ ...entry, year: typeof fields.year === 'number' ? fields.year : null }))),
  ]);
}
