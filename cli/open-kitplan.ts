import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Answer, EntryName, Request } from '../app/contract/contract.ts';
import { TYPESETTER_HEAP_MB } from '../app/documents/typeset/process/messages.ts';
import { typesetInProcess } from '../app/documents/typeset/typeset-in-process.ts';
import { typesetHere } from '../app/documents/typeset/typesetter.ts';
import { hostFolders, type HostFolders } from '../app/host-folders.ts';
import { hostLog } from '../app/host-log.ts';
import { forkReader } from '../app/intake/fork-reader.ts';
import { createKitplan, type Kitplan } from '../app/kitplan.ts';
import type { KitplanPorts, StartWith } from '../app/ports.ts';
import { forkChild } from '../app/processes/fork-child.ts';
import { writeRefusal } from './files.ts';
import { programVersion, readTypesetterFile, readerProgram, typesetterProgram } from './program-files.ts';
import { Refused, type Terminal } from './terminal.ts';

export const foldersOf = ({ env }: Terminal): HostFolders =>
  hostFolders({ env, platform: process.platform, userFolder: homedir() });

/** What a terminal gives the application. `folders` differ from the person's own only for a plan thrown away after. */
function portsOf(terminal: Terminal, host: KitplanPorts['host'], folders: HostFolders): KitplanPorts {
  return {
    host,
    version: programVersion(),
    now: terminal.now,
    ...folders,
    holder: { user: userName(), computer: hostname(), pid: process.pid },
    spawnReader: forkReader(readerProgram),
    typesetter: host === 'terminal'
      ? typesetHere(readTypesetterFile)
      : typesetInProcess(forkChild({ entry: typesetterProgram, heapMb: TYPESETTER_HEAP_MB })),
    log: hostLog(foldersOf(terminal).home, terminal.now),
  };
}

/** The account's name; a computer may run Kitplan under a number that has none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}

type Opening = { readonly host?: KitplanPorts['host']; readonly folders?: HostFolders };

/** @throws PlanFileError where a named plan cannot be opened */
export const openKitplan = (
  terminal: Terminal, start: StartWith, { host = 'terminal', folders = foldersOf(terminal) }: Opening = {},
): Kitplan => createKitplan(portsOf(terminal, host, folders), start);

/** Opens, works and closes, also when the work is refused. */
export async function withKitplan<Value>(kitplan: Kitplan, work: (kitplan: Kitplan) => Promise<Value>): Promise<Value> {
  try {
    return await work(kitplan);
  } finally {
    kitplan.close();
  }
}

/**
 * A folder that is gone afterwards: for plans that only exist while a command runs, so that neither the last
 * plan nor anybody's backups change.
 * @param target a file in the same folder: the one that the plan becomes at the end, so that no bytes move
 * @throws Refused where nothing can be written there
 */
export async function withScratchFolders<Value>(
  target: string, work: (folders: HostFolders) => Promise<Value>,
): Promise<Value> {
  const home = makeScratch(target);
  try {
    return await work({ home, plansFolder: home });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function makeScratch(target: string): string {
  try {
    return mkdtempSync(join(dirname(target), '.kitplan-'));
  } catch (fault) {
    throw writeRefusal(target, fault);
  }
}

/**
 * One question or command of the contract.
 * @throws Refused with the answer's sentence where it is refused
 */
export async function ask<Name extends EntryName>(
  kitplan: Pick<Kitplan, 'dispatch'>, name: Name, request: Request<Name>,
): Promise<Answer<Name>> {
  const result = await kitplan.dispatch(name, request);
  if (!result.ok) throw new Refused(result.error.message);
  // dispatch answers in the shape that the contract declares for the name.
  return result.value as Answer<Name>;
}
