import { describe, expect, it } from 'vitest';
import { asDrawable, charactersOf, MISSING } from '../../../app/documents/typeset/glyphs.ts';
import { TYPESETTER_FONTS } from '../../../app/documents/typeset/typesetter-files.ts';
import { drawableIn } from '../../../app/documents/typeset/typst-typesetter.ts';
import { readFromSource } from '../../support/plan-in-memory.ts';

describe('the characters of a typeface', () => {
  it.each([
    ['sans-regular.ttf', 'Aé£−□→ŵŁж', 'ع中'],
    ['serif-regular.ttf', 'Aé£−→ŵŁж', '□中'],
    ['arabic-regular.ttf', 'عربية', 'Ж中'],
    ['hebrew-regular.ttf', 'עברית', 'Ж中'],
  ] as const)('of %s are what it can draw', (font, there, missing) => {
    const characters = charactersOf(readFromSource(font));
    for (const character of there) expect(characters.has(character.codePointAt(0) ?? 0), character).toBe(true);
    for (const character of missing) expect(characters.has(character.codePointAt(0) ?? 0), character).toBe(false);
  });
});

describe('words as they can be printed', () => {
  const drawable = drawableIn(TYPESETTER_FONTS.map((name) => readFromSource(name)));

  it.each([
    ['Plain words, £1 − 2', 'Plain words, £1 − 2'],
    ['two\nlines', 'two\nlines'],
    ['a\ttab and a bell\u0007', 'a tab and a bell'],
    ['中文', '□□'],
    // One sign for the eye, five characters.
    ['👩🏽‍💻!', '□!'],
    ['e\u0301', 'é'],
    // An accent that no typeface has, over a letter that all have.
    ['a\u{1DF9}b', 'ab'],
    ['half a pair \uD83D', 'half a pair □'],
    ['', ''],
  ])('%j becomes %j', (text, printed) => {
    expect(asDrawable(text, drawable)).toBe(printed);
  });

  it('can draw the box that stands for the others', () => {
    expect(asDrawable(MISSING, drawable)).toBe(MISSING);
    expect(drawable.has(MISSING.codePointAt(0) ?? 0)).toBe(true);
  });
});
