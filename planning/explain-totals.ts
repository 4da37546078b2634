import { formatLongDate, formatMonth } from './calendar.ts';
import { CFR_CODES } from './categories.ts';
import { priceYearOf, type PlanContext } from './context.ts';
import type { Ledger, LedgerRow } from './ledger.ts';
import { formatCount, formatExact, sumOf } from './money.ts';
import type { Period } from './periods.ts';
import { contextOf } from './quality.ts';
import type { Forecast, WhyStep } from './result.ts';
import type { PlanSnapshot } from './snapshot.ts';
import { purchaseOf, type SpentLine } from './spent.ts';
import type { Pence } from './vocabulary.ts';
import { itemCount, kitCount, listOf, startLower } from './words.ts';

/** Parts of a total named one by one; the smaller ones are told together. */
const MOST_PARTS = 8;

const steps = (texts: readonly string[]): WhyStep[] => texts.map((text) => ({ text }));

export type Part = { readonly name: string; readonly pence: Pence };

/** The dearest parts with their amounts, then the rest in one step. */
export function partSteps(parts: readonly Part[]): string[] {
  const byCost = parts.filter((part) => part.pence !== 0).sort((a, b) => b.pence - a.pence);
  const shown = byCost.length > MOST_PARTS + 1 ? byCost.slice(0, MOST_PARTS) : byCost;
  const rest = byCost.slice(shown.length);
  return [
    ...shown.map(({ name, pence }) => `${name}: ${formatExact(pence)}.`),
    ...(rest.length === 0 ? [] : [`${formatCount(rest.length)} smaller rows: ${formatExact(sumOf(rest.map((part) => part.pence)))}.`]),
  ];
}

/** `The dearest parts are running costs at £53,160, 90 pupil laptops at £34,830 and 3 servers at £16,700.` */
function dearest(parts: readonly Part[]): string[] {
  const named = parts.filter((part) => part.pence > 0).sort((a, b) => b.pence - a.pence).slice(0, 3)
    .map(({ name, pence }) => `${startLower(name)} at ${formatExact(pence)}`);
  if (named.length === 0) return [];
  return [`The dearest part${named.length === 1 ? ' is' : 's are'} ${listOf(named)}.`];
}

const partOf = (row: LedgerRow, yearIndex: number): Part => {
  const cell = row.cells[yearIndex];
  const counted = cell !== undefined && cell.quantity > 0 && row.kind !== 'running';
  return { name: counted ? `${formatCount(cell.quantity)} ${startLower(cell.quantity === 1 ? row.nameOfOne : row.name)}` : row.name, pence: cell?.pence ?? 0 };
};

/** Items that fall due in a year (by its position), or with null in all years, whose cost is in no total for want of a price. */
export const unpricedIn = (ledger: Ledger, yearIndex: number | null): number => ledger.rows.reduce(
  (sum, row) => sum + ((yearIndex === null ? row.total : row.cells[yearIndex])?.unpriced ?? 0), 0);

/** What makes up the planned cost of a year (by its position): its dearest rows, what is already spent, the sum. */
export function explainPlanned(ledger: Ledger, yearIndex: number): WhyStep[] {
  const already = ledger.already.years[yearIndex] ?? 0;
  const toCome = ledger.toCome.years[yearIndex] ?? 0;
  const unpriced = unpricedIn(ledger, yearIndex);
  return steps([
    ...partSteps(ledger.rows.map((row) => partOf(row, yearIndex))),
    ...(already === 0 ? [] : [`Still to come, together: ${formatExact(toCome)}.`, `Already spent in this year: ${formatExact(already)}.`]),
    `Together ${formatExact(already + toCome)}.`,
    ...(unpriced === 0 ? [] : [`${itemCount(unpriced)} without a price ${unpriced === 1 ? 'is' : 'are'} not in this sum.`]),
  ]);
}

/** What the rows of a year (by its position) add up to: the part of its planned cost that is not yet spent. */
export const explainToCome = (ledger: Ledger, yearIndex: number): WhyStep[] => steps([
  ...partSteps(ledger.rows.map((row) => partOf(row, yearIndex))), `Together ${formatExact(ledger.toCome.years[yearIndex] ?? 0)}.`,
]);

/** Budget less planned cost of a year, with the dearest parts; empty where the year has no budget. */
export function explainDifference(ledger: Ledger, yearIndex: number): WhyStep[] {
  const budget = ledger.budget?.years[yearIndex] ?? null;
  if (budget === null) return [];
  const planned = ledger.planned.years[yearIndex] ?? 0;
  const left = budget - planned;
  return steps([
    `The budget is ${formatExact(budget)}.`,
    `The planned cost is ${formatExact(planned)}.`,
    left < 0
      ? `${formatExact(planned)} − ${formatExact(budget)} = ${formatExact(-left)} over.`
      : `${formatExact(budget)} − ${formatExact(planned)} = ${formatExact(left)} left.`,
    ...dearest(ledger.rows.map((row) => partOf(row, yearIndex))),
  ]);
}

/**
 * The same figure year by year, adding up to the total at the end of its row. Years without a figure are left
 * out. `write` puts an amount into words, where it is what is left or over.
 */
export function explainRowTotal(
  labels: readonly string[], years: readonly (Pence | null)[], write: (pence: Pence) => string = formatExact,
): WhyStep[] {
  const known = years.flatMap((pence, at) => (pence === null ? [] : [{ label: labels[at] ?? '', pence }]));
  return steps([
    ...known.map(({ label, pence }) => `${label}: ${write(pence)}.`),
    `Together ${write(sumOf(known.map((each) => each.pence)))}.`,
  ]);
}

/**
 * What a year, or a term of it, has already spent: what the finance system says by cost category, then, of the days it
 * does not cover, the register's own purchases by kind and the running costs of the months gone.
 */
export function explainAlready(snapshot: PlanSnapshot, forecast: Forecast, columns: readonly Period[], column: number): WhyStep[] {
  const period = columns[column];
  if (period === undefined) return [];
  const context = contextOf(snapshot, forecast);
  const spent = forecast.spent.filter(({ month }) => month >= period.firstMonth && month < period.firstMonth + period.months);
  const { bought, unpriced } = boughtParts(context, period);
  const running = sumOf(spent.flatMap(({ source, pence }) => (source === 'charge' || source === 'consumable' ? [pence] : [])));
  const usedUp = spent.some(({ source }) => source === 'consumable');
  return steps([
    ...actualSteps(context, spent),
    ...partSteps(bought),
    ...(running === 0 ? [] : [`Running costs${usedUp ? ', and consumables bought,' : ' charged'} before ${formatMonth(context.asOfMonth)}: ${formatExact(running)}.`]),
    `Together ${formatExact(sumOf(spent.map(({ pence }) => pence)))}.`,
    ...(unpriced === 0 ? [] : [`What was paid for ${itemCount(unpriced)} is not known and is not in this sum.`]),
  ]);
}

/** What the finance system says, by cost category, and up to which day. */
function actualSteps(context: PlanContext, spent: readonly SpentLine[]): string[] {
  const actuals = spent.filter(({ source }) => source === 'actual');
  if (actuals.length === 0) return [];
  const parts = [...Map.groupBy(actuals, ({ costCategory }) => costCategory)].map(([costCategory, lines]) =>
    ({ name: `${CFR_CODES[costCategory].title}, from the finance system`, pence: sumOf(lines.map(({ pence }) => pence)) }));
  const through = [...new Set(actuals.map(({ month }) => context.actualsOf.get(priceYearOf(context, month))?.through ?? ''))].at(-1) ?? '';
  return [...partSteps(parts), `The finance system’s figures go up to ${formatLongDate(through)}; what the register says of those days is not added to them.`];
}

function boughtParts(context: PlanContext, { firstMonth, months }: Period): { readonly bought: readonly Part[]; readonly unpriced: number } {
  const kinds = new Map<string, { quantity: number; pence: Pence; categoryKey: string }>();
  let unpriced = 0;
  for (const asset of context.snapshot.assets) {
    const purchase = purchaseOf(context, asset);
    if (purchase === null || purchase.month < firstMonth || purchase.month >= firstMonth + months) continue;
    if (purchase.pence === null) {
      unpriced += purchase.quantity;
      continue;
    }
    const kind = kinds.get(asset.categoryKey) ?? { quantity: 0, pence: 0, categoryKey: asset.categoryKey };
    kind.quantity += purchase.quantity;
    kind.pence += purchase.pence;
    kinds.set(asset.categoryKey, kind);
  }
  const bought = [...kinds.values()].map(({ quantity, pence, categoryKey }) =>
    ({ name: `${kitCount(context.category(categoryKey), null, quantity)}, at what was paid`, pence }));
  return { bought, unpriced };
}
