import { categoryNamed } from '../../planning/categories.ts';
import { assumedBasis } from '../../planning/quality/assumed.ts';
import type { Forecast, ForecastLine } from '../../planning/result.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { CHART_GROUP_WORDS, LIMITING_FACTOR_WORDS, type LineKind } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { columnLetters, columnRange, dateCell, formulaCell, moneyCell, numberCell, pounds, textCell } from './cells.ts';
import type { LineSubject } from './line-prices.ts';
import type { PriceIndex } from './price-index-sheet.ts';
import type { CellStyle, WorkbookCell, WorkbookName, WorkbookSheet } from './workbook-writer.ts';

export const LINES_SHEET = 'Lines';

/** What the kinds of line are called in documents; formulas of other sheets ask for them. */
export const LINE_KIND_WORDS: Readonly<Record<LineKind, string>> = {
  replace: 'Replacement', upgrade: 'Upgrade', extend: 'Extension', disposal: 'Disposal', recurring: 'Running cost',
  consumable: 'Consumable', loss: 'Loss', need: 'Need',
};

/** What a cell shows where nobody has entered a price: never £0. */
const NO_PRICE = 'no price';

type LineContext = {
  readonly line: ForecastLine;
  readonly subject: LineSubject;
  /** The sheet's row, counted from 1. */
  readonly row: number;
  readonly yearLabel: string;
  readonly year: number;
  readonly snapshot: PlanSnapshot;
  readonly roomOf: (locationId: number | null) => string | null;
  readonly index: PriceIndex;
  readonly why: (line: ForecastLine) => string;
};

type Column = {
  readonly header: string;
  readonly width: number;
  readonly align?: 'right';
  /** A name that formulas of other sheets use for the whole column. */
  readonly named?: string;
  readonly cell: (context: LineContext) => WorkbookCell | null;
};

const textOrNull = (text: string | null | undefined, style: CellStyle = 'text'): WorkbookCell | null =>
  (text === null || text === undefined || text === '' ? null : textCell(text, style));

/** What a line of the forecast is about, as documents name it. */
export function whatItIs({ line, subject, snapshot }: Pick<LineContext, 'line' | 'subject' | 'snapshot'>): string {
  if (subject.cost !== null) return subject.cost.name;
  if (subject.need !== null) return line.occurrence === 0 ? subject.need.name : `${subject.need.name}: running cost`;
  if (subject.asset === null && line.kind === 'consumable') return `What ${categoryNamed(snapshot.categories, line.categoryKey).plural} use up`;
  if (subject.asset === null) return `Expected losses of ${categoryNamed(snapshot.categories, line.categoryKey).plural}`;
  if (line.kind === 'extend') return `${subject.asset.description}: ${line.limitingFactor === 'warranty_end' ? 'cover' : 'support'} extended`;
  if (line.kind === 'disposal') return `${subject.asset.description}: ${line.unitPence !== null && line.unitPence < 0 ? 'trade-in' : 'disposal'}`;
  return subject.fitted === null ? subject.asset.description : `${subject.asset.description}: ${subject.fitted}`;
}

/** In order from the left. Formulas name columns by their letters, which `letterOf` finds. */
const COLUMNS = {
  year: { header: 'Year', width: 9, cell: ({ yearLabel }) => textCell(yearLabel) },
  starting: { header: 'Year starting', width: 9, align: 'right', named: 'line_year', cell: ({ year }) => numberCell(year, 'faintNumber') },
  date: { header: 'Date', width: 12, align: 'right', cell: ({ line }) => dateCell(line.date) },
  kind: { header: 'Kind', width: 13, named: 'line_kind', cell: ({ line }) => textCell(LINE_KIND_WORDS[line.kind]) },
  category: {
    header: 'Category', width: 22,
    cell: ({ line, snapshot }) => textCell(startUpper(categoryNamed(snapshot.categories, line.categoryKey).plural)),
  },
  group: { header: 'Group', width: 18, named: 'line_group', cell: ({ line }) => textCell(CHART_GROUP_WORDS[line.chartGroup]) },
  what: { header: 'What it is', width: 34, cell: (context) => textCell(whatItIs(context)) },
  tag: { header: 'Tag', width: 13, cell: ({ subject }) => textOrNull(subject.asset?.tag) },
  room: { header: 'Room', width: 16, cell: ({ subject, roomOf }) => textOrNull(roomOf(subject.asset?.locationId ?? null)) },
  quantity: { header: 'Quantity', width: 9, align: 'right', named: 'line_quantity', cell: ({ line }) => numberCell(line.quantity, 'count') },
  price: {
    header: 'Price of one', width: 12, align: 'right',
    cell: ({ subject: { price } }) => (price === null ? null : moneyCell(price.basis.unitPence, 'pence')),
  },
  priced: {
    header: 'Priced on', width: 12, align: 'right',
    cell: ({ subject: { price } }) => (price === null ? null : dateCell(price.basis.priceDate)),
  },
  index: {
    header: 'Index', width: 11, align: 'right',
    cell: ({ subject: { price }, index }) => (price === null ? null : formulaCell(index.cellOf(price), price.index, 'index')),
  },
  unit: { header: 'Price that year', width: 12, align: 'right', cell: (context) => unitCell(context) },
  net: { header: 'Net', width: 13, align: 'right', named: 'line_net', cell: (context) => netCell(context) },
  code: { header: 'Code', width: 8, named: 'line_code', cell: ({ line }) => textCell(line.code) },
  setBy: {
    header: 'Set by', width: 22,
    cell: ({ line }) => textOrNull(line.limitingFactor === null ? null : LIMITING_FACTOR_WORDS[line.limitingFactor]),
  },
  due: { header: 'Due', width: 12, align: 'right', cell: ({ line }) => dateCell(line.due) },
  assumed: {
    header: 'Date assumed, going by', width: 22,
    cell: ({ subject: { asset } }) => textOrNull(asset === null ? null : assumedBasis(asset)),
  },
  overdue: { header: 'Overdue', width: 9, cell: ({ line }) => textOrNull(line.overdue ? 'Overdue' : null) },
  why: { header: 'Why', width: 110, cell: ({ line, why }) => textOrNull(why(line), 'faint') },
  key: { header: 'Category key', width: 18, named: 'line_category', cell: ({ line }) => textCell(line.categoryKey, 'faint') },
} as const satisfies Record<string, Column>;

type ColumnKey = keyof typeof COLUMNS;
const KEYS = Object.keys(COLUMNS) as readonly ColumnKey[];
const LIST: readonly Column[] = Object.values(COLUMNS);
const numberOf = (key: ColumnKey): number => KEYS.indexOf(key) + 1;
const letterOf = (key: ColumnKey): string => columnLetters(numberOf(key));

/** Price × index ÷ 1,000,000, half up to the penny: worked out in whole pence, as the forecast does. */
function unitCell({ line, subject, row }: LineContext): WorkbookCell {
  if (line.unitPence === null) return textCell(NO_PRICE, 'missing');
  if (subject.price === null) return moneyCell(line.unitPence, 'pence');
  const formula = `INT((ROUND(${letterOf('price')}${row}*100,0)*${letterOf('index')}${row}+500000)/1000000)/100`;
  return formulaCell(formula, pounds(line.unitPence), 'pence');
}

function netCell({ line, row }: LineContext): WorkbookCell {
  if (line.netPence === null) return textCell(NO_PRICE, 'missing');
  return formulaCell(`ROUND(${letterOf('quantity')}${row}*${letterOf('unit')}${row},2)`, pounds(line.netPence), 'pence');
}

/** The header stands in this row; the lines follow. */
const HEAD_ROW = 1;

/** One row for each line of the forecast, none merged with another, and the names of the columns that are summed. */
export function linesSheet(
  snapshot: PlanSnapshot, forecast: Forecast, subjects: readonly LineSubject[], index: PriceIndex, why: (line: ForecastLine) => string,
): { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] } {
  const rooms = new Map(snapshot.locations.map(({ id, name }) => [id, name]));
  const roomOf = (locationId: number | null): string | null => (locationId === null ? null : rooms.get(locationId) ?? null);
  const lastRow = HEAD_ROW + Math.max(1, forecast.lines.length);
  const rows = forecast.lines.map((line, position) => {
    const year = forecast.years[line.yearIndex];
    const context: LineContext = {
      line, subject: subjects[position] ?? NOTHING_KNOWN, row: HEAD_ROW + 1 + position, yearLabel: year?.label ?? '',
      year: year?.year ?? 0, snapshot, roomOf, index, why,
    };
    return { cells: LIST.map((column) => column.cell(context)) };
  });
  return {
    sheet: {
      name: LINES_SHEET, columnWidths: LIST.map(({ width }) => width),
      rows: [{ cells: LIST.map(({ header, align }) => textCell(header, align === 'right' ? 'headRight' : 'head')), height: 32 }, ...rows],
      frozen: { rows: HEAD_ROW, columns: 0 }, repeatedRows: { first: HEAD_ROW, last: HEAD_ROW },
      printedColumns: numberOf('overdue'), fit: 'one_page_wide',
      filterOver: { from: { row: HEAD_ROW, column: 1 }, to: { row: lastRow, column: LIST.length } },
    },
    names: LIST.flatMap(({ named }, column) =>
      (named === undefined ? [] : [{ name: named, sheet: LINES_SHEET, range: columnRange(column + 1, HEAD_ROW + 1, lastRow) }])),
  };
}

const NOTHING_KNOWN: LineSubject = { asset: null, cost: null, need: null, fitted: null, price: null };
