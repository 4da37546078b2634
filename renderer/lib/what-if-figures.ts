import type { Ledger } from '../../planning/ledger.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { inWords, startUpper } from '../../planning/words.ts';

/** A figure of the whole plan or of one year, before a what-if and with it. */
export type YearChange = {
  readonly key: string;
  readonly name: string;
  readonly before: Pence;
  readonly after: Pence;
  readonly says: 'money' | 'left_or_over';
};

/**
 * The sum over all years, then every year that the what-if moves: what is left or over where there is a budget,
 * else the planned cost. The sum is of left and over only where every year has a budget: else it would leave
 * out what the other years cost.
 */
export function changesOf(labels: readonly string[], now: Ledger, saved: Ledger): readonly YearChange[] {
  const change = (key: string, name: string, gap: readonly (Pence | null)[], cost: readonly [Pence, Pence]): readonly YearChange[] => {
    const [was = null, is = null] = gap;
    if (was !== null && is !== null) return was === is ? [] : [{ key, name, before: was, after: is, says: 'left_or_over' }];
    return cost[0] === cost[1] ? [] : [{ key, name: `${name}, cost`, before: cost[0], after: cost[1], says: 'money' }];
  };
  const everyYear = [saved, now].every((ledger) => ledger.difference !== null && !ledger.difference.years.includes(null));
  const whole = labels.length === 1 ? [] : change(
    'all', `${startUpper(inWords(labels.length))} years`,
    everyYear ? [saved.difference?.total ?? null, now.difference?.total ?? null] : [], [saved.planned.total, now.planned.total],
  );
  return [...whole, ...labels.flatMap((label, index) => change(
    label, label, [saved.difference?.years[index] ?? null, now.difference?.years[index] ?? null],
    [saved.planned.years[index] ?? 0, now.planned.years[index] ?? 0],
  ))];
}
