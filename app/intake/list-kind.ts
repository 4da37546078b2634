import { WHOLE_FILE, type Decision } from './raw-table.ts';
import type { TableColumn } from './table-columns.ts';

const aboutTheFile = (readAs: string): Decision => ({ column: WHOLE_FILE, readAs });

/** A list of licences is software from top to bottom, and a list of models is no list of kit. */
export function kindOfList(
  columns: readonly TableColumn[],
): { readonly always: string | null; readonly notices: readonly Decision[] } {
  const has = (...headers: readonly string[]): boolean => columns.some(({ plain }) => headers.includes(plain));
  if (has('seats', 'product key') && has('licensed to name', 'licensed to email', 'reassignable')) {
    return { always: 'software', notices: [aboutTheFile('a list of licences: every row is software, which is never refreshed')] };
  }
  if (has('fieldset') && has('requestable') && !has('asset tag', 'serial', 'serial number')) {
    return { always: null, notices: [aboutTheFile('it looks like a list of models, not of kit: each row was kept as one item')] };
  }
  return { always: null, notices: [] };
}
