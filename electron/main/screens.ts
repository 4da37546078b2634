import { protocol } from 'electron';
import { clientAnswer } from '../../app/client-files.ts';
import { clientFolder } from './program-files.ts';
import { SCREENS_HOST, SCREENS_SCHEME } from './security/trusted-sender.ts';

/** The screens' own address. A file: address would have no origin, so neither a policy nor a sender check could hold. */
export const SCREENS_URL = `${SCREENS_SCHEME}://${SCREENS_HOST}/`;

/** Before the application is ready: a standard, secure scheme, so that pages on it behave as on the web. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCREENS_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

export const serveScreens = (): void => protocol.handle(SCREENS_SCHEME, answerScreen);

async function answerScreen({ url, method }: Request): Promise<Response> {
  const { host, pathname } = new URL(url);
  const known = host === SCREENS_HOST && method === 'GET';
  const { status, headers, body } = await clientAnswer(clientFolder, known ? pathname : '');
  return new Response(body, { status, headers });
}
