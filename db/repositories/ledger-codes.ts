import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { CostCentre, FundCode, LedgerCode } from '../../planning/budget/finance.ts';
import type { Writer } from '../connection.ts';
import { costCentres, fundCodes, ledgerCodes } from '../schema/finance.ts';

/* The school's own codes: ledger codes, fund codes and cost centres, each known by its code. */

/** Keeps a code as it is given: a new one, or in place of the one of the same code. */
export function putLedgerCode(writer: Writer, entry: Omit<LedgerCode, 'id'>): void {
  writer.insert(ledgerCodes).values(entry).onConflictDoUpdate({ target: ledgerCodes.code, set: entry }).run();
}

export function putFundCode(writer: Writer, entry: Omit<FundCode, 'id'>): void {
  writer.insert(fundCodes).values(entry).onConflictDoUpdate({ target: fundCodes.code, set: entry }).run();
}

export function putCostCentre(writer: Writer, entry: Omit<CostCentre, 'id'>): void {
  writer.insert(costCentres).values(entry).onConflictDoUpdate({ target: costCentres.code, set: entry }).run();
}

/** Of several codes that stand for the same place, one is preferred. One that leaves the nature to its fund stands for both. */
export function preferLedgerCode(writer: Writer, { code, costCategory, nature }: Pick<LedgerCode, 'code' | 'costCategory' | 'nature'>): void {
  if (costCategory === null) return;
  writer.update(ledgerCodes).set({ preferred: false }).where(and(
    ne(ledgerCodes.code, code), eq(ledgerCodes.preferred, true), eq(ledgerCodes.costCategory, costCategory),
    nature === null ? undefined : or(eq(ledgerCodes.nature, nature), isNull(ledgerCodes.nature)),
  )).run();
}

/** One cost centre alone is named where a line's department has none. */
export function preferCostCentre(writer: Writer, { code }: Pick<CostCentre, 'code'>): void {
  writer.update(costCentres).set({ preferred: false }).where(and(ne(costCentres.code, code), eq(costCentres.preferred, true))).run();
}

export const deleteLedgerCodes = (writer: Writer, ids: readonly number[]): void => {
  writer.delete(ledgerCodes).where(inArray(ledgerCodes.id, [...ids])).run();
};

export const deleteFundCodes = (writer: Writer, ids: readonly number[]): void => {
  writer.delete(fundCodes).where(inArray(fundCodes.id, [...ids])).run();
};

export const deleteCostCentres = (writer: Writer, ids: readonly number[]): void => {
  writer.delete(costCentres).where(inArray(costCentres.id, [...ids])).run();
};
