/**
 * The reader process: takes the bytes of one file, answers with its rows or its tree, or one sentence. It has no state,
 * no files and no network; whoever started it kills it when it is done, late or no longer wanted.
 */
import { answer } from './answer.ts';
import { processChannel } from './process-channel.ts';

const channel = processChannel();
if (channel === null) {
  process.stderr.write('This is Kitplan’s register reader: Kitplan starts it for each file.\n');
  process.exitCode = 2;
}
channel?.onRequest((request) => {
  void answer(request, channel.report);
});
