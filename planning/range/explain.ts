import { formatExact, formatPounds } from '../money.ts';
import type { WhyStep } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { KindAtRisk, LikelyRange, YearRange } from './bands.ts';
import { ONE_IN_TEN } from './spread.ts';
import { kindName, rangeInPounds } from './words.ts';

/** Kinds told one by one; the smaller ones are told together. */
const MOST_KINDS = 3;

/** What makes a year (by its position) come out higher or lower than planned: prices, then the kinds that are lost. */
export function explainRange(snapshot: PlanSnapshot, range: LikelyRange, yearIndex: number): WhyStep[] {
  const year = range.years[yearIndex];
  if (year === undefined) return [];
  const { plannedPence, certainPence, plannedLossPence, lowPence, highPence } = year;
  return [
    `The plan for the year is ${formatExact(plannedPence)}.`,
    ...(certainPence > 0 ? [`${formatExact(certainPence)} of it is spent already or agreed: nothing moves that.`] : []),
    ...(plannedLossPence > 0 ? [`${formatExact(plannedLossPence)} of it is for losses and breakages, in whole items.`] : []),
    ...priceStep(year),
    ...lossSteps(snapshot, year),
    lowPence === highPence ? `Nothing else moves it: ${formatExact(lowPence)}.`
      : `All together ${rangeInPounds(lowPence, highPence)}, eight times out of ten: one time in ten less, one time in ten more.`,
    ...outsideStep(year),
  ].map((text) => ({ text }));
}

/** How far a factor goes up or down eight times out of ten. */
const eightInTen = (sd: number): string => `${(128 * sd).toFixed(1).replace(/\.0$/, '')}%`;

function priceStep({ pricedPence, priceSd, pricesAlone }: YearRange): string[] {
  if (pricedPence <= 0) return [];
  if (priceSd === 0) return [`${formatExact(pricedPence)} is at prices that have no time to move.`];
  return [
    `${formatExact(pricedPence)} is at prices that wander from the day they are of until it is paid, up to ${eightInTen(priceSd)} up or down: without losses the year is ${rangeInPounds(pricesAlone.lowPence, pricesAlone.highPence)}.`,
  ];
}

/** `about 5`, `about 0.4`: of fewer than one a tenth matters. */
const items = (count: number): string => (count >= 0.95 ? `about ${Math.round(count)}` : count >= 0.05 ? `about ${count.toFixed(1)}` : 'hardly any');

const pounds = (pence: number): string => formatPounds(Math.round(pence / 1_000) * 1_000);

function lossSteps(snapshot: PlanSnapshot, { kinds }: YearRange): string[] {
  const shown = kinds.length > MOST_KINDS + 1 ? kinds.slice(0, MOST_KINDS) : kinds;
  const rest = kinds.slice(shown.length);
  const told = (each: Pick<KindAtRisk, 'items' | 'pence' | 'sdPence'>): string =>
    `${items(each.items)} lost or broken, ${pounds(each.pence)}, give or take ${pounds(ONE_IN_TEN * each.sdPence)}`;
  const together = { items: 0, pence: 0, variance: 0 };
  for (const { items: count, pence, sdPence } of rest) {
    together.items += count;
    together.pence += pence;
    together.variance += sdPence ** 2;
  }
  return [
    ...shown.map((each) => `${kindName(snapshot, each.kind)}: ${told(each)}.`),
    ...(rest.length === 0 ? [] : [`${rest.length} other kinds: ${told({ ...together, sdPence: Math.sqrt(together.variance) })}.`]),
  ];
}

/** Why a plan can lie outside its own range: it counts with other losses than the record shows. */
function outsideStep({ plannedPence, lowPence, highPence, plannedLossPence, kinds }: YearRange): string[] {
  if (plannedPence >= lowPence && plannedPence <= highPence) return [];
  const expected = pounds(kinds.reduce((sum, { pence }) => sum + pence, 0));
  const counted = plannedLossPence === 0 ? 'no losses' : `${formatExact(plannedLossPence)} of losses`;
  return [`The plan lies ${plannedPence < lowPence ? 'below' : 'above'} its range because it counts with ${counted} where ${expected} is to be expected.`];
}
