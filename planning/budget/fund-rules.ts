import type { Fund } from './fund.ts';

type Rules = Pick<Fund, 'endsOn' | 'paysFor' | 'stopsAtAllocation' | 'excludes'>;

/** Why a fund cannot have such rules, and at which field; null where it can. */
export type RulesProblem = { readonly field: keyof Rules; readonly sentence: string };

/** What of a fund's rules would leave something unpaid, in the middle of a sentence: "it ends". */
function unpaid({ endsOn, paysFor, stopsAtAllocation, excludes }: Rules): readonly [field: keyof Rules, words: string] | null {
  if (endsOn !== null) return ['endsOn', 'end'];
  if (paysFor !== 'anything') return ['paysFor', `pay for ${paysFor} alone`];
  if (excludes.length > 0) return ['excludes', 'leave anything out'];
  return stopsAtAllocation ? ['stopsAtAllocation', 'stop at its allocation'] : null;
}

/** The usual fund pays for whatever no other fund pays: it can have no rule that would leave something unpaid. */
export function rulesProblem(fund: Rules & Pick<Fund, 'usual'>): RulesProblem | null {
  const found = fund.usual ? unpaid(fund) : null;
  if (found === null) return null;
  const [field, words] = found;
  return { field, sentence: `The usual fund pays for what no other fund pays, so it cannot ${words}. Make another fund the usual one first.` };
}

/** Why a fund cannot become the usual one; null where it can. */
export function usualProblem(fund: Rules & Pick<Fund, 'name'>): string | null {
  const found = unpaid(fund);
  return found === null ? null : `The usual fund pays for what no other fund pays, so it cannot ${found[1]}. Change that rule of ${fund.name} first.`;
}
