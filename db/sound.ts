import { MOST_BUDGET_PENCE } from '../planning/money.ts';
import { SPEND_NATURES } from '../planning/vocabulary.ts';

/** Rows of a table that Kitplan cannot have written: what they hold, and a query that counts them. */
export type UnsoundRows = { readonly holds: string; readonly sql: string };

/** A condition in SQL that is 1 or 0 and never nothing. That a number is a whole one, the tables say themselves. */
export type Condition = string;

const orEmpty = (column: string, condition: Condition): Condition => `("${column}" IS NULL OR ${condition})`;
export const wholeFrom = (column: string, least: number, most: number): Condition =>
  orEmpty(column, `"${column}" BETWEEN ${least} AND ${most}`);
export const year = (column: string): Condition => wholeFrom(column, 2000, 2100);
export const amount = (column: string, least = 0): Condition => wholeFrom(column, least, MOST_BUDGET_PENCE);
export const oneOf = (column: string, words: readonly string[]): Condition => orEmpty(column, `"${column}" IN (${words.map((word) => `'${word}'`).join(', ')})`);
export const nature = (column: string): Condition => oneOf(column, SPEND_NATURES);
/** Both are said, or neither is. */
export const together = (...columns: readonly string[]): Condition => `(${columns.map((column) => `("${column}" IS NULL)`).join(' + ')}) IN (0, ${columns.length})`;
/** Where the first holds, so does the second; where nobody can say the first, nothing is asked. */
export const onlyWhere = (holds: Condition, then: Condition): Condition => `(coalesce(${holds}, 0) = 0 OR (${then}))`;
/** A list in JSON, of words that Kitplan knows. */
export const listOf = (column: string, words: readonly string[]): Condition => orEmpty(column, `CASE WHEN json_valid("${column}") THEN json_type("${column}") = 'array'
  AND NOT EXISTS (SELECT 1 FROM json_each("${column}") WHERE "type" <> 'text' OR "value" NOT IN (${words.map((word) => `'${word}'`).join(', ')})) ELSE 0 END`);

export const rows = (table: string, holds: string, ...sound: readonly Condition[]): UnsoundRows =>
  ({ holds, sql: `SELECT count(*) FROM "${table}" WHERE NOT (${sound.join(' AND ')})` });
