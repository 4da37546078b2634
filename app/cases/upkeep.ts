import { deleteLedgerEntries, insertLedgerEntry, updateLedgerEntry } from '../../db/repositories/ledger.ts';
import { categoryNamed } from '../../planning/categories.ts';
import type { LedgerEntry } from '../../planning/upkeep/ledger-entry.ts';
import { LEDGER_KIND_WORDS, type IsoDate } from '../../planning/vocabulary.ts';
import { kitCount, startLower } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireAssets } from './asset-requests.ts';
import { requireCategory } from './found.ts';
import { given } from './given.ts';

const checkDay = (session: Session, happenedOn: IsoDate | undefined): void => {
  if (happenedOn !== undefined && happenedOn > session.today()) {
    throw new Refusal('invalid_input', 'That day is still to come. The ledger holds what has happened.', { field: 'happenedOn' });
  }
};

type Named = Pick<LedgerEntry, 'kind' | 'categoryKey' | 'userGroup' | 'item' | 'quantity'>;

/** `1 pupil laptop broken`, `2 × Black toner bought`. */
const entryWords = (session: Session, { kind, categoryKey, userGroup, item, quantity }: Named): string => {
  const what = item === null ? kitCount(categoryNamed(session.snapshot().categories, categoryKey), userGroup, quantity) : `${quantity} × ${item}`;
  return `${what} ${startLower(LEDGER_KIND_WORDS[kind])}`;
};

const entryFound = (session: Session, id: number): LedgerEntry => {
  const entry = session.snapshot().ledger.find((each) => each.id === id);
  if (entry === undefined) throw new Refusal('not_found', `No entry of the ledger has the number ${id}. It may have been removed.`, { field: 'id' });
  return entry;
};

export const upkeepHandlers = {
  'ledger.add': (session, { role, reason, categoryKey, userGroup, assetId, ...rest }) => {
    checkDay(session, rest.happenedOn);
    const [asset] = assetId === null ? [] : requireAssets(session, [assetId], 'assetId');
    const kind = categoryKey ?? asset?.categoryKey;
    if (kind === undefined) throw new Refusal('invalid_input', 'Say what kind of kit it was, or which asset.', { field: 'categoryKey' });
    requireCategory(session, kind);
    const entry = { ...rest, categoryKey: kind, userGroup: userGroup ?? asset?.userGroup ?? null, assetId };
    const { change, value } = session.change(`Write down: ${entryWords(session, entry)}`, { role, reason }, (writer) => insertLedgerEntry(writer, entry));
    return { change, value: { id: value } };
  },

  'ledger.edit': (session, { role, reason, id, set }) => {
    const before = entryFound(session, id);
    const fields = given(set);
    checkDay(session, fields.happenedOn);
    if (fields.categoryKey !== undefined) requireCategory(session, fields.categoryKey);
    if (fields.assetId !== undefined && fields.assetId !== null) requireAssets(session, [fields.assetId], 'assetId');
    const { change } = session.change(`Change the entry: ${entryWords(session, { ...before, ...fields })}`, { role, reason },
      (writer) => updateLedgerEntry(writer, id, fields));
    return { change, value: null };
  },

  'ledger.remove': (session, { role, reason, ids }) => {
    const entries = [...new Set(ids)].map((id) => entryFound(session, id));
    const [only] = entries;
    const what = entries.length === 1 && only !== undefined ? `the entry: ${entryWords(session, only)}` : `${entries.length} entries of the ledger`;
    const { change } = session.change(`Remove ${what}`, { role, reason }, (writer) => deleteLedgerEntries(writer, ids));
    return { change, value: { removed: entries.length } };
  },
} satisfies Pick<Handlers, 'ledger.add' | 'ledger.edit' | 'ledger.remove'>;
