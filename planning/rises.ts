import type { Inflation } from './snapshot.ts';
import type { BasisPoints } from './vocabulary.ts';

export type RiseChange = {
  /** null: the rise of everything that has none of its own. */
  readonly categoryKey: string | null;
  /** Financial year by its start; null: every year without a step of its own. */
  readonly year: number | null;
  /** null clears a category's rise, or its step in that year. */
  readonly bp: BasisPoints | null;
};

/**
 * The plan's price rises with one of them changed; the rest stay. A series with nothing left in it goes. The rise
 * of everything stays a shipped convention until it is set itself.
 */
export function withRise(inflation: Inflation, { categoryKey, year, bp }: RiseChange): Inflation {
  if (categoryKey === null) return { ...inflation, defaultBp: bp ?? inflation.defaultBp, shipped: false };
  const others = inflation.series.filter((series) => series.categoryKey !== categoryKey);
  const own = inflation.series.find((series) => series.categoryKey === categoryKey) ?? { categoryKey, bp: null, steps: [] };
  const changed = year === null ? { ...own, bp } : {
    ...own,
    steps: [...own.steps.filter((step) => step.year !== year), ...(bp === null ? [] : [{ year, bp }])]
      .toSorted((a, b) => a.year - b.year),
  };
  const empty = changed.bp === null && changed.steps.length === 0;
  return { ...inflation, series: empty ? others : [...others, changed] };
}
