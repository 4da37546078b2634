import { financialYearLabel } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { formatRate } from '../../planning/money.ts';
import { nextIndex, type RiseSeries } from '../../planning/price.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { startUpper } from '../../planning/words.ts';
import { address, formulaCell, numberCell, quotedSheet, textCell } from './cells.ts';
import type { LinePrice } from './line-prices.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from './workbook-writer.ts';

export const PRICE_INDEX_SHEET = 'Price index';

/** A row of the index: one series of rises, from one year of prices on. */
type Chain = { readonly series: RiseSeries; readonly priceYear: number };

export type PriceIndex = {
  readonly sheet: WorkbookSheet;
  /** The cell that holds the index of a line's price, ready for a formula on another sheet. */
  readonly cellOf: (price: LinePrice) => string;
};

const FIRST_YEAR_COLUMN = 3;
/** Title, note, space: the rises begin below. */
const RISES_HEAD = 4;

const chainKey = ({ series, priceYear }: Chain): string => `${series.key} ${priceYear}`;

function chainsOf(prices: readonly LinePrice[]): Chain[] {
  const found = new Map<string, Chain>();
  for (const { series, basis } of prices) {
    const chain = { series, priceYear: basis.priceYear };
    found.set(chainKey(chain), chain);
  }
  return [...found.values()].sort((a, b) =>
    (a.series.key === b.series.key ? a.priceYear - b.priceYear : a.series.key < b.series.key ? -1 : 1));
}

/** Everything without a rise of its own, a category, or running costs with their own rise. */
function seriesName(snapshot: PlanSnapshot, { key, bpIn }: RiseSeries): string {
  if (key.startsWith('c/')) return startUpper(categoryNamed(snapshot.categories, key.slice(2)).plural);
  return key === '' ? 'Everything without a rise of its own' : `Running costs with their own rise, ${formatRate(bpIn(0))}`;
}

/**
 * The rises and the index that every price is carried by, as formulas, so that anyone can work a figure out
 * again: one row for each series of rises and year of prices that the lines use.
 * @param startMonth first month of the school's own financial year, with which prices step.
 */
export function priceIndex(snapshot: PlanSnapshot, prices: readonly LinePrice[], startMonth: number): PriceIndex {
  const chains = chainsOf(prices);
  const series = [...new Map(chains.map((chain) => [chain.series.key, chain.series])).values()];
  const years = yearsOf(prices);
  const firstYear = years[0] ?? 0;
  const columnOf = (year: number): number => FIRST_YEAR_COLUMN + year - firstYear;
  const chainsHead = RISES_HEAD + series.length + 2;
  const rowOf = new Map(chains.map((chain, index) => [chainKey(chain), chainsHead + 1 + index]));
  const riseRow = new Map(series.map(({ key }, index) => [key, RISES_HEAD + 1 + index]));
  const labels = years.map((year) => textCell(financialYearLabel(year, startMonth), 'headRight'));
  const rows: WorkbookRow[] = [
    { cells: [textCell('Price index', 'title')] },
    { cells: [textCell(NOTE, 'note')], height: 58 },
    { cells: [] },
    { cells: [textCell('Price rises from the year before', 'head'), textCell('', 'head'), ...labels] },
    ...series.map((each) => ({ cells: riseCells(snapshot, each, years) })),
    { cells: [] },
    { cells: [textCell('Index', 'head'), textCell('Price of', 'head'), ...labels] },
    ...chains.map((chain) => ({
      cells: indexCells(snapshot, chain, years, startMonth, (year) => ({
        before: address({ row: rowOf.get(chainKey(chain)) ?? 0, column: columnOf(year - 1) }),
        rise: address({ row: riseRow.get(chain.series.key) ?? 0, column: columnOf(year) }),
      })),
    })),
  ];
  return {
    sheet: {
      name: PRICE_INDEX_SHEET, columnWidths: [38, 11, ...years.map(() => 11)], rows, frozen: { rows: 0, columns: 2 },
      repeatedRows: null, printedColumns: null, fit: 'one_page_wide',
      joined: [{ from: { row: 2, column: 1 }, to: { row: 2, column: Math.max(8, years.length + 2) } }],
    },
    cellOf: (price) => {
      const row = rowOf.get(chainKey({ series: price.series, priceYear: price.basis.priceYear })) ?? 0;
      return `${quotedSheet(PRICE_INDEX_SHEET)}!${address({ row, column: columnOf(price.year) })}`;
    },
  };
}

const NOTE = 'A price stands at 1,000,000 in the financial year of its date. Each year’s index is the year’s before, '
  + 'raised by that year’s rise and rounded half up to a whole number. The price of one in a year is the price times '
  + 'the index over 1,000,000, rounded half up to the penny. Change a rise here and every line follows.';

function yearsOf(prices: readonly LinePrice[]): number[] {
  const first = prices.reduce((least, { basis }) => Math.min(least, basis.priceYear), Infinity);
  const last = prices.reduce((most, { year }) => Math.max(most, year), -Infinity);
  return prices.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const riseCells = (snapshot: PlanSnapshot, series: RiseSeries, years: readonly number[]): (WorkbookCell | null)[] => [
  textCell(seriesName(snapshot, series)), null,
  ...years.map((year, index) => (index === 0 ? null : numberCell(series.bpIn(year) / 10_000, 'percent'))),
];

function indexCells(
  snapshot: PlanSnapshot, { series, priceYear }: Chain, years: readonly number[], startMonth: number,
  cellsFor: (year: number) => { readonly before: string; readonly rise: string },
): (WorkbookCell | null)[] {
  let index = 1_000_000;
  const cells = years.map((year): WorkbookCell | null => {
    if (year < priceYear) return null;
    if (year === priceYear) return numberCell(index, 'index');
    index = nextIndex(index, series.bpIn(year));
    const { before, rise } = cellsFor(year);
    return formulaCell(`INT((${before}*(10000+ROUND(${rise}*10000,0))+5000)/10000)`, index, 'index');
  });
  return [textCell(seriesName(snapshot, series)), textCell(financialYearLabel(priceYear, startMonth)), ...cells];
}
