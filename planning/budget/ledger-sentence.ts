import { formatCount } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { followedBy, say, strong, type Sentence } from '../sentences/say.ts';
import { inWords, listOf } from '../words.ts';
import { codeState } from './ledger-codes.ts';

/** How many codes are named before the rest are counted. */
const MOST_NAMED = 2;

/** `4410`, `4410 and 4420`, `4410 and two others`. */
function codesNamed(codes: readonly string[]): string {
  if (codes.length <= MOST_NAMED) return listOf(codes);
  return `${codes[0] ?? ''} and ${inWords(codes.length - 1)} others`;
}

/** What is mapped of the school's own codes and what follows from the rest, for the top of their page. */
export function codesSentence({ finance }: Pick<PlanSnapshot, 'finance'>): Sentence {
  const { ledgerCodes, fundCodes } = finance;
  const states = ledgerCodes.map((code) => ({ code: code.code, state: codeState(code) }));
  const ict = states.filter(({ state }) => state !== 'not_ict');
  const open = states.filter(({ state }) => state === 'to_map').map(({ code }) => code);
  const first = states.length === 0 ? say('The plan has none of your own ledger codes yet, so DfE’s codes stand alone.') : ledgerSentence(states.length, ict.length, open);
  return followedBy(first, fundsSentence(fundCodes.filter(({ fundKey }) => fundKey === null).map(({ code }) => code)));
}

function ledgerSentence(all: number, ict: number, open: readonly string[]): Sentence {
  if (ict === 0) return say(all === 1 ? 'The one code here is not for ICT.' : `None of the ${formatCount(all)} codes here is for ICT, as far as can be told.`);
  if (open.length === 0) return ict === 1 ? say('The one code for ICT ', strong('is mapped'), '.') : say('All ', strong(`${formatCount(ict)} codes`), ' for ICT are mapped.');
  const unmatched = ', so what is booked there cannot be matched.';
  if (open.length === ict) {
    return ict === 1 ? say(`${open[0] ?? ''} `, strong('is not mapped'), ` yet${unmatched}`) : say(strong(`None of the ${formatCount(ict)} codes`), ` for ICT is mapped yet${unmatched}`);
  }
  const mapped = ict - open.length;
  return say(strong(`${formatCount(mapped)} of ${formatCount(ict)} codes`), ` ${mapped === 1 ? 'is' : 'are'} mapped; ${codesNamed(open)} ${open.length === 1 ? 'is' : 'are'} not${unmatched}`);
}

function fundsSentence(open: readonly string[]): Sentence | null {
  if (open.length === 0) return null;
  return say(`Fund ${open.length === 1 ? 'code' : 'codes'} ${codesNamed(open)} ${open.length === 1 ? 'stands' : 'stand'} for no fund yet.`);
}
