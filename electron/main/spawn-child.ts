import { utilityProcess } from 'electron';
import { TYPESETTER_HEAP_MB, type SpawnTypesetter } from '../../app/documents/typeset/process/messages.ts';
import { READER_HEAP_MB, type SpawnReader } from '../../app/intake/spawn-reader.ts';
import type { ChildProgram, SpawnChild } from '../../app/processes/child.ts';
import { readerProgram, typesetterProgram } from './program-files.ts';

/** A register is read in a process of its own: a file that hangs or exhausts it takes nothing else along. */
export const spawnReader: SpawnReader = utilityChild({ entry: readerProgram, heapMb: READER_HEAP_MB }, 'Kitplan register reader');

/** PDFs are set in a process of their own: it blocks while it works, and never gives memory back. */
export const spawnTypesetter: SpawnTypesetter = utilityChild({ entry: typesetterProgram, heapMb: TYPESETTER_HEAP_MB }, 'Kitplan typesetter');

/** @param serviceName what the system's list of processes shows */
function utilityChild<Request>({ entry, heapMb }: ChildProgram, serviceName: string): SpawnChild<Request> {
  return () => {
    const child = utilityProcess.fork(entry, [], { execArgv: [`--max-old-space-size=${heapMb}`], stdio: 'ignore', serviceName });
    return {
      send: (request) => child.postMessage(request, []),
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', () => listener());
      },
      kill: () => {
        child.kill();
      },
    };
  };
}
