import type { SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import type { RawRow } from './raw-table.ts';
import type { RowDates } from './row-dates.ts';
import { cellText, knownText, LONGEST_VALUE } from './values/cell-text.ts';
import { readMoney } from './values/money.ts';
import { readQuantity } from './values/quantity.ts';

/** The label of a total and nothing else: "Grand total:", "Total cost", "Totals for Room 12". */
const LABEL = new RegExp('^(grand |overall |running |page |report |sub ?-? ?)?totals?'
  + '( (cost|value|price|spend|items?|assets?|devices?|units?|quantity|qty|number|net|gross|vat|inc vat|ex vat|£))*'
  + '( of.*| for.*)?[:\\s£]*$', 'i');
const LABEL_WITH_FIGURE = /^(grand |overall |sub ?-? ?)?totals?\b[^a-z]*$/i;
const STARTS = /^(grand |overall )?(sub ?-? ?)?(totals?|sum)\b/i;
/** What Excel's Data > Subtotal writes behind the name of a group: "Laptop Total", "Server Count". */
const ENDS = /(^|[\s(-])(sub ?-? ?)?(totals?|sum|count|average)[\s:.£]*$/i;

/** Columns whose words are about the kit and not its name: a supplier may be called "Total Computers". */
const ASIDE: ReadonlySet<ColumnField> = new Set(['supplier', 'notes', 'status', 'orderNumber', 'ownership', 'disposed']);
const DATES: readonly ColumnField[] = ['purchaseDate', 'inServiceDate'];
const FIGURES: readonly ColumnField[] = ['cost', 'vat', 'quantity'];

type Sources = ReadonlyMap<ColumnField, readonly SourceColumn[]>;

/**
 * Whether a row is a total or subtotal. A row with a tag or serial number never is. One without a date of
 * purchase or use is, where any text of it starts or ends as a total does; one with a date only where such a
 * label is all it says, since a "Total Station" can be bought.
 */
export function isTotalsRow(raw: RawRow, sources: Sources, dates: RowDates): boolean {
  if (!raw.cells.some((cell) => typeof cell === 'string' && /total|sum|count|average/i.test(cell))) return false;
  const isIn = (fields: readonly ColumnField[]): ReadonlySet<number> =>
    new Set(fields.flatMap((field) => sources.get(field) ?? []).map(({ index }) => index));
  const identified = [...isIn(['tag', 'serial'])].some((index) => {
    const text = knownText(raw.cells[index]);
    return text !== null && !isLabel(text) && !ends(text) && !(starts(text) && !/\d/.test(text));
  });
  if (identified) return false;
  const dated = DATES.flatMap((field) => sources.get(field) ?? [])
    .filter((source) => dates.readCell(source, raw).kind === 'date').map(({ index }) => index);
  const figures = isIn(FIGURES);
  const aside = isIn([...ASIDE]);
  const texts = raw.cells.map((cell, index) => ({ text: cellText(cell), index })).filter(({ text, index }) =>
    /\p{L}/u.test(text) && !dated.includes(index) && !(figures.has(index) && readMoney(text).kind === 'money'));
  const [only] = texts.length === 1 ? texts : [];
  if (dated.length > 0) return only !== undefined && (isLabel(only.text) || ends(only.text));
  return texts.some(({ text, index }) =>
    isLabel(text) || ((only !== undefined || !aside.has(index)) && (starts(text) || ends(text))));
}

const isShort = (text: string): boolean => text.length <= LONGEST_VALUE;
const isLabel = (text: string): boolean => isShort(text) && (LABEL.test(text) || LABEL_WITH_FIGURE.test(text));
const starts = (text: string): boolean => isShort(text) && STARTS.test(text);
const ends = (text: string): boolean => isShort(text) && ENDS.test(text);

type Sums = { amounts: number; lines: number; items: number };

/** Adds up the rows of a list, to know a line of bare figures under them for the total that it is. */
export class RunningSums {
  readonly #cost: SourceColumn | undefined;
  readonly #quantity: SourceColumn | undefined;
  readonly #all: Sums = { amounts: 0, lines: 0, items: 0 };
  #block: Sums = { amounts: 0, lines: 0, items: 0 };

  constructor(sources: Sources) {
    this.#cost = sources.get('cost')?.[0];
    this.#quantity = sources.get('quantity')?.[0];
  }

  add(raw: RawRow): void {
    const { pence, items } = this.#figures(raw);
    for (const sums of [this.#all, this.#block]) {
      sums.amounts += pence ?? 0;
      sums.lines += (pence ?? 0) * (items ?? 1);
      sums.items += items ?? 1;
    }
  }

  /** A total ends a block: the next subtotal counts from below it. */
  endBlock(): void {
    this.#block = { amounts: 0, lines: 0, items: 0 };
  }

  /** Whether the row's amount, or its quantity where it has none, is the sum of its block or of all rows so far. */
  equals(raw: RawRow): boolean {
    const { pence, items } = this.#figures(raw);
    return [this.#all, this.#block].some((sums) => (pence === null
      ? items !== null && items === sums.items : pence > 0 && (pence === sums.amounts || pence === sums.lines)));
  }

  /** As they stand in the file; null where the cell holds no such figure. */
  #figures(raw: RawRow): { readonly pence: number | null; readonly items: number | null } {
    const money = readMoney(this.#cost && raw.cells[this.#cost.index]);
    const quantity = readQuantity(this.#quantity && raw.cells[this.#quantity.index]);
    return {
      pence: money.kind === 'money' ? money.pence : null,
      items: quantity.kind === 'quantity' ? quantity.quantity : null,
    };
  }
}
