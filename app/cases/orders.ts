import { deleteAssets, insertAssets, updateAssets } from '../../db/repositories/assets.ts';
import { insertOrder, insertOrderLine, updateOrder, updateOrderLine } from '../../db/repositories/orders.ts';
import { ensureSupplier } from '../../db/repositories/places.ts';
import type { Writer } from '../../db/connection.ts';
import { kitPaid } from '../../planning/budget/fund-check.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { forecast } from '../../planning/forecast.ts';
import { formatCount } from '../../planning/money.ts';
import { plannedUnit } from '../../planning/orders/draft.ts';
import type { Order, OrderLine } from '../../planning/orders/order.ts';
import { orderedRows } from '../../planning/orders/place.ts';
import { ordersProgress, type OrderProgress } from '../../planning/orders/progress.ts';
import { assetName } from '../../planning/register/field-words.ts';
import { standingOf } from '../../planning/refresh/due.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import type { FundKey, IsoDate } from '../../planning/vocabulary.ts';
import { itemCount, kitCount } from '../../planning/words.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { procurementFacts } from '../reference/facts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { checkFundFor } from './found.ts';
import { different, given } from './given.ts';

type Placing = Parsed<'orders.place'>;
type PlacingLine = Placing['lines'][number];

const requireOrder = (snapshot: PlanSnapshot, id: number): OrderProgress => {
  const found = ordersProgress(snapshot).find(({ order }) => order.id === id);
  if (found === undefined) throw new Refusal('not_found', `No order has the number ${id} in the plan. It may have been taken back.`, { field: 'id' });
  return found;
};

const requireNewNumber = (snapshot: PlanSnapshot, number: string, except: number | null): void => {
  const same = snapshot.orders.find((order) => order.id !== except && order.number.toLowerCase() === number.toLowerCase());
  if (same !== undefined) {
    throw new Refusal('invalid_input', `Order ${same.number} is in the plan already, placed on ${formatLongDate(same.orderedOn)}. Another number works, or a line more on that order’s paper.`, { field: 'number' });
  }
};

const requireDays = (session: Session, { orderedOn, expectedOn }: Pick<Order, 'orderedOn' | 'expectedOn'>): void => {
  if (orderedOn > session.today()) {
    throw new Refusal('invalid_input', `An order is dated today or before; ${formatLongDate(orderedOn)} is still to come.`, { field: 'orderedOn' });
  }
  if (expectedOn !== null && expectedOn < orderedOn) {
    throw new Refusal('invalid_input', `It cannot come on ${formatLongDate(expectedOn)}, before it was ordered on ${formatLongDate(orderedOn)}.`, { field: 'expectedOn' });
  }
};

/** What is left of each row to order, less what the lines before took. */
const requireToReplace = (assets: ReadonlyMap<number, Asset>, lines: readonly PlacingLine[]): void => {
  const onOrder = new Map<number, number>();
  for (const asset of assets.values()) {
    if (asset.succeedsAssetId === null || standingOf(asset.status) !== 'on_the_way') continue;
    onOrder.set(asset.succeedsAssetId, (onOrder.get(asset.succeedsAssetId) ?? 0) + asset.quantity);
  }
  for (const [index, line] of lines.entries()) {
    const field = `lines.${index}.replaces`;
    const refuse = (message: string): never => { throw new Refusal('invalid_input', `Line ${index + 1}: ${message}`, { field }); };
    const replaced = line.replaces.reduce((sum, { quantity }) => sum + quantity, 0);
    if (replaced > line.quantity) refuse(`it orders ${formatCount(line.quantity)} and would replace ${formatCount(replaced)}. Order as many, or replace fewer.`);
    for (const { assetId, quantity } of line.replaces) {
      const asset = assets.get(assetId);
      if (asset === undefined) throw new Refusal('not_found', `Line ${index + 1}: no asset has the number ${assetId}. It may have been removed.`, { field });
      const standing = standingOf(asset.status);
      if (standing === 'on_the_way') refuse(`${assetName(asset)} is on order itself: there is nothing to replace yet.`);
      if (standing !== 'in_service') refuse(`${assetName(asset)} has left already, so nothing stands in the plan for it.`);
      const taken = onOrder.get(assetId) ?? 0;
      if (taken + quantity > asset.quantity) {
        refuse(asset.quantity === 1 ? `${assetName(asset)} is replaced by an order already.`
          : `of ${formatCount(asset.quantity)} ${asset.description}, ${formatCount(taken)} are replaced by orders already, so at most ${formatCount(asset.quantity - taken)} can be.`);
      }
      onOrder.set(assetId, taken + quantity);
    }
  }
};

const requireKinds = (snapshot: PlanSnapshot, lines: readonly PlacingLine[]): void => {
  const kinds = new Set(snapshot.categories.map(({ key }) => key));
  const models = new Set(snapshot.models.map(({ id }) => id));
  for (const [index, { categoryKey, modelId }] of lines.entries()) {
    if (!kinds.has(categoryKey)) throw new Refusal('not_found', `Line ${index + 1}: the plan has no category called “${categoryKey}”.`, { field: `lines.${index}.categoryKey` });
    if (modelId !== null && !models.has(modelId)) throw new Refusal('not_found', `Line ${index + 1}: no model has the number ${modelId}.`, { field: `lines.${index}.modelId` });
  }
};

/** `Place order 4502: 30 pupil laptops`, `Place order 4502: 62 items`. */
const placeLabel = (snapshot: PlanSnapshot, { number, lines }: Placing): string => {
  const items = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const [only] = lines;
  const what = lines.length === 1 && only !== undefined
    ? kitCount(categoryNamed(snapshot.categories, only.categoryKey), only.userGroup, items) : itemCount(items);
  return `Place order ${number}: ${what}`;
};

const supplierIdOf = (writer: Writer, name: string | null): number | null => (name === null ? null : ensureSupplier(writer, name));

const editLabel = (before: Order, set: Parsed<'orders.edit'>['set'], lines: number): string => {
  const [field] = Object.keys(given(set));
  const only = Object.keys(given(set)).length + lines === 1;
  if (only && field === 'expectedOn') return `Change the day order ${before.number} is expected`;
  if (only && lines === 1) return `Change a line of order ${before.number}`;
  return `Change order ${before.number}`;
};

/** @throws Refusal where a fund may not pay for one of the things on an order on the day it is placed. */
const checkLinesFund = (session: Session, key: FundKey | null | undefined, lines: readonly Pick<OrderLine, 'categoryKey'>[], on: IsoDate, field: string): void =>
  lines.forEach(({ categoryKey }) => checkFundFor(session, key, kitPaid(categoryNamed(session.snapshot().categories, categoryKey)), on, field));

export const orderHandlers = {
  'orders.place': (session, request) => {
    const { role, reason, lines, supplier, number, orderedOn, expectedOn, fundKey, notes } = request;
    const snapshot = session.snapshot();
    const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
    requireNewNumber(snapshot, number, null);
    requireDays(session, request);
    requireKinds(snapshot, lines);
    requireToReplace(assets, lines);
    checkLinesFund(session, fundKey, lines, orderedOn, 'fundKey');
    const today = forecast(snapshot, { asOf: session.today() });
    const { value, change } = session.change(placeLabel(snapshot, request), { role, reason }, (writer) => {
      const order = { number, orderedOn, expectedOn, fundKey, notes, supplierId: supplierIdOf(writer, supplier) };
      const orderId = insertOrder(writer, order);
      const placed = lines.map((line) => {
        const { description, categoryKey, modelId, quantity, unitPence, code } = line;
        const plannedUnitPence = line.plannedUnitPence === undefined ? plannedUnit(snapshot, today, line.replaces) : line.plannedUnitPence;
        const lineId = insertOrderLine(writer, { orderId, description, categoryKey, modelId, quantity, plannedUnitPence, unitPence, code });
        const rows = orderedRows(assets, order, line).map((row) => ({ ...row, orderLineId: lineId }));
        return { lineId, assetIds: insertAssets(writer, rows) };
      });
      return { id: orderId, lineIds: placed.map(({ lineId }) => lineId), assetIds: placed.flatMap(({ assetIds }) => assetIds) };
    });
    return { change, value };
  },

  'orders.edit': (session, { role, reason, id, set, lines }) => {
    const snapshot = session.snapshot();
    const found = requireOrder(snapshot, id);
    const { supplier, ...fields } = given(set);
    const next = { ...found.order, ...fields };
    requireNewNumber(snapshot, next.number, id);
    requireDays(session, next);
    checkLinesFund(session, set.fundKey, found.lines.map(({ line }) => line), next.orderedOn, 'set.fundKey');
    const unknown = lines.find((line) => !found.lines.some((each) => each.line.id === line.id));
    if (unknown !== undefined) throw new Refusal('not_found', `Order ${found.order.number} has no line with the number ${unknown.id}.`, { field: 'lines' });
    const { change } = session.change(editLabel(found.order, set, lines.length), { role, reason }, (writer) => {
      const after = { ...fields, ...(supplier !== undefined && { supplierId: supplierIdOf(writer, supplier) }) };
      updateOrder(writer, id, after);
      const outstanding = found.lines.flatMap(({ outstandingIds }) => outstandingIds);
      const all = [...outstanding, ...found.lines.flatMap(({ cameIds }) => cameIds)];
      // Only what is said goes to the rows: what somebody has since put right on one that came stays.
      const { number: orderNumber, fundKey, supplierId, orderedOn, expectedOn } = different(after, found.order);
      updateAssets(writer, all, given({ orderNumber, fundKey, supplierId }));
      updateAssets(writer, outstanding, given({ purchaseDate: orderedOn, inServiceDate: expectedOn }));
      for (const { id: lineId, ...changed } of lines) {
        updateOrderLine(writer, lineId, given(changed));
        const toCome = found.lines.find(({ line }) => line.id === lineId)?.outstandingIds ?? [];
        updateAssets(writer, toCome, {
          ...(changed.unitPence !== undefined && { unitPaidPence: changed.unitPence }),
          ...(changed.description !== undefined && { description: changed.description }),
        });
      }
    });
    return { change, value: null };
  },

  'orders.cancel': (session, { role, reason, id, lineId }) => {
    const found = requireOrder(session.snapshot(), id);
    const lines = lineId === null ? found.lines : found.lines.filter(({ line }) => line.id === lineId);
    const ids = lines.flatMap(({ outstandingIds }) => outstandingIds);
    const items = lines.reduce((sum, { outstanding }) => sum + outstanding, 0);
    if (items === 0) {
      throw new Refusal('invalid_input', `Nothing of order ${found.order.number} is still to come, so there is nothing to cancel.`, { field: lineId === null ? 'id' : 'lineId' });
    }
    const what = found.came === 0 && items === found.outstanding ? `Cancel order ${found.order.number}` : `Cancel ${itemCount(items)} of order ${found.order.number}`;
    const { change } = session.change(what, { role, reason }, (writer) => deleteAssets(writer, ids));
    return { change, value: { items } };
  },

  'orders.rules': () => procurementFacts(),
} satisfies Pick<Handlers, 'orders.place' | 'orders.edit' | 'orders.cancel' | 'orders.rules'>;
