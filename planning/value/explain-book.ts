import { capitalRuleOf } from '../budget/capital.ts';
import { fundInSentence } from '../budget/fund.ts';
import { addDays, financialYear, financialYearOf, formatLongDate } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { partGone } from '../finance/depreciation.ts';
import { divideHalfUp, formatCount, formatExact, formatRate } from '../money.ts';
import { assetName, modelTitle } from '../register/field-words.ts';
import type { WhyStep } from '../result.ts';
import type { PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { kitCount, kitName, spanOf } from '../words.ts';
import { keyOf, movementOf, type BookOnly, type Books, type Movement } from './book.ts';
import type { BookEntry } from './entries.ts';

/** The amounts of a line of the books that can be asked why. */
export type BookColumn = Exclude<keyof Movement, 'quantity'>;

/** Which figure: of a fund, of a kind or of all; of what is there, or of the difference that the plan makes to it. */
export type BookFigure = { readonly only: BookOnly | null; readonly column: BookColumn; readonly planned: boolean; readonly from: IsoDate; readonly to: IsoDate };

export type BookReasons = { readonly steps: readonly WhyStep[]; readonly assetIds: readonly number[] };

/** More different stories than this in one figure are summed up in a last step. */
const MOST_STORIES = 10;

/** Entries with the same words, and what they come to. */
type Story = { readonly first: BookEntry; readonly quantity: number; readonly pence: Pence; readonly assetIds: readonly number[] };

/** Why a figure of the books is what it is: the whole sum of one story, or one step for each, the largest first, that add up to it. */
export function explainBook(snapshot: PlanSnapshot, books: Books, figure: BookFigure): BookReasons {
  const { only, column, planned, from, to } = figure;
  const own = (entry: BookEntry): boolean => only === null || keyOf(only.by, entry) === only.key;
  const signed = planned ? [...books.planned.filter(own).map((entry) => ({ entry, sign: 1 })), ...books.entries.filter(own).map((entry) => ({ entry, sign: -1 }))]
    : books.entries.filter(own).map((entry) => ({ entry, sign: 1 }));
  const counted = signed.map(({ entry, sign }) => ({ entry, pence: sign * movementOf(entry, books.counting, from, to)[column] })).filter(({ pence }) => pence !== 0);
  const stories = [...Map.groupBy(counted, ({ entry }) => storyKey(entry)).values()].flatMap((parts): Story[] => {
    const pence = parts.reduce((sum, part) => sum + part.pence, 0);
    const [first] = parts;
    return first === undefined || pence === 0 ? [] : [{
      first: first.entry, pence, quantity: parts.reduce((sum, { entry }) => sum + entry.quantity, 0),
      assetIds: [...new Set(parts.flatMap(({ entry: { assetId } }) => (assetId === null ? [] : [assetId])))],
    }];
  }).toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence));
  const [story] = stories;
  const assetIds = [...new Set(stories.flatMap((each) => each.assetIds))];
  if (story === undefined) return { steps: [{ text: 'Nothing: no kit has a share in this figure.' }], assetIds };
  const texts = stories.length === 1 && !planned ? wholeStory(snapshot, books, figure, story) : summed(snapshot, stories);
  return { steps: texts.map((text) => ({ text })), assetIds };
}

const storyKey = ({ one, what, planned, categoryKey, fundKey }: BookEntry): string =>
  [one.boughtOn, one.pricePence, one.residualPence, one.lifeMonths, one.leftOn, what, planned, categoryKey, fundKey].join('/');

function storyName(snapshot: PlanSnapshot, { first, quantity }: Story): string {
  const category = categoryNamed(snapshot.categories, first.categoryKey);
  if (first.what === 'upgrade') return `Upgrades of ${kitCount(category, null, quantity)}`;
  return kitCount(category, null, quantity);
}

function summed(snapshot: PlanSnapshot, stories: readonly Story[]): string[] {
  const shown = stories.slice(0, stories.length > MOST_STORIES + 1 ? MOST_STORIES : stories.length);
  const rest = stories.slice(shown.length);
  const total = stories.reduce((sum, { pence }) => sum + pence, 0);
  return [
    ...shown.map((story) => `${storyName(snapshot, story)}, ${story.first.planned ? 'to be bought' : 'bought'} ${formatLongDate(story.first.one.boughtOn)} at ${formatExact(story.first.one.pricePence)}: ${formatExact(story.pence)}.`),
    ...(rest.length === 0 ? [] : [`${formatCount(rest.length)} smaller lots, together ${formatExact(rest.reduce((sum, { pence }) => sum + pence, 0))}.`]),
    `Together ${formatExact(total)}.`,
  ];
}

/** Purchase, why it is in the books, over how long it is written off, how much of that is gone, and the figure asked for. */
function wholeStory(snapshot: PlanSnapshot, books: Books, figure: BookFigure, { first, quantity }: Story): string[] {
  const { one, fundKey } = first;
  const bought = `${first.what === 'upgrade' ? 'Fitted' : 'Bought'} on ${formatLongDate(one.boughtOn)} at ${formatExact(one.pricePence)}${first.what === 'upgrade' ? ', the price of its policy in that year' : ''}${quantity === 1 ? '' : `, ${formatCount(quantity)} of them: ${formatExact(quantity * one.pricePence)}`}. ${
    fundKey === null ? 'No fund is written down for it' : `Paid from ${fundInSentence(snapshot.funds, fundKey)}`}.`;
  return [bought, natureWords(snapshot, books, first), lifeWords(snapshot, first), ...sumSteps(books, figure, first, quantity)];
}

function natureWords(snapshot: PlanSnapshot, { counting: { startMonth } }: Books, { natured, one }: BookEntry): string {
  const year = financialYearOf(one.boughtOn, startMonth);
  const { label } = financialYear(year, startMonth);
  const rule = capitalRuleOf(snapshot.finance.capitalRules, year);
  const threshold = formatExact(rule?.thresholdPence ?? 0);
  switch (natured.natureReason) {
    case 'capital_fund': return 'In the books because its fund pays for capital alone.';
    case 'order_code': return 'In the books because its order was placed under a capital code.';
    case 'booked': return 'In the books because the finance system has it under a capital code.';
    case 'chosen': return `In the books because somebody decided so for ${label}.`;
    case 'reaches': return `In the books because ${formatExact(natured.comparedPence ?? 0)}${rule?.basis === 'item' ? '' : ' bought together'} reaches the ${threshold} of ${label}.`;
    case 'no_rule': case 'below': case 'never_capital': case 'revenue_fund': return `Shown because the school has set no capital rule for ${label}.`;
  }
}

const policyName = (snapshot: PlanSnapshot, { assetId, modelId, categoryKey, userGroup }: RefreshPolicy): string => {
  const asset = snapshot.assets.find(({ id }) => id === assetId);
  if (assetId !== null) return asset === undefined ? 'its own policy' : `the policy of ${assetName(asset)}`;
  const model = snapshot.models.find(({ id }) => id === modelId);
  return `the policy of ${model === undefined ? kitName(categoryNamed(snapshot.categories, categoryKey), userGroup, 2) : modelTitle(model)}`;
};

function lifeWords(snapshot: PlanSnapshot, { one, terms, what }: BookEntry): string {
  const { lifeFrom, residualFrom, residualBp } = terms;
  if (what === 'upgrade') return `Written off over ${spanOf(one.lifeMonths)}, what was left of its kit’s life in the books.`;
  const from = lifeFrom === null ? 'the school’s own life in the books' : policyName(snapshot, lifeFrom);
  const residual = residualFrom === null || residualBp === 0 ? 'to nothing' : `to ${formatRate(residualBp)} of its price by ${policyName(snapshot, residualFrom)}, ${formatExact(one.residualPence)}`;
  return `Written off over ${spanOf(one.lifeMonths)} (${from}), ${residual}.`;
}

/** "16 of 48 months": how much of its life is gone at the end of a day, and what that is. */
function chargeStep({ counting: { convention, startMonth } }: Books, { one }: BookEntry, day: IsoDate): { readonly pence: Pence; readonly text: string } {
  const { gone, whole } = partGone(one, convention, startMonth, day);
  const toLose = one.pricePence - one.residualPence;
  const pence = divideHalfUp(toLose * gone, whole);
  const unit = convention === 'days' ? 'days' : 'months';
  return { pence, text: `Up to ${formatLongDate(day)} ${formatCount(gone)} of ${formatCount(whole)} ${unit} count: ${formatExact(toLose)} × ${formatCount(gone)} ÷ ${formatCount(whole)} = ${formatExact(pence)}.` };
}

function sumSteps(books: Books, { column, from, to }: BookFigure, entry: BookEntry, quantity: number): string[] {
  const { one } = entry;
  const times = (each: Pence): string => (quantity === 1 ? '' : ` × ${formatCount(quantity)} = ${formatExact(quantity * each)}`);
  const before = addDays(from, -1);
  const netAt = (day: IsoDate): string[] => {
    const charged = chargeStep(books, entry, day);
    return [charged.text, `Left: ${formatExact(one.pricePence)} − ${formatExact(charged.pence)} = ${formatExact(one.pricePence - charged.pence)}${times(one.pricePence - charged.pence)}.`];
  };
  switch (column) {
    case 'openingPence': return netAt(before);
    case 'closingPence': return netAt(to);
    case 'chargedPence': {
      const charged = chargeStep(books, entry, to);
      return [charged.text, ...(quantity === 1 ? [] : [`All of them: ${formatExact(charged.pence)}${times(charged.pence)}.`])];
    }
    case 'chargePence': {
      const [then, now] = [chargeStep(books, entry, before), chargeStep(books, entry, to)];
      return [then.text, now.text, `Charged in between: ${formatExact(now.pence)} − ${formatExact(then.pence)} = ${formatExact(now.pence - then.pence)}${times(now.pence - then.pence)}.`];
    }
    case 'disposalsPence': return [`Left on ${formatLongDate(one.leftOn ?? to)}.`, ...netAt(one.leftOn ?? to)];
    case 'additionsPence': case 'costPence': return [`Cost: ${formatExact(one.pricePence)}${times(one.pricePence)}.`];
  }
}

/** What is there and what the plan adds to it, together. */
export const explainWithPlan = (there: Movement, planned: Movement): readonly WhyStep[] => [
  { text: `What is there stands at ${formatExact(there.closingPence)} at the end.` },
  { text: `What the plan buys and replaces until then ${planned.closingPence < 0 ? 'takes off' : 'adds'} ${formatExact(Math.abs(planned.closingPence))}.` },
  { text: `Together ${formatExact(there.closingPence + planned.closingPence)}.` },
];
