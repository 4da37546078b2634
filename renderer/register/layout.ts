import type { ColumnKey } from './columns.ts';

/**
 * Which columns fit. Widths are in px; what a narrow window loses first stands last in `SHED`: it can still be
 * read in the side panel, filtered and copied.
 */
const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  tag: 86, description: 136, kind: 128, room: 110, quantity: 64, bought: 72, paid: 58, warranty: 88,
  due: 86, setBy: 98, cost: 76, status: 80,
};
const SELECT_WIDTH = 30;
const MENU_WIDTH = 26;

/** Left out in this order until the rest fits. Status and quantity then stand beside the name. */
const SHED: readonly ColumnKey[] = ['status', 'quantity', 'paid', 'bought', 'kind', 'setBy', 'warranty', 'room'];

export type GridLayout = {
  readonly columns: readonly ColumnKey[];
  /** For `grid-template-columns`: ticks, the columns, the row menu. */
  readonly template: string;
};

export type LayoutNeeds = {
  /** Width of the grid in px; 0 before it has been measured. */
  readonly width: number;
  /** Under headings by kind, a column for it would only repeat them. */
  readonly grouped: boolean;
  /** Whether any row stands for more than one item. */
  readonly quantities: boolean;
  /** Senior leaders look at kit without tags and serial numbers. */
  readonly tags: boolean;
};

const widthOf = (columns: readonly ColumnKey[]): number =>
  columns.reduce((sum, key) => sum + WIDTHS[key], SELECT_WIDTH + MENU_WIDTH);

export const layOutColumns = (all: readonly ColumnKey[], { width, grouped, quantities, tags }: LayoutNeeds): GridLayout => {
  const left: Partial<Record<ColumnKey, boolean>> = { kind: grouped, quantity: !quantities, tag: !tags };
  const wanted = all.filter((key) => left[key] !== true);
  const columns = SHED.reduce(
    (kept, next) => (width > 0 && widthOf(kept) > width ? kept.filter((key) => key !== next) : kept), wanted,
  );
  const tracks = columns.map((key) => (key === 'description' ? `minmax(${WIDTHS.tag}px, 1fr)`
    : key === 'room' ? `minmax(${WIDTHS.room}px, 0.3fr)` : `${WIDTHS[key]}px`));
  return { columns, template: [`${SELECT_WIDTH}px`, ...tracks, `${MENU_WIDTH}px`].join(' ') };
};
