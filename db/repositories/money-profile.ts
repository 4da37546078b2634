import { and, eq } from 'drizzle-orm';
import type { CapitalChoice, CapitalRule, MoneyProfile, ReturnLine } from '../../planning/budget/finance.ts';
import type { SpendNature } from '../../planning/vocabulary.ts';
import type { Writer } from '../connection.ts';
import { capitalChoices, capitalRules, returnLines } from '../schema/finance.ts';
import { school } from '../schema/plan.ts';

/** Changes what the school accounts by; a field left out stays as it is. */
export function setProfile(writer: Writer, { conversion, ...fields }: Partial<MoneyProfile>): void {
  const converts = conversion === undefined ? {}
    : { convertsOn: conversion?.on ?? null, convertsTo: conversion?.type ?? null, convertsStartMonth: conversion?.yearStartMonth ?? null };
  const set = { ...fields, ...converts };
  if (Object.keys(set).length > 0) writer.update(school).set(set).where(eq(school.id, 1)).run();
}

/** What counts as capital from a financial year on; it takes the place of a rule from the same year. */
export function setCapitalRule(writer: Writer, rule: Omit<CapitalRule, 'id'>): void {
  const { fromYear: _year, ...set } = rule;
  writer.insert(capitalRules).values(rule).onConflictDoUpdate({ target: capitalRules.fromYear, set }).run();
}

export function deleteCapitalRule(writer: Writer, fromYear: number): void {
  writer.delete(capitalRules).where(eq(capitalRules.fromYear, fromYear)).run();
}

/** What was answered for one order of a year; null takes the answer away. */
export function setCapitalChoice(writer: Writer, choice: Omit<CapitalChoice, 'nature'> & { readonly nature: SpendNature | null }): void {
  const { year, costCategory, fundKey, nature, reason } = choice;
  if (nature === null) {
    writer.delete(capitalChoices)
      .where(and(eq(capitalChoices.year, year), eq(capitalChoices.costCategory, costCategory), eq(capitalChoices.fundKey, fundKey))).run();
    return;
  }
  writer.insert(capitalChoices).values({ year, costCategory, fundKey, nature, reason })
    .onConflictDoUpdate({ target: [capitalChoices.year, capitalChoices.costCategory, capitalChoices.fundKey], set: { nature, reason } }).run();
}

/** The number of one line of an academy's return; null takes it away. */
export function setReturnLine(writer: Writer, { costCategory, nature, lineNumber }: Omit<ReturnLine, 'lineNumber'> & { readonly lineNumber: string | null }): void {
  if (lineNumber === null) {
    writer.delete(returnLines).where(and(eq(returnLines.costCategory, costCategory), eq(returnLines.nature, nature))).run();
    return;
  }
  writer.insert(returnLines).values({ costCategory, nature, lineNumber })
    .onConflictDoUpdate({ target: [returnLines.costCategory, returnLines.nature], set: { lineNumber } }).run();
}
