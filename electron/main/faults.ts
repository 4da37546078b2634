import { app, dialog } from 'electron';
import type { HostFolders } from '../../app/host-folders.ts';
import { hostLog } from '../../app/host-log.ts';

export type Log = (line: string) => void;

const words = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

/** Faults of ours go to kitplan.log. One that nothing caught ends the program: the plan on disk is whole. */
export function logFaults({ home }: HostFolders): Log {
  const log = hostLog(home, () => new Date());
  const end = (fault: unknown): void => {
    log(`the window stopped: ${words(fault)}`);
    dialog.showErrorBox('Kitplan had to stop', `Every change made so far is in the plan. kitplan.log in ${home} has the details.`);
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  app.on('render-process-gone', (_event, _contents, { reason }) => log(`the page is gone: ${reason}`));
  return log;
}
