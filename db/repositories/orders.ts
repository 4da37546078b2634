import { asc, eq } from 'drizzle-orm';
import type { Order, OrderLine } from '../../planning/orders/order.ts';
import type { Reader, Writer } from '../connection.ts';
import { orderLines, purchaseOrders } from '../schema/orders.ts';

/** Orders, oldest first. */
export function listOrders(reader: Reader): readonly Order[] {
  return reader.select().from(purchaseOrders).orderBy(asc(purchaseOrders.orderedOn), asc(purchaseOrders.id)).all();
}

export function listOrderLines(reader: Reader): readonly OrderLine[] {
  return reader.select().from(orderLines).orderBy(asc(orderLines.orderId), asc(orderLines.id)).all();
}

export const insertOrder = (writer: Writer, order: Omit<Order, 'id'>): number =>
  writer.insert(purchaseOrders).values(order).returning({ id: purchaseOrders.id }).get().id;

export const insertOrderLine = (writer: Writer, line: Omit<OrderLine, 'id'>): number =>
  writer.insert(orderLines).values(line).returning({ id: orderLines.id }).get().id;

/** Changes the fields named; the others stay. */
export function updateOrder(writer: Writer, id: number, fields: Partial<Omit<Order, 'id'>>): void {
  if (Object.keys(fields).length > 0) writer.update(purchaseOrders).set(fields).where(eq(purchaseOrders.id, id)).run();
}

export function updateOrderLine(writer: Writer, id: number, fields: Partial<Pick<OrderLine, 'unitPence' | 'code' | 'description'>>): void {
  if (Object.keys(fields).length > 0) writer.update(orderLines).set(fields).where(eq(orderLines.id, id)).run();
}
