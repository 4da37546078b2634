import { standingOf } from '../refresh/due.ts';
import { assetName } from '../register/field-words.ts';
import type { Asset } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { listOf } from '../words.ts';

/** What becomes of the kit that new kit replaces. `stays`: the new kit is more, and the old is forecast again. */
export const REPLACED_FATES = ['retired', 'disposed', 'passed_down', 'spare', 'stays'] as const;
export type ReplacedFate = (typeof REPLACED_FATES)[number];

export const REPLACED_FATE_WORDS: Readonly<Record<ReplacedFate, string>> = {
  retired: 'Retired', disposed: 'Disposed of', passed_down: 'Passed down', spare: 'Kept as a spare',
  stays: 'Stays in use as well',
};

/** What came of one line. */
export type Receipt = {
  readonly quantity: number;
  readonly receivedOn: IsoDate;
  readonly unitPaidPence: Pence | null;
  readonly unitVatPence: Pence | null;
  /** One for each item, or none at all: they can be entered later. */
  readonly serials: readonly string[];
  readonly tags: readonly string[];
};

/** A register row of what came, to be made of an ordered row or taken from it. */
export type ReceivedRow = {
  /** The ordered row that it comes from. */
  readonly fromId: number;
  /** True where the ordered row itself becomes it; else a new row is split off. */
  readonly becomes: boolean;
  readonly quantity: number;
  readonly serial: string | null;
  readonly tag: string | null;
};

export type Reception = {
  readonly rows: readonly ReceivedRow[];
  /** What is left of the ordered rows that came in part. */
  readonly left: readonly { readonly assetId: number; readonly quantity: number }[];
  /** Old kit that the received kit replaces, by its row. */
  readonly replaced: readonly { readonly assetId: number; readonly quantity: number }[];
};

/**
 * Takes what came from the ordered rows of a line, oldest first. With serial numbers or tags each item gets a row of
 * its own; without, the rows stay as they are and one that came in part is split.
 */
export function receive(ordered: readonly Asset[], receipt: Pick<Receipt, 'quantity' | 'serials' | 'tags'>): Reception {
  const { serials, tags } = receipt;
  const single = serials.length > 0 || tags.length > 0;
  const rows: ReceivedRow[] = [];
  const left: { assetId: number; quantity: number }[] = [];
  const replaced = new Map<number, number>();
  let toCome = receipt.quantity;
  for (const row of ordered) {
    const taken = Math.min(row.quantity, toCome);
    if (taken === 0) break;
    const whole = taken === row.quantity;
    const parts = single ? Array.from({ length: taken }, () => 1) : [taken];
    for (const [index, quantity] of parts.entries()) {
      const item = receipt.quantity - toCome + index;
      rows.push({
        fromId: row.id, becomes: whole && index === 0, quantity,
        serial: serials[item] ?? null, tag: tags[item] ?? null,
      });
    }
    if (!whole) left.push({ assetId: row.id, quantity: row.quantity - taken });
    if (row.succeedsAssetId !== null) replaced.set(row.succeedsAssetId, (replaced.get(row.succeedsAssetId) ?? 0) + taken);
    toCome -= taken;
  }
  return { rows, left, replaced: [...replaced].map(([assetId, quantity]) => ({ assetId, quantity })) };
}

/** How many of a list of rows a sentence names. */
const MOST_NAMED = 5;

const named = (names: readonly string[]): string => {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : listOf(names);
};

export type ListProblem = { readonly field: 'quantity' | 'serials' | 'tags'; readonly message: string };

/** Why what came cannot be taken in, with the field and the rows; null where it can. */
export function receiptProblem(assets: readonly Asset[], ordered: readonly Asset[], receipt: Pick<Receipt, 'quantity' | 'serials' | 'tags'>): ListProblem | null {
  const outstanding = ordered.reduce((sum, { quantity }) => sum + quantity, 0);
  if (outstanding === 0) return { field: 'quantity', message: 'Everything on this line has come or was cancelled: nothing is outstanding.' };
  if (receipt.quantity > outstanding) {
    return { field: 'quantity', message: `Only ${outstanding} of this line ${outstanding === 1 ? 'is' : 'are'} still to come. More than were ordered come in as kit of their own in the register.` };
  }
  return listProblem(assets, receipt.quantity, receipt.serials, 'serials') ?? listProblem(assets, receipt.quantity, receipt.tags, 'tags');
}

const LIST_WORDS = { serials: ['serial', 'serials'], tags: ['tag', 'tags'] } as const;

function listProblem(assets: readonly Asset[], quantity: number, list: readonly string[], field: 'serials' | 'tags'): ListProblem | null {
  if (list.length === 0) return null;
  const [one, several] = LIST_WORDS[field];
  if (list.length !== quantity) {
    const many = list.length > quantity;
    return { field, message: `The list has ${list.length} ${list.length === 1 ? one : several} for ${quantity} item${quantity === 1 ? '' : 's'}: ${many ? `${list.length - quantity} too many` : `${quantity - list.length} missing`}. One for each works, or none to enter them later.` };
  }
  const twice = doubles(list);
  if (twice !== null) return { field, message: `Rows ${twice.first} and ${twice.second} of the list have the same ${one}, ${twice.value}.` };
  const valueOf = (asset: Asset): string | null => (field === 'serials' ? asset.serial : asset.tag);
  const wanted = new Map(list.map((value) => [value.toLowerCase(), value]));
  const known = assets.flatMap((asset) => {
    const value = valueOf(asset);
    const typed = value === null ? undefined : wanted.get(value.trim().toLowerCase());
    return typed === undefined ? [] : [`${typed} (${rowWords(asset)})`];
  });
  if (known.length === 0) return null;
  return { field, message: `${known.length} of the ${list.length} ${several} ${known.length === 1 ? 'is' : 'are'} already in the register: ${named(known)}.` };
}

const rowWords = (asset: Asset): string =>
  [assetName(asset), ...(standingOf(asset.status) === 'on_the_way' ? ['on order'] : [])].join(', ');

function doubles(list: readonly string[]): { readonly first: number; readonly second: number; readonly value: string } | null {
  const seen = new Map<string, number>();
  for (const [index, value] of list.entries()) {
    const key = value.toLowerCase();
    const first = seen.get(key);
    if (first !== undefined) return { first: first + 1, second: index + 1, value };
    seen.set(key, index);
  }
  return null;
}

/** A list as it is pasted or scanned: one in each line, or parted by commas, semicolons or tabs. */
export const readList = (text: string): string[] => text.split(/[\r\n,;\t]+/u).map((part) => part.trim()).filter((part) => part !== '');
