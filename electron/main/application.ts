import { hostname, userInfo } from 'node:os';
import { app, dialog } from 'electron';
import { typesetInProcess } from '../../app/documents/typeset/typeset-in-process.ts';
import type { HostFolders } from '../../app/host-folders.ts';
import { createKitplan, type Kitplan } from '../../app/kitplan.ts';
import type { KitplanPorts, StartWith } from '../../app/ports.ts';
import { choosePlanFile } from './choose-plan-file.ts';
import type { Log } from './faults.ts';
import { spawnReader, spawnTypesetter } from './spawn-child.ts';

/**
 * Opens the application with the plan it was started with, else the last one, else a new one. A plan that
 * cannot be opened is explained in a box and never keeps the window from opening.
 */
export function openApplication(folders: HostFolders, log: Log, planFile: string | null): Kitplan {
  const ports: KitplanPorts = {
    host: 'window',
    version: app.getVersion(),
    now: () => new Date(),
    ...folders,
    holder: { user: userName(), computer: hostname(), pid: process.pid },
    spawnReader,
    typesetter: typesetInProcess(spawnTypesetter),
    choosePlanFile: () => choosePlanFile(folders.plansFolder),
    printsNatively: true,
    log,
  };
  const starts: StartWith[] = [
    ...(planFile === null ? [] : [{ kind: 'file', path: planFile, readOnly: false } as const]),
    { kind: 'last_or_new' },
  ];
  for (const start of starts) {
    try {
      return createKitplan(ports, start);
    } catch (fault) {
      log(`a plan was not opened: ${String(fault)}`);
      dialog.showErrorBox('This plan was not opened', sentenceOf(fault));
    }
  }
  return createKitplan(ports, { kind: 'nothing' });
}

/** A plan file's refusal says itself; anything else of ours is in the log. */
const sentenceOf = (fault: unknown): string =>
  (fault instanceof Error && 'sentence' in fault && typeof fault.sentence === 'string'
    ? fault.sentence
    : 'Something went wrong inside Kitplan; kitplan.log has the details.');

/** The account's name; a computer may run Kitplan under a number that has none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}
