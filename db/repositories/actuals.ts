import { eq } from 'drizzle-orm';
import type { Actual, ActualsRun } from '../../planning/budget/finance.ts';
import type { Writer } from '../connection.ts';
import { actuals, actualsRuns } from '../schema/finance.ts';

export type NewActual = Omit<Actual, 'id' | 'runId'>;

/** Writes an export of the finance system in place of the one that its year had. Answers its number. */
export function replaceActuals(writer: Writer, run: Omit<ActualsRun, 'id'>, rows: readonly NewActual[]): number {
  deleteActuals(writer, run.year);
  const { id } = writer.insert(actualsRuns).values(run).returning({ id: actualsRuns.id }).get();
  for (const row of rows) writer.insert(actuals).values({ ...row, runId: id }).run();
  return id;
}

/** Takes a year's export away, with its rows. */
export function deleteActuals(writer: Writer, year: number): void {
  const run = writer.select({ id: actualsRuns.id }).from(actualsRuns).where(eq(actualsRuns.year, year)).get();
  if (run === undefined) return;
  writer.delete(actuals).where(eq(actuals.runId, run.id)).run();
  writer.delete(actualsRuns).where(eq(actualsRuns.id, run.id)).run();
}
