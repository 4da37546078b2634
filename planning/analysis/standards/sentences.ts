import { formatLongDate } from '../../calendar.ts';
import { formatCount, formatPounds } from '../../money.ts';
import { followedBy, say, strong, type Sentence } from '../../sentences/say.ts';
import { inWords, listOf, startUpper } from '../../words.ts';
import { countsOf, type Answered } from './answers.ts';
import type { Road } from './road.ts';

const are = (count: number): string => (count === 1 ? 'is' : 'are');
const requirements = (count: number): string => `requirement${count === 1 ? '' : 's'}`;

/** How the school stands to the standards, for the top of the page: the core ones where there are any. */
export function standardsSentence(answers: readonly Answered[]): Sentence {
  if (answers.length === 0) return say('No standard is in the plan yet.');
  const core = answers.filter(({ requirement }) => requirement.tier === 'core');
  const meant = (core.length === 0 ? answers : core).filter(({ standing }) => standing !== 'na');
  const which = core.length === 0 ? '' : 'core ';
  if (meant.length === 0) return followedBy(say(`None of the ${which}requirements applies to the school.`), lateSentence(answers));
  const { not, partly, unknown, meets } = countsOf(meant);
  const all = `${formatCount(meant.length)} ${which}${requirements(meant.length)}`;
  if (meets === meant.length) return followedBy(say(strong(meant.length === 1 ? `The one ${which}requirement is met` : `All ${all} are met`), '.'), lateSentence(answers));
  if (unknown === meant.length) return followedBy(say(strong(meant.length === 1 ? `The one ${which}requirement is not answered yet` : `None of the ${all} is answered yet`), '.'), lateSentence(answers));
  const parts = [
    meets === 0 ? 'none is met' : `${inWords(meets)} ${are(meets)} met`,
    ...(not > 0 ? [strong(`${inWords(not)} ${are(not)} not met`)] : []),
    ...(partly > 0 ? [strong(`${inWords(partly)} ${are(partly)} partly met`)] : []),
    ...(unknown > 0 ? [`${inWords(unknown)} ${are(unknown)} not known yet`] : []),
  ];
  const joined = parts.flatMap((part, at) => (at === 0 ? [part] : [at === parts.length - 1 ? ' and ' : ', ', part]));
  return followedBy(say(`Of ${all}, `, ...joined, '.'), lateSentence(answers));
}

function lateSentence(answers: readonly Answered[]): Sentence | null {
  const late = answers.filter((answered) => answered.late).length;
  return late === 0 ? null : say(strong(`${startUpper(inWords(late))} ${late === 1 ? 'review is' : 'reviews are'} late`), '.');
}

/** What becomes of the gaps of the core standards under what is agreed and planned. */
export function roadSentence(road: Road): Sentence {
  const { gaps, rows, deadline, cost } = road;
  const opening = rows.filter(({ answered, opensIn }) => opensIn !== null && answered.standing !== 'not' && answered.standing !== 'partly');
  const later = opening.length === 0 ? null : say(`${startUpper(inWords(opening.length))} that ${are(opening.length)} no gap today ${opening.length === 1 ? 'becomes' : 'become'} one in these years.`);
  if (rows.length === 0) return say('The set has no core requirement.');
  if (gaps.length === 0) return followedBy(say('No core requirement is known to be a gap today.'), later);
  const closing = gaps.filter(({ closesIn }) => closesIn !== null).length;
  const inTime = deadline === null ? null : gaps.filter((row) => row.inTime).length;
  const closed = (count: number): string => `${inWords(count)} ${count > 1 ? 'close' : 'closes'}`;
  const by = inTime === null ? `in the plan’s years ${closed(closing)}` : `${closed(inTime)} by ${formatLongDate(deadline?.day ?? '')}`;
  const counted = gaps.filter((row) => (inTime === null ? row.closesIn !== null : row.inTime));
  // The register speaks for what it holds of a requirement: the rest stays unknown until somebody answers it.
  const halfKnown = counted.filter(({ closesIn, byYear }) => closesIn !== null && byYear[closesIn] === 'unknown').length;
  const person = halfKnown === 0 ? null : say(`A person has still to answer what the register cannot${halfKnown === counted.length ? '' : ` for ${inWords(halfKnown)} of them`}.`);
  const bare = cost.withoutPlan.length;
  const listed = gaps.filter(({ inLists, closesIn }) => inLists && closesIn === null).length;
  const filled = listed === 0 ? null : say(`${inWords(listed)} ${are(listed)} mended by filling in the lists.`);
  const nothing = bare === 0 ? null : say(strong(`For ${inWords(bare)} nothing is planned or asked for yet`), '.');
  const first = say(gaps.length === 1 ? 'Of the one gap' : `Of the ${inWords(gaps.length)} gaps`, ` in the core standards, ${by} under what is agreed and planned.`);
  return [person, filled, nothing, costSentence(road), later].reduce(followedBy, first);
}

function costSentence({ cost }: Road): Sentence | null {
  const parts = [
    cost.agreedPence > 0 ? `needs that are agreed cost ${formatPounds(cost.agreedPence)}` : '',
    cost.openPence > 0 ? `needs that are not decided would cost ${formatPounds(cost.openPence)}` : '',
    cost.refreshPence > 0 ? `planned replacements cost ${formatPounds(cost.refreshPence)}, which is in the plan already` : '',
  ].filter((text) => text !== '');
  return parts.length === 0 ? null : say(`In the plan’s years ${listOf(parts)}.`);
}

/** Where the words of the standards are from, and when they were last checked: the oldest day, because nothing is claimed beyond it. */
export function sourceSentence(answers: readonly Answered[]): string {
  const days = answers.flatMap(({ requirement: { asOf } }) => (asOf === null ? [] : [asOf])).sort();
  const unsourced = answers.filter(({ requirement: { source } }) => source === null).length;
  const [first] = days;
  const checked = first === undefined ? '' : `The requirements are in words of our own, from public summaries and what the school typed; the oldest was last checked on ${formatLongDate(first)}. Change them where the DfE says otherwise.`;
  const without = unsourced === 0 ? '' : ` ${unsourced} ${unsourced === 1 ? 'has' : 'have'} no source.`;
  return `${checked}${without}`.trim();
}
