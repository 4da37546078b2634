import { formatDate } from '../../planning/calendar.ts';
import type { AssetStatus, IsoDate } from '../../planning/vocabulary.ts';
import type { Choices } from './choices.ts';
import type { SourceColumn } from './column-choice.ts';
import { isDeliveryHeader, type ColumnField } from './column-synonyms.ts';
import type { RawCell, RawRow } from './raw-table.ts';
import type { RegisterRow } from './register-row.ts';
import type { DoubtKind, RowNotices } from './row-notices.ts';
import { cellText } from './values/cell-text.ts';
import { dateColumn, type DateColumn, type DateValue } from './values/date-column.ts';
import { addMonths, lengthOf, readLength } from './values/warranty.ts';

const DATE_FIELDS: readonly ColumnField[] = [
  'purchaseDate', 'inServiceDate', 'warranty', 'warrantyStart', 'vendorSupportEnd', 'leaseEnd', 'disposed', 'dataWiped',
];
const WITHOUT = '; kept without it';
const NO_START = 'a length of cover without a date to count from';
/** A column of bare numbers no larger than this is in years. */
const MOST_YEARS = 10;

type Found = { readonly date: IsoDate; readonly assumed: boolean; readonly column: string } | null;

/** The dates and lengths of cover of a register; day and month are decided once for each column. */
export class RowDates {
  readonly #sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>;
  readonly #columns = new Map<number, DateColumn>();
  readonly #monthsEach = new Map<number, 1 | 12>();
  /** Warranty columns of which a person said that they hold days. */
  readonly #onlyDates = new Set<number>();
  readonly #notices: RowNotices;
  readonly #asOf: IsoDate;

  constructor(
    sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>, dateSystem: '1900' | '1904',
    notices: RowNotices, asOf: IsoDate, choices: Choices,
  ) {
    this.#sources = sources;
    this.#notices = notices;
    this.#asOf = asOf;
    for (const field of DATE_FIELDS) {
      for (const source of sources.get(field) ?? []) {
        // Lengths of cover stand beside dates in one column and say nothing about their order.
        const said = choices.column(source.index);
        if (said?.warranty === 'date') this.#onlyDates.add(source.index);
        const isDate = (cell: RawCell | undefined): boolean => readLength(cell).kind === 'unreadable';
        const cells = field === 'warranty' && said?.warranty !== 'date' ? source.cells.filter(isDate) : source.cells;
        this.#columns.set(source.index, dateColumn(cells, dateSystem, said?.dateOrder));
      }
    }
    for (const source of sources.get('warranty') ?? []) {
      const said = choices.column(source.index)?.warranty;
      if (said !== 'date') this.#monthsEach.set(source.index, said === undefined ? unitOf(source) : said === 'years' ? 12 : 1);
    }
  }

  read(raw: RawRow, status: AssetStatus): Pick<RegisterRow, 'purchaseDate' | 'purchaseDateAssumed' | 'inServiceDate'
    | 'warrantyMonths' | 'warrantyEnd' | 'vendorSupportEnd' | 'leaseEnd'> {
    const { bought, inService } = this.#start(raw, status === 'planned' || status === 'ordered');
    const from = this.#firstDate(raw, this.#of('warrantyStart')) ?? bought ?? inService;
    return {
      purchaseDate: bought?.date ?? null,
      purchaseDateAssumed: bought?.assumed ?? false,
      inServiceDate: inService?.date ?? null,
      ...this.#cover(raw, from?.date ?? null),
      vendorSupportEnd: this.#firstDate(raw, this.#of('vendorSupportEnd'))?.date ?? null,
      leaseEnd: this.#firstDate(raw, this.#of('leaseEnd'))?.date ?? null,
    };
  }

  /**
   * When kit was bought and when it went into use. A delivery date stands in for an empty purchase date; of kit
   * that is still on its way it is the day that it is to come, and its order stands for the purchase.
   */
  #start(raw: RawRow, isOnTheWay: boolean): { readonly bought: Found; readonly inService: Found } {
    const purchases = this.#of('purchaseDate');
    if (isOnTheWay) {
      const deliveries = purchases.filter(({ plain }) => isDeliveryHeader(plain));
      return {
        bought: this.#firstDate(raw, purchases.filter(({ plain }) => !isDeliveryHeader(plain))),
        inService: this.#firstDate(raw, deliveries) ?? this.#firstDate(raw, this.#of('inServiceDate')),
      };
    }
    const start = { bought: this.#firstDate(raw, purchases), inService: this.#firstDate(raw, this.#of('inServiceDate')) };
    for (const found of [start.bought, start.inService]) {
      if (found === null || found.date <= this.#asOf) continue;
      this.#notices.add(raw.row, found.column, `a date after ${formatDate(this.#asOf)}`, ': kept as it stands');
    }
    return start;
  }

  /** The cell of a date column, without a word about what cannot be read. */
  readCell(source: SourceColumn, raw: RawRow): DateValue {
    return this.#columns.get(source.index)?.read(raw.cells[source.index]) ?? { kind: 'empty' };
  }

  /** How the dates of a column were read; null where it holds none. */
  columnOf(index: number): DateColumn | null {
    return this.#columns.get(index) ?? null;
  }

  /** What a bare number in a warranty column counts: 12 months or 1; null where it holds days. */
  monthsEach(index: number): 1 | 12 | null {
    return this.#monthsEach.get(index) ?? null;
  }

  /** How a date column was read, in words. */
  readAs(source: SourceColumn): readonly string[] {
    const lengths = this.#monthsEach.get(source.index);
    const words = this.#columns.get(source.index)?.readAs ?? [];
    if (lengths === undefined || !source.cells.some((cell) => readLength(cell).kind === 'bare')) return words;
    return [...words, `bare numbers are ${lengths === 12 ? 'years' : 'months'}`];
  }

  #of(field: ColumnField): readonly SourceColumn[] {
    return this.#sources.get(field) ?? [];
  }

  #firstDate(raw: RawRow, sources: readonly SourceColumn[]): Found {
    for (const source of sources) {
      const found = this.#believed('date', raw, source, this.readCell(source, raw));
      if (found !== null) return found;
    }
    return null;
  }

  #believed(kind: DoubtKind, raw: RawRow, source: SourceColumn, value: DateValue): Found {
    switch (value.kind) {
      case 'empty': return null;
      case 'date': return { ...value, column: source.column };
      case 'unreadable':
        this.#notices.doubt(kind, raw.row, source, `text that cannot be read as a ${kind === 'warranty' ? 'length of cover or a date' : 'date'}`, WITHOUT, cellText(raw.cells[source.index]));
        return null;
      case 'out_of_range':
        this.#notices.doubt(
          kind, raw.row, source, `a date ${value.date < '1980' ? 'before 1980' : 'after 2100'}`, WITHOUT,
          formatDate(value.date));
        return null;
      default: return value satisfies never;
    }
  }

  /** A given end stands before a length; a length without a start gives no end. */
  #cover(raw: RawRow, from: IsoDate | null): Pick<RegisterRow, 'warrantyMonths' | 'warrantyEnd'> {
    let warrantyMonths: number | null = null;
    let warrantyEnd: IsoDate | null = null;
    for (const source of this.#sources.get('warranty') ?? []) {
      const length = this.#onlyDates.has(source.index) ? ({ kind: 'unreadable' } as const) : readLength(raw.cells[source.index]);
      const settled = length.kind === 'bare' ? lengthOf(length.count, this.#monthsEach.get(source.index) ?? 1) : length;
      if (settled.kind === 'months') {
        warrantyMonths ??= settled.months;
        if (from === null) this.#notices.add(raw.row, source.column, NO_START, ': its end stays unknown');
      } else if (settled.kind === 'unreadable') {
        warrantyEnd ??= this.#believed('warranty', raw, source, this.readCell(source, raw))?.date ?? null;
      }
    }
    if (warrantyEnd === null && warrantyMonths !== null && from !== null) warrantyEnd = addMonths(from, warrantyMonths);
    return { warrantyMonths, warrantyEnd };
  }
}

/** Whether bare numbers are months or years: by the header, else years where none is above ten. */
function unitOf({ plain, cells }: SourceColumn): 1 | 12 {
  if (/\b(months?|mths?)\b/.test(plain)) return 1;
  if (/\b(years?|yrs?)\b/.test(plain)) return 12;
  return cells.every((cell) => {
    const text = cellText(cell);
    const length = readLength(cell);
    return text === '' || length.kind !== 'bare' || length.count <= MOST_YEARS;
  }) ? 12 : 1;
}
