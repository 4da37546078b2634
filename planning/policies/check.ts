import { formatLongDate } from '../calendar.ts';
import type { PolicySettings } from '../scenarios/policy-change.ts';
import type { RefreshPolicy } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { spanOf } from '../words.ts';

/** What somebody sets of a policy: its life, from which year, and the rest. */
export type PolicyFields = PolicySettings & { readonly lifeMonths?: number; readonly fromYear?: number | null };

/** A field of a policy and the sentence that stands at it: what works there. */
export type PolicyProblem = { readonly field: keyof PolicyFields; readonly message: string };

const rangeWords = (least: number | null, most: number | null): string => {
  if (least !== null && most !== null) return least === most ? spanOf(least) : `${spanOf(least)} to ${spanOf(most)}`;
  return least !== null ? `${spanOf(least)} or longer` : `at most ${spanOf(most ?? 0)}`;
};

/** What is wrong with the day of a price: it is of one that has been; null where nothing is. */
export const priceDayProblem = (date: IsoDate | null | undefined, today: IsoDate): string | null =>
  (typeof date === 'string' && date > today ? `A price is of a day that has been: ${formatLongDate(today)} or earlier works here.` : null);

/** The school's own range for a life, and whether one lies outside it. */
export const outsideRange = (
  months: number, { leastMonths, mostMonths }: Pick<RefreshPolicy, 'leastMonths' | 'mostMonths'>,
): boolean => (leastMonths !== null && months < leastMonths) || (mostMonths !== null && months > mostMonths);

/**
 * What of the fields set cannot stand beside the rest of the policy, or null. Only what is set is looked at: a policy
 * that is odd already can still be mended field by field. Each field by itself was checked by its type before.
 */
export function policyProblem(policy: RefreshPolicy, set: PolicyFields, today: IsoDate): PolicyProblem | null {
  const after = { ...policy, ...set };
  const { leastMonths, mostMonths, lifeMonths, upgrade } = after;
  if ((set.leastMonths !== undefined || set.mostMonths !== undefined) && leastMonths !== null && mostMonths !== null && leastMonths > mostMonths) {
    return set.leastMonths !== undefined
      ? { field: 'leastMonths', message: `The least cannot be more than the most: ${spanOf(mostMonths)} or less works here.` }
      : { field: 'mostMonths', message: `The most cannot be less than the least: ${spanOf(leastMonths)} or more works here.` };
  }
  if (set.lifeMonths !== undefined && outsideRange(lifeMonths, after)) {
    return { field: 'lifeMonths', message: `The school keeps these ${rangeWords(leastMonths, mostMonths)}: a life in that range works here, or change the range first.` };
  }
  if ((set.leastMonths !== undefined || set.mostMonths !== undefined) && outsideRange(lifeMonths, after)) {
    return set.leastMonths !== undefined && leastMonths !== null && lifeMonths < leastMonths
      ? { field: 'leastMonths', message: `They are kept ${spanOf(lifeMonths)} now: ${spanOf(lifeMonths)} or less works here.` }
      : { field: 'mostMonths', message: `They are kept ${spanOf(lifeMonths)} now: ${spanOf(lifeMonths)} or more works here.` };
  }
  if (set.upgrade !== undefined && upgrade !== null && upgrade.atMonths >= lifeMonths) {
    return {
      field: 'upgrade',
      message: lifeMonths === 1 ? 'Kit kept one month has no time for an upgrade.'
        : `An upgrade comes before the end of life: 1 month to ${spanOf(lifeMonths - 1)} works here.`,
    };
  }
  const [price, upgradePrice] = [priceDayProblem(set.priceDate, today), priceDayProblem(set.upgrade?.priceDate, today)];
  if (price !== null) return { field: 'priceDate', message: price };
  return upgradePrice === null ? null : { field: 'upgrade', message: upgradePrice };
}
