import type { ChartGroup } from '../vocabulary.ts';

/** What a series is drawn in: the chart groups keep their colours everywhere; the others are told apart by their shade. */
export type ChartTone = ChartGroup | 'ink' | 'first' | 'second' | 'third' | 'fourth' | 'fifth';

export type ChartSeries = {
  readonly key: string;
  readonly name: string;
  readonly tone: ChartTone;
  /** One for each category, in the unit of the chart; never below 0. */
  readonly values: readonly number[];
};

/**
 * A picture of figures, once: the screen, Word, Excel, slides and the drawn chart of the PDF all show these numbers and no others.
 * Series stand in stack order from the bottom.
 */
export type ChartSpec = {
  readonly key: string;
  readonly title: string;
  readonly kind: 'stacked_columns' | 'columns' | 'bars';
  /** `pence` is shown as pounds, `percent` is whole percent. */
  readonly unit: 'pence' | 'count' | 'percent';
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** A line over the columns; null in a category where nobody has said. */
  readonly line: { readonly name: string; readonly values: readonly (number | null)[] } | null;
  /** What stands over a column: `£6,632 over`, red where nothing pays it, green where money is found. */
  readonly marks: readonly { readonly at: number; readonly text: string; readonly standing: 'short' | 'covered' }[];
  /** What the picture says, made from its figures, for those who cannot see it. */
  readonly altText: string;
};
