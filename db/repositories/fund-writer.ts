import { and, eq, isNull, or } from 'drizzle-orm';
import type { Fund } from '../../planning/budget/fund.ts';
import type { FundKey } from '../../planning/vocabulary.ts';
import type { Writer } from '../connection.ts';
import { recurringCosts } from '../schema/agreements.ts';
import { actuals, capitalChoices, fundCodes, virements } from '../schema/finance.ts';
import { funds } from '../schema/lookups.ts';
import { budgets, refreshPolicies } from '../schema/money.ts';
import { optionCosts } from '../schema/needs.ts';
import { purchaseOrders } from '../schema/orders.ts';
import { assets } from '../schema/register.ts';
import { scenarioDifferences } from '../schema/scenarios.ts';
import { setBudget } from './money.ts';

export type FundFields = Omit<Fund, 'key' | 'kind' | 'usual'>;

/** Adds a fund of the school's own. What is left out is as it comes with the kind. */
export function insertFund(writer: Writer, fund: Pick<Fund, 'key' | 'kind' | 'name'> & Partial<FundFields>): void {
  writer.insert(funds).values(fund).run();
}

export function updateFund(writer: Writer, key: FundKey, fields: Partial<FundFields>): void {
  if (Object.keys(fields).length > 0) writer.update(funds).set(fields).where(eq(funds.key, key)).run();
}

/** The one fund that pays for what no fund was named for. */
export function setUsualFund(writer: Writer, key: FundKey): void {
  // Until somebody chose one it is the delegated budget, whose row then says nothing.
  writer.update(funds).set({ usual: false }).where(or(eq(funds.usual, true), and(isNull(funds.usual), eq(funds.key, 'delegated')))).run();
  writer.update(funds).set({ usual: true }).where(eq(funds.key, key)).run();
}

/** Takes a fund out of the plan. Nothing may name it any more. */
export function deleteFund(writer: Writer, key: FundKey): void {
  writer.delete(funds).where(eq(funds.key, key)).run();
}

/** Everything that names one fund names the other. Budgets of the same year and code are added up; where both have an answer, that of `into` stays. */
export function mergeFund(writer: Writer, key: FundKey, into: FundKey): void {
  for (const table of [assets, purchaseOrders, recurringCosts, refreshPolicies, actuals, fundCodes, optionCosts]) {
    writer.update(table).set({ fundKey: into }).where(eq(table.fundKey, key)).run();
  }
  writer.update(virements).set({ fromFundKey: into }).where(eq(virements.fromFundKey, key)).run();
  writer.update(virements).set({ toFundKey: into }).where(eq(virements.toFundKey, key)).run();
  mergeBudgets(writer, key, into);
  mergeChoices(writer, key, into);
  mergeDifferences(writer, key, into);
}

function mergeBudgets(writer: Writer, key: FundKey, into: FundKey): void {
  const there = writer.select().from(budgets).where(eq(budgets.fundKey, into)).all();
  for (const { id, year, costCategory, nature, pence } of writer.select().from(budgets).where(eq(budgets.fundKey, key)).all()) {
    const same = there.find((each) => each.year === year && each.costCategory === costCategory && each.nature === nature);
    writer.delete(budgets).where(eq(budgets.id, id)).run();
    setBudget(writer, { year, fundKey: into, costCategory, nature, pence: pence + (same?.pence ?? 0) });
  }
}

function mergeChoices(writer: Writer, key: FundKey, into: FundKey): void {
  const there = writer.select().from(capitalChoices).where(eq(capitalChoices.fundKey, into)).all();
  for (const { id, year, costCategory } of writer.select().from(capitalChoices).where(eq(capitalChoices.fundKey, key)).all()) {
    if (there.some((each) => each.year === year && each.costCategory === costCategory)) writer.delete(capitalChoices).where(eq(capitalChoices.id, id)).run();
    else writer.update(capitalChoices).set({ fundKey: into }).where(eq(capitalChoices.id, id)).run();
  }
}

/** Policies of scenarios that are paid from it. Their budgets replace what a year had and cannot be added up: nobody merges those. */
function mergeDifferences(writer: Writer, key: FundKey, into: FundKey): void {
  for (const { id, terms } of writer.select().from(scenarioDifferences).where(eq(scenarioDifferences.kind, 'policy')).all()) {
    const set = terms.set as Readonly<Record<string, unknown>> | undefined;
    if (set?.fundKey !== key) continue;
    writer.update(scenarioDifferences).set({ terms: { ...terms, set: { ...set, fundKey: into } } }).where(eq(scenarioDifferences.id, id)).run();
  }
}
