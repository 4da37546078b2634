import { formatLongDate } from '../calendar.ts';
import { formatCount, formatExact } from '../money.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';

type RowsAndMoney = { readonly rows: number; readonly pence: Pence };

/** What an export of the finance system comes to, as far as it was read. */
export type ActualsFound = {
  readonly yearLabel: string; readonly through: IsoDate; readonly unchanged: boolean;
  readonly matched: RowsAndMoney; readonly refused: RowsAndMoney;
  /** What the plan counts as spent of that year now, and would. */
  readonly before: { readonly alreadyPence: Pence }; readonly after: { readonly alreadyPence: Pence };
};

const rowsOf = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

/** What bringing an export in would do: none matched, nothing new, or how much is spent and what that changes. */
export function actualsSentence({ yearLabel, through, unchanged, matched, refused, before, after }: ActualsFound): string {
  const left = refused.rows === 0 ? '' : ` ${rowsOf(refused.rows)} cannot come in.`;
  if (matched.rows === 0) return `No row of this file is ICT spending of ${yearLabel}.${left}`;
  const spent = `${formatExact(matched.pence)} of ICT was spent in ${yearLabel} up to ${formatLongDate(through)}, in ${rowsOf(matched.rows)}.`;
  if (unchanged) return `${spent} The plan has exactly this already.${left}`;
  const change = after.alreadyPence - before.alreadyPence;
  const compared = change === 0 ? ' That is what the plan counts as spent now.' : ` That is ${formatExact(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than the plan counts as spent now.`;
  return `${spent}${compared}${left}`;
}
