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
const AMOUNT = /£\s*\d[\d,]*(?:\.\d{1,2})?\s*k?\b/gi;

/** What an action costs, as a development plan says it: "£2k", "£1,500 pa", "Supply cover £500". It is no line of the forecast. */
export function readPlanCost(text: string): PlanCost {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  if (plain === '' || NOTHING.test(plain)) return { kind: 'empty' };
  const bare = plain.replaceAll(AROUND, '').trim();
  const pence = amountOf(bare);
  if (pence !== null) return asCost(pence, bare === plain ? null : plain);
  const amounts = plain.match(AMOUNT) ?? [];
  const only = amounts.length === 1 ? amountOf((amounts[0] ?? '').trim()) : null;
  if (only !== null && !/\d\s*[-–]\s*£?\d/.test(plain)) return asCost(only, plain);
  const why = amounts.length > 1 ? 'names several amounts: write what they come to together' : 'cannot be read as an amount: £2,000, 2000 or £2k works';
  return { kind: 'unreadable', why };
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
