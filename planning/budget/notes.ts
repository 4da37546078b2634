import { formatLongDate } from '../calendar.ts';
import { CFR_CODES } from '../categories.ts';
import { formatExact } from '../money.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES } from '../vocabulary.ts';
import { listOf, startLower, startUpper } from '../words.ts';
import { capitalRuleOf } from './capital.ts';
import { codeOf, schemeOn } from './codes.ts';
import { isBenchmark, type BudgetView } from './matrix.ts';

/** Where what is spent comes from, and what minus means: the line beside the switches. */
export function spentNote(snapshot: PlanSnapshot, { years }: Pick<Forecast, 'years'>, view: BudgetView): string {
  const run = snapshot.finance.actualsRuns.filter(({ year }) => year === years[0]?.year).toSorted((a, b) => (a.through < b.through ? 1 : -1))[0];
  const source = run === undefined ? 'Spent is what the register and the running costs say.' : `Actuals from the finance system to ${formatLongDate(run.through)}.`;
  const isUsual = (view.vat === 'gross') !== snapshot.finance.profile.vatRecoverable;
  return `${source} Minus means over budget.${isUsual ? '' : view.vat === 'gross' ? ' Budgets are as entered: VAT comes back to this school.' : ' VAT does not come back to this school: its budgets must pay for that too.'}`;
}

/** What the totals hold, and why something is revenue or capital: the note under the table. */
export function codingNote(snapshot: PlanSnapshot, { years }: Pick<Forecast, 'years'>): string {
  const [open] = years;
  if (open === undefined) return '';
  const scheme = schemeOn(snapshot, open.start);
  const left = COST_CATEGORIES.filter((costCategory) => !isBenchmark({ costCategory, nature: 'revenue' }))
    .map((costCategory) => (scheme === 'cfr' ? codeOf({ scheme, costCategory, nature: 'revenue', year: open.year }, snapshot.finance.returnLines) : startLower(CFR_CODES[costCategory].title)));
  const capitalCode = scheme === 'cfr' ? 'CE04' : 'as capital';
  const funds = snapshot.funds.filter(({ paysFor, kind }) => paysFor === 'capital' && kind !== 'direct_revenue_financing').map(({ name }) => startLower(name));
  return [
    `The benchmark “Educational ICT” leaves out ${listOf(left)} and all capital.`,
    ...(funds.length === 0 ? [] : [`Kit bought from ${orOf(funds)} is coded ${capitalCode} whatever it costs.`]),
    thresholdNote(snapshot, open.year, scheme === 'cfr' ? 'E20' : 'as revenue'),
  ].join(' ');
}

const orOf = (names: readonly string[]): string => (names.length < 2 ? names[0] ?? '' : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);

function thresholdNote({ finance }: PlanSnapshot, year: number, revenueCode: string): string {
  const rule = capitalRuleOf(finance.capitalRules, year);
  if (rule === null) return `No capital threshold has been set, so everything else stays ${revenueCode === 'E20' ? 'in E20' : 'revenue'}.`;
  const what = rule.basis === 'item' ? 'Other items' : 'What else is bought together';
  const source = rule.source === null ? '' : ` (${rule.source})`;
  return startUpper(`${what} under ${formatExact(rule.thresholdPence)}${source} ${rule.basis === 'item' ? 'stay' : 'stays'} ${revenueCode === 'E20' ? 'in E20' : 'revenue'}${rule.basis === 'ask' ? '; above it the school decides each time' : ''}.`);
}
