import type { Category } from '../../../planning/categories.ts';
import { formatLongDate } from '../../../planning/calendar.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';
import { LEDGER_KIND_WORDS, LEDGER_KINDS, USER_GROUPS } from '../../../planning/vocabulary.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';
import { rowName } from '../../../planning/words.ts';
import { reads } from '../../grid/column.ts';
import type { CellEdit, Column } from '../../grid/column.ts';
import { readChoice, readName, readNote } from '../../lib/field-choice.ts';
import type { Option } from '../../lib/field-choice.ts';
import { readCount, readDate, readPounds } from '../../lib/field-text.ts';
import { columnsOf } from '../list/list-columns.tsx';
import { GROUP_WORDS } from './ledger-rows.ts';
import type { LedgerRow } from './ledger-rows.ts';

/** What typing into a cell sets. */
export type LedgerSet = Partial<Pick<LedgerEntry, 'kind' | 'happenedOn' | 'categoryKey' | 'userGroup' | 'item' | 'quantity' | 'pence' | 'notes'>>;

type Edit = CellEdit<LedgerRow, LedgerSet>;

/** One of a closed list that cannot be empty, or may where `needed` is null. */
const editChoice = <Key,>(options: readonly Option<Key>[], what: string, needed: string | null, set: (key: Key | null) => LedgerSet): Edit => {
  const words = options.map((option) => option.words);
  return {
    closed: true, choices: () => words,
    read: (text) => (needed !== null && text.trim() === '' ? { ok: false, message: needed } : reads(readChoice(text, options, what), set)),
  };
};

const KIND_OPTIONS = LEDGER_KINDS.map((key) => ({ key, words: LEDGER_KIND_WORDS[key] }));
const GROUP_OPTIONS = USER_GROUPS.map((key) => ({ key, words: GROUP_WORDS[key], also: [key] }));

/** The columns of Consumables and losses; without `tags` none that names an asset by its tag. */
export function ledgerColumns({ categories, yearOf, items, today, tags }: {
  readonly tags: boolean; readonly categories: readonly Category[]; readonly yearOf: (date: IsoDate) => string; readonly items: readonly string[]; readonly today: IsoDate;
}): readonly Column<LedgerRow, LedgerSet>[] {
  const { text, choice, day, pounds, count } = columnsOf<LedgerRow, LedgerSet>(yearOf);
  const kinds = categories.map((category) => ({ key: category.key, words: rowName(category, null), also: [category.key, category.singular] }));
  return [
    day('date', 'Date', ({ entry }) => entry.happenedOn, {
      edit: {
        typed: ({ entry }) => formatLongDate(entry.happenedOn),
        read: (typed) => {
          const reading = readDate(typed);
          if (reading.ok && reading.value === null) return { ok: false, message: 'Every entry has a day. Write it like 12 March 2026.' };
          if (reading.ok && reading.value !== null && reading.value > today) return { ok: false, message: 'That day is still to come. The ledger holds what has happened.' };
          return reads(reading, (value): LedgerSet => (value === null ? {} : { happenedOn: value }));
        },
      },
    }),
    choice('what', 'What', 90, ({ what }) => what, {
      order: KIND_OPTIONS.map(({ words }) => words), cell: ({ what }) => what,
      edit: editChoice(KIND_OPTIONS, 'what a ledger records', 'Say what happened: bought, used, lost, broken or repaired.', (kind) => (kind === null ? {} : { kind })),
    }),
    text('item', 'Item', 180, ({ name }) => name, {
      stretches: 2, cell: ({ name, entry }) => (entry.item === null ? <span className="q2">{name}</span> : name), text: ({ entry }) => entry.item ?? '',
      edit: { read: (typed) => reads(readName(typed), (item) => ({ item })), choices: () => items },
    }),
    choice('kit', 'Kind of kit', 150, ({ kit }) => kit, {
      sheds: 2, cell: ({ kit }) => kit,
      edit: editChoice(kinds, 'a kind of kit in this plan', 'Every entry is about a kind of kit. Write it like Laptops.', (categoryKey) => (categoryKey === null ? {} : { categoryKey })),
    }),
    choice('group', 'Whose', 80, ({ group }) => group, { sheds: 1, unknownWords: 'Nobody’s in particular', edit: editChoice(GROUP_OPTIONS, 'a user group', null, (userGroup) => ({ userGroup })) }),
    ...(tags ? [text('asset', 'Asset', 100, ({ tag }) => tag, { sheds: 3, unknownWords: 'No asset named' })] : []),
    count('quantity', 'How many', 74, ({ entry }) => entry.quantity, { edit: { read: (typed) => reads(readCount(typed), (quantity) => (quantity === null ? {} : { quantity })) } }),
    pounds('pence', '£', 74, ({ entry }) => entry.pence, { unknownWords: 'Not written down', edit: { read: (typed) => reads(readPounds(typed), (pence) => ({ pence })) } }),
    text('notes', 'Notes', 150, ({ entry }) => entry.notes, { stretches: 2, sheds: 4, unknownWords: 'No notes', edit: { read: (typed) => reads(readNote(typed), (notes) => ({ notes })) } }),
  ];
}
