import type { WebFrameMain } from 'electron';

export const SCREENS_SCHEME = 'app';
export const SCREENS_HOST = 'kitplan';

/**
 * Only our own page's top frame is answered. Protocol and host are compared, never `origin`: for a scheme of
 * our own that is the text "null" in Node, the same as for file: and data: pages.
 * https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export function isTrustedSender(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  if (frame === null || frame.parent !== null) return false;
  const address = URL.parse(frame.url);
  return address?.protocol === `${SCREENS_SCHEME}:` && address.host === SCREENS_HOST;
}
