import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { PlanImportReport } from '../../app/contract/development-import.ts';
import { CRITERION_STATUSES, CRITERION_STATUS_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatCount } from '../../planning/money.ts';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import type { PlanImport } from './use-plan-import.ts';

type Problem = PlanImportReport['problems'][number];
type ProblemsProps = { readonly it: PlanImport; readonly found: PlanImportReport };

/** Problems that are shown at once; mending some brings the next. */
const MOST_SHOWN = 60;
const WEIGHTS = { refused: 0, left_empty: 1, check: 2 } as const;
const ICONS = { refused: TriangleAlert, left_empty: CircleAlert, check: Info } as const;
const WEIGHT_WORDS = { refused: 'Cannot come in', left_empty: 'Left empty', check: 'How it was read' } as const;

/** Everything that could not be read, by row and field, each with what would work; a cell is mended here and read again. */
export function ImportProblems({ it, found }: ProblemsProps) {
  const problems = found.problems.toSorted((one, other) => WEIGHTS[one.weight] - WEIGHTS[other.weight] || (one.row ?? 0) - (other.row ?? 0));
  const toMend = problems.filter(({ weight }) => weight !== 'check').length;
  return (
    <Section title="To look at" aside={toMend === 0 ? 'Everything could be read' : `${formatCount(toMend)} could not be read`}>
      <OpenWords it={it} found={found} />
      <DateOrder it={it} found={found} />
      <ul className="plan-problems">
        {problems.slice(0, MOST_SHOWN).map((problem, at) => <ProblemRow key={`${problem.sentence} ${at}`} problem={problem} it={it} />)}
      </ul>
      {problems.length > MOST_SHOWN && <p className="q2">And {formatCount(problems.length - MOST_SHOWN)} more, shown as these are mended.</p>}
    </Section>
  );
}

function ProblemRow({ problem, it }: { readonly problem: Problem; readonly it: PlanImport }) {
  const { weight, sentence, row, index, column, text } = problem;
  const Icon = ICONS[weight];
  return (
    <li className={weight}>
      <Icon aria-hidden="true" />
      <div>
        <p><span className="vh">{WEIGHT_WORDS[weight]}: </span>{sentence}</p>
        {weight === 'left_empty' && row !== null && index !== null && <MendCell it={it} row={row} index={index} label={`Row ${row}, ${column ?? ''}`} text={text ?? ''} />}
      </div>
    </li>
  );
}

/** What a cell is to say instead. The file stays as it is. */
function MendCell({ it, row, index, label, text }: { readonly it: PlanImport; readonly row: number; readonly index: number; readonly label: string; readonly text: string }) {
  const [typed, setTyped] = useState(text);
  const say = (): void => {
    if (typed === text) return;
    const others = (it.said.options.cells ?? []).filter((cell) => cell.row !== row || cell.index !== index);
    it.sayOptions({ cells: [...others, { row, index, text: typed }] });
  };
  return (
    <TextField
      label={`${label}, read instead`} hideLabel small value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={say}
      onKeyDown={(event) => { if (event.key === 'Enter') say(); }}
    />
  );
}

/** Words of the status column that are not known, each with what it could stand for. */
function OpenWords({ it, found }: ProblemsProps) {
  const said = new Set((it.said.options.words ?? []).map(({ from }) => from.toLowerCase()));
  const open = found.words.filter(({ from, to }) => to === null || said.has(from.toLowerCase()));
  const choose = (from: string, value: string): void => {
    const to = CRITERION_STATUSES.find((status) => status === value);
    const others = (it.said.options.words ?? []).filter((word) => word.from.toLowerCase() !== from.toLowerCase());
    it.sayOptions({ words: to === undefined ? others : [...others, { from, to }] });
  };
  return open.map(({ from, to, rows }) => (
    <SelectField
      key={from} label={`“${from}” (${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}) stands for`} value={to ?? ''} onChange={(event) => choose(from, event.target.value)}
      options={[{ value: '', label: 'Not known: left empty' }, ...CRITERION_STATUSES.map((status) => ({ value: status, label: CRITERION_STATUS_WORDS[status] }))]}
    />
  ));
}

const ORDERS = [{ value: 'day_first', label: 'Day first, 18/12/2026' }, { value: 'month_first', label: 'Month first, 12/18/2026' }, { value: 'year_first', label: 'Year first, 26-12-18' }] as const;

function DateOrder({ it, found: { dateOrder } }: ProblemsProps) {
  if (dateOrder === null) return null;
  return (
    <SelectField
      label="Dates are written" value={dateOrder} options={[...ORDERS]}
      onChange={(event) => {
        const chosen = ORDERS.find(({ value }) => value === event.target.value);
        if (chosen !== undefined) it.sayOptions({ dateOrder: chosen.value });
      }}
    />
  );
}
