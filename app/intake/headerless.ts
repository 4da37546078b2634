import type { ChosenColumns, SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import type { MoneyHeader } from './money-headers.ts';
import { privateByContent } from './private-columns.ts';
import type { TableColumn } from './table-columns.ts';
import { categoryOf } from './values/category-words.ts';
import { knownText } from './values/cell-text.ts';
import { dateColumn } from './values/date-column.ts';
import { readMoney } from './values/money.ts';

/** What the cells of one column look like; each a share of the filled cells, 0 to 1. */
type Looks = {
  readonly column: TableColumn;
  readonly codes: number;
  readonly kit: number;
  readonly dates: number;
  readonly pennies: number;
  /** The middle of its dates, to tell the purchase from what came later. */
  readonly middleDate: string;
};

const MOSTLY = 0.8;
const FOR_ONE_ITEM: MoneyHeader = { total: false, vat: null, rank: 0, open: null };
/** In a list of kit at least a third of the descriptions hold a word that we know. */
const SOME_KIT = 0.3;

/**
 * Tells the columns of a list without a header by their cells: codes that never repeat are tags, words for kit
 * the description, the earlier of two columns of dates the purchase, amounts with pence the price. Whole
 * numbers are not guessed at: a wrong quantity would change every figure.
 * @returns null where nothing looks like a description of kit.
 */
export function tellColumnsByCells(columns: readonly TableColumn[], dateSystem: '1900' | '1904'): ChosenColumns | null {
  const isPrivate = new Set(columns.filter(({ cells }) => privateByContent(cells) !== null).map(({ index }) => index));
  const looks = columns.filter(({ index, filled }) => filled > 0 && !isPrivate.has(index))
    .map((column) => look(column, dateSystem));
  const description = best(looks, ({ kit }) => kit, SOME_KIT);
  if (description === null) return null;
  const rest = looks.filter(({ column }) => column !== description);
  const tag = best(rest, ({ codes }) => codes, MOSTLY);
  const bought = rest.filter(({ dates }) => dates >= MOSTLY)
    .toSorted((one, other) => one.middleDate.localeCompare(other.middleDate))[0]?.column ?? null;
  const cost = best(rest, ({ pennies }) => pennies, MOSTLY);
  const told: readonly (readonly [ColumnField, TableColumn | null])[] = [
    ['tag', tag], ['description', description], ['purchaseDate', bought], ['cost', cost],
  ];
  const sources = new Map<ColumnField, SourceColumn[]>();
  for (const [field, column] of told) {
    if (column !== null) sources.set(field, [{ ...column, money: field === 'cost' ? FOR_ONE_ITEM : null }]);
  }
  const used = new Set(told.map(([, column]) => column?.index));
  const leftOut = columns.filter(({ index }) => !used.has(index)).map(({ column, cells }) => ({
    column, reason: privateByContent(cells) ?? 'it has no header, and its cells do not tell what it is',
  }));
  return { sources, leftOut, isPrivate };
}

function look(column: TableColumn, dateSystem: '1900' | '1904'): Looks {
  const texts = column.cells.map(knownText).filter((text) => text !== null);
  const share = (passes: (text: string) => boolean): number => texts.filter(passes).length / Math.max(1, texts.length);
  const distinct = new Set(texts.map((text) => text.toLowerCase())).size === texts.length;
  const dates = dateColumn(column.cells, dateSystem);
  const days = column.cells.map(dates.read)
    .flatMap((value) => (value.kind === 'date' && !value.assumed ? [value.date] : []));
  return {
    column,
    codes: distinct ? share((text) => /^(?=\S*\d)(?=\S*\p{L})[^\s.]+$/u.test(text)) : 0,
    kit: share((text) => categoryOf(text) !== null && categoryOf(text) !== 'other'),
    dates: days.length / Math.max(1, texts.length),
    pennies: share((text) => /[.£]/.test(text) && readMoney(text).kind === 'money'),
    middleDate: days.toSorted()[Math.floor(days.length / 2)] ?? '',
  };
}

function best(looks: readonly Looks[], score: (one: Looks) => number, least: number): TableColumn | null {
  const top = looks.toSorted((one, other) => score(other) - score(one))[0];
  return top !== undefined && score(top) >= least ? top.column : null;
}
