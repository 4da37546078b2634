import { dayNumber, formatLongDate } from '../../calendar.ts';
import { followedBy, say, strong, type Sentence } from '../../sentences/say.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { inWords, startUpper } from '../../words.ts';
import type { AnalysisFacts, Decision } from '../facts.ts';
import { decided, toDecide } from './log.ts';
import { isUntold, reviewOf } from './review.ts';

/** `27 November`; with its year where that is not the year of the as-at date. */
export const dayInYear = (date: IsoDate, asOf: IsoDate): string =>
  (date.slice(0, 4) === asOf.slice(0, 4) ? formatLongDate(date).slice(0, -5) : formatLongDate(date));

const counted = (count: number, one: string, many: string): string => `${inWords(count)} ${count === 1 ? one : many}`;

/** `Four decisions are waiting, the first on 27 November. One review is late, and two decisions have not reached everyone.` */
export function decisionsSentence(facts: Pick<AnalysisFacts, 'decisions'>, asOf: IsoDate): Sentence {
  const made = decided(facts);
  const waiting = toDecide(facts);
  if (made.length === 0 && waiting.length === 0) return say('No decision has been written down yet.');
  return followedBy(waitingSentence(waiting, asOf), made.length === 0 ? null : madeSentence(facts, asOf));
}

function waitingSentence(waiting: readonly Decision[], asOf: IsoDate): Sentence {
  if (waiting.length === 0) return say('No decision is waiting.');
  const late = waiting.filter(({ decideBy }) => decideBy !== null && decideBy < asOf).length;
  const first = waiting[0]?.decideBy ?? null;
  const waits = counted(waiting.length, 'decision is waiting', 'decisions are waiting');
  if (first === null) return say(waits, ', ', strong(waiting.length === 1 ? 'with no day set' : 'none with a day set'), '.');
  const day = dayInYear(first, asOf);
  if (late > 0) return say(waits, ', ', strong(waiting.length === 1 ? `late since ${day}` : `${late === waiting.length ? 'all' : inWords(late)} late, the first since ${day}`), '.');
  return say(waits, ', ', strong(waiting.length === 1 ? `due on ${day}` : `the first on ${day}`), '.');
}

function madeSentence(facts: Pick<AnalysisFacts, 'decisions'>, asOf: IsoDate): Sentence {
  const made = decided(facts);
  const late = made.filter((decision) => reviewOf(decision, facts.decisions, asOf).kind === 'late').length;
  const untold = made.filter((decision) => isUntold(decision, facts.decisions)).length;
  const lateWords = late === 0 ? '' : counted(late, 'review is late', 'reviews are late');
  const untoldWords = untold === 0 ? '' : counted(untold, 'decision has not reached everyone', 'decisions have not reached everyone');
  if (late === 0 && untold === 0) return say(`No review is late, and ${made.some(({ tellings }) => tellings.length > 0) ? 'everyone who is to be told has been' : 'nobody is still to be told'}.`);
  return say([lateWords, untoldWords].filter(Boolean).join(', and '), '.');
}

/** `Four. The first is in six days.`: beside the heading of what waits. */
export function waitingAside(waiting: readonly Decision[], asOf: IsoDate): string {
  const first = waiting[0]?.decideBy ?? null;
  const count = `${startUpper(inWords(waiting.length))}.`;
  if (first === null) return waiting.length === 0 ? 'None.' : count;
  const days = dayNumber(first) - dayNumber(asOf);
  const it = waiting.length === 1 ? 'It' : 'The first';
  if (days < 0) return `${count} ${it} was due ${counted(-days, 'day', 'days')} ago.`;
  return days === 0 ? `${count} ${it} is due today.` : `${count} ${it} is in ${counted(days, 'day', 'days')}.`;
}
