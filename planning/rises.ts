import type { Inflation, RiseStep } from './snapshot.ts';
import type { BasisPoints } from './vocabulary.ts';

export type RiseChange = {
  /** null: the rise of everything that has none of its own. */
  readonly categoryKey: string | null;
  /** Financial year by its start; null: every year without a step of its own. */
  readonly year: number | null;
  /** null clears a category's rise, or a step in that year. */
  readonly bp: BasisPoints | null;
};

const stepIn = (steps: readonly RiseStep[] | undefined, year: number | null): BasisPoints | undefined =>
  (year === null ? undefined : steps?.find((step) => step.year === year)?.bp);

/**
 * The rise that holds for a category in a financial year: its own step, its own rise, the step of everything in that
 * year, the rise of everything. Without a year what holds where no step does; without a category that of everything.
 */
export function riseIn(inflation: Inflation, categoryKey: string | null, year: number | null): BasisPoints {
  const own = categoryKey === null ? undefined : inflation.series.findLast((series) => series.categoryKey === categoryKey);
  return stepIn(own?.steps, year) ?? own?.bp ?? stepIn(inflation.steps, year) ?? inflation.defaultBp;
}

const withStep = (steps: readonly RiseStep[], year: number, bp: BasisPoints | null): readonly RiseStep[] =>
  [...steps.filter((step) => step.year !== year), ...(bp === null ? [] : [{ year, bp }])].toSorted((a, b) => a.year - b.year);

/**
 * The plan's price rises with one of them changed; the rest stay. A series with nothing left in it goes. The rise
 * of everything stays a shipped convention until it is set itself.
 */
export function withRise(inflation: Inflation, { categoryKey, year, bp }: RiseChange): Inflation {
  if (categoryKey === null) {
    return year === null ? { ...inflation, defaultBp: bp ?? inflation.defaultBp, shipped: false }
      : { ...inflation, shipped: false, steps: withStep(inflation.steps ?? [], year, bp) };
  }
  const others = inflation.series.filter((series) => series.categoryKey !== categoryKey);
  const own = inflation.series.find((series) => series.categoryKey === categoryKey) ?? { categoryKey, bp: null, steps: [] };
  const changed = year === null ? { ...own, bp } : { ...own, steps: withStep(own.steps, year, bp) };
  const empty = changed.bp === null && changed.steps.length === 0;
  return { ...inflation, series: empty ? others : [...others, changed] };
}
