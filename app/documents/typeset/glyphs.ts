/** Which characters the typefaces of documents can draw, and what stands for those that none of them can. */

export type Drawable = ReadonlySet<number>;

/** What is printed for a character that no typeface has: a reader sees that something stood there. */
export const MISSING = '□';

const GRAPHEMES = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
/** Joiners, marks of direction and the like: they have no shape of their own. */
const SHAPELESS = /^\p{Default_Ignorable_Code_Point}$/u;
const CONTROLS = /[^\P{Cc}\n]/gu;

/** The characters of a TrueType file, from its table of characters (`cmap`, formats 4 and 12). */
export function charactersOf(font: Uint8Array): Drawable {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const characters = new Set<number>();
  for (let at = 0; at < view.getUint16(cmap + 2); at++) {
    const start = cmap + view.getUint32(cmap + 4 + at * 8 + 4);
    const format = view.getUint16(start);
    if (format === 4) addSegments(view, start, characters);
    if (format === 12) addGroups(view, start, characters);
  }
  return characters;
}

/** @throws Error where the file is no TrueType: a fault of ours */
function tableAt(view: DataView, name: string): number {
  for (let at = 0; at < view.getUint16(4); at++) {
    const entry = 12 + at * 16;
    if (String.fromCodePoint(...[0, 1, 2, 3].map((letter) => view.getUint8(entry + letter))) === name) return view.getUint32(entry + 8);
  }
  throw new Error(`A typeface has no table ${name}.`);
}

function addSegments(view: DataView, start: number, characters: Set<number>): void {
  const doubled = view.getUint16(start + 6);
  const ends = start + 14;
  const starts = ends + doubled + 2;
  for (let at = 0; at < doubled; at += 2) {
    const [first, last] = [view.getUint16(starts + at), view.getUint16(ends + at)];
    const shift = view.getUint16(starts + doubled + at);
    const offsetAt = starts + doubled * 2 + at;
    const offset = view.getUint16(offsetAt);
    for (let character = first; character <= last && character !== 0xff_ff; character++) {
      const glyph = offset === 0 ? character + shift : view.getUint16(offsetAt + offset + (character - first) * 2);
      if (glyph % 0x1_00_00 !== 0) characters.add(character);
    }
  }
}

function addGroups(view: DataView, start: number, characters: Set<number>): void {
  for (let at = 0; at < view.getUint32(start + 12); at++) {
    const group = start + 16 + at * 12;
    for (let character = view.getUint32(group); character <= view.getUint32(group + 4); character++) characters.add(character);
  }
}

export const allOf = (sets: readonly Drawable[]): Drawable => new Set(sets.flatMap((set) => [...set]));

/** The words as they can be printed: whole signs that no typeface has become a box, one for each that a reader would count. */
export function asDrawable(text: string, drawable: Drawable): string {
  const plain = text.toWellFormed().normalize('NFC').replaceAll('\t', ' ').replaceAll(CONTROLS, '');
  if (isDrawable(plain, drawable)) return plain;
  return [...GRAPHEMES.segment(plain)].map(({ segment }) => (isDrawable(segment, drawable) ? segment : withoutTheRest(segment, drawable))).join('');
}

const has = (drawable: Drawable, character: string): boolean => character === '\n' || drawable.has(character.codePointAt(0) ?? 0);

function isDrawable(text: string, drawable: Drawable): boolean {
  for (const character of text) if (!has(drawable, character)) return false;
  return true;
}

/** A letter stays without the accent that nobody has; a sign whose first character nobody has is gone whole. */
function withoutTheRest(sign: string, drawable: Drawable): string {
  const [first = '', ...rest] = Array.from(sign).filter((character) => !SHAPELESS.test(character) || has(drawable, character));
  if (first === '') return '';
  return has(drawable, first) ? [first, ...rest.filter((character) => has(drawable, character))].join('') : MISSING;
}
