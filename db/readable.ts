import { PLAN_CHANGE_KINDS, SPEND_NATURES, type PlanChangeKind } from '../planning/vocabulary.ts';
import type { Connection } from './connection.ts';
import { planName, PlanFileError } from './errors.ts';
import { UNSOUND_ANALYSIS } from './sound-analysis.ts';
import { UNSOUND_MONEY } from './sound-money.ts';

type Group = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (isOne: Check): Check => (value) => Array.isArray(value) && value.every(isOne);
const orNull = (isOne: Check): Check => (value) => value === null || isOne(value);
const orNothing = (isOne: Check): Check => (value) => value === undefined || value === null || isOne(value);
const groupOf = (checks: Readonly<Record<string, Check>>): Check => (value) => isGroup(value) && Object.entries(checks).every(([key, isSound]) => isSound(value[key]));

const SUBJECT = { categoryKey: isText, userGroup: orNull(isText), modelId: orNothing(isNumber), assetId: orNothing(isNumber) };
const SETTINGS = groupOf({
  binding: orNothing(listOf(isText)), purchaseMonths: orNothing(listOf(isNumber)), upgrade: orNothing(groupOf({ atMonths: isNumber, what: isText, unitPence: orNothing(isNumber) })),
  toleranceMonths: orNothing(isNumber), leastMonths: orNothing(isNumber), mostMonths: orNothing(isNumber), unitPence: orNothing(isNumber), priceDate: orNothing(isText),
  priceSource: orNothing(isText), replacementModelId: orNothing(isNumber), lossBp: orNothing(isNumber), lossFrom: orNothing(isText), fundKey: orNothing(isText),
  disposalPence: orNothing(isNumber), tradeInPence: orNothing(isNumber), bookLifeMonths: orNothing(isNumber), residualBp: orNothing(isNumber),
});
/** Both a cost category and its nature, or neither. */
const isPlace: Check = (value) => isGroup(value) && (Object.hasOwn(value, 'nature')
  ? isText(value.costCategory) && SPEND_NATURES.some((nature) => nature === value.nature) : !Object.hasOwn(value, 'costCategory'));

/** The terms of a scenario's difference, by its kind. What is a number here can still be one that no sum can use: that is named, and not refused. */
const TERMS: Readonly<Record<PlanChangeKind, Check>> = {
  life: groupOf({ ...SUBJECT, lifeMonths: isNumber, fromYear: orNothing(isNumber) }),
  policy: groupOf({ ...SUBJECT, set: SETTINGS }),
  price_rise: groupOf({ bp: isNumber, categoryKey: orNothing(isText), year: orNothing(isNumber) }),
  loss_rate: groupOf({ bp: isNumber, categoryKey: orNothing(isText) }),
  move: isGroup,
  action: groupOf({
    action: isText, years: orNothing(isNumber), yearlyPence: orNothing(isNumber), priceDate: orNothing(isText), nextUserGroup: orNothing(isText), nextMonths: orNothing(isNumber),
  }),
  need: groupOf({ needId: isNumber, included: isFlag }),
  budget: (value) => isPlace(value) && groupOf({ year: isNumber, fundKey: isText, pence: orNull(isNumber) })(value),
  backlog: groupOf({ years: isNumber }),
};

/** A column that keeps a list or a group of values as JSON text, and what Kitplan writes there. */
type JsonColumn = { readonly holds: string; readonly sql: string; readonly isSound: Check };

const column = (table: string, name: string, holds: string, isSound: Check, where = `"${name}" IS NOT NULL`): JsonColumn =>
  ({ holds, sql: `SELECT "${name}" FROM "${table}" WHERE ${where}`, isSound });

/** What the sums are made from. Every other figure has a column with a type of its own, and is named where no sum can use it. */
const COLUMNS: readonly JsonColumn[] = [
  column('refresh_policies', 'binding', 'policies', listOf(isText)), column('refresh_policies', 'purchase_months', 'policies', listOf(isNumber)),
  column('inflation', 'steps', 'price rises', listOf(groupOf({ year: isNumber, bp: isNumber }))),
  ...PLAN_CHANGE_KINDS.map((kind) => column('scenario_differences', 'terms', 'scenarios', TERMS[kind], `kind = '${kind}'`)),
];

/**
 * What a plan holds that nobody can read, as only another program can have written it, in such a column or among the
 * rules of its money; null for none. What the school meant there nobody can say, and figures without it would be wrong.
 */
export function unreadableIn(connection: Connection): string | null {
  const column = COLUMNS.find(({ sql, isSound }) => !connection.prepare<[], string>(sql).pluck().all().every((text) => isSound(parsed(text))));
  const rows = column === undefined ? [...UNSOUND_MONEY, ...UNSOUND_ANALYSIS].find(({ sql }) => connection.prepare<[], number>(sql).pluck().get() !== 0) : undefined;
  return column?.holds ?? rows?.holds ?? null;
}

/** @throws PlanFileError `damaged` for a plan that holds any of that */
export function refuseUnreadable(connection: Connection, file: string): void {
  const holds = unreadableIn(connection);
  if (holds === null) return;
  throw new PlanFileError('damaged', `${planName(file)} holds ${holds} that cannot be read, so it cannot be opened. It was left as it is; a backup of it can be opened instead.`);
}

/** Nothing where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
