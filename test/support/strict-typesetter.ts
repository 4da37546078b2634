import { join, resolve } from 'node:path';
import type { CompileDocArgs } from '@myriaddreamin/typst-ts-node-compiler';
import { TYPESETTER_FONTS } from '../../app/documents/typeset/typesetter-files.ts';
import { drawableIn, typesetInput } from '../../app/documents/typeset/typst-typesetter.ts';
import type { DocumentModel } from '../../planning/documents/model.ts';
import { readFromSource } from './plan-in-memory.ts';

/**
 * The same templates and typefaces under the rules of PDF/UA-1, the standard for documents that everybody can read: a picture
 * without words, a level of heading left out or a character that no typeface has is an error. Kitplan itself carries the
 * typesetter in WebAssembly, which makes the same file and cannot be told to be strict.
 */
const templates = resolve(import.meta.dirname, '../../app/documents/typeset');
const fonts = TYPESETTER_FONTS.map((name) => readFromSource(name));
const drawable = drawableIn(fonts);

/** It is a native module, which is not there for every system: null then. */
const native = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null);
const compiler = native?.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] });

/** True where PDF/UA-1 cannot be checked on this system. */
export const NOT_STRICT_HERE = compiler === undefined;
if (NOT_STRICT_HERE) console.info('PDF/UA-1 is not checked: the native Typst compiler has no build for this system.');

/** @returns what is against the standard; null where nothing is */
export const brokenForSome = (model: DocumentModel): string | null =>
  refusedBy({ mainFilePath: join(templates, 'document.typ'), inputs: { document: typesetInput(model, drawable) } });

/** The same of a few lines of Typst: shows that the gate can close. */
export const brokenMarkup = (markup: string): string | null => refusedBy({ mainFileContent: markup });

function refusedBy(source: CompileDocArgs): string | null {
  try {
    compiler?.pdf(source, { pdfStandard: 'ua-1' });
    return null;
  } catch (fault) {
    return /message: "((?:[^"\\]|\\.)*)"/.exec(String(fault))?.[1] ?? String(fault);
  }
}
