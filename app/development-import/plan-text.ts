/** A number before a name: "3.2 Attendance", "Priority 1: Reading", "2) Writing". A bare figure needs a mark after it: "30 laptops" is no number. */
const NUMBERED = /^(?:(?:priority|objective|target|aim|goal|strand|theme|area|initiative|key priority|obj\.?)\s*)(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)\s*[.):–-]?\s*(.*)$/is;
const BARE_NUMBER = /^(\d{1,3}(?:\.\d{1,3}){1,3}[a-z]?)[.):]?\s+[–-]?\s*(\S.*)$/is;
const MARKED_NUMBER = /^(\d{1,3}[a-z]?)\s*[.):–-]\s+(\S.*)$/is;

/** The number that a text begins with, and the rest of it. */
export function numberedText(text: string): { readonly number: string | null; readonly text: string } {
  const [, number, rest] = NUMBERED.exec(text) ?? BARE_NUMBER.exec(text) ?? MARKED_NUMBER.exec(text) ?? [];
  if (number === undefined || rest === undefined) return { number: null, text };
  return { number, text: rest.trim() };
}

/** A number that stands in a cell of its own, without the words and marks around it. */
export const bareNumber = (text: string): string => {
  const { number, text: rest } = numberedText(`${text.trim()} `);
  return (rest === '' && number !== null ? number : text.trim().replace(/[.):]+$/, '')).slice(0, LONGEST_NUMBER);
};

const LONGEST_NUMBER = 20;
const BULLET = /^\s*(?:[•·▪▫■□◦‣●○➢➤✓*–—-]|o(?=\s)|\uf0b7|\d{1,2}[.)]|\(?[a-z]\))\s+/;

/** The items of a cell that lists several with bullets; else the text itself as the one item. */
export function listedItems(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (lines.filter((line) => BULLET.test(line)).length < 2) return lines.length === 0 ? [] : [lines.map(withoutBullet).join('\n')];
  const items: string[] = [];
  for (const line of lines) {
    const last = items.length - 1;
    if (BULLET.test(line) || last < 0) items.push(withoutBullet(line));
    else items[last] = `${items[last] ?? ''}\n${line}`;
  }
  return items;
}

const withoutBullet = (line: string): string => line.replace(BULLET, '');

/** A name heads a column, so it is short. */
export const LONGEST_SHORT_NAME = 60;

/** The name of an objective whose cell holds the whole of it: what stands before a colon, else its first words. */
export function shortName(text: string): string {
  const line = text.split('\n')[0] ?? text;
  if (text.length <= LONGEST_SHORT_NAME) return text.replaceAll(/\s+/g, ' ');
  const [, before] = /^([^:–—]{3,60}?)\s*[:–—]\s/.exec(line) ?? [];
  if (before !== undefined) return before;
  if (line.length <= LONGEST_SHORT_NAME) return line;
  const cut = line.slice(0, LONGEST_SHORT_NAME);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SHORT_NAME - 20)).replace(/[\s,;.–-]+$/, '');
  return `${atWord} …`;
}

/** A person by title and name: Kitplan keeps roles. Initials are taken for a role, since many schools write them so. */
const PERSON = /\b(?:Mr|MR|mr|Mrs|MRS|mrs|Ms|MS|ms|Miss|miss|Mx|Dr|DR|Sir|Rev)\.?\s+[A-Z]/;
export const namesPerson = (text: string): boolean => PERSON.test(text);
