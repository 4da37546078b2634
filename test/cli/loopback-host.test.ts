import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLoopbackHost, type LoopbackHost } from '../../cli/serve/loopback-host.ts';

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };
type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer };

let folder: string;
let host: LoopbackHost;
/** What got through the door. A hostile request must leave this empty. */
let dispatched: { name: string; raw: unknown }[] = [];

/** Sends exactly what is asked: fetch would put `Host` right and resolve `..` away. */
const send = ({ method = 'GET', path, headers = {}, body }: Sent): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: host.port, method, path, headers: { host: `127.0.0.1:${host.port}`, ...headers }, setHost: false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(pieces).toString() }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });

const call = (name: string, { body = '{}', headers = {} }: { body?: string | Buffer; headers?: Record<string, string> } = {}): Promise<Reply> =>
  send({
    method: 'POST', path: `/api/${name}`, body,
    headers: { 'content-type': 'application/json', 'x-kitplan-token': host.token, ...headers },
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kitplan-loopback-'));
  const client = join(folder, 'client');
  mkdirSync(join(client, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}');
  writeFileSync(join(client, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(client, '.hidden.json'), '{"hidden":true}');
  writeFileSync(join(client, 'index.html'), '<meta property="csp-nonce" nonce="__KITPLAN_NONCE__"><style nonce="__KITPLAN_NONCE__"></style>');
  host = await startLoopbackHost({
    dispatch: (name, raw) => {
      dispatched.push({ name, raw });
      return Promise.resolve({ ok: true, value: { name } });
    },
  }, { clientFolder: client });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => { dispatched = []; });

describe('the address of Kitplan in a browser', () => {
  it('carries a token of 256 random bits in the part that a browser never sends', async () => {
    expect(host.url).toBe(`http://127.0.0.1:${host.port}/#token=${host.token}`);
    expect(Buffer.from(host.token, 'base64url')).toHaveLength(32);
    const other = await startLoopbackHost({ dispatch: () => Promise.reject(new Error('not asked')) }, { clientFolder: folder });
    expect(other.token).not.toBe(host.token);
    await other.close();
  });

  it('is out of reach from any other computer', async () => {
    const elsewhere = Object.values(networkInterfaces()).flat().find((each) => each?.internal === false && each.family === 'IPv4');
    if (elsewhere === undefined) {
      console.log('This computer has no network address of its own: only the loopback address could be tried.');
      return;
    }
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: elsewhere.address, port: host.port });
      socket.on('connect', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});

describe('a request with the token', () => {
  it('reaches the contract and gets its result as JSON', async () => {
    const reply = await call('plan.history', { body: '{"limit":3}' });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toEqual({ ok: true, value: { name: 'plan.history' } });
    expect(dispatched).toEqual([{ name: 'plan.history', raw: { limit: 3 } }]);
  });

  it('may leave the input out, and may come from the page itself', async () => {
    const reply = await call('app.state', { body: '', headers: { origin: `http://127.0.0.1:${host.port}` } });
    expect(reply.status).toBe(200);
    expect(dispatched).toEqual([{ name: 'app.state', raw: {} }]);
  });

  it('opens nothing to other web pages: no answer carries a CORS header', async () => {
    for (const reply of [await call('app.state'), await send({ path: '/' }), await call('app.state', { headers: { 'x-kitplan-token': 'x' } })]) {
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('a hostile request', () => {
  it.each([
    ['has no token', { 'x-kitplan-token': '' }],
    ['has a token of the right length that is wrong', { 'x-kitplan-token': 'A'.repeat(43) }],
    ['has a longer token that begins with the right one', { 'x-kitplan-token': 'right' }],
    ['comes from another web page that knows the token', { origin: 'https://example.com' }],
    ['comes from a page on another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['comes from a sandboxed frame', { origin: 'null' }],
    ['comes through a name that was rebound to this computer', { host: 'rebound.example.com' }],
    ['comes through the name localhost', { host: 'localhost' }],
    ['comes through another port', { host: '127.0.0.1:1' }],
  ])('that %s is turned away and changes nothing', async (_what, headers: Record<string, string>) => {
    const given = { ...headers };
    if (given['x-kitplan-token'] === 'right') given['x-kitplan-token'] = `${host.token}A`;
    if (given['host'] === 'localhost') given['host'] = `localhost:${host.port}`;
    const reply = await call('plan.undo', { headers: given });
    expect(reply.status).toBe(403);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false });
    expect(dispatched).toEqual([]);
  });

  it('through a rebound name does not even get the page', async () => {
    const reply = await send({ path: '/', headers: { host: 'rebound.example.com' } });
    expect(reply.status).toBe(403);
    expect(reply.text).not.toContain('csp-nonce');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'that a form could send (%s) is turned away', async (type) => {
      const reply = await call('plan.undo', { headers: { 'content-type': type } });
      expect(reply.status).toBe(415);
      expect(dispatched).toEqual([]);
    });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('with the method %s calls nothing', async (method) => {
    const reply = await send({ method, path: '/api/plan.undo', headers: { 'x-kitplan-token': host.token } });
    expect(reply.status).toBe(405);
    expect(dispatched).toEqual([]);
  });

  it('that is not JSON gets a sentence', async () => {
    const reply = await call('app.settings', { body: '{"theme":' });
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { message: 'The request cannot be read as JSON.' } });
    expect(dispatched).toEqual([]);
  });

  it('for an entry called __proto__ or written with tricks is passed on as that plain name, never looked up', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'a/../b', '%5F%5Fproto%5F%5F']) await call(name);
    expect(dispatched.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString', 'a/../b', '%5F%5Fproto%5F%5F']);
  });
});

describe('a large request', () => {
  const megabytes = (count: number): Buffer => Buffer.alloc(count * 1024 * 1024, 0x20);

  it('is refused over 1 MB with an answer that the sender can read', async () => {
    const reply = await call('app.settings', { body: megabytes(1.5) });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false });
    expect(dispatched).toEqual([]);
  });

  it('is refused as soon as it is too long where it does not say its length', async () => {
    const reply = await call('app.settings', { body: megabytes(1.5), headers: { 'transfer-encoding': 'chunked' } });
    expect(reply.status).toBe(413);
    expect(dispatched).toEqual([]);
  });

  it('for an unknown entry or __proto__ gets the small limit', async () => {
    expect((await call('__proto__', { body: megabytes(1.5) })).status).toBe(413);
    expect((await call('no.such', { body: megabytes(1.5) })).status).toBe(413);
  });

  it('that brings a register may be up to 64 MB, and not more', async () => {
    const register = Buffer.concat([Buffer.from('{"fileName":"kit.csv","base64":"'), Buffer.alloc(8 * 1024 * 1024, 0x41), Buffer.from('"}')]);
    expect((await call('intake.preview', { body: register })).status).toBe(200);
    expect(dispatched).toHaveLength(1);
    expect((await call('intake.preview', { body: megabytes(65) })).status).toBe(413);
    expect(dispatched).toHaveLength(1);
  });

  it('that breaks off halfway leaves the host answering others', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: host.port }, () => {
        socket.write(`POST /api/app.state HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX-Kitplan-Token: ${host.token}\r\n`
          + 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{');
        setTimeout(() => { socket.destroy(); resolve(); }, 50);
      });
    });
    expect((await call('app.state')).status).toBe(200);
  });
});

describe('the files of the screens', () => {
  it('come with a content policy whose nonce is in the page and new each time', async () => {
    const [first, second] = [await send({ path: '/' }), await send({ path: '/' })];
    const nonceOf = ({ headers }: Reply): string => /'nonce-([^']+)'/u.exec(String(headers['content-security-policy']))?.[1] ?? '';
    expect(Buffer.from(nonceOf(first), 'base64')).toHaveLength(16);
    expect(nonceOf(second)).not.toBe(nonceOf(first));
    expect(first.text).toBe(`<meta property="csp-nonce" nonce="${nonceOf(first)}"><style nonce="${nonceOf(first)}"></style>`);
    const policy = String(first.headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
      "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ]) expect(policy.split('; ')).toContain(rule);
    expect(first.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' });
  });

  it('are sent as what they are', async () => {
    const reply = await send({ path: '/assets/index-abc.js' });
    expect(reply).toMatchObject({ status: 200, text: 'export {};' });
    expect(reply.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.json', '/..%2fsecret.json', '/%2e%2e/secret.json', '/%2e%2e%2fsecret.json', '/..%5csecret.json', '/..\\secret.json',
    '/%252e%252e%252fsecret.json', '/assets/../../secret.json', '/assets/..%2f..%2fsecret.json', '/./../secret.json', '//../secret.json',
    '/..;/secret.json', '/%c0%ae%c0%ae/secret.json', '/.hidden.json', '/assets/%00.js', '/index.html%00.js', '/C:/secret.json', '/assets', '/assets/',
    '/no-such.js', '/%', '/api', '/__proto__.js', '/index.html/', '/file:///etc/passwd',
  ])('are the only ones: %s is not found', async (path) => {
    const reply = await send({ path });
    expect(reply.status).toBe(404);
    expect(reply.text).not.toContain('secret');
    expect(reply.text).not.toContain('hidden');
  });
});

describe('stopping', () => {
  it('ends open connections too, so that the program can end', async () => {
    const own = await startLoopbackHost({ dispatch: () => new Promise(() => undefined) }, { clientFolder: folder });
    const hanging = fetch(`http://127.0.0.1:${own.port}/api/app.state`, {
      method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-kitplan-token': own.token },
    });
    const broken = expect(hanging).rejects.toThrow('fetch failed');
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    await own.close();
    await broken;
  });
});
