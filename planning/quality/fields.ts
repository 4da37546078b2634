import { isUnitPrice } from '../money.ts';
import { known, standingOf } from '../refresh/due.ts';
import type { Asset, AssetModel } from '../snapshot.ts';

/** What a register should know of kit, in the order in which the page lists it. */
export const QUALITY_FIELDS = [
  'purchaseDate', 'pricePaid', 'warrantyEnd', 'serial', 'room', 'memoryProcessor', 'codeFund', 'serves',
] as const;
export type QualityField = (typeof QUALITY_FIELDS)[number];

export const QUALITY_FIELD_WORDS: Readonly<Record<QualityField, string>> = {
  purchaseDate: 'Purchase date', pricePaid: 'Price paid', warrantyEnd: 'Warranty end', serial: 'Serial number', room: 'Room',
  memoryProcessor: 'Memory, processor', codeFund: 'Code and fund', serves: 'Who it serves',
};

/** Bought by the year and kept on other pages: no register row of it lacks anything. */
const NOT_KIT: ReadonlySet<string> = new Set(['software', 'cloud_service', 'support_contract']);
/** Too many and too cheap for a number or a warranty of their own. */
const NO_NUMBER: ReadonlySet<string> = new Set(['cabling', 'battery', 'peripheral']);
const COMPUTERS: ReadonlySet<string> = new Set(['server', 'desktop', 'laptop', 'chromebook', 'tablet']);
/** Serves everybody at once. */
const FOR_ALL: ReadonlySet<string> = new Set([
  'server', 'storage', 'ups', 'network_switch', 'wireless_ap', 'firewall_router', 'cabling', 'telephony', 'cctv_access',
]);

/** Whether kit of its kind should know that field at all; where not, the page shows a dash. */
export function needsField(field: QualityField, { categoryKey, quantity }: Pick<Asset, 'categoryKey' | 'quantity'>): boolean {
  if (NOT_KIT.has(categoryKey)) return false;
  switch (field) {
    case 'purchaseDate': case 'pricePaid': case 'room': case 'codeFund': return true;
    case 'warrantyEnd': return !NO_NUMBER.has(categoryKey);
    // A row for several equal items has no number of its own.
    case 'serial': return !NO_NUMBER.has(categoryKey) && quantity === 1;
    case 'memoryProcessor': return COMPUTERS.has(categoryKey);
    case 'serves': return !FOR_ALL.has(categoryKey);
  }
}

/** Whether the register knows that field of it. The code follows from its kind, so only the fund can be missing. */
export function knowsField(field: QualityField, asset: Asset, model: AssetModel | null): boolean {
  switch (field) {
    case 'purchaseDate': return known(asset.purchaseDate) !== null;
    case 'pricePaid': return isUnitPrice(asset.unitPaidPence);
    case 'warrantyEnd': return known(asset.coverEnd) !== null;
    case 'serial': return asset.serial !== null;
    case 'room': return asset.locationId !== null;
    case 'memoryProcessor': return model !== null && (model.memoryGb !== null || model.processor !== null);
    case 'codeFund': return asset.fundKey !== null;
    case 'serves': return asset.departmentId !== null || asset.yearGroupId !== null;
  }
}

/** Kit that is here: what has left needs no mending, and what is on its way has no number yet. */
export const isHere = (asset: Asset): boolean => standingOf(asset.status) === 'in_service';
