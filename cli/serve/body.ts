import type { IncomingMessage } from 'node:http';
import { contract } from '../../app/contract/contract.ts';

const MEGABYTE = 1024 * 1024;
const USUAL_BYTES = MEGABYTE;
/** A spreadsheet in base64. */
const LARGE_BYTES = 64 * MEGABYTE;

/** How many bytes a request for this entry may bring; an unknown entry gets the smaller limit. */
export const bodyLimit = (name: string): number =>
  Object.hasOwn(contract, name) && contract[name as keyof typeof contract].largeBody ? LARGE_BYTES : USUAL_BYTES;

/**
 * The body as text; `null` as soon as it is known to be longer than `limit`, whatever its headers claimed.
 * @throws where the connection breaks before the end
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > limit) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
