import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TYPESETTER_FILES, type ReadTypesetterFile } from '../app/documents/typeset/typesetter-files.ts';

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

/** What PDFs are set with: copied beside the bundle, or where it comes from. */
export const readTypesetterFile: ReadTypesetterFile = (name) =>
  readFileSync(bundled ? join(root, 'out', 'typesetter', name) : join(root, TYPESETTER_FILES[name]));

/** "0.1.0", from package.json. */
export function programVersion(): string {
  const told: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return typeof told === 'object' && told !== null && 'version' in told ? String(told.version) : 'unknown';
}
