import { Clock, TriangleAlert } from 'lucide-react';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { assumptionWords, boughtWords } from '../../planning/quality/assumed.ts';
import { ASSET_STATUSES, STATUS_WORDS } from '../../planning/vocabulary.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { reads } from '../grid/column.ts';
import { DASH, tableDate } from '../grid/words.tsx';
import { readName, readNeededName } from '../lib/field-choice.ts';
import { readCount } from '../lib/field-text.ts';
import { Tag } from '../parts/tag.tsx';
import { costWords, LEFT_OUT_WORDS, warrantyState } from './cell-words.ts';
import { choiceColumn, countColumn, dayColumn, editChoice, editDay, editName, editPounds, poundsColumn, textColumn } from './column-makers.tsx';
import type { AssetColumn } from './column-makers.tsx';
import type { AssetFacts } from './facts.ts';
import { OVERDUE } from './rows.ts';
import type { RegisterRow } from './rows.ts';

/** The columns that the register opens with, in the order in which they are read. */

/** An assumed date carries a question mark in so narrow a column, and says "about" and what it goes by to whoever asks. */
function Bought({ row }: { readonly row: RegisterRow }) {
  if (row.bought === null) return <span className="q">not known</span>;
  if (!row.asset.purchaseDateAssumed) return tableDate(row.bought);
  const words = (boughtWords(row.asset) ?? '').replace(/^about /, '').replace(/\d\d(?=\d\d$)/, '');
  return <span title={assumptionWords(row.asset) ?? undefined}><span className="vh">about </span>{words}?</span>;
}

const Warranty = ({ row, asOf }: { readonly row: RegisterRow; readonly asOf: IsoDate }) => {
  if (row.warranty === null) return DASH;
  const state = warrantyState(row, asOf);
  return (
    <span className={state === 'ended' ? 'q' : undefined}>
      {state === 'soon' && <Clock className="lucide s c-warn" aria-hidden="true" />}
      {tableDate(row.warranty)}
      {state !== 'covered' && <span className="vh">{state === 'soon' ? ', ends soon' : ', ended'}</span>}
    </span>
  );
};

const Due = ({ row }: { readonly row: RegisterRow }) => {
  if (row.due === null) return <span className="q">{row.leftOut === null ? '' : LEFT_OUT_WORDS[row.leftOut]}</span>;
  if (!row.overdue) return tableDate(row.due);
  return <span className="c-over"><TriangleAlert className="lucide s" aria-hidden="true" />{tableDate(row.due)}<span className="vh">, overdue</span></span>;
};

/** Where they have no columns of their own, a status that is not the usual one and a quantity stand beside the name. */
const Description = ({ row, beside }: { readonly row: RegisterRow; readonly beside: ReadonlySet<string> }) => (
  <span className="what">
    <span className="cut">{row.description}</span>
    {row.quantity > 1 && !beside.has('quantity') && <span className="q2">× {formatCount(row.quantity)}</span>}
    {row.asset.status !== 'in_use' && !beside.has('status') && <Tag>{row.statusWords}</Tag>}
  </span>
);

const STATUS_OPTIONS = ASSET_STATUSES.map((key) => ({ key, words: STATUS_WORDS[key], also: [key] }));

export const firstColumns = ({ asOf, names, kinds, listed, yearOf }: AssetFacts): readonly AssetColumn[] => [
  textColumn('tag', 'Tag', 86, (row) => row.tag, {
    unknownWords: 'No tag', cell: (row) => row.tag ?? <span className="q">no tag</span>, edit: editName('tag'),
  }),
  textColumn('description', 'What it is', 154, (row) => row.description, {
    stretches: 3, unknownWords: 'Not described', cell: (row, beside) => <Description row={row} beside={beside} />,
    edit: { read: (text) => reads(readNeededName(text, 'Every row says what it is. Write it like Kestrel 400 small desktop.'), (value) => (value === null ? {} : { description: value })) },
  }),
  choiceColumn('kind', 'Kind', 128, (row) => row.kind, {
    sheds: 5, unknownWords: 'No kind', order: kinds.map(({ words }) => words),
    edit: editChoice(kinds, 'a kind of kit in this plan', (kind) => (kind === null ? {} : { ...kind }), 'Every row has a kind. Write it like Laptops.'),
  }),
  choiceColumn('room', 'Room', 82, (row) => row.room, {
    sheds: 8, stretches: 1, unknownWords: 'No room', edit: editName('room', () => listed.rooms),
    cell: ({ room, asset }) => (room === null ? DASH : <span title={asset.locationId === null ? undefined : names.locationId(asset.locationId) ?? undefined}>{room}</span>),
  }),
  countColumn('quantity', 'Quantity', (row) => row.quantity, {
    width: 64, sheds: 2, cell: (row) => (row.quantity > 1 ? formatCount(row.quantity) : <span className="vh">1</span>),
    edit: { read: (text) => reads(readCount(text), (value) => (value === null ? {} : { quantity: value })) },
  }),
  dayColumn('bought', 'Bought', (row) => row.bought, yearOf, {
    width: 72, sheds: 4, edit: editDay('purchaseDate', (row) => row.bought),
    cell: (row) => <Bought row={row} />,
  }),
  poundsColumn('paid', 'Paid', (row) => row.paidPence, { width: 58, sheds: 3, edit: editPounds('paidPence') }),
  dayColumn('warranty', 'Warranty', (row) => row.warranty, yearOf, {
    sheds: 7, cell: (row) => <Warranty row={row} asOf={asOf} />, edit: editDay('coverEnd', (row) => row.warranty),
  }),
  dayColumn('due', 'Due', (row) => row.due, yearOf, {
    width: 86, unknownWords: 'No due date', order: [OVERDUE], choice: (row) => row.dueYear, alsoUnder: (row) => (row.overdue ? row.buyYear : null),
    cell: (row) => <Due row={row} />, edit: editDay('movedTo', (row) => row.due),
  }),
  choiceColumn('setBy', 'Set by', 96, (row) => row.setBy, {
    sheds: 6, unknownWords: 'Nothing', cell: (row) => (row.setBy === null ? null : <span className="q2">{row.setBy}</span>),
  }),
  poundsColumn('cost', 'Cost then', (row) => row.costPence, {
    unknownWords: 'No price', cell: (row) => (row.costPence === null || row.onOrder ? <span className="q">{costWords(row)}</span> : formatPounds(row.costPence)),
  }),
  choiceColumn('status', 'Status', 80, (row) => row.statusWords, {
    sheds: 1, cell: (row) => row.statusWords,
    edit: editChoice(STATUS_OPTIONS, 'a status', (status) => (status === null ? {} : { status }), 'Every row has a status. Write it like In use.'),
  }),
];

/** A serial number is a name that nobody chooses from a list. */
export const serialColumn: AssetColumn = textColumn('serial', 'Serial number', 120, ({ asset }) => asset.serial, {
  extra: true, unknownWords: 'No serial number', edit: { read: (text) => reads(readName(text), (serial) => ({ serial })) },
});
