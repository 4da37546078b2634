import { findAssets, updateAssets, type AssetFields } from '../../db/repositories/assets.ts';
import { ensureDepartment, ensureLocation } from '../../db/repositories/places.ts';
import { setPolicy } from '../../db/repositories/policies.ts';
import { addWarranty } from '../../db/repositories/warranties.ts';
import type { Writer } from '../../db/connection.ts';
import { addMonths, formatLongDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { receiptProblem, receive, type ReceivedRow, type Reception, type ReplacedFate } from '../../planning/orders/receive.ts';
import { NO_POLICY, policyFor } from '../../planning/policies.ts';
import { standingOf } from '../../planning/refresh/due.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { duplicateAsset } from './duplicate-asset.ts';

type Receiving = Parsed<'orders.receive'>;

const lineOf = (snapshot: PlanSnapshot, lineId: number) => {
  const line = snapshot.orderLines.find(({ id }) => id === lineId);
  const order = snapshot.orders.find(({ id }) => id === line?.orderId);
  if (line === undefined || order === undefined) throw new Refusal('not_found', `No order has a line with the number ${lineId}. It may have been taken back.`, { field: 'lineId' });
  const ordered = snapshot.assets.filter((asset) => asset.orderLineId === lineId && standingOf(asset.status) === 'on_the_way');
  return { line, order, ordered };
};

/** The end of cover: typed, or so many months from the day it came. */
const coverOf = ({ receivedOn, warrantyEnd, warrantyMonths }: Receiving): IsoDate | null => {
  if (warrantyEnd !== null && warrantyEnd < receivedOn) {
    throw new Refusal('invalid_input', `Cover cannot end on ${formatLongDate(warrantyEnd)}, before the kit came on ${formatLongDate(receivedOn)}.`, { field: 'warrantyEnd' });
  }
  return warrantyEnd ?? (warrantyMonths === null ? null : addMonths(receivedOn, warrantyMonths));
};

const requireDay = (session: Session, receivedOn: IsoDate, orderedOn: IsoDate): void => {
  if (receivedOn > session.today()) throw new Refusal('invalid_input', `Kit comes today or before; ${formatLongDate(receivedOn)} is still to come.`, { field: 'receivedOn' });
  if (receivedOn < orderedOn) throw new Refusal('invalid_input', `It cannot have come on ${formatLongDate(receivedOn)}, before it was ordered on ${formatLongDate(orderedOn)}.`, { field: 'receivedOn' });
};

/** The columns that all of what came has alike. */
const arrivedFields = (writer: Writer, request: Receiving, agreed: number | null): Partial<AssetFields> => ({
  status: request.status, purchaseDate: request.receivedOn, purchaseDateAssumed: false, inServiceDate: null,
  unitPaidPence: request.unitPaidPence === undefined ? agreed : request.unitPaidPence, unitVatPence: request.unitVatPence,
  ...(request.room !== undefined && { locationId: request.room === null ? null : ensureLocation(writer, request.room) }),
  ...(request.department !== undefined && { departmentId: request.department === null ? null : ensureDepartment(writer, request.department) }),
  ...(request.replaced === 'stays' && { succeedsAssetId: null }),
});

/** Writes what came into the register: the ordered row becomes it, or it is split off. Answers its row. */
function writeArrived(
  writer: Writer, from: Asset, row: ReceivedRow, fields: Partial<AssetFields>, successors: ReadonlyMap<number, number>,
): number {
  const succeeds = from.succeedsAssetId === null ? null : successors.get(from.succeedsAssetId) ?? from.succeedsAssetId;
  const own = { succeedsAssetId: succeeds, ...fields, quantity: row.quantity, tag: row.tag, serial: row.serial };
  const [split] = row.becomes ? [from.id] : duplicateAsset(writer, from, [{ tag: row.tag, serial: row.serial }]);
  if (split === undefined) throw new Error('A row that was split off has a number.');
  updateAssets(writer, [split], { orderLineId: from.orderLineId, ...own });
  return split;
}

/** Kit that was replaced and is still about is not bought again: it runs until it fails. */
const runUntilItFails = (writer: Writer, snapshot: PlanSnapshot, asset: Asset, id: number): void => {
  const { id: _id, ...policy } = policyFor(asset, snapshot.policies) ?? NO_POLICY;
  const general = policy.assetId === id ? {} : { categoryKey: asset.categoryKey, userGroup: null, modelId: null, assetId: id };
  setPolicy(writer, { ...policy, ...general, binding: [], upgrade: null, fromYear: null, lifeMonthsBefore: null });
};

const fateFields = (fate: Exclude<ReplacedFate, 'stays'>, { receivedOn, disposalRoute }: Receiving): Partial<AssetFields> => {
  switch (fate) {
    case 'retired': return { status: 'retired' };
    case 'disposed': return { status: 'disposed', disposedOn: receivedOn, disposalRoute };
    case 'passed_down': return { status: 'cascaded', passedDownOn: receivedOn };
    case 'spare': return { status: 'spare' };
  }
};

/**
 * What becomes of the kit that was replaced. Of a group of which only part was replaced, that part becomes a row of
 * its own; answers which row the new kit succeeds, by the row it was to succeed.
 */
function settleReplaced(writer: Writer, snapshot: PlanSnapshot, request: Receiving, reception: Reception): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  const { replaced: fate } = request;
  if (fate === 'stays') return rows;
  const fields = fateFields(fate, request);
  const byId = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  for (const { assetId, quantity } of reception.replaced) {
    const asset = byId.get(assetId);
    // It may have left meanwhile: what was recorded then stays.
    if (asset === undefined || standingOf(asset.status) !== 'in_service') continue;
    const part = quantity < asset.quantity;
    const [id = assetId] = part ? duplicateAsset(writer, asset, [{ tag: null, serial: null }]) : [];
    if (part) updateAssets(writer, [assetId], { quantity: asset.quantity - quantity });
    updateAssets(writer, [id], {
      ...(part && { quantity, orderLineId: asset.orderLineId, succeedsAssetId: asset.succeedsAssetId }), ...fields,
    });
    rows.set(assetId, id);
    if (fate === 'passed_down' || fate === 'spare') runUntilItFails(writer, snapshot, asset, id);
  }
  return rows;
}

export const receiveHandlers = {
  'orders.receive': (session, request) => {
    const { role, reason, lineId, quantity, receivedOn } = request;
    const snapshot = session.snapshot();
    const { line, order, ordered } = lineOf(snapshot, lineId);
    requireDay(session, receivedOn, order.orderedOn);
    const problem = receiptProblem(snapshot.assets, ordered, request);
    if (problem !== null) throw new Refusal('invalid_input', problem.message, { field: problem.field });
    const coverEnd = coverOf(request);
    const reception = receive(ordered, request);
    const outstanding = ordered.reduce((sum, row) => sum + row.quantity, 0);
    const share = quantity === outstanding ? formatCount(quantity) : `${formatCount(quantity)} of ${formatCount(outstanding)}`;
    const { value, change } = session.change(`Receive ${share} ${line.description} on order ${order.number}`, { role, reason }, (writer) => {
      const successors = settleReplaced(writer, snapshot, request, reception);
      const fields = arrivedFields(writer, request, line.unitPence);
      const byId = new Map(findAssets(writer, ordered.map(({ id }) => id)).map((row) => [row.id, row]));
      const assetIds = reception.rows.map((row) => {
        const from = byId.get(row.fromId);
        if (from === undefined) throw new Error('What came is taken from a row of the order.');
        const id = writeArrived(writer, from, row, fields, successors);
        if (coverEnd !== null) addWarranty(writer, id, { startsOn: receivedOn, endsOn: coverEnd, supplierId: order.supplierId });
        return id;
      });
      for (const { assetId, quantity: left } of reception.left) updateAssets(writer, [assetId], { quantity: left });
      return assetIds;
    });
    return { change, value: { assetIds: [...value] } };
  },
} satisfies Pick<Handlers, 'orders.receive'>;
