import { formatLongDate } from '../calendar.ts';
import { say, strong, type Sentence } from '../sentences/say.ts';
import { inWords, startLower, startUpper } from '../words.ts';
import type { IsoDate } from '../vocabulary.ts';
import { DOCUMENT_FACTS, type DocumentKind } from './kinds.ts';

/** A kind as it is listed: `sentId` is the sent one that it still says the same as. */
export type ListedDocument = { readonly kind: DocumentKind; readonly sentId: number | null };
export type ListedAsSent = { readonly id: number; readonly kind: DocumentKind; readonly number: number; readonly sentOn: IsoDate; readonly sentTo: string };

const OPENING = 'One plan, written for three readers. All of them use the same figures.';

/** What is made from the plan and what became of it: nothing yet, nothing sent, one sent, several. The newest sent comes first. */
export function documentsSentence(documents: readonly ListedDocument[], sent: readonly ListedAsSent[], hasKit: boolean): Sentence {
  if (!hasKit) return say(OPENING, ' There is no kit in the plan yet: each of them says so, and fills as kit comes in.');
  const [last] = sent;
  if (last === undefined) return say(OPENING, ' None has been sent yet.');
  const { kind, sentOn, sentTo } = last;
  const count = sent.length === 1 ? [strong('One is kept as it was sent'), ', ', thing(kind), ' of '] : [strong(`${startUpper(inWords(sent.length))} are kept as they were sent`), ', the last of them ', thing(kind), ' of '];
  return say(OPENING, ' ', ...count, formatLongDate(sentOn), ` to ${sentTo}`, since(last, documents, sent), '.');
}

/** `the ICT strategy`, `the one-page summary`. */
const thing = (kind: DocumentKind): string => (kind === 'changes' ? 'the paper on what has changed' : `the ${startLower(DOCUMENT_FACTS[kind].name)}`);

/** Whether the plan still says what that document says; nothing where a later version of it is there. */
function since({ id, kind, number }: ListedAsSent, documents: readonly ListedDocument[], sent: readonly ListedAsSent[]): string {
  if (sent.some((each) => each.kind === kind && each.number > number)) return '';
  return documents.find((each) => each.kind === kind)?.sentId === id ? '. Nothing in it has changed since' : '. It would say something else today';
}
