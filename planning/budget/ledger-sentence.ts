import { formatCount } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
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
export function codesSentence({ finance }: Pick<PlanSnapshot, 'finance'>): string {
  const { ledgerCodes, fundCodes } = finance;
  if (ledgerCodes.length === 0) return 'The plan has none of your own codes yet, so DfE’s codes stand alone.';
  const states = ledgerCodes.map((code) => ({ code: code.code, state: codeState(code) }));
  const ict = states.filter(({ state }) => state !== 'not_ict');
  const open = states.filter(({ state }) => state === 'to_map').map(({ code }) => code);
  return [ledgerSentence(states.length, ict.length, open), fundsSentence(fundCodes.filter(({ fundKey }) => fundKey === null).map(({ code }) => code))]
    .filter((sentence) => sentence !== null).join(' ');
}

function ledgerSentence(all: number, ict: number, open: readonly string[]): string {
  if (ict === 0) return all === 1 ? 'The one code here is not for ICT.' : `None of the ${formatCount(all)} codes here is for ICT, as far as can be told.`;
  if (open.length === 0) return ict === 1 ? 'The one code for ICT is mapped.' : `All ${formatCount(ict)} codes for ICT are mapped.`;
  if (open.length === ict) {
    return ict === 1 ? `${open[0] ?? ''} is not mapped yet, so what is booked there cannot be matched.`
      : `None of the ${formatCount(ict)} codes for ICT is mapped yet, so what is booked there cannot be matched.`;
  }
  const mapped = ict - open.length;
  return `${formatCount(mapped)} of ${formatCount(ict)} codes ${mapped === 1 ? 'is' : 'are'} mapped; ${codesNamed(open)} ${open.length === 1 ? 'is' : 'are'} not, `
    + 'so what is booked there cannot be matched.';
}

function fundsSentence(open: readonly string[]): string | null {
  if (open.length === 0) return null;
  return `Fund ${open.length === 1 ? 'code' : 'codes'} ${codesNamed(open)} ${open.length === 1 ? 'stands' : 'stand'} for no fund yet.`;
}
