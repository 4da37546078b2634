import type { SentencePart } from '../sentences/say.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { DocumentKind, DocumentReader } from './kinds.ts';

/** A piece of running text. The parts of a generated sentence are runs as they stand. */
export type Run = SentencePart & { readonly italic?: boolean };
export type Words = readonly Run[];

export const words = (...pieces: readonly (string | Run)[]): Words =>
  pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece)).filter(({ text }) => text !== '');
export const italic = (text: string): Run => ({ text, italic: true });
export const plainWords = (runs: Words): string => runs.map(({ text }) => text).join('');

export type TableColumn = {
  readonly heading: string;
  readonly align: 'left' | 'right';
  /** Its part of the width, beside the other columns'. */
  readonly share: number;
};

export type TableCell = {
  readonly text: string;
  /** What the figure is to the penny, where the cell is money: never shown, so that documents can be held against each other. */
  readonly pence?: Pence;
  readonly strong?: boolean;
};

export type TableRow = {
  /** `group` is a heading over the rows that follow, in its first cell; `total` has a rule above, `grand` a double one below. */
  readonly kind: 'body' | 'group' | 'total' | 'grand';
  /** One for each column, the first the row's own heading. A group has one cell. */
  readonly cells: readonly TableCell[];
};

export type DocumentTable = {
  readonly kind: 'table';
  /** Said above it and read out; every table has one. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly note: string | null;
};

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** `lead` opens a section, `note` is small, `own` are the school's own words. */
  | { readonly kind: 'paragraph'; readonly tone: 'lead' | 'body' | 'note' | 'own'; readonly words: Words }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Words[] }
  | DocumentTable
  /** A chart over its ledger: the ledger's year columns stand exactly under those of the chart. */
  | { readonly kind: 'figure'; readonly chart: ChartSpec; readonly ledger: DocumentTable | null }
  /** What must not be missed, between two rules: decisions wanted. */
  | { readonly kind: 'box'; readonly title: string; readonly items: readonly Words[]; readonly ordered: boolean };

export type DocumentSection = {
  /** The same in every version: the school's own words hang on it. */
  readonly key: string;
  /** `3`, `B`; null in a document that does not count its sections. */
  readonly number: string | null;
  readonly title: string;
  readonly annex: boolean;
  /** Wide tables lie across the page. */
  readonly landscape: boolean;
  readonly blocks: readonly DocumentBlock[];
  /** What is said with a slide, and not shown on it. */
  readonly notes: readonly string[];
};

export type DocumentVersion = {
  readonly number: number;
  readonly state: 'draft' | 'sent';
  /** The number of the plan's last change: the same number is the same plan. */
  readonly plan: number;
};

/** A document before it is Word, PDF or slides: every writer sets this, and adds no figure of its own. */
export type DocumentModel = {
  readonly kind: DocumentKind;
  /** `report` has a cover, contents and pages; `paper` begins on its first page; `slides` has a section a slide. */
  readonly layout: 'report' | 'paper' | 'slides';
  readonly title: string;
  readonly school: string;
  /** True where the school is made up: said on every page. */
  readonly madeUp: boolean;
  readonly reader: DocumentReader;
  readonly version: DocumentVersion;
  readonly asOf: IsoDate;
  /** The sentence under the title, true of these figures. */
  readonly opening: Words;
  /** Above and below every page; the page's number is the writer's. */
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: string;
  readonly sections: readonly DocumentSection[];
};

export const paragraph = (...pieces: readonly (string | Run)[]): DocumentBlock => ({ kind: 'paragraph', tone: 'body', words: words(...pieces) });
export const lead = (...pieces: readonly (string | Run)[]): DocumentBlock => ({ kind: 'paragraph', tone: 'lead', words: words(...pieces) });
export const note = (...pieces: readonly (string | Run)[]): DocumentBlock => ({ kind: 'paragraph', tone: 'note', words: words(...pieces) });
export const heading = (text: string, level: 2 | 3 = 2): DocumentBlock => ({ kind: 'heading', level, text });
