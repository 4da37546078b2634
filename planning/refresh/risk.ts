import { formatLongDate, monthOf } from '../calendar.ts';
import { planContext, type ForecastOptions } from '../context.ts';
import { formatCount } from '../money.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { spanOf } from '../words.ts';
import { candidates, coveredUntil, serviceDate } from './due.ts';
import { courseOf } from './occurrences.ts';

/** What one asset is until it is replaced, in whole months; 0 and null where it is not so. */
type Waiting = {
  readonly quantity: number;
  readonly outOfCover: number;
  readonly coverUnknown: boolean;
  readonly makerUntil: IsoDate | null;
  readonly systemUntil: IsoDate | null;
  readonly pastPolicy: number;
};

function waitingOf(snapshot: PlanSnapshot, options: ForecastOptions, assets: readonly Asset[]): readonly Waiting[] {
  const context = planContext(snapshot, options);
  return assets.flatMap((asset): Waiting[] => {
    const course = courseOf(context, asset);
    if (course.standing !== 'in_service') return [];
    const replaced = course.placedDate;
    const covered = coveredUntil(asset, course.decision);
    const months = (end: IsoDate | null): number => (end === null ? 0 : Math.max(0, monthOf(replaced) - monthOf(end)));
    const limits = new Map(candidates(asset, course.policy, course.model, course.policy.lifeMonths, course.decision, context.asOfMonth).map(({ factor, date }) => [factor, date]));
    const past = (date: IsoDate | null | undefined): IsoDate | null => (date !== null && date !== undefined && date < replaced ? date : null);
    return [{
      quantity: asset.quantity, outOfCover: months(covered), coverUnknown: covered === null,
      makerUntil: past(limits.get('vendor_support_end')), systemUntil: past(limits.get('os_end')),
      // Kit that its policy lets run until it fails is never older than that.
      pastPolicy: course.policy.binding.length === 0 || serviceDate(asset, context.asOfMonth) === null ? 0 : months(limits.get('policy_life') ?? null),
    }];
  });
}

/**
 * What a school lives with until kit is replaced on the day that it is planned for: out of cover, past the maker's
 * or the system's support, older than its policy says. One sentence that says so where it is nothing of these.
 */
export function riskOfWaiting(snapshot: PlanSnapshot, options: ForecastOptions, assets: readonly Asset[]): readonly string[] {
  const waiting = waitingOf(snapshot, options, assets);
  const all = waiting.reduce((sum, { quantity }) => sum + quantity, 0);
  if (all === 0) return [];
  const those = (of: readonly Waiting[]): string => whoWords(of.reduce((sum, { quantity }) => sum + quantity, 0), all);
  const spans = (of: readonly Waiting[], months: (each: Waiting) => number): string => spanWords(of.map(months));
  const told: string[] = [];
  const uncovered = waiting.filter(({ outOfCover }) => outOfCover > 0);
  if (uncovered.length > 0) told.push(`${those(uncovered)} out of cover for ${spans(uncovered, ({ outOfCover }) => outOfCover)} before that.`);
  for (const [key, whose] of [['makerUntil', 'the maker’s support'], ['systemUntil', 'the support of the system']] as const) {
    const past = waiting.flatMap((each) => (each[key] === null ? [] : [each]));
    const first = past.map((each) => each[key] ?? '').sort()[0];
    const several = new Set(past.map((each) => each[key])).size > 1;
    if (first !== undefined) told.push(`${those(past)} past ${whose}, which ends on ${formatLongDate(first)}${several ? ' at the earliest' : ''}.`);
  }
  const old = waiting.filter(({ pastPolicy }) => pastPolicy > 0);
  if (old.length > 0) told.push(`${those(old)} then ${spans(old, ({ pastPolicy }) => pastPolicy)} older than the policy says.`);
  const unknown = waiting.reduce((sum, { coverUnknown, quantity }) => (coverUnknown ? sum + quantity : sum), 0);
  if (told.length > 0) return told;
  return [unknown === 0 ? 'Nothing: in cover, supported and within its policy until then.'
    : `Nothing that the register knows of. It has no end of cover for ${unknown === all ? (all === 1 ? 'it' : 'them') : formatCount(unknown)}.`];
}

const whoWords = (some: number, all: number): string => {
  if (all === 1) return 'It is';
  if (some === all) return `All ${formatCount(all)} are`;
  return `${formatCount(some)} of ${formatCount(all)} ${some === 1 ? 'is' : 'are'}`;
};

function spanWords(months: readonly number[]): string {
  const [least, most] = [Math.min(...months), Math.max(...months)];
  return least === most ? spanOf(most) : `up to ${spanOf(most)}`;
}
