import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildEverything } from '../support/built.ts';
import { layOutShell, OWN_PAGE, removeFolder, startShell, type Shell } from '../support/spawn-shell.ts';

/** The built main program, unchanged, on a fake Electron in a process of its own. */
let folder: string;
let home: string;
let shell: Shell | null = null;

const start = async (options: { argv?: readonly string[]; env?: Record<string, string> } = {}): Promise<Shell> => {
  shell = await startShell({ folder, home, ...options });
  return shell;
};

beforeAll(() => {
  buildEverything();
  folder = layOutShell();
});
afterAll(() => removeFolder(folder));
const freshHome = (): void => { home = mkdtempSync(join(tmpdir(), 'kitplan-shell-home-')); };
const clearAway = async (): Promise<void> => {
  await shell?.close();
  shell = null;
  removeFolder(home);
};

const REGISTER = Buffer.from('Asset tag,Category,Model,Purchase date,Cost\nL-1,Laptop,Kestrel 300,12/12/2022,365.00\n').toString('base64');

describe('the window', () => {
  beforeEach(freshHome);
  afterEach(clearAway);

  it('opens on Kitplan’s own scheme, locked down, with a plan', async () => {
    const { seen, invoke } = await start();
    const { windows, schemes, sandboxed, spelling, paths, boxes } = await seen();
    expect(windows).toHaveLength(1);
    expect(windows[0]).toMatchObject({ url: 'app://kitplan/', shown: true });
    expect(windows[0]?.options.webPreferences).toMatchObject({
      contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, spellcheck: false,
      preload: join(folder, 'out', 'preload', 'index.cjs'),
    });
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
    expect({ sandboxed, spelling, boxes }).toEqual({ sandboxed: true, spelling: false, boxes: [] });
    expect(paths).toEqual({ userData: home, sessionData: join(home, 'window') });
    expect(await invoke('app.state', {})).toMatchObject({
      ok: true, value: { host: 'window', can: { choosePlanFile: true, printNatively: true }, plan: { fileName: 'My plan.kitplan', readOnly: null } },
    });
  });

  it('reads a register in a process of its own and keeps it in the plan file', async () => {
    const first = await start();
    expect(await first.invoke('intake.commit', { fileName: 'kit.csv', base64: REGISTER })).toMatchObject({ ok: true, value: { value: { rows: { new: 1 } } } });
    await first.abandon();
    const again = await start();
    expect(await again.invoke('app.state', {})).toMatchObject({ ok: true, value: { plan: { assetRows: 1, undo: { label: 'Bring in kit.csv (1 row)' } } } });
  });

  it('closes its plan in order when npm start is gone', async () => {
    const { abandon, invoke } = await start();
    await invoke('school.update', { name: 'Hillcrest School' });
    const plan = join(home, 'plans', 'Hillcrest School.kitplan');
    expect(existsSync(`${plan}.lock`)).toBe(true);
    expect(await abandon()).toBe(0);
    expect(existsSync(plan)).toBe(true);
    expect(existsSync(`${plan}.lock`)).toBe(false);
  });

  it('a second time only brings the first to the front', async () => {
    await expect(start({ env: { KITPLAN_FAKE_SECOND: '1' } })).rejects.toThrow('ended with code 0');
    expect(existsSync(join(home, 'plans'))).toBe(false);
    const { emit, seen } = await start();
    await emit('second-instance', ['kitplan'], home);
    expect((await seen()).windows[0]).toMatchObject({ focused: 1, reloads: 0 });
  });
});

describe('a plan file', () => {
  beforeEach(freshHome);
  afterEach(clearAway);

  const makePlan = async (): Promise<string> => {
    const { invoke, close } = await start();
    await invoke('school.update', { name: 'Second School' });
    await close();
    return join(home, 'plans', 'Second School.kitplan');
  };

  it('named at the start is the one that opens', async () => {
    const plan = await makePlan();
    writeFileSync(join(home, 'settings.json'), '{}');
    const { invoke } = await start({ argv: [plan] });
    expect(await invoke('app.state', {})).toMatchObject({ ok: true, value: { plan: { path: plan, schoolName: 'Second School' } } });
  });

  it('that is damaged is explained in a box, left as it is, and the window opens all the same', async () => {
    const plan = join(home, 'broken.kitplan');
    mkdirSync(home, { recursive: true });
    writeFileSync(plan, 'SQLite format 3\0 and then nothing');
    const { invoke, seen } = await start({ argv: [plan] });
    const { boxes, windows } = await seen();
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.title).toBe('This plan was not opened');
    expect(boxes[0]?.content).toContain('broken.kitplan');
    expect(windows).toHaveLength(1);
    expect(readFileSync(plan, 'latin1')).toBe('SQLite format 3\0 and then nothing');
    expect(await invoke('app.state', {})).toMatchObject({ ok: true, value: { plan: { fileName: 'My plan.kitplan' } } });
  });

  it('double-clicked while the window is open takes the place of the open one, and the page reads anew', async () => {
    const plan = await makePlan();
    const { emit, invoke, seen } = await start();
    await invoke('plan.new', {});
    await emit('second-instance', ['kitplan', plan], home);
    expect(await invoke('app.state', {})).toMatchObject({ ok: true, value: { plan: { path: plan } } });
    await expect.poll(async () => (await seen()).windows[0]?.reloads).toBe(1);
  });

  it('is opened from the file dialog, and nothing changes where the person chooses none', async () => {
    const plan = await makePlan();
    const { choose, invoke } = await start();
    await invoke('plan.new', {});
    expect(await invoke('plan.choose', {})).toEqual({ ok: true, value: null });
    await choose(plan);
    expect(await invoke('plan.choose', {})).toMatchObject({ ok: true, value: { path: plan } });
  });
});

describe('a hostile page', () => {
  let invoke: Shell['invoke'];
  beforeAll(async () => {
    freshHome();
    ({ invoke } = await start());
  });
  afterAll(clearAway);

  it.each([
    ['https://example.com/', null], ['file:///index.html', null], ['data:text/html,hello', null], ['app://elsewhere/', null],
    ['app://kitplan/', { url: 'https://example.com/' }],
  ])('at %s cannot read or change the plan', async (url, parent) => {
    const frame = { url, parent };
    expect(await invoke('app.state', {}, frame)).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    expect(await invoke('school.update', { name: 'Taken over' }, frame)).toMatchObject({ ok: false });
    expect(await invoke('app.state', {}, null)).toMatchObject({ ok: false });
    expect(await invoke('app.state', {}, OWN_PAGE)).toMatchObject({ ok: true, value: { plan: { undo: null } } });
  });

  it('gets a refusal, never a crash, for a name or a request that nobody declared', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'plan.open\0', '', null, 7, ['app.state'], { name: 'app.state' }]) {
      expect(await invoke(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_entry' } });
    }
    for (const raw of [null, 7, 'text', [], { __proto__: null, extra: 1 }]) {
      expect(await invoke('school.update', raw)).toMatchObject({ ok: raw === null });
    }
    expect(await invoke('plan.open', { path: `${'../'.repeat(20)}etc/passwd` })).toMatchObject({ ok: false });
    expect(await invoke('app.state', {})).toMatchObject({ ok: true });
  });
});

describe('the screens’ own scheme', () => {
  let request: Shell['request'];
  beforeAll(async () => {
    freshHome();
    ({ request } = await start());
  });
  afterAll(clearAway);

  it('sends them with the content policy and a new nonce each time', async () => {
    const [first, second] = [await request('app://kitplan/'), await request('app://kitplan/index.html')];
    const nonce = /'nonce-([^']+)'/u.exec(first.headers['content-security-policy'] ?? '')?.[1] ?? '';
    expect(first.body.toString()).toContain(`nonce="${nonce}"`);
    expect(first.body.toString()).not.toContain('__KITPLAN_NONCE__');
    expect(second.headers['content-security-policy']).not.toContain(nonce);
    expect(first.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    'app://kitplan/../main/index.js', 'app://kitplan/%2e%2e/main/index.js', 'app://kitplan/..%2fmain%2findex.js', 'app://kitplan/..%5cmain%5cindex.js',
    'app://kitplan/assets/%2e%2e/%2e%2e/main/index.js', 'app://elsewhere/index.html', 'app://kitplan/etc/passwd', 'app://kitplan/.git/config',
  ])('has nothing else: %s is not found', async (url) => {
    const { status, body } = await request(url);
    expect(status).toBe(404);
    expect(body.toString()).toBe('Not found.\n');
  });

  it('takes no POST', async () => {
    expect((await request('app://kitplan/', 'POST')).status).toBe(404);
  });
});
