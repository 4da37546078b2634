import { startLower } from '../words.ts';
import {
  FUND_KIND_WORDS, FUND_KINDS, type FundExclusion, type FundKey, type FundKind, type FundUse, type IsoDate, type LeftOver,
} from '../vocabulary.ts';

/** Money from one source, and the rules it comes with. */
export type Fund = {
  readonly key: FundKey;
  readonly kind: FundKind;
  readonly name: string;
  readonly paysFor: FundUse;
  /** What it may never pay for, whatever else it may. */
  readonly excludes: readonly FundExclusion[];
  /** A condition that Kitplan cannot check, in the school's words: "eligible pupils, with a reason". */
  readonly condition: string | null;
  /** The last day on which it pays; null where it goes on. */
  readonly endsOn: IsoDate | null;
  /** True where it pays no more than it was allocated: the rest of what it was named for is paid from the usual fund. */
  readonly stopsAtAllocation: boolean;
  readonly leftOver: LeftOver;
  /** What becomes of the rest, in the school's words: "kept three years, then returned". */
  readonly leftOverNote: string | null;
  /** Who is shown what it was spent on. */
  readonly shownTo: string | null;
  /** Whether it pays for what no fund was named for. Exactly one fund of a plan is. */
  readonly usual: boolean;
};

type Rules = Omit<Fund, 'key' | 'kind' | 'name' | 'endsOn' | 'usual'>;

const NO_RULES: Rules = {
  paysFor: 'anything', excludes: [], condition: null, stopsAtAllocation: false, leftOver: 'kept', leftOverNote: null, shownTo: null,
};

/**
 * The rules that come with each kind of fund, until a school sets its own. Devolved formula capital: capital alone,
 * ICT among it, but not software, training, consumables, repairs or operating leases. Source: EFA, conditions of
 * devolved formula capital, 2014; a school's own letter of grant comes first.
 */
export const FUND_RULES: Readonly<Record<FundKind, Rules>> = {
  delegated: { ...NO_RULES, leftOverNote: 'kept, within the authority’s limit', shownTo: 'Finance committee' },
  dfc: {
    ...NO_RULES, paysFor: 'capital', excludes: ['software', 'training', 'operating_lease', 'consumables', 'repairs'], stopsAtAllocation: true,
    leftOver: 'same_use', leftOverNote: 'kept three years, then returned', shownTo: 'Local authority',
  },
  other_capital: { ...NO_RULES, paysFor: 'capital', stopsAtAllocation: true, leftOver: 'same_use' },
  pupil_premium: {
    ...NO_RULES, condition: 'eligible pupils, with a reason', stopsAtAllocation: true, leftOver: 'same_use',
    leftOverNote: 'kept for the same use', shownTo: 'Governors, website',
  },
  donation_pta: { ...NO_RULES, condition: 'what was agreed with them', stopsAtAllocation: true, leftOver: 'returned', leftOverNote: 'returned if not used', shownTo: 'Parents' },
  grant: { ...NO_RULES, condition: 'what the grant was given for', stopsAtAllocation: true, leftOver: 'returned', leftOverNote: 'returned if not used' },
  trust_central: { ...NO_RULES, stopsAtAllocation: true, leftOver: 'returned', leftOverNote: 'stays with the trust', shownTo: 'The trust' },
  reserve: { ...NO_RULES, condition: 'a year that is over', leftOverNote: 'kept', shownTo: 'Finance committee' },
  lease: { ...NO_RULES, excludes: ['consumables'] },
  direct_revenue_financing: { ...NO_RULES, paysFor: 'capital' },
};

const isKind = (key: string): key is FundKind => FUND_KINDS.some((kind) => kind === key);

/** A fund as it comes with Kitplan. */
export const shippedFund = (kind: FundKind): Fund =>
  ({ key: kind, kind, name: FUND_KIND_WORDS[kind], endsOn: null, usual: kind === 'delegated', ...FUND_RULES[kind] });

export const SHIPPED_FUNDS: readonly Fund[] = FUND_KINDS.map(shippedFund);

/** A fund by its key: the school's own words and rules for it first. One that nobody has described is a grant without an end. */
export function fundNamed(funds: readonly Fund[], key: FundKey): Fund {
  const found = funds.find((fund) => fund.key === key);
  if (found !== undefined) return found;
  return isKind(key) ? shippedFund(key) : { ...shippedFund('grant'), key, name: 'A fund that is no longer there' };
}

/** What people call a fund, as it stands in a list. */
export const fundName = (funds: readonly Fund[], key: FundKey): string => fundNamed(funds, key).name;

/** The same in the middle of a sentence. A name of the school's own keeps its capitals. */
export function fundInSentence(funds: readonly Fund[], key: FundKey): string {
  const { kind, name } = fundNamed(funds, key);
  return name === FUND_KIND_WORDS[kind] ? startLower(name) : name;
}

/** The fund that pays for what no fund was named for. */
export const usualFund = (funds: readonly Fund[]): Fund => funds.find(({ usual }) => usual) ?? fundNamed(funds, 'delegated');

/** Funds in the order of lists, with any that is named and not among them after those. */
export const fundOrder = (funds: readonly Fund[]): readonly FundKey[] =>
  [...new Set([...(funds.length === 0 ? SHIPPED_FUNDS : funds).map(({ key }) => key), ...FUND_KINDS])];
