import { PlanFileError } from '../errors.ts';

/** A row of the JSON: what it holds is checked against its table before anything is written. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** A column as SQLite describes it. */
export type Column = { readonly name: string; readonly type: string; readonly required: 0 | 1 };

type Value = string | number | null;

/** Longer than any note, any import's list of refused rows; shorter than what would fill a disk. */
const LONGEST_TEXT = 20_000_000;

/**
 * The values of a row in the order of its table's columns, empty ones as null. Refused where a field is none of
 * the table's, is missing, or holds another kind of value.
 */
export function rowValues(table: string, columns: readonly Column[], row: JsonRow, number: number): readonly Value[] {
  const names = new Set(columns.map(({ name }) => name));
  const stranger = Object.keys(row).find((field) => !names.has(field));
  if (stranger !== undefined) throw refusal(table, number, stranger, 'is no field of that table');
  return columns.map((column) => {
    const value = Object.hasOwn(row, column.name) ? row[column.name] : null;
    if (value === null || value === undefined) {
      if (column.required === 1) throw refusal(table, number, column.name, 'is missing');
      return null;
    }
    return checkedValue(table, column, value, number);
  });
}

function checkedValue(table: string, { name, type }: Column, value: unknown, number: number): Value {
  if (table === 'change_row' && (name === 'before' || name === 'after')) return fieldsText(table, name, value, number);
  if (type.toUpperCase() === 'INTEGER') {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw refusal(table, number, name, 'is a whole number, and here it is not');
    if (name === 'id' && value < 1) throw refusal(table, number, name, 'is a number from 1 up');
    return value;
  }
  if (typeof value !== 'string') throw refusal(table, number, name, 'is text, and here it is not');
  if (value.length > LONGEST_TEXT) throw refusal(table, number, name, 'is longer than any text of a plan');
  return value;
}

/** The fields of a row as the history keeps them: names with texts, numbers or nothing, one level deep. */
function fieldsText(table: string, name: string, value: unknown, number: number): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refusal(table, number, name, 'is an object with the fields of a row');
  const odd = Object.entries(value).find(([, each]) => each !== null && typeof each !== 'string' && !(typeof each === 'number' && Number.isFinite(each)));
  if (odd !== undefined) throw refusal(table, number, `${name}.${odd[0]}`, 'is a text, a number or null');
  return JSON.stringify(value);
}

export const refusal = (table: string, row: number, field: string, what: string): PlanFileError =>
  new PlanFileError('not_a_plan', `${table}, row ${row}: “${field.slice(0, 60)}” ${what}. No plan was made.`);
