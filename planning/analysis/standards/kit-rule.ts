import { formatDate, formatLongDate } from '../../calendar.ts';
import { formatCount } from '../../money.ts';
import type { WhyStep } from '../../result.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { StandingKit } from './kit-on-day.ts';
import { statusOf, type RegisterAnswer, type RegisterRule, type RuleFacts } from './register-answer.ts';

/** What a rule finds of one row: it meets it, it does not (since when, or for what reason), or the day is not in the register. */
export type Finding = { readonly kind: 'good' } | { readonly kind: 'gap'; readonly because: string } | { readonly kind: 'unknown' };

export const GOOD: Finding = { kind: 'good' };
export const UNKNOWN: Finding = { kind: 'unknown' };
export const gap = (because: string): Finding => ({ kind: 'gap', because });

/** A rule about kit of certain kinds, each item by itself. */
export type KitRule = {
  readonly one: string;
  readonly many: string;
  readonly isMeant: (kit: StandingKit) => boolean;
  readonly find: (kit: StandingKit, facts: RuleFacts) => Finding;
  /** "are past the end of their maker’s support", for one item and for several. */
  readonly gapWords: readonly [one: string, many: string];
  readonly goodWords: readonly [one: string, many: string];
  /** What may be missing: "when the maker’s support ends". */
  readonly unknownWords: string;
  /** What was counted with, for the reasons. */
  readonly asks: (facts: RuleFacts) => string;
  /** What else is required that a register cannot say: "whether they are managed from one place". */
  readonly rest: string | null;
};

type Counted = { readonly kit: StandingKit; readonly finding: Finding };
type Counts = { readonly all: number; readonly gaps: number; readonly unknown: number };

/** The rule as a question to the register. New kit that takes the place of old by that day is counted as bought to the standard. */
export const kitRule = (rule: KitRule): RegisterRule => (facts) => {
  const meant = facts.onDay.kit.filter(rule.isMeant);
  const counted = meant.filter(({ items }) => items > 0).map((kit): Counted => ({ kit, finding: rule.find(kit, facts) }));
  const of = (kind: Finding['kind']): readonly Counted[] => counted.filter(({ finding }) => finding.kind === kind);
  const renewed = meant.reduce((sum, kit) => sum + kit.renewed, 0);
  const [gaps, unknown] = [itemsIn(of('gap')), itemsIn(of('unknown'))];
  const counts: Counts = { all: itemsIn(counted) + renewed, gaps, unknown };
  const status = statusOf(counts.gaps, counts.unknown, counts.all);
  return {
    mendedBy: 'kit', status: status === 'meets' && rule.rest !== null ? null : status,
    sentence: sentenceOf(rule, counts, status),
    why: whyOf(rule, facts, counts, of('gap'), of('unknown'), renewed),
    gapIds: of('gap').map(({ kit }) => kit.asset.id), unknownIds: of('unknown').map(({ kit }) => kit.asset.id),
  };
};

const itemsIn = (counted: readonly Counted[]): number => counted.reduce((sum, { kit }) => sum + kit.items, 0);

const pick = (words: readonly [one: string, many: string], count: number): string => (count === 1 ? words[0] : words[1]);

function sentenceOf(rule: KitRule, { all, gaps, unknown }: Counts, status: RegisterAnswer['status']): string {
  const { one, many, unknownWords } = rule;
  if (all === 0) return `The register has no ${many}.`;
  const rest = status === 'meets' && rule.rest !== null ? ` The register cannot say ${rule.rest}.` : '';
  const who = (count: number): string => (all === 1 ? `The one ${one}` : count === all ? `All ${formatCount(all)} ${many}` : `${formatCount(count)} of ${formatCount(all)} ${many}`);
  if (gaps > 0) {
    const missing = unknown === 0 ? '' : ` Of ${formatCount(unknown)} more the register does not say ${unknownWords}.`;
    return `${who(gaps)} ${pick(rule.gapWords, gaps)}.${missing}`;
  }
  if (unknown > 0) return `Of ${all === 1 ? `the one ${one}` : unknown === all ? `all ${formatCount(all)} ${many}` : `${formatCount(unknown)} of ${formatCount(all)} ${many}`} the register does not say ${unknownWords}.`;
  return `${who(all)} ${pick(rule.goodWords, all)}.${rest}`;
}

/** So many are named in a reason; the link beside it shows them all. */
const MOST_NAMED = 5;

function namesOf(counted: readonly Counted[]): string {
  const named = counted.slice(0, MOST_NAMED).map(({ kit: { asset, items }, finding }) => {
    const name = `${items > 1 ? `${formatCount(items)} × ` : ''}${asset.tag ?? asset.description}`;
    return finding.kind === 'gap' ? `${name} (${finding.because})` : name;
  });
  const more = counted.length - named.length;
  return `${named.join(', ')}${more > 0 ? `, and ${formatCount(more)} more ${more === 1 ? 'row' : 'rows'}` : ''}`;
}

function whyOf(rule: KitRule, facts: RuleFacts, { all, gaps, unknown }: Counts, gapRows: readonly Counted[], unknownRows: readonly Counted[], renewed: number): WhyStep[] {
  const { day, foreseen } = facts.onDay;
  const texts = [
    `Counted: ${formatCount(all)} ${all === 1 ? rule.one : rule.many} ${foreseen ? `that the plan has in the school on ${formatLongDate(day)}` : `in the register on ${formatLongDate(day)}, in use, spare or in repair`}.`,
    `Asked of each: ${rule.asks(facts)}.`,
    renewed === 0 ? null : `${formatCount(renewed)} of them ${renewed === 1 ? 'is' : 'are'} new by then under the plan, and counted as bought to the standard.`,
    gaps === 0 ? null : `${formatCount(gaps)} ${gaps === 1 ? 'does' : 'do'} not meet it: ${namesOf(gapRows)}.`,
    unknown === 0 ? null : `Of ${formatCount(unknown)} the register does not say ${rule.unknownWords}: ${namesOf(unknownRows)}.`,
    rule.rest === null ? null : `Beyond a register: ${rule.rest}. A person answers that.`,
  ];
  return texts.filter((text) => text !== null).map((text) => ({ text }));
}

/** "ended 30 Jun 2026": since when something is no longer so. */
export const endedWords = (what: string, end: IsoDate): string => `${what} ended ${formatDate(end)}`;
