import type { RowEdit } from '../../grid/edit.ts';
import type { Send } from '../../lib/commands.tsx';
import type { CoverSet } from './cover-columns.tsx';
import type { CoverRow } from './cover-rows.ts';

/** Sends what was typed into rows of cover: to its contract, to all periods of its lot, or as cover where none was known. */
export async function sendCoverEdits(edits: readonly RowEdit<CoverRow, CoverSet>[], send: Send): Promise<boolean> {
  for (const { row, set } of edits) {
    if (row === null) continue;
    const { start, end, name, ...shared } = set;
    if (row.contract !== null) {
      const terms = { ...shared, ...(name === undefined ? {} : { name }), ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
      if (!await send('contract.edit', { id: row.contract.id, set: terms })) return false;
    } else if (row.lot !== null && row.lot.kind === 'unknown') {
      if (typeof end === 'string' && !await send('cover.add', { assetIds: [...row.assetIds], endsOn: end })) return false;
    } else if (row.lot !== null) {
      const period = { ...shared, ...(start === undefined ? {} : { startsOn: start }), ...(typeof end === 'string' ? { endsOn: end } : {}) };
      if (!await send('cover.edit', { ids: [...row.lot.warrantyIds], set: period })) return false;
    }
  }
  return true;
}

/** Takes contracts and periods of cover out of the plan: all periods in one change. */
export async function removeCover(rows: readonly CoverRow[], send: Send): Promise<void> {
  const ids = rows.flatMap(({ lot }) => lot?.warrantyIds ?? []);
  if (ids.length > 0 && !await send('cover.remove', { ids })) return;
  for (const { contract } of rows) {
    if (contract !== null && !await send('contract.remove', { id: contract.id })) return;
  }
}
