import { addDays, formatLongDate } from '../../calendar.ts';
import { formatCount } from '../../money.ts';
import { followedBy, say, strong, type Sentence } from '../../sentences/say.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { inWords, listOf } from '../../words.ts';
import type { DevelopmentPlan, Objective, ObjectiveAction } from '../development-facts.ts';
import type { AnalysisFacts } from '../facts.ts';
import { objectiveTitle } from '../needs/refs.ts';
import { objectivesIn, outlineOf } from './outline.ts';
import { actionStanding, ictStanding, SOON_DAYS } from './standing.ts';

/** Most names in one sentence; the rest are counted. */
const MOST_NAMED = 3;

/** How a development plan stands, for the top of its page: what is met, what is late, and which objectives nobody has thought of ICT for. */
export function developmentSentence(facts: AnalysisFacts, plan: DevelopmentPlan | null, asOf: IsoDate): Sentence {
  if (plan === null) return say('There is no development plan yet, so no need can be tied to what the school wants to achieve.');
  const outline = outlineOf(facts, plan);
  const objectives = objectivesIn(outline);
  if (objectives.length === 0) return say(`${plan.name} has ${areasCounted(outline.areas.length)} and no objectives yet.`);
  const open = objectives.filter(({ state }) => state === 'open');
  const sentences = [closedSentence(objectives, open), criteriaSentence(objectives), actionsSentence(open, asOf), ictSentence(facts, open), yearsSentence(plan, asOf)];
  return sentences.reduce((whole: Sentence | null, next) => (whole === null ? next : followedBy(whole, next)), null) ?? say('');
}

/** `no areas`, `one area`, `six areas`. */
const areasCounted = (count: number): string => (count === 0 ? 'no areas' : `${inWords(count)} area${count === 1 ? '' : 's'}`);

/** `3.2 Attendance`, `A and B`, `A, B, C and 4 more`. */
function named(objectives: readonly Objective[]): string {
  const names = objectives.slice(0, MOST_NAMED).map(objectiveTitle);
  const rest = objectives.length - names.length;
  return listOf(rest > 0 ? [...names, `${formatCount(rest)} more`] : names);
}

/** Told first only where nothing is open any more. */
function closedSentence(all: readonly Objective[], open: readonly Objective[]): Sentence | null {
  if (open.length > 0) return null;
  const met = all.filter(({ state }) => state === 'met').length;
  if (met === all.length) return say(strong(all.length === 1 ? 'The one objective is met' : `All ${inWords(all.length)} objectives are met`), '.');
  if (met === 0) return say(strong(all.length === 1 ? 'The one objective was dropped' : `All ${inWords(all.length)} objectives were dropped`), '.');
  return say(strong(`All ${inWords(all.length)} objectives are closed`), `: ${inWords(met)} met, ${inWords(all.length - met)} dropped.`);
}

/** How many of the success criteria are met, of objectives that were not dropped. */
export function criteriaSentence(objectives: readonly Objective[]): Sentence | null {
  const criteria = objectives.filter(({ state }) => state !== 'dropped').flatMap((each) => each.criteria);
  const total = criteria.length;
  if (objectives.every(({ state }) => state === 'dropped')) return null;
  if (total === 0) return say(`${objectives.length === 1 ? 'The one objective has' : 'The objectives have'} no success criteria yet.`);
  const met = criteria.filter(({ status }) => status === 'met').length;
  const failed = criteria.filter(({ status }) => status === 'not_met').length;
  if (total === 1) return say(`The one success criterion is ${met === 1 ? 'met' : failed === 1 ? 'not met' : 'still to be met'}.`);
  if (met === total) return say(strong(`All ${formatCount(total)} success criteria are met`), '.');
  const found = failed === 0 ? '' : `, and ${formatCount(failed)} ${failed === 1 ? 'was' : 'were'} found not met`;
  return met === 0 ? say(`None of ${formatCount(total)} success criteria is met yet${found}.`)
    : say(`${formatCount(met)} of ${formatCount(total)} success criteria ${met === 1 ? 'is' : 'are'} met${found}.`);
}

function actionsSentence(open: readonly Objective[], asOf: IsoDate): Sentence | null {
  const actions = open.flatMap((objective) => objective.actions.map((action) => ({ action, objective })));
  const [overdue, soon] = [actions.filter(({ action }) => actionStanding(action, asOf) === 'overdue'), actions.filter(({ action }) => actionStanding(action, asOf) === 'soon')];
  if (overdue.length + soon.length === 0) return null;
  const by = formatLongDate(addDays(asOf, SOON_DAYS));
  const dueWords = soon.length === 0 ? '' : `${soon.length === 1 ? 'one is' : `${inWords(soon.length)} are`} due by ${by}`;
  if (overdue.length === 0) return say(`${soon.length === 1 ? 'One action is' : `${inWords(soon.length)} actions are`} due by ${by}.`);
  return say(strong(overdueWords(overdue)), soon.length === 0 ? '.' : `, and ${dueWords}.`);
}

/** One is told with what it belongs to and who leads it. */
function overdueWords(overdue: readonly { readonly action: ObjectiveAction; readonly objective: Objective }[]): string {
  const [first] = overdue;
  if (overdue.length > 1 || first === undefined) return `${inWords(overdue.length)} actions are overdue`;
  const lead = first.action.leadRole ?? first.objective.leadRole;
  return `One action for ${objectiveTitle(first.objective)} is overdue${lead === null ? '' : ` (${lead})`}`;
}

function ictSentence(facts: AnalysisFacts, open: readonly Objective[]): Sentence | null {
  const silent = open.filter((objective) => ictStanding(facts, objective) === 'not_said');
  if (open.length === 0) return null;
  if (silent.length === 0) return say(`${open.length === 1 ? 'The open objective has' : 'Every open objective has'} its ICT needs, or needs none.`);
  if (silent.length === open.length && open.length > 1) return say('Nobody has said yet what ICT the objectives need.');
  return say(`Nobody has said yet what ICT ${named(silent)} ${silent.length === 1 ? 'needs' : 'need'}.`);
}

/** Only of a plan that the day does not fall in. */
function yearsSentence({ startsOn, endsOn }: DevelopmentPlan, asOf: IsoDate): Sentence | null {
  if (asOf < startsOn) return say(`The plan begins on ${formatLongDate(startsOn)}.`);
  return asOf > endsOn ? say(`The plan ended on ${formatLongDate(endsOn)}.`) : null;
}
