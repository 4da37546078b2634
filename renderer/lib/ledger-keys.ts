/**
 * Moving about in the ledger by cell. Every control carries `data-cell`; a cell without one (a dash) is passed
 * over. Works on what is on the page, so that opened rows need no book-keeping.
 */

/** A figure's name, read: its row's key, and its column or `name` or `total`; null for what is no name. */
export function readCellName(text: string): { readonly key: string; readonly at: number | 'name' | 'total' } | null {
  const cut = text.lastIndexOf(':');
  const [key, at] = [text.slice(0, cut), text.slice(cut + 1)];
  if (cut < 1) return null;
  if (at === 'name' || at === 'total') return { key, at };
  return /^\d+$/.test(at) ? { key, at: Number(at) } : null;
}

/** Over which column a cell begins: cells before it may go over several. */
export function columnOfCell(cell: HTMLTableCellElement): number {
  const cells = [...cell.closest('tr')?.cells ?? []];
  return cells.slice(0, cells.indexOf(cell)).reduce((sum, each) => sum + each.colSpan, 0);
}

const cellAt = (row: HTMLTableRowElement | undefined, column: number): HTMLTableCellElement | undefined =>
  [...row?.cells ?? []].findLast((cell) => columnOfCell(cell) <= column);

const controlIn = (cell: HTMLTableCellElement | undefined): HTMLElement | null => cell?.querySelector<HTMLElement>('[data-cell]') ?? null;

const along = (row: HTMLTableRowElement, from: number, step: 1 | -1): HTMLElement | null => {
  for (let at = from + step; at >= 0 && at < row.cells.length; at += step) {
    const control = controlIn(row.cells[at]);
    if (control !== null) return control;
  }
  return null;
};

/** The cell over or under a column: a wide one is under every column that it goes over. */
const across = (rows: readonly HTMLTableRowElement[], from: number, column: number, step: 1 | -1): HTMLElement | null => {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    const control = controlIn(cellAt(rows[at], column));
    if (control !== null) return control;
  }
  return null;
};

const levelOf = (row: HTMLTableRowElement | undefined): number => Number(row?.getAttribute('aria-level') ?? 1);

/** The name of the row that this one lies in; null at the outermost level. */
export function parentOf(control: HTMLElement): HTMLElement | null {
  const row = control.closest('tr');
  const rows = [...control.closest('table')?.rows ?? []];
  const level = levelOf(row ?? undefined);
  const parent = rows.slice(0, row === null ? 0 : rows.indexOf(row)).findLast((each) => each.hasAttribute('aria-level') && levelOf(each) < level);
  return controlIn(parent?.cells[0]);
}

/** Where a key leads from a control of the ledger; null where it leads nowhere. */
export function cellTowards(control: HTMLElement, key: string, withCtrl: boolean): HTMLElement | null {
  const cell = control.closest<HTMLTableCellElement>('td, th');
  const row = control.closest('tr');
  const rows = [...control.closest('table')?.rows ?? []];
  if (cell === null || row === null) return null;
  const at = rows.indexOf(row);
  switch (key) {
    case 'ArrowUp': return across(rows, at, columnOfCell(cell), -1);
    case 'ArrowDown': return across(rows, at, columnOfCell(cell), 1);
    case 'ArrowLeft': return along(row, cell.cellIndex, -1);
    case 'ArrowRight': return along(row, cell.cellIndex, 1);
    case 'Home': return withCtrl ? across(rows, -1, columnOfCell(cell), 1) : along(row, -1, 1);
    case 'End': return withCtrl ? across(rows, rows.length, columnOfCell(cell), -1) : along(row, row.cells.length, -1);
    default: return null;
  }
}
