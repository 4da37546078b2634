import type { BudgetEntry } from '../../../planning/budget/entries.ts';
import { formatLongDate, formatMonth } from '../../../planning/calendar.ts';
import { formatExact } from '../../../planning/money.ts';
import type { ForecastLine } from '../../../planning/result.ts';
import type { Asset } from '../../../planning/snapshot.ts';
import { LIMITING_FACTOR_WORDS } from '../../../planning/vocabulary.ts';
import { startLower } from '../../../planning/words.ts';

/** How a row's reason begins. Formulas that count what is spent and ordered ask for these words. */
export const STATE_WORDS: Readonly<Record<BudgetEntry['state'], string>> = { spent: 'Spent', committed: 'Ordered', to_come: 'To come' };

/** A spreadsheet compares a text with a pattern only up to here. */
const LONGEST_COMPARED = 255;

const FUND_WORDS: Readonly<Record<ForecastLine['fundReason'], string>> = {
  named: '', usual: '', ended: 'The fund named for it has ended.', may_not: 'The fund named for it may not pay for this.',
  used_up: 'The fund named for it is used up.',
};

const NATURE_WORDS: Readonly<Record<ForecastLine['natureReason'], string>> = {
  never_capital: '', no_rule: '', capital_fund: 'Capital, because its fund pays for capital alone.', revenue_fund: 'Revenue, because its fund pays for revenue alone.',
  below: 'Revenue, below the capital threshold.', reaches: 'Capital, by the capital threshold.', order_code: 'As the order was coded.', chosen: 'As the school chose.', booked: '',
};

/** Why a row is there and why then, in a line: what it rests on step by step is on the sheet Reasons. */
export function lineReason({ state, line, spent, month, netPence }: BudgetEntry, asset: Asset | null): string {
  const what = line === null ? spentWords(spent?.source ?? null, month, asset) : lineWords(line);
  const placed = line === null ? [] : [FUND_WORDS[line.fundReason], NATURE_WORDS[line.natureReason]];
  const price = netPence === null ? 'No price is known, so no amount is counted.' : '';
  const part = line === null || line.netPence === null || line.netPence === netPence ? '' : `This is part of ${formatExact(line.netPence)} for the year.`;
  return [`${STATE_WORDS[state]}: ${what}.`, part, price, ...placed].filter((part) => part !== '').join(' ').slice(0, LONGEST_COMPARED);
}

function spentWords(source: string | null, month: number, asset: Asset | null): string {
  if (source === 'purchase') {
    const order = asset?.orderNumber ?? null;
    return `${asset?.purchaseDate === null || asset === null ? `bought in ${formatMonth(month)}` : `bought on ${formatLongDate(asset.purchaseDate)}`}${order === null ? '' : `, order ${order.slice(0, 60)}`}`;
  }
  if (source === 'charge') return `paid in ${formatMonth(month)}`;
  return source === 'consumable' ? `bought in ${formatMonth(month)}` : `booked in ${formatMonth(month)}`;
}

function lineWords(line: ForecastLine): string {
  const by = line.limitingFactor === null ? '' : `, by ${startLower(LIMITING_FACTOR_WORDS[line.limitingFactor])}`;
  switch (line.kind) {
    case 'replace':
      if (line.committed) return `to come on ${formatLongDate(line.date)}`;
      if (line.overdue) return `overdue since ${formatLongDate(line.due)}${by}`;
      return line.occurrence > 0 ? `the next one is due on ${formatLongDate(line.due)}${by}` : `due on ${formatLongDate(line.due)}${by}`;
    case 'upgrade': return `mid-life upgrade on ${formatLongDate(line.date)}`;
    case 'extend': return `kept longer instead of replaced, paid on ${formatLongDate(line.date)}`;
    case 'disposal': return `leaves on ${formatLongDate(line.date)}`;
    case 'recurring': return `running cost, paid on ${formatLongDate(line.date)}`;
    case 'consumable': return 'used up in the year, at the rate of the record';
    case 'loss': return 'losses and breakages expected in the year';
    case 'need': return line.occurrence > 0 ? 'running cost of what was asked for' : `asked for, wanted by ${formatLongDate(line.date)}`;
  }
}
