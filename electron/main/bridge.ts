import { ipcMain } from 'electron';
import { refuse, type Result } from '../../app/contract/result.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { isTrustedSender } from './security/trusted-sender.ts';

/** The one channel between a page and the application. */
export const CHANNEL = 'kitplan';

/** A page's request goes to `dispatch`, which checks everything else about it. */
export function answerPages(application: Pick<Kitplan, 'dispatch'>): void {
  ipcMain.handle(CHANNEL, async (event, name: unknown, raw: unknown): Promise<Result<unknown>> => {
    if (!isTrustedSender(event.senderFrame)) {
      return refuse({ code: 'unsupported', message: 'Only Kitplan’s own page may use this plan.' });
    }
    return application.dispatch(typeof name === 'string' ? name : '', raw);
  });
}
