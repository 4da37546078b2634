import { app, session } from 'electron';

/** Addresses that never leave the computer: our screens, what a page makes itself, and the developer tools. */
const LOCAL_PROTOCOLS: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Kitplan works offline. Whatever the content policy might let through, a request to a network ends here. */
export function denyNetwork(): void {
  session.defaultSession.setSpellCheckerEnabled(false);
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !LOCAL_PROTOCOLS.has(URL.parse(url)?.protocol ?? '') });
  });
  app.on('login', (event) => event.preventDefault());
}
