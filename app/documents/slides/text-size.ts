import { POINTS_IN_INCH } from './slide-look.ts';

/** Widths of letters as parts of the size of type: enough to say how many lines a text takes, a little too many rather than too few. */
const NARROW = 0.3;
const WIDE = 0.74;
const DIGIT = 0.51;
const LETTER = 0.5;
const BOLD = 1.04;
/** How much wider the typeface of sentences is than that of tables. */
export const SERIF = 1.07;

const widthOf = (letter: string): number => {
  if (/[iljtfrI.,:;'’“”|()[\] ]/u.test(letter)) return NARROW;
  if (/[MWmw@%&\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return WIDE;
  return /\d/.test(letter) ? DIGIT : /\p{Lu}/u.test(letter) ? 0.64 : LETTER;
};

/** How long a text is on one line, in inches. */
export const lengthOf = (text: string, size: number, bold = false): number =>
  (Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0) * size * (bold ? BOLD : 1)) / POINTS_IN_INCH;

/** How many lines a text takes in a width: words go whole to the next line, and a word longer than a line is broken. */
export function linesOf(text: string, size: number, width: number, bold = false): number {
  let lines = 1;
  let at = 0;
  for (const word of text.split(/\s+/u)) {
    const length = lengthOf(word, size, bold);
    const gap = at === 0 ? 0 : lengthOf(' ', size, bold);
    if (at > 0 && at + gap + length > width) {
      lines += 1;
      at = 0;
    }
    if (length > width) {
      lines += Math.ceil(length / width) - 1;
      at = length % width;
    } else at += (at === 0 ? 0 : gap) + length;
  }
  return lines;
}
