import { updateAssets, type AssetFields } from '../../db/repositories/assets.ts';
import { insertLedgerEntry } from '../../db/repositories/ledger.ts';
import { ensureDepartment, ensureLocation } from '../../db/repositories/places.ts';
import type { Writer } from '../../db/connection.ts';
import { assetName } from '../../planning/register/field-words.ts';
import { unwipedWords } from '../../planning/register/status-rules.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { itemCount } from '../../planning/words.ts';
import { ASSET_FIELD_WORDS } from '../contract/asset-fields.ts';
import type { ChangeSummary } from '../contract/entry.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Recorded, Session } from '../session.ts';
import { requireAssets, requireTrue } from './asset-requests.ts';
import { given } from './given.ts';
import { requireSplit, writeSplit } from './register-parts.ts';

/** The rows that something happens to: all of those named, or some items of one group. */
type Meant = { readonly ids: readonly number[]; readonly quantity: number | null };

/** "HC-DT-0214", "3 items of Trolley C", "12 items". */
const meantWords = (assets: readonly Asset[], quantity: number | null): string => {
  const [only] = assets;
  if (only !== undefined && assets.length === 1) {
    const all = quantity === null || quantity === only.quantity;
    if (all) return only.quantity === 1 ? assetName(only) : `${assetName(only)} (${itemCount(only.quantity)})`;
    return `${itemCount(quantity)} of ${assetName(only)}`;
  }
  return itemCount(assets.reduce((sum, asset) => sum + asset.quantity, 0));
};

/** Rows as they are before the change; those of a part that is taken off stand for that part alone. */
type Happening = { readonly words: string; readonly assets: readonly Asset[]; readonly taken: (writer: Writer) => readonly number[] };

/** What happens to some items of a group happens to a row of their own: they are taken off first, in the same change. */
const happening = (session: Session, { ids, quantity }: Meant): Happening => {
  const assets = requireAssets(session, ids);
  const [only] = assets;
  const words = meantWords(assets, quantity);
  if (quantity === null || only === undefined || (assets.length === 1 && quantity === only.quantity)) return { words, assets, taken: () => assets.map(({ id }) => id) };
  if (assets.length > 1) throw new Refusal('invalid_input', 'How many is asked of one group alone. Name one row, or leave the number out.', { field: 'quantity' });
  if (quantity > only.quantity) {
    throw new Refusal('invalid_input', `There ${only.quantity === 1 ? 'is' : 'are'} ${itemCount(only.quantity)} of ${assetName(only)}, not ${quantity}.`, { field: 'quantity' });
  }
  const plan = requireSplit(session, only.id, { kind: 'groups', quantity });
  return { words, assets: [{ ...only, quantity }], taken: (writer) => writeSplit(writer, plan).slice(1) };
};

const requirePast = (session: Session, assets: readonly Asset[], on: string, words: string): void => {
  if (on > session.today()) throw new Refusal('invalid_input', `${formatLongDate(on)} is still to come.`, { field: 'on' });
  const unborn = assets.find(({ purchaseDate }) => purchaseDate !== null && purchaseDate > on);
  if (unborn?.purchaseDate) throw new Refusal('invalid_input', `${assetName(unborn)} was bought on ${formatLongDate(unborn.purchaseDate)}: it cannot have been ${words} before.`, { field: 'on' });
};

/** One change: takes the items off where they are some of a group, and sets the fields on them. */
const record = (
  session: Session, label: string, recorded: Recorded, { taken }: Happening, fields: (writer: Writer) => Partial<AssetFields>,
  more: (writer: Writer, ids: readonly number[]) => void = () => undefined,
): { readonly change: ChangeSummary | null; readonly ids: number[] } => {
  const { change, value } = session.change(label, recorded, (writer) => {
    const ids = taken(writer);
    updateAssets(writer, ids, fields(writer));
    more(writer, ids);
    return ids;
  });
  return { change, ids: [...value] };
};

const LOSS_WORDS = { lost: 'lost', stolen: 'stolen', broken: 'broken' } as const;

export const registerLeavingHandlers = {
  'register.dispose': (session, { role, reason, ids, quantity, route, on, certificate, dataWipedOn, pence }) => {
    const what = happening(session, { ids, quantity });
    requirePast(session, what.assets, on, 'disposed of');
    const set = given({ disposedOn: on, disposalCertificate: certificate, dataWipedOn, disposalPence: pence });
    for (const asset of what.assets) requireTrue(`${assetName(asset)}, ${ASSET_FIELD_WORDS.disposedOn}`, asset, { ...set, status: 'disposed' }, session.today());
    const done = record(session, `Dispose of ${what.words}`, { role, reason }, what, () => ({ ...set, status: 'disposed', disposalRoute: route }));
    const snapshot = session.snapshot();
    return { change: done.change, value: { ids: done.ids, unwiped: unwipedWords(snapshot, snapshot.assets.filter(({ id }) => done.ids.includes(id))) } };
  },

  'register.passDown': (session, { role, reason, ids, quantity, on, room, department, userGroup }) => {
    const what = happening(session, { ids, quantity });
    requirePast(session, what.assets, on, 'passed down');
    const done = record(session, `Pass down ${what.words}`, { role, reason }, what, (writer) => ({
      status: 'cascaded', passedDownOn: on, ...given({ userGroup }),
      ...(room !== undefined && { locationId: room === null ? null : ensureLocation(writer, room) }),
      ...(department !== undefined && { departmentId: department === null ? null : ensureDepartment(writer, department) }),
    }));
    return { change: done.change, value: { ids: done.ids } };
  },

  'register.lose': (session, { role, reason, ids, quantity, what: loss, on, becomes, unitPence, notes }) => {
    const what = happening(session, { ids, quantity });
    requirePast(session, what.assets, on, LOSS_WORDS[loss]);
    const done = record(session, `Record ${what.words} as ${LOSS_WORDS[loss]}`, { role, reason }, what,
      () => ({ status: loss === 'broken' ? becomes : loss }),
      (writer, rows) => {
        for (const [index, assetId] of rows.entries()) {
          const asset = what.assets[index];
          if (asset === undefined) continue;
          insertLedgerEntry(writer, {
            kind: loss === 'broken' ? 'broken' : 'lost', happenedOn: on, categoryKey: asset.categoryKey, userGroup: asset.userGroup, assetId,
            item: asset.description, quantity: asset.quantity, pence: unitPence === null ? null : unitPence * asset.quantity,
            notes: loss === 'stolen' ? ['Stolen', ...(notes === null ? [] : [notes])].join(': ') : notes,
          });
        }
      });
    return { change: done.change, value: { ids: done.ids } };
  },
} satisfies Pick<Handlers, 'register.dispose' | 'register.passDown' | 'register.lose'>;
