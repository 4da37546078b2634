import type { z } from 'zod';

/*
 * What is wrong with a request, in words for people, wherever an entry has none of its own: the parser's own speak of
 * types. Each is a sentence that says what works.
 */

const KINDS: Readonly<Record<string, string>> = {
  string: 'Text is wanted here.', number: 'A number is wanted here.', int: 'A whole number is wanted here.', boolean: 'true or false is wanted here.',
  array: 'A list is wanted here.', object: 'An object with named fields is wanted here.', record: 'An object with named fields is wanted here.',
};

/** `From 0 up works here.`, `At most 200 characters fit here.`, `At least one entry is wanted here.` */
function boundWords(origin: string, bound: number, end: 'least' | 'most'): string {
  const amount = bound.toLocaleString('en-GB');
  const unit = origin === 'string' ? ['character', 'characters'] as const : origin === 'array' ? ['entry', 'entries'] as const : null;
  if (unit === null) return end === 'least' ? `From ${amount} up works here.` : `Up to ${amount} works here.`;
  const counted = bound === 1 ? `one ${unit[0]}` : `${amount} ${unit[1]}`;
  if (end === 'most') return `At most ${counted} ${bound === 1 ? 'fits' : 'fit'} here.`;
  return `At least ${counted} ${bound === 1 ? 'is' : 'are'} wanted here.`;
}

/** The sentence for an issue; `undefined` leaves it to the parser, for what no request of ours can bring about. */
export const issueWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'This is missing.';
      return KINDS[issue.expected] ?? 'Something else is wanted here.';
    case 'too_small': return boundWords(issue.origin, Number(issue.minimum) + (issue.inclusive === false ? 1 : 0), 'least');
    case 'too_big': return boundWords(issue.origin, Number(issue.maximum) - (issue.inclusive === false ? 1 : 0), 'most');
    case 'invalid_value': return `One of these works here: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys': return `There is no field called “${(issue.keys[0] ?? '').slice(0, 60)}”.`;
    case 'invalid_union': return 'None of the forms that work here fits.';
    case 'invalid_format': return issue.format === 'base64' ? 'A file is sent as base64, and this is none.' : 'It is not written as it has to be here.';
    // A sentence of our own comes with these; no schema here asks for a multiple.
    case 'custom': case 'invalid_key': case 'invalid_element': case 'not_multiple_of': return undefined;
  }
};
