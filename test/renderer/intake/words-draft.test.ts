import { describe, expect, test } from 'vitest';
import type { ColumnWord, ColumnWords } from '../../../app/contract/intake-report.ts';
import { SHIPPED_CATEGORIES } from '../../../planning/categories.ts';
import { closedChoices } from '../../../renderer/intake/words/word-choices.ts';
import { becomes, groupsOf, NOTHING_SAID, optionsWith, say, sayNewKind } from '../../../renderer/intake/words/words-draft.ts';

const word = (text: string, said: Partial<ColumnWord> = {}): ColumnWord =>
  ({ word: text, rows: 1, becomes: text, unsaid: text, said: false, unsure: false, spelling: null, ...said });
const notebook = word('Notebook', { becomes: 'laptop', unsaid: 'laptop' });
const flurb = word('Smart Flurb', { becomes: null, unsaid: null, unsure: true });

describe('what is said of words', () => {
  test('shows at once and comes to the import only with the rest of the draft', () => {
    const draft = say(NOTHING_SAID, [notebook], () => 'tablet');
    expect(becomes(draft, notebook)).toEqual({ to: 'tablet', byHand: true });
    expect(becomes(draft, flurb)).toEqual({ to: null, byHand: false });
    const before = { match: 'tag' as const, values: [{ about: 'room' as const, from: 'notebook', to: 'Art' }, { about: 'kind' as const, from: 'NOTEBOOK', to: 'desktop' }] };
    expect(optionsWith(before, 'kind', draft)).toEqual({ match: 'tag', values: [before.values[0], { about: 'kind', from: 'Notebook', to: 'tablet' }] });
  });

  test('can be taken back: the word is read as Kitplan reads it, and the import holds nothing of it', () => {
    const said = word('Notebook', { becomes: 'tablet', unsaid: 'laptop', said: true });
    const draft = say(NOTHING_SAID, [said], () => null);
    expect(becomes(draft, said)).toEqual({ to: 'laptop', byHand: false });
    expect(optionsWith({ values: [{ about: 'kind', from: 'Notebook', to: 'tablet' }] }, 'kind', draft)).toEqual({});
  });

  test('joins spellings or keeps them apart, each said by itself', () => {
    const spelled = [word('IT3', { spelling: 0 }), word('IT 3', { spelling: 0 })];
    expect(optionsWith({}, 'room', say(NOTHING_SAID, spelled, () => 'IT3')).values).toEqual([{ about: 'room', from: 'IT3', to: 'IT3' }, { about: 'room', from: 'IT 3', to: 'IT3' }]);
    expect(optionsWith({}, 'room', say(NOTHING_SAID, spelled, (each) => each.word)).values).toEqual([{ about: 'room', from: 'IT3', to: 'IT3' }, { about: 'room', from: 'IT 3', to: 'IT 3' }]);
    expect(optionsWith({}, 'room', say(NOTHING_SAID, spelled, () => '  ')).values).toBeUndefined();
  });

  test('makes a new kind once, takes the one that there is by that name, and leaves out one that nothing is of', () => {
    const made = sayNewKind(NOTHING_SAID, flurb, 'Smart board', SHIPPED_CATEGORIES.filter(({ key }) => key !== 'interactive_panel'));
    expect(optionsWith({}, 'kind', made)).toMatchObject({ values: [{ from: 'Smart Flurb', to: 'own_smart_board' }], newKinds: [{ key: 'own_smart_board', singular: 'smart board', plural: 'smart boards' }] });
    expect(optionsWith({}, 'kind', say(made, [flurb], () => 'other')).newKinds).toBeUndefined();
    expect(optionsWith({}, 'kind', sayNewKind(NOTHING_SAID, flurb, 'LAPTOPS', SHIPPED_CATEGORIES))).toEqual({ values: [{ about: 'kind', from: 'Smart Flurb', to: 'laptop' }] });
  });
});

test('words are found by themselves, by what they become, and with the other spellings of their group', () => {
  const found: ColumnWords = {
    column: 'Room', about: 'room', names: [], spellings: [{ name: 'IT3', words: 2, settled: false }],
    words: [word('IT3', { spelling: 0, unsure: true }), word('IT 3', { spelling: 0, unsure: true }), word('Hall'), word('Big hall', { becomes: 'Hall' })],
  };
  const names = (search: string, unsure: boolean) => groupsOf(found, search, unsure).map(({ name, words }) => [name, words.map((each) => each.word)]);
  expect(names('', false)).toEqual([['IT3', ['IT3', 'IT 3']], [null, ['Hall']], [null, ['Big hall']]]);
  expect(names('', true)).toEqual([['IT3', ['IT3', 'IT 3']]]);
  expect(names('hall', false)).toEqual([[null, ['Hall']], [null, ['Big hall']]]);
  expect(names('it 3', false)).toEqual([['IT3', ['IT3', 'IT 3']]]);
  expect(names('gym', false)).toEqual([]);
});

test('the choices start with what Kitplan reads the word as, and a kind can be new', () => {
  const kinds = closedChoices('kind', 'laptop', SHIPPED_CATEGORIES);
  expect([kinds[0]?.label, kinds.at(-1)?.label, kinds.length]).toEqual(['Laptop, as Kitplan reads it', 'A new kind…', SHIPPED_CATEGORIES.length + 2]);
  expect(closedChoices('status', null, [])[0]?.label).toBe('In use, with the word in the notes');
  expect(closedChoices('userGroup', 'pupil', []).map(({ label }) => label)).toEqual(['Pupils, as Kitplan reads it', 'Staff', 'Pupils', 'Shared']);
});
