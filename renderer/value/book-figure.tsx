import { formatExact, formatPounds } from '../../planning/money.ts';
import { explainBook, type BookColumn, type BookFigure as Asked } from '../../planning/value/explain-book.ts';
import type { Books } from '../../planning/value/book.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

type BookFigureProps = {
  readonly books: Books;
  readonly figure: Asked;
  readonly pence: Pence;
  /** "in the books, laptops": what the figure is, in its question. */
  readonly what: string;
  readonly asked: string | null;
  readonly onAsk: (name: string | null) => void;
};

/** One text for each figure of a table. */
export const figureName = ({ only, column, planned, to }: Asked): string => `${only === null ? 'all' : `${only.by}:${only.key ?? ''}`}/${column}/${planned ? 'plan' : 'there'}/${to}`;

/** An amount of the books that answers why, and leads to the kit behind it. */
export function BookFigure({ books, figure, pence, what, asked, onAsk }: BookFigureProps) {
  const { snapshot } = usePlan();
  const { go } = useNavigation();
  const name = figureName(figure);
  const open = asked === name;
  const assetIds = open ? explainBook(snapshot, books, figure).assetIds : [];
  return (
    <AskedFigure
      name={name} asked={open} onAsk={() => onAsk(name)} onClose={() => onAsk(null)} title={`Why ${formatExact(pence)} ${what}?`}
      why={() => explainBook(snapshot, books, figure).steps}
      actions={assetIds.length === 0 ? undefined : <Button small onClick={() => go('register', { filter: { ids: assetIds } })}>Show the rows behind it</Button>}
    >
      {formatPounds(pence, { symbol: false })}
    </AskedFigure>
  );
}

/** The words of a column in a question. */
export const COLUMN_WORDS: Readonly<Record<BookColumn, string>> = {
  openingPence: 'in the books at the start', additionsPence: 'added', chargePence: 'charged in the year', disposalsPence: 'taken off for what left',
  closingPence: 'in the books', costPence: 'paid', chargedPence: 'charged so far',
};
