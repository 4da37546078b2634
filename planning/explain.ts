import { formatLongDate, monthOf } from './calendar.ts';
import { planContext, type ForecastOptions, type PlanContext } from './context.ts';
import { forecast } from './forecast.ts';
import { lineBasis } from './line-price.ts';
import { candidates } from './refresh/due.ts';
import { courseOf, type Course } from './refresh/occurrences.ts';
import type { Forecast, ForecastLine, WhyStep } from './result.ts';
import type { Asset, PlanSnapshot, RecurringCost } from './snapshot.ts';
import type { IsoDate, LimitingFactor, NotForecastReason } from './vocabulary.ts';
import {
  boughtSteps, candidateText, limitSteps, orderSteps, overdueSteps, policyName, successorSteps, upgradeSteps, yearStep,
} from './why/date-steps.ts';
import { backlogSteps, extendedSteps, extensionSteps, fateSteps, replacedBySteps, windowSteps } from './why/decision-steps.ts';
import { disposalSteps } from './why/disposal-steps.ts';
import { lossSteps } from './why/loss-steps.ts';
import { needSteps } from './why/need-steps.ts';
import { placeSteps, type Named } from './why/place-steps.ts';
import { moneySteps } from './why/price-steps.ts';
import { consumableSteps, recurringSteps } from './why/recurring-steps.ts';
import { reasonWords } from './words.ts';

/** One thing that could have set the date, and why it did or did not. */
export type ExplainedCandidate = {
  readonly factor: LimitingFactor;
  readonly date: IsoDate | null;
  /** Whether the policy goes by it. */
  readonly binds: boolean;
  /** Whether it gave the date. */
  readonly decides: boolean;
  readonly text: string;
};

export type AssetExplanation = {
  readonly assetId: number;
  /** Why its next replacement is when it is, or why there is none. */
  readonly steps: readonly WhyStep[];
  readonly due: IsoDate | null;
  readonly limitingFactor: LimitingFactor | null;
  readonly overdue: boolean;
  readonly candidates: readonly ExplainedCandidate[];
  /** Everything it will need in the years shown. */
  readonly lines: readonly ForecastLine[];
  readonly notInForecast: NotForecastReason | null;
};

type Reading = {
  readonly key: string;
  readonly context: PlanContext;
  readonly assets: ReadonlyMap<number, Asset>;
  readonly costs: ReadonlyMap<number, RecurringCost>;
  /** Worked out when something is asked that depends on everything else that is bought. */
  whole: Forecast | null;
  linesOf: ReadonlyMap<number | null, readonly ForecastLine[]> | null;
};

/** The last reading of each snapshot: every line of a workbook is explained from one. */
const readings = new WeakMap<PlanSnapshot, Reading>();

function readingOf(snapshot: PlanSnapshot, options: ForecastOptions): Reading {
  const key = JSON.stringify([options.asOf, options.years, options.yearStartMonth, options.firstYear]);
  let reading = readings.get(snapshot);
  if (reading?.key !== key) {
    reading = {
      key, context: planContext(snapshot, options),
      assets: new Map(snapshot.assets.map((asset) => [asset.id, asset])),
      costs: new Map(snapshot.recurring.map((cost) => [cost.id, cost])),
      whole: null, linesOf: null,
    };
    readings.set(snapshot, reading);
  }
  return reading;
}

const wholeOf = (snapshot: PlanSnapshot, options: ForecastOptions, reading: Reading): Forecast => reading.whole ??= forecast(snapshot, options);

/** The lines of one row as the forecast has them: which fund pays may depend on everything else that is bought. */
function linesOfAsset(snapshot: PlanSnapshot, options: ForecastOptions, assetId: number): readonly ForecastLine[] {
  const reading = readingOf(snapshot, options);
  reading.linesOf ??= Map.groupBy(wholeOf(snapshot, options, reading).lines, (line) => line.assetId);
  return reading.linesOf.get(assetId) ?? [];
}

const steps = (texts: readonly string[]): WhyStep[] => texts.map((text) => ({ text }));

/**
 * The numbered reasons behind a line of `forecast(snapshot, options)`: whole sentences in order, whose figures
 * lead to the line's pence, then the fund that pays it and its code. A line of another snapshot, whose asset or cost is
 * gone, has no reasons.
 */
export function explainLine(snapshot: PlanSnapshot, options: ForecastOptions, line: ForecastLine): WhyStep[] {
  const reading = readingOf(snapshot, options);
  const { context, assets, costs } = reading;
  const { plural } = context.category(line.categoryKey);
  const several: Named = { what: plural, several: true };
  const told = (texts: readonly string[], named = several): WhyStep[] => {
    const asset = line.assetId === null ? null : assets.get(line.assetId) ?? null;
    return steps(texts.length === 0 ? [] : [...texts, ...placeSteps(context, line, asset, named, () => wholeOf(snapshot, options, reading))]);
  };
  if (line.recurringId !== null) {
    const cost = costs.get(line.recurringId);
    return cost === undefined ? [] : told(recurringSteps(context, cost, line), { what: cost.name, several: false });
  }
  if (line.needId !== null) {
    const need = snapshot.needs.find(({ costId }) => costId === line.needCostId);
    return need === undefined ? [] : told(needSteps(context, need, line), { what: need.name, several: false });
  }
  if (line.kind === 'consumable') return told(consumableSteps(context, line), { what: `what ${plural} use up`, several: false });
  if (line.assetId === null) return told(lossSteps(context, line));
  const asset = assets.get(line.assetId);
  return asset === undefined ? [] : told(kitSteps(context, assets, asset, line));
}

/** The reasons of a line for kit of the register. */
function kitSteps(context: PlanContext, assets: ReadonlyMap<number, Asset>, asset: Asset, line: ForecastLine): string[] {
  if (line.kind === 'extend') return [...boughtSteps(context, asset), ...extendedSteps(context, asset, line)];
  const course = courseOf(context, asset);
  if (course.standing === 'out') return [];
  if (line.kind === 'disposal') return [...boughtSteps(context, asset), ...disposalSteps(context, asset, course, line)];
  const money = moneySteps(context, line, lineBasis(context, asset, course, line), asset.unitVatPence ?? 0);
  return [...dateSteps(context, assets, asset, course, line), ...money];
}

function dateSteps(
  context: PlanContext, assets: ReadonlyMap<number, Asset>, asset: Asset, course: Exclude<Course, { standing: 'out' }>, line: ForecastLine,
): string[] {
  const start = course.standing === 'in_service'
    ? boughtSteps(context, asset)
    : orderSteps(context, asset, asset.succeedsAssetId === null ? null : assets.get(asset.succeedsAssetId) ?? null);
  const placed = [...windowSteps(context, course, line), yearStep(context, line.date)];
  if (line.kind === 'upgrade') return [...start, ...upgradeSteps(context, course, line), ...placed];
  if (line.occurrence > 0) return [...start, ...replacedBySteps(context, course), ...successorSteps(context, course, line), ...placed];
  if (course.standing === 'on_the_way') return [...start, ...placed];
  return [
    ...start, ...extensionSteps(context, asset), ...limitSteps(context, asset, course), ...overdueSteps(context, asset, course),
    ...backlogSteps(context, asset, course, line), ...fateSteps(asset, course), ...replacedBySteps(context, course), ...placed,
  ];
}

const OUT_WORDS: Readonly<Record<NotForecastReason, string>> = {
  no_purchase_date: 'Without a purchase date its age is not known, so it is not in the forecast.',
  no_cover_date: 'Its policy goes by the end of cover or support, and no such date is known, so it is not in the forecast.',
  run_to_fail: 'Its policy lets it run until it fails, so it is not in the forecast.',
  status_retired: 'It is retired, so it is not in the forecast.',
  status_disposed: 'It has been disposed of, so it is not in the forecast.',
  status_lost: 'It is lost, so it is not in the forecast.',
  status_stolen: 'It was stolen, so it is not in the forecast.',
  unusable_value: 'Its quantity, or a figure of its policy, cannot be counted with, so it is not in the forecast.',
  kept: 'It was decided to keep it in use until it fails, so it is not in the forecast.',
};

/** Why kit is not in the forecast; of kit that was decided to be kept, by what reason and what is paid for that. */
function outSteps(context: PlanContext, asset: Asset, reason: NotForecastReason): string[] {
  const { fate } = context.decisionOf(asset.id);
  const kept = reason === 'kept' && fate !== null ? [`The reason for that: ${reasonWords(fate.reason)}.`] : [];
  return [OUT_WORDS[reason], ...kept, ...extensionSteps(context, asset)];
}

/** Everything about one asset's date: what set it, what did not and why, and what it will need. Throws if it is not there. */
export function explainAsset(snapshot: PlanSnapshot, options: ForecastOptions, assetId: number): AssetExplanation {
  const { context, assets } = readingOf(snapshot, options);
  const asset = assets.get(assetId);
  if (asset === undefined) throw new RangeError(`No asset has the number ${assetId}.`);
  const course = courseOf(context, asset);
  if (course.standing === 'out') {
    return {
      assetId, steps: steps([...boughtSteps(context, asset), ...outSteps(context, asset, course.reason)]), due: null, limitingFactor: null,
      overdue: false, candidates: [], lines: linesOfAsset(snapshot, options, assetId), notInForecast: course.reason,
    };
  }
  const lines = linesOfAsset(snapshot, options, assetId);
  const next = lines.find((line) => line.kind === 'replace');
  const why = next === undefined ? steps(laterSteps(context, asset, course)) : explainLine(snapshot, options, next);
  if (course.standing === 'on_the_way') {
    return { assetId, steps: why, due: course.firstDate, limitingFactor: null, overdue: false, candidates: [], lines, notInForecast: null };
  }
  const { due } = course;
  return {
    assetId, steps: why, due: due.date, limitingFactor: due.factor, overdue: course.overdue, lines, notInForecast: null,
    candidates: candidates(asset, course.policy, course.model, due.lifeMonths, course.decision, context.asOfMonth).map((candidate) => ({
      ...candidate, decides: candidate.factor === due.factor, text: candidateText(candidate, due),
    })),
  };
}

/** Kit with no replacement in the years shown: due after them, or replaced by kit on order. */
function laterSteps(context: PlanContext, asset: Asset, course: Exclude<Course, { standing: 'out' }>): string[] {
  if (course.standing === 'on_the_way') return orderSteps(context, asset, null);
  const start = [...boughtSteps(context, asset), ...extensionSteps(context, asset), ...limitSteps(context, asset, course), ...fateSteps(asset, course)];
  if (course.leavesOn !== null) return [...start, `${asset.quantity === 1 ? 'It leaves' : 'They leave'} on ${formatLongDate(course.leavesOn)} and nothing is bought in ${asset.quantity === 1 ? 'its' : 'their'} place.`];
  const next = course.successions[0];
  if (course.quantity === 0 && next !== undefined) {
    return [...start, `Its replacement is on order, to come on ${formatLongDate(next.date)}.`];
  }
  return monthOf(course.firstDate) >= context.endMonth ? [...start, yearStep(context, course.firstDate)]
    : [...start, `${policyName(context, course.policy)} places nothing for it in the years shown.`];
}
