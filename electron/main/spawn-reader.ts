import { utilityProcess } from 'electron';
import { READER_HEAP_MB, type SpawnReader } from '../../app/intake/spawn-reader.ts';
import { readerProgram } from './program-files.ts';

/** A register is read in a process of its own: a file that hangs or exhausts it takes nothing else along. */
export const spawnReader: SpawnReader = () => {
  const reader = utilityProcess.fork(readerProgram, [], {
    execArgv: [`--max-old-space-size=${READER_HEAP_MB}`], stdio: 'ignore', serviceName: 'Kitplan register reader',
  });
  return {
    send: (request) => reader.postMessage(request, []),
    onMessage: (listener) => {
      reader.on('message', listener);
    },
    onExit: (listener) => {
      reader.once('exit', () => listener());
    },
    kill: () => {
      reader.kill();
    },
  };
};
