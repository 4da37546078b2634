import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate, Pence, UserGroup } from '../vocabulary.ts';
import type { Replaced } from './draft.ts';
import type { Order } from './order.ts';

/** A line as it is ordered. */
export type PlacedLine = {
  readonly description: string;
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  readonly modelId: number | null;
  readonly quantity: number;
  /** The price agreed for one, net. */
  readonly unitPence: Pence;
  readonly replaces: readonly Replaced[];
};

export type OrderedRow = Pick<
  Asset,
  'description' | 'categoryKey' | 'userGroup' | 'modelId' | 'departmentId' | 'locationId' | 'yearGroupId' | 'supplierId' | 'quantity'
  | 'status' | 'purchaseDate' | 'inServiceDate' | 'unitPaidPence' | 'orderNumber' | 'fundKey' | 'overridePence' | 'overridePriceDate'
  | 'succeedsAssetId'
>;

/**
 * The register rows of a line: one for each row that it replaces, in that row's room and department, and one for
 * what it adds. Each stands in the forecast in place of the first replacement of what it succeeds, at the price
 * agreed, in the month it is to come. Its own successor is priced as that of the old kit was: a price of the
 * school's own for a replacement goes with it while the model stays the same.
 */
export function orderedRows(assets: ReadonlyMap<number, Asset>, order: Omit<Order, 'id' | 'notes'>, line: PlacedLine): OrderedRow[] {
  const shared = {
    description: line.description, categoryKey: line.categoryKey, userGroup: line.userGroup, modelId: line.modelId,
    supplierId: order.supplierId, status: 'ordered' as const, ...orderDates(order), unitPaidPence: line.unitPence,
    orderNumber: order.number, fundKey: order.fundKey,
  };
  const rows = line.replaces.flatMap(({ assetId, quantity }): OrderedRow[] => {
    const old = assets.get(assetId);
    if (old === undefined) return [];
    const keepsPrice = old.modelId === line.modelId && old.categoryKey === line.categoryKey;
    return [{
      ...shared, quantity, succeedsAssetId: assetId,
      departmentId: old.departmentId, locationId: old.locationId, yearGroupId: old.yearGroupId,
      overridePence: keepsPrice ? old.overridePence : null, overridePriceDate: keepsPrice ? old.overridePriceDate : null,
    }];
  });
  const added = line.quantity - line.replaces.reduce((sum, { quantity }) => sum + quantity, 0);
  if (added > 0) {
    rows.push({
      ...shared, quantity: added, succeedsAssetId: null, departmentId: null, locationId: null, yearGroupId: null,
      overridePence: null, overridePriceDate: null,
    });
  }
  return rows;
}

/** The days of kit on order: when it was ordered, and when it is to come. */
export const orderDates = ({ orderedOn, expectedOn }: Pick<Order, 'orderedOn' | 'expectedOn'>): {
  readonly purchaseDate: IsoDate; readonly inServiceDate: IsoDate | null;
} => ({ purchaseDate: orderedOn, inServiceDate: expectedOn });

/** The plan as it would be with an order: what it does to each year, before it is placed. */
export function withOrder(snapshot: PlanSnapshot, order: Omit<Order, 'id' | 'notes'>, lines: readonly PlacedLine[]): PlanSnapshot {
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  // A number that nothing in the plan means yet.
  const last = Math.max(0, ...snapshot.policies.map(({ assetId }) => assetId ?? 0), snapshot.assets.reduce((most, { id }) => Math.max(most, id), 0));
  const rows = lines.flatMap((line) => orderedRows(assets, order, line));
  return { ...snapshot, assets: [...snapshot.assets, ...rows.map((row, index) => ({ ...NEW_ROW, ...row, id: last + 1 + index }))] };
}

const NEW_ROW: Omit<Asset, 'id' | keyof OrderedRow> = {
  tag: null, serial: null, purchaseDateAssumed: false, purchaseDateBasis: null, unitVatPence: null, coverEnd: null, vendorSupportEnd: null,
  osReleaseId: null, osName: null, osEnd: null, osCanMove: true, leaseEnd: null, movedTo: null, movedReason: null, upgradeDoneOn: null,
  orderLineId: null, passedDownOn: null, disposedOn: null, disposalRoute: null, disposalCertificate: null, dataWipedOn: null,
  disposalPence: null, source: null, notes: null,
};
