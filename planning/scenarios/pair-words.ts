import { formatExact } from '../money.ts';
import type { FinancialYear, ForecastLine } from '../result.ts';
import type { LineKind } from '../vocabulary.ts';
import { itemCount } from '../words.ts';
import type { LinePair } from './compare.ts';

/** What a line does, after a number of items: "30 items replaced". */
const DONE_WORDS: Readonly<Record<LineKind, string>> = {
  replace: 'replaced', upgrade: 'upgraded', extend: 'with cover or support extended', disposal: 'got rid of', recurring: 'charged', consumable: 'used up',
  loss: 'lost or broken', need: 'bought for a need',
};

/**
 * What differs between two lines: `30 items replaced in 2028/29 instead of 2027/28`, `Not in 2028/29: 1 item replaced at
 * £5,900`. `years` are those that both were worked out for.
 */
export function pairWords({ change, before, after }: LinePair, years: readonly FinancialYear[]): string {
  const yearOf = (line: ForecastLine | null): string => (line === null ? '' : years[line.yearIndex]?.label ?? '');
  const line = after ?? before;
  if (line === null) return '';
  switch (change) {
    case 'added': return `${happens(line)} in ${yearOf(line)}, ${priceOf(line)}`;
    case 'removed': return `No longer in this plan: ${happens(line)} in ${yearOf(line)}, ${priceOf(line)}`;
    case 'moved': return `${happens(line)} in ${yearOf(after)} instead of ${yearOf(before)}, ${priceChange(before, after)}`;
    case 'changed': return `${happens(line)} in ${yearOf(line)}, ${numberChange(before, after)}${priceChange(before, after)}`;
  }
}

const happens = (line: ForecastLine): string =>
  (line.kind === 'recurring' ? 'Charged' : `${itemCount(line.quantity)} ${DONE_WORDS[line.kind]}`);

const each = (line: ForecastLine): string => (line.quantity === 1 ? '' : ' each');
const priceOf = (line: ForecastLine): string => (line.unitPence === null ? 'no price' : `${formatExact(line.unitPence)}${each(line)}`);

const numberChange = (before: ForecastLine | null, after: ForecastLine | null): string =>
  (before === null || after === null || before.quantity === after.quantity ? '' : `not ${itemCount(before.quantity)}, `);

function priceChange(before: ForecastLine | null, after: ForecastLine | null): string {
  if (before === null || after === null) return '';
  return before.unitPence === after.unitPence ? priceOf(after) : `${priceOf(after)}, not ${before.unitPence === null ? 'without a price' : formatExact(before.unitPence)}`;
}
