import { describe, expect, it } from 'vitest';
import { documentsSentence, type ListedAsSent, type ListedDocument } from '../../../planning/documents/list-sentence.ts';

const OPENING = 'One plan, written for three readers. All of them use the same figures.';
const DRAFTS: readonly ListedDocument[] = [{ kind: 'strategy', sentId: null }, { kind: 'summary', sentId: null }, { kind: 'changes', sentId: null }];
const sent = (id: number, kind: ListedAsSent['kind'], number: number, sentOn: string, sentTo = 'the Finance committee'): ListedAsSent => ({ id, kind, number, sentOn, sentTo });
const stillAs = (kind: ListedDocument['kind'], sentId: number): readonly ListedDocument[] => DRAFTS.map((each) => (each.kind === kind ? { kind, sentId } : each));

describe('the sentence over the documents', () => {
  it.each([
    ['a plan without kit', DRAFTS, [], false, 'There is no kit in the plan yet: each of them says so, and fills as kit comes in.'],
    ['nothing sent', DRAFTS, [], true, 'None has been sent yet.'],
    ['one sent that still holds', stillAs('strategy', 7), [sent(7, 'strategy', 1, '2026-11-04')], true,
      'One is kept as it was sent, the ICT strategy of 4 November 2026 to the Finance committee. Nothing in it has changed since.'],
    ['one sent, and the plan has moved on', DRAFTS, [sent(7, 'summary', 1, '2026-11-04', 'the head')], true,
      'One is kept as it was sent, the one-page summary of 4 November 2026 to the head. It would say something else today.'],
    ['several, the newest named', stillAs('changes', 9), [sent(9, 'changes', 2, '2026-11-20', 'governors'), sent(7, 'strategy', 1, '2026-11-04'), sent(3, 'changes', 1, '2026-10-01')], true,
      'Three are kept as they were sent, the last of them the paper on what has changed of 20 November 2026 to governors. Nothing in it has changed since.'],
    // Version 2 went out on an earlier day than version 1: the newest day is of an old version, of which nothing can be said.
    ['a later version that carries an earlier day', DRAFTS, [sent(3, 'strategy', 1, '2026-11-04'), sent(7, 'strategy', 2, '2026-10-01')], true,
      'Two are kept as they were sent, the last of them the ICT strategy of 4 November 2026 to the Finance committee.'],
  ] as const)('says of %s what is true of it', (_, documents, kept, hasKit, expected) => {
    expect(documentsSentence(documents, kept, hasKit).text).toBe(`${OPENING} ${expected}`);
  });
});
