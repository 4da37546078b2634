import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';
import { TYPESETTER_FILES } from './app/documents/typeset/typesetter-files.ts';

const inRoot = (...parts: string[]): string => path.join(import.meta.dirname, ...parts);

/** Everything is bundled except what cannot be: Electron is the program itself, better-sqlite3 is a native module. */
const NOT_BUNDLED = ['electron', 'better-sqlite3'];

/** Vite always adds an environment called ssr, which is not ours. */
const ENVIRONMENTS = ['client', 'main', 'preload', 'cli', 'reader', 'typesetter'];

/** The licences of what is bundled travel with the bundle. */
const LICENCES = { fileName: 'licences.md' };

/** The typesetter and its typefaces are read as files: they lie beside the bundle of the process that reads them. */
function copyTypesetter(): void {
  const folder = inRoot('out', 'typesetter');
  mkdirSync(folder, { recursive: true });
  for (const [name, from] of Object.entries(TYPESETTER_FILES)) copyFileSync(inRoot(from), path.join(folder, name));
}

type Program = { readonly entry: string; readonly folder: string; readonly format: 'es' | 'cjs' };

/**
 * A bundle that runs in Node or in Electron's main process: one file, so that `import.meta.dirname` is the
 * folder it lies in, and `../reader/index.js` is found from each of them.
 */
function program({ entry, folder, format }: Program): EnvironmentOptions {
  return {
    consumer: 'server',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { noExternal: true, external: NOT_BUNDLED },
    build: {
      outDir: inRoot('out', folder),
      emptyOutDir: true,
      copyPublicDir: false,
      license: LICENCES,
      minify: false,
      sourcemap: true,
      target: 'node22.14',
      rolldownOptions: {
        input: inRoot(entry),
        platform: 'node',
        output: {
          format,
          codeSplitting: false,
          entryFileNames: format === 'cjs' ? 'index.cjs' : 'index.js',
        },
      },
    },
  };
}

export default defineConfig({
  root: inRoot('renderer'),
  base: '/',
  cacheDir: inRoot('node_modules', '.vite'),
  logLevel: 'warn',
  plugins: [react()],
  // Both hosts put a fresh nonce in its place each time they send index.html; Mantine reads it from the meta tag.
  html: { cspNonce: '__KITPLAN_NONCE__' },
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        outDir: inRoot('out', 'client'),
        emptyOutDir: true,
        // font-src and script-src allow our own files only: nothing may be inlined as data or script.
        assetsInlineLimit: 0,
        license: LICENCES,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2_000,
        target: 'chrome130',
      },
    },
    main: program({ entry: 'electron/main/index.ts', folder: 'main', format: 'es' }),
    preload: program({ entry: 'electron/preload/index.ts', folder: 'preload', format: 'cjs' }),
    cli: program({ entry: 'cli/main.ts', folder: 'cli', format: 'es' }),
    reader: program({ entry: 'app/intake/reader/main.ts', folder: 'reader', format: 'es' }),
    typesetter: program({ entry: 'app/documents/typeset/process/main.ts', folder: 'typesetter', format: 'es' }),
  },
  builder: {
    /** Everything, or what KITPLAN_BUILD_ONLY names: build/fresh.mjs leaves out what has not changed. */
    async buildApp(builder) {
      const only = process.env['KITPLAN_BUILD_ONLY']?.split(',');
      const wanted = Object.values(builder.environments).filter(({ name }) => only?.includes(name) ?? ENVIRONMENTS.includes(name));
      await Promise.all(wanted.map((environment) => builder.build(environment)));
      // After the build, which empties the folder.
      if (wanted.some(({ name }) => name !== 'client')) copyTypesetter();
    },
  },
});
