import { financialYearOf } from '../calendar.ts';
import { standingOf } from '../refresh/due.ts';
import { money } from '../sentences/say.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import type { Order, OrderLine } from './order.ts';

/*
 * How far an order has come, and planned against ordered against paid. What has come is told by the register
 * rows of its lines: those still on their way are outstanding, the others came, and what has no row any more was
 * cancelled. Cancelled items are in no sum: there is nothing left to compare.
 */

export const ORDER_STATES = ['outstanding', 'partly_received', 'received', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_STATE_WORDS: Readonly<Record<OrderState, string>> = {
  outstanding: 'Outstanding', partly_received: 'Partly received', received: 'Received', cancelled: 'Cancelled',
};

/** Money net of VAT, and how many items are not in it because nobody knows their price. */
export type Sum = { readonly pence: Pence; readonly unknown: number };

export type Figures = {
  readonly came: number;
  readonly outstanding: number;
  /** Ordered once, and neither here nor on its way. */
  readonly cancelled: number;
  /** What the plan had for the items that came or are to come. */
  readonly planned: Sum;
  /** What was agreed for the same items. */
  readonly ordered: Sum;
  /** What was paid for those that came. */
  readonly paid: Sum;
  /** Paid for what came and agreed for what is to come. */
  readonly netPence: Pence;
  /** That less what was planned: minus is under plan. Null while a price is not known. */
  readonly differencePence: Pence | null;
};

export type LineProgress = Figures & {
  readonly line: OrderLine;
  /** Register rows still on their way, oldest first. */
  readonly outstandingIds: readonly number[];
  readonly cameIds: readonly number[];
};

export type OrderProgress = Figures & {
  readonly order: Order;
  readonly lines: readonly LineProgress[];
  readonly state: OrderState;
};

const NOTHING: Sum = { pence: 0, unknown: 0 };
const plus = (a: Sum, b: Sum): Sum => ({ pence: a.pence + b.pence, unknown: a.unknown + b.unknown });
const times = (unitPence: Pence | null, quantity: number): Sum =>
  (unitPence === null ? { pence: 0, unknown: quantity } : { pence: unitPence * quantity, unknown: 0 });
const itemsOf = (assets: readonly Asset[]): number => assets.reduce((sum, { quantity }) => sum + quantity, 0);

const differenceOf = (planned: Sum, cost: Sum): Pence | null =>
  (planned.unknown > 0 || cost.unknown > 0 ? null : cost.pence - planned.pence);

export function lineProgress(line: OrderLine, assets: readonly Asset[]): LineProgress {
  const onTheWay = assets.filter(({ status }) => standingOf(status) === 'on_the_way');
  const here = assets.filter(({ status }) => standingOf(status) !== 'on_the_way');
  const [came, outstanding] = [itemsOf(here), itemsOf(onTheWay)];
  const planned = times(line.plannedUnitPence, came + outstanding);
  const paid = here.reduce((sum, asset) => plus(sum, times(asset.unitPaidPence, asset.quantity)), NOTHING);
  const cost = plus(paid, times(line.unitPence, outstanding));
  return {
    line, came, outstanding, cancelled: Math.max(0, line.quantity - came - outstanding),
    planned, ordered: times(line.unitPence, came + outstanding), paid,
    netPence: cost.pence, differencePence: differenceOf(planned, cost),
    outstandingIds: onTheWay.map(({ id }) => id), cameIds: here.map(({ id }) => id),
  };
}

const stateOf = (came: number, outstanding: number): OrderState => {
  if (outstanding > 0) return came > 0 ? 'partly_received' : 'outstanding';
  return came > 0 ? 'received' : 'cancelled';
};

const added = (lines: readonly Figures[]): Figures => {
  const count = (of: (line: Figures) => number): number => lines.reduce((sum, line) => sum + of(line), 0);
  const money = (of: (line: Figures) => Sum): Sum => lines.reduce((sum, line) => plus(sum, of(line)), NOTHING);
  const known = lines.every(({ differencePence }) => differencePence !== null);
  return {
    came: count(({ came }) => came), outstanding: count(({ outstanding }) => outstanding), cancelled: count(({ cancelled }) => cancelled),
    planned: money(({ planned }) => planned), ordered: money(({ ordered }) => ordered), paid: money(({ paid }) => paid),
    netPence: count(({ netPence }) => netPence), differencePence: known ? count(({ differencePence }) => differencePence ?? 0) : null,
  };
};

/** Every order with its lines, those with something to come first, then the newest. */
export function ordersProgress(snapshot: PlanSnapshot): readonly OrderProgress[] {
  const assetsOf = Map.groupBy(snapshot.assets.filter(({ orderLineId }) => orderLineId !== null), ({ orderLineId }) => orderLineId);
  const linesOf = Map.groupBy(snapshot.orderLines, ({ orderId }) => orderId);
  return snapshot.orders.map((order): OrderProgress => {
    const lines = (linesOf.get(order.id) ?? []).map((line) => lineProgress(line, assetsOf.get(line.id) ?? []));
    const figures = added(lines);
    return { order, lines, ...figures, state: stateOf(figures.came, figures.outstanding) };
  }).sort((a, b) => Number(b.outstanding > 0) - Number(a.outstanding > 0)
    || (a.order.orderedOn < b.order.orderedOn ? 1 : a.order.orderedOn > b.order.orderedOn ? -1 : b.order.id - a.order.id));
}

/** All orders together, for the last row of the list. */
export const ordersTotal = (orders: readonly OrderProgress[]): Figures => added(orders);

/** `£1,240 under plan`, `£36 over plan`, `as planned`; where it cannot be said, why. */
export function differenceWords({ differencePence, planned, came, outstanding }: Figures): string {
  if (came + outstanding === 0) return 'nothing to pay';
  if (differencePence === null) return planned.unknown > 0 ? 'the plan had no price' : 'not all prices known';
  if (differencePence === 0) return 'as planned';
  return `${money(differencePence)} ${differencePence < 0 ? 'under' : 'over'} plan`;
}

/** The other orders to the same supplier in one financial year, in all: what a buying rule looks at together. */
export function otherOrders(
  orders: readonly OrderProgress[], { id, supplierId, orderedOn }: { readonly id: number | null; readonly supplierId: number | null; readonly orderedOn: IsoDate }, yearStartMonth: number,
): { readonly count: number; readonly netPence: Pence } {
  const year = financialYearOf(orderedOn, yearStartMonth);
  const same = orders.filter(({ order, came, outstanding }) => order.id !== id && supplierId !== null && order.supplierId === supplierId
    && came + outstanding > 0 && financialYearOf(order.orderedOn, yearStartMonth) === year);
  return { count: same.length, netPence: same.reduce((sum, { netPence }) => sum + netPence, 0) };
}
