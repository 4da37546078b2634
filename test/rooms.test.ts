import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which rooms, packages and built-ins each room may import. A package that no room names is an error. */
type Room = { readonly rooms: readonly string[]; readonly packages: readonly string[]; readonly node: 'none' | 'no network' | 'all'; readonly why: string };

const UI = [
  'react', 'react-dom', '@mantine/core', '@mantine/hooks', '@tanstack/react-query', '@tanstack/react-virtual',
  'recharts', 'lucide-react', 'pdfjs-dist', '@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4',
];

const ROOMS: Readonly<Record<string, Room>> = {
  planning: { rooms: [], packages: ['date-fns'], node: 'none', why: 'the sums are pure' },
  db: { rooms: ['planning'], packages: ['drizzle-orm', 'better-sqlite3'], node: 'no network', why: 'the plan file knows nothing of who uses it' },
  'app/contract': { rooms: ['planning'], packages: ['zod'], node: 'none', why: 'the contract runs on both sides of every bridge' },
  app: { rooms: ['planning', 'db', 'app/contract'], packages: ['zod', 'hucre', 'csv-parse', '@e965/xlsx', '@myriaddreamin/typst-ts-web-compiler', 'docx', 'pptxgenjs', 'ical-generator'], node: 'no network', why: 'what Kitplan can do has no face and no network' },
  electron: { rooms: ['app', 'app/contract'], packages: ['electron'], node: 'all', why: 'the shell reaches the plan through dispatch alone' },
  cli: { rooms: ['app', 'app/contract'], packages: [], node: 'all', why: 'the command line reaches the plan through dispatch alone' },
  renderer: { rooms: ['planning', 'app/contract'], packages: UI, node: 'none', why: 'screens run in a page' },
};

/** Single files that alone may import a package, whatever their room allows. */
const ONE_FILE: Readonly<Record<string, readonly string[]>> = {
  'date-fns': ['planning/calendar.ts'],
  'node:http': ['cli/'],
  // It hangs on some hostile files: only the process that can be killed may load it.
  '@e965/xlsx': ['app/intake/reader/'],
  '@myriaddreamin/typst-ts-web-compiler': ['app/documents/typeset/typst-typesetter.ts'],
  docx: ['app/documents/word/'],
  pptxgenjs: ['app/documents/slides/'],
  'ical-generator': ['app/documents/calendar/'],
  'pdfjs-dist': ['renderer/documents/'],
};

const NETWORK = new Set(['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector']);

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/g;

const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].flatMap(([, from, bare, dynamic, required]) => from ?? bare ?? dynamic ?? required ?? []);

const roomOf = (path: string): string => {
  const [first = '', second = ''] = relative(root, path).split('/');
  return first === 'app' && second === 'contract' ? 'app/contract' : first;
};

const packageOf = (specifier: string): string =>
  specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** Every broken rule, as a sentence; empty where the import is allowed. */
export const brokenRule = (file: string, specifier: string): string | null => {
  const from = roomOf(file);
  const room = ROOMS[from];
  if (room === undefined) return null;
  const where = relative(root, file);
  if (specifier.startsWith('.')) {
    const target = resolve(dirname(file), specifier.replace(/\?.*$/, ''));
    const to = roomOf(target);
    if (from === 'renderer' && to === 'renderer') return crossedAreas(where, relative(root, target));
    if (to === from || room.rooms.includes(to)) return null;
    return `${where} imports ${relative(root, target)}: ${from} may import ${room.rooms.join(', ') || 'no other room'} (${room.why})`;
  }
  const bare = specifier.replace(/^node:/, '').split('/')[0] ?? '';
  if (specifier.startsWith('node:') || builtinModules.includes(bare)) {
    const allowed = room.node === 'all' ? !(NETWORK.has(bare) && from !== 'cli') : room.node === 'no network' && !NETWORK.has(bare);
    return allowed ? null : `${where} imports ${specifier}: ${from} may use ${room.node} built-ins of Node (${room.why})`;
  }
  const name = packageOf(specifier);
  const only = ONE_FILE[name];
  if (only !== undefined && !only.some((each) => where.startsWith(each))) return `${where} imports ${name}: only ${only.join(', ')} may`;
  return room.packages.includes(name) ? null : `${where} imports ${name}: no rule gives that package to ${from} (${room.why})`;
};

/** Screens of one area never import another area's; what they share lives in lib, parts, styles, chart, grid or the entry. */
const SHARED_AREAS = new Set(['lib', 'parts', 'styles', 'chart', 'grid', 'workers']);
const crossedAreas = (from: string, to: string): string | null => {
  const area = (path: string): string => (path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '');
  const [a, b] = [area(from), area(to)];
  if (a === '' || a === b || b === '' || SHARED_AREAS.has(b)) return null;
  return `${from} imports ${to}: one area of the renderer does not import another`;
};

const sources = Object.keys(ROOMS).filter((room) => room !== 'app/contract')
  .flatMap((room) => filesBelow(join(root, room)));

describe('the rooms', () => {
  it('import only what the architecture gives them', () => {
    expect(sources.length).toBeGreaterThan(30);
    const broken = sources.flatMap((file) => importsOf(readFileSync(file, 'utf8'))
      .flatMap((specifier) => brokenRule(file, specifier) ?? []));
    expect(broken).toEqual([]);
  });

  it('would notice each kind of break', () => {
    const at = (path: string): string => join(root, path);
    expect(brokenRule(at('planning/price.ts'), 'node:fs')).toContain('the sums are pure');
    expect(brokenRule(at('planning/price.ts'), 'date-fns')).toContain('only planning/calendar.ts');
    expect(brokenRule(at('db/plan-file.ts'), '../app/session.ts')).toContain('db may import planning');
    expect(brokenRule(at('db/plan-file.ts'), 'node:https')).toContain('no network');
    expect(brokenRule(at('app/contract/plan.ts'), '../session.ts')).toContain('both sides');
    expect(brokenRule(at('electron/main/index.ts'), '../../db/plan-file.ts')).toContain('dispatch');
    expect(brokenRule(at('renderer/main.tsx'), '../app/session.ts')).toContain('screens run in a page');
    expect(brokenRule(at('renderer/register/grid.tsx'), '../overview/overview-page.tsx')).toContain('one area');
    expect(brokenRule(at('app/session.ts'), 'left-pad')).toContain('no rule gives that package');
    expect(brokenRule(at('cli/serve/host.ts'), 'node:http')).toBeNull();
  });

  it('ask in one file alone whether they run under the desktop shell', () => {
    const askers = sources.filter((file) => roomOf(file) === 'renderer' && /window\s*\.\s*kitplan|globalThis\s*\.\s*kitplan/.test(readFileSync(file, 'utf8')));
    expect(askers.map((file) => relative(root, file))).toEqual(['renderer/lib/connect.ts']);
  });

  it('have no file called utils, helpers or common, and no default export outside configuration', () => {
    const named = sources.filter((file) => /(^|\/)(utils?|helpers?|common)(\.|\/)/.test(relative(root, file)));
    const defaults = sources.filter((file) => /^export default /m.test(readFileSync(file, 'utf8')));
    expect([...named, ...defaults].map((file) => relative(root, file))).toEqual([]);
  });

  it('keep their files short enough to read in one sitting', () => {
    const long = sources.filter((file) => statSync(file).isFile() && !file.includes('/data/') && !file.includes('/migrations/')
      && readFileSync(file, 'utf8').split('\n').length > 301);
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});
