import type { Connection } from '../connection.ts';
import { listRowChanges, type RowFields, type RowHistoryEntry } from './history.ts';

/** Tables whose rows belong to one asset: its cover, the contracts it is under, what was decided, recorded or set for it alone. */
const ATTACHED = ['warranties', 'contract_assets', 'expiry_decided', 'ledger_entries', 'refresh_policies'] as const;
export type AttachedTable = (typeof ATTACHED)[number];

/** One row that a change wrote, of the asset itself or of what belongs to it. */
export type AssetHistoryEntry = RowHistoryEntry & {
  readonly table: 'assets' | AttachedTable;
  readonly rowId: number;
  /** True once the change has been taken back. */
  readonly undone: boolean;
};

/** A row of the register whose history is an asset's too, up to the change in which the one became the other. */
type Ancestor = { readonly id: number; readonly before: number };

/**
 * What happened to an asset and to what belongs to it, the newest first. A row that was split off shares the
 * history of its group up to that day; a group that was merged has that of every row that went into it.
 */
export function listAssetChanges(connection: Connection, assetId: number): readonly AssetHistoryEntry[] {
  const undone = new Set(connection.prepare<[], number>('SELECT undoes FROM change_set WHERE undoes IS NOT NULL').pluck().all());
  const entries = lineage(connection, assetId).flatMap(({ id, before }) => rowsOf(connection, id)
    .filter(({ changeId }) => changeId < before).map((entry) => ({ ...entry, undone: undone.has(entry.changeId) })));
  return entries.toSorted((a, b) => b.changeId - a.changeId);
}

function rowsOf(connection: Connection, assetId: number): readonly Omit<AssetHistoryEntry, 'undone'>[] {
  const own = listRowChanges(connection, 'assets', assetId).map((entry) => ({ ...entry, table: 'assets' as const, rowId: assetId }));
  return [...own, ...ATTACHED.flatMap((table) => attachedRows(connection, table, assetId).flatMap((rowId) =>
    listRowChanges(connection, table, rowId).map((entry) => ({ ...entry, table, rowId }))))];
}

/** The rows that belong, or belonged, to the asset. The text is searched first: it is read as JSON only where it may fit. */
function attachedRows(connection: Connection, table: AttachedTable, assetId: number): readonly number[] {
  const names = (column: string): string => `(instr(${column}, ?) > 0 AND json_extract(${column}, '$.asset_id') = ?)`;
  const piece = `"asset_id":${assetId}`;
  return connection.prepare<[string, string, number, string, number], number>(
    `SELECT DISTINCT row_id FROM change_row WHERE table_name = ? AND (${names('after')} OR ${names('before')}) ORDER BY row_id`,
  ).pluck().all(table, piece, assetId, piece, assetId);
}

/** The asset itself, and every row that it came out of or that went into it, each once. */
function lineage(connection: Connection, assetId: number): readonly Ancestor[] {
  const found: Ancestor[] = [];
  const waiting: Ancestor[] = [{ id: assetId, before: Number.MAX_SAFE_INTEGER }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, before } = next;
    if (found.some((each) => each.id === id)) continue;
    found.push(next);
    waiting.push(...[...splitFrom(connection, id), ...mergedInto(connection, id)]
      .map((ancestor) => ({ ...ancestor, before: Math.min(before, ancestor.before) })));
  }
  return found;
}

type AssetRow = { readonly id: number; readonly rowId: number; readonly before: RowFields | null; readonly after: RowFields | null };

const quantityOf = (fields: RowFields | null): number | null => (typeof fields?.quantity === 'number' ? fields.quantity : null);

/** By how many items a change made a row larger; null where it did not touch the number. */
const growth = ({ before, after }: Pick<AssetRow, 'before' | 'after'>): number | null => {
  const [was, is] = [quantityOf(before), quantityOf(after)];
  return was === null || is === null ? null : is - was;
};

/**
 * A split writes the group and then its parts, which add up to what the group lost; a merge writes the group and then
 * takes the rows away that add up to what it gained. No other change is both in that order and in that sum.
 */
function splitFrom(connection: Connection, id: number): readonly Ancestor[] {
  const made = listRowChanges(connection, 'assets', id).filter(({ before, after }) => before === null && after !== null);
  return made.flatMap(({ changeId }) => blocksOf(connection, changeId).flatMap(({ group, came }) =>
    (came.some(({ rowId }) => rowId === id) && growth(group) === -sum(came, 'after') ? [{ id: group.rowId, before: changeId }] : [])));
}

function mergedInto(connection: Connection, id: number): readonly Ancestor[] {
  const grown = listRowChanges(connection, 'assets', id).filter((entry) => (growth(entry) ?? 0) > 0);
  return grown.flatMap(({ changeId }) => blocksOf(connection, changeId).flatMap(({ group, went }) =>
    (group.rowId === id && went.length > 0 && growth(group) === sum(went, 'before') ? went.map((row) => ({ id: row.rowId, before: changeId })) : [])));
}

const sum = (rows: readonly AssetRow[], side: 'before' | 'after'): number => rows.reduce((total, row) => total + (quantityOf(row[side]) ?? 0), 0);

/** A row whose number of items a change altered, with the rows added and taken away after it and before the next such row. */
type Block = { readonly group: AssetRow; readonly came: readonly AssetRow[]; readonly went: readonly AssetRow[] };

function blocksOf(connection: Connection, changeId: number): readonly Block[] {
  const altered = connection.prepare<[number], number>(`SELECT id FROM change_row WHERE change_set_id = ? AND table_name = 'assets'
    AND before IS NOT NULL AND after IS NOT NULL AND json_extract(after, '$.quantity') IS NOT NULL ORDER BY id`).pluck().all(changeId);
  const rows = connection.prepare<[number, number, number], { id: number; rowId: number; before: string | null; after: string | null }>(
    `SELECT id, row_id AS rowId, before, after FROM change_row WHERE change_set_id = ? AND table_name = 'assets' AND id >= ? AND id < ? ORDER BY id`,
  );
  return altered.flatMap((from, index) => {
    const [group, ...others] = rows.all(changeId, from, altered[index + 1] ?? Number.MAX_SAFE_INTEGER)
      .map((row): AssetRow => ({ ...row, before: parse(row.before), after: parse(row.after) }));
    return group === undefined ? [] : [{ group, came: others.filter(({ before }) => before === null), went: others.filter(({ after }) => after === null) }];
  });
}

const parse = (json: string | null): RowFields | null => (json === null ? null : JSON.parse(json) as RowFields);
