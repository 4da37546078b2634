/* What a person types into the fields of a layout, and what it says. */

const COLUMN = /^[A-Z]{1,3}$/i;

/** `F+G`, `F, G` or `F G` as letters. */
export const lettersIn = (typed: string): readonly string[] => typed.split(/[\s,+]+/u).filter((part) => part !== '').map((part) => part.toUpperCase());

export const lettersText = (letters: readonly string[]): string => letters.join(' + ');

export const columnProblem = (needed: boolean) => (typed: string): string | null => {
  if (typed === '') return needed ? 'Which column? Write its letter, such as B.' : null;
  return COLUMN.test(typed) ? null : `“${typed}” is not a column. Write the letter over it, such as B.`;
};

export const columnsProblem = (needed: boolean) => (typed: string): string | null => {
  const letters = lettersIn(typed);
  if (letters.length === 0) return needed ? 'At least one column holds what was spent. Write its letter, such as F.' : null;
  const wrong = letters.find((letter) => !COLUMN.test(letter));
  return wrong === undefined ? null : `“${wrong}” is not a column. Write letters such as F, or F + G to add them up.`;
};

export const rowProblem = (needed: boolean) => (typed: string): string | null => {
  if (typed === '') return needed ? 'Which row is the first with money? Write its number, such as 5.' : null;
  return /^[1-9]\d{0,6}$/.test(typed) ? null : `“${typed}” is not a row. Write its number, such as 5.`;
};

/** Texts with commas between them. */
export const textsIn = (typed: string): readonly string[] =>
  typed.split(',').map((text) => text.trim().slice(0, 100)).filter((text) => text !== '').slice(0, 20);
