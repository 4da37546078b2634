import { formatExact, formatPounds } from '../money.ts';
import { money, say, strong, type Sentence } from '../sentences/say.ts';
import { FUND_EXCLUSION_WORDS, type CodeScheme, type Pence, type ThresholdBasis } from '../vocabulary.ts';
import { listOf, startUpper } from '../words.ts';
import type { CapitalRule } from './finance.ts';
import { fundInSentence, type Fund } from './fund.ts';
import type { DraftRule, OwnOrder, RuleEffect } from './rule-effect.ts';

const COUNTED: Readonly<Record<ThresholdBasis, string>> = { item: 'counting each item', order: 'counting each order', ask: 'asking each time' };

/** How a threshold is counted, before an amount: `one item`. */
export const basisNoun = (basis: ThresholdBasis): string => (basis === 'item' ? 'one item' : 'one order');

/** What is tried out, at the start of a sentence: `Counting each order instead of each item`. */
function subject(before: Omit<CapitalRule, 'id'> | null, rule: DraftRule): string {
  const from = formatExact(rule.thresholdPence);
  if (before === null) return `Counting ${from} or more for ${basisNoun(rule.basis)} as capital`;
  if (before.basis === rule.basis) return before.thresholdPence === rule.thresholdPence ? 'The same rule' : `Counting from ${from} instead of ${formatExact(before.thresholdPence)}`;
  // `counting` is said once.
  const was = rule.basis === 'ask' ? COUNTED[before.basis] : COUNTED[before.basis].replace(/^counting /, '');
  const [now, then] = before.thresholdPence === rule.thresholdPence ? ['', ''] : [` from ${from}`, ` from ${formatExact(before.thresholdPence)}`];
  return startUpper(`${COUNTED[rule.basis]}${now} instead of ${was}${then}`);
}

/** `moves £149,790 to capital`: where money goes under the rule. */
export function movedWords({ toCapitalPence, toRevenuePence }: Pick<RuleEffect, 'toCapitalPence' | 'toRevenuePence'>): string {
  if (toCapitalPence === 0 && toRevenuePence === 0) return 'moves nothing';
  if (toRevenuePence === 0) return `moves ${money(toCapitalPence)} to capital`;
  if (toCapitalPence === 0) return `moves ${money(toRevenuePence)} back to revenue`;
  return `moves ${money(toCapitalPence)} to capital and ${money(toRevenuePence)} back to revenue`;
}

/** What the page opens with while a rule is tried out. */
export const ruleEffectSentence = (before: Omit<CapitalRule, 'id'> | null, rule: DraftRule, effect: RuleEffect): Sentence =>
  say(`${subject(before, rule)} `, strong(movedWords(effect)), '. The plan costs the same.');

/** What is not kept yet, in the note beside its table: "each order instead of each item". */
export function draftTitle(before: Omit<CapitalRule, 'id'> | null, rule: DraftRule): string {
  const words = subject(before, rule).replace(/^Counting /, '');
  return words === 'The same rule' ? 'another source for the same rule' : words.charAt(0).toLowerCase() + words.slice(1);
}

/** What that does and who has to agree: in CFR, revenue pays for capital through E30. */
export function draftNote(effect: RuleEffect, when: string, scheme: CodeScheme): string {
  const { toCapitalPence: up, toRevenuePence: down } = effect;
  if (up === 0 && down === 0) return `From ${when} nothing moves between revenue and capital. The plan costs the same.`;
  const [revenue, capital] = scheme === 'cfr' ? ['E20', 'CE04'] : ['revenue', 'capital'];
  const moves = [
    ...(up === 0 ? [] : [`${money(up)} moves from ${revenue} to ${capital}`]), ...(down === 0 ? [] : [`${money(down)} moves from ${capital} to ${revenue}`]),
  ];
  const paid = up === 0 || scheme !== 'cfr' ? '' : ' Revenue can pay for it through E30, if governors agree.';
  return `From ${when}, ${listOf(moves)}. The plan costs the same.${paid}`;
}

/** The school's own purchase that shows best what a rule does: one that is coded differently either way, else the largest number of one kind. */
export function exampleOf(orders: readonly OwnOrder[]): OwnOrder | null {
  const told = (order: OwnOrder): number => (order.natureByItem === order.natureByOrder ? 0 : 1);
  const plain = ({ name }: OwnOrder): number => (name.includes(',') ? 0 : 1);
  return orders.toSorted((a, b) => told(b) - told(a) || plain(b) - plain(a) || a.yearIndex - b.yearIndex || b.quantity - a.quantity)[0] ?? null;
}

/** How each way of counting sees that purchase. */
export function exampleWords(example: OwnOrder | null): Readonly<Record<ThresholdBasis, string>> {
  const ask = 'Kitplan suggests by the order, you choose';
  if (example === null) return { item: 'What one costs is held against it', order: 'What is bought together is held against it', ask };
  const { name, singular, unitPence, quantity, netPence, togetherPence, natureByItem, natureByOrder } = example;
  const one = `${/^[aeiou]/i.test(singular) ? 'An' : 'A'} ${singular} is ${formatPounds(unitPence)}, so it is ${natureByItem}`;
  const alone = togetherPence === netPence;
  const all = alone ? `${name} ${quantity > 1 ? 'together are' : 'is'} ${formatPounds(netPence)}` : `${name} ${quantity > 1 ? 'are' : 'is'} part of ${formatPounds(togetherPence)} bought together`;
  return { item: one, order: `${all}, so ${quantity > 1 ? 'they are' : 'it is'} ${natureByOrder}`, ask };
}

/** What no rule changes, from the plan's own funds. `used` are those that pay for something. */
export function neverChanges(funds: readonly Fund[], used: readonly Fund[], scheme: CodeScheme): string {
  const capital = used.filter(({ paysFor }) => paysFor === 'capital');
  const sentences = capital.flatMap((fund) => {
    const name = fundInSentence(funds, fund.key);
    const not = fund.excludes.map((what) => FUND_EXCLUSION_WORDS[what]);
    return [
      `Kit paid from ${name} is ${scheme === 'cfr' ? 'CE04' : 'capital'} whatever it costs.`,
      ...(not.length === 0 ? [] : [`${startUpper(name)} does not pay for ${listOf(not).replace(/ and ([^,]*)$/, ' or $1')}.`]),
    ];
  });
  return [...sentences, 'Software for learning and IT support are always revenue.', 'An order keeps the code it was placed under.'].join(' ');
}

/** Whether two drafts say the same. */
export const sameRule = (a: Omit<CapitalRule, 'id' | 'fromYear'>, b: Omit<CapitalRule, 'id' | 'fromYear'>): boolean =>
  a.thresholdPence === b.thresholdPence && a.basis === b.basis && a.source === b.source;

/** Sums of a row of years. */
export const inAll = (row: readonly Pence[]): Pence => row.reduce((sum, pence) => sum + pence, 0);
