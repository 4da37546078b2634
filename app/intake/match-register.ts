import type { ImportOptions } from '../contract/import-options.ts';
import type { RefusedRow, RegisterField, RegisterReading, RegisterRow } from './register-row.ts';

/** What is compared: a length of cover counts through the end that it gives. */
export type ComparedField = Exclude<RegisterField, 'warrantyMonths'>;

/**
 * An asset of the plan with its names looked up, as a register would write it. Make and model are both null where
 * it has no model; `warrantyEnd` is the latest end of its hardware cover, be it a warranty's or a contract's.
 */
export type ExistingAsset = Pick<RegisterRow, ComparedField> & {
  readonly id: number;
  /** The latest end of its own warranty: a file that says no more than that says nothing against a contract. */
  readonly ownWarrantyEnd: string | null;
};

export type CellChange = {
  readonly field: ComparedField;
  readonly before: string | number | null;
  readonly after: string | number;
};
export type ChangedRow = { readonly assetId: number; readonly row: RegisterRow; readonly changes: readonly CellChange[] };

export type MatchPlan = {
  readonly new: readonly RegisterRow[];
  readonly changed: readonly ChangedRow[];
  readonly unchanged: readonly { readonly assetId: number; readonly row: RegisterRow }[];
  /** Where all rows of the file say that things are. */
  readonly placesSaid: RegisterReading['placesSaid'];
  /** Rows of the file that do not come in: those that could not be read, and those that were not asked for. */
  readonly refused: readonly RefusedRow[];
  /** Rows that differ from their asset and were left so, because only new kit was asked for. */
  readonly leftAsTheyAre: number;
  /** Rows of the file without a serial number or tag that were known by the name of the device, which is the tag of one item. */
  readonly byDeviceName: readonly number[];
  /** Rows of the file: one that lists n serials counts once. new + changed + unchanged + refused = read. */
  readonly counts: {
    readonly new: number; readonly changed: number; readonly unchanged: number; readonly refused: number;
  };
};

/**
 * Finds each row's asset: by serial, else by tag, where not empty and on one row and one asset only; else the
 * nth row of equal cells is the nth asset of equal values. A person may say that only the serial, only the tag or
 * neither counts, and that only new kit or only changes are wanted. Only columns of the file are compared, and a blank
 * cell says nothing: it neither tells two rows apart nor wipes out what the plan knows.
 */
export function matchRegister(
  reading: RegisterReading, existing: readonly ExistingAsset[], asked: Pick<ImportOptions, 'match' | 'write'> = {},
): MatchPlan {
  const fields = comparedFields(reading);
  const pairs = new Map<RegisterRow, ExistingAsset>();
  const taken = new Set<ExistingAsset>();
  const pair = (row: RegisterRow, asset: ExistingAsset): void => {
    pairs.set(row, asset);
    taken.add(asset);
  };
  for (const key of KEYS[asked.match ?? 'both']) pairByKey(key, reading.rows, existing, pairs, taken, pair);
  const known = asked.match === 'serial' || asked.match === 'none' ? [] : pairByDeviceName(reading.rows, existing, pairs, taken, pair);
  pairByValues(fields, reading.rows, existing, pairs, taken, pair);
  return { ...plan(reading, fields, pairs, asked.write ?? 'create_and_update'), placesSaid: reading.placesSaid, byDeviceName: known };
}

const KEYS: Readonly<Record<NonNullable<ImportOptions['match']>, readonly ('serial' | 'tag')[]>> = {
  both: ['serial', 'tag'], serial: ['serial'], tag: ['tag'], none: [],
};

/** Fields that a column of the file gives, directly or by what was worked out from it. */
function comparedFields(reading: RegisterReading): readonly ComparedField[] {
  const given = new Set(reading.columns.map(({ goesTo }) => goesTo));
  // A price with VAT gives both; a list of tags gives quantities and notes; a description is made up where none is given.
  const always: ReadonlySet<ComparedField> = new Set(['description', 'quantity', 'notes']);
  // A room written with what it lies in says that too.
  const saysWhere = reading.rows.some(({ site, building }) => site !== null || building !== null);
  return COMPARED.filter((field) => given.has(field) || always.has(field)
    || ((field === 'site' || field === 'building') && saysWhere)
    || (field === 'status' && (given.has('disposedOn') || given.has('disposalRoute')))
    // A delivery date stands for the purchase of kit in use, and for the coming of kit that is on its way.
    || (field === 'inServiceDate' && given.has('purchaseDate'))
    || (field === 'unitVatPence' && given.has('unitPaidPence')) || (field === 'userGroup' && given.has('categoryKey')));
}

const COMPARED: readonly ComparedField[] = [
  'tag', 'serial', 'description', 'categoryKey', 'userGroup', 'yearGroup', 'make', 'model', 'site', 'building', 'room', 'department', 'supplier',
  'quantity', 'status', 'purchaseDate', 'inServiceDate', 'unitPaidPence', 'unitVatPence', 'warrantyEnd', 'vendorSupportEnd',
  'leaseEnd', 'orderNumber', 'system', 'memoryGb', 'processor', 'storageGb', 'disposedOn', 'disposalRoute', 'disposalCertificate', 'dataWipedOn', 'notes',
];
const OF_THE_MODEL: ReadonlySet<ComparedField> = new Set(['memoryGb', 'processor', 'storageGb']);

type Pair = (row: RegisterRow, asset: ExistingAsset) => void;

function pairByKey(
  key: 'serial' | 'tag', rows: readonly RegisterRow[], existing: readonly ExistingAsset[],
  pairs: ReadonlyMap<RegisterRow, ExistingAsset>, taken: ReadonlySet<ExistingAsset>, pair: Pair,
): void {
  const assets = onlyOnes(existing, key);
  for (const [value, row] of onlyOnes(rows, key)) {
    const asset = assets.get(value);
    if (asset !== undefined && !pairs.has(row) && !taken.has(asset)) pair(row, asset);
  }
}

/** Rows without a serial number or a tag, whose device name is the tag of exactly one asset. Answers their numbers. */
function pairByDeviceName(
  rows: readonly RegisterRow[], existing: readonly ExistingAsset[],
  pairs: ReadonlyMap<RegisterRow, ExistingAsset>, taken: ReadonlySet<ExistingAsset>, pair: Pair,
): readonly number[] {
  if (!rows.some(({ deviceName }) => deviceName !== null)) return [];
  const assets = onlyOnes(existing, 'tag');
  const known: number[] = [];
  for (const [name, row] of onlyOnes(rows, 'deviceName')) {
    const asset = assets.get(name);
    if (asset === undefined || row.serial !== null || row.tag !== null || pairs.has(row) || taken.has(asset)) continue;
    pair(row, asset);
    known.push(row.row);
  }
  return known;
}

/** Those whose key no other has. */
function onlyOnes<Key extends 'serial' | 'tag' | 'deviceName', Item extends Readonly<Record<Key, string | null>>>(
  items: readonly Item[], key: Key,
): Map<string, Item> {
  const found = new Map<string, Item>();
  const repeated = new Set<string>();
  for (const item of items) {
    const value = item[key]?.toLowerCase();
    if (value === undefined) continue;
    if (found.has(value)) repeated.add(value);
    else found.set(value, item);
  }
  for (const value of repeated) found.delete(value);
  return found;
}

/** Equal in every cell first; then equal in every cell that the row fills. */
function pairByValues(
  fields: readonly ComparedField[], rows: readonly RegisterRow[], existing: readonly ExistingAsset[],
  pairs: ReadonlyMap<RegisterRow, ExistingAsset>, taken: ReadonlySet<ExistingAsset>, pair: Pair,
): void {
  const whole = (): readonly ComparedField[] => fields;
  const filled = (row: RegisterRow): readonly ComparedField[] => fields.filter((field) => saysSomething(row, field));
  for (const fieldsOf of [whole, filled]) {
    if (taken.size === existing.length) return;
    const rowsByFields = new Map<string, { readonly fields: readonly ComparedField[]; readonly rows: RegisterRow[] }>();
    for (const row of rows) {
      if (pairs.has(row)) continue;
      const compared = fieldsOf(row);
      const group = rowsByFields.get(compared.join());
      if (group) group.rows.push(row);
      else rowsByFields.set(compared.join(), { fields: compared, rows: [row] });
    }
    for (const group of rowsByFields.values()) {
      const waiting = new Map<string, ExistingAsset[]>();
      for (const asset of existing) {
        if (taken.has(asset)) continue;
        for (const key of assetKeys(asset, group.fields)) {
          const same = waiting.get(key);
          if (same) same.push(asset);
          else waiting.set(key, [asset]);
        }
      }
      for (const row of group.rows) {
        const same = waiting.get(valuesKey(row, group.fields));
        let asset = same?.shift();
        while (asset !== undefined && taken.has(asset)) asset = same?.shift();
        if (asset !== undefined) pair(row, asset);
      }
    }
  }
}

/** What an asset is found by: with the end of all its cover, and with that of its own warranty where that is another. */
const assetKeys = (asset: ExistingAsset, fields: readonly ComparedField[]): readonly string[] => {
  const key = valuesKey(asset, fields);
  return asset.ownWarrantyEnd === asset.warrantyEnd || !fields.includes('warrantyEnd') ? [key]
    : [key, valuesKey({ ...asset, warrantyEnd: asset.ownWarrantyEnd }, fields)];
};

const valuesKey = (item: RegisterRow | ExistingAsset, fields: readonly ComparedField[]): string =>
  JSON.stringify(fields.map((field) => normal(item, field)));

/** A value without what is no difference: case, spaces, and the make of something that has no model. */
function normal(item: RegisterRow | ExistingAsset, field: ComparedField): string | number | null {
  if (field === 'make' && item.model === null) return null;
  const value = item[field];
  if (typeof value !== 'string') return value;
  return (/\s{2}|[\n\t]|^\s|\s$/.test(value) ? value.replaceAll(/\s+/g, ' ').trim() : value).toLowerCase();
}

const saysSomething = (row: RegisterRow, field: ComparedField): boolean =>
  !row.filledIn.includes(field) && normal(row, field) !== null;

const ONLY_CHANGES = 'it is not in the register, and only kit that is there was to be changed';

function plan(
  reading: RegisterReading, fields: readonly ComparedField[], pairs: ReadonlyMap<RegisterRow, ExistingAsset>,
  write: NonNullable<ImportOptions['write']>,
): Omit<MatchPlan, 'placesSaid' | 'byDeviceName'> {
  const added: RegisterRow[] = [];
  const changed: ChangedRow[] = [];
  const unchanged: { assetId: number; row: RegisterRow }[] = [];
  const notWanted = new Set<number>();
  const outcomes = new Map<number, Set<Outcome>>();
  let leftAsTheyAre = 0;
  for (const row of reading.rows) {
    const asset = pairs.get(row);
    const changes = asset === undefined ? [] : differences(row, asset, fields);
    if (changes.length > 0 && write === 'only_create') leftAsTheyAre += 1;
    const outcome: Outcome = asset === undefined ? (write === 'only_update' ? 'refused' : 'new')
      : changes.length > 0 && write !== 'only_create' ? 'changed' : 'unchanged';
    if (outcome === 'refused') notWanted.add(row.row);
    else if (asset === undefined) added.push(row);
    else if (outcome === 'changed') changed.push({ assetId: asset.id, row, changes });
    else unchanged.push({ assetId: asset.id, row });
    const seen = outcomes.get(row.row) ?? new Set();
    outcomes.set(row.row, seen.add(outcome));
  }
  const counts = { new: 0, changed: 0, unchanged: 0, refused: reading.refused.length };
  for (const seen of outcomes.values()) counts[outcomeOf(seen)] += 1;
  const refused = [...notWanted].filter((row) => outcomes.get(row)?.size === 1).map((row) => ({ row, column: null, reason: ONLY_CHANGES }));
  return {
    new: added, changed, unchanged, counts, leftAsTheyAre,
    refused: refused.length === 0 ? reading.refused : [...reading.refused, ...refused].toSorted((one, other) => one.row - other.row),
  };
}

type Outcome = 'new' | 'changed' | 'unchanged' | 'refused';

/** A row that lists several serials counts once: as changed where its items fared differently. */
function outcomeOf(seen: ReadonlySet<Outcome>): Outcome {
  const [only] = seen;
  return seen.size === 1 && only !== undefined ? only : 'changed';
}

function differences(row: RegisterRow, asset: ExistingAsset, fields: readonly ComparedField[]): CellChange[] {
  return fields.flatMap((field) => {
    const after = row[field];
    if (after === null || !saysSomething(row, field) || normal(row, field) === normal(asset, field) || isLeftAlone(row, asset, field)) return [];
    if (field === 'warrantyEnd' && after === asset.ownWarrantyEnd) return [];
    return [{ field, before: asset[field], after }];
  });
}

/** What the file says and the plan knows better, or cannot keep. */
function isLeftAlone(row: RegisterRow, asset: ExistingAsset, field: ComparedField): boolean {
  // The library is filled where it is silent, and never overwritten; without a model there is nothing to fill.
  if (OF_THE_MODEL.has(field)) return (asset[field] !== null && normal(row, 'model') === normal(asset, 'model')) || (asset.model === null && row.model === null);
  // A device that is called by its tag is not described by it.
  if (field === 'description') return isCalledByTag(row, asset);
  // A row without a room does not take kit out of the room that the plan knows.
  if (field !== 'site' && field !== 'building') return false;
  return row.room === null && asset.room !== null && asset.room !== asset.site && asset.room !== asset.building;
}

const isCalledByTag = ({ deviceName, description }: RegisterRow, { tag }: ExistingAsset): boolean =>
  deviceName !== null && tag?.toLowerCase() === deviceName.toLowerCase() && description.endsWith(deviceName);
