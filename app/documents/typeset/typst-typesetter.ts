import { initSync, TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { allOf, asDrawable, charactersOf, type Drawable } from './glyphs.ts';
import { TYPESETTER_FONTS, TYPESETTER_TEMPLATES, type ReadTypesetterFile } from './typesetter-files.ts';

/** Diagnostics in full sentences, for the log. */
const FULL_DIAGNOSTICS = 3;
const MAIN = '/document.typ';

type Compiled = { readonly result?: Uint8Array; readonly diagnostics?: readonly unknown[] };

type Typesetter = { readonly compiler: TypstCompiler; readonly drawable: Drawable };

let typesetter: Promise<Typesetter> | null = null;

/** Made once for each process: the program takes a second to load, a document a tenth of one. */
async function load(read: ReadTypesetterFile): Promise<Typesetter> {
  initSync({ module: read('typst.wasm') });
  const builder = new TypstCompilerBuilder();
  // No files, no packages, no network: what it may use is what it is given here.
  builder.set_dummy_access_model();
  const fonts = TYPESETTER_FONTS.map(read);
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const text = new TextDecoder();
  for (const template of TYPESETTER_TEMPLATES) compiler.add_source(`/${template}`, text.decode(read(template)));
  return { compiler, drawable: drawableIn(fonts) };
}

/** What can be printed at all. */
export const drawableIn = (fonts: readonly Uint8Array[]): Drawable => allOf(fonts.map(charactersOf));

/** What the templates are given: the document, in characters that can be printed. */
export const typesetInput = (model: DocumentModel, drawable: Drawable): string =>
  JSON.stringify(model, (_, value: unknown) => (typeof value === 'string' ? asDrawable(value, drawable) : value));

/**
 * The document as a tagged PDF. Words go in as data and are never read as commands.
 * @throws Error where the template does not fit the document: a fault of ours
 */
export async function typesetPdf(model: DocumentModel, read: ReadTypesetterFile): Promise<Uint8Array> {
  typesetter ??= load(read);
  const { compiler, drawable } = await typesetter;
  const { result, diagnostics = [] } = compiler.compile(MAIN, [['document', typesetInput(model, drawable)]], 'pdf', FULL_DIAGNOSTICS) as Compiled;
  if (result === undefined) throw new Error(`The document was not set: ${JSON.stringify(diagnostics).slice(0, 2000)}`);
  return result;
}
