import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { clientAnswer, SAFETY_HEADERS } from '../../app/client-files.ts';
import { refuse, type ErrorCode, type Result } from '../../app/contract/result.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { bodyLimit, readBody } from './body.ts';
import { turnAway, type Door } from './guard.ts';

export type LoopbackHost = {
  /** Where a browser opens the app; the token is in the fragment, which is never sent or logged. */
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** Resolves when every connection is closed. The plan stays open: it belongs to the caller. */
  readonly close: () => Promise<void>;
};

export type LoopbackOptions = {
  readonly clientFolder: string;
  /** 0, the default, takes any free one. */
  readonly port?: number;
};

/**
 * Serves the screens and `POST /api/<entry>` to this computer alone.
 * @throws the system's own error where the port is taken
 */
export async function startLoopbackHost(
  kitplan: Pick<Kitplan, 'dispatch'>, { clientFolder, port = 0 }: LoopbackOptions,
): Promise<LoopbackHost> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer();
  await listen(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback host has no address.');
  const door: Door = { port: address.port, token };
  server.on('request', (request, response) => {
    void answer(request, response, { kitplan, clientFolder, door });
  });
  return {
    url: `http://127.0.0.1:${address.port}/#token=${token}`, token, port: address.port,
    close: () => closeServer(server),
  };
}

type Serving = { readonly kitplan: Pick<Kitplan, 'dispatch'>; readonly clientFolder: string; readonly door: Door };

/** Headers are written only when the whole answer is at hand: a fault halfway would otherwise end the process. */
async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  try {
    const turned = turnAway(request, serving.door);
    if (turned !== null) {
      sendRefusal(response, turned.status, 'invalid_input', turned.message);
      return;
    }
    // The part before "?" as it was sent: nothing decodes it, so no encoding can change what is looked for.
    const [pathname = '/'] = (request.url ?? '/').split('?');
    if (pathname.startsWith('/api/')) await answerCall(request, response, pathname.slice('/api/'.length), serving.kitplan);
    else await answerFile(response, pathname, serving.clientFolder);
  } catch {
    // The connection broke, or the answer could not be put into words: there is nobody left to tell.
    if (response.headersSent) response.destroy();
    else sendRefusal(response, 500, 'internal', 'The request was cut short.');
  }
}

async function answerCall(
  request: IncomingMessage, response: ServerResponse, name: string, kitplan: Pick<Kitplan, 'dispatch'>,
): Promise<void> {
  const text = await readBody(request, bodyLimit(name));
  if (text === null) {
    sendRefusal(response, 413, 'invalid_input', 'The request is larger than Kitplan takes here.');
    // What is still coming is read and thrown away, else the sender would see a broken line and not the answer.
    request.resume();
    return;
  }
  let raw: unknown;
  try {
    raw = text === '' ? {} : JSON.parse(text);
  } catch {
    sendRefusal(response, 400, 'invalid_input', 'The request cannot be read as JSON.');
    return;
  }
  sendResult(response, 200, await kitplan.dispatch(name, raw));
}

async function answerFile(response: ServerResponse, pathname: string, clientFolder: string): Promise<void> {
  const { status, headers, body } = await clientAnswer(clientFolder, pathname);
  response.writeHead(status, { ...headers, 'content-length': body.byteLength });
  response.end(body);
}

const sendRefusal = (response: ServerResponse, status: number, code: ErrorCode, message: string): void =>
  sendResult(response, status, refuse({ code, message }));

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  const body = Buffer.from(JSON.stringify(result));
  response.writeHead(status, {
    ...SAFETY_HEADERS, 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength,
  });
  response.end(body);
}

const listen = (server: Server, port: number): Promise<void> => new Promise((resolve, reject) => {
  server.once('error', reject);
  server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
    server.off('error', reject);
    resolve();
  });
});

const closeServer = (server: Server): Promise<void> => new Promise((resolve) => {
  server.close(() => resolve());
  server.closeAllConnections();
});
