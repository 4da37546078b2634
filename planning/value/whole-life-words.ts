import { divideHalfUp, formatCount, formatExact, formatPounds, sumOf } from '../money.ts';
import type { WhyStep } from '../result.ts';
import { say, strong, type Sentence } from '../sentences/say.ts';
import { formatLongDate } from '../calendar.ts';
import type { Pence } from '../vocabulary.ts';
import { listOf, spanOf, startLower } from '../words.ts';
import { tenthsText } from './upkeep-costs.ts';
import { COST_PARTS, DISCOUNT, penceOf, type CostPart, type WholeLifeCost } from './whole-life.ts';

/** The head of a column for each part. */
export const COST_PART_WORDS: Readonly<Record<CostPart, string>> = {
  purchase: 'Purchase', cover: 'Cover', upgrade: 'Upgrade', energy: 'Energy', support: 'Support', self_support: 'Self-support',
  consumables: 'Uses up', losses: 'Losses', disposal: 'Disposal',
};

/** What nobody has entered of a kind, each thing once. */
const missingOf = ({ parts }: WholeLifeCost): readonly string[] =>
  [...new Set(parts.flatMap(({ cost }) => (!cost.known && 'missing' in cost ? [cost.missing] : [])))];

/** What nobody has entered of any kind: said once, and not of each. */
export const missingOfAll = (lives: readonly WholeLifeCost[]): readonly string[] =>
  (lives[0] === undefined ? [] : missingOf(lives[0]).filter((what) => lives.every((life) => missingOf(life).includes(what))));

/** "Left out because nobody has entered it: …", beside what has been said of all. Null where there is nothing else. */
export function missingWords(life: WholeLifeCost, said: readonly string[] = []): string | null {
  const missing = missingOf(life).filter((what) => !said.includes(what));
  return missing.length === 0 ? null : `Left out because nobody has entered it: ${listOf(missing)}.`;
}

/** Parts of a whole as pence of each pound, by largest remainder: they add up to 100. Of equal remainders the first counts up. */
export function penceOfPound(amounts: readonly Pence[]): readonly number[] {
  const total = sumOf(amounts);
  if (total <= 0) return amounts.map(() => 0);
  const floors = amounts.map((amount) => Math.floor((amount * 100) / total));
  const order = amounts.map((amount, at) => ({ at, rest: (amount * 100) % total })).toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  const up = new Set(order.slice(0, 100 - sumOf(floors)).map(({ at }) => at));
  return floors.map((floor, at) => floor + Number(up.has(at)));
}

const HARDWARE: readonly CostPart[] = ['purchase', 'cover', 'upgrade', 'losses', 'disposal'];
const SHARES: readonly { readonly words: string; readonly of: readonly CostPart[] }[] = [
  { words: 'the kit itself', of: HARDWARE }, { words: 'the support team', of: ['support'] },
  { words: 'the time of those who use it', of: ['self_support'] }, { words: 'power', of: ['energy'] }, { words: 'what it uses up', of: ['consumables'] },
];

/** "Of every £1, 62p is the kit itself, 21p the support team and 17p power." Null where less than two of them are known, or one brings money in. */
export function shareWords({ parts }: WholeLifeCost): string | null {
  const amounts = SHARES.map(({ of }) => sumOf(parts.filter(({ part }) => of.includes(part)).map(({ cost }) => penceOf(cost))));
  if (amounts.some((amount) => amount < 0) || amounts.filter((amount) => amount > 0).length < 2) return null;
  const shares = penceOfPound(amounts).flatMap((share, at) => (share === 0 ? [] : [{ share, words: SHARES[at]?.words ?? '' }])).toSorted((a, b) => b.share - a.share);
  return `Of every £1, ${listOf(shares.map(({ share, words }, at) => `${share}p ${at === 0 ? 'is ' : ''}${words}`))}.`;
}

/** What all kinds cost a year together, and which costs most. */
export function wholeLifeSentence(lives: readonly WholeLifeCost[]): Sentence {
  const [most] = lives.toSorted((a, b) => b.allPence - a.allPence);
  if (most === undefined || most.allPence === 0) return say('What kit costs over its whole life can be said once kinds have a price.');
  const all = sumOf(lives.map(({ allPence }) => allPence));
  const pupil = most.pupils === null || most.pupils === 0 ? '' : `, ${formatPounds(divideHalfUp(all, most.pupils))} for each of ${formatCount(most.pupils)} pupils`;
  const without = lives.filter((life) => missingOf(life).length > 0).length;
  return say(
    'Over their whole lives the kinds in service cost ', strong(`${formatPounds(all)} a year`), `${pupil}, as far as it is known. Most of it is for ${startLower(most.name)}: ${formatPounds(most.allPence)}.`,
    without === 0 ? '' : ` Of ${without === lives.length ? 'every kind' : `${formatCount(without)} of ${formatCount(lives.length)} kinds`} something has not been entered.`,
  );
}

/** Why one device of a kind costs that much a year: each part, their sum, and the same as an even payment. */
export function explainYearly(life: WholeLifeCost): readonly WhyStep[] {
  const known = life.parts.flatMap(({ part, cost }) => (cost.known ? [{ part, cost }] : []));
  const missing = missingWords(life);
  return [
    ...known.map(({ part, cost }) => ({ text: `${COST_PART_WORDS[part]}: ${cost.step}` })),
    { text: known.length === 0 ? 'Nothing is known yet.' : `${known.map(({ cost }) => formatExact(cost.pence)).join(' + ').replaceAll('+ −', '− ')} = ${formatExact(life.yearlyPence)} a year for one.` },
    ...(missing === null ? [] : [{ text: missing }]),
  ];
}

/** Why a part is what it is, or what is missing. */
export function explainPart(life: WholeLifeCost, part: CostPart): readonly WhyStep[] {
  const found = life.parts.find((each) => each.part === part);
  if (found === undefined) return [];
  const { cost } = found;
  if (cost.known) return [{ text: cost.step }];
  return [{ text: 'missing' in cost ? `Nobody has entered ${cost.missing}. It is left out and not taken as nothing.` : 'Its policy has none.' }];
}

export function explainAll({ yearlyPence, quantity, allPence }: WholeLifeCost): readonly WhyStep[] {
  return [{ text: `${formatExact(yearlyPence)} a year for one × ${formatCount(quantity)} in service = ${formatExact(allPence)}.` }];
}

export function explainPerPupil(life: WholeLifeCost): readonly WhyStep[] {
  const { allPence, pupils, perPupilPence } = life;
  if (pupils === null || perPupilPence === null) return [{ text: 'Nobody has entered how many pupils the school has.' }];
  return [...explainAll(life), { text: `${formatExact(allPence)} ÷ ${formatCount(pupils)} pupils = ${formatExact(perPupilPence)}.` }];
}

/** The even payment, in words that say what it rests on. */
export function explainEven({ even, lifeMonths, yearlyPence }: WholeLifeCost): readonly WhyStep[] {
  if (even === null) return [{ text: lifeMonths === null ? 'It is used until it fails: it has no life to spread its price over.' : 'Nobody has entered what one costs.' }];
  return [
    { text: `The plain average is ${formatExact(yearlyPence)} a year: it takes a pound in ${even.years === 1 ? 'a year' : `${formatCount(even.years)} years`} for a pound today.` },
    { text: `An even payment at the end of each of ${formatCount(even.years)} years${lifeMonths === even.years * 12 ? '' : ` (${spanOf(lifeMonths ?? 0)}, counted in whole years)`}, at ${(DISCOUNT.rate * 100).toFixed(1)}% a year, that is worth the same as its price today, its costs of every year and what it brings in at the end: ${formatExact(even.pence)}.` },
    { text: `The rate is that of ${DISCOUNT.source}, above price rises, as known on ${formatLongDate(DISCOUNT.asOf)}.` },
  ];
}

/** How long it is best kept, by the school's own record. */
export function economicWords({ economic, lifeMonths }: WholeLifeCost): string {
  if (economic === null) return 'The record does not say how failures grow with age, so the best age to replace it is not known.';
  const { years, pence, seenYears } = economic;
  const span = `${formatCount(years)} year${years === 1 ? '' : 's'}`;
  const kept = lifeMonths === null ? '' : ` It is kept ${spanOf(lifeMonths)}.`;
  if (years === seenYears) return `By the school’s own failures a year more was never dearer up to ${span}, the oldest seen.${kept}`;
  return `By the school’s own failures it costs least when it is kept ${span}: ${formatExact(pence)} a year.${kept}`;
}

/** Two models or kinds beside each other: which costs less over its life, by how much, and whether both are known alike. */
export function compareWords(a: WholeLifeCost, b: WholeLifeCost): Sentence {
  const [low, high] = a.yearlyPence <= b.yearlyPence ? [a, b] : [b, a];
  if (low.even === null || high.even === null) return say(`${listOf([a, b].filter(({ even }) => even === null).map(({ name }) => name))} cannot be compared yet: a price or a life is missing.`);
  const difference = high.yearlyPence - low.yearlyPence;
  const alike = COST_PARTS.filter((part) => isMissing(a, part) !== isMissing(b, part));
  const doubt = alike.length === 0 ? '' : ` Only one of them has a figure for ${listOf(alike.map((part) => startLower(COST_PART_WORDS[part])))}.`;
  if (difference === 0) return say(`${a.name} and ${b.name} `, strong(`both cost ${formatExact(a.yearlyPence)} a year`), ` over their lives.${doubt}`);
  return say(strong(`${low.name} costs ${formatExact(difference)} a year less`), ` than ${high.name} over its life: ${formatExact(low.yearlyPence)} against ${formatExact(high.yearlyPence)}.${doubt}`);
}

const isMissing = ({ parts }: WholeLifeCost, part: CostPart): boolean => parts.some(({ part: own, cost }) => own === part && !cost.known && 'missing' in cost);

/** `55.6 kWh`; a dash where nobody knows. */
export const kwhWords = (tenths: number | null): string => (tenths === null ? '–' : `${tenthsText(tenths)} kWh`);
