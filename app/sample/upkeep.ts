import { addMonths } from '../../planning/calendar.ts';
import { pickSome, type Random } from './random.ts';
import type { SampleAsset } from './school.ts';

/*
 * How Hillcrest's register has been kept: what it does not know, and what was typed wrongly. Real registers have
 * gaps, and how a plan copes with them is half of what a sample is for. No gap here moves a figure of the
 * forecast: the gaps that do, the 41 purchase dates, are in the purchases themselves.
 */

/** Serial numbers that somebody typed twice: the first tag carries the second one's. */
const TYPED_TWICE: ReadonlyMap<string, string> = new Map([['HC-TB-0044', 'HC-TB-0031'], ['HC-CM-0018', 'HC-CM-0007']]);
const TWINS = new Set([...TYPED_TWICE].flat());

/** A decimal point too far to the right. */
const TEN_TIMES_THE_PRICE = 'HC-DT-0162';
/** Warranties of 136 months where 36 were meant. */
const LONG_COVER: ReadonlySet<string> = new Set(['HC-PL-183', 'HC-PL-184', 'HC-PL-185']);

type Gap = {
  readonly field: 'serial' | 'unitPaidPence' | 'warrantyEnd' | 'location' | 'department';
  readonly categories: readonly string[];
  readonly userGroup?: SampleAsset['userGroup'];
  /** Items without it, those that never had it included. */
  readonly items: number;
};

const DISPLAYS_AND_AV = ['interactive_panel', 'projector', 'visualiser', 'camera', 'av_audio'];
const NETWORK = ['network_switch', 'wireless_ap'];

const GAPS: readonly Gap[] = [
  { field: 'serial', categories: ['desktop'], items: 3 },
  { field: 'serial', categories: DISPLAYS_AND_AV, items: 108 },
  { field: 'serial', categories: ['printer'], items: 2 },
  { field: 'serial', categories: NETWORK, items: 11 },
  { field: 'unitPaidPence', categories: ['laptop'], userGroup: 'pupil', items: 4 },
  { field: 'unitPaidPence', categories: ['interactive_panel', 'projector', 'visualiser'], items: 18 },
  { field: 'warrantyEnd', categories: DISPLAYS_AND_AV, items: 112 },
  { field: 'warrantyEnd', categories: ['printer'], items: 6 },
  { field: 'warrantyEnd', categories: NETWORK, items: 22 },
  { field: 'location', categories: ['laptop'], userGroup: 'staff', items: 2 },
  { field: 'location', categories: DISPLAYS_AND_AV, items: 9 },
  { field: 'department', categories: ['laptop'], userGroup: 'staff', items: 11 },
  { field: 'department', categories: ['desktop'], items: 38 },
  { field: 'department', categories: ['tablet'], items: 4 },
  { field: 'department', categories: DISPLAYS_AND_AV, items: 96 },
  { field: 'department', categories: ['printer'], items: 13 },
];

const CLEARED: Readonly<Record<Gap['field'], Partial<SampleAsset>>> = {
  serial: { serial: null }, unitPaidPence: { unitPaidPence: null }, warrantyEnd: { warrantyEnd: null },
  location: { location: null }, department: { department: null },
};

/** Cover that ends within half a year of the as-at date is what the overview lists: it is never left out, nor is where that kit is. */
const coverMatters = (asset: SampleAsset): boolean =>
  asset.warrantyEnd !== null && asset.warrantyEnd > '2026-11-21' && asset.warrantyEnd < '2027-05-21';

/** What was bought in 2026/27 has been paid for out of that year's budget, so its price stays. */
const mayLose = (asset: SampleAsset, field: Gap['field']): boolean => {
  if (asset.quantity !== 1 || asset[field] === null) return false;
  if (field === 'serial') return !TWINS.has(asset.tag);
  if (field === 'warrantyEnd' || field === 'location') return !coverMatters(asset);
  return field !== 'unitPaidPence' || asset.purchaseDate === null || asset.purchaseDate < '2026-04-01';
};

const itemsWithout = (assets: readonly SampleAsset[], field: Gap['field']): number =>
  assets.reduce((sum, asset) => sum + (asset[field] === null ? asset.quantity : 0), 0);

/** The register with its slips and gaps: in each group of kit, as many items lack a field as the list says. */
export function asKept(assets: readonly SampleAsset[], random: Random): SampleAsset[] {
  const blanked = withSlips(withTypedTwice(assets));
  for (const { field, categories, userGroup, items } of GAPS) {
    const group = blanked.filter((asset) => categories.includes(asset.categoryKey)
      && (userGroup === undefined || asset.userGroup === userGroup));
    const more = Math.max(0, items - itemsWithout(group, field));
    const chosen = new Set(pickSome(random, group.filter((asset) => mayLose(asset, field)), more));
    blanked.forEach((asset, index) => {
      if (chosen.has(asset)) blanked[index] = { ...asset, ...CLEARED[field] };
    });
  }
  return blanked;
}

function withTypedTwice(assets: readonly SampleAsset[]): SampleAsset[] {
  const serials = new Map(assets.map(({ tag, serial }) => [tag, serial]));
  return assets.map((asset) => {
    const twin = TYPED_TWICE.get(asset.tag);
    return twin === undefined ? asset : { ...asset, serial: serials.get(twin) ?? asset.serial };
  });
}

/** A price with a nought too many, warranties with a one before them. No policy goes by either, so no figure of the forecast moves. */
const withSlips = (assets: readonly SampleAsset[]): SampleAsset[] => assets.map((asset) => {
  if (asset.tag === TEN_TIMES_THE_PRICE && asset.unitPaidPence !== null) return { ...asset, unitPaidPence: asset.unitPaidPence * 10 };
  return LONG_COVER.has(asset.tag) && asset.warrantyStart !== null ? { ...asset, warrantyEnd: addMonths(asset.warrantyStart, 136) } : asset;
});
