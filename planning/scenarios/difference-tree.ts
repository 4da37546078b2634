import { describer, valueOf, WHOLE_SCHOOL, type AssetsById, type Describe, type Dimension } from '../ledger/dimensions.ts';
import { sumOf } from '../money.ts';
import type { ForecastLine } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { compareNames } from '../words.ts';
import type { Comparison, LinePair } from './compare.ts';

/** A part of a difference. Its parts add up to it, down to the pairs of lines of one thing, which add up to that. */
export type DifferencePart = {
  /** Unlike any other part's beside it. */
  readonly key: string;
  readonly name: string;
  /** After less before, by year and in all. */
  readonly years: readonly Pence[];
  readonly total: Pence;
  /** The parts it is made of; none where it is one thing. */
  readonly parts: readonly DifferencePart[];
  /** Of one thing: the lines that differ, in the order of time. */
  readonly pairs: readonly LinePair[];
};

type Filed = { readonly pair: LinePair; readonly line: ForecastLine };
type Opening = { readonly assets: AssetsById; readonly describe: Describe; readonly count: number };

/** How a difference is taken apart, from the outermost level; the last is the asset or the cost. */
const LEVELS: readonly Dimension[] = ['kind', 'room'];

/**
 * The difference of two ways forward, opened: by kind of kit or cost, by room, by asset, down to pairs of lines, the
 * largest first. The parts of every level add up to it to the penny, in every year.
 */
export function differenceParts(comparison: Comparison): readonly DifferencePart[] {
  const { before, after, pairs, spent } = comparison;
  const count = after.forecast.years.length;
  const assets = new Map([before, after].flatMap(({ snapshot }) => snapshot.assets.map((asset) => [asset.id, asset])));
  const filed = pairs.flatMap((pair): Filed[] => {
    const line = pair.after ?? pair.before;
    return line === null ? [] : [{ pair, line }];
  });
  const parts = partsOf({ assets, describe: describer(bothOf(before.snapshot, after.snapshot), assets), count }, filed, LEVELS);
  if (spent.length === 0) return parts;
  const years = Array.from({ length: count }, (_, index) => spent.reduce((sum, each) => sum + (each.yearIndex === index ? each.after - each.before : 0), 0));
  return [...parts, { key: 'spent', name: 'Spent already', years, total: sumOf(years), parts: [], pairs: [] }];
}

/** The names of both: what one of them no longer has keeps its name in a difference. */
const bothOf = (before: PlanSnapshot, after: PlanSnapshot): PlanSnapshot => ({
  ...after, recurring: [...before.recurring, ...after.recurring], locations: [...before.locations, ...after.locations],
  categories: after.categories, needs: [...before.needs, ...after.needs],
});

/** After less before of some pairs, by year. */
export const yearsOfPairs = (pairs: readonly LinePair[], count: number): readonly Pence[] => {
  const years = Array.from({ length: count }, () => 0);
  const add = (line: ForecastLine | null, sign: 1 | -1): void => {
    if (line !== null) years[line.yearIndex] = (years[line.yearIndex] ?? 0) + sign * (line.netPence ?? 0);
  };
  for (const { before, after } of pairs) {
    add(before, -1);
    add(after, 1);
  }
  return years;
};

function partsOf(opening: Opening, filed: readonly Filed[], levels: readonly Dimension[]): readonly DifferencePart[] {
  const [by = 'leaf', ...rest] = levels;
  const { assets } = opening;
  // Running costs are in no room: a level that says so would say nothing.
  if (by === 'room' && filed.every(({ line }) => valueOf('room', line, assets) === WHOLE_SCHOOL)) return partsOf(opening, filed, rest);
  return [...Map.groupBy(filed, ({ line }) => valueOf(by, line, assets))]
    .flatMap(([value, group]) => partOf(opening, group, { by, value }, rest))
    .toSorted((a, b) => largest(b) - largest(a) || compareNames(a.name, b.name));
}

const largest = ({ years }: DifferencePart): Pence => Math.max(...years.map(Math.abs));

function partOf(opening: Opening, group: readonly Filed[], step: { readonly by: Dimension | 'leaf'; readonly value: string }, rest: readonly Dimension[]): DifferencePart[] {
  const [first] = group;
  if (first === undefined) return [];
  const years = yearsOfPairs(group.map(({ pair }) => pair), opening.count);
  const head = { key: `${step.by}/${step.value}`, name: opening.describe(step, first.line).name, years, total: sumOf(years) };
  if (step.by === 'leaf') return [{ ...head, parts: [], pairs: group.map(({ pair }) => pair).toSorted((a, b) => startOf(a) - startOf(b)) }];
  let parts: readonly DifferencePart[] | null = null;
  // Worked out when they are looked at: nobody opens twenty thousand rows.
  return [{ ...head, pairs: [], get parts() { return (parts ??= partsOf(opening, group, rest)); } }];
}

const startOf = ({ before, after }: LinePair): number => Math.min(before?.month ?? Infinity, after?.month ?? Infinity);
