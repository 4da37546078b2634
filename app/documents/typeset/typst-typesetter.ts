import { initSync, TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import { TYPESETTER_FONTS, TYPESETTER_TEMPLATES, type ReadTypesetterFile } from './typesetter-files.ts';

/** Diagnostics in full sentences, for the log. */
const FULL_DIAGNOSTICS = 3;
const MAIN = '/document.typ';

type Compiled = { readonly result?: Uint8Array; readonly diagnostics?: readonly unknown[] };

let compiler: Promise<TypstCompiler> | null = null;

/** Made once for each process: the program takes a tenth of a second to load, a document a hundredth. */
async function load(read: ReadTypesetterFile): Promise<TypstCompiler> {
  initSync({ module: read('typst.wasm') });
  const builder = new TypstCompilerBuilder();
  // No files, no packages, no network: what it may use is what it is given here.
  builder.set_dummy_access_model();
  for (const font of TYPESETTER_FONTS) await builder.add_raw_font(read(font));
  const made = await builder.build();
  const text = new TextDecoder();
  for (const template of TYPESETTER_TEMPLATES) made.add_source(`/${template}`, text.decode(read(template)));
  return made;
}

/**
 * The document as a tagged PDF. Words go in as data and are never read as commands.
 * @throws Error where the template does not fit the document: a fault of ours
 */
export async function typesetPdf(model: DocumentModel, read: ReadTypesetterFile): Promise<Uint8Array> {
  compiler ??= load(read);
  const typst = await compiler;
  const { result, diagnostics = [] } = typst.compile(MAIN, [['document', JSON.stringify(model)]], 'pdf', FULL_DIAGNOSTICS) as Compiled;
  if (result === undefined) throw new Error(`The document was not set: ${JSON.stringify(diagnostics).slice(0, 2000)}`);
  return result;
}
