import type { Request } from '../../app/contract/contract.ts';
import { forecast } from '../../planning/forecast.ts';
import type { ForecastOptions } from '../../planning/context.ts';
import type { Forecast } from '../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import type { AssetStatus, IsoDate, Pence } from '../../planning/vocabulary.ts';
import { readDate, readPounds } from '../lib/field-text.ts';

/** The fields of `register.edit` that this page changes. A field left out stays as it is; null clears it. */
export type AssetChanges = Pick<
  Request<'register.edit'>['set'], 'room' | 'status' | 'purchaseDate' | 'coverEnd' | 'unitPaidPence'
>;

export const anyChange = (changes: AssetChanges): boolean => Object.keys(changes).length > 0;

/** The part of a change that the sums look at; rooms cost nothing. */
const changed = (asset: Asset, { status, purchaseDate, coverEnd, unitPaidPence }: AssetChanges): Asset => ({
  ...asset,
  ...(status === undefined ? {} : { status }),
  ...(purchaseDate === undefined ? {} : { purchaseDate, purchaseDateAssumed: false }),
  ...(coverEnd === undefined ? {} : { coverEnd }),
  ...(unitPaidPence === undefined ? {} : { unitPaidPence }),
});

export type ChangeEffect = {
  /** Years whose planned cost moves, and by how much; empty when the money stays as it is. */
  readonly years: readonly { readonly label: string; readonly pence: Pence }[];
  /** Items that come into the forecast, or leave it when negative. */
  readonly itemsForecast: number;
  /** Items without a price that are added to the figures, or fewer when negative. */
  readonly withoutPrice: number;
};

const unpriced = (result: Forecast): number => result.noPrice.reduce((sum, { quantity }) => sum + quantity, 0);

/** What a change would do to the plan, worked out before it is made by the same sums. */
export const effectOf = (
  snapshot: PlanSnapshot, before: Forecast, options: ForecastOptions, ids: ReadonlySet<number>, changes: AssetChanges,
): ChangeEffect => {
  const assets = snapshot.assets.map((asset) => (ids.has(asset.id) ? changed(asset, changes) : asset));
  const after = forecast({ ...snapshot, assets }, options);
  return {
    years: after.years.flatMap(({ label }, index) => {
      const pence = (after.totals.plannedPence[index] ?? 0) - (before.totals.plannedPence[index] ?? 0);
      return pence === 0 ? [] : [{ label, pence }];
    }),
    itemsForecast: after.quantityForecast - before.quantityForecast,
    withoutPrice: unpriced(after) - unpriced(before),
  };
};

type FieldProblems = { readonly purchaseDate?: string; readonly coverEnd?: string };

const yetToCome = (status: AssetStatus): boolean => status === 'planned' || status === 'ordered';

/**
 * What cannot be true of these assets after the change, at the field that was typed: kit that is here was bought
 * by the as-at date, and cover does not end before the day it was bought.
 */
const problemsOf = (assets: readonly Asset[], changes: AssetChanges, asOf: IsoDate): FieldProblems => {
  const after = assets.map((asset) => changed(asset, changes));
  const early = after.find(({ purchaseDate, status }) => purchaseDate !== null && purchaseDate > asOf && !yetToCome(status));
  const uncovered = after.find(({ purchaseDate, coverEnd }) => purchaseDate !== null && coverEnd !== null && coverEnd < purchaseDate);
  return {
    ...(changes.coverEnd !== undefined && uncovered?.purchaseDate
      ? { coverEnd: `Must be after ${formatLongDate(uncovered.purchaseDate)}, when ${assets.length > 1 ? 'one of them' : 'it'} was bought.` } : {}),
    ...(changes.coverEnd === undefined && changes.purchaseDate !== undefined && uncovered?.coverEnd
      ? { purchaseDate: `Must be before ${formatLongDate(uncovered.coverEnd)}, when ${assets.length > 1 ? 'the warranty of one of them' : 'its warranty'} ends.` } : {}),
    ...(changes.purchaseDate !== undefined && early?.purchaseDate
      ? { purchaseDate: `${formatLongDate(early.purchaseDate)} is still to come. Kit that has not arrived has the status On order.` } : {}),
  };
};

/** What stands in the fields of a change: null leaves one as it is, '' clears it. */
export type EditDraft = {
  readonly room: string | null;
  readonly status: AssetStatus | null;
  readonly purchaseDate: string | null;
  readonly coverEnd: string | null;
  readonly unitPaidPence: string | null;
};

export const EMPTY_DRAFT: EditDraft = { room: null, status: null, purchaseDate: null, coverEnd: null, unitPaidPence: null };

export type ReadDraft = {
  /** The fields that could be read. */
  readonly changes: AssetChanges;
  /** The sentence at each field that could not. */
  readonly problems: Readonly<Partial<Record<keyof EditDraft, string>>>;
};

/** Reads the fields for these assets. With any problem nothing is to be changed. */
export const readDraft = (draft: EditDraft, assets: readonly Asset[], asOf: IsoDate): ReadDraft => {
  const bought = draft.purchaseDate === null ? null : readDate(draft.purchaseDate);
  const cover = draft.coverEnd === null ? null : readDate(draft.coverEnd);
  const paid = draft.unitPaidPence === null ? null : readPounds(draft.unitPaidPence);
  const room = draft.room?.trim();
  const changes: AssetChanges = {
    ...(room === undefined ? {} : { room: room === '' ? null : room }),
    ...(draft.status === null ? {} : { status: draft.status }),
    ...(bought?.ok === true ? { purchaseDate: bought.value } : {}),
    ...(cover?.ok === true ? { coverEnd: cover.value } : {}),
    ...(paid?.ok === true ? { unitPaidPence: paid.value } : {}),
  };
  return {
    changes,
    problems: {
      ...problemsOf(assets, changes, asOf),
      ...(room !== undefined && room.length > 200 ? { room: 'A name has at most 200 characters.' } : {}),
      ...(bought?.ok === false ? { purchaseDate: bought.message } : {}),
      ...(cover?.ok === false ? { coverEnd: cover.message } : {}),
      ...(paid?.ok === false ? { unitPaidPence: paid.message } : {}),
    },
  };
};
