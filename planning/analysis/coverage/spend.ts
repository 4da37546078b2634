import { namer } from '../../budget/behind.ts';
import { budgetEntries } from '../../budget/entries.ts';
import { sumOf } from '../../money.ts';
import type { ByYear, Forecast, ForecastLine } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { Pence } from '../../vocabulary.ts';
import type { Need, NeedOption } from '../need-facts.ts';
import { linesInPlan } from '../needs/in-plan.ts';
import { needTitle } from '../needs/refs.ts';

/*
 * Which of the money still to come serves an objective. A line does where it belongs to a need that was agreed and serves an
 * open objective, or where such a need counts on it as in the plan already. Every line is counted once: with its own need,
 * else with the first need, by number, that counts on it, else among what serves no objective. So the parts add up to what
 * the forecast has still to come.
 */

/** What of the plan belongs together, with its money. */
export type SpendGroup = {
  readonly key: string;
  /** "Pupil laptops", "Broadband", "Lost or broken tablets". */
  readonly name: string;
  readonly byYear: ByYear;
  readonly pence: Pence;
  readonly lines: number;
  /** Items whose cost is not in these for want of a price. */
  readonly unpriced: number;
};

export type SpendServed = {
  /** Still to come in the plan's years, net: the sum of the two below. */
  readonly totalPence: Pence;
  readonly servesPence: Pence;
  readonly nonePence: Pence;
  /** What serves an objective, by the need that it is counted with, in the order of their numbers. */
  readonly serves: readonly (SpendGroup & { readonly needId: number })[];
  /** What serves none, by kind, the dearest first. */
  readonly none: readonly SpendGroup[];
};

/** A need that was agreed and serves an open objective, with its option. */
export type Serving = { readonly need: Need; readonly option: NeedOption };

export function spendServed(snapshot: PlanSnapshot, forecast: Forecast, serving: readonly Serving[]): SpendServed {
  const inOrder = serving.toSorted((a, b) => a.need.number - b.need.number);
  const claimed = new Map([...needsBehind(snapshot, forecast, inOrder)].flatMap(([line, [first]]) => (first === undefined ? [] : [[line, first] as const])));
  const serves = inOrder.flatMap(({ need }) => {
    const of = forecast.lines.filter((line) => claimed.get(line) === need);
    return of.length === 0 ? [] : [{ ...groupOf(forecast, `need/${need.id}`, needTitle(need), of), needId: need.id }];
  });
  const none = byKind(snapshot, forecast, forecast.lines.filter((line) => !claimed.has(line)));
  const servesPence = sumOf(serves.map(({ pence }) => pence));
  const nonePence = sumOf(none.map(({ pence }) => pence));
  return { totalPence: servesPence + nonePence, servesPence, nonePence, serves, none };
}

/** The needs that lines belong to, or that count on them as in the plan already: a line's own need first, then the others in the order given. */
export function needsBehind(snapshot: PlanSnapshot, forecast: Forecast, serving: readonly Serving[]): ReadonlyMap<ForecastLine, readonly Need[]> {
  const found = new Map<ForecastLine, Need[]>();
  const add = (line: ForecastLine, need: Need): void => {
    const there = found.get(line);
    if (there === undefined) found.set(line, [need]);
    else if (!there.includes(need)) there.push(need);
  };
  const byId = new Map(serving.map(({ need }) => [need.id, need]));
  for (const line of forecast.lines) {
    const need = line.needId === null ? undefined : byId.get(line.needId);
    if (need !== undefined) add(line, need);
  }
  for (const { need, option } of serving) {
    for (const cost of option.costs) if (cost.standing === 'in_plan') for (const line of linesInPlan(snapshot, forecast, cost)) add(line, need);
  }
  return found;
}

function byKind(snapshot: PlanSnapshot, forecast: Forecast, lines: readonly ForecastLine[]): SpendGroup[] {
  const called = namer(snapshot);
  const groups = new Map<string, { readonly name: string; readonly lines: ForecastLine[] }>();
  for (const entry of budgetEntries(snapshot, { lines, spent: [] })) {
    if (entry.line === null) continue;
    const { key, name } = called(entry);
    const group = groups.get(key) ?? { name, lines: [] };
    group.lines.push(entry.line);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => groupOf(forecast, key, group.name, group.lines))
    .toSorted((a, b) => b.pence - a.pence || (a.name < b.name ? -1 : Number(a.name > b.name)));
}

function groupOf(forecast: Forecast, key: string, name: string, lines: readonly ForecastLine[]): SpendGroup {
  const byYear = forecast.years.map(() => 0);
  let unpriced = 0;
  for (const { yearIndex, netPence, quantity } of lines) {
    if (netPence === null) unpriced += quantity;
    else byYear[yearIndex] = (byYear[yearIndex] ?? 0) + netPence;
  }
  return { key, name, byYear, pence: sumOf(byYear), lines: lines.length, unpriced };
}
