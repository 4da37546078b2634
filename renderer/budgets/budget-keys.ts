import { columnOfCell } from '../lib/ledger-keys.ts';

/** The next amount that can be typed from a field: down or up its column, else along its row. */
export function nextAmount(field: HTMLElement, way: 'down' | 'up' | 'right' | 'left'): HTMLElement | null {
  const cell = field.closest<HTMLTableCellElement>('td');
  const row = field.closest('tr');
  if (cell === null || row === null) return null;
  const step = way === 'down' || way === 'right' ? 1 : -1;
  const cells = way === 'down' || way === 'up' ? inColumn(cell, row) : [...row.cells];
  for (let at = cells.indexOf(cell) + step; at >= 0 && at < cells.length; at += step) {
    const amount = amountIn(cells[at]);
    if (amount !== null) return amount;
  }
  return null;
}

/** The control of an amount that can be typed in a cell; null where it holds none. */
export function amountIn(cell: HTMLTableCellElement | undefined): HTMLElement | null {
  const amount = cell?.querySelector<HTMLElement>('[data-amount]') ?? null;
  return amount === null || amount.hasAttribute('data-cell') ? amount : amount.querySelector<HTMLElement>('[data-cell]');
}

const inColumn = (cell: HTMLTableCellElement, row: HTMLTableRowElement): HTMLTableCellElement[] => {
  const column = columnOfCell(cell);
  return [...row.closest('table')?.rows ?? []].flatMap((each) => [...each.cells].find((one) => columnOfCell(one) === column) ?? []);
};

/** The names of the amounts from a control on, down and to the right as a spreadsheet fills them: a list for each row. */
export function amountsFrom(control: HTMLElement): readonly (readonly string[])[] {
  const first = control.closest<HTMLTableCellElement>('td');
  const row = control.closest('tr');
  if (first === null || row === null) return [];
  const rows = [...row.closest('table')?.rows ?? []];
  const column = columnOfCell(first);
  return rows.slice(rows.indexOf(row)).flatMap((each) => {
    const names = [...each.cells].filter((cell) => columnOfCell(cell) >= column)
      .flatMap((cell) => (cell === first && control instanceof HTMLInputElement ? control : amountIn(cell))?.getAttribute('data-cell') ?? []);
    return names.length === 0 ? [] : [names];
  });
}

