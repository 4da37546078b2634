import { keepLetterhead, readLetterhead, removeLetterhead } from '../../db/repositories/documents.ts';
import type { Handlers } from '../handlers.ts';
import { readLetterheadFile } from '../intake/read-register-file.ts';
import type { Session } from '../session.ts';

/**
 * The school's own paper in base64, looked over again: a plan file may come from anywhere. null where it has none.
 * @throws Refusal `refused_file` where documents cannot be written on it
 */
export async function letterheadOf(session: Session): Promise<string | null> {
  const kept = readLetterhead(session.plan().reader);
  if (kept === undefined) return null;
  await readLetterheadFile(Buffer.from(kept.base64, 'base64'), kept.fileName, session.ports.spawnReader);
  return kept.base64;
}

export const letterheadHandlers = {
  'document.letterhead': (session) => {
    const kept = readLetterhead(session.plan().reader);
    return { letterhead: kept === undefined ? null : { fileName: kept.fileName, addedOn: kept.addedOn } };
  },

  'document.setLetterhead': async (session, { fileName, base64, ...recorded }) => {
    session.writablePlan();
    const places = await readLetterheadFile(Buffer.from(base64, 'base64'), fileName, session.ports.spawnReader);
    const kept = readLetterhead(session.plan().reader);
    const [title, body] = [places.includes('title'), places.includes('body')];
    const value = { title, body, sentence: placesSentence(fileName, title, body) };
    // The same paper again changes nothing.
    if (kept?.base64 === base64 && kept.fileName === fileName) return { change: null, value };
    const { change } = session.change(`Write documents on ${fileName}`, recorded, (writer) => keepLetterhead(writer, { fileName, addedOn: session.today(), base64 }));
    return { change, value };
  },

  'document.removeLetterhead': (session, recorded) => {
    if (readLetterhead(session.plan().reader) === undefined) return { change: null, value: null };
    const { change } = session.change('Write documents on plain paper again', recorded, removeLetterhead);
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'document.letterhead' | 'document.setLetterhead' | 'document.removeLetterhead'>;

/** Where a document will go on it. */
function placesSentence(fileName: string, title: boolean, body: boolean): string {
  if (body) return `Documents go where ${fileName} says {{body}}${title ? ', and their titles where it says {{title}}' : ', under their titles'}.`;
  return `${fileName} does not say {{body}}, so documents go after what is written on it${title ? ', and their titles where it says {{title}}' : ''}.`;
}
