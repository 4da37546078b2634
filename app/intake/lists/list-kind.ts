import type { ImportTarget, ListKind } from '../../contract/import-options.ts';
import type { TableColumn } from '../table-columns.ts';
import { WHOLE_FILE, type Decision } from '../raw-table.ts';

/** What a list is of, by headings that only another program's export of that list has. */
export function listKindOf(columns: readonly TableColumn[]): ListKind {
  const has = (...headers: readonly string[]): boolean => columns.some(({ plain }) => headers.includes(plain));
  const isKit = has('asset tag', 'inventory number', 'service tag', 'annotated asset id');
  if (has('seats', 'product key') && has('licensed to name', 'licensed to email', 'reassignable')) return 'software';
  if (isKit) return 'kit';
  if (has('fieldset') && has('requestable') && !has('serial', 'serial number')) return 'models';
  if (has('min amount', 'min qty') && has('item number', 'item no')) return 'ledger';
  if (has('item name') && has('quantity', 'qty') && has('serial number') && has('company') && !has('manufacturer', 'model', 'seats')) return 'ledger';
  if (has('name') && has('address') && has('address2', 'zip', 'country') && has('manager', 'currency') && !has('serial', 'model', 'category')) return 'places';
  return 'kit';
}

const KEYS_OUT = 'it looks like licence keys, and a plan must never hold any';

/** What a column of such a list is for, where that differs from the same heading over kit. */
export function columnOfList(kind: ListKind, plain: string): ImportTarget | null {
  switch (kind) {
    case 'software':
      if (['seats', 'total', 'total seats'].includes(plain)) return 'quantity';
      if (['expiration date', 'expiry date', 'expires', 'termination date'].includes(plain)) return 'leaseEnd';
      return plain === 'publisher' ? 'make' : null;
    case 'models': return plain === 'name' ? 'model' : null;
    case 'kit': case 'ledger': case 'places': return null;
    default: return kind satisfies never;
  }
}

/** Why a column of such a list must stay out; null where it may come in. */
export const secretOfList = (kind: ListKind, plain: string): string | null =>
  (kind === 'software' && /^(serial( number| no)?|product key|licen[cs]e key|key)$/.test(plain) ? KEYS_OUT : null);

const SAID: Readonly<Record<Exclude<ListKind, 'kit'>, string>> = {
  software: 'a list of licences: each row is a title of software, with its seats and its end',
  models: 'a list of models: each row goes to the library of models, not to the register',
  ledger: 'a list of things that are bought and used up: each row is a purchase in the record of consumables',
  places: 'a list of places: each row is a room or a building, and no kit',
};

export const noticeOfList = (kind: ListKind): readonly Decision[] => (kind === 'kit' ? [] : [{ column: WHOLE_FILE, readAs: SAID[kind] }]);
