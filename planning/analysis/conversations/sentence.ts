import { formatDate } from '../../calendar.ts';
import { formatCount } from '../../money.ts';
import type { WhyStep } from '../../result.ts';
import { followedBy, say, strong, type Sentence } from '../../sentences/say.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { inWords, startUpper } from '../../words.ts';
import { peopleWords, personName } from '../people-words.ts';
import { schoolYearLabel, schoolYearOf } from '../school-year.ts';
import { roundOf, type HeardPerson } from './round.ts';

type Facts = Pick<PlanSnapshot, 'analysis' | 'departments'>;

/** How far a year's round has come, and what has become of what was said: the sentence that opens the page. */
export function roundSentence(facts: Facts, year: number, asOf: IsoDate): Sentence {
  const round = roundOf(facts.analysis, year, asOf);
  const when = year === schoolYearOf(asOf) ? 'this year' : `in ${schoolYearLabel(year)}`;
  const main = round.length === 0 ? say(`Nobody is on the list of those to be heard ${when} yet.`) : heardSentence(facts, round, when);
  return followedBy(main, notesSentence(facts, year, asOf));
}

function heardSentence({ departments }: Facts, round: readonly HeardPerson[], when: string): Sentence {
  const waiting = round.filter(({ conversations }) => conversations.length === 0);
  const heard = round.length - waiting.length;
  const { who, has } = peopleWords(waiting, departments);
  if (waiting.length === 0) {
    return say(strong(round.length === 1 ? 'The one person on the list has been heard' : `All ${formatCount(round.length)} people have been heard`), ` ${when}.`);
  }
  if (heard === 0) {
    return say(strong(round.length === 1 ? 'The one person on the list has not been heard' : `None of the ${formatCount(round.length)} people has been heard`), ` ${when} yet.`);
  }
  return say(strong(`${formatCount(heard)} of ${formatCount(round.length)} people ${heard === 1 ? 'has' : 'have'} been heard ${when}`), `; ${who} ${has} not.`);
}

/** `Four notes are not part of a need yet.`: what was said and is still to be looked at. */
function notesSentence({ analysis }: Facts, year: number, asOf: IsoDate): Sentence | null {
  const notes = analysis.conversations.filter(({ heldOn }) => schoolYearOf(heldOn) === year && heldOn <= asOf).flatMap((each) => each.notes);
  if (notes.length === 0) return null;
  const loose = notes.filter(({ needId }) => needId === null).length;
  if (loose === 0) return say(notes.length === 1 ? 'The one note is part of a need.' : `All ${formatCount(notes.length)} notes are part of a need.`);
  if (notes.length === 1) return say('The one note is not part of a need yet.');
  if (loose === notes.length) return say(`None of the ${formatCount(loose)} notes is part of a need yet.`);
  return say(startUpper(inWords(loose)), ` of ${formatCount(notes.length)} notes ${loose === 1 ? 'is' : 'are'} not part of a need yet.`);
}

/** Why somebody counts as heard, or not. */
export function explainHeard({ departments }: Facts, person: HeardPerson, asOf: IsoDate): readonly WhyStep[] {
  const name = personName(person, departments);
  const year = schoolYearLabel(person.year);
  const [latest] = person.conversations;
  const rule = person.departmentId === null ? `with the role ${person.role}` : `with the role ${person.role} of the same department`;
  return [
    { text: `${name} is on the round of ${year}.` },
    { text: `Somebody is heard by a conversation of that school year, September to August and up to ${formatDate(asOf)}, ${rule}.` },
    latest === undefined ? { text: 'There is none.' }
      : { text: person.conversations.length === 1 ? `There is one, of ${formatDate(latest.heldOn)}.` : `There are ${formatCount(person.conversations.length)}, the last of ${formatDate(latest.heldOn)}.` },
  ];
}
