import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { half, monthsOn, real } from './oracle-days.ts';
import type { Rules } from './oracle-rules.ts';

/* What the finance system says was spent, read a second time for the oracle. */

/** Each row on its day; the year so far in even parts, one for each month begun, the rows of a place together. */
export const actualsTold = (plan: PlanSnapshot, rules: Rules): { readonly day: number; readonly pence: bigint }[] => rules.exports.flatMap(({ id, first, last }) => {
  const rows = plan.finance.actuals.filter(({ runId }) => runId === id);
  const months: number[] = [];
  for (let month = first; month <= last; month = monthsOn(month, 1)) months.push(month);
  const undated = Map.groupBy(rows.filter(({ on }) => on === null), ({ costCategory, nature, fundKey }) => [costCategory, nature, fundKey].join('/'));
  return [
    ...rows.flatMap(({ on, pence }) => {
      const day = real(on);
      return day === null || day < first || day > last ? [] : [{ day, pence: BigInt(pence) }];
    }),
    ...[...undated.values()].flatMap((group) => {
      const whole = group.reduce((sum, { pence }) => sum + BigInt(pence), 0n);
      const until = (count: number): bigint => half(whole * BigInt(count), BigInt(months.length));
      return months.map((day, at) => ({ day, pence: until(at + 1) - until(at) }));
    }),
  ];
});
