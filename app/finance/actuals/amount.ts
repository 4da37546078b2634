import type { Pence } from '../../../planning/vocabulary.ts';
import { MOST_BUDGET_PENCE, poundsToPence } from '../../../planning/money.ts';
import type { RawCell } from '../../intake/raw-table.ts';
import { cellText, isExcelError, LONGEST_VALUE } from '../../intake/values/cell-text.ts';

export type AmountReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly pence: Pence }
  /** `reason` goes on after the name of the column: `holds the error #REF!`. */
  | { readonly kind: 'refused'; readonly reason: string };

const refused = (reason: string): AmountReading => ({ kind: 'refused', reason });
export const NO_RESULT = 'holds a formula without a result: open the file in Excel, save it, and bring it in again';

/**
 * An amount as finance systems write it: `£1,234.50`, `(1,234.50)`, `1234.50-`, `12.00 CR` is money that came back,
 * `12.00 DR` money spent. A dash alone is nothing.
 */
export function readAmount(cell: RawCell | undefined): AmountReading {
  if (isExcelError(cell)) return refused(`holds the error ${String(cell).trim()}`);
  if (typeof cell === 'boolean') return refused(`holds ${cell ? 'TRUE' : 'FALSE'}, which is not an amount`);
  if (typeof cell === 'number') return within(cell);
  const text = cellText(cell);
  if (text === '' || /^[-–—−]$/.test(text)) return { kind: 'empty' };
  if (text.startsWith('=')) return refused(NO_RESULT);
  if (/[$€¥]|\b(usd|eur)\b/i.test(text)) return refused(`holds ${quoted(text)}, which is not in pounds`);
  const pounds = text.length > LONGEST_VALUE ? null : poundsIn(text);
  return pounds === null ? refused(`holds ${quoted(text)}, which is not an amount`) : within(pounds);
}

/** A cell's text as it stands in a sentence. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`;
}

function within(pounds: number): AmountReading {
  if (!Number.isFinite(pounds) || Math.abs(pounds) * 100 > MOST_BUDGET_PENCE) return refused('holds more than £100 million, which no row of a school’s ledger comes to');
  return { kind: 'amount', pence: poundsToPence(pounds) };
}

const NUMBER = /^(\d{1,3}(,\d{3})+|\d+)(\.\d*)?$|^\.\d+$/;

const swapped = (found: RegExpExecArray | null): readonly string[] | null => (found === null ? null : [found[0], found[2] ?? '', found[1] ?? '']);

/** Null where it is no amount, or says in two ways that it is negative. */
function poundsIn(text: string): number | null {
  const side = /^(.*?)\s*(cr|dr)\.?$/i.exec(text) ?? swapped(/^(cr|dr)\.?\s*(.*)$/i.exec(text));
  const figure = (side?.[1] ?? text).replaceAll(/\s/g, '').replaceAll(/[−–]/g, '-').replace(/^gbp|gbp$/i, '');
  const bracketed = /^£?\((.+)\)$/.exec(figure);
  const inside = (bracketed?.[1] ?? figure).replace(/^(-?)£(-?)/, '$1$2');
  const signed = /^(-?)(.*?)(-?)$/.exec(inside);
  const digits = signed?.[2] ?? '';
  const ways = [bracketed !== null, signed?.[1] === '-', signed?.[3] === '-', side?.[2]?.toLowerCase() === 'cr'].filter(Boolean).length;
  if (!NUMBER.test(digits) || ways > 1) return null;
  // A debit that is negative says both.
  if (ways === 1 && side?.[2]?.toLowerCase() === 'dr') return null;
  const size = Number(digits.replaceAll(',', ''));
  return ways === 1 ? -size : size;
}
