/* The real terminal, for the command line that `out/cli` holds. */
import process from 'node:process';
import { text } from 'node:stream/consumers';

// A pipe that was closed early ("| head") is not a fault.
process.stdout.on('error', (fault) => {
  if (fault.code === 'EPIPE') process.exit(0);
  throw fault;
});

export const terminal = {
  out: (written) => { process.stdout.write(written); },
  err: (written) => { process.stderr.write(written); },
  env: process.env,
  readIn: () => text(process.stdin),
  now: () => new Date(),
};
