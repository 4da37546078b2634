import type { IsoDate } from '../../../planning/vocabulary.ts';
import type { DateOrder } from '../../contract/import-options.ts';
import type { RawCell } from '../raw-table.ts';
import { counted } from '../row-notices.ts';
import { cellText } from './cell-text.ts';
import { dayOfSerial, readDateCell, type DateReading } from './dates.ts';

/** Nothing a school still owns was bought before this, and no plan looks beyond that. */
const FIRST_DATE = '1980-01-01';
const LAST_DATE = '2100-12-31';

export type DateValue =
  | { readonly kind: 'empty' }
  /** `assumed` where only a month or a year was known. */
  | { readonly kind: 'date'; readonly date: IsoDate; readonly assumed: boolean }
  | { readonly kind: 'unreadable' }
  /** Before 1980 or after 2100: kept out, since it is a slip or a default of some program. */
  | { readonly kind: 'out_of_range'; readonly date: IsoDate };

export type DateColumn = {
  readonly read: (cell: RawCell | undefined) => DateValue;
  /** How the column was read, in words: "month first (14 of 22 dates fit only that order)". */
  readonly readAs: readonly string[];
  /** Share of the filled cells that can be read as some date, 0 to 1; 0 without a filled cell. */
  readonly share: number;
  readonly filled: number;
  readonly order: DateOrder;
  /** A cell that could be read either way, and one that fits only this order; null where there is none. */
  readonly either: string | null;
  readonly only: string | null;
};

type Counts = Record<DateReading['kind'] | 'onlyDayFirst' | 'onlyMonthFirst' | 'either' | 'shortYear', number>;
type Examples = { either: string | null; onlyDayFirst: string | null; onlyMonthFirst: string | null };
type Settled = { readonly order: DateOrder; readonly said: boolean; readonly schoolYears: boolean; readonly dateSystem: '1900' | '1904' };

/**
 * Decides the order of day and month for a whole column: any value that fits only one order decides; where
 * every value fits both, the UK order, which is said. What a person said holds for every cell.
 */
export function dateColumn(cells: readonly (RawCell | undefined)[], dateSystem: '1900' | '1904', said?: DateOrder): DateColumn {
  const { counts, examples } = count(cells, said === 'year_first');
  const order = said ?? (counts.onlyMonthFirst > counts.onlyDayFirst ? 'month_first' : 'day_first');
  const settled: Settled = { order, said: said !== undefined, schoolYears: counts.year > 0, dateSystem };
  const filled = cells.length - counts.empty;
  return {
    read: (cell) => inRange(settle(readDateCell(cell), settled)),
    readAs: describe(counts, settled),
    share: filled === 0 ? 0 : (filled - counts.unreadable) / filled,
    filled, order, either: examples.either,
    only: order === 'month_first' ? examples.onlyMonthFirst : examples.onlyDayFirst,
  };
}

function count(cells: readonly (RawCell | undefined)[], yearFirst: boolean): { readonly counts: Counts; readonly examples: Examples } {
  const counts: Counts = {
    empty: 0, day: 0, figures: 0, month: 0, year: 0, month_or_school_year: 0, serial: 0, unreadable: 0,
    onlyDayFirst: 0, onlyMonthFirst: 0, either: 0, shortYear: 0,
  };
  const examples: Examples = { either: null, onlyDayFirst: null, onlyMonthFirst: null };
  for (const cell of cells) {
    const reading = readDateCell(cell);
    if (reading.kind === 'figures' && reading.dayFirst === null && reading.monthFirst === null && !yearFirst) {
      counts.unreadable += 1;
      continue;
    }
    counts[reading.kind] += 1;
    if (reading.kind !== 'figures') continue;
    if (reading.shortYear) counts.shortYear += 1;
    const fits = reading.monthFirst === null ? 'onlyDayFirst' : reading.dayFirst === null ? 'onlyMonthFirst' : reading.dayFirst === reading.monthFirst ? null : 'either';
    if (fits === null) continue;
    counts[fits] += 1;
    examples[fits] ??= cellText(cell);
  }
  return { counts, examples };
}

function settle(reading: DateReading, { order, said, schoolYears, dateSystem }: Settled): DateValue {
  switch (reading.kind) {
    case 'empty': return { kind: 'empty' };
    case 'unreadable': return { kind: 'unreadable' };
    case 'day': return { kind: 'date', date: reading.date, assumed: false };
    case 'serial': return { kind: 'date', date: dayOfSerial(reading.days, dateSystem), assumed: false };
    case 'month': case 'year': return { kind: 'date', date: reading.date, assumed: true };
    case 'month_or_school_year':
      return { kind: 'date', date: schoolYears ? reading.schoolYear : reading.month, assumed: true };
    case 'figures': {
      const orders = { day_first: reading.dayFirst, month_first: reading.monthFirst, year_first: reading.yearFirst ?? (reading.shortYear ? null : reading.dayFirst) };
      // Told by the column, a cell that only fits the other order is read so; told by a person, it cannot be read.
      const date = orders[order] ?? (said ? null : orders[order === 'day_first' ? 'month_first' : 'day_first']);
      return date === null ? { kind: 'unreadable' } : { kind: 'date', date, assumed: false };
    }
    default: return reading satisfies never;
  }
}

function inRange(value: DateValue): DateValue {
  if (value.kind !== 'date' || (value.date >= FIRST_DATE && value.date <= LAST_DATE)) return value;
  return { kind: 'out_of_range', date: value.date };
}

const ORDER_SAID: Readonly<Record<DateOrder, string>> = {
  day_first: 'day first, as you said', month_first: 'month first, as you said', year_first: 'year first, as you said',
};

function describe(counts: Counts, { order, said, schoolYears, dateSystem }: Settled): string[] {
  const words: string[] = [];
  const monthFirst = order === 'month_first';
  const decisive = monthFirst ? counts.onlyMonthFirst : counts.onlyDayFirst;
  const against = monthFirst ? counts.onlyDayFirst : counts.onlyMonthFirst;
  if (said) words.push(ORDER_SAID[order]);
  else if (decisive > 0) {
    words.push(`${monthFirst ? 'month first, as in the United States' : 'day first'} `
      + `(${decisive} of ${counted(counts.figures, 'date')} ${decisive === 1 ? 'fits' : 'fit'} only that order)`);
    if (against > 0) words.push(`${against} ${against === 1 ? 'fits only the other order and was' : 'fit only the other order and were'} read so`);
  } else if (counts.either > 0) {
    words.push(`day first, as in the UK: ${counts.figures === 1 ? 'the one date' : `each of the ${counts.figures} dates`} could be read either way`);
  }
  if (counts.shortYear > 0) words.push(`two-figure years 00 to 69 are 2000 to 2069 (${counts.shortYear})`);
  const months = counts.month + (schoolYears ? 0 : counts.month_or_school_year);
  if (months > 0) words.push(`${counted(months, 'date')} known only by month: taken as its first day`);
  const years = counts.year + (schoolYears ? counts.month_or_school_year : 0);
  if (years > 0) words.push(`${counted(years, 'date')} known only by year or school year: taken as 1 September`);
  if (counts.serial > 0) {
    words.push(`${counted(counts.serial, 'day number')} of Excel${dateSystem === '1904' ? ' (counted from 1904)' : ''} read as ${counts.serial === 1 ? 'a date' : 'dates'}`);
  }
  return words;
}
