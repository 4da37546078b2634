import type { IsoDate } from '../../../planning/vocabulary.ts';
import type { RawCell } from '../raw-table.ts';
import { cellText, isPlaceholder, LONGEST_VALUE } from './cell-text.ts';
import { calendarDay, daysInMonth } from './dates.ts';

/** Twenty years: more is a slip. */
const LONGEST_MONTHS = 240;

export type LengthReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'months'; readonly months: number }
  /** A number without a unit: the column decides between months and years. */
  | { readonly kind: 'bare'; readonly count: number }
  | { readonly kind: 'unreadable' };

/** Reads a length of cover: `36 months`, `3 yrs`, `3Y NBD`, `2.5 years`, `36`. */
export function readLength(cell: RawCell | undefined): LengthReading {
  const text = cellText(cell);
  if (text === '' || isPlaceholder(text)) return { kind: 'empty' };
  if (text.length > LONGEST_VALUE) return { kind: 'unreadable' };
  const found = /^(\d{1,3}(?:\.\d+)?)[ -]*(months?|mths?|mos?|m|years?|yrs?|y)?\b\.?(?: .*)?$/i.exec(text);
  if (!found) return { kind: 'unreadable' };
  const count = Number(found[1]);
  const unit = found[2]?.toLowerCase();
  if (unit === undefined) return /^[\d.]+$/.test(text) ? { kind: 'bare', count } : { kind: 'unreadable' };
  return lengthOf(count, unit.startsWith('y') ? 12 : 1);
}

/** `months` for a number in years (12) or months (1); whole months between 1 and 240. */
export function lengthOf(count: number, monthsEach: 1 | 12): LengthReading {
  const months = Math.round(count * monthsEach);
  return months >= 1 && months <= LONGEST_MONTHS ? { kind: 'months', months } : { kind: 'unreadable' };
}

/** The same day n months later, or the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const laterYear = Math.floor(index / 12);
  const laterMonth = (index % 12) + 1;
  return calendarDay(laterYear, laterMonth, Math.min(day, daysInMonth(laterYear, laterMonth))) ?? date;
}
