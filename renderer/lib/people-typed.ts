/* Numbers of pupils and of staff as people type them. */

const MOST_PUPILS = 20_000;
const MOST_STAFF = 5_000;

const digitsOf = (typed: string): string => typed.replaceAll(',', '').trim();

/** A number of people as it was typed; null where it was left out. */
export const peopleOf = (typed: string): number | null => (digitsOf(typed) === '' ? null : Number(digitsOf(typed)));

/** Why a number of people cannot be taken; null where it can, and where it is left out. */
function peopleProblem(typed: string, most: number, words: string): string | null {
  const digits = digitsOf(typed);
  return digits === '' || (/^\d+$/.test(digits) && Number(digits) <= most) ? null : words;
}
export const pupilsProblem = (typed: string): string | null => peopleProblem(typed, MOST_PUPILS, 'A whole number up to 20,000 works here, such as 1140.');
export const staffProblem = (typed: string): string | null => peopleProblem(typed, MOST_STAFF, 'A whole number up to 5,000 works here, such as 118.');
