import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typesetterFiles } from '../app/documents/typeset/typesetter.ts';
import type { ReadTypesetterFile } from '../app/documents/typeset/typesetter-files.ts';

/** Kitplan's own files. This module runs from its source and from the bundle `out/cli/index.js`. */

const here = fileURLToPath(import.meta.url);
const bundled = extname(here) === '.js';
const root = bundled ? dirname(dirname(dirname(here))) : dirname(dirname(here));

/** The built screens. */
export const clientFolder = join(root, 'out', 'client');

/** The program that reads registers in a process of its own. */
export const readerProgram = bundled
  ? join(root, 'out', 'reader', 'index.js')
  : join(root, 'app', 'intake', 'reader', 'main.ts');

/** The program that sets PDFs in a process of its own. */
export const typesetterProgram = bundled
  ? join(root, 'out', 'typesetter', 'index.js')
  : join(root, 'app', 'documents', 'typeset', 'process', 'main.ts');

/** What PDFs are set with: copied beside that program, or where it comes from. */
export const readTypesetterFile: ReadTypesetterFile = bundled
  ? typesetterFiles(join(root, 'out', 'typesetter'), 'build')
  : typesetterFiles(root, 'source');

/** "0.1.0", from package.json. */
export function programVersion(): string {
  const told: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof told === 'object' && told !== null && 'version' in told ? String(told.version) : 'unknown';
}
