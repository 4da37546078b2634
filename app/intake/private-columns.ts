import type { RawCell } from './raw-table.ts';
import { cellText } from './values/cell-text.ts';

const PEOPLE = 'it looks like names of people, and Kitplan keeps none';
const ADDRESSES = 'it looks like e-mail addresses, and Kitplan keeps no details of people';
const CONTACT = 'it looks like addresses or telephone numbers of people, and Kitplan keeps none';
const SECRETS = 'it looks like passwords or keys, and a plan must never hold any';
const NETWORK = 'it looks like network addresses, which a plan does not need';

/** By words of the header; the first that matches names the reason. */
const BY_HEADER: readonly (readonly [RegExp, string])[] = [
  [/\b(passwords?|passcodes?|pwd|passphrase|pins?|secrets?|tokens?|credentials?|psk|bit ?locker)\b/, SECRETS],
  [/\bkeys?\b(?! stage)|\b(recovery|activation|security|unlock|door|alarm) codes?\b/, SECRETS],
  [/\b(e ?mails?|upn)\b/, ADDRESSES],
  [/\b(ip|ipv4|ipv6|mac|ethernet mac) ?(address(es)?)?$|\bmac address/, NETWORK],
  [/\b(users?|user ?names?|assignee|custodian|borrower|holder|employee|person|owner|owned by|used by)\b/, PEOPLE],
  [/\b(assigned|issued|allocated|checked out|loaned|lent|given|signed out) (to|by)\b/, PEOPLE],
  [/^(assigned|allocated|checked out|issued)$|^who(se)?\b/, PEOPLE],
  [/\b(first|last|full|family|given|staff|teacher|pupil|student|learner|manager|contact|parent) ?names?\b/, PEOPLE],
  [/^(surname|forename|staff|teachers?|pupils?|students?|learner|(line )?manager|contact|job title)$/, PEOPLE],
  [/\b(initials|signature)\b/, PEOPLE],
  [/\b(created|updated|purchased|ordered|requested|checked|signed|approved|authorised|entered|audited) by\b/, PEOPLE],
  [/\b(licensed to|staff member|member of staff|date of birth|dob)\b/, PEOPLE],
  [/\bphone (no|number)\b|^(phone|telephone|mobile|fax)$/, CONTACT],
  [/\bpost ?code\b|^(zip|address ?2?|home address|street|city|country)$/, CONTACT],
];

const BY_CONTENT: readonly (readonly [RegExp, string])[] = [
  [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, ADDRESSES],
  [/^(\d{1,3}\.){3}\d{1,3}(\/\d+)?$|^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i, NETWORK],
];
const CELLS_LOOKED_AT = 500;
/** What is longer is neither a name nor an address. */
const LONGEST_ADDRESS = 254;

/** Why a column with this plain header is left out as private; null where nothing speaks for it. */
export function privateByHeader(plain: string): string | null {
  return BY_HEADER.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** Why a column is left out as private by what most of its cells look like, whatever it is called. */
export function privateByContent(cells: readonly (RawCell | undefined)[]): string | null {
  const texts = firstTexts(cells);
  if (texts.length === 0) return null;
  const short = texts.filter(({ length }) => length <= LONGEST_ADDRESS);
  const most = ([pattern]: readonly [RegExp, string]): boolean => short.filter((text) => pattern.test(text)).length * 2 > texts.length;
  return BY_CONTENT.find(most)?.[1] ?? null;
}

const firstTexts = (cells: readonly (RawCell | undefined)[]): string[] =>
  cells.slice(0, CELLS_LOOKED_AT).map(cellText).filter((text) => text !== '');

const PERSON = /^(?:(?:mr|mrs|ms|miss|dr)\.? )?[A-Z][a-z'’-]+,? (?:[A-Z]\.? )?[A-Z][A-Za-z'’-]+$/;

/** Whether most of a column called just "Name" are two capitalised words, as people are and kit seldom is. */
export function looksLikePeople(cells: readonly (RawCell | undefined)[], isKit: (text: string) => boolean): boolean {
  const texts = firstTexts(cells);
  const people = texts.filter((text) => text.length <= LONGEST_ADDRESS && PERSON.test(text) && !isKit(text));
  return texts.length > 0 && people.length * 10 >= texts.length * 8;
}
