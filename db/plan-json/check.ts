import { PlanFileError } from '../errors.ts';
import { HISTORY_TABLES, PLAN_JSON_FORMAT, PLAN_JSON_MARK } from './format.ts';
import type { JsonRow } from './row-check.ts';

/** The JSON of a plan, its outer shape checked; what the rows hold is checked as they are written. */
export type CheckedPlan = {
  readonly planFormat: number;
  /** Tables and history by name. */
  readonly tables: ReadonlyMap<string, readonly JsonRow[]>;
  /** The last number that each table has given. */
  readonly numbers: ReadonlyMap<string, number>;
};

const refused = (sentence: string): PlanFileError => new PlanFileError('not_a_plan', `${sentence} No plan was made.`);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws PlanFileError `not_a_plan` or `newer`, with what is wrong and where */
export function checkedPlan(text: string, newestPlanFormat: number): CheckedPlan {
  const document = parsed(text);
  if (!isObject(document) || own(document, 'kitplan') !== PLAN_JSON_MARK) throw refused('This is not a plan that Kitplan wrote as JSON: its first line names none.');
  const [format, planFormat] = [own(document, 'format'), own(document, 'planFormat')];
  if (!isCount(format) || !isCount(planFormat)) throw refused('“format” and “planFormat” are whole numbers from 1 up.');
  if (format > PLAN_JSON_FORMAT || planFormat > newestPlanFormat) {
    throw new PlanFileError('newer', `This JSON was written by a newer Kitplan (format ${format}, plan format ${planFormat}; this one knows up to ${PLAN_JSON_FORMAT} and ${newestPlanFormat}). No plan was made; the newer Kitplan reads it.`);
  }
  const known = new Set(['kitplan', 'format', 'planFormat', 'writtenBy', 'tables', 'history', 'numbers']);
  const stranger = Object.keys(document).find((key) => !known.has(key));
  if (stranger !== undefined) throw refused(`“${stranger.slice(0, 60)}” is no part of a plan as JSON.`);
  const tables = tablesIn(document, 'tables');
  const history = tablesIn(document, 'history');
  const other = [...history.keys()].find((table) => !(HISTORY_TABLES as readonly string[]).includes(table));
  if (other !== undefined) throw refused(`history: “${other.slice(0, 60)}” is no part of the history.`);
  return { planFormat, tables: new Map([...tables, ...history]), numbers: numbersIn(document) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\u{feff}') ? text.slice(1) : text);
  } catch (error) {
    throw new PlanFileError('not_a_plan', 'This cannot be read as JSON: it may have been cut short or changed by hand. No plan was made.', error);
  }
}

const own = (object: Readonly<Record<string, unknown>>, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;

function tablesIn(document: Readonly<Record<string, unknown>>, part: 'tables' | 'history'): ReadonlyMap<string, readonly JsonRow[]> {
  const tables = own(document, part);
  if (!isObject(tables)) throw refused(`“${part}” is missing, or is not an object with a list for each table.`);
  return new Map(Object.entries(tables).map(([table, rows]) => {
    if (!Array.isArray(rows)) throw refused(`The table “${table.slice(0, 60)}” is not a list of rows.`);
    const odd = rows.findIndex((row) => !isObject(row));
    if (odd >= 0) throw refused(`${table.slice(0, 60)}, row ${odd + 1}: a row is an object with its fields.`);
    return [table, rows as readonly JsonRow[]];
  }));
}

function numbersIn(document: Readonly<Record<string, unknown>>): ReadonlyMap<string, number> {
  const numbers = own(document, 'numbers');
  if (!isObject(numbers)) throw refused('“numbers” is missing, or is not an object with the last number of each table.');
  return new Map(Object.entries(numbers).map(([table, last]) => {
    if (typeof last !== 'number' || !Number.isSafeInteger(last) || last < 0) throw refused(`numbers: “${table.slice(0, 60)}” is a whole number from 0 up.`);
    return [table, last];
  }));
}
