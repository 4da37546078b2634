/**
 * The typesetting process: takes a document, answers with its PDF. It reads the typesetter's own files and nothing else;
 * whoever started it replaces it after some documents, because WebAssembly never gives memory back.
 */
import { join } from 'node:path';
import { parentChannel } from '../../../processes/parent-channel.ts';
import { typesetHere, typesetterFiles } from '../typesetter.ts';
import { isTypesetterRequest, type TypesetterReport, type TypesetterRequest } from './messages.ts';

const channel = parentChannel<TypesetterRequest, TypesetterReport>(isTypesetterRequest);
if (channel === null) {
  process.stderr.write('This is Kitplan’s typesetter: Kitplan starts it when a PDF is asked for.\n');
  process.exit(2);
}
/** The build copies the files beside this program; from source they lie about the project. */
const files = import.meta.filename.endsWith('.ts')
  ? typesetterFiles(join(import.meta.dirname, '../../../..'), 'source')
  : typesetterFiles(import.meta.dirname, 'build');
const { typeset } = typesetHere(files);
channel.onRequest(({ id, model }) => {
  void typeset(model).then(
    (bytes) => channel.report({ id, bytes }),
    (fault: unknown) => channel.report({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }),
  );
});
