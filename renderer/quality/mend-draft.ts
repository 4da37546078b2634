import { assetProblems } from '../../planning/asset-checks.ts';
import type { BulkField, BulkSet, Suggestion } from '../../planning/quality/suggest-values.ts';
import type { Asset } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { readDate, readPounds } from '../lib/field-text.ts';
import { readTypedDate } from './typed-date.ts';

/** What each ticked row is to get: its own suggestion, or the one value typed for all. */
export type MendDraft =
  | { readonly how: 'suggested' }
  | { readonly how: 'typed'; readonly text: string };

export type Mending = { readonly asset: Asset; readonly set: BulkSet; /** What it goes by, in words. */ readonly basis: string };
/** `at`: the field that the message is about; the ticks or the rows themselves where none is named. */
export type ReadMend = { readonly ok: true; readonly rows: readonly Mending[] } | { readonly ok: false; readonly message: string; readonly at?: 'value' | 'reason' };

function readTyped(field: BulkField, text: string): { readonly set: BulkSet } | { readonly message: string } {
  switch (field) {
    case 'purchaseDate': {
      const typed = readTypedDate(text);
      return typed.ok ? { set: { purchaseDate: typed.date } } : { message: typed.message };
    }
    case 'warrantyEnd': {
      const day = readDate(text);
      if (!day.ok) return { message: day.message };
      return day.value === null ? { message: 'Write the day the cover ends, such as 12 December 2026.' } : { set: { coverEnd: day.value } };
    }
    case 'pricePaid': {
      const pounds = readPounds(text);
      if (!pounds.ok) return { message: pounds.message };
      return pounds.value === null ? { message: 'Write what one cost, net, such as 398.' } : { set: { unitPaidPence: pounds.value } };
    }
    case 'room': {
      const room = text.trim();
      if (room === '') return { message: 'Write the room they are in.' };
      return room.length > 200 ? { message: 'A name has at most 200 characters.' } : { set: { room } };
    }
  }
}

const nameOf = ({ tag, description }: Asset): string => tag ?? description;

/** What cannot be true of a row with that date; a room or a price cannot clash. */
function problemOf({ asset, set }: Mending, asOf: IsoDate): string | null {
  const after = { ...asset, purchaseDate: set.purchaseDate ?? asset.purchaseDate, coverEnd: set.coverEnd ?? asset.coverEnd };
  const [problem] = assetProblems(after, new Set(Object.keys(set)), asOf);
  return problem === undefined ? null : `${nameOf(asset)}: ${problem.sentence}`;
}

/** Reads what the ticked rows are to get; the first thing that cannot be is told, and then nothing is to be done. */
export function readMend(field: BulkField, ticked: readonly Suggestion[], draft: MendDraft, reason: string, asOf: IsoDate): ReadMend {
  if (ticked.length === 0) return { ok: false, message: 'Tick the rows to mend.' };
  let rows: readonly Mending[];
  if (draft.how === 'suggested') {
    rows = ticked.flatMap(({ asset, found }) => (found === null ? [] : [{ asset, set: found.set, basis: found.evidence }]));
    const without = ticked.length - rows.length;
    if (rows.length === 0) return { ok: false, message: 'There is nothing to go by for these. Choose one value for all of them.' };
    if (without > 0) return { ok: false, message: `${without} of the ticked ${without === 1 ? 'has' : 'have'} nothing to go by. Untick ${without === 1 ? 'it' : 'them'}, or choose one value for all.` };
  } else {
    const typed = readTyped(field, draft.text);
    if ('message' in typed) return { ok: false, message: typed.message, at: 'value' };
    if (field === 'purchaseDate' && reason.trim() === '') return { ok: false, message: 'Say in the reason what the date goes by, such as “invoice folder 2021”.', at: 'reason' };
    rows = ticked.map(({ asset }) => ({ asset, set: typed.set, basis: reason.trim() }));
  }
  const problem = rows.map((row) => problemOf(row, asOf)).find((each) => each !== null);
  return problem === undefined || problem === null ? { ok: true, rows } : { ok: false, message: problem };
}

/** What the sums look at of a mend: a room costs nothing, and an assumed date counts like a known one. */
export const changesOf = (rows: readonly Mending[]): ReadonlyMap<number, Partial<Asset>> => new Map(rows.map(({ asset, set: { room: _room, quantity: _quantity, ...set } }) => [
  asset.id, { ...set, ...(set.purchaseDate === undefined ? {} : { purchaseDateAssumed: true }) },
]));
