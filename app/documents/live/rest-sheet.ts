import { CFR_CODES, categoryNamed } from '../../../planning/categories.ts';
import { startUpper } from '../../../planning/words.ts';
import { moneyCell, numberCell, textCell } from '../cells.ts';
import type { WorkbookName, WorkbookSheet } from '../workbook-writer.ts';
import { liveTable, NO_PRICE, type LiveColumn } from './live-cells.ts';
import type { LivePlan } from './live-plan.ts';
import type { RestRow } from './rest-rows.ts';

export const REST_SHEET = 'Not by formula';
const HEAD_ROW = 1;

/** The name of a column of a year, for the totals: `rest_cost_2026`. */
export const restName = (block: 'items' | 'cost', year: number): string => `rest_${block}_${year}`;

/** What goes in as amounts, each with why: so that the totals hold everything that the forecast holds. */
export function restSheet({ context, kinds, rest }: LivePlan): { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] } {
  const { snapshot, years } = context;
  const columns: readonly LiveColumn<RestRow>[] = [
    { header: 'What it is', width: 36, cell: ({ what }) => textCell(what) },
    { header: 'Line', width: 14, cell: ({ kind }) => textCell(kind) },
    { header: 'Why not by formula', width: 38, cell: ({ why }) => textCell(why) },
    { header: 'Kind', width: 22, cell: ({ categoryKey }) => textCell(startUpper(categoryNamed(snapshot.categories, categoryKey).plural)) },
    { header: 'Kind no.', width: 7, named: 'rest_kind', cell: ({ categoryKey }) => numberCell(kinds.indexOf(categoryKey) + 1, 'faintNumber') },
    { header: 'Cost category', width: 22, named: 'rest_cost_category', cell: ({ costCategory }) => textCell(CFR_CODES[costCategory].title) },
    ...years.map(({ label, year }, at): LiveColumn<RestRow> => ({
      header: `Items ${label}`, width: 9, named: restName('items', year), cell: ({ items }) => numberCell(items[at] ?? 0, 'count'),
    })),
    ...years.map(({ label, year }, at): LiveColumn<RestRow> => ({
      header: `Cost ${label}`, width: 13, named: restName('cost', year),
      cell: ({ pence }) => {
        const amount = pence[at] ?? null;
        return amount === null ? textCell(NO_PRICE, 'missing') : moneyCell(amount, 'pence');
      },
    })),
  ];
  const table = liveTable(REST_SHEET, columns, rest, HEAD_ROW);
  return {
    sheet: {
      name: REST_SHEET, columnWidths: columns.map(({ width }) => width), rows: table.rows, frozen: { rows: HEAD_ROW, columns: 1 },
      repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
    },
    names: table.names,
  };
}
