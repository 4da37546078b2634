import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** The built screens as both hosts send them: the same files, the same headers, the same refusals. */

export type ClientAnswer = {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
};

/** Vite writes it into index.html where a nonce belongs. */
const NONCE_PLACEHOLDER = '__KITPLAN_NONCE__';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Everything comes from our own files; nothing inline runs; Mantine's style elements carry the nonce. */
export const contentSecurityPolicy = (nonce: string): string => [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  `style-src 'self' 'nonce-${nonce}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with every answer of either host. */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/**
 * A path of our own build: plain names, none starting with a dot, so neither `..` nor an encoded form of it,
 * a backslash, a drive or a null byte can be written in it at all.
 */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/u;

/**
 * @param folder where the built screens are
 * @param pathname the path of the request as it came, still percent-encoded: our own names need no encoding
 */
export async function clientAnswer(folder: string, pathname: string): Promise<ClientAnswer> {
  const name = pathname === '/' ? '/index.html' : pathname;
  const mimeType = MIME_TYPES[extname(name)];
  if (!PLAIN_PATH.test(name) || mimeType === undefined) return notFound();
  const body = await contentOf(join(folder, ...name.slice(1).split('/')));
  if (body === null) return notFound();
  if (name !== '/index.html') return answer(200, mimeType, body);
  const nonce = randomBytes(16).toString('base64');
  const page = new TextDecoder().decode(body).replaceAll(NONCE_PLACEHOLDER, nonce);
  return answer(200, mimeType, new TextEncoder().encode(page), nonce);
}

const notFound = (): ClientAnswer => answer(404, 'text/plain; charset=utf-8', new TextEncoder().encode('Not found.\n'));

const answer = (
  status: ClientAnswer['status'], mimeType: string, body: ClientAnswer['body'], nonce = 'none',
): ClientAnswer => ({
  status, body,
  headers: { ...SAFETY_HEADERS, 'content-type': mimeType, 'content-security-policy': contentSecurityPolicy(nonce) },
});

/** A file's bytes; null where there is no such file. */
async function contentOf(path: string): Promise<ClientAnswer['body'] | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}
