import type { Writer } from '../../db/connection.ts';
import { insertAssets, updateAssets, updateEachAsset, type AssetFields, type NewAsset } from '../../db/repositories/assets.ts';
import { ensureDepartment, ensureLocation, ensureModel, ensureSupplier, ensureYearGroup } from '../../db/repositories/places.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { assetName } from '../../planning/register/field-words.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { AssetFieldValues } from '../contract/asset-fields.ts';
import { setCoverEnds } from '../cover.ts';
import { Refusal } from '../refusal.ts';
import { systemColumns } from '../system.ts';
import { given } from './given.ts';
import { requireBaseWorking } from './scenario-state.ts';

/** A row before the change, and the fields that people set on it. */
export type AssetChange = { readonly asset: Asset; readonly set: AssetFieldValues };
/** A row to add: it has at least a kind and says what it is. */
export type AddedAsset = AssetFieldValues & { readonly categoryKey: string; readonly description: string };

type Named = 'room' | 'department' | 'yearGroup' | 'supplier' | 'make' | 'model' | 'osName' | 'coverEnd';

/** Looks a name up once for each spelling: a paste of fifty thousand rows names a few dozen rooms. */
const remembered = (find: (name: string) => number): ((name: string) => number) => {
  const known = new Map<string, number>();
  return (name) => {
    const id = known.get(name) ?? find(name);
    known.set(name, id);
    return id;
  };
};

type CoveringContract = { readonly end: IsoDate; readonly name: string };

/** The contract that covers an asset the longest, where one with an end does; read when the first asset is asked about. */
const coveringContracts = ({ contracts }: PlanSnapshot): ((assetId: number) => CoveringContract | undefined) => {
  let found: Map<number, CoveringContract> | null = null;
  return (assetId) => {
    found ??= new Map(contracts.filter(({ coversHardware }) => coversHardware)
      .toSorted((a, b) => ((a.end ?? '') < (b.end ?? '') ? -1 : 1))
      .flatMap(({ assetIds, end, name }) => (end === null ? [] : assetIds.map((id) => [id, { end, name }] as const))));
    return found.get(assetId);
  };
};

/**
 * Writes the fields that people change into the columns of register rows: names become the rooms, models and
 * suppliers they stand for. For one change of the plan: what it looked up is remembered as long as it lives.
 */
export class AssetWriter {
  readonly #writer: Writer;
  readonly #today: IsoDate;
  readonly #reason: string | null;
  readonly #models: ReadonlyMap<number, AssetModel>;
  readonly #room: (name: string) => number;
  readonly #department: (name: string) => number;
  readonly #yearGroup: (name: string) => number;
  readonly #supplier: (name: string) => number;
  readonly #modelIds = new Map<string, number>();
  readonly #snapshot: PlanSnapshot;
  readonly #contractOf: (assetId: number) => CoveringContract | undefined;
  readonly #system: ReturnType<typeof systemColumns>;

  constructor(writer: Writer, about: { readonly snapshot: PlanSnapshot; readonly today: IsoDate; readonly reason: string | null }) {
    this.#writer = writer;
    this.#today = about.today;
    this.#snapshot = about.snapshot;
    this.#reason = about.reason;
    this.#models = new Map(about.snapshot.models.map((model) => [model.id, model]));
    this.#system = systemColumns(writer);
    this.#contractOf = coveringContracts(about.snapshot);
    this.#room = remembered((name) => ensureLocation(writer, name));
    this.#department = remembered((name) => ensureDepartment(writer, name));
    this.#yearGroup = remembered((name) => ensureYearGroup(writer, name));
    this.#supplier = remembered((name) => ensureSupplier(writer, name));
  }

  /** Sets on each row its own fields. Rows that come to the same columns are written together. */
  change(changes: readonly AssetChange[]): void {
    // A day set by hand is a decision of the base; everything else of a row is what kit there is.
    if (changes.some(({ asset, set }) => set.movedTo !== undefined && set.movedTo !== asset.movedTo)) requireBaseWorking(this.#snapshot);
    const alike = new Map<string, { readonly fields: Partial<AssetFields>; readonly ids: number[] }>();
    for (const { asset, set } of changes) {
      const fields = this.columns(asset, set);
      const key = JSON.stringify(fields);
      const group = alike.get(key);
      if (group === undefined) alike.set(key, { fields, ids: [asset.id] });
      else group.ids.push(asset.id);
    }
    const groups = [...alike.values()];
    for (const { fields, ids } of groups.filter((group) => group.ids.length > 1)) updateAssets(this.#writer, ids, fields);
    updateEachAsset(this.#writer, groups.flatMap(({ fields, ids: [id, ...more] }) => (id === undefined || more.length > 0 ? [] : [{ id, fields }])));
    const covered = changes.flatMap(({ asset, set: { coverEnd } }) => (coverEnd === undefined || coverEnd === asset.coverEnd ? [] : [{ asset, coverEnd }]));
    for (const { asset, coverEnd } of covered) this.#requireOwnCover(asset, coverEnd);
    setCoverEnds(this.#writer, covered.map(({ asset, coverEnd }) => ({ assetId: asset.id, coverEnd })));
  }

  /** Adds rows; answers their numbers in the order given. */
  add(rows: readonly AddedAsset[]): readonly number[] {
    return insertAssets(this.#writer, rows.map((row): NewAsset => ({
      ...this.columns(null, row), categoryKey: row.categoryKey, description: row.description,
      warranties: row.coverEnd ? [{ endsOn: row.coverEnd, startsOn: row.purchaseDate ?? null }] : [],
    })));
  }

  /** The columns that the fields come to on a row; `asset` is null for a new one. Cover lies elsewhere and is not among them. */
  columns(asset: Asset | null, set: AssetFieldValues): Partial<AssetFields> {
    const { room, department, yearGroup, supplier, make: _make, model: _model, osName, coverEnd: _cover, ...own } = set;
    return {
      ...given(own satisfies Omit<AssetFieldValues, Named>),
      ...this.#dayColumns(set),
      ...(room !== undefined && { locationId: room === null ? null : this.#room(room) }),
      ...(department !== undefined && { departmentId: department === null ? null : this.#department(department) }),
      ...(yearGroup !== undefined && { yearGroupId: yearGroup === null ? null : this.#yearGroup(yearGroup) }),
      ...(supplier !== undefined && { supplierId: supplier === null ? null : this.#supplier(supplier) }),
      ...(osName !== undefined && this.#system(osName)),
      ...this.#modelColumn(asset, set),
    };
  }

  /** A contract covers kit to its end, whatever its warranty: an earlier end would be written and change nothing. */
  #requireOwnCover(asset: Asset, coverEnd: IsoDate | null): void {
    const contract = this.#contractOf(asset.id);
    if (contract === undefined || (coverEnd !== null && coverEnd >= contract.end)) return;
    throw new Refusal('invalid_input', `${assetName(asset)} is covered to ${formatLongDate(contract.end)} by the contract ${contract.name}. Change the contract, or take the kit out of it.`, { field: 'coverEnd' });
  }

  /** A day that a person typed is no longer assumed; a price of its own is of today; a move carries the reason of its change. */
  #dayColumns({ purchaseDate, overridePence, movedTo }: AssetFieldValues): Partial<AssetFields> {
    return {
      ...(purchaseDate !== undefined && { purchaseDateAssumed: false, purchaseDateBasis: null }),
      ...(overridePence !== undefined && { overridePriceDate: overridePence === null ? null : this.#today }),
      ...(movedTo !== undefined && { movedReason: movedTo === null ? null : this.#reason }),
    };
  }

  /** A row that becomes another kind keeps its make and model, as a model of that kind. */
  #modelColumn(asset: Asset | null, set: AssetFieldValues): Partial<AssetFields> {
    if (set.make === undefined && set.model === undefined && set.categoryKey === undefined) return {};
    const before = asset?.modelId ? this.#models.get(asset.modelId) : undefined;
    const name = set.model === undefined ? before?.name ?? null : set.model;
    const make = set.make === undefined ? before?.make ?? null : set.make;
    const categoryKey = set.categoryKey ?? asset?.categoryKey;
    if (name === null && set.make) throw new Refusal('invalid_input', `“${set.make}” needs a model: a make is kept with its model.`, { field: 'make' });
    if (name === null || categoryKey === undefined) return { modelId: null };
    const key = JSON.stringify([categoryKey, make, name]);
    const id = this.#modelIds.get(key) ?? ensureModel(this.#writer, { categoryKey, make, name });
    this.#modelIds.set(key, id);
    return { modelId: id };
  }
}
