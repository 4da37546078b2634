/** The rectangle in which the columns stand, in pixels of the chart. */
export type Plot = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A column and the whole year round it, in pixels. */
export type Column = {
  readonly x: number;
  readonly width: number;
  readonly middle: number;
  readonly yearStart: number;
  readonly yearEnd: number;
};

const COLUMN_SHARE = 0.48;
const WIDEST_COLUMN = 72;

/** Space left between two segments of one column. */
const GAP = 1.5;
const THINNEST_SEGMENT = 1;

/**
 * Where the column of one year stands: in the middle of its share of the plot, so that it is exactly over
 * the same year's column of the ledger. `index` counts from 0.
 */
export const columnOf = (plot: Plot, index: number, years: number): Column => {
  const share = plot.width / years;
  const yearStart = plot.x + share * index;
  const width = Math.min(share * COLUMN_SHARE, WIDEST_COLUMN);
  return { x: yearStart + (share - width) / 2, width, middle: yearStart + share / 2, yearStart, yearEnd: yearStart + share };
};

/**
 * The drawn part of a segment: a little shorter than its cost, so that segments stay apart without
 * relying on colour, but never so short that it cannot be seen.
 */
export const withGap = (y: number, height: number): { readonly y: number; readonly height: number } => {
  const drawn = Math.max(height - GAP, Math.min(height, THINNEST_SEGMENT));
  return { y: y + (height - drawn), height: drawn };
};

/** A budget in one year, as a height in the plot; null where none has been entered. */
type Step = { readonly column: Column; readonly y: number | null };

/**
 * The budget as a line that steps at the edges of the years: an SVG path, broken over years without one.
 */
export const steppedPath = (steps: readonly Step[]): string => {
  const parts: string[] = [];
  let previous: number | null = null;
  for (const { column, y } of steps) {
    if (y !== null) {
      parts.push(previous === null ? `M${column.yearStart} ${y}` : `V${y}`, `H${column.yearEnd}`);
    }
    previous = y;
  }
  return parts.join('');
};
