import { fundName } from '../budget/fund.ts';
import { categoryNamed } from '../categories.ts';
import { formatDate } from '../calendar.ts';
import { formatCount, formatExact } from '../money.ts';
import { placesOf } from '../places.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../snapshot.ts';
import {
  DISPOSAL_ROUTE_WORDS, DISPOSAL_ROUTES, STATUS_WORDS, ASSET_STATUSES, USER_GROUPS, type FundKey, type UserGroup,
} from '../vocabulary.ts';
import { startUpper } from '../words.ts';

/** What a register row itself holds: its cover lies in warranty periods and contracts, its source in its import. */
export type AssetColumn = Exclude<keyof Asset, 'id' | 'coverEnd' | 'source'>;

/** What each fact about an asset is called in the middle of a sentence. */
export const ASSET_COLUMN_WORDS: Readonly<Record<AssetColumn, string>> = {
  tag: 'tag', serial: 'serial number', description: 'description', categoryKey: 'kind', userGroup: 'user group', modelId: 'model',
  departmentId: 'department', locationId: 'room', supplierId: 'supplier', quantity: 'number of items', status: 'status',
  purchaseDate: 'purchase date', purchaseDateAssumed: 'purchase date assumed', purchaseDateBasis: 'what the purchase date rests on',
  inServiceDate: 'first day in use', unitPaidPence: 'price paid', unitVatPence: 'VAT paid', orderNumber: 'order number', fundKey: 'fund',
  vendorSupportEnd: 'end of maker’s support', osReleaseId: 'system', osName: 'system’s name', osEnd: 'end of system support',
  osCanMove: 'system can be moved on', leaseEnd: 'end of lease', overridePence: 'replacement price', overridePriceDate: 'date of the replacement price',
  movedTo: 'due date set by hand', movedReason: 'reason for the due date', upgradeDoneOn: 'upgrade done', succeedsAssetId: 'what it replaced',
  yearGroupId: 'year group', orderLineId: 'order', passedDownOn: 'passed down on', disposedOn: 'disposed of on', disposalRoute: 'how it was disposed of',
  disposalCertificate: 'disposal certificate', dataWipedOn: 'data wiped on', disposalPence: 'income from disposal', notes: 'notes',
};

export const USER_GROUP_WORDS: Readonly<Record<UserGroup, string>> = { staff: 'Staff', pupil: 'Pupils', shared: 'Shared' };

/** "Kestrel 400 small desktop"; a model without a make is called by its name alone. */
export const modelTitle = ({ make, name }: Pick<AssetModel, 'make' | 'name'>): string => (make === null ? name : `${make} ${name}`);

/** What people call an asset among others: its tag, else what it is. */
export const assetName = ({ tag, description }: Pick<Asset, 'tag' | 'description'>): string => tag ?? description;

/** The names behind the numbers of a register row; each list is read once. */
export type PlanNames = Readonly<Record<'modelId' | 'departmentId' | 'locationId' | 'supplierId' | 'yearGroupId' | 'orderLineId' | 'succeedsAssetId', (id: number) => string | null>>
  & { readonly category: (key: string) => string; readonly fund: (key: FundKey) => string };

export function planNames(snapshot: PlanSnapshot): PlanNames {
  const lookUp = <Row extends { readonly id: number }>(rows: readonly Row[], words: (row: Row) => string): ((id: number) => string | null) => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    return (id) => {
      const row = byId.get(id);
      return row === undefined ? null : words(row);
    };
  };
  const order = lookUp(snapshot.orders, ({ number }) => `order ${number}`);
  return {
    modelId: lookUp(snapshot.models, modelTitle), departmentId: lookUp(snapshot.departments, ({ name }) => name),
    locationId: placesOf(snapshot.locations).pathOf, supplierId: lookUp(snapshot.suppliers, ({ name }) => name),
    yearGroupId: lookUp(snapshot.yearGroups, ({ name }) => name), succeedsAssetId: lookUp(snapshot.assets, assetName),
    orderLineId: lookUp(snapshot.orderLines, (line) => order(line.orderId) ?? line.description),
    fund: (key) => fundName(snapshot.funds, key),
    category: (key) => startUpper(categoryNamed(snapshot.categories, key).singular),
  };
}

type Stored = string | number | boolean;

const wordOf = <Key extends string>(words: Readonly<Record<Key, string>>, keys: readonly Key[], value: Stored): string => {
  const key = keys.find((each) => each === value);
  return key === undefined ? String(value) : words[key];
};

/** One fact as people read it: names in place of numbers, days and money as written in the United Kingdom. */
export function fieldValueWords(names: PlanNames, field: AssetColumn, value: Stored): string {
  switch (field) {
    case 'modelId': case 'departmentId': case 'locationId': case 'supplierId': case 'yearGroupId': case 'orderLineId': case 'succeedsAssetId':
      return names[field](Number(value)) ?? 'one that is no longer in the plan';
    case 'categoryKey': return names.category(String(value));
    case 'status': return wordOf(STATUS_WORDS, ASSET_STATUSES, value);
    case 'userGroup': return wordOf(USER_GROUP_WORDS, USER_GROUPS, value);
    case 'fundKey': return names.fund(String(value));
    case 'disposalRoute': return wordOf(DISPOSAL_ROUTE_WORDS, DISPOSAL_ROUTES, value);
    case 'quantity': return formatCount(Number(value));
    case 'osReleaseId': return 'a release of the support list';
    case 'unitPaidPence': case 'unitVatPence': case 'overridePence': case 'disposalPence': return formatExact(Number(value));
    case 'purchaseDateAssumed': case 'osCanMove': return value === true || value === 1 ? 'yes' : 'no';
    case 'purchaseDate': case 'inServiceDate': case 'vendorSupportEnd': case 'osEnd': case 'leaseEnd': case 'overridePriceDate': case 'movedTo':
    case 'upgradeDoneOn': case 'passedDownOn': case 'disposedOn': case 'dataWipedOn': return formatDate(String(value));
    case 'tag': case 'serial': case 'description': case 'purchaseDateBasis': case 'orderNumber': case 'osName': case 'movedReason':
    case 'disposalCertificate': case 'notes': return String(value);
  }
}
