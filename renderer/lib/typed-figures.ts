import { LIFE_RANGE_MONTHS } from '../../planning/policies.ts';
import { formatRate, MOST_BUDGET_PENCE, poundsToPence } from '../../planning/money.ts';
import type { BasisPoints, Pence } from '../../planning/vocabulary.ts';

/** What a person typed, as a figure; or a sentence that says what would work. */
export type Typed<Figure> = { readonly figure: Figure } | { readonly problem: string };

const LIFE_PATTERN = /^(?:(\d+(?:\.\d+)?|\.\d+)\s*(?:y|yr|yrs|year|years)?)?\s*(?:(\d+)\s*(?:m|mth|mths|month|months))?$/i;
const MONTHS_ALONE = /^(\d+)\s*(?:m|mth|mths|month|months)$/i;

/** How long kit is kept, as typed: `4`, `4.5 years`, `4½ years`, `4 years 6 months` or `54 months`. Answers whole months. */
export const typedLife = (text: string): Typed<number> => {
  const problem = 'Write years, such as 4 or 4.5, or months, such as 54 months: from 1 month to 50 years.';
  const trimmed = text.trim().replace(/\s*½/, '.5');
  const alone = MONTHS_ALONE.exec(trimmed);
  const parts = LIFE_PATTERN.exec(trimmed);
  const months = alone === null
    ? Math.round(Number(parts?.[1] ?? 0) * 12) + Number(parts?.[2] ?? 0)
    : Number(alone[1]);
  const known = trimmed !== '' && (alone !== null || parts !== null);
  return known && months >= LIFE_RANGE_MONTHS.least && months <= LIFE_RANGE_MONTHS.most ? { figure: months } : { problem };
};

/** `3% a year`, `−2% a year` with a true minus. */
export const yearlyRateText = (bp: BasisPoints): string => `${bp < 0 ? '−' : ''}${formatRate(bp)} a year`;

/** A yearly rate as typed: `3`, `2.5%`, `−1`. Answers hundredths of a per cent between `least` and `most`. */
export const typedYearlyRate = (text: string, least: BasisPoints, most: BasisPoints): Typed<BasisPoints> => {
  const digits = text.trim().replace(/\s*%?\s*(a year)?$/i, '').replace('−', '-');
  const bp = Math.round(Number(digits) * 100);
  const known = /^-?(\d+(\.\d*)?|\.\d+)$/.test(digits);
  if (known && bp >= least && bp <= most) return { figure: bp === 0 ? 0 : bp };
  return { problem: `Write a rate between ${yearlyRateText(least)} and ${yearlyRateText(most)}, such as 2.5%.` };
};

/** A year's budget as typed: `118,400`, `£118,400.50`, `12 000`, `9k`; nothing clears it. Answers pence, or null to clear. */
export const typedBudget = (text: string): Typed<Pence | null> => {
  const bare = text.trim().replace(/^£/, '').replace(/[\s,]/g, '');
  if (bare === '') return { figure: null };
  const digits = bare.replace(/k$/i, '');
  if (!/^(\d+(\.\d*)?|\.\d+)$/.test(digits)) return { problem: 'Write an amount in pounds, such as 118,400.' };
  const pounds = Number(digits) * (digits === bare ? 1 : 1_000);
  if (pounds * 100 > MOST_BUDGET_PENCE) return { problem: 'A budget can be at most £100 million a year.' };
  return { figure: poundsToPence(pounds) };
};
