import type { ImportOptions } from '../contract/import-options.ts';
import type { Child, SpawnChild } from '../processes/child.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import type { XmlDocument } from './xml-element.ts';

/** What a person said of how the file is to be opened; left out where Kitplan is to find it. */
export type ReadHow = Pick<ImportOptions, 'sheet' | 'encoding' | 'separator'> & {
  /** What is looked for in it: a register of kit unless said. A development plan may be a Word document too. */
  readonly seeks?: 'development';
};

/** What is known when the last row has been read. */
export type FileEnd = Omit<RawTable, 'fileName' | 'rows'>;

/** What the reader process is asked: one file, once. */
export type ReaderRequest = {
  /**
   * `table` takes tables alone; `document` takes XML that is no workbook too, and answers with its tree; `letterhead` takes a
   * Word document, and only says whether documents may be written on it.
   */
  readonly kind: 'table' | 'document' | 'letterhead';
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly how: ReadHow;
};

/** What it answers: batches of rows, then `end`; or the tree of an XML document; or that a letterhead is sound; or one refusal in words. */
export type ReaderReport =
  | { readonly kind: 'rows'; readonly rows: readonly RawRow[] }
  | ({ readonly kind: 'end' } & FileEnd)
  | { readonly kind: 'xml'; readonly xml: XmlDocument }
  | { readonly kind: 'letterhead'; readonly placeholders: readonly string[] }
  | { readonly kind: 'refused'; readonly sentence: string };

/** A process that runs `reader/main.ts`. */
export type ReaderProcess = Child<ReaderRequest>;

/** Starts a reader: one for each file. */
export type SpawnReader = SpawnChild<ReaderRequest>;

/** Old-space heap of the reader process, in megabytes. */
export const READER_HEAP_MB = 1024;
