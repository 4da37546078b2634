import type { ChartSpec } from '../../../planning/documents/chart-spec.ts';
import type { DocumentBlock, DocumentTable, Words } from '../../../planning/documents/model.ts';
import { plainWords, words } from '../../../planning/documents/model.ts';
import { FACES, GREEN, GREY, INK, PLACES, POINTS_IN_INCH, TYPE } from './slide-look.ts';
import { linesOf, SERIF } from './text-size.ts';

/** A paragraph as it stands on a slide, at full size. */
export type Line = {
  readonly runs: Words;
  readonly size: number;
  readonly face: string;
  readonly colour: string;
  readonly bold: boolean;
  /** `dot`, or the number that it carries; null for running text. */
  readonly mark: 'dot' | number | null;
  /** Room under it, in points. */
  readonly after: number;
};

/** The smallest things that a slide is filled with, each whole. */
export type Piece =
  | { readonly kind: 'line'; readonly line: Line }
  /** Between two rules. */
  | { readonly kind: 'box'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  | { readonly kind: 'figure'; readonly chart: ChartSpec; readonly ledger: DocumentTable | null };

export type Placed = Piece & { readonly x: number; readonly y: number; readonly w: number; readonly h: number; readonly scale: number };

/** Text of one paragraph that no slide holds is parted. */
const LONGEST_LINE = 700;
const MARK_INDENT = 0.24;
const LINE_HEIGHT = 1.25;
const GAP = 0.14;
const LEAST_FIGURE = 2.3;
const CELL = { x: 0.06, y: 0.035 } as const;
/** Room in a box over its words, with its rule, and under them. */
export const BOX_ROOM = { over: 0.2, under: 0.2 } as const;

const line = (runs: Words, size: number, rest: Partial<Line> = {}): Line => ({ runs, size, face: FACES.text, colour: INK, bold: false, mark: null, after: size * 0.45, ...rest });

const listed = (items: readonly Words[], ordered: boolean): Line[] => items.map((item, at) => line(item, TYPE.body, { mark: ordered ? at + 1 : 'dot', after: TYPE.body * 0.3 }));

/** A block in the pieces that may stand on different slides. */
export function piecesOf(block: DocumentBlock): readonly Piece[] {
  const lines = (each: readonly Line[]): Piece[] => each.map((one) => ({ kind: 'line', line: one }));
  switch (block.kind) {
    case 'heading': return lines([line(words(block.text), block.level === 2 ? TYPE.heading : TYPE.body, { bold: true, after: 3 })]);
    case 'paragraph': return lines(parted(block.words).map((part) => {
      if (block.tone === 'note') return line(part, TYPE.note, { face: FACES.small, colour: GREY });
      return line(part, block.tone === 'lead' ? TYPE.lead : TYPE.body);
    }));
    case 'list': return lines(listed(block.items, block.ordered));
    case 'box': return [{ kind: 'box', lines: [line(words(block.title), TYPE.heading, { bold: true, colour: GREEN, after: 3 }), ...listed(block.items, block.ordered && block.items.length > 1).map((each) => (block.items.length > 1 ? each : { ...each, mark: null }))] }];
    case 'table': return [{ kind: 'table', table: block }, ...lines(block.note === null ? [] : [line(words(block.note), TYPE.note, { face: FACES.small, colour: GREY })])];
    case 'figure': return [block];
  }
}

/** A long paragraph in parts that end where a word ends. */
function parted(runs: Words): readonly Words[] {
  const text = plainWords(runs);
  if (text.length <= LONGEST_LINE) return [runs];
  const parts: string[] = [];
  for (let rest = text; rest !== '';) {
    const cut = rest.length <= LONGEST_LINE ? rest.length : Math.max(rest.lastIndexOf(' ', LONGEST_LINE), 0) || LONGEST_LINE;
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return parts.map((part) => words(part));
}

const inches = (points: number): number => points / POINTS_IN_INCH;

const lineHeight = ({ runs, size, face, bold, mark, after }: Line, width: number, scale: number): number =>
  inches(linesOf(plainWords(runs), size * scale * (face === FACES.text ? SERIF : 1), width - (mark === null ? 0 : MARK_INDENT), bold) * size * scale * LINE_HEIGHT + after * scale);

/** How wide each column of a table is. */
export function columnWidths({ columns }: DocumentTable, width: number): readonly number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (width * share) / shares);
}

/** How high each row of a table is, its heading first. */
export function rowHeights(table: DocumentTable, width: number, scale: number): readonly number[] {
  const widths = columnWidths(table, width);
  const size = TYPE.table * scale;
  const heightOf = (texts: readonly string[], bold: boolean, whole: boolean): number =>
    inches(Math.max(1, ...texts.map((text, at) => linesOf(text, size, (whole ? width : widths[at] ?? width) - 2 * CELL.x, bold))) * size * LINE_HEIGHT) + 2 * CELL.y + 0.02;
  return [
    heightOf(table.columns.map(({ heading }) => heading), true, false),
    ...table.rows.map(({ kind, cells }) => heightOf(cells.map(({ text }) => text), kind !== 'body', kind === 'group')),
  ];
}

const CAPTION = 0.3;
const captionHeight = ({ caption }: DocumentTable, scale: number): number => (caption === '' ? 0 : CAPTION * scale);
const tableHeight = (table: DocumentTable, width: number, scale: number): number => captionHeight(table, scale) + rowHeights(table, width, scale).reduce((sum, each) => sum + each, 0);

/** The least room that a piece takes; a figure grows into what is left. */
function heightOf(piece: Piece, width: number, scale: number): number {
  switch (piece.kind) {
    case 'line': return lineHeight(piece.line, width, scale);
    case 'box': return piece.lines.reduce((sum, each) => sum + lineHeight(each, width, scale), 0) + BOX_ROOM.over + BOX_ROOM.under;
    case 'table': return tableHeight(piece.table, width, scale) + GAP;
    case 'figure': return LEAST_FIGURE + (piece.ledger === null ? 0 : tableHeight({ ...piece.ledger, caption: '' }, width, scale));
  }
}

/** The pieces that fit into one column at that scale, the first at least, and where each stands; figures share what is left over. */
export function fill(pieces: readonly Piece[], column: { readonly x: number; readonly w: number }, scale: number): { readonly placed: readonly Placed[]; readonly rest: readonly Piece[] } {
  const { y: top, h: room } = PLACES.body;
  let used = 0;
  let count = 0;
  for (const piece of pieces) {
    const height = heightOf(piece, column.w, scale);
    if (count > 0 && used + height > room) break;
    used += height;
    count += 1;
  }
  const shown = pieces.slice(0, count);
  const figures = shown.filter(({ kind }) => kind === 'figure').length;
  const more = figures === 0 ? 0 : Math.max(0, room - used) / figures;
  let y = top;
  const placed = shown.map((piece): Placed => {
    const h = heightOf(piece, column.w, scale) + (piece.kind === 'figure' ? more : 0);
    const at = { ...piece, x: column.x, y, w: column.w, h, scale };
    y += h;
    return at;
  });
  return { placed, rest: pieces.slice(count) };
}
