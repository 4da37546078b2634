import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is turned away at the door, before anything of it is read. */
export type TurnedAway = { readonly status: 403 | 404 | 405 | 415; readonly message: string };

export type Door = { readonly port: number; readonly token: string };

/**
 * A web page elsewhere can send requests to 127.0.0.1, and by DNS rebinding even from a name of its own. It
 * cannot know the token, cannot forge `Host` or `Origin`, and may not send JSON across origins unasked.
 * @returns null for a request that may go on
 */
export function turnAway(request: IncomingMessage, { port, token }: Door): TurnedAway | null {
  const address = `127.0.0.1:${port}`;
  const { host, origin } = request.headers;
  if (host !== address) return { status: 403, message: 'This address is not Kitplan’s own.' };
  if (origin !== undefined && origin !== `http://${address}`) {
    return { status: 403, message: 'Another web page may not use this plan.' };
  }
  const isCall = request.url?.startsWith('/api/') === true;
  if (request.method !== (isCall ? 'POST' : 'GET')) return { status: 405, message: 'That is not how this address is used.' };
  if (!isCall) return null;
  if (!sameToken(request.headers['x-kitplan-token'], token)) {
    return { status: 403, message: 'The link to this plan has run out. Kitplan prints a new one each time it starts.' };
  }
  if (!/^application\/json\s*(;|$)/iu.test(request.headers['content-type'] ?? '')) {
    return { status: 415, message: 'A request is JSON and says so.' };
  }
  return null;
}

/** Compared in constant time: how long a refusal takes says nothing about the token. */
function sameToken(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
