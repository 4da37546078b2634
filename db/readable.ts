import type { Connection } from './connection.ts';
import { planName, PlanFileError } from './errors.ts';

/** A column that keeps a list or a group of values as JSON text, and what Kitplan writes there. */
type JsonColumn = { readonly table: string; readonly column: string; readonly holds: string; readonly isSound: (value: unknown) => boolean };

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (isOne: (value: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.every(isOne);

/** What the sums are made from. Every other figure has a column with a type of its own, and is named where no sum can use it. */
const COLUMNS: readonly JsonColumn[] = [
  { table: 'refresh_policies', column: 'binding', holds: 'policies', isSound: listOf((value) => typeof value === 'string') },
  { table: 'refresh_policies', column: 'purchase_months', holds: 'policies', isSound: listOf((value) => typeof value === 'number') },
  { table: 'inflation', column: 'steps', holds: 'price rises', isSound: listOf((value) => isGroup(value) && Number.isInteger(value.year) && Number.isInteger(value.bp)) },
  { table: 'scenario_differences', column: 'terms', holds: 'scenarios', isSound: isGroup },
];

/**
 * Refuses a plan of which such a column holds something else, as only another program can have written it: what the
 * school meant there nobody can say, and figures without it would be wrong.
 */
export function refuseUnreadable(connection: Connection, file: string): void {
  for (const { table, column, holds, isSound } of COLUMNS) {
    const texts = connection.prepare<[], string>(`SELECT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`).pluck().all();
    if (texts.every((text) => isSound(parsed(text)))) continue;
    throw new PlanFileError('damaged', `${planName(file)} holds ${holds} that cannot be read, so it cannot be opened. It was left as it is; a backup of it can be opened instead.`);
  }
}

/** Nothing where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
