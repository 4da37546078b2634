import { fork } from 'node:child_process';
import { READER_HEAP_MB, type SpawnReader } from './spawn-reader.ts';

/**
 * A `SpawnReader` for hosts that run under Node: one forked process for each file.
 * @param entry path of the reader's entry: the built bundle, or `app/intake/reader/main.ts` itself.
 */
export function forkReader(entry: string): SpawnReader {
  return () => {
    const child = fork(entry, [], {
      // JSON, the default, would turn the file's bytes into an object with a key for each byte.
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${READER_HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      send: (request) => {
        // A reader that is already gone is reported by its exit, not here.
        child.send(request, () => undefined);
      },
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        child.once('exit', () => listener());
        child.once('error', () => listener());
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
}
