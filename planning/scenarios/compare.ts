import { placeKey } from '../budget/allocation.ts';
import type { Place } from '../budget/finance.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { BudgetLine, PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';

/*
 * The difference between two ways forward, taken apart. Every line of one is set beside the line of the other that is
 * about the same thing: the same purchase of the same asset, the same running cost in the same year. What is the same in
 * both drops out; what is left adds up to the difference of the totals to the penny, because a total is the sum of its
 * lines and of what was spent already.
 */

/** What became of a line: only in the second, only in the first, in another year, or at another price or number. */
export type LineChange = 'added' | 'removed' | 'moved' | 'changed';

/** A line of the first (`before`), of the second (`after`), or the two that are about the same thing. */
export type LinePair = { readonly change: LineChange; readonly before: ForecastLine | null; readonly after: ForecastLine | null };

/** What was spent already in a year, where that is not the same in both. */
export type SpentPair = { readonly yearIndex: number; readonly before: Pence; readonly after: Pence };

/** Money of one year and fund that is not the same in both; null where none is entered. */
export type BudgetPair = { readonly yearIndex: number; readonly place: Place; readonly before: Pence | null; readonly after: Pence | null };

/** One way forward and what it comes to. */
export type Side = { readonly snapshot: PlanSnapshot; readonly forecast: Forecast };

export type Comparison = {
  readonly before: Side;
  readonly after: Side;
  readonly pairs: readonly LinePair[];
  readonly spent: readonly SpentPair[];
  readonly budgets: readonly BudgetPair[];
  /** How much more the second plans to cost in each year: what all the pairs, spent with them, add up to. */
  readonly plannedPence: readonly Pence[];
};

/** Sets two ways forward side by side. Both must be worked out for the same years. */
export function compareScenarios(before: Side, after: Side): Comparison {
  return {
    before, after, pairs: pairsOf(before.forecast.lines, after.forecast.lines),
    spent: before.forecast.years.flatMap((_, yearIndex) => {
      const pair = { yearIndex, before: before.forecast.totals.alreadyPence[yearIndex] ?? 0, after: after.forecast.totals.alreadyPence[yearIndex] ?? 0 };
      return pair.before === pair.after ? [] : [pair];
    }),
    budgets: budgetPairs(before, after),
    plannedPence: before.forecast.years.map((_, year) =>
      (after.forecast.totals.plannedPence[year] ?? 0) - (before.forecast.totals.plannedPence[year] ?? 0)),
  };
}

/**
 * What a line is about. A purchase keeps its place in its asset's chain whatever year it falls in; a charge, a loss and
 * a consumable belong to their year.
 */
function lineSubject(line: ForecastLine): string {
  const { kind, assetId, recurringId, needCostId, occurrence, categoryKey } = line;
  if (assetId !== null) return `${kind} a${assetId} ${occurrence}`;
  if (needCostId !== null) return `${kind} n${needCostId} ${occurrence}`;
  return `${kind} ${recurringId === null ? categoryKey : `r${recurringId}`} y${line.yearIndex}`;
}

const isSame = (a: ForecastLine, b: ForecastLine): boolean =>
  a.yearIndex === b.yearIndex && a.netPence === b.netPence && a.quantity === b.quantity && a.unitPence === b.unitPence;

function pairsOf(before: readonly ForecastLine[], after: readonly ForecastLine[]): readonly LinePair[] {
  const waiting = Map.groupBy(before, lineSubject);
  const pairs: LinePair[] = [];
  const alone: ForecastLine[] = [];
  /** Takes the first waiting line that fits out of its list. */
  const take = (line: ForecastLine, fits: (other: ForecastLine) => boolean): ForecastLine | null => {
    const list = waiting.get(lineSubject(line)) ?? [];
    const at = list.findIndex(fits);
    return at === -1 ? null : list.splice(at, 1)[0] ?? null;
  };
  const unlike = after.filter((line) => take(line, (other) => isSame(other, line)) === null);
  // First what stayed in its year, so that a move is only what really moved.
  for (const line of unlike) {
    const there = take(line, ({ yearIndex }) => yearIndex === line.yearIndex);
    if (there === null) alone.push(line);
    else pairs.push({ change: 'changed', before: there, after: line });
  }
  for (const line of alone) {
    const there = take(line, () => true);
    pairs.push(there === null ? { change: 'added', before: null, after: line } : { change: 'moved', before: there, after: line });
  }
  for (const list of waiting.values()) pairs.push(...list.map((line): LinePair => ({ change: 'removed', before: line, after: null })));
  return pairs;
}

function budgetPairs(before: Side, after: Side): readonly BudgetPair[] {
  const keyed = ({ snapshot }: Side): ReadonlyMap<string, BudgetLine> => new Map(snapshot.budgets.map((line) => [`${line.year} ${placeKey(line)}`, line]));
  const [then, now] = [keyed(before), keyed(after)];
  const years = new Map(before.forecast.years.map(({ year }, index) => [year, index]));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    const line = is ?? was;
    const yearIndex = line === undefined ? undefined : years.get(line.year);
    return line === undefined || yearIndex === undefined || was?.pence === is?.pence ? []
      : [{ yearIndex, place: { fundKey: line.fundKey, costCategory: line.costCategory, nature: line.nature }, before: was?.pence ?? null, after: is?.pence ?? null }];
  });
}
