/** A cell by its line (−1 is the head) and its place in the line. */
export type Cell = { readonly line: number; readonly place: number };

export type GridExtent = {
  readonly lines: number;
  /** Cells in a line. */
  readonly places: number;
  /** Lines that a page holds. */
  readonly page: number;
};

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Where a key takes the focus: arrows, Home, End, PgUp and PgDn, with Ctrl for the far ends; null for other keys. */
export const cellAfter = (key: string, ctrl: boolean, cell: Cell, { lines, places, page }: GridExtent): Cell | null => {
  const at = (line: number, place: number): Cell => ({ line: clamp(line, -1, lines - 1), place: clamp(place, 0, places - 1) });
  switch (key) {
    case 'ArrowUp': return at(ctrl ? 0 : cell.line - 1, cell.place);
    case 'ArrowDown': return at(ctrl ? lines - 1 : cell.line + 1, cell.place);
    case 'ArrowLeft': return at(cell.line, ctrl ? 0 : cell.place - 1);
    case 'ArrowRight': return at(cell.line, ctrl ? places - 1 : cell.place + 1);
    case 'Home': return at(ctrl ? 0 : cell.line, 0);
    case 'End': return at(ctrl ? lines - 1 : cell.line, places - 1);
    case 'PageUp': return at(Math.max(0, cell.line - page), cell.place);
    case 'PageDown': return at(cell.line + page, cell.place);
    default: return null;
  }
};
