import { Clock, TriangleAlert } from 'lucide-react';
import { formatLongDate } from '../../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../../planning/money.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';
import { reads } from '../../grid/column.ts';
import type { CellEdit, Column } from '../../grid/column.ts';
import { DASH, tableDate } from '../../grid/words.tsx';
import { readName, readNeededName } from '../../lib/field-choice.ts';
import { readDate } from '../../lib/field-text.ts';
import { columnsOf } from '../list/list-columns.tsx';
import { STATES } from './cover-rows.ts';
import type { CoverRow, CoverState } from './cover-rows.ts';

/** What typing into a cell sets. */
export type CoverSet = {
  readonly name?: string;
  readonly supplier?: string | null;
  readonly reference?: string | null;
  readonly start?: IsoDate | null;
  readonly end?: IsoDate | null;
};

const LOOK: Partial<Record<CoverState, 'warn' | 'over'>> = { 'Notice due': 'warn', 'Ends soon': 'warn', 'Out of cover': 'over' };

const State = ({ row: { state, says } }: { readonly row: CoverRow }) => {
  const look = LOOK[state];
  const Icon = look === 'over' ? TriangleAlert : Clock;
  return (
    <span className={look === undefined ? 'q2' : `c-${look}`} title={says}>
      {look !== undefined && <Icon className="lucide s" aria-hidden="true" />}{state}
    </span>
  );
};

/** What is over costs nothing any more, and what was paid once comes round no more. */
const Yearly = ({ row: { contract, state, yearlyPence } }: { readonly row: CoverRow }) => {
  if (contract === null || state === 'Ended') return null;
  if (contract.period === 'once') return <span className="q">once</span>;
  return yearlyPence === null ? <span className="q">not known</span> : formatPounds(yearlyPence);
};

const NAMED_ELSEWHERE = { ok: false, message: 'What kit is called is changed on the Assets tab.' } as const;
const NEEDS_END = { ok: false, message: 'Cover has an end. To take the cover away, remove it: press Delete on its row.' } as const;
const NO_PERIOD = { ok: false, message: 'No cover is known here yet: give its end first.' } as const;

const editDay = (field: 'start' | 'end'): CellEdit<CoverRow, CoverSet> => ({
  read: (text, row) => {
    const reading = readDate(text);
    if (reading.ok && reading.value === null && field === 'end' && row !== null && row.contract === null) return NEEDS_END;
    if (field === 'start' && row?.lot?.kind === 'unknown') return NO_PERIOD;
    return reads(reading, (value) => ({ [field]: value }));
  },
  typed: (row) => {
    const day = field === 'start' ? row.start : row.contract?.end ?? row.end;
    return day === null ? '' : formatLongDate(day);
  },
});

const editWords = (field: 'supplier' | 'reference', names?: readonly string[]): CellEdit<CoverRow, CoverSet> => ({
  read: (text, row) => (row?.lot?.kind === 'unknown' ? NO_PERIOD : reads(readName(text), (value) => ({ [field]: value }))),
  ...(names === undefined ? {} : { choices: () => names }),
});

/** The columns of Warranties and contracts. */
export function coverColumns(about: {
  readonly yearOf: (date: IsoDate) => string; readonly planYears: number; readonly suppliers: readonly string[];
}): readonly Column<CoverRow, CoverSet>[] {
  const { text, choice, day, pounds, count } = columnsOf<CoverRow, CoverSet>(about.yearOf);
  return [
    text('name', 'Contract, or kit covered', 180, (row) => row.name, {
      stretches: 3,
      cell: (row) => <span className={row.contract === null ? undefined : 'list-strong'}>{row.name}</span>,
      edit: {
        read: (typed, row) => (row !== null && row.contract === null ? NAMED_ELSEWHERE
          : reads(readNeededName(typed, 'Every contract has a name. Write it like Broadband and filtering.'), (name) => (name === null ? {} : { name }))),
      },
    }),
    choice('kind', 'Kind', 104, (row) => row.kind, { sheds: 3, cell: (row) => row.kind }),
    choice('supplier', 'Supplier', 130, (row) => row.supplier, { stretches: 1, sheds: 2, unknownWords: 'No supplier', edit: editWords('supplier', about.suppliers) }),
    text('reference', 'Reference', 90, (row) => row.reference, { extra: true, unknownWords: 'No reference', edit: editWords('reference') }),
    count('items', 'Items', 54, (row) => row.items, { cell: (row) => (row.items === 0 ? <span className="q">none</span> : formatCount(row.items)) }),
    count('inService', 'In use', 60, (row) => row.inService, { extra: true }),
    day('start', 'Starts', (row) => row.start, { width: 80, sheds: 1, edit: editDay('start') }),
    day('end', 'Ends', (row) => row.end, { width: 80, unknownWords: 'No end known', edit: editDay('end') }),
    day('notice', 'Notice by', (row) => row.notice, {
      width: 84, unknownWords: 'No notice', cell: (row) => (row.notice === null ? '' : row.state === 'Notice due'
        ? <span className="c-warn"><Clock className="lucide s" aria-hidden="true" />{tableDate(row.notice)}</span> : tableDate(row.notice)),
    }),
    choice('state', 'Stands', 112, (row) => row.state, { order: STATES, cell: (row) => <State row={row} /> }),
    pounds('yearly', 'A year', 68, (row) => row.yearlyPence, {
      unknownWords: 'No amount',
      cell: (row) => <Yearly row={row} />,
    }),
    pounds('plan', `${about.planYears} years`, 74, (row) => row.planPence, {
      sheds: 4, unknownWords: 'No amount', cell: (row) => (row.contract === null || row.planPence === 0 ? '' : row.planPence === null ? <span className="q">not known</span> : formatPounds(row.planPence)),
    }),
    pounds('replace', 'To replace', 78, (row) => (row.uncovered.quantity === 0 ? null : row.uncovered.replacementPence), {
      unknownWords: 'Nothing out of cover',
      cell: (row) => (row.uncovered.quantity === 0 ? '' : row.uncovered.unpriced === row.uncovered.quantity ? <span className="q">no price</span> : formatPounds(row.uncovered.replacementPence)),
    }),
    text('decided', 'Decided because', 160, (row) => row.decision?.reason ?? null, { extra: true, unknownWords: 'Nothing decided', cell: (row) => row.decision?.reason ?? DASH }),
  ];
}
