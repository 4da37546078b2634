import { addMonths, financialYearOf, formatMonth, monthOf } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import type { ForecastOptions } from '../../context.ts';
import { forecast } from '../../forecast.ts';
import { formatCount, formatExact, sumOf } from '../../money.ts';
import { courseOf } from '../../refresh/occurrences.ts';
import { movedDay } from '../../refresh/move.ts';
import { modelTitle } from '../../register/field-words.ts';
import type { Forecast, WhyStep } from '../../result.ts';
import { applyChanges, type PlanChange } from '../../scenarios/change.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, Pence } from '../../vocabulary.ts';
import { kitCount } from '../../words.ts';
import { fitCheck, type FitReport, type JudgedGroup } from './check.ts';
import { judge, type FitAnswer } from './judge.ts';
import { lookedAt, plannedKit, type PlannedKit } from './planned-kit.ts';
import { specOfNew } from './spec.ts';
import { swaps } from './swaps.ts';
import { memoryWays } from './memory-ways.ts';
import type { FitSubject } from './subject.ts';

/** One thing that would make something run in a room in a year. */
export type Way = {
  readonly kind: 'memory' | 'swap' | 'support' | 'forward' | 'model';
  /** "Replace 4 laptops in 2026/27 instead of later". */
  readonly words: string;
  /** How it runs in the room then. */
  readonly makes: 'runs' | 'slow';
  /** What the plan costs more over all its years, minus for less, net; null where no price is known. */
  readonly costPence: Pence | null;
  /** To be tried as a what-if; empty where the plan has no such change. */
  readonly changes: readonly PlanChange[];
  readonly steps: readonly WhyStep[];
};

/** What is asked: a room of a fit check and the position of a year. */
export type WaysAsked = { readonly rowKey: string; readonly yearIndex: number };

/** What the ways are worked out from: the plan with what is tried in it, and what does not run in the room then. */
export type Lacking = {
  readonly snapshot: PlanSnapshot;
  readonly options: ForecastOptions;
  readonly kit: PlannedKit;
  readonly subject: FitSubject;
  readonly asked: WaysAsked;
  readonly locationId: number | null;
  readonly place: string;
  /** How the room stands without any of it. */
  readonly answer: FitAnswer;
  readonly groups: readonly JudgedGroup[];
  readonly items: number;
  /** "16 desktops". */
  readonly words: string;
  /** "2027/28". */
  readonly year: string;
};

type Planned = Omit<Way, 'costPence' | 'makes'>;

type Chosen = Parameters<typeof plannedKit>[2];

/** Better models that are offered at most: the cheapest. */
const MOST_MODELS = 3;

/**
 * The ways to make something run on all of a room by the end of a year, the cheapest over the plan's years first: more
 * memory, the same kind of kit from a room that would lose nothing by it, longer support of its system, the planned replacement
 * sooner, a better model at the replacement. What a change costs is the forecast with it less the forecast without it. Every way that can be tried
 * has been: one that does not make the room run, or run slowly where it did not run at all, is not offered.
 */
export function waysToRun(snapshot: PlanSnapshot, options: ForecastOptions, subject: FitSubject, asked: WaysAsked, chosen: Chosen = null): readonly Way[] {
  const kit = plannedKit(snapshot, options, chosen ?? null);
  const report = fitCheck(snapshot, kit, subject);
  const lacking = report === null ? null : lackingIn(snapshot, options, kit, report, asked);
  if (lacking === null) return [];
  const before = forecast(snapshot, options);
  const planned = [...supportWays(lacking), ...forwardWays(lacking), ...modelWays(lacking)].flatMap((way): Way[] => {
    const changed = applyChanges(snapshot, way.changes);
    const after = fitCheck(changed, plannedKit(changed, options, chosen ?? null), subject);
    const makes = after?.rows.find(({ key }) => key === asked.rowKey)?.cells[asked.yearIndex]?.answer;
    return makes === 'runs' || (makes === 'slow' && lacking.answer !== 'slow') ? [withCost({ ...way, makes }, before, forecast(changed, options))] : [];
  });
  const models = planned.filter(({ kind }) => kind === 'model').toSorted(byCost).slice(0, MOST_MODELS);
  return [...memoryWays(lacking), ...swaps(lacking), ...planned.filter(({ kind }) => kind !== 'model'), ...models].toSorted(byCost);
}

const byCost = (a: Way, b: Way): number =>
  (a.costPence === null ? 1 : 0) - (b.costPence === null ? 1 : 0) || (a.costPence ?? 0) - (b.costPence ?? 0) || (a.words < b.words ? -1 : 1);

function lackingIn(snapshot: PlanSnapshot, options: ForecastOptions, kit: PlannedKit, report: FitReport, asked: WaysAsked): Lacking | null {
  const row = report.rows.find(({ key }) => key === asked.rowKey);
  const cell = row?.cells[asked.yearIndex];
  const groups = cell?.groups.filter(({ judgement }) => judgement.answer !== 'runs') ?? [];
  const [first] = groups;
  if (row === undefined || cell === undefined || first === undefined) return null;
  const items = groups.reduce((sum, group) => sum + group.items, 0);
  const kinds = new Set(groups.map(({ spec }) => spec.categoryKey));
  return {
    snapshot, options, kit, subject: report.subject, asked, answer: cell.answer, groups, items, place: row.place, locationId: row.locationId, year: report.years[asked.yearIndex]?.label ?? '',
    words: kinds.size === 1 ? kitCount(categoryNamed(snapshot.categories, first.spec.categoryKey), null, items) : `${formatCount(items)} computers`,
  };
}

function withCost(way: Omit<Way, 'costPence'>, before: Forecast, after: Forecast): Way {
  const unpriced = after.noPrice.reduce((sum, { quantity }) => sum + quantity, 0) > before.noPrice.reduce((sum, { quantity }) => sum + quantity, 0);
  const differences = after.years.map(({ label }, index) => ({ label, pence: (after.totals.plannedPence[index] ?? 0) - (before.totals.plannedPence[index] ?? 0) }));
  const costPence = sumOf(differences.map(({ pence }) => pence));
  const changed = differences.filter(({ pence }) => pence !== 0).map(({ label, pence }) => ({ text: `${label}: ${formatExact(Math.abs(pence))} ${pence < 0 ? 'less' : 'more'}.` }));
  const total = unpriced ? 'Some of it has no price, so what it comes to cannot be said.'
    : costPence === 0 ? 'Over the plan’s years it costs the same.' : `Over the plan’s years that is ${formatExact(Math.abs(costPence))} ${costPence < 0 ? 'less' : 'more'}.`;
  return { ...way, costPence: unpriced ? null : costPence, steps: [...way.steps, { text: 'The plan is worked out with this change and without it.' }, ...changed, { text: total }] };
}

/** Rows of the register whose kit of today does not run in the year; null where some of it is not today's, or is no row. */
function todaysRows({ snapshot, groups }: Lacking): readonly Asset[] | null {
  if (groups.some(({ origin, broughtBy, assetIds }) => (origin !== 'today' && (origin !== 'upgrade' || broughtBy !== null)) || assetIds.length === 0)) return null;
  const ids = new Set(groups.flatMap(({ assetIds }) => assetIds));
  return snapshot.assets.filter(({ id }) => ids.has(id));
}

/** Each row moved into the year: in its own month, or on the as-at date where that has gone by this year; null where one cannot be moved. */
function movesOf({ kit: { context }, asked }: Lacking, rows: readonly Asset[]): Extract<PlanChange, { kind: 'move' }> | null {
  const year = context.years[asked.yearIndex]?.year ?? 0;
  const gone = financialYearOf(context.asOf, context.yearStartMonth) === year ? context.asOf : null;
  const moves = rows.flatMap((asset) => {
    const date = courseOf(context, asset).standing === 'in_service' ? movedDay(context, asset, year) ?? gone : null;
    return date === null ? [] : [{ assetId: asset.id, date }];
  });
  return moves.length < rows.length ? null : { kind: 'move', moves };
}

/** Updates paid for up to the end of the year, where their end is all that stops it. Nobody but its maker's list knows whether they can be had. */
function supportWays(lacking: Lacking): readonly Planned[] {
  const { kit: { context }, groups, asked, words } = lacking;
  const rows = todaysRows(lacking);
  const { day } = lookedAt(context, asked.yearIndex);
  const years = groups.map(({ spec, judgement }) => (spec.systemEnd !== null && judgement.checks.every(({ answer, about }) => answer !== 'no' || about === 'support') ? yearsTo(spec.systemEnd, day) : null));
  const most = years.reduce<number | null>((longest, each) => (longest === null || each === null ? null : Math.max(longest, each)), 0);
  if (rows === null || most === null || most < 1 || most > 10) return [];
  return [{
    kind: 'support', words: `Pay for ${most === 1 ? 'a year' : `${formatCount(most)} years`} more of security updates for ${words}`,
    changes: [{ kind: 'action', assetIds: rows.map(({ id }) => id), action: 'extend_support', years: most, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null }],
    steps: [{ text: `The end of security updates alone stops ${lacking.subject.name} on ${words} of ${lacking.place}.` }, { text: 'Whether more can be paid for, and what that costs, stands with the support dates; the plan has no price of it here.' }],
  }];
}

/** Whole years from a day up to another, begun ones counted. */
function yearsTo(end: IsoDate, day: IsoDate): number {
  let years = 1;
  while (addMonths(end, 12 * years) < day) years += 1;
  return years;
}

function forwardWays(lacking: Lacking): readonly Planned[] {
  const { kit: { context }, words, year } = lacking;
  const rows = todaysRows(lacking);
  const move = rows === null ? null : movesOf(lacking, rows);
  if (rows === null || move === null) return [];
  const due = rows.flatMap((asset) => {
    const course = courseOf(context, asset);
    return course.standing === 'in_service' ? [monthOf(course.placedDate)] : [];
  });
  const [first, last] = [Math.min(...due), Math.max(...due)];
  const planned = first === last ? formatMonth(first) : `between ${formatMonth(first)} and ${formatMonth(last)}`;
  return [{
    kind: 'forward', changes: [move], words: `Replace ${words} in ${year} instead of later`,
    steps: [{ text: `The plan replaces ${words} of ${lacking.place} ${first === last ? 'in ' : ''}${planned}, with kit on which ${lacking.subject.name} runs better.` }, { text: `Replaced within ${year}, the new kit is there by its last day.` }],
  }];
}

/** A better model of the kind at the replacement, where that comes by then; else with the replacement brought forward. */
function modelWays(lacking: Lacking): readonly Planned[] {
  const { snapshot, kit: { context }, groups, subject, words, year, asked } = lacking;
  const [first] = groups;
  if (first === undefined || groups.some(({ spec, assetIds }) => spec.categoryKey !== first.spec.categoryKey || assetIds.length === 0)) return [];
  const ids = new Set(groups.flatMap(({ assetIds }) => assetIds));
  const rows = snapshot.assets.filter(({ id }) => ids.has(id));
  const replaced = groups.every(({ origin }) => origin === 'replacement');
  const today = todaysRows(lacking);
  const move = today === null ? null : movesOf(lacking, today);
  if (!replaced && move === null) return [];
  const { day } = lookedAt(context, asked.yearIndex);
  const fits = (model: AssetModel): boolean => ['runs', 'slow'].includes(judge(specOfNew(context, model, model.categoryKey, first.spec), subject.requirements, day).answer);
  return snapshot.models.filter((model) => model.categoryKey === first.spec.categoryKey && model.id !== first.spec.modelId && model.unitPence !== null && fits(model))
    .map((model): Planned => ({
      kind: 'model',
      words: `Replace ${words} ${replaced ? `by ${modelTitle(model)}` : `in ${year} by ${modelTitle(model)}`}`,
      changes: [
        ...rows.map(({ id, categoryKey, userGroup }): PlanChange => ({ kind: 'policy', categoryKey, userGroup, assetId: id, set: { replacementModelId: model.id } })),
        ...(replaced || move === null ? [] : [move]),
      ],
      steps: [{ text: `The library has ${modelTitle(model)}, on which ${subject.name} runs better; the plan has ${first.spec.name}.` }, ...(replaced ? [] : [{ text: `The kit of today is replaced within ${year}, so that it is there by its last day.` }])],
    }));
}
