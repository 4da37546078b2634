import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { build, Platform, type Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packaging } from '../../build/packaging.mjs';
import { buildEverything } from '../support/built.ts';
import { putFakeElectron, removeFolder, startShell } from '../support/spawn-shell.ts';

/**
 * Packs the program as an installer would, around an empty stand-in for Electron's own files, and looks into
 * what came out. What a stand-in cannot take is left to the real build: fuses, icons, the installers themselves.
 */
let folder: string;
let resources: string;
let packed: string[];

const standInForElectron = (): string => {
  const dist = join(folder, 'electron');
  mkdirSync(join(dist, 'resources'), { recursive: true });
  for (const name of ['electron', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(dist, name), 'stand-in');
  writeFileSync(join(dist, 'version'), '45.4.1');
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
};

beforeAll(async () => {
  buildEverything();
  folder = mkdtempSync(join(tmpdir(), 'kitplan-pack-'));
  const config: Configuration = {
    ...packaging, electronDist: standInForElectron(), electronFuses: null,
    directories: { ...packaging.directories, output: join(folder, 'dist') },
  };
  await build({ config, publish: 'never', targets: Platform.LINUX.createTarget('dir') });
  const [unpacked = ''] = readdirSync(join(folder, 'dist')).filter((name) => name.startsWith('linux'));
  resources = join(folder, 'dist', unpacked, 'resources');
  packed = listPackage(join(resources, 'app.asar'), { isPack: false }).map((name) => name.replaceAll('\\', '/'));
}, 300_000);
afterAll(() => removeFolder(folder));

describe('what an installer carries', () => {
  it('is the five bundles of the window and the one native module', () => {
    for (const file of [
      '/package.json', '/LICENSE', '/out/main/index.js', '/out/preload/index.cjs', '/out/reader/index.js', '/out/client/index.html',
      '/out/typesetter/index.js', '/out/typesetter/typst.wasm', '/out/typesetter/document.typ',
      '/node_modules/better-sqlite3/package.json', '/node_modules/better-sqlite3/lib/index.js',
    ]) expect(packed).toContain(file);
  });

  it('is no source, no test, no command line, no map and no package that is bundled already', () => {
    const below = (folder: string): Set<string | undefined> =>
      new Set(packed.filter((name) => name.startsWith(folder) && name !== folder).map((name) => name.slice(folder.length).split('/')[0]));
    expect(below('/')).toEqual(new Set(['LICENSE', 'node_modules', 'out', 'package.json']));
    expect(below('/out/')).toEqual(new Set(['client', 'main', 'preload', 'reader', 'typesetter']));
    expect(below('/node_modules/')).toEqual(new Set(['better-sqlite3']));
    expect(packed.filter((name) => /\.(tsx?|map|cpp|h|gyp|c|csv|xlsx|kitplan)$/u.test(name))).toEqual([]);
  });

  it('serves nothing over a network: the loopback host stays out', () => {
    const opened = mkdtempSync(join(folder, 'read-'));
    extractAll(join(resources, 'app.asar'), opened);
    expect(readdirSync(join(opened, 'out'))).not.toContain('cli');
    const main = readFileSync(join(opened, 'out', 'main', 'index.js'), 'utf8');
    expect([...main.matchAll(/from ["']node:(\w+)/gu)].map(([, name]) => name)).toEqual(expect.not.arrayContaining(['http', 'https', 'net', 'tls', 'dgram']));
    expect(main).not.toMatch(/\bcreateServer\b|from ["']https?["']|require\(["'](?:node:)?(?:https?|net|tls)["']\)/u);
  });

  it('has the native module of its own system only, beside the archive, where the system can load it', () => {
    expect(packed.filter((name) => name.endsWith('.node'))).toEqual([`/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`]);
    expect(existsSync(join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds', `linux-${process.arch}.node`))).toBe(true);
  });

  it('brings the licences of what is bundled, and stays small', () => {
    expect(packed).toContain('/out/client/licences.md');
    expect(packed).toContain('/out/main/licences.md');
    // The typesetter is 28 MB of it, Kitplan itself a third of the rest.
    expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(48_000_000);
  });

  it('closes the doors that Electron leaves open', () => {
    expect(packaging.electronFuses).toEqual({
      runAsNode: false, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true, onlyLoadAppFromAsar: true, loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('the packed program', () => {
  it('starts, opens a plan, answers its page and sets a PDF', async () => {
    const opened = join(folder, 'opened');
    extractAll(join(resources, 'app.asar'), opened);
    putFakeElectron(opened);
    const shell = await startShell({ folder: opened, home: mkdtempSync(join(folder, 'home-')), env: { KITPLAN_FAKE_VERSION: '1.2.3' } });
    const state = await shell.invoke('app.state', {});
    expect(state).toMatchObject({ ok: true, value: { host: 'window', version: '1.2.3', can: { choosePlanFile: true }, plan: { fileName: 'My plan.kitplan' } } });
    const page = await shell.request('app://kitplan/');
    expect(page.status).toBe(200);
    expect(page.body.toString()).toContain('<div id="root">');
    // Set in the typesetting process, by what the installer carries.
    const pdf = await shell.invoke('document.file', { kind: 'summary', format: 'pdf' });
    expect(pdf.ok).toBe(true);
    expect(Buffer.from(pdf.ok ? (pdf.value as { readonly base64: string }).base64 : '', 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await shell.close();
  });
});
