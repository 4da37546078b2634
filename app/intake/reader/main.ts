/**
 * The reader process: takes the bytes of one file, answers with its rows or one sentence. It has no state, no
 * files and no network; whoever started it kills it when it is done, late or no longer wanted.
 */
import { processChannel } from './process-channel.ts';
import { readFile } from './read-file.ts';
import { RefusedFile } from './refused-file.ts';

const channel = processChannel();
if (channel === null) {
  process.stderr.write('This is Kitplan’s register reader: Kitplan starts it for each file.\n');
  process.exitCode = 2;
}
channel?.onRequest(({ bytes, fileName, how }) => {
  readFile(bytes, fileName, how, (rows) => channel.report({ kind: 'rows', rows })).then(
    (end) => channel.report({ kind: 'end', ...end }),
    (error: unknown) => {
      const sentence = error instanceof RefusedFile
        ? error.message
        : `${fileName} is damaged and cannot be read. Opening it in Excel and saving a new copy as .xlsx often mends it.`;
      channel.report({ kind: 'refused', sentence });
    },
  );
});
