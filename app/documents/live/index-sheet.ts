import { financialYearLabel } from '../../../planning/calendar.ts';
import { categoryNamed } from '../../../planning/categories.ts';
import { nextIndex } from '../../../planning/price.ts';
import { startUpper } from '../../../planning/words.ts';
import { address, formulaCell, numberCell, textCell } from '../cells.ts';
import type { WorkbookCell, WorkbookName, WorkbookRow, WorkbookSheet } from '../workbook-writer.ts';
import type { LivePlan } from './live-plan.ts';

const SHEET = 'Price index';
const FIRST_YEAR_COLUMN = 3;
/** Title, note, space: the rises begin below. */
const RISES_HEAD = 4;

const NOTE = 'A price stands at 1,000,000 in the financial year of its date. Each year’s index is the year’s before, raised by that year’s rise '
  + 'and rounded half up to a whole number. Change a rise here and every price of that kind follows.';

/**
 * The rises of each kind and year, to be changed, and the index that follows from them: for each kind one row for
 * every year a price may be of. Kind k and year y stand in row (k − 1) × years + y − first + 1 of `live_index`.
 */
export function indexSheet({ context, kinds, indexYears: { first, last } }: LivePlan): { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] } {
  const { snapshot, prices, schoolStartMonth } = context;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const nameOf = (kind: string): string => startUpper(categoryNamed(snapshot.categories, kind).plural);
  const bpOf = (kind: string, year: number): number => prices.seriesFor(kind).bpIn(year);
  const indexHead = RISES_HEAD + kinds.length + 2;
  const labels = years.map((year) => textCell(financialYearLabel(year, schoolStartMonth), 'headRight'));
  const indexRow = (kind: string, kindAt: number, priceYear: number): WorkbookRow => {
    const row = indexHead + 1 + kindAt * years.length + priceYear - first;
    let index = 1_000_000;
    const cells = years.map((year, at): WorkbookCell => {
      if (year <= priceYear) return numberCell(index, 'index');
      index = nextIndex(index, bpOf(kind, year));
      const column = FIRST_YEAR_COLUMN + at;
      const before = address({ row, column: column - 1 });
      const rise = address({ row: RISES_HEAD + 1 + kindAt, column }).replace(/\d+$/, '$$$&');
      return formulaCell(`INT((${before}*(10000+ROUND(${rise}*10000,0))+5000)/10000)`, index, 'index');
    });
    return { cells: [textCell(nameOf(kind)), textCell(financialYearLabel(priceYear, schoolStartMonth)), ...cells] };
  };
  return {
    sheet: {
      name: SHEET, columnWidths: [34, 11, ...years.map(() => 11)], frozen: { rows: 0, columns: 2 }, repeatedRows: null, printedColumns: null, fit: 'one_page_wide',
      joined: [{ from: { row: 2, column: 1 }, to: { row: 2, column: Math.max(8, years.length + 2) } }],
      rows: [
        { cells: [textCell('Price index', 'title')] },
        { cells: [textCell(NOTE, 'note')], height: 44 },
        { cells: [] },
        { cells: [textCell('Price rises from the year before', 'head'), textCell('', 'head'), ...labels] },
        ...kinds.map((kind) => ({
          cells: [textCell(nameOf(kind)), null, ...years.map((year, at) => (at === 0 ? null : numberCell(bpOf(kind, year) / 10_000, 'percent')))],
        })),
        { cells: [] },
        { cells: [textCell('Index', 'head'), textCell('Price of', 'head'), ...labels] },
        ...kinds.flatMap((kind, kindAt) => years.map((priceYear) => indexRow(kind, kindAt, priceYear))),
      ],
    },
    names: [{
      name: 'live_index', sheet: SHEET, range: {
        from: { row: indexHead + 1, column: FIRST_YEAR_COLUMN },
        to: { row: indexHead + Math.max(1, kinds.length * years.length), column: FIRST_YEAR_COLUMN + years.length - 1 },
      },
    }],
  };
}
