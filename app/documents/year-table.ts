import { formatPounds } from '../../planning/money.ts';
import type { ByYear, FinancialYear } from '../../planning/result.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { address, formulaCell, moneyCell, numberCell, pounds, rangeAddress, rowRange, textCell } from './cells.ts';
import type { CellRange, CellStyle, WorkbookCell, WorkbookRow } from './workbook-writer.ts';

type MaybeByYear = readonly (Pence | null)[];

const LABEL_COLUMN = 1;
const FIRST_YEAR_COLUMN = 2;

const sumOf = (values: MaybeByYear): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/**
 * A sheet being written with a label at the left, a column for each year and one for all years. Every method
 * that writes a row answers its number, so that later formulas can point at it.
 */
export class YearTable {
  readonly lastColumn: number;
  readonly #years: readonly FinancialYear[];
  readonly #rows: WorkbookRow[] = [];
  /** The row that holds the calendar year in which each financial year starts: what formulas compare with. */
  #startingRow = 0;

  constructor(years: readonly FinancialYear[]) {
    this.#years = years;
    this.lastColumn = FIRST_YEAR_COLUMN + years.length;
  }

  rows(): readonly WorkbookRow[] {
    return this.#rows;
  }

  widths(label: number): number[] {
    return [label, ...this.#years.map(() => 14), 15];
  }

  row(cells: readonly (WorkbookCell | null)[], height?: number): number {
    this.#rows.push({ cells, ...(height !== undefined && { height }) });
    return this.#rows.length;
  }

  space(): void {
    this.row([]);
  }

  /** A heading over the years; under the first one stands the row that formulas compare years with. */
  head(text: string): void {
    const all = this.#years.length === 1 ? '1 year' : `${this.#years.length} years`;
    this.row([textCell(text, 'head'), ...this.#years.map(({ label }) => textCell(label, 'headRight')), textCell(all, 'headRight')]);
    if (this.#startingRow === 0) {
      this.#startingRow = this.row([
        textCell('Financial year starting in', 'faint'), ...this.#years.map(({ year }) => numberCell(year, 'faintNumber')),
      ]);
    }
  }

  /** Amounts that a formula adds up from the lines. `formula` gets the cell of the year. */
  sum(label: string, formula: (year: string) => string, pence: ByYear): number {
    return this.#formulas(label, (column) => formula(this.#yearCell(column)), pence, 'money', 'text');
  }

  /** The same where some years have no amount at all: their cells stay empty, or say so in a word. */
  maybe(label: string, formula: (year: string) => string, pence: MaybeByYear, as: { readonly none?: string; readonly total?: boolean } = {}): number {
    const row = this.#rows.length + 1;
    const { none, total = false } = as;
    const style = total ? 'moneyTotal' : 'money';
    const cells = pence.map((each, index) => (each !== null ? formulaCell(formula(this.#yearCell(FIRST_YEAR_COLUMN + index)), pounds(each), style)
      : none === undefined ? null : textCell(none, 'missing')));
    return this.row([textCell(label, total ? 'totalText' : 'text'), ...cells, pence.every((each) => each === null) ? null : this.#across(row, pence, style)]);
  }

  /** A line of its own over rows that share the heading above them. */
  part(text: string): number {
    return this.row([text, ...this.#years.map(() => ''), ''].map((each) => textCell(each, 'head')));
  }

  /** A row of cells for the years, added up at the right where every year has one. */
  differences(label: string, cells: readonly (WorkbookCell | null)[], pence: MaybeByYear, labelStyle: CellStyle = 'text'): number {
    const row = this.#rows.length + 1;
    return this.row([textCell(label, labelStyle), ...cells, pence.includes(null) ? null : this.#across(row, pence, 'difference')]);
  }

  /** A cell of a year, for formulas. */
  at(row: number, yearIndex: number): string {
    return address({ row, column: FIRST_YEAR_COLUMN + yearIndex });
  }

  /** The cell that says in which calendar year a year starts. */
  startingAt(yearIndex: number): string {
    return this.#yearCell(FIRST_YEAR_COLUMN + yearIndex);
  }

  /** Amounts from the lines and from another row together. */
  sumAndRow(label: string, formula: (year: string) => string, other: number, pence: ByYear): number {
    return this.#formulas(label, (column) => `${formula(this.#yearCell(column))}+${address({ row: other, column })}`, pence, 'money', 'text');
  }

  /** The rows above added up; they stand one below the other. Nought where there are none. */
  total(label: string, rows: readonly number[], pence: ByYear): number {
    return this.#formulas(label, (column) => this.#sumDown(rows, column), pence, 'moneyTotal', 'totalText');
  }

  /** Rows added one by one. */
  add(label: string, rows: readonly number[], pence: ByYear): number {
    return this.#formulas(label, (column) => rows.map((row) => address({ row, column })).join('+'), pence, 'moneyGrand', 'grandText');
  }

  /** Plain figures, as they were entered or worked out elsewhere; a word where there is none. */
  figures(label: string, pence: MaybeByYear, none = ''): number {
    const row = this.#rows.length + 1;
    return this.row([
      textCell(label), ...pence.map((each) => (each === null ? textCell(none, 'missing') : moneyCell(each))),
      this.#across(row, pence, 'money'),
    ]);
  }

  /** One row less another. Rounded to the penny, so that nought is nought. */
  difference(label: string, from: number, less: number, pence: MaybeByYear): number {
    const row = this.#rows.length + 1;
    const cells = pence.map((each, index) => {
      const column = FIRST_YEAR_COLUMN + index;
      return each === null ? null
        : formulaCell(`ROUND(${address({ row: from, column })}-${address({ row: less, column })},2)`, pounds(each), 'difference');
    });
    return this.row([textCell(label, 'strong'), ...cells, pence.includes(null) ? null : this.#across(row, pence, 'difference')]);
  }

  /** A difference as "£1,060 left" or "£23,362 over". */
  inWords(label: string, difference: number, words: readonly (string | null)[]): number {
    return this.row([textCell(label), ...words.map((word, index) => {
      if (word === null) return null;
      const cell = address({ row: difference, column: FIRST_YEAR_COLUMN + index });
      return formulaCell(`IF(${cell}=0,"on budget",TEXT(ABS(${cell}),"£#,##0")&IF(${cell}<0," over"," left"))`, word, 'words');
    })]);
  }

  /** Whole items that a formula counts from the lines. */
  count(label: string, formula: (year: string) => string, counts: ByYear): number {
    const row = this.#rows.length + 1;
    const cells = counts.map((count, index) => formulaCell(formula(this.#yearCell(FIRST_YEAR_COLUMN + index)), count, 'count'));
    return this.row([textCell(label), ...cells, formulaCell(this.#sumAcross(row), sumOf(counts), 'count')]);
  }

  totalCount(label: string, rows: readonly number[]): number {
    const cells = [...this.#years, null].map((_, index) => {
      const column = FIRST_YEAR_COLUMN + index;
      return formulaCell(this.#sumDown(rows, column), this.#resultsDown(rows, column), 'strongCount');
    });
    return this.row([textCell(label, 'totalText'), ...cells]);
  }

  /** A row whose figures stand further down: `copyLater` fills it. */
  later(label: string): number {
    return this.row([textCell(label)]);
  }

  copyLater(row: number, source: number, pence: ByYear): void {
    const [label = null] = this.#rows[row - 1]?.cells ?? [];
    const cells = pence.map((each, index) =>
      formulaCell(address({ row: source, column: FIRST_YEAR_COLUMN + index }), pounds(each), 'money'));
    this.#rows[row - 1] = { cells: [label, ...cells, this.#across(row, pence, 'money')] };
  }

  /** The years' cells of a row, without the one for all years. */
  yearCells(row: number): CellRange {
    return rowRange(row, FIRST_YEAR_COLUMN, this.lastColumn - 1);
  }

  /** The cells with the years' labels. */
  labelCells(): CellRange {
    return this.yearCells(this.#startingRow - 1);
  }

  #formulas(
    label: string, formula: (column: number) => string, pence: ByYear, style: CellStyle, labelStyle: CellStyle,
  ): number {
    const row = this.#rows.length + 1;
    const cells = pence.map((each, index) => formulaCell(formula(FIRST_YEAR_COLUMN + index), pounds(each), style));
    return this.row([textCell(label, labelStyle), ...cells, this.#across(row, pence, style)]);
  }

  #yearCell(column: number): string {
    return address({ row: this.#startingRow, column }).replace(/\d+$/, '$$$&');
  }

  #across(row: number, pence: MaybeByYear, style: CellStyle): WorkbookCell {
    return formulaCell(this.#sumAcross(row), pounds(sumOf(pence)), style);
  }

  #sumAcross(row: number): string {
    return `SUM(${rangeAddress(this.yearCells(row))})`;
  }

  #sumDown(rows: readonly number[], column: number): string {
    const [first] = rows;
    const last = rows.at(-1);
    return first === undefined || last === undefined ? '0'
      : `SUM(${rangeAddress({ from: { row: first, column }, to: { row: last, column } })})`;
  }

  #resultsDown(rows: readonly number[], column: number): number {
    return rows.reduce((sum, row) => {
      const cell = this.#rows[row - 1]?.cells[column - LABEL_COLUMN] ?? null;
      return sum + (cell?.kind === 'formula' && typeof cell.result === 'number' ? cell.result : 0);
    }, 0);
  }
}

/** A difference as a person says it, the same as the formula beside it. */
export const leftOrOver = (pence: Pence): string => (pence === 0 ? 'on budget'
  : `${formatPounds(Math.abs(pence))} ${pence < 0 ? 'over' : 'left'}`);
