import { deleteAssets, insertAssets, updateAssets, type NewAsset } from '../../db/repositories/assets.ts';
import { ensureLocation } from '../../db/repositories/places.ts';
import type { Writer } from '../../db/connection.ts';
import { NO_DAYS } from '../../planning/asset-checks.ts';
import { addMonths } from '../../planning/calendar.ts';
import { categoryNamed, type Category } from '../../planning/categories.ts';
import { assetName } from '../../planning/register/field-words.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { itemCount, startUpper } from '../../planning/words.ts';
import { ASSET_FIELD_WORDS } from '../contract/asset-fields.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import { fieldsOf, requireAssets, requireKinds, requireTrue, rowCount } from './asset-requests.ts';
import { AssetWriter, type AddedAsset } from './asset-writer.ts';
import { given } from './given.ts';

type Counted = Parsed<'register.count'>['rows'][number];

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

const countedAsset = (writer: Writer, row: Counted, category: Category): NewAsset => {
  const { date, assumed } = boughtOn(row.boughtIn);
  return {
    description: row.description ?? startUpper(category.plural), categoryKey: row.categoryKey, userGroup: row.userGroup, quantity: row.quantity,
    status: 'in_use', purchaseDate: date, purchaseDateAssumed: assumed, unitPaidPence: row.unitPaidPence,
    locationId: row.room === null ? null : ensureLocation(writer, row.room),
  };
};

/** `Change the room of LT-0412`, `Change the status of 32 rows`, `Change LT-0412`. */
const editLabel = ({ ids, set }: Parsed<'register.edit'>, assets: ReturnType<typeof requireAssets>): string => {
  const [only] = assets;
  const what = ids.length > 1 || only === undefined ? `${rowCount(ids.length)} of the register` : assetName(only);
  const fields = fieldsOf(set);
  const [field] = fields;
  return field !== undefined && fields.length === 1 ? `Change the ${ASSET_FIELD_WORDS[field]} of ${what}` : `Change ${what}`;
};

export const registerHandlers = {
  'register.count': (session, { role, reason, rows }) => {
    rows.forEach((row, index) => checkBought(row.boughtIn, index));
    requireKinds(session, rows);
    const { categories } = session.snapshot();
    const { value, change } = session.change(`Add ${rowCount(rows.length)} counted by hand`, { role, reason },
      (writer) => insertAssets(writer, rows.map((row) => countedAsset(writer, row, categoryNamed(categories, row.categoryKey)))));
    return { change, value: { ids: [...value] } };
  },

  'register.add': (session, { role, reason, fields, boughtIn, warrantyMonths, items }) => {
    if (boughtIn !== null) checkBought(boughtIn, 0);
    const { date, assumed } = boughtOn(boughtIn);
    const known = { ...given(fields), ...(date !== null && { purchaseDate: date }) };
    const bought = known.purchaseDate ?? null;
    const covered = warrantyMonths !== null && bought !== null ? { coverEnd: addMonths(bought, warrantyMonths) } : {};
    const row: AddedAsset = { ...known, ...covered, categoryKey: fields.categoryKey, description: fields.description };
    requireKinds(session, [row]);
    requireTrue(row.description, NO_DAYS, row, session.today());
    const rows = items.length === 0 ? [row] : items.map((item) => ({ ...row, ...item, quantity: 1 }));
    const about = { snapshot: session.snapshot(), today: session.today(), reason };
    const label = `Add ${row.description}${items.length > 1 ? `, ${rowCount(items.length)}` : (row.quantity ?? 1) > 1 ? `, ${itemCount(row.quantity ?? 1)}` : ''}`;
    const { value, change } = session.change(label, { role, reason }, (writer) => {
      const ids = new AssetWriter(writer, about).add(rows);
      if (assumed) updateAssets(writer, ids, { purchaseDateAssumed: true });
      return ids;
    });
    return { change, value: { ids: [...value] } };
  },

  'register.edit': (session, request) => {
    const { role, reason, ids } = request;
    const set = given(request.set);
    const assets = requireAssets(session, ids);
    requireKinds(session, [set]);
    const today = session.today();
    for (const asset of assets) requireTrue(assetName(asset), asset, set, today);
    const about = { snapshot: session.snapshot(), today, reason };
    const { change } = session.change(editLabel(request, assets), { role, reason },
      (writer) => new AssetWriter(writer, about).change(assets.map((asset) => ({ asset, set }))));
    return { change, value: { changed: change === null ? 0 : assets.length } };
  },

  'register.remove': (session, { role, reason, ids }) => {
    requireAssets(session, ids);
    const { change } = session.change(`Remove ${rowCount(ids.length)} from the register`, { role, reason },
      (writer) => deleteAssets(writer, ids));
    return { change, value: { removed: ids.length } };
  },
} satisfies Pick<Handlers, 'register.count' | 'register.add' | 'register.edit' | 'register.remove'>;
