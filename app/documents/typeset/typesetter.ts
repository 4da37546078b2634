import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { TYPESETTER_FILES, type ReadTypesetterFile } from './typesetter-files.ts';

/** Sets a document as a tagged PDF. */
export type Typeset = (model: DocumentModel) => Promise<Uint8Array>;

/** Where a host has its PDFs set. */
export type Typesetter = {
  readonly typeset: Typeset;
  /** Ends what runs; nothing is set after. */
  readonly close: () => void;
};

/**
 * Reads the typesetter's files.
 * @param folder where the build has copied them, or from source the project itself
 */
export const typesetterFiles = (folder: string, from: 'build' | 'source'): ReadTypesetterFile =>
  (name) => readFileSync(join(folder, from === 'build' ? name : TYPESETTER_FILES[name]));

/**
 * Sets documents in the process that asks. It keeps some megabytes of each and blocks meanwhile: for a program that sets one
 * and ends. A host that stays sets them in a process of their own.
 */
export const typesetHere = (read: ReadTypesetterFile): Typesetter => ({
  // Loaded when it is first asked for.
  typeset: async (model) => (await import('./typst-typesetter.ts')).typesetPdf(model, read),
  close: () => undefined,
});
