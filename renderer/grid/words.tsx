import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Column } from './column.ts';
import type { Choice, ColumnFilter } from './filters.ts';

/** `12 Dec 26`: in tables the century goes without saying. */
export const tableDate = (date: IsoDate): string => formatDate(date).replace(/\d\d(?=\d\d$)/, '');

/** Stands in a cell where nothing is known. */
export const DASH = <span className="q"><span aria-hidden="true">–</span><span className="vh">not known</span></span>;

type Named<Row> = Pick<Column<Row>, 'kind' | 'unknownWords'>;

/** What a choice is called: its own word, or the column's for "not known". */
export const choiceWords = <Row,>(column: Named<Row>, value: Choice['value']): string => value ?? column.unknownWords;

const amount = <Row,>(column: Named<Row>, value: number): string => (column.kind === 'count' ? formatCount(value) : formatPounds(value));

/** A column's condition on its chip, without the column's name. */
export const filterWords = <Row,>(filter: ColumnFilter, column: Named<Row>): string => {
  switch (filter.kind) {
    case 'text': return `has “${filter.text.trim()}”`;
    case 'choice': return filter.values.length > 2
      ? `${formatCount(filter.values.length)} chosen`
      : filter.values.map((value) => choiceWords(column, value)).join(' or ');
    case 'amount': {
      const { least, most } = filter;
      if (least !== null && most !== null) return `${amount(column, least)} to ${amount(column, most)}`;
      if (least !== null) return `${amount(column, least)} or more`;
      return most === null ? '' : `${amount(column, most)} or less`;
    }
    case 'unknown': return column.unknownWords.toLowerCase();
  }
};
