import type { ImportTarget } from '../contract/import-options.ts';

/** What a column of a register may hold: `endOfLife` is taken for the end of support where its cells are dates. */
export type ColumnField = ImportTarget | 'endOfLife';

/** When kit came or is to come: the month of an order that is still on its way. */
const DELIVERY: readonly string[] = [
  'delivery date', 'date delivered', 'delivered', 'delivered on', 'date received', 'received', 'received on',
  'expected delivery', 'expected delivery date', 'delivery expected', 'delivery due', 'delivery due date', 'due in',
  'estimated delivery', 'estimated delivery date', 'planned delivery', 'planned delivery date', 'expected date', 'eta',
];

/**
 * Headers by field, best first: where a file has several of one field, the earlier one here is used. Gathered
 * from the exports of Snipe-IT, GLPI, Shelf, Ralph, iTop, AssetExplorer, Mojo, Intune and Google Admin, and
 * from plain spreadsheets of schools. Written as `plainHeader` leaves them.
 */
const HEADERS: Readonly<Partial<Record<ColumnField, readonly string[]>>> = {
  tag: ['asset tag', 'new asset tag', 'new tag', 'asset tag no', 'asset tag number', 'tag', 'tag no', 'tag number',
    'asset no', 'asset number', 'asset id', 'asset code', 'asset ref', 'asset reference', 'inventory number',
    'inventory no', 'inventory id', 'inventory tag', 'annotated asset id', 'item id', 'item no', 'item code', 'it tag',
    'ict tag', 'school tag', 'kit no', 'tag id', 'barcode', 'bar code', 'asset barcode', 'asset label', 'register no',
    'equipment id', 'equipment no', 'device tag', 'reference', 'ref', 'ref no', 'immobilization number',
    'legacy reference number', 'old asset tag', 'old tag', 'id'],
  serial: ['serial number', 'serial no', 'serial', 'asset serial no', 'asset serial number', 's n', 'sn', 'service tag',
    'serialnumber', 'device serial number', 'device serial', 'serial num', 'manufacturer serial number', 'serial no s',
    'serial numbers', 'imei'],
  description: ['asset name', 'item name', 'product name', 'asset description', 'item description',
    'equipment description', 'device description', 'equipment name', 'title', 'description', 'item', 'equipment',
    'product', 'asset', 'name', 'details', 'device', 'what', 'device name', 'computer name', 'machine name', 'pc name',
    'hostname', 'host name', 'what is it', 'what it is', 'what is this'],
  category: ['category', 'asset category', 'categories', 'item category', 'equipment category', 'device category',
    'asset type', 'equipment type', 'device type', 'item type', 'product type', 'type', 'kind', 'asset class',
    'type of equipment', 'type of device', 'type of asset', 'persona cleaned', 'hardware type'],
  userGroup: ['user group', 'user type', 'used by group', 'audience', 'staff or pupil', 'staff pupil', 'pupil staff',
    'staff student'],
  yearGroup: ['year group', 'year groups', 'yeargroup', 'pupil year group', 'pupil year', 'school year group', 'nc year', 'national curriculum year',
    'yr group'],
  make: ['make', 'manufacturer', 'manufacturers', 'brand', 'maker', 'manufacturer cleaned', 'make brand',
    'manufacturer name'],
  model: ['model', 'model name', 'asset model', 'make and model', 'make model', 'model description', 'product model',
    'device model', 'material description', 'model number', 'model no', 'model num'],
  room: ['room', 'room name', 'room no', 'room number', 'classroom', 'location', 'room location', 'location room',
    'current location', 'asset location', 'physical location', 'annotated location', 'checked out to location',
    'location name', 'where', 'where is it', 'where it is', 'where kept', 'where is it kept', 'kept in', 'located',
    'located in', 'whereabouts', 'area', 'class', 'default location', 'site location', 'warehouse'],
  site: ['site', 'site name', 'school site', 'campus', 'campus name', 'company'],
  building: ['building', 'building name', 'block', 'block name', 'building block', 'site building'],
  department: ['department', 'dept', 'faculty', 'subject', 'department name', 'curriculum area', 'department faculty'],
  supplier: ['supplier', 'vendor', 'supplier name', 'vendor name', 'provider', 'reseller', 'purchased from',
    'bought from', 'dealer', 'supplied by'],
  quantity: ['quantity', 'qty', 'quantity completed', 'number of items', 'no of items', 'number of units',
    'no of units', 'count', 'units', 'how many', 'how many are there', 'number', 'no', 'total quantity', 'total qty', 'qnty', 'stock'],
  status: ['status', 'asset status', 'asset state', 'device status', 'current status', 'item status',
    'equipment status', 'lifecycle status', 'provision status', 'state'],
  purchaseDate: ['purchase date', 'date of purchase', 'date purchased', 'purchased', 'purchased date', 'purchased on',
    'date acquired', 'acquisition date', 'acquired', 'date of acquisition', 'date bought', 'bought', 'bought on',
    'buy date', 'procurement date', 'purchase year', 'year purchased', 'year of purchase', 'year bought',
    'year acquired', 'when bought', 'when was it bought', 'when purchased', 'bought when', 'bought in',
    'date of issue purchase', 'order completed date', 'despatch date', 'dispatch date',
    ...DELIVERY, 'invoice date', 'order date', 'date ordered', 'ordered on', 'year', 'date'],
  inServiceDate: ['in service date', 'inservice date', 'date in service', 'in service', 'in service since',
    'in service from', 'date put in service', 'date put into service', 'in use since', 'in use from', 'date in use',
    'startup date', 'start up date', 'move2production', 'go live date', 'live date', 'date commissioned',
    'commissioning date', 'commissioned', 'install date', 'installation date', 'date installed', 'installed',
    'installed on', 'deployed', 'deployed on', 'deployment date', 'date deployed'],
  vat: ['vat', 'vat amount', 'vat paid', 'vat each', 'vat per item'],
  warranty: ['warranty end', 'warranty end date', 'warranty expires', 'warranty expiry', 'warranty expiry date',
    'warranty expiration', 'warranty expiration date', 'end of warranty', 'warranty until', 'warranty to',
    'warranty ends', 'warranty date', 'warranty expired', 'warranty', 'warranty months', 'warranty month',
    'warranty years', 'warranty yrs', 'warranty yr', 'warranty mths', 'warranty length', 'warranty duration',
    'warranty period', 'warranty term', 'length of warranty', 'years warranty', 'months warranty', 'guarantee',
    'guarantee expiry', 'guarantee end', 'cover end', 'cover ends'],
  warrantyStart: ['warranty start', 'warranty start date', 'start date of warranty', 'warranty from'],
  vendorSupportEnd: ['vendor support end', 'end of vendor support', 'end of support', 'end of support date',
    'support end', 'support end date', 'supported until', 'auto update expiration', 'auto update through',
    'auto update expiry', 'auto update expiry date', 'auto update expiration date', 'aue', 'aue date',
    'end of firmware support', 'maker support end', 'eos date', 'eosl', 'eosl date'],
  endOfLife: ['eol', 'eol date', 'end of life', 'end of life date', 'asset eol date', 'eol months', 'eol rate'],
  leaseEnd: ['lease end', 'lease end date', 'lease expiry', 'lease expiry date', 'end of lease', 'lease to',
    'lease ends', 'lease until'],
  orderNumber: ['order number', 'order no', 'purchase order number', 'purchase order no', 'purchase order', 'po number',
    'po no', 'po', 'p o number', 'order ref', 'order reference', 'order', 'sales order number', 'customer order number',
    'invoice number', 'invoice no'],
  notes: ['notes', 'note', 'asset notes', 'comments', 'comment', 'remarks', 'annotated notes', 'additional information',
    'other information', 'further information', 'additional notes', 'asset comments'],
  disposed: ['disposal date', 'date disposed', 'date of disposal', 'disposed', 'disposed of', 'disposed date',
    'disposal', 'written off', 'date written off', 'write off date', 'decommission date', 'decommissioned',
    'date decommissioned', 'date retired', 'retired date', 'retirement date', 'scrapped', 'date scrapped',
    'disposed on'],
  disposalRoute: ['disposal route', 'disposal method', 'method of disposal', 'route of disposal', 'how disposed', 'how disposed of', 'disposal type'],
  disposalCertificate: ['disposal certificate', 'disposal certificate number', 'disposal certificate no', 'disposal certificate reference',
    'disposal certificate ref', 'disposal cert', 'disposal reference', 'disposal ref', 'weee certificate', 'weee certificate number',
    'weee certificate no', 'weee reference', 'destruction certificate', 'certificate of destruction', 'certificate of disposal'],
  dataWiped: ['data wiped', 'data wiped on', 'data wipe', 'data wipe date', 'data wiped date', 'date data wiped', 'date wiped', 'wiped', 'wiped on',
    'data erased', 'data erased on', 'data erasure', 'data erasure date', 'data destroyed', 'data destruction date', 'disk wiped', 'hard drive wiped',
    'hdd wiped'],
  ownership: ['ownership', 'device ownership', 'owner type', 'device owner type', 'byod'],
  system: ['operating system', 'os', 'os name', 'platform', 'operating system name', 'os version', 'operating system version', 'osversion', 'os name and version', 'operating system and version',
    'windows version', 'os edition', 'os release'],
  memory: ['memory gb', 'memory', 'ram gb', 'ram', 'installed memory', 'installed ram', 'memory size', 'ram size', 'system memory', 'total memory',
    'physical memory', 'total physical memory', 'memory ram'],
  processor: ['processor', 'cpu', 'processor name', 'cpu name', 'processor type', 'cpu type', 'processor model', 'cpu model'],
  storage: ['storage gb', 'storage', 'storage size', 'total storage', 'total storage gb', 'storage capacity', 'ssd', 'ssd size', 'ssd gb', 'hdd',
    'hdd size', 'hdd gb', 'hard drive', 'hard drive size', 'hard disk', 'hard disk size', 'disk', 'disk size', 'disk size gb', 'disk capacity', 'drive size'],
  returned: ['is return', 'is returned'],
  deleted: ['deleted', 'deleted at'],
};

const FIELD_BY_HEADER = new Map(Object.entries(HEADERS).flatMap(([field, headers]) =>
  headers.map((header, rank) => [header, { field: field as ColumnField, rank }] as const)));

const IS_DELIVERY: ReadonlySet<string> = new Set(DELIVERY);

/** Whether a column of purchase dates says when kit was or is to be delivered. */
export const isDeliveryHeader = (plain: string): boolean => IS_DELIVERY.has(plain);

const DEVICE_NAMES: ReadonlySet<string> = new Set(['device name', 'computer name', 'machine name', 'pc name', 'hostname', 'host name']);

/** Whether a column holds the names that devices have in the network. */
export const isDeviceName = (plain: string): boolean => DEVICE_NAMES.has(plain);

/**
 * A header without case, punctuation and the decoration of programs: `cf: Serial number,type:text`,
 * `serialNumber`, `Serial_No.` and `Asset #` become `serial number`, `serial number`, `serial no`, `asset no`.
 */
export function plainHeader(header: string): string {
  return header.replace(/^cf: */i, '').replace(/, *type: *\w+ *$/i, '')
    .replaceAll(/([a-z0-9])([A-Z][a-z])/g, '$1 $2').replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase().replaceAll(/#|№/g, ' no ').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The field that a plain header names, and how well (0 is best); null where it names none. */
export function fieldOfHeader(plain: string): { readonly field: ColumnField; readonly rank: number } | null {
  return FIELD_BY_HEADER.get(plain) ?? null;
}
