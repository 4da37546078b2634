import { useId, useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { bookGroupName } from '../../planning/value/book-words.ts';
import type { BookBy, BookGroup, Books, BookView } from '../../planning/value/book.ts';
import type { BookColumn } from '../../planning/value/explain-book.ts';
import { startLower } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Section } from '../parts/section.tsx';
import { BookFigure, COLUMN_WORDS } from './book-figure.tsx';

const COLUMNS = [['costPence', 'Cost'], ['chargedPence', 'Charged so far'], ['chargePence', 'Of it this year'], ['closingPence', 'Net book value']] as const satisfies readonly (readonly [BookColumn, string])[];

type BookTableProps = { readonly books: Books; readonly view: BookView };

/** What is in the books on the day, by fund or by kind, and what the plan makes of it by then. */
export function BookTable({ books, view }: BookTableProps) {
  const { snapshot } = usePlan();
  const [by, setBy] = useState<BookBy>('fund');
  const [asked, setAsked] = useState<string | null>(null);
  const groups = by === 'fund' ? view.byFund : view.byKind;
  const ahead = view.asOf > books.today;
  const row = (group: BookGroup, name: string, all: boolean) => {
    const only = all ? null : { by, key: group.key };
    const figure = (column: BookColumn, planned: boolean) => (
      <BookFigure
        books={books} asked={asked} onAsk={setAsked} pence={(planned ? group.planned : group.there)[column]} figure={{ only, column, planned, from: view.year.start, to: view.asOf }}
        what={`${planned ? 'from the plan' : COLUMN_WORDS[column]}, ${startLower(name)}`}
      />
    );
    return (
      <tr key={group.key ?? ''} className={all ? 'tot' : undefined}>
        <th scope="row">{name}</th>
        {COLUMNS.map(([column]) => <td key={column} className="num">{figure(column, false)}</td>)}
        {ahead && <td className="num">{figure('closingPence', true)}</td>}
      </tr>
    );
  };
  return (
    <Section title={`In the books on ${formatDate(view.asOf)}, £`} link={<BySwitch by={by} onBy={setBy} />}>
      {groups.length === 0 ? <p className="q2">Nothing is in the books on this day. What has a price and a purchase date in the register stands here.</p> : (
        <table className="l book-table">
          <thead>
            <tr>
              <th scope="col">{by === 'fund' ? 'Fund' : 'Kind'}</th>
              {COLUMNS.map(([column, head]) => <th key={column} scope="col" className="num">{head}</th>)}
              {ahead && <th scope="col" className="num">The plan adds</th>}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => row(group, bookGroupName(snapshot, by, group.key), false))}
            {row(view.total, 'All', true)}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function BySwitch({ by, onBy }: { readonly by: BookBy; readonly onBy: (by: BookBy) => void }) {
  const name = useId();
  const choice = (words: string, value: BookBy) => (
    <label className={by === value ? 'chosen' : undefined}><input type="radio" name={name} checked={by === value} onChange={() => onBy(value)} />{words}</label>
  );
  return <fieldset className="segmented"><legend className="vh">Listed</legend>{choice('By fund', 'fund')}{choice('By kind', 'kind')}</fieldset>;
}
