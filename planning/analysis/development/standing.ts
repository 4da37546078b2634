import { addDays, compareDays, formatDate, monthOf } from '../../calendar.ts';
import { formatCount, formatExact } from '../../money.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { Criterion, DevelopmentPlan, Objective, ObjectiveAction, ProgressNote } from '../development-facts.ts';
import type { AnalysisFacts } from '../facts.ts';
import { schoolYearLabel } from '../school-year.ts';
import { CRITERION_STATUS_WORDS, TERM_WORDS, TERMS, type Term } from '../vocabulary.ts';
import { liveNeedsFor } from './checks.ts';

/** How what a development plan holds stands on a day. */

/** An action is said to be due soon in the days before it is due. */
export const SOON_DAYS = 14;

export type ActionStanding = 'done' | 'overdue' | 'soon' | 'later' | 'no_day';

export function actionStanding({ dueOn, doneOn }: Pick<ObjectiveAction, 'dueOn' | 'doneOn'>, asOf: IsoDate): ActionStanding {
  if (doneOn !== null) return 'done';
  if (dueOn === null) return 'no_day';
  if (dueOn < asOf) return 'overdue';
  return dueOn <= addDays(asOf, SOON_DAYS) ? 'soon' : 'later';
}

/** `Overdue since 14 Nov 2026`, `Due soon, 28 Nov 2026`, `Done 20 Nov 2026`. */
export function actionWords(action: Pick<ObjectiveAction, 'startsOn' | 'dueOn' | 'doneOn'>, asOf: IsoDate): string {
  const due = action.dueOn === null ? '' : formatDate(action.dueOn);
  switch (actionStanding(action, asOf)) {
    case 'done': return `Done ${formatDate(action.doneOn ?? asOf)}`;
    case 'overdue': return `Overdue since ${due}`;
    case 'soon': return action.dueOn === asOf ? 'Due today' : `Due soon, ${due}`;
    case 'later': return action.startsOn !== null && action.startsOn > asOf ? `From ${formatDate(action.startsOn)}, due ${due}` : `Due ${due}`;
    case 'no_day': return action.startsOn === null ? 'No date' : `From ${formatDate(action.startsOn)}`;
  }
}

/** What an action costs, as its plan says; empty where nobody has said. */
export const actionCost = ({ costPence }: Pick<ObjectiveAction, 'costPence'>): string => (costPence === null ? '' : formatExact(costPence));

/** `2 of 3 met, 1 not met`; what is partly met or under way is neither. */
export function criteriaWords(criteria: readonly Criterion[]): string {
  if (criteria.length === 0) return 'None yet';
  const of = (status: Criterion['status']): number => criteria.filter((each) => each.status === status).length;
  const [met, not, partly] = [of('met'), of('not_met'), of('partially_met')];
  const [only] = criteria;
  if (criteria.length === 1 && only !== undefined) return CRITERION_STATUS_WORDS[only.status];
  const more = [...(partly > 0 ? [`${formatCount(partly)} partly`] : []), ...(not > 0 ? [`${formatCount(not)} not met`] : [])];
  return [`${formatCount(met)} of ${formatCount(criteria.length)} met`, ...more].join(', ');
}

/** What ICT has to do with an objective. */
export type IctStanding = 'linked' | 'none_needed' | 'not_said';

export function ictStanding(facts: Pick<AnalysisFacts, 'needs' | 'decisions'>, objective: Pick<Objective, 'id' | 'noIctOn'>): IctStanding {
  if (liveNeedsFor(facts, objective.id).length > 0) return 'linked';
  return objective.noIctOn === null ? 'not_said' : 'none_needed';
}

/** The action that comes next: the one that has been due longest, else the first that is due; null where none is left. */
export function nextAction({ actions }: Pick<Objective, 'actions'>): ObjectiveAction | null {
  const left = actions.filter(({ doneOn }) => doneOn === null);
  return left.toSorted((a, b) => compareDays(a.dueOn, b.dueOn))[0] ?? null;
}

/** The plan that a day falls in, the one begun last where several do; else the next to begin, else the last that ended. */
export function planOfDay(plans: readonly DevelopmentPlan[], asOf: IsoDate): DevelopmentPlan | null {
  const byStart = plans.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id - b.id));
  return byStart.findLast(({ startsOn, endsOn }) => startsOn <= asOf && asOf <= endsOn) ?? byStart.find(({ startsOn }) => startsOn > asOf)
    ?? byStart.toSorted((a, b) => compareDays(a.endsOn, b.endsOn)).at(-1) ?? null;
}

/** The term a day is counted to: autumn from September, spring from January, summer from the middle of April. */
export function termOf(date: IsoDate): Term {
  const month = monthOf(date) % 12;
  if (month >= 8) return 'autumn';
  return month < 3 || (month === 3 && date.slice(8) < '15') ? 'spring' : 'summer';
}

/** `Autumn term 2026/27`. */
export const noteWhen = ({ year, term }: Pick<ProgressNote, 'year' | 'term'>): string => `${TERM_WORDS[term]} ${schoolYearLabel(year)}`;

/** Notes with the latest term first. */
export const notesInOrder = (notes: readonly ProgressNote[]): readonly ProgressNote[] =>
  notes.toSorted((a, b) => b.year - a.year || TERMS.indexOf(b.term) - TERMS.indexOf(a.term));
