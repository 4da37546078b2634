import './fit-check.css';
import { Check, CircleDashed, CircleHelp, Gauge, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { SoftwareTitle } from '../../planning/agreements/agreement.ts';
import { fitCheck, type FitCell, type FitReport, type FitRow } from '../../planning/analysis/fit/check.ts';
import { plannedKit } from '../../planning/analysis/fit/planned-kit.ts';
import { fitSentence } from '../../planning/analysis/fit/sentence.ts';
import { roomsFirst } from '../../planning/analysis/fit/rooms-first.ts';
import { requirementWords, subjectOfNeed, subjectOfTitle, type FitSubject } from '../../planning/analysis/fit/subject.ts';
import type { WaysAsked } from '../../planning/analysis/fit/ways.ts';
import { fitSteps } from '../../planning/analysis/fit/why.ts';
import { optionLetter } from '../../planning/analysis/needs/refs.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { formatCount } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from './button.tsx';
import { SelectField } from './field.tsx';
import { FitWays } from './fit-ways.tsx';
import { Scrolled } from './scrolled.tsx';
import { Section } from './section.tsx';
import { WhyPopover } from './why.tsx';

const TITLE = 'Will it run on the planned kit?';

/** Whether a title of software runs on the kit of each room, year by year. Nothing where it asks for nothing that can be compared. */
export function TitleFit({ title }: { readonly title: SoftwareTitle }) {
  const subject = useMemo(() => subjectOfTitle(title), [title]);
  return <Fit key={title.id} subject={subject} />;
}

/** Whether what a need asks for runs on the planned kit, as the plan stands or with one of its options. */
export function NeedFit({ need }: { readonly need: Need }) {
  const { snapshot } = usePlan();
  const subject = useMemo(() => subjectOfNeed(snapshot, need), [snapshot, need]);
  return <Fit key={need.id} subject={subject} need={need} />;
}

type FitProps = { readonly subject: FitSubject; readonly need?: Need };

function Fit({ subject, need }: FitProps) {
  const { snapshot, options } = usePlan();
  const named = need?.options.toSorted((a, b) => a.position - b.position) ?? [];
  const recommended = named.some(({ id }) => id === need?.recommendedOptionId) ? String(need?.recommendedOptionId) : '';
  const [picked, setPicked] = useState<string | null>(null);
  const option = picked !== null && (picked === '' || named.some(({ id }) => String(id) === picked)) ? picked : recommended;
  const chosen = useMemo(() => (option === '' || subject.needId === null ? null : { needId: subject.needId, optionId: Number(option) }), [option, subject.needId]);
  const kit = useMemo(() => plannedKit(snapshot, options, chosen), [snapshot, options, chosen]);
  const report = useMemo(() => fitCheck(snapshot, kit, subject), [snapshot, kit, subject]);
  if (report === null) return need === undefined ? null : <Section title={TITLE}><p className="q2">It asks for no memory, cores, storage or system, so there is nothing to compare.</p></Section>;
  return (
    <Section title={TITLE} aside={`Needs ${requirementWords(subject.requirements) ?? ''}.`}>
      <p className="fit-says" aria-live="polite">{fitSentence(report).parts.map((part, at) => (part.strong === true ? <b key={at}>{part.text}</b> : part.text))}</p>
      {named.length > 0 && (
        <div className="fit-tools">
          <SelectField
            label="With" small value={option} onChange={(event) => setPicked(event.currentTarget.value)}
            options={[{ value: '', label: 'The plan as it is' }, ...named.map(({ id, name }, index) => ({ value: String(id), label: `Option ${optionLetter(index)}: ${name}` }))]}
          />
        </div>
      )}
      <FitTable report={report} subject={subject} chosen={chosen} />
    </Section>
  );
}

type FitTableProps = { readonly report: FitReport; readonly subject: FitSubject; readonly chosen: { readonly needId: number; readonly optionId: number | null } | null };

/** Rooms down, years across. Arrow keys go from cell to cell; each says why, and where it does not run, what it would take. */
function FitTable({ report, subject, chosen }: FitTableProps) {
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<(WaysAsked & { readonly where: string }) | null>(null);
  const first = roomsFirst(report.rows);
  const rows = all ? report.rows : first;
  const rest = report.rows.length - first.length;
  if (rows.length === 0) return null;
  const ask = (row: FitRow, yearIndex: number): void => setAsked({ rowKey: row.key, yearIndex, where: `${row.name} in ${report.years[yearIndex]?.label ?? ''}` });
  return (
    <>
      <Scrolled label="Rooms by year" className="fit-scroll">
        <table className="fit">
          <caption className="vh">{TITLE}</caption>
          <thead><tr><td><span className="vh">Room</span></td>{report.years.map(({ label }) => <th key={label} scope="col">{label}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <FitLine key={row.key} report={report} row={row} onAsk={ask} />)}</tbody>
        </table>
      </Scrolled>
      {rest > 0 && (
        <p className="why-actions"><Button variant="link" small onClick={() => setAll(!all)}>{all ? 'Show fewer rooms' : `Show ${formatCount(rest)} more ${rest === 1 ? 'room' : 'rooms'}`}</Button></p>
      )}
      {asked !== null && <FitWays key={asked.where} subject={subject} chosen={chosen} asked={asked} where={asked.where} onClose={() => setAsked(null)} />}
    </>
  );
}

const ARROWS: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/** The answer a step away, in the direction of an arrow key. */
function answerTowards(key: string, from: HTMLElement): HTMLElement | null {
  const step = ARROWS[key];
  const cell = from.closest('td');
  const row = cell?.closest('tr');
  if (step === undefined || cell === null || row === null || row === undefined) return null;
  const rows = [...row.parentElement?.children ?? []].filter((each) => each instanceof HTMLTableRowElement);
  return rows[rows.indexOf(row) + step[0]]?.cells[cell.cellIndex + step[1]]?.querySelector('button') ?? null;
}

const ICONS: Readonly<Record<FitCell['answer'], ReactNode>> = {
  runs: <Check aria-hidden="true" />, slow: <Gauge aria-hidden="true" />, no: <X aria-hidden="true" />, unknown: <CircleHelp aria-hidden="true" />,
};

/** Words of a mixed room may break; a word alone stays with its icon. */
const FitWord = ({ cell: { items, answer, words } }: { readonly cell: FitCell }) => (
  <span className={words.includes(' on ') ? undefined : 'says'}>{items === 0 ? <CircleDashed aria-hidden="true" /> : ICONS[answer]}{' '}<b>{items === 0 ? 'None' : words}</b></span>
);

type FitLineProps = { readonly report: FitReport; readonly row: FitRow; readonly onAsk: (row: FitRow, yearIndex: number) => void };

function FitLine({ report, row, onAsk }: FitLineProps) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.cells.map((cell, index) => (
        <td key={report.years[index]?.label ?? ''} className={cell.items === 0 ? 'none' : cell.answer}>
          <FitAnswerCell report={report} row={row} cell={cell} yearIndex={index} onAsk={() => onAsk(row, index)} />
        </td>
      ))}
    </tr>
  );
}

type FitAnswerProps = { readonly report: FitReport; readonly row: FitRow; readonly cell: FitCell; readonly yearIndex: number; readonly onAsk: () => void };

/** An answer: a click, Enter or Alt+Enter says why, and where it does not run well, leads to what it would take. */
function FitAnswerCell({ report, row, cell, yearIndex, onAsk }: FitAnswerProps) {
  const { snapshot } = usePlan();
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const next = answerTowards(event.key, event.currentTarget);
    if (next !== null) next.focus();
    else if (event.altKey && event.key === 'Enter') setOpened(true);
    else return;
    event.preventDefault();
  };
  const ask = (): void => {
    close();
    onAsk();
  };
  const well = cell.items === 0 || cell.answer === 'runs';
  return (
    <WhyPopover
      opened={opened} onClose={close} title={`${row.name} in ${report.years[yearIndex]?.label ?? ''}: ${cell.words.toLowerCase()}${cell.beside === '' ? '' : `, ${cell.beside}`}. Why?`}
      why={() => fitSteps(snapshot, report, row, yearIndex)} actions={well ? undefined : <Button variant="link" small onClick={ask}>What would it take?</Button>}
    >
      <button type="button" className="why fit-cell" title="Why this answer?" onClick={() => setOpened(!opened)} onKeyDown={onKeyDown}>
        <FitWord cell={cell} />{cell.beside !== '' && <small>{cell.beside}</small>}
      </button>
    </WhyPopover>
  );
}
