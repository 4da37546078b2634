import { formatPounds } from '../../planning/money.ts';
import type { Forecast } from '../../planning/result.ts';
import type { Pence } from '../../planning/vocabulary.ts';

/** A change that moves more years than this is told in one sum. */
const MOST_YEARS = 2;
const ONE_POUND: Pence = 100;

const moves = (name: string, pence: Pence, [falls, rises]: readonly [string, string]): string =>
  `${name} ${pence < 0 ? falls : rises} by ${formatPounds(Math.abs(pence))}`;

/**
 * What a change did to the planned cost, in a sentence: "2028/29 falls by £1,760 and 2029/30 rises by £1,812."
 * Empty where no year moved by a pound, or where the years cannot be compared.
 */
export function moneyEffect(before: Forecast | null, after: Forecast): string {
  if (before === null || before.years[0]?.start !== after.years[0]?.start || before.years.length !== after.years.length) return '';
  const moved = after.years
    .map((year, at) => ({ label: year.label, pence: (after.totals.plannedPence[at] ?? 0) - (before.totals.plannedPence[at] ?? 0) }))
    .filter(({ pence }) => Math.abs(pence) >= ONE_POUND);
  if (moved.length === 0) return '';
  if (moved.length <= MOST_YEARS) {
    return `${moved.map(({ label, pence }) => moves(label, pence, ['falls', 'rises'])).join(' and ')}.`;
  }
  const whole = moved.reduce((sum, { pence }) => sum + pence, 0);
  return Math.abs(whole) < ONE_POUND ? '' : `${moves(`The ${after.years.length} years together`, whole, ['fall', 'rise'])}.`;
}
