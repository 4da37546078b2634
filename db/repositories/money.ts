import { and, asc, eq, isNull } from 'drizzle-orm';
import type { BudgetLine, Inflation, InflationSeries } from '../../planning/snapshot.ts';
import type { Place } from '../../planning/budget/finance.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import type { Reader, Writer } from '../connection.ts';
import { budgets, inflation, inflationSeries, inflationSteps } from '../schema/money.ts';

export function listBudgets(reader: Reader): readonly BudgetLine[] {
  return reader.select({ year: budgets.year, fundKey: budgets.fundKey, costCategory: budgets.costCategory, nature: budgets.nature, pence: budgets.pence })
    .from(budgets).orderBy(asc(budgets.year), asc(budgets.id)).all();
}

/** Sets the money of one financial year (named by its start) and place; null takes the entry away. */
export function setBudget(writer: Writer, budget: Place & { readonly year: number; readonly pence: Pence | null }): void {
  const { year, fundKey, costCategory, nature, pence } = budget;
  const entry = and(
    eq(budgets.year, year), eq(budgets.fundKey, fundKey),
    costCategory === null ? isNull(budgets.costCategory) : eq(budgets.costCategory, costCategory),
    nature === null ? isNull(budgets.nature) : eq(budgets.nature, nature),
  );
  if (pence === null) {
    writer.delete(budgets).where(entry).run();
    return;
  }
  const there = writer.select({ id: budgets.id }).from(budgets).where(entry).get();
  if (there === undefined) writer.insert(budgets).values({ year, fundKey, costCategory, nature, pence }).run();
  else writer.update(budgets).set({ pence }).where(eq(budgets.id, there.id)).run();
}

export function readInflation(reader: Reader): Inflation {
  const base = reader.select().from(inflation).get();
  const steps = reader.select().from(inflationSteps).orderBy(asc(inflationSteps.year)).all();
  const series = reader.select().from(inflationSeries).orderBy(asc(inflationSeries.id)).all();
  return {
    defaultBp: base?.defaultBp ?? 0,
    shipped: base?.shipped ?? false,
    ...(base === undefined || base.steps === null ? {} : { steps: base.steps }),
    series: series.map(({ id, categoryKey, bp }): InflationSeries => ({
      categoryKey, bp, steps: steps.filter((step) => step.seriesId === id).map((step) => ({ year: step.year, bp: step.bp })),
    })),
  };
}

/**
 * Sets the price rises, all of them: the default and its steps, and the series and steps listed. What is not listed is taken
 * away. `shipped` says whether the default is still the shipped convention; a series never is.
 */
export function setInflation(writer: Writer, next: Omit<Inflation, 'shipped'> & { readonly shipped?: boolean }): void {
  const { defaultBp, shipped = false, steps = [] } = next;
  writer.update(inflation).set({ defaultBp, shipped, steps: steps.length === 0 ? null : steps }).run();
  for (const row of writer.select().from(inflationSeries).all()) {
    if (!next.series.some((series) => series.categoryKey === row.categoryKey)) {
      writer.delete(inflationSeries).where(eq(inflationSeries.id, row.id)).run();
    }
  }
  for (const series of next.series) setInflationSeries(writer, series);
}

function setInflationSeries(writer: Writer, series: InflationSeries): void {
  const { categoryKey, bp, steps } = series;
  const seriesId = writer.insert(inflationSeries).values({ categoryKey, bp })
    .onConflictDoUpdate({ target: inflationSeries.categoryKey, set: { bp } }).returning({ id: inflationSeries.id }).get().id;
  for (const row of writer.select().from(inflationSteps).where(eq(inflationSteps.seriesId, seriesId)).all()) {
    if (!steps.some((step) => step.year === row.year)) writer.delete(inflationSteps).where(eq(inflationSteps.id, row.id)).run();
  }
  for (const step of steps) {
    writer.insert(inflationSteps).values({ seriesId, ...step })
      .onConflictDoUpdate({ target: [inflationSteps.seriesId, inflationSteps.year], set: { bp: step.bp } }).run();
  }
}
