import type { IsoDate } from '../../planning/vocabulary.ts';

/*
 * A workbook as Kitplan speaks of one, whatever library writes it. Rows and columns are counted from 1, as a
 * person sees them. Money is in pounds with its pence: a spreadsheet's own numbers, never text.
 */

/** What a cell looks like; the writer holds one table of them. */
export type CellStyle =
  | 'title' | 'sentence' | 'note' | 'section' | 'head' | 'headRight' | 'faint' | 'faintNumber'
  | 'text' | 'wrapped' | 'strong' | 'count' | 'strongCount' | 'date' | 'dateOrUnknown' | 'percent' | 'rate' | 'index'
  | 'money' | 'moneyTotal' | 'moneyGrand' | 'difference' | 'totalText' | 'grandText' | 'words' | 'pence' | 'missing';

export type WorkbookCell =
  | { readonly kind: 'text'; readonly text: string; readonly style: CellStyle }
  | { readonly kind: 'number'; readonly value: number; readonly style: CellStyle }
  | { readonly kind: 'date'; readonly date: IsoDate; readonly style: CellStyle }
  /** `formula` without its "="; `result` is what it gives, for readers that do not work formulas out. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number | string; readonly style: CellStyle };

export type WorkbookRow = {
  readonly cells: readonly (WorkbookCell | null)[];
  /** In points; the reader's own choice when left out. */
  readonly height?: number;
};

export type CellPlace = { readonly row: number; readonly column: number };
/** From one corner to the other, both included. */
export type CellRange = { readonly from: CellPlace; readonly to: CellPlace };

export type ChartSeries = { readonly name: string; readonly values: CellRange; readonly colour: string };

/** A chart that can be edited in the spreadsheet, drawn from cells of its own sheet. */
export type WorkbookChart = {
  readonly kind: 'stacked_columns' | 'lines';
  readonly title: string;
  /** The figures in words, for people who do not see the chart. */
  readonly altText: string;
  readonly categories: CellRange;
  readonly series: readonly ChartSeries[];
  readonly over: CellRange;
};

export type WorkbookSheet = {
  /** At most 31 characters, without \ / ? * [ ] : and different from every other. */
  readonly name: string;
  /** Widths in characters. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly WorkbookRow[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows printed again at the top of each page. */
  readonly repeatedRows: { readonly first: number; readonly last: number } | null;
  /** Columns that are printed, from the first; all when null. */
  readonly printedColumns: number | null;
  /** Fitted to one page, or to the width of one page. */
  readonly fit: 'one_page' | 'one_page_wide';
  readonly joined?: readonly CellRange[];
  /** Cells whose figure turns red below nought. The sign or a word says it as well. */
  readonly redBelowZero?: readonly CellRange[];
  readonly filterOver?: CellRange;
  readonly charts?: readonly WorkbookChart[];
};

export type WorkbookName = { readonly name: string; readonly sheet: string; readonly range: CellRange };

export type WorkbookDocument = {
  readonly title: string;
  readonly description: string;
  readonly school: string;
  /** Both the creation and the last change: the same document gives the same bytes. */
  readonly created: IsoDate;
  /** Printed at the foot of every page, beside the page number. */
  readonly footer: string;
  readonly sheets: readonly WorkbookSheet[];
  /** Names that formulas use for ranges. */
  readonly names: readonly WorkbookName[];
};

/** Turns a document into the bytes of an .xlsx file. */
export type WorkbookWriter = (document: WorkbookDocument) => Promise<Uint8Array>;
