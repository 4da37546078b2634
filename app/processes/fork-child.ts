import { fork } from 'node:child_process';
import type { ChildProgram, SpawnChild } from './child.ts';

/** A `SpawnChild` for hosts that run under Node. */
export function forkChild<Request extends object>({ entry, heapMb }: ChildProgram): SpawnChild<Request> {
  return () => {
    const child = fork(entry, [], {
      // JSON, the default, would turn a file's bytes into an object with a key for each byte.
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heapMb}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      send: (request) => {
        // A process that is already gone is reported by its exit, not here.
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
