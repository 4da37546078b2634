import type { Asset, AssetModel, PlanSnapshot } from '../../planning/snapshot.ts';

/** The names behind the numbers of a register row. */
export type RegisterLookup = {
  readonly model: (asset: Asset) => AssetModel | null;
  readonly room: (asset: Asset) => string | null;
  /** Where the room lies: "North site, Art block". */
  readonly place: (asset: Asset) => string | null;
  readonly department: (asset: Asset) => string | null;
  readonly yearGroup: (asset: Asset) => string | null;
  readonly supplier: (asset: Asset) => string | null;
};

/** More steps than any school's tree has: a tree that bites its own tail must not hang an export. */
const DEEPEST = 20;

export function registerLookup(snapshot: PlanSnapshot): RegisterLookup {
  const byId = <Item extends { readonly id: number }>(list: readonly Item[]): ReadonlyMap<number, Item> => new Map(list.map((item) => [item.id, item]));
  const [models, places, departments, yearGroups, suppliers] = [
    byId(snapshot.models), byId(snapshot.locations), byId(snapshot.departments), byId(snapshot.yearGroups), byId(snapshot.suppliers),
  ];
  const nameIn = (list: ReadonlyMap<number, { readonly name: string }>, id: number | null): string | null => (id === null ? null : list.get(id)?.name ?? null);
  const place = ({ locationId }: Asset): string | null => {
    const names: string[] = [];
    let parent = locationId === null ? null : places.get(locationId)?.parentId ?? null;
    for (let step = 0; parent !== null && step < DEEPEST; step++) {
      const found = places.get(parent);
      if (found === undefined) break;
      names.unshift(found.name);
      parent = found.parentId;
    }
    return names.length === 0 ? null : names.join(', ');
  };
  return {
    model: ({ modelId }) => (modelId === null ? null : models.get(modelId) ?? null),
    room: ({ locationId }) => nameIn(places, locationId), place,
    department: ({ departmentId }) => nameIn(departments, departmentId), yearGroup: ({ yearGroupId }) => nameIn(yearGroups, yearGroupId),
    supplier: ({ supplierId }) => nameIn(suppliers, supplierId),
  };
}
