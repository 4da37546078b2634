import { formatMonth } from '../calendar.ts';
import { formatCount } from '../money.ts';
import type { FinancialYear, WhyStep } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { itemCount } from '../words.ts';
import { kitWords } from './difference-words.ts';
import type { Peak, PupilDevices, Uncovered } from './risk.ts';

/** Kit of which something is so, at its most: `None`, `248 items by 2030/31`. */
export const peakWords = (peak: Peak | null): string => (peak === null ? 'None' : `${itemCount(peak.items)} by ${peak.year.label}`);

/** `Never`, `Of 1 nobody knows, else never`, `8 months from Sep 2028`, `Up to 8 months, 3 items, from Sep 2028`. */
export function uncoveredWords(uncovered: Uncovered | null, unknown: number): string {
  const notKnown = unknown === 0 ? '' : `; of ${formatCount(unknown)} nobody knows`;
  if (uncovered === null) return unknown === 0 ? 'Never' : `Of ${formatCount(unknown)} nobody knows, else never`;
  const { months, items, from } = uncovered;
  const span = `${formatCount(months)} month${months === 1 ? '' : 's'}`;
  return `${items === 1 ? span : `Up to ${span}, ${itemCount(items)},`} from ${formatMonth(from)}${notKnown}`;
}

const ratio = (hundredths: number): string => (hundredths / 100).toFixed(1);

/** Pupils for each device, today and from the year in which it is what it ends as: `7.6`, `9.5 from 2028/29`. */
export function perDeviceWords({ pupilsEach }: PupilDevices, years: readonly FinancialYear[]): string {
  const [today = null, ...later] = pupilsEach;
  const [last = today] = later.slice(-1);
  if (last === null) {
    const gone = later.findIndex((each) => each === null);
    return today === null ? 'Not known' : `${ratio(today)} today, none left by ${years[gone]?.label ?? ''}`;
  }
  if (today !== null && later.every((each) => each !== null && ratio(each) === ratio(today))) return ratio(today);
  const since = later.findIndex((_, index) => later.slice(index).every((each) => each !== null && ratio(each) === ratio(last)));
  return `${ratio(last)} from ${years[since]?.label ?? ''}`;
}

/** How many pupils share how many devices, today and wherever that changes. */
export function perDeviceSteps({ pupils, devices, pupilsEach }: PupilDevices, years: readonly FinancialYear[]): readonly WhyStep[] {
  if (pupils === null) return [{ text: 'Nobody has entered how many pupils the school has.' }];
  return devices.flatMap((count, index) => {
    if (index > 0 && count === devices[index - 1]) return [];
    const when = index === 0 ? 'Today' : `At the end of ${years[index - 1]?.label ?? ''}`;
    const each = pupilsEach[index] ?? null;
    return [{ text: `${when} ${formatCount(count)} pupil devices are in use and in support${each === null ? '.' : `: ${formatCount(pupils)} ÷ ${formatCount(count)} is ${ratio(each)}.`}` }];
  });
}

/** The kit behind a count, by kind and room, the most first. */
export function kitSteps(snapshot: PlanSnapshot, assetIds: readonly number[]): readonly WhyStep[] {
  const meant = new Set(assetIds);
  const alike = Map.groupBy(snapshot.assets.filter(({ id }) => meant.has(id)), ({ categoryKey, userGroup, locationId }) => JSON.stringify([categoryKey, userGroup, locationId]));
  return [...alike.values()].toSorted((a, b) => b.length - a.length).map((assets) => ({ text: `${kitWords(snapshot, assets.map(({ id }) => id))}.` }));
}
