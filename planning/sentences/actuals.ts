import { formatLongDate } from '../calendar.ts';
import { formatCount } from '../money.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { money } from './say.ts';

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
  const up = `in ${yearLabel} up to ${formatLongDate(through)}, in ${rowsOf(matched.rows)}.`;
  const spent = matched.pence < 0 ? `${money(matched.pence)} more of ICT came back than was spent ${up}` : `${money(matched.pence)} of ICT was spent ${up}`;
  if (unchanged) return `${spent} The plan has exactly this already.${left}`;
  const change = after.alreadyPence - before.alreadyPence;
  const compared = change === 0 ? ' That is what the plan counts as spent now.' : ` That is ${money(change)} ${change > 0 ? 'more' : 'less'} than the plan counts as spent now.`;
  return `${spent}${compared}${left}`;
}
