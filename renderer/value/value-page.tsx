import './value.css';
import { Download, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { bookSentence } from '../../planning/value/book-words.ts';
import { bookOn, booksOf } from '../../planning/value/book.ts';
import { wholeLifeSentence } from '../../planning/value/whole-life-words.ts';
import { wholeLives } from '../../planning/value/whole-life.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { useAsk } from '../lib/commands.tsx';
import { download } from '../lib/file-transfer.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { AsAtChoice } from './as-at-choice.tsx';
import { BookTable } from './book-table.tsx';
import { BookYears } from './book-years.tsx';
import { CompareModels } from './compare-models.tsx';
import { HowCounted } from './left-out.tsx';
import { LifeTable } from './life-table.tsx';
import { UpkeepTable } from './upkeep-table.tsx';

const TITLE = 'Value and whole-life cost';

/** What the school's kit stands at in the books on any day, and what it costs over its whole life. */
export function ValuePage() {
  const { snapshot, asOf, forecast, editable } = usePlan();
  const { go } = useNavigation();
  const ask = useAsk();
  const [chosen, setDay] = useState<IsoDate | null>(null);
  const day = chosen ?? asOf;
  const books = useMemo(() => booksOf(snapshot, asOf, forecast), [snapshot, asOf, forecast]);
  const view = useMemo(() => bookOn(snapshot, books, day), [snapshot, books, day]);
  const lives = useMemo(() => wholeLives(snapshot, asOf), [snapshot, asOf]);
  const sentence = bookSentence(snapshot, books, view);
  if (snapshot.assets.length === 0) {
    return (
      <>
        <PageHead title={TITLE} sentence={sentence.parts} />
        <div className="page-body">
          <EmptyState title="No kit yet" action={editable && <Button onClick={() => go('import')}>Import a register</Button>}>
            This page says what the school’s kit is worth in its books on any day, and what it costs over its whole life.
          </EmptyState>
        </div>
      </>
    );
  }
  const save = async (): Promise<void> => {
    const file = await ask('documents.bookValues', { format: 'xlsx', asOf: day });
    if (file !== null) download(file);
  };
  return (
    <>
      <PageHead
        title={TITLE} sentence={sentence.parts}
        actions={(
          <>
            <Button icon={<Download aria-hidden="true" />} onClick={() => void save()}>Book values as Excel</Button>
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print this page</Button>
          </>
        )}
      />
      <div className="page-body value">
        <AsAtChoice day={day} today={asOf} years={books.years} onDay={setDay} />
        <BookTable books={books} view={view} />
        <BookYears books={books} view={view} />
        <HowCounted books={books} view={view} />
        <p className="say life-say">{wholeLifeSentence(lives).parts.map(({ text, strong }, at) => (strong === true ? <strong key={at}>{text}</strong> : text))}</p>
        <LifeTable lives={lives} />
        <UpkeepTable lives={lives} />
        <CompareModels />
      </div>
    </>
  );
}
