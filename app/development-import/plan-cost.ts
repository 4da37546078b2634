import { formatExact } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { DEAREST_PENCE, readMoney } from '../intake/values/money.ts';

export type PlanCost =
  | { readonly kind: 'empty' }
  | { readonly kind: 'cost'; readonly pence: Pence; /** "read as £500 of “Supply cover £500”"; null where the cell is the amount alone. */ readonly assumed: string | null }
  | { readonly kind: 'unreadable'; readonly why: string };

const NOTHING = /^(no( extra| additional)? costs?|none|nil|zero|free|£?0(\.00)?|n\/?a|time( only)?|staff time|no cost implications?)$/i;
const THOUSANDS = /^£?\s*(\d{1,4}(?:\.\d{1,3})?)\s*(k|m)$/i;
const AROUND = /^(c\.?|ca\.?|circa|approx\.?|approximately|about|around|up to|max\.?|~|est\.?|estimated)\s*(?=£?\d)|\s*(per year|per annum|p\.?a\.?|\/ ?year|a year|each year|approx\.?)$/gi;
/** "£200-£300": without this the dash would be lost, and two amounts read as one. */
const RANGE = /\dk?\s*(?:[-–—]|\bto\b)\s*£?\d/i;
const AMOUNT = /£\s*\d[\d,]*(?:\.\d{1,2})?\s*k?\b/gi;

/** What an action costs, as a development plan says it: "£2k", "£1,500 pa", "Supply cover £500". It is no line of the forecast. */
export function readPlanCost(text: string): PlanCost {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain === '' || NOTHING.test(plain)) return { kind: 'empty' };
  if (RANGE.test(plain)) return { kind: 'unreadable', why: 'names a range: write one amount, such as £300' };
  const amounts = plain.match(AMOUNT) ?? [];
  if (amounts.length > 1) return { kind: 'unreadable', why: 'names several amounts: write what they come to together' };
  if (/^[-−(]/.test(plain)) return { kind: 'unreadable', why: 'is less than nothing: a cost is £0 or more' };
  const bare = plain.replaceAll(AROUND, '').trim();
  const pence = amountOf(bare) ?? (amounts[0] === undefined ? null : amountOf(amounts[0].trim()));
  return pence === null ? { kind: 'unreadable', why: 'cannot be read as an amount: £2,000, 2000 or £2k works' } : asCost(pence, amountOf(plain) === null ? plain : null);
}

function asCost(pence: Pence, whole: string | null): PlanCost {
  if (pence > DEAREST_PENCE) return { kind: 'unreadable', why: 'is more than £10 million' };
  return { kind: 'cost', pence, assumed: whole === null ? null : `read as ${formatExact(pence)}` };
}

function amountOf(text: string): Pence | null {
  const [, figures, unit] = THOUSANDS.exec(text) ?? [];
  if (figures !== undefined && unit !== undefined) {
    const [whole = '0', fraction = ''] = figures.split('.');
    const tenths = Number(`${whole}${fraction.padEnd(3, '0')}`);
    return unit.toLowerCase() === 'k' ? tenths * 100 : tenths * 100_000;
  }
  const money = readMoney(text);
  return money.kind === 'money' && money.foreign === null ? money.pence : null;
}
