import type { Column } from './column.ts';

/** What a person has made of a list's columns; kept on this computer, and in a saved view. */
export type ListLayout = {
  /** The columns shown, in order; null until somebody chooses: then those that fit. */
  readonly shown: readonly string[] | null;
  /** Widths that were dragged or typed, in px. */
  readonly widths: Readonly<Record<string, number>>;
  /** How many of the first columns stay when the rest is scrolled sideways. */
  readonly frozen: number;
};

export const FIRST_LAYOUT: ListLayout = { shown: null, widths: {}, frozen: 0 };

export const SELECT_WIDTH = 30;
const MENU_WIDTH = 26;
export const LEAST_WIDTH = 44;
export const MOST_WIDTH = 800;

/** A column as it stands: how wide, and how far from the left where it stays when the rest is scrolled. */
export type LaidColumn<Row, Set> = { readonly column: Column<Row, Set>; readonly width: number; readonly stuckAt: number | null };

export type GridLayout<Row, Set = unknown> = {
  readonly columns: readonly LaidColumn<Row, Set>[];
  /** The keys of the columns shown. */
  readonly keys: ReadonlySet<string>;
  /** For `grid-template-columns`: ticks, the columns, the row menu. */
  readonly template: string;
  /** All of it, in px; null while it fits the grid. */
  readonly scrolls: number | null;
};

export type LayoutNeeds = {
  /** Width of the grid in px; 0 before it has been measured. */
  readonly width: number;
  readonly layout: ListLayout;
  /** Columns that would only repeat what is known (the kind under headings by kind): left out until somebody chooses. */
  readonly quiet: ReadonlySet<string>;
};

const ends = SELECT_WIDTH + MENU_WIDTH;

const clampWidth = (width: number): number => Math.round(Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH));

/** The layout with one column's width set; null puts it back. */
export const withWidth = (layout: ListLayout, key: string, width: number | null): ListLayout => {
  const { [key]: _, ...widths } = layout.widths;
  return { ...layout, widths: width === null ? widths : { ...widths, [key]: clampWidth(width) } };
};

/** Columns leave in the order of `sheds` until the rest fits. */
const shed = <Row, Set>(columns: readonly Column<Row, Set>[], room: number, widthOf: (column: Column<Row, Set>) => number): readonly Column<Row, Set>[] => {
  const leaving = columns.filter(({ sheds }) => sheds !== undefined).toSorted((left, right) => (left.sheds ?? 0) - (right.sheds ?? 0));
  return leaving.reduce((kept, next) => {
    const needed = kept.reduce((sum, column) => sum + widthOf(column), ends);
    return room > 0 && needed > room ? kept.filter((column) => column !== next) : kept;
  }, columns);
};

/** Which columns are shown and how wide each is: the person's choice, else those that fit without scrolling sideways. */
export const layOutColumns = <Row, Set>(all: readonly Column<Row, Set>[], { width, layout, quiet }: LayoutNeeds): GridLayout<Row, Set> => {
  const widthOf = (column: Column<Row, Set>): number => layout.widths[column.key] ?? column.width;
  const byKey = new Map(all.map((column) => [column.key, column]));
  const shown = layout.shown === null
    ? shed(all.filter((column) => column.extra !== true && !quiet.has(column.key)), width, widthOf)
    : layout.shown.flatMap((key) => byKey.get(key) ?? []);
  const needed = shown.reduce((sum, column) => sum + widthOf(column), ends);
  const scrolls = width > 0 && needed > width ? needed : null;
  const spare = Math.max(0, width - needed);
  const weightOf = (column: Column<Row, Set>): number => (layout.widths[column.key] === undefined ? column.stretches ?? 0 : 0);
  const weights = shown.reduce((sum, column) => sum + weightOf(column), 0);
  let left = SELECT_WIDTH;
  const columns = shown.map((column, index) => {
    const own = widthOf(column) + (weights > 0 ? Math.floor(spare * weightOf(column) / weights) : 0);
    // Where nothing is scrolled sideways nothing has to stay in sight, and a heading would be pushed aside.
    const stuckAt = scrolls !== null && index < layout.frozen ? left : null;
    left += own;
    return { column, width: own, stuckAt };
  });
  const filler = weights > 0 ? `${MENU_WIDTH}px` : `minmax(${MENU_WIDTH}px, 1fr)`;
  return {
    columns, keys: new Set(shown.map(({ key }) => key)),
    template: [`${SELECT_WIDTH}px`, ...columns.map((each) => `${each.width}px`), filler].join(' '),
    scrolls,
  };
};

/** The columns in the order of the chooser: those shown as they stand, then the others. */
export const inChooserOrder = <Row, Set>(all: readonly Column<Row, Set>[], shown: readonly string[]): readonly Column<Row, Set>[] => {
  const byKey = new Map(all.map((column) => [column.key, column]));
  const first = shown.flatMap((key) => byKey.get(key) ?? []);
  return [...first, ...all.filter(({ key }) => !shown.includes(key))];
};

/** The keys with one moved a place up or down. */
export const moved = (keys: readonly string[], key: string, by: -1 | 1): readonly string[] => {
  const at = keys.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= keys.length) return keys;
  const rest = keys.filter((each) => each !== key);
  return [...rest.slice(0, to), key, ...rest.slice(to)];
};
