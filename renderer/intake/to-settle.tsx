import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ImportOptions } from '../../app/contract/import-options.ts';
import type { Examination, Problem } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { ASSET_STATUSES, STATUS_WORDS } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { settleWords } from './import-words.ts';
import type { Import } from './use-import.ts';

type ToSettleProps = { readonly it: Import; readonly found: Examination; readonly onShowRows: (problem: string) => void };

/** What a person should look at before the rows come in, each with its answers. Unanswered, what it says now holds. */
export function ToSettle({ it, found, onShowRows }: ToSettleProps) {
  const { problems } = found;
  const list = useRef<HTMLUListElement>(null);
  const answered = useRef(0);
  // An answer takes its question away, and its button with it: the focus goes on to the next one.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    const next = list.current?.children[Math.min(answered.current, problems.length - 1)];
    (next?.querySelector<HTMLElement>('select, button') ?? list.current)?.focus();
  }, [problems]);
  return (
    <Section title="To settle before you go on" aside={settleWords(problems)}>
      <ul className="points" ref={list} tabIndex={-1}>
        {problems.map((problem, at) => <ProblemPoint key={problem.id} problem={problem} onAnswer={(options) => { answered.current = at; it.answer(options); }} onShow={() => onShowRows(problem.id)} />)}
        {problems.length === 0 && (
          <li><CircleCheck className="c-ok" aria-hidden="true" /><b>Nothing is left to settle</b></li>
        )}
      </ul>
    </Section>
  );
}

type AnsweredProps = { readonly problem: Problem; readonly onAnswer: (options: ImportOptions) => void };

function ProblemPoint({ problem, onAnswer, onShow }: AnsweredProps & { readonly onShow: () => void }) {
  const { tone, title, detail, rows, answers, pick } = problem;
  const show = rows === 0 ? null : rows === 1 ? 'Show the row' : `Show the ${formatCount(rows)}${tone === 'over' ? ' rows' : ''}`;
  return (
    <li>
      {tone === 'over' ? <TriangleAlert className="c-over" aria-hidden="true" /> : <CircleHelp className="c-warn" aria-hidden="true" />}
      <div>
        <b>{title}</b>
        <p>{detail}</p>
        <div className="answers">
          {pick !== null && <PickWord problem={problem} onAnswer={onAnswer} />}
          {show !== null && <Button variant="link" small aria-label={`${show}: ${title}`} onClick={onShow}>{show}</Button>}
          {answers.map(({ label, options }) => (
            <Button key={label} variant="link" small aria-label={`${label}: ${title}`} onClick={() => onAnswer(options)}>{label}</Button>
          ))}
        </div>
      </div>
    </li>
  );
}

/** A word of the file matched with a kind or a status of the person's choice. */
function PickWord({ problem, onAnswer }: AnsweredProps) {
  const { savedSnapshot: { categories } } = usePlan();
  const { pick } = problem;
  if (pick === null) return null;
  const known = pick.about === 'kind'
    ? categories.map(({ key, singular }) => ({ value: key, label: startUpper(singular) }))
    : ASSET_STATUSES.map((status) => ({ value: status, label: STATUS_WORDS[status] }));
  return (
    <SelectField
      label={`“${pick.from}” is`} hideLabel small value="" options={[{ value: '', label: `Choose a ${pick.about}` }, ...known]}
      onChange={(event) => { if (event.target.value !== '') onAnswer({ values: [{ about: pick.about, from: pick.from, to: event.target.value }] }); }}
    />
  );
}
