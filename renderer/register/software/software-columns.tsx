import { CircleCheck, CircleHelp, Clock, TriangleAlert } from 'lucide-react';
import { formatLongDate } from '../../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../../planning/money.ts';
import { COST_DRIVER_WORDS, PAY_PERIOD_WORDS } from '../../../planning/vocabulary.ts';
import type { IsoDate, Pence } from '../../../planning/vocabulary.ts';
import { reads } from '../../grid/column.ts';
import type { CellEdit, Column } from '../../grid/column.ts';
import { DASH, tableDate } from '../../grid/words.tsx';
import { readName, readNeededName, readYesNo } from '../../lib/field-choice.ts';
import { readDate, readPounds } from '../../lib/field-text.ts';
import { readWhole } from '../list/agreement-fields.tsx';
import { columnsOf } from '../list/list-columns.tsx';
import { TITLE_STATES } from './software-rows.ts';
import type { SoftwareRow } from './software-rows.ts';

/** What typing into a cell sets. */
export type SoftwareSet = {
  readonly name?: string;
  readonly publisher?: string | null;
  readonly version?: string | null;
  readonly supplier?: string | null;
  readonly units?: number | null;
  readonly amountPence?: Pence | null;
  readonly end?: IsoDate | null;
  readonly supportEnd?: IsoDate | null;
  readonly needsSystem?: string | null;
  readonly needsMemoryGb?: number | null;
  readonly needsStorageGb?: number | null;
  readonly networkInstallable?: boolean | null;
};

type Edit = CellEdit<SoftwareRow, SoftwareSet>;

const editName = (field: 'publisher' | 'version' | 'supplier' | 'needsSystem', names?: readonly string[]): Edit => ({
  read: (text) => reads(readName(text), (value) => ({ [field]: value })), ...(names === undefined ? {} : { choices: () => names }),
});
const editDay = (field: 'end' | 'supportEnd', dayOf: (row: SoftwareRow) => IsoDate | null): Edit => ({
  read: (text) => reads(readDate(text), (value) => ({ [field]: value })),
  typed: (row) => {
    const day = dayOf(row);
    return day === null ? '' : formatLongDate(day);
  },
});
const editGigabytes = (field: 'needsMemoryGb' | 'needsStorageGb'): Edit => ({
  read: (text) => reads(readWhole(text.replace(/\s*gb$/iu, ''), 1, 1_000_000, 'Write gigabytes as a whole number like 8.'), (value) => ({ [field]: value })),
});
const NO_SEATS = { ok: false, message: 'It is not paid by the seat. Change what its price is for in the panel.' } as const;

const warned = (words: string) => <span className="c-warn"><Clock className="lucide s" aria-hidden="true" />{words}</span>;

const State = ({ row: { state, says } }: { readonly row: SoftwareRow }) => {
  const soon = state === 'Notice due' || state === 'Renews soon' || state === 'Ends soon';
  return <span title={says} className="q2">{soon ? warned(state) : state}</span>;
};

const Support = ({ row: { supportEnd, lostSupport, supportDecision } }: { readonly row: SoftwareRow }) => {
  if (supportEnd === null) return DASH;
  if (!lostSupport) return tableDate(supportEnd);
  if (supportDecision !== null) return <span className="q2">{tableDate(supportEnd)}<span className="vh">, support has ended, decided</span></span>;
  return <span className="c-over"><TriangleAlert className="lucide s" aria-hidden="true" />{tableDate(supportEnd)}<span className="vh">, support has ended</span></span>;
};

/** `212 of 224`, with a tick, a warning or a question. */
const Runs = ({ row: { readiness } }: { readonly row: SoftwareRow }) => {
  if (readiness === null) return <span className="q"><span aria-hidden="true">–</span><span className="vh">needs nothing in gigabytes</span></span>;
  const { quantity, runs, tooSmall, unknown, text } = readiness;
  const Icon = tooSmall > 0 ? TriangleAlert : unknown > 0 ? CircleHelp : CircleCheck;
  return (
    <span className={tooSmall > 0 ? 'c-over' : unknown > 0 ? 'c-warn' : undefined} title={text}>
      <Icon className="lucide s" aria-hidden="true" />{formatCount(runs)} of {formatCount(quantity)}
    </span>
  );
};

/** What Runs on is ticked by. */
const runsWord = ({ readiness }: SoftwareRow): string | null => {
  if (readiness === null) return null;
  return readiness.tooSmall > 0 ? 'Some too small' : readiness.unknown > 0 ? 'Not known of some' : 'All';
};

const gigabytes = (count: number | null) => (count === null ? DASH : `${formatCount(count)} GB`);

/** The columns of Software and subscriptions. */
export function softwareColumns(about: {
  readonly yearOf: (date: IsoDate) => string; readonly planYears: number; readonly suppliers: readonly string[];
}): readonly Column<SoftwareRow, SoftwareSet>[] {
  const { text, choice, day, pounds, count } = columnsOf<SoftwareRow, SoftwareSet>(about.yearOf);
  return [
    text('name', 'Title', 160, ({ title }) => title.name, {
      stretches: 3, edit: { read: (typed) => reads(readNeededName(typed, 'Every title has a name. Write it like Score writer.'), (name) => (name === null ? {} : { name })) },
    }),
    choice('publisher', 'Publisher', 90, ({ title }) => title.publisher, { sheds: 5, unknownWords: 'No publisher', edit: editName('publisher') }),
    text('version', 'Version', 80, ({ title }) => title.version, { extra: true, unknownWords: 'No version', edit: editName('version') }),
    choice('supplier', 'Supplier', 130, ({ supplier }) => supplier, { extra: true, unknownWords: 'No supplier', edit: editName('supplier', about.suppliers) }),
    choice('use', 'For', 100, ({ use }) => use, { sheds: 4, cell: ({ use }) => use }),
    text('departments', 'Used by', 130, ({ departments }) => (departments.length === 0 ? null : departments.join(', ')), { stretches: 2, sheds: 3, unknownWords: 'Whole school', cell: ({ departments }) => (departments.length === 0 ? <span className="q">whole school</span> : departments.join(', ')) }),
    choice('driver', 'Paid by', 104, ({ title }) => COST_DRIVER_WORDS[title.driver], { sheds: 2, cell: ({ title }) => COST_DRIVER_WORDS[title.driver] }),
    choice('period', 'Paid', 90, ({ title }) => PAY_PERIOD_WORDS[title.period], { extra: true, cell: ({ title }) => PAY_PERIOD_WORDS[title.period] }),
    count('units', 'Seats', 58, ({ title }) => title.units, {
      sheds: 1, unknownWords: 'No seats', cell: ({ title }) => (title.driver !== 'per_seat' ? '' : title.units === null ? DASH : formatCount(title.units)),
      edit: { read: (typed, row) => (row !== null && row.title.driver !== 'per_seat' ? NO_SEATS : reads(readWhole(typed, 1, 1_000_000, 'Write a number of seats like 30.'), (units) => ({ units }))) },
    }),
    pounds('amount', 'Amount', 68, ({ title }) => title.amountPence, {
      extra: true, unknownWords: 'No amount', edit: { read: (typed) => reads(readPounds(typed), (amountPence) => ({ amountPence })) },
    }),
    day('end', 'Renews, ends', ({ end }) => end, { width: 96, unknownWords: 'No end', edit: editDay('end', ({ title }) => title.end) }),
    day('notice', 'Notice by', ({ notice }) => notice, { width: 82, extra: true, unknownWords: 'No notice' }),
    choice('state', 'Stands', 104, ({ state }) => state, { order: TITLE_STATES, cell: (row) => <State row={row} /> }),
    day('support', 'Support ends', ({ supportEnd }) => supportEnd, { width: 96, sheds: 6, unknownWords: 'No date known', cell: (row) => <Support row={row} />, edit: editDay('supportEnd', ({ supportEnd }) => supportEnd) }),
    text('system', 'Needs', 96, ({ title }) => title.needsSystem, { extra: true, unknownWords: 'Not said', edit: editName('needsSystem') }),
    count('memory', 'Memory', 74, ({ title }) => title.needsMemoryGb, { extra: true, unknownWords: 'Not said', cell: ({ title }) => gigabytes(title.needsMemoryGb), edit: editGigabytes('needsMemoryGb') }),
    text('processor', 'Processor', 110, ({ title }) => title.needsProcessor, { extra: true, unknownWords: 'Not said' }),
    count('storage', 'Storage', 74, ({ title }) => title.needsStorageGb, { extra: true, unknownWords: 'Not said', cell: ({ title }) => gigabytes(title.needsStorageGb), edit: editGigabytes('needsStorageGb') }),
    choice('network', 'Network install', 104, ({ title }) => (title.networkInstallable === null ? null : title.networkInstallable ? 'Yes' : 'No'), {
      extra: true, unknownWords: 'Not known', edit: { closed: true, choices: () => ['Yes', 'No'], read: (typed) => reads(readYesNo(typed), (networkInstallable) => ({ networkInstallable })) },
    }),
    choice('runs', 'Runs on', 96, runsWord, { order: ['Some too small', 'Not known of some', 'All'], unknownWords: 'Needs nothing in gigabytes', cell: (row) => <Runs row={row} /> }),
    pounds('yearly', 'A year', 68, ({ yearlyPence }) => yearlyPence, {
      unknownWords: 'No amount', cell: (row) => <Yearly row={row} />,
    }),
    pounds('plan', `${about.planYears} years`, 74, ({ planPence }) => planPence, {
      sheds: 7, unknownWords: 'No amount', cell: ({ planPence }) => (planPence === 0 ? '' : planPence === null ? <span className="q">not known</span> : formatPounds(planPence)),
    }),
  ];
}

const Yearly = ({ row: { title, yearlyPence, current } }: { readonly row: SoftwareRow }) => {
  if (!current) return null;
  if (title.period === 'once') return <span className="q">once</span>;
  if (yearlyPence === null) return <span className="q">not known</span>;
  return yearlyPence === 0 ? <span className="q">included</span> : formatPounds(yearlyPence);
};
