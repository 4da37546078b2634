import { writeXlsx, type Cell, type CellStyle as HucreStyle, type SheetChart, type WriteSheet } from 'hucre/xlsx';
import { withoutUnseen } from '../contract/fields.ts';
import { fixedAddress, quotedSheet, rangeAddress } from './cells.ts';
import type {
  CellPlace, CellRange, CellStyle, WorkbookCell, WorkbookChart, WorkbookDocument, WorkbookSheet, WorkbookWriter,
} from './workbook-writer.ts';

/** Every font is named with its size: without a name a reader falls back to a serif. */
const FONT = { name: 'Calibri', size: 11 };
const INK = { rgb: '1B2420' };
const GREY = { rgb: '5A665F' };
const RED = { rgb: 'A6291B' };
const RULE = { style: 'thin', color: { rgb: 'B3BDB6' } } as const;
const STRONG_RULE = { style: 'medium', color: INK } as const;
const DOUBLE_RULE = { style: 'double', color: INK } as const;

/** "_)" leaves a little room at the right, so that a figure does not touch the text of the next column. */
const MONEY = '£#,##0_);"−"£#,##0_);"–"_)';
const TOTAL_MONEY = '£#,##0_);"−"£#,##0_);£0_)';
const COUNT = '#,##0_);"−"#,##0_);"–"_)';

const plain = { ...FONT, color: INK };
const bold = { ...FONT, bold: true, color: INK };
const grey = { ...FONT, size: 10, color: GREY };
const total = { top: RULE };
const grand = { top: RULE, bottom: DOUBLE_RULE };
const right = { horizontal: 'right' } as const;
const wrapped = { vertical: 'top', wrapText: true } as const;

const STYLES: Readonly<Record<CellStyle, HucreStyle>> = {
  title: { font: { ...FONT, size: 18, bold: true, color: INK } },
  sentence: { font: { ...FONT, size: 12, color: INK }, alignment: wrapped },
  note: { font: grey, alignment: wrapped },
  section: { font: { ...FONT, size: 13, bold: true, color: INK }, border: { top: STRONG_RULE } },
  head: { font: bold, border: { bottom: STRONG_RULE }, alignment: { wrapText: true } },
  headRight: { font: bold, border: { bottom: STRONG_RULE }, alignment: { ...right, wrapText: true } },
  faint: { font: grey },
  faintNumber: { font: grey, alignment: right, numFmt: '0_)' },
  text: { font: plain },
  wrapped: { font: plain, alignment: wrapped },
  strong: { font: bold },
  count: { font: plain, numFmt: COUNT },
  strongCount: { font: bold, numFmt: COUNT, border: total },
  date: { font: plain, numFmt: 'd mmm yyyy_)', alignment: right },
  // The last day that a spreadsheet knows stands for a day that nobody knows.
  dateOrUnknown: { font: plain, numFmt: '[=2958465]"not known"_);d mmm yyyy_)', alignment: right },
  percent: { font: plain, numFmt: '0.0#%_);"−"0.0#%_);0%_)' },
  rate: { font: plain, numFmt: '0.0#_);"−"0.0#_);0_)' },
  index: { font: plain, numFmt: '#,##0_)' },
  money: { font: plain, numFmt: MONEY },
  moneyTotal: { font: bold, numFmt: TOTAL_MONEY, border: total },
  moneyGrand: { font: bold, numFmt: TOTAL_MONEY, border: grand },
  difference: { font: bold, numFmt: '"+"£#,##0_);"−"£#,##0_);£0_)' },
  totalText: { font: bold, border: total },
  grandText: { font: bold, border: grand },
  words: { font: plain, alignment: right },
  pence: { font: plain, numFmt: '£#,##0.00_);"−"£#,##0.00_)' },
  missing: { font: { ...FONT, italic: true, color: GREY }, alignment: right },
};

/** What a cell of a spreadsheet may hold at most. */
const LONGEST_TEXT = 32_767;

/** Words that the library would write as an error value; a person may have typed them in a register. */
const ERROR_WORD = /^#(N\/A|VALUE!|REF!|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

function hucreCell(cell: WorkbookCell): Partial<Cell> {
  const style = STYLES[cell.style];
  if (cell.kind === 'number') return { value: cell.value, style };
  if (cell.kind === 'date') return { value: midnight(cell.date), style };
  if (cell.kind === 'formula') return { formula: cell.formula, formulaResult: cell.result, style };
  const text = withoutUnseen(cell.text).slice(0, LONGEST_TEXT);
  // Text stays text: a leading "=" is no formula, and an error's name is no error.
  return ERROR_WORD.test(text) ? { richText: [{ text, font: style.font ?? FONT }], style } : { value: text, style };
}

const corner = ({ row, column }: CellPlace): { row: number; col: number } => ({ row: row - 1, col: column - 1 });

/** The library draws no columns with a line across them: stacked columns, or lines. */
function hucreChart(chart: WorkbookChart): SheetChart {
  const lines = chart.kind === 'lines';
  return {
    type: lines ? 'line' : 'column', title: chart.title, altText: chart.altText, frameTitle: chart.title,
    titleFontSize: 12, titleBold: true, titleColor: INK.rgb, lang: 'en-GB', legend: 'bottom',
    ...(lines ? {} : { barGrouping: 'stacked' as const, gapWidth: 60 }),
    series: chart.series.map(({ name, values, colour }) => ({
      name, values: fixedAddress(values), categories: fixedAddress(chart.categories), color: colour,
      ...(lines && { stroke: { width: 2.25 }, marker: { symbol: 'none' as const } }),
    })),
    axes: { y: { numberFormat: { formatCode: '£#,##0' }, gridlines: { major: true }, minorTickMark: 'none', scale: { min: 0 } } },
    anchor: { from: corner(chart.over.from), to: corner(chart.over.to) },
  };
}

/** In headers and footers "&" starts a code, so a school's own is doubled. At most 255 characters are allowed. */
const printed = (text: string): string => withoutUnseen(text).slice(0, 100).replaceAll('&', '&&');

function hucreSheet(sheet: WorkbookSheet, document: WorkbookDocument): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height: number }>();
  sheet.rows.forEach(({ cells: row, height }, rowIndex) => {
    if (height !== undefined) heights.set(rowIndex, { height });
    row.forEach((cell, columnIndex) => {
      if (cell !== null) cells.set(`${rowIndex},${columnIndex}`, hucreCell(cell));
    });
  });
  return {
    name: sheet.name, columns: sheet.columnWidths.map((width) => ({ width })), cells, rowDefs: heights,
    freezePane: sheet.frozen,
    view: { showGridLines: false },
    merges: (sheet.joined ?? []).map(({ from, to }) =>
      ({ startRow: from.row - 1, startCol: from.column - 1, endRow: to.row - 1, endCol: to.column - 1 })),
    conditionalRules: (sheet.redBelowZero ?? []).map((range, index) => ({
      type: 'cellIs', operator: 'lessThan', formula: '0', priority: index + 1, range: rangeAddress(range), style: { font: { color: RED } },
    })),
    ...(sheet.filterOver !== undefined && { autoFilter: { range: rangeAddress(sheet.filterOver) } }),
    charts: (sheet.charts ?? []).map(hucreChart),
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: sheet.fit === 'one_page' ? 1 : 0,
      margins: { top: 0.75, bottom: 0.75, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L${printed(document.school)}&R${printed(sheet.name)}`,
      oddFooter: `&L${printed(document.footer)}&RPage &P of &N`,
    },
  };
}

/** Print names are written here: the library's own do not quote a sheet's name, and Excel then asks to repair. */
function printNames(sheet: WorkbookSheet): { name: string; range: string; scope: string }[] {
  const where = quotedSheet(sheet.name);
  const columns = sheet.printedColumns ?? sheet.columnWidths.length;
  const area = fixedAddress({ from: { row: 1, column: 1 }, to: { row: Math.max(1, sheet.rows.length), column: columns } });
  const titles = sheet.repeatedRows === null ? []
    : [{ name: '_xlnm.Print_Titles', range: `${where}!$${sheet.repeatedRows.first}:$${sheet.repeatedRows.last}`, scope: sheet.name }];
  return [{ name: '_xlnm.Print_Area', range: `${where}!${area}`, scope: sheet.name }, ...titles];
}

/** What a name stands for: one cell by itself, which a formula may compare and add, or a range. */
const namedAddress = (range: CellRange): string => {
  const [from = '', to = ''] = fixedAddress(range).split(':');
  return from === to ? from : `${from}:${to}`;
};

/** Writes a workbook with hucre. The same document always gives the same bytes. */
export const writeHucreWorkbook: WorkbookWriter = (document) => {
  const at = midnight(document.created);
  return writeXlsx({
    sheets: document.sheets.map((sheet) => hucreSheet(sheet, document)),
    defaultFont: FONT,
    properties: {
      title: withoutUnseen(document.title), subject: withoutUnseen(document.school), creator: 'Kitplan', lastModifiedBy: 'Kitplan',
      description: withoutUnseen(document.description), created: at, modified: at,
    },
    namedRanges: [
      ...document.names.map(({ name, sheet, range }) => ({ name, range: `${quotedSheet(sheet)}!${namedAddress(range)}` })),
      ...document.sheets.flatMap(printNames),
    ],
  });
};
