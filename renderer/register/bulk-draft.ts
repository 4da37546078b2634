import { assetProblems } from '../../planning/asset-checks.ts';
import type { ForecastOptions } from '../../planning/context.ts';
import { rowChanger } from '../../planning/register/effect.ts';
import { assetName } from '../../planning/register/field-words.ts';
import { daysWhenMoved } from '../../planning/refresh/move.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { readField, SECTIONS } from './asset-form-fields.ts';
import type { AssetSet, FieldSpec, FormField } from './asset-form-fields.ts';

/** A field of many rows at once: left as it is, set to what is typed, or cleared. */
export type BulkValue = { readonly mode: 'leave' | 'clear' } | { readonly mode: 'set'; readonly text: string };

export const LEAVE: BulkValue = { mode: 'leave' };

/** When many rows are to be replaced: as it is, in the financial year that starts then, or when the policy says. */
export type BulkDue = 'leave' | 'policy' | number;

export type BulkDraft = {
  readonly values: Readonly<Partial<Record<FormField, BulkValue>>>;
  readonly due: BulkDue;
};

export const BULK_FIELDS: readonly FieldSpec[] = SECTIONS.flatMap(({ fields }) => fields);

/** What every row has: these can be set and not cleared. */
const NEEDED: ReadonlySet<FormField> = new Set(['description', 'categoryKey', 'quantity', 'status', 'osCanMove']);

export const canClear = ({ field }: FieldSpec): boolean => !NEEDED.has(field);

/** A field to be set that is still empty is still to be typed. */
const isLeft = (value: BulkValue | undefined): boolean => value === undefined || value.mode === 'leave' || (value.mode === 'set' && value.text.trim() === '');

export type ReadBulk = {
  /** The fields that are the same for every row. */
  readonly set: AssetSet;
  /** Each row's own day, where they are moved to another year. */
  readonly days: ReadonlyMap<number, string | null>;
  /** Rows that cannot be moved to that year. */
  readonly stuck: number;
  /** The sentence at each field that cannot be so. */
  readonly problems: Readonly<Partial<Record<FormField, string>>>;
};

/** The day of each row that is moved; a row that cannot be, and one that is already so, has none. */
const movedDays = (assets: readonly Asset[], due: BulkDue, snapshot: PlanSnapshot, options: ForecastOptions): ReadonlyMap<number, string | null> => {
  if (due === 'leave') return new Map();
  if (due === 'policy') return new Map(assets.filter(({ movedTo }) => movedTo !== null).map(({ id }) => [id, null]));
  return daysWhenMoved(snapshot, options, assets, due);
};

const isFormField = (field: string): field is FormField => BULK_FIELDS.some((spec) => spec.field === field);

/** Reads what is to become of these rows. With any problem nothing is to be changed. */
export const readBulk = ({ values, due }: BulkDraft, assets: readonly Asset[], snapshot: PlanSnapshot, options: ForecastOptions): ReadBulk => {
  const set: Record<string, unknown> = {};
  const problems: Partial<Record<FormField, string>> = {};
  for (const spec of BULK_FIELDS) {
    const value = values[spec.field];
    if (value === undefined || isLeft(value)) continue;
    const reading = value.mode === 'set' ? readField(spec, value.text) : { ok: true, value: null } as const;
    if (reading.ok) set[spec.field] = reading.value;
    else problems[spec.field] = reading.message;
  }
  const fields = set as AssetSet;
  const touched = new Set(Object.keys(set));
  const changed = rowChanger(snapshot, options.asOf);
  for (const asset of touched.size === 0 ? [] : assets) {
    for (const { field, sentence } of assetProblems(changed(asset, fields), touched, options.asOf)) {
      if (isFormField(field)) problems[field] ??= assets.length === 1 ? sentence : `${assetName(asset)}: ${sentence}`;
    }
  }
  if (fields.make && fields.model === undefined && assets.some(({ modelId }) => modelId === null)) problems.make ??= 'A make is kept with its model: set the model too.';
  const days = movedDays(assets, due, snapshot, options);
  return { set: fields, days, stuck: typeof due === 'number' ? assets.length - days.size : 0, problems };
};

export const changesNothing = ({ set, days }: ReadBulk): boolean => Object.keys(set).length === 0 && days.size === 0;

/** The rows as the sums would see them after the change. */
export const afterBulk = ({ set, days }: ReadBulk, assets: readonly Asset[], snapshot: PlanSnapshot, asOf: string): ReadonlyMap<number, Asset> => {
  const changed = rowChanger(snapshot, asOf);
  return new Map(assets.map((asset) => {
    const day = days.get(asset.id);
    return [asset.id, changed(asset, day === undefined ? set : { ...set, movedTo: day })];
  }));
};

