import { join } from 'node:path';

/** The built bundles as they lie beside the main one, on disk and inside the packed application alike. */
const out = join(import.meta.dirname, '..');

export const clientFolder = join(out, 'client');
export const preloadProgram = join(out, 'preload', 'index.cjs');
export const readerProgram = join(out, 'reader', 'index.js');
export const typesetterProgram = join(out, 'typesetter', 'index.js');
