import { useMemo, useState } from 'react';
import { bookGroupName } from '../../planning/value/book-words.ts';
import { bookYears, type BookBy, type BookGroup, type BookOnly, type Books, type BookView } from '../../planning/value/book.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { explainWithPlan, type BookColumn } from '../../planning/value/explain-book.ts';
import { formatExact, formatPounds } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';
import { BookFigure, COLUMN_WORDS } from './book-figure.tsx';

const ROWS = [
  ['openingPence', 'At the start'], ['additionsPence', 'Bought'], ['chargePence', 'Charged'], ['disposalsPence', 'Left in the books of what went'], ['closingPence', 'At the end'],
] as const satisfies readonly (readonly [BookColumn, string])[];

type Line = { readonly value: string; readonly label: string; readonly only: BookOnly };

const linesOf = (snapshot: PlanSnapshot, by: BookBy, groups: readonly BookGroup[]): readonly Line[] =>
  groups.map(({ key }) => ({ value: `${by}:${key ?? ''}`, label: bookGroupName(snapshot, by, key), only: { by, key } }));

/** The plan's years in the books, each beginning with what the one before ended with; what the plan adds stands apart. */
export function BookYears({ books, view }: { readonly books: Books; readonly view: BookView }) {
  const { snapshot } = usePlan();
  const [chosen, setChosen] = useState('all');
  const lines = useMemo(() => [...linesOf(snapshot, 'fund', view.byFund), ...linesOf(snapshot, 'kind', view.byKind)], [snapshot, view]);
  const line = lines.find(({ value }) => value === chosen);
  return (
    <Section title="Year by year, £" link={<SelectField label="Of" hideLabel small value={chosen} options={[{ value: 'all', label: 'All of it' }, ...lines]} onChange={(event) => setChosen(event.target.value)} />}>
      <YearsTable books={books} only={line?.only ?? null} label={line?.label ?? 'all'} />
    </Section>
  );
}

/** What is there and what the plan adds, together. */
function WithPlan({ group: { there, planned }, label }: { readonly group: BookGroup; readonly label: string }) {
  const together = there.closingPence + planned.closingPence;
  const why = () => explainWithPlan(there, planned);
  return <WhyFigure title={`Why ${formatExact(together)} with the plan, ${label}?`} why={why}>{formatPounds(together, { symbol: false })}</WhyFigure>;
}

function YearsTable({ books, only, label }: { readonly books: Books; readonly only: BookOnly | null; readonly label: string }) {
  const [asked, setAsked] = useState<string | null>(null);
  const years = useMemo(() => bookYears(books, only), [books, only]);
  const cells = (column: BookColumn, planned: boolean) => years.map(({ year, group }) => (
    <td key={year.label} className="num">
      <BookFigure
        books={books} asked={asked} onAsk={setAsked} pence={(planned ? group.planned : group.there)[column]} figure={{ only, column, planned, from: year.start, to: year.end }}
        what={`${planned ? `${COLUMN_WORDS[column]}, from the plan` : COLUMN_WORDS[column]}, ${label}, ${year.label}`}
      />
    </td>
  ));
  return (
    <table className="l book-years">
      <thead><tr><th scope="col">What is there</th>{years.map(({ year }) => <th key={year.label} scope="col" className="num">{year.label}</th>)}</tr></thead>
      <tbody>
        {ROWS.map(([column, name]) => <tr key={column} className={column === 'closingPence' ? 'tot' : undefined}><th scope="row">{name}</th>{cells(column, false)}</tr>)}
      </tbody>
      <tbody className="from-plan">
        <tr><th scope="row">The plan buys</th>{cells('additionsPence', true)}</tr>
        <tr><th scope="row">The plan adds at the end</th>{cells('closingPence', true)}</tr>
        <tr className="tot"><th scope="row">At the end, with the plan</th>{years.map(({ year, group }) => (
          <td key={year.label} className="num"><WithPlan group={group} label={`${label}, ${year.label}`} /></td>
        ))}</tr>
      </tbody>
    </table>
  );
}
