import { isSaneQuantity, planContext, type Succession } from '../context.ts';
import { formatDate } from '../calendar.ts';
import { formatCount } from '../money.ts';
import { policyFor } from '../policies.ts';
import type { PlannedAction } from '../scenarios/action.ts';
import type { PlanChange } from '../scenarios/change.ts';
import type { Asset, PlanSnapshot, Warranty } from '../snapshot.ts';
import { PLANNED_ACTION_WORDS, type IsoDate } from '../vocabulary.ts';
import { listOf, startLower } from '../words.ts';
import { ASSET_COLUMN_WORDS, assetName, fieldValueWords, planNames, type AssetColumn, type PlanNames } from './field-words.ts';

/**
 * What must be the same in all rows of a group, each with the columns that go together: a purchase date is taken with
 * what it rests on, a price with its day. Cover, contracts and a policy of their own are compared as wholes.
 */
export const MERGE_FIELDS = {
  tag: ['tag'], serial: ['serial'], description: ['description'], categoryKey: ['categoryKey'], userGroup: ['userGroup'], modelId: ['modelId'],
  departmentId: ['departmentId'], yearGroupId: ['yearGroupId'], locationId: ['locationId'], supplierId: ['supplierId'], status: ['status'],
  purchaseDate: ['purchaseDate', 'purchaseDateAssumed', 'purchaseDateBasis'], inServiceDate: ['inServiceDate'],
  unitPaidPence: ['unitPaidPence', 'unitVatPence'], orderNumber: ['orderNumber'], orderLineId: ['orderLineId'], fundKey: ['fundKey'],
  vendorSupportEnd: ['vendorSupportEnd'], osReleaseId: ['osReleaseId', 'osName', 'osEnd', 'osCanMove'], leaseEnd: ['leaseEnd'],
  overridePence: ['overridePence', 'overridePriceDate'], movedTo: ['movedTo', 'movedReason'], upgradeDoneOn: ['upgradeDoneOn'],
  succeedsAssetId: ['succeedsAssetId'], passedDownOn: ['passedDownOn'],
  disposedOn: ['disposedOn', 'disposalRoute', 'disposalCertificate', 'dataWipedOn', 'disposalPence'], notes: ['notes'],
  warranties: [], contracts: [], policy: [], actions: [], scenarios: [],
} as const satisfies Readonly<Record<string, readonly AssetColumn[]>>;
export type MergeField = keyof typeof MERGE_FIELDS;
export const MERGE_FIELD_KEYS = Object.keys(MERGE_FIELDS) as readonly MergeField[];

const WHOLES = {
  warranties: 'warranty periods', contracts: 'contracts that cover it', policy: 'policy of its own', actions: 'what is to become of it',
  scenarios: 'what scenarios say of it',
} as const;
type Whole = keyof typeof WHOLES;
/** Whether a field is compared and taken as a whole. */
export const isWhole = (field: MergeField): field is Whole => Object.hasOwn(WHOLES, field);

export const mergeFieldWords = (field: MergeField): string => (isWhole(field) ? WHOLES[field] : ASSET_COLUMN_WORDS[field]);

/** Rows that carry numbers of single items: in a group they go into its notes. */
const NUMBERS: readonly MergeField[] = ['tag', 'serial'];

/** The value that several rows share, in words, and one row that has it. */
export type Held = { readonly assetId: number; readonly words: string; readonly rows: number };
export type Difference = { readonly field: MergeField; readonly values: readonly Held[] };

/** The asset whose value holds in the group; null clears it, for tags and serial numbers alone. */
export type Holds = Readonly<Partial<Record<MergeField, number | null>>>;

type Compared = { readonly same: (asset: Asset) => string; readonly words: (asset: Asset) => string };

/** How cover, contracts or a policy of its own are compared: each as a whole. */
function wholeBy(snapshot: PlanSnapshot, whole: Whole): Compared {
  switch (whole) {
    case 'warranties': {
      const byAsset = Map.groupBy(snapshot.warranties, ({ assetId }) => assetId);
      const periods = ({ id }: Asset): readonly Warranty[] => byAsset.get(id) ?? [];
      return {
        same: (asset) => JSON.stringify(periods(asset).map(({ id: _id, assetId: _asset, ...period }) => period)),
        words: (asset) => listOf(periods(asset).map(({ endsOn }) => `to ${formatDate(endsOn)}`)) || 'none',
      };
    }
    case 'contracts': {
      const byAsset = Map.groupBy(snapshot.contracts.flatMap(({ name, assetIds }) => assetIds.map((id) => ({ id, name }))), ({ id }) => id);
      const covering = ({ id }: Asset): readonly string[] => (byAsset.get(id) ?? []).map(({ name }) => name);
      return { same: (asset) => JSON.stringify(covering(asset)), words: (asset) => listOf(covering(asset)) || 'none' };
    }
    case 'policy': {
      const own = (asset: Asset): string => {
        const policy = policyFor(asset, snapshot.policies);
        return policy?.assetId === asset.id ? JSON.stringify({ ...policy, id: 0, assetId: 0 }) : '';
      };
      return { same: own, words: (asset) => (own(asset) === '' ? 'none' : 'its own') };
    }
    case 'actions': {
      const byAsset = Map.groupBy(snapshot.actions, ({ assetId }) => assetId);
      const planned = ({ id }: Asset): readonly PlannedAction[] => byAsset.get(id) ?? [];
      return {
        same: (asset) => JSON.stringify(planned(asset).map(({ assetId: _asset, reason: _reason, ...terms }) => terms)),
        words: (asset) => listOf(planned(asset).map(({ action }) => startLower(PLANNED_ACTION_WORDS[action]))) || 'nothing',
      };
    }
    case 'scenarios': return saidInScenarios(snapshot);
  }
}

/** What each scenario says of a row, whichever of its differences says it. */
function saidInScenarios({ scenarios }: PlanSnapshot): Compared {
  const said = scenarios.flatMap(({ name, differences }) => differences.flatMap(({ change }) => saidOf(change).map(({ id, says }) => ({ id, name, says }))));
  const byAsset = Map.groupBy(said, ({ id }) => id);
  return {
    same: ({ id }) => JSON.stringify((byAsset.get(id) ?? []).map(({ name, says }) => [name, says])),
    words: ({ id }) => listOf([...new Set((byAsset.get(id) ?? []).map(({ name }) => name))]) || 'nothing',
  };
}

/** The rows that a change names, each with what it says of it. */
function saidOf(change: PlanChange): readonly { readonly id: number; readonly says: string }[] {
  if (change.kind === 'move') return change.moves.map(({ assetId, date }) => ({ id: assetId, says: `moved ${date ?? ''}` }));
  if (change.kind === 'action') {
    const { assetIds, ...terms } = change;
    return assetIds.map((id) => ({ id, says: JSON.stringify(terms) }));
  }
  if ((change.kind === 'life' || change.kind === 'policy') && change.assetId !== undefined) return [{ id: change.assetId, says: JSON.stringify({ ...change, assetId: 0 }) }];
  return [];
}

function comparedBy(snapshot: PlanSnapshot, names: PlanNames, field: MergeField): Compared {
  if (isWhole(field)) return wholeBy(snapshot, field);
  const columns: readonly AssetColumn[] = MERGE_FIELDS[field];
  return {
    same: (asset) => JSON.stringify(columns.map((column) => asset[column])),
    words: (asset) => {
      const value = asset[field];
      return value === null ? 'none' : fieldValueWords(names, field, value);
    },
  };
}

/** In what these rows differ, each value once with a row that has it, in the order of the rows. */
export function differencesOf(snapshot: PlanSnapshot, assets: readonly Asset[]): readonly Difference[] {
  const names = planNames(snapshot);
  return MERGE_FIELD_KEYS.flatMap((field) => {
    const { same, words } = comparedBy(snapshot, names, field);
    const values = [...Map.groupBy(assets, same).values()].flatMap(([first, ...others]) =>
      (first === undefined ? [] : [{ assetId: first.id, words: words(first), rows: others.length + 1 }]));
    return values.length > 1 ? [{ field, values }] : [];
  });
}

/** The group that the rows become: the row that stays, what it takes from others, and the rows that go into it. */
export type MergePlan = {
  readonly ok: true;
  readonly keepId: number;
  readonly goIds: readonly number[];
  readonly quantity: number;
  /** From which of the others a field is taken; null clears it. Fields that need nothing are left out. */
  readonly takes: Holds;
  /** The tags and serial numbers that have no place in a group, to be kept in its notes; '' where none is lost. */
  readonly numbersNote: string;
} | { readonly ok: false; readonly sentence: string; readonly field: string; readonly differences: readonly Difference[] };

const refuse = (sentence: string, field: string, differences: readonly Difference[] = []): MergePlan => ({ ok: false, sentence, field, differences });

/** Equal rows as one group, or rows that differ where the caller says which value holds. */
export function planMerge(snapshot: PlanSnapshot, asOf: IsoDate, ids: readonly number[], holds: Holds): MergePlan {
  const byId = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const missing = ids.find((id) => !byId.has(id));
  if (missing !== undefined) return refuse(`No asset has the number ${missing}. It may have been removed.`, 'ids');
  const assets = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  const [kept, ...others] = assets;
  if (kept === undefined || others.length === 0) return refuse('A group is made of two rows or more.', 'ids');
  const foreign = MERGE_FIELD_KEYS.find((field) => {
    const holder = holds[field];
    return holder === null ? !NUMBERS.includes(field) : holder !== undefined && !assets.some(({ id }) => id === holder);
  });
  if (foreign !== undefined) return refuse(`The ${mergeFieldWords(foreign)} that holds must be that of one of these rows.`, `holds.${foreign}`);
  const differences = differencesOf(snapshot, assets);
  const open = differences.filter(({ field }) => holds[field] === undefined);
  if (open.length > 0) return refuse(differWords(assets.length, open), `holds.${open[0]?.field ?? ''}`, open);
  const { successions } = planContext(snapshot, { asOf });
  const fault = assets.map((asset) => unmergeable(asset, successions.get(asset.id) ?? [])).find((sentence) => sentence !== null);
  if (fault !== undefined && fault !== null) return refuse(fault, 'ids');
  const takes = Object.fromEntries(differences.flatMap(({ field }) => {
    const holder = holds[field];
    return holder === undefined || holder === kept.id ? [] : [[field, holder]];
  })) as Holds;
  return {
    ok: true, keepId: kept.id, goIds: others.map(({ id }) => id), takes, quantity: assets.reduce((sum, { quantity }) => sum + quantity, 0),
    numbersNote: differences.some(({ field }) => NUMBERS.includes(field)) ? numbersOf(assets) : '',
  };
}

/** `These 3 rows differ in the room (IT3, Library) and the status (In use, Spare). Say which holds.` */
function differWords(rows: number, differences: readonly Difference[]): string {
  const named = differences.slice(0, 4).map(({ field, values }) => {
    const shown = values.slice(0, 3).map(({ words }) => words);
    return `${mergeFieldWords(field)} (${shown.join(', ')}${values.length > 3 ? `, and ${formatCount(values.length - 3)} more` : ''})`;
  });
  const rest = differences.length - named.length;
  return `These ${formatCount(rows)} rows differ in ${listOf([...named, ...(rest > 0 ? [`${formatCount(rest)} more`] : [])])}. Say which holds.`;
}

/** What would make the figures of the plan another sum. */
function unmergeable(asset: Asset, orders: readonly Succession[]): string | null {
  if (!isSaneQuantity(asset.quantity)) return `${assetName(asset)} has a number of items that cannot be counted. Mend that first.`;
  const ordered = orders.reduce((sum, { quantity }) => sum + quantity, 0);
  if (ordered <= asset.quantity) return null;
  return `${formatCount(ordered)} are on order in place of ${assetName(asset)}, of which there ${asset.quantity === 1 ? 'is 1' : `are ${formatCount(asset.quantity)}`}. Settle the order first.`;
}

/** The notes of one register row take so many characters. */
const MOST_NOTE = 3_000;

/** "HC-DT-0211 (K4-88210-H), HC-DT-0212 (K4-88211-H)". */
function numbersOf(assets: readonly Asset[]): string {
  const each = assets.flatMap(({ tag, serial }) => {
    if (tag === null) return serial === null ? [] : [serial];
    return [serial === null ? tag : `${tag} (${serial})`];
  });
  let [text, named] = ['', 0];
  for (const words of each) {
    if (text.length + words.length > MOST_NOTE) break;
    text = text === '' ? words : `${text}, ${words}`;
    named += 1;
  }
  return named < each.length ? `${text} and ${formatCount(each.length - named)} more` : text;
}
