import { formatLongDate } from '../calendar.ts';
import { formatCount } from '../money.ts';
import { followedBy, money, say, strong, type Sentence } from '../sentences/say.ts';
import type { IsoDate } from '../vocabulary.ts';
import { itemCount } from '../words.ts';
import { ordersTotal, type OrderProgress } from './progress.ts';

/** How the orders stand, for the top of their page: what is still to come, what is late, and how it compares with the plan. */
export function ordersSentence(orders: readonly OrderProgress[], asOf: IsoDate): Sentence {
  if (orders.length === 0) return say('Nothing has been ordered yet.');
  const open = orders.filter(({ outstanding }) => outstanding > 0);
  const total = ordersTotal(orders);
  if (total.came + total.outstanding === 0) return say(orders.length === 1 ? 'The one order was cancelled.' : 'Every order was cancelled.');
  const main = open.length === 0 ? say(strong('Everything ordered has come.')) : stillToCome(open);
  return followedBy(followedBy(main, late(open, asOf)), compared(orders, total));
}

function stillToCome(open: readonly OrderProgress[]): Sentence {
  const items = open.reduce((sum, { outstanding }) => sum + outstanding, 0);
  const on = open.length === 1 ? `on order ${open[0]?.order.number ?? ''}` : `on ${formatCount(open.length)} orders`;
  return say(strong(`${itemCount(items)} ${on} ${items === 1 ? 'is' : 'are'} still to come`), '.');
}

function late(open: readonly OrderProgress[], asOf: IsoDate): Sentence | null {
  const gone = open.filter(({ order }) => order.expectedOn !== null && order.expectedOn < asOf);
  const [first] = gone;
  if (first?.order.expectedOn === null || first === undefined) return null;
  if (gone.length > 1) return say(`${formatCount(gone.length)} orders are later than expected.`);
  return say(`Order ${first.order.number} was expected on ${formatLongDate(first.order.expectedOn)}.`);
}

function compared(orders: readonly OrderProgress[], { differencePence }: Pick<OrderProgress, 'differencePence'>): Sentence | null {
  const live = orders.filter(({ came, outstanding }) => came + outstanding > 0);
  const who = live.length === 1 ? 'The order is' : 'All orders together are';
  if (differencePence === null) return say('Not every order can be compared with the plan: a price is missing.');
  if (differencePence === 0) return say(`${who} as planned.`);
  return say(`${who} `, strong(`${money(differencePence)} ${differencePence < 0 ? 'under' : 'over'} plan`), '.');
}
