import { monthOf } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { formatCount, formatPounds } from '../money.ts';
import { policyFor } from '../policies.ts';
import { contextOf } from '../quality.ts';
import type { Forecast, WhyStep } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { inWords, kitCount, spanOf, startUpper } from '../words.ts';
import type { GapReason, LeftOutKind } from './left-out.ts';

export const GAP_WORDS: Readonly<Record<GapReason, string>> = {
  no_purchase_date: 'No purchase date', no_cover_date: 'No date of cover', unusable_value: 'A figure that cannot be used',
};

/** How the likely cost of one kind that is left out was worked out. */
export function explainLeftOut(snapshot: PlanSnapshot, forecast: Forecast, kind: LeftOutKind): WhyStep[] {
  const context = contextOf(snapshot, forecast);
  const [id] = kind.assetIds;
  const asset = snapshot.assets.find((each) => each.id === id);
  const life = asset === undefined ? null : policyFor(asset, snapshot.policies)?.lifeMonths ?? null;
  const who = kitCount(context.category(kind.categoryKey), kind.userGroup, kind.items);
  const steps = [`${who}, left out because: ${GAP_WORDS[kind.reason].toLowerCase()}.`];
  if (kind.about === null || kind.range === null || life === null) {
    return [...steps, 'No price or life is known to estimate with.'].map((text) => ({ text }));
  }
  const months = context.endMonth - 1 - monthOf(context.asOf);
  const certain = Math.floor(months / life);
  const chance = months % life;
  const priced = kind.items - kind.unpriced;
  return [
    ...steps,
    `Kit that is replaced on time is equally likely to be of any age below its life, so each month of the last ${spanOf(life)} is taken as equally likely for its purchase.`,
    `With ${formatCount(months)} months to come, each is replaced ${timesWords(certain)}${chance === 0 ? '' : `${certain === 0 ? '' : ' for certain, and once more'} with a chance of ${chance} in ${life}`}.`,
    `Each at the price of its year, its own or the mean of its kind: about ${formatPounds(kind.about)}${kind.unpriced === 0 ? '' : ` for the ${formatCount(priced)} that have one`}.`,
    `8 in 10 lie between ${formatPounds(kind.range.low)} and ${formatPounds(kind.range.high)}. Each row of the register is taken as bought on a day of its own; rows bought together make the range wider.`,
  ].map((text) => ({ text }));
}

const timesWords = (certain: number): string => (certain === 0 || certain === 1 ? 'once' : `${inWords(certain)} times`);

/** How the sum of all that is left out was worked out. */
export function explainAllLeftOut(snapshot: PlanSnapshot, kinds: readonly LeftOutKind[], about: string, range: string): WhyStep[] {
  return [
    ...kinds.flatMap((kind) => (kind.about === null ? [] : [{
      text: `${startUpper(kitCount(categoryNamed(snapshot.categories, kind.categoryKey), kind.userGroup, kind.items))}: about ${formatPounds(kind.about)}.`,
    }])),
    { text: `Together about ${about}.` },
    { text: `8 in 10 lie between ${range}: where rows do not depend on each other, their spreads add up as squares, so the sum spreads less than its parts.` },
  ];
}
