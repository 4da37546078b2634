import type { TalkDirection } from '../../planning/analysis/vocabulary.ts';

/** Over the questions and the notes of each way round. */
export const DIRECTION_HEADS: Readonly<Record<TalkDirection, string>> = { need: 'What do you need to do?', offer: 'Here is what we could do' };

/** On a switch. */
export const DIRECTION_CHOICES: readonly { readonly value: TalkDirection; readonly words: string }[] = [{ value: 'need', words: 'They need' }, { value: 'offer', words: 'We offer' }];
