import { runningIn } from '../actuals.ts';
import { firstMonthOf, formatLongDate, monthOf } from '../calendar.ts';
import { CFR_CODES } from '../categories.ts';
import { planContext, type PlanContext } from '../context.ts';
import { formatExact, sumOf } from '../money.ts';
import type { FinancialYear, Forecast } from '../result.ts';
import { followedBy, money, say, strong, type Sentence } from '../sentences/say.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { boughtAs } from '../spent.ts';
import { COST_CATEGORIES, type CostCategory, type Pence } from '../vocabulary.ts';
import { listOf, startLower } from '../words.ts';
import type { BudgetCell } from './cells.ts';
import { budgetEntries } from './entries.ts';
import type { ActualsRun } from './finance.ts';
import { budgetMatrix, type BudgetRow } from './matrix.ts';

/** How the open year should end, by code, and what of the finance system's figures does not look like the plan's. */
export type Outturn = {
  readonly year: FinancialYear;
  /** 1 to 12: the as-at date's. */
  readonly month: number;
  /** The export that says what was spent; null where it is the register alone. */
  readonly run: ActualsRun | null;
  readonly total: BudgetCell;
  readonly rows: readonly (Pick<BudgetRow, 'key' | 'name'> & { readonly code: string; readonly cell: BudgetCell })[];
  readonly toLookAt: readonly OutturnPoint[];
};

/** A difference that a person should look at. Kitplan names it and guesses nothing. */
export type OutturnPoint =
  /** What finance has committed is not what Kitplan has on order. */
  | { readonly kind: 'commitments'; readonly costCategory: CostCategory; readonly financePence: Pence; readonly orderedPence: Pence }
  /** More was spent than the register's purchases and the running costs of those days come to. */
  | { readonly kind: 'beyond'; readonly costCategory: CostCategory; readonly actualPence: Pence; readonly expectedPence: Pence }
  /** Less was spent: what was received may not have been paid yet, or stand under another code. */
  | { readonly kind: 'not_shown'; readonly costCategory: CostCategory; readonly actualPence: Pence; readonly expectedPence: Pence; readonly orders: readonly string[] };

/** The year that holds the as-at date; null where it is not among those shown, or another calendar is. */
export function outturnOf(snapshot: PlanSnapshot, forecast: Forecast): Outturn | null {
  const { asOf, years } = forecast;
  const at = years.findIndex(({ start, end }) => asOf >= start && asOf <= end);
  const year = years[at];
  if (year === undefined || forecast.yearStartMonth !== snapshot.school.yearStartMonth) return null;
  const context = planContext(snapshot, { asOf, firstYear: year.year, years: 1 });
  const run = context.actualsOf.get(year.year) ?? null;
  const { rows, total } = budgetMatrix(snapshot, forecast, { nature: 'all', vat: 'net', by: 'code' });
  const cellOf = (cells: readonly BudgetCell[]): BudgetCell | undefined => cells[at];
  const whole = cellOf(total);
  if (whole === undefined) return null;
  return {
    year, month: monthOf(asOf) - year.firstMonth + 1, run, total: whole,
    rows: rows.flatMap(({ key, name, codes, cells }) => {
      const cell = cellOf(cells);
      return cell === undefined || !holdsMoney(cell) ? [] : [{ key, name, code: codes[0] ?? '', cell }];
    }),
    toLookAt: run === null ? [] : pointsOf(context, forecast, run),
  };
}

const holdsMoney = ({ allocated, forecast }: BudgetCell): boolean => allocated !== null || forecast !== 0;

function pointsOf(context: PlanContext, forecast: Forecast, run: ActualsRun): OutturnPoint[] {
  const actuals = context.snapshot.finance.actuals.filter(({ runId }) => runId === run.id);
  const entries = budgetEntries(context.snapshot, forecast);
  return COST_CATEGORIES.flatMap((costCategory): OutturnPoint[] => {
    const of = actuals.filter((actual) => actual.costCategory === costCategory);
    const actualPence = sumOf(of.map(({ pence }) => pence));
    const financePence = sumOf(of.map(({ committedPence }) => committedPence ?? 0));
    const orderedPence = sumOf(entries.flatMap((entry) => (entry.state === 'committed' && entry.costCategory === costCategory ? [entry.netPence ?? 0] : [])));
    const saysCommitted = actuals.some(({ committedPence }) => committedPence !== null);
    const received = receivedIn(context, run, costCategory);
    const expectedPence = sumOf(received.map(({ pence }) => pence)) + sumOf(runningIn(context, run, costCategory));
    const spent: OutturnPoint[] = actualPence > expectedPence ? [{ kind: 'beyond', costCategory, actualPence, expectedPence }]
      : actualPence < expectedPence ? [{ kind: 'not_shown', costCategory, actualPence, expectedPence, orders: ordersIn(context, received.map(({ asset }) => asset)) }] : [];
    return saysCommitted && financePence !== orderedPence ? [...spent, { kind: 'commitments', costCategory, financePence, orderedPence }] : spent;
  });
}

/** The register's own purchases of a cost category on the days that an export covers. */
function receivedIn(context: PlanContext, { year, through }: ActualsRun, costCategory: CostCategory): { readonly asset: Asset; readonly pence: Pence }[] {
  const first = firstMonthOf(year, context.schoolStartMonth);
  return context.snapshot.assets.flatMap((asset) => {
    const bought = boughtAs(asset);
    if (bought === null || bought.pence === null || bought.month < first || bought.date > through) return [];
    return context.category(asset.categoryKey).costCategory === costCategory ? [{ asset, pence: bought.pence }] : [];
  });
}

/** The numbers of the orders that kit came with, each once. */
const ordersIn = (context: PlanContext, assets: readonly Asset[]): readonly string[] =>
  [...new Set(assets.flatMap(({ orderLineId, orderNumber }) => context.orderOf(orderLineId)?.order.number ?? orderNumber ?? []))];

/** `month 8 of 12; actuals to 31 October 2026`: how much of the year is gone, and who says what was spent. */
export const yearGone = ({ month, run }: Pick<Outturn, 'month' | 'run'>): string =>
  `month ${month} of 12; ${run === null ? 'no actuals yet' : `actuals to ${formatLongDate(run.through)}`}`;

/** The sentence over the open year: how much of it is gone, and how it should end. */
export function outturnSentence(outturn: Outturn): Sentence {
  const { year, month, run, total: { forecast, left } } = outturn;
  const gone = say(`${year.label} is in month ${month} of 12, with ${run === null ? 'no actuals yet: what is spent is what the register says' : `actuals to ${formatLongDate(run.through)}`}.`);
  const should = left === null ? say('It should come to ', strong(money(forecast)), ', and has no budget yet.')
    : left === 0 ? say('It should finish ', strong('exactly on budget'), '.')
      : say('It should finish ', strong(`${money(left)} ${left < 0 ? 'over' : 'under'}`), '.');
  return followedBy(gone, should);
}

/** Orders that are named one by one. */
const MOST_ORDERS = 4;

/** A difference as people read it. */
export function pointWords(point: OutturnPoint, codeOf: (costCategory: CostCategory) => string): string {
  const what = `${codeOf(point.costCategory)} ${startLower(CFR_CODES[point.costCategory].title)}`;
  switch (point.kind) {
    case 'commitments':
      return `${what}: the finance system has ${formatExact(point.financePence)} committed, Kitplan has ${formatExact(point.orderedPence)} on order.`;
    case 'beyond':
      return `${what}: ${formatExact(point.actualPence)} was spent, ${formatExact(point.actualPence - point.expectedPence)} more than the purchases in the register and the running costs of those days.`;
    case 'not_shown': {
      const more = point.orders.length - MOST_ORDERS;
      const orders = listOf([...point.orders.slice(0, MOST_ORDERS), ...(more > 0 ? [`${more} more`] : [])]);
      const named = orders === '' ? '' : ` Kit came with ${orders}: it may not be paid yet, or stand under another code.`;
      return `${what}: ${formatExact(point.actualPence)} was spent, ${formatExact(point.expectedPence - point.actualPence)} less than the purchases in the register and the running costs of those days.${named}`;
    }
  }
}
