import type PptxGenJS from 'pptxgenjs';
import type { DocumentTable, TableRow, Words } from '../../../planning/documents/model.ts';
import { withoutUnseen } from '../../contract/fields.ts';
import { BOX_ROOM, columnWidths, rowHeights, type Line, type Placed } from './flow.ts';
import type { ChartLook } from './chart-part.ts';
import { FACES, GREEN, GREY, HAIRLINE, INK, RULE, TYPE } from './slide-look.ts';

type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const MARK_POINTS = 17;
const LANGUAGE = 'en-GB';
const CAPTION = 0.3;
/** Room over the plot for the legend and what stands over the highest column, and under it for the names of the categories. */
const OVER = 0.68;
const LEGEND = 0.3;
/** A ledger is set a little smaller than a table: its years are as narrow as the columns over them. */
const LEDGER = 0.92;
const UNDER = 0.34;
const AXIS = 0.68;
/** The part of a chart of bars that their names take. */
const NAMES = 0.34;

const runsOf = ({ runs, size, face, colour, bold, mark, after }: Line, scale: number): PptxGenJS.TextProps[] => {
  const said = runs.filter(({ text }) => text !== '');
  return said.map(({ text, strong = false, italic = false }, at): PptxGenJS.TextProps => ({
    text: withoutUnseen(text).replaceAll(/\s*\n\s*/g, ' '),
    options: {
      fontSize: size * scale, fontFace: face, color: colour, lang: LANGUAGE, paraSpaceAfter: after * scale,
      ...((bold || strong) && { bold: true }), ...(italic && { italic: true }), ...(at === said.length - 1 && { breakLine: true }),
      ...(at === 0 && mark !== null && { bullet: mark === 'dot' ? { indent: MARK_POINTS * scale } : { type: 'number' as const, numberStartAt: mark, indent: MARK_POINTS * scale } }),
    },
  }));
};

const textBox = (slide: PptxGenJS.Slide, lines: readonly Line[], { x, y, w, h }: Box, scale: number): void => {
  slide.addText(lines.flatMap((each) => runsOf(each, scale)), { x, y, w, h, margin: 0, valign: 'top', isTextBox: true, objectName: 'Words' });
};

const rule = (slide: PptxGenJS.Slide, { x, y, w }: Pick<Box, 'x' | 'y' | 'w'>, colour: string, width: number): void => {
  slide.addShape('line', { x, y, w, h: 0, line: { color: colour, width }, objectName: 'Rule' });
};

const caption = (text: Words, size: number): Line => ({ runs: text, size, face: FACES.small, colour: INK, bold: true, mark: null, after: 0 });

const NONE = { type: 'none' } as const;
const edge = (pt: number, color: string): PptxGenJS.BorderProps => ({ type: 'solid', pt, color });

/** The rule under each kind of row, and over a total. */
const bordersOf = ({ kind }: Pick<TableRow, 'kind'>): [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] =>
  [kind === 'total' || kind === 'grand' ? edge(1, INK) : NONE, NONE, kind === 'grand' ? edge(1.5, INK) : edge(0.5, HAIRLINE), NONE];

function drawTable(slide: PptxGenJS.Slide, table: DocumentTable, { x, y, w }: Pick<Box, 'x' | 'y' | 'w'>, scale: number): void {
  const cell = (text: string, at: number, bold: boolean, border: ReturnType<typeof bordersOf>, options: PptxGenJS.TableCellProps = {}): PptxGenJS.TableCell => ({
    text: withoutUnseen(text).replaceAll(/\s*\n\s*/g, ' '), options: { bold, align: table.columns[at]?.align ?? 'left', border, ...options },
  });
  const rows: PptxGenJS.TableRow[] = [
    table.columns.map(({ heading }, at) => cell(heading, at, true, [NONE, NONE, edge(1, INK), NONE])),
    ...table.rows.map((row): PptxGenJS.TableRow => (row.kind === 'group'
      ? [cell(row.cells[0]?.text ?? '', 0, true, bordersOf(row), { colspan: table.columns.length })]
      : row.cells.map(({ text, strong = false }, at) => cell(text, at, strong || row.kind !== 'body', bordersOf(row))))),
  ];
  slide.addTable(rows, {
    x, y, w, colW: [...columnWidths(table, w)], rowH: [...rowHeights(table, w, scale)], fontSize: TYPE.table * scale, fontFace: FACES.small, color: INK, valign: 'top',
    margin: [0.035, 0.06, 0.035, 0.06],
  });
}

/** Where a figure's parts stand: its caption, the chart, and the ledger under it. */
export function figureParts({ chart, ledger, y, w, h, scale }: Extract<Placed, { kind: 'figure' }>): { readonly chartBox: Pick<Box, 'y' | 'h'>; readonly ledgerY: number; readonly look: ChartLook } {
  const under = ledger === null ? 0 : rowHeights(ledger, w, scale * LEDGER).reduce((sum, each) => sum + each, 0);
  const box = { y: y + CAPTION, h: h - CAPTION - under - (ledger === null ? 0 : 0.1) };
  const widths = ledger === null ? null : columnWidths(ledger, w);
  const from = widths !== null ? widths[0] ?? AXIS : chart.kind === 'bars' ? w * NAMES : AXIS;
  const to = widths === null ? w * (chart.kind === 'bars' ? 0.98 : 1) : widths.slice(0, chart.categories.length + 1).reduce((sum, each) => sum + each, 0);
  const foot = ledger !== null ? 0.06 : chart.kind === 'bars' ? 0.1 : UNDER;
  return {
    chartBox: box, ledgerY: box.y + box.h,
    look: { size: TYPE.chart * Math.max(scale, 0.85), overLedger: ledger !== null, legend: LEGEND / box.h, plot: { x: from / w, y: OVER / box.h, w: (to - from) / w, h: 1 - (OVER + foot) / box.h } },
  };
}

/** A chart as the library places it; what it draws and from what is written afterwards, in `finish-slides.ts`. */
function drawFigure(slide: PptxGenJS.Slide, figure: Extract<Placed, { kind: 'figure' }>): void {
  const { chart, ledger, x, y, w, scale } = figure;
  const { chartBox, ledgerY } = figureParts(figure);
  textBox(slide, [caption([{ text: chart.title }], TYPE.caption)], { x, y, w, h: CAPTION }, Math.max(scale, 0.85));
  slide.addChart('bar', [{ name: 'Figures', labels: ['1'], values: [1] }], { x, ...chartBox, w, altText: withoutUnseen(chart.altText), objectName: 'Chart' });
  if (ledger !== null) drawTable(slide, ledger, { x, y: ledgerY, w }, scale * LEDGER);
}

/** Draws what stands on a slide; lines of text that follow one another are one box, to be edited as one. */
export function drawPlaced(slide: PptxGenJS.Slide, placed: readonly Placed[]): void {
  let lines: Extract<Placed, { kind: 'line' }>[] = [];
  const flush = (): void => {
    const [first] = lines;
    if (first !== undefined) textBox(slide, lines.map((each) => each.line), { x: first.x, y: first.y, w: first.w, h: lines.reduce((sum, { h }) => sum + h, 0) }, first.scale);
    lines = [];
  };
  for (const piece of placed) {
    const [first] = lines;
    if (piece.kind !== 'line' || (first !== undefined && first.x !== piece.x)) flush();
    if (piece.kind === 'line') lines.push(piece);
    else drawPiece(slide, piece);
  }
  flush();
}

function drawPiece(slide: PptxGenJS.Slide, piece: Exclude<Placed, { kind: 'line' }>): void {
  const { x, y, w, h, scale } = piece;
  if (piece.kind === 'figure') drawFigure(slide, piece);
  else if (piece.kind === 'box') {
    rule(slide, { x, y: y + BOX_ROOM.over / 2, w }, GREEN, 1.5);
    textBox(slide, piece.lines, { x, y: y + BOX_ROOM.over, w, h: h - BOX_ROOM.over - BOX_ROOM.under }, scale);
    rule(slide, { x, y: y + h - BOX_ROOM.under / 2, w }, RULE, 0.75);
  } else {
    const { table } = piece;
    const said = table.caption === '' ? 0 : CAPTION * scale;
    if (said > 0) textBox(slide, [caption([{ text: table.caption }], TYPE.caption)], { x, y, w, h: said }, scale);
    drawTable(slide, table, { x, y: y + said, w }, scale);
  }
}

export const footText = (text: string, box: Box, align: 'left' | 'center' | 'right'): { readonly text: { readonly text: string; readonly options: PptxGenJS.TextPropsOptions } } =>
  ({ text: { text: withoutUnseen(text), options: { ...box, align, fontSize: TYPE.foot, fontFace: FACES.small, color: GREY, margin: 0, valign: 'middle' } } });
