import { formatLongDate } from '../../calendar.ts';
import { followedBy, money, say, strong, type Sentence } from '../../sentences/say.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { inWords, listOf, startUpper } from '../../words.ts';
import { objectiveTitle } from '../needs/refs.ts';
import { penceOf, type Coverage, type NeedRow, type ObjectiveColumn } from './coverage.ts';

/**
 * The sentence over the needs: how many objectives have the ICT they need, and, in bold, what a person must look at first.
 * That is a decision with a day, then money that is missing, then an objective without a need or whose need was refused or put
 * off, then what nobody has put to a decision, then needs that serve nothing. An objective whose essential needs are agreed
 * and not funded is not said to have what it needs.
 */
export function coverageSentence(coverage: Coverage): Sentence {
  const { plan, columns, rows } = coverage;
  if (plan === null) {
    return rows.length === 0 ? say('There is neither a school development plan nor a need here yet.')
      : say('There is no school development plan here yet, so ', strong(`${rows.length === 1 ? 'the one need serves' : `none of the ${inWords(rows.length)} needs can be said to serve`} ${rows.length === 1 ? 'no objective' : 'an objective'}`), '.');
  }
  if (columns.length === 0) return say(strong('The school development plan has no open objective'), rows.length === 0 ? '.' : `, so nothing says what the ${count(rows.length, 'need is', 'needs are')} for.`);
  if (rows.length === 0 && columns.every(({ covered }) => covered !== 'no_ict')) {
    return say(strong('No need has been written down yet'), ` for the ${count(columns.length, 'objective', 'objectives')} of the school development plan.`);
  }
  const finding = coverageFinding(coverage);
  const lead = coverageLead(columns);
  return finding === null ? say(strong(lead), '.') : followedBy(say(`${lead}.`), finding);
}

/** What a person must look at first, in a sentence of its own; null where there is nothing. */
export function coverageFinding(coverage: Coverage): Sentence | null {
  const finding = findingOf(coverage);
  return finding === null ? null : say(strong(`${startUpper(finding)}.`));
}

/** `seven objectives`; `objective` alone for one, which "the" names well enough. */
const count = (items: number, one: string, several: string): string => (items === 1 ? `one ${one}` : `${inWords(items)} ${several}`);

/** Whether what an objective cannot do without is agreed and somebody pays for it. */
const hasItsIct = ({ covered, because }: ObjectiveColumn): boolean => covered === 'agreed'
  && (because.some(({ strength }) => strength === 'essential') ? because.every(({ state }) => state !== 'unfunded') : because.some(({ state }) => state !== 'unfunded'));

/** How many objectives have the ICT they need, without a full stop: of a plan with open objectives. */
export function coverageLead(columns: readonly ObjectiveColumn[]): string {
  const all = columns.length;
  const have = columns.filter(hasItsIct).length;
  const none = columns.filter(({ covered }) => covered === 'no_ict').length;
  const noneOf = all === 2 ? 'Neither objective' : `None of the ${inWords(all)} objectives`;
  if (none === all) return all === 1 ? 'The one objective needs no ICT' : `${noneOf} needs ICT`;
  const needsNone = none === 0 ? '' : have + none === all ? `, and the other ${none === 1 ? 'needs' : `${inWords(none)} need`} none` : `, and ${inWords(none)} ${none === 1 ? 'needs' : 'need'} none`;
  if (all === 1) return `The one objective ${have === 1 ? 'has' : 'does not have'} the ICT it needs${have === 1 ? '' : ' yet'}`;
  if (have === all) return all === 2 ? 'Both objectives have the ICT they need' : `All ${inWords(all)} objectives have the ICT they need`;
  if (have === 0 && none > 0) return `${startUpper(inWords(none))} of ${inWords(all)} objectives ${none === 1 ? 'needs' : 'need'} no ICT, and ${all - none === 1 ? 'the other does not have what it needs yet' : 'none of the others has what it needs yet'}`;
  if (have === 0) return `${noneOf} has the ICT it needs yet`;
  return `${startUpper(inWords(have))} of ${inWords(all)} objectives ${have === 1 ? 'has the ICT it needs' : 'have the ICT they need'}${needsNone}`;
}

function findingOf(coverage: Coverage): string | null {
  const { rows, columns, unfunded, objectivesWithoutNeed, needsWithoutObjective } = coverage;
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const dated = waiting.filter((row) => dayOf(row) !== null).toSorted((a, b) => ((dayOf(a) ?? '') < (dayOf(b) ?? '') ? -1 : 1));
  if (dated.length > 0) return waits(coverage, dated);
  if (unfunded.length > 0) return of(unfunded, 'is agreed and not funded', 'needs are agreed and not funded');
  if (objectivesWithoutNeed.length > 0) return withoutNeed(objectivesWithoutNeed);
  const blocked = columns.find(({ covered, withoutNeed: none }) => covered === 'gap' && !none);
  if (blocked !== undefined) return blockedBy(blocked);
  if (waiting.length > 0) return of(waiting, 'waits for a decision that has no day yet', 'needs wait for a decision that has no day yet');
  const fresh = rows.filter(({ state }) => state === 'new');
  if (fresh.length > 0) return of(fresh, 'has not been put to a decision', 'needs have not been put to a decision');
  return needsWithoutObjective.length === 0 ? null : servesNothing(coverage, needsWithoutObjective);
}

/** One by its name, several by their number. */
const of = (rows: readonly NeedRow[], one: string, several: string): string =>
  (rows.length === 1 ? `${rows[0]?.need.name ?? ''} ${one}` : `${inWords(rows.length)} ${several}`);

const dayOf = ({ waiting }: NeedRow): IsoDate | null => waiting?.decideBy ?? null;

/** `27 November`, with its year where that is another than the one of today. */
function dayWords(day: IsoDate, asOf: IsoDate): string {
  const words = formatLongDate(day);
  return day.slice(0, 4) === asOf.slice(0, 4) ? words.replace(/ \d{4}$/u, '') : words;
}

function waits({ asOf }: Coverage, dated: readonly NeedRow[]): string {
  const late = dated.filter((row) => row.late);
  const [first] = dated;
  const day = first === undefined ? '' : dayWords(dayOf(first) ?? '', asOf);
  const name = first?.need.name ?? '';
  if (late.length > 0) return late.length === 1 ? `${name} should have been decided by ${day}` : `${inWords(late.length)} needs should have been decided by now, the first, ${name}, by ${day}`;
  return dated.length === 1 ? `${name} waits for a decision on ${day}` : `${inWords(dated.length)} needs wait for a decision, the first, ${name}, on ${day}`;
}

/** Objectives that a sentence names one by one. */
const MOST_NAMED = 3;

function withoutNeed(columns: readonly ObjectiveColumn[]): string {
  const [only] = columns;
  if (columns.length === 1 && only !== undefined) return `${objectiveTitle(only.objective)} has no ICT need`;
  const named = columns.length > MOST_NAMED ? '' : `: ${listOf(columns.map(({ objective }) => objectiveTitle(objective)))}`;
  return `${inWords(columns.length)} objectives have no ICT need${named}`;
}

function blockedBy({ objective, because }: ObjectiveColumn): string {
  const names = listOf(because.map(({ need }) => need.name));
  const essential = because.some(({ strength }) => strength === 'essential');
  const declined = because.some(({ state }) => state === 'declined');
  return `${objectiveTitle(objective)} ${essential ? 'cannot be met without' : 'would be helped by'} ${names}, which ${because.length === 1 ? 'was' : 'were'} ${declined ? 'declined' : 'put off'}`;
}

const servesNothing = ({ years }: Pick<Coverage, 'years'>, rows: readonly NeedRow[]): string => {
  const cost = rows.some(({ pence }) => pence !== null) ? ` and cost${rows.length === 1 ? 's' : ''} ${money(penceOf(rows))} over ${inWords(years)} year${years === 1 ? '' : 's'}` : '';
  return `${of(rows, 'serves no objective', 'needs serve no objective')}${cost}`;
};
