import { itemsOf } from '../context.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../snapshot.ts';
import { isHere, knowsField, needsField, QUALITY_FIELDS, type QualityField } from './fields.ts';

/** A column of the table: kinds of kit that a school looks after together. */
export type KindGroup = { readonly key: string; readonly heading: string };

const GROUPS: readonly (KindGroup & { readonly has: (asset: Asset) => boolean })[] = (() => {
  const group = (key: string, heading: string, has: (asset: Asset) => boolean) => ({ key, heading, has });
  const among = (...keys: readonly string[]) => ({ categoryKey }: Asset): boolean => keys.includes(categoryKey);
  const laptop = among('laptop');
  return [
    group('staff_laptops', 'Staff laptops', (asset) => laptop(asset) && asset.userGroup === 'staff'),
    group('pupil_laptops', 'Pupil laptops', (asset) => laptop(asset) && asset.userGroup === 'pupil'),
    group('laptops', 'Laptops', laptop),
    group('chromebooks', 'Chromebooks', among('chromebook')),
    group('desktops', 'Desktops', among('desktop', 'monitor')),
    group('tablets', 'Tablets', among('tablet', 'phone')),
    group('displays', 'Displays, AV', among('interactive_panel', 'projector', 'visualiser', 'camera', 'av_audio')),
    group('printers', 'Printers', among('printer', 'mfd', 'printer_3d')),
    group('servers', 'Servers, storage', among('server', 'storage', 'ups')),
    group('network', 'Network', among('network_switch', 'wireless_ap', 'firewall_router', 'cabling', 'telephony')),
    group('rest', 'Everything else', () => true),
  ];
})();

export type Completeness = {
  readonly groups: readonly (KindGroup & { readonly items: number })[];
  /** Items that are here, of every kind. */
  readonly items: number;
  readonly rows: readonly { readonly field: QualityField; readonly cells: readonly Cell[]; readonly all: Cell }[];
};

/** How many items should know a field and how many lack it. */
export type Cell = {
  readonly needed: number;
  readonly lacking: number;
  readonly lackingIds: readonly number[];
  /** Of those needed, in whole per cent: 99 at most while one is missing. Null where the field is not needed. */
  readonly percent: number | null;
  readonly tone: 'none' | 'full' | 'plain' | 'warn' | 'over';
};

type Count = { needed: number; lacking: number; ids: number[] };

function cellOf({ needed, lacking, ids }: Count): Cell {
  const known = { needed, lacking, lackingIds: ids };
  if (needed === 0) return { ...known, percent: null, tone: 'none' };
  if (lacking === 0) return { ...known, percent: 100, tone: 'full' };
  const percent = Math.min(99, Math.floor(((needed - lacking) * 200 + needed) / (needed * 2)));
  return { ...known, percent, tone: percent < 80 ? 'over' : percent < 95 ? 'warn' : 'plain' };
}

/** How much the register knows of the kit that is here, by field and kind; kinds that the school has none of are left out. */
export function completenessOf(snapshot: PlanSnapshot): Completeness {
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const items = GROUPS.map(() => 0);
  const counts = QUALITY_FIELDS.map(() => GROUPS.map((): Count => ({ needed: 0, lacking: 0, ids: [] })));
  for (const asset of snapshot.assets) {
    if (!isHere(asset)) continue;
    const group = GROUPS.findIndex(({ has }) => has(asset));
    items[group] = (items[group] ?? 0) + itemsOf(asset);
    const model: AssetModel | null = asset.modelId === null ? null : models.get(asset.modelId) ?? null;
    QUALITY_FIELDS.forEach((field, row) => {
      const count = counts[row]?.[group];
      if (count === undefined || !needsField(field, asset)) return;
      count.needed += itemsOf(asset);
      if (knowsField(field, asset, model)) return;
      count.lacking += itemsOf(asset);
      count.ids.push(asset.id);
    });
  }
  const shown = GROUPS.flatMap((_, group) => ((items[group] ?? 0) > 0 ? [group] : []));
  return {
    groups: shown.flatMap((index) => {
      const group = GROUPS[index];
      return group === undefined ? [] : [{ key: group.key, heading: group.heading, items: items[index] ?? 0 }];
    }),
    items: items.reduce((sum, count) => sum + count, 0),
    rows: QUALITY_FIELDS.map((field, row) => {
      const cells = counts[row] ?? [];
      const all = cells.reduce((sum, count): Count => ({
        needed: sum.needed + count.needed, lacking: sum.lacking + count.lacking, ids: sum.ids,
      }), { needed: 0, lacking: 0, ids: [] });
      return {
        field, cells: shown.flatMap((index) => (cells[index] === undefined ? [] : [cellOf(cells[index])])),
        all: cellOf({ ...all, ids: cells.flatMap(({ ids }) => ids) }),
      };
    }),
  };
}
