import { deleteAssets, insertAssets, updateAssets, type AssetFields, type NewAsset } from '../../db/repositories/assets.ts';
import { ensureDepartment, ensureLocation } from '../../db/repositories/places.ts';
import type { Writer } from '../../db/connection.ts';
import type { Category } from '../../planning/categories.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import { setCoverEnd } from '../cover.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { given } from './given.ts';

type Counted = Parsed<'register.count'>['rows'][number];
type EditedFields = Parsed<'register.edit'>['set'];

/**
 * A year or a school year is taken as 1 September of its (first) year, a month as its first day; both are
 * marked as assumed.
 */
const boughtOn = (text: string | null): { readonly date: IsoDate | null; readonly assumed: boolean } => {
  if (text === null) return { date: null, assumed: false };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { date: text, assumed: false };
  if (/^\d{4}-\d{2}$/.test(text)) return { date: `${text}-01`, assumed: true };
  return { date: `${text.slice(0, 4)}-09-01`, assumed: true };
};

const checkBought = (text: string | null, row: number): void => {
  const { date } = boughtOn(text);
  if (date === null) return;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  if (year < 1980 || year > 2100 || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) {
    throw new Refusal('invalid_input', `Row ${row + 1}: “${text}” is not a day between 1980 and 2100.`, { field: `rows.${row}.boughtIn` });
  }
};

const requireCategories = (session: Session, keys: readonly string[]): ReadonlyMap<string, Category> => {
  const known = new Map(session.snapshot().categories.map((category) => [category.key, category]));
  const missing = keys.find((key) => !known.has(key));
  if (missing !== undefined) throw new Refusal('not_found', `The plan has no category called “${missing}”.`, { field: 'categoryKey' });
  return known;
};

const countedAsset = (writer: Writer, row: Counted, category: Category): NewAsset => {
  const { date, assumed } = boughtOn(row.boughtIn);
  const words = category.plural.charAt(0).toUpperCase() + category.plural.slice(1);
  return {
    description: row.description ?? words, categoryKey: row.categoryKey, userGroup: row.userGroup, quantity: row.quantity,
    status: 'in_use', purchaseDate: date, purchaseDateAssumed: assumed, unitPaidPence: row.unitPaidPence,
    locationId: row.room === null ? null : ensureLocation(writer, row.room),
  };
};

const editedFields = (writer: Writer, { room, department, coverEnd: _coverEnd, ...fields }: EditedFields): Partial<AssetFields> => ({
  ...given(fields),
  ...(fields.purchaseDate !== undefined && { purchaseDateAssumed: false }),
  ...(room !== undefined && { locationId: room === null ? null : ensureLocation(writer, room) }),
  ...(department !== undefined && { departmentId: department === null ? null : ensureDepartment(writer, department) }),
});

const items = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);

const FIELD_WORDS: Readonly<Record<keyof EditedFields, string>> = {
  description: 'description', tag: 'tag', serial: 'serial number', categoryKey: 'kind', userGroup: 'user group', room: 'room',
  department: 'department', quantity: 'number', status: 'status', purchaseDate: 'purchase date', inServiceDate: 'first day in use',
  unitPaidPence: 'price paid', coverEnd: 'end of cover', vendorSupportEnd: 'end of maker’s support', leaseEnd: 'end of lease',
  overridePence: 'replacement price', movedTo: 'due date', upgradeDoneOn: 'upgrade', notes: 'notes',
};

/** `Change the room of LT-0412`, `Change the status of 32 rows`, `Change LT-0412`. */
const editLabel = (session: Session, { ids, set }: Parsed<'register.edit'>): string => {
  const only = ids.length === 1 ? session.snapshot().assets.find(({ id }) => id === ids[0]) : undefined;
  const what = only === undefined ? `${items(ids.length)} of the register` : only.tag ?? only.description;
  const fields = Object.keys(given(set)) as (keyof EditedFields)[];
  const [field] = fields;
  return field !== undefined && fields.length === 1 ? `Change the ${FIELD_WORDS[field]} of ${what}` : `Change ${what}`;
};

const requireAssets = (session: Session, ids: readonly number[]): void => {
  const known = new Set(session.snapshot().assets.map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new Refusal('not_found', `No asset has the number ${missing}. It may have been removed.`, { field: 'ids' });
};

/** Kit whose life ends before it began would fall out of every figure; it is refused at the field instead. */
const checkDates = (session: Session, { ids, set }: Parsed<'register.edit'>): void => {
  if (set.purchaseDate && set.purchaseDate > session.today()) {
    const planned = session.snapshot().assets.filter(({ id }) => ids.includes(id)).every(({ status }) => status === 'planned' || status === 'ordered');
    if (!planned) throw new Refusal('invalid_input', 'A purchase date cannot be later than today, unless the kit is planned or on order.', { field: 'purchaseDate' });
  }
};

export const registerHandlers = {
  'register.count': (session, { role, reason, rows }) => {
    rows.forEach((row, index) => checkBought(row.boughtIn, index));
    const categories = requireCategories(session, rows.map(({ categoryKey }) => categoryKey));
    const { value, change } = session.change(`Add ${items(rows.length)} counted by hand`, { role, reason }, (writer) => {
      const assets = rows.flatMap((row) => {
        const category = categories.get(row.categoryKey);
        return category === undefined ? [] : [countedAsset(writer, row, category)];
      });
      return insertAssets(writer, assets);
    });
    return { change, value: { ids: [...value] } };
  },

  'register.edit': (session, request) => {
    const { role, reason, ids, set } = request;
    requireAssets(session, ids);
    if (set.categoryKey !== undefined) requireCategories(session, [set.categoryKey]);
    checkDates(session, request);
    const { change } = session.change(editLabel(session, request), { role, reason },
      (writer) => {
        updateAssets(writer, ids, editedFields(writer, set));
        const { coverEnd } = set;
        if (coverEnd !== undefined) ids.forEach((assetId) => setCoverEnd(writer, assetId, coverEnd));
      });
    return { change, value: { changed: change === null ? 0 : ids.length } };
  },

  'register.remove': (session, { role, reason, ids }) => {
    requireAssets(session, ids);
    const { change } = session.change(`Remove ${items(ids.length)} from the register`, { role, reason },
      (writer) => deleteAssets(writer, ids));
    return { change, value: { removed: ids.length } };
  },
} satisfies Pick<Handlers, 'register.count' | 'register.edit' | 'register.remove'>;
