import { asc } from 'drizzle-orm';
import type { Order, OrderLine } from '../../planning/orders/order.ts';
import type { Reader } from '../connection.ts';
import { orderLines, purchaseOrders } from '../schema/orders.ts';

/** Orders, oldest first. */
export function listOrders(reader: Reader): readonly Order[] {
  return reader.select().from(purchaseOrders).orderBy(asc(purchaseOrders.orderedOn), asc(purchaseOrders.id)).all();
}

export function listOrderLines(reader: Reader): readonly OrderLine[] {
  return reader.select().from(orderLines).orderBy(asc(orderLines.orderId), asc(orderLines.id)).all();
}
