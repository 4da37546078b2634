import type { Problem } from '../../budget/approval.ts';
import { addMonths, formatLongDate } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { foldedName, listOf } from '../../words.ts';
import { standingDecision } from '../planned.ts';
import type { DevelopmentPlan, ObjectiveAction } from '../development-facts.ts';
import type { AnalysisFacts } from '../facts.ts';
import type { Need } from '../need-facts.ts';
import { objectiveTitle } from '../needs/refs.ts';
import { areasOf, type DevelopmentFacts } from './outline.ts';

/** What stands against what is typed into a development plan: one sentence at its field, or null. */

const MOST_YEARS = 10;

export function planProblem({ startsOn, endsOn }: Pick<DevelopmentPlan, 'startsOn' | 'endsOn'>): Problem | null {
  if (endsOn <= startsOn) {
    return { field: 'endsOn', text: `The plan would end on ${formatLongDate(endsOn)}, before it starts on ${formatLongDate(startsOn)}. A last day after that works.` };
  }
  return endsOn > addMonths(startsOn, MOST_YEARS * 12)
    ? { field: 'endsOn', text: `The plan would last more than ${MOST_YEARS} years. A last day up to ${formatLongDate(addMonths(startsOn, MOST_YEARS * 12))} works.` } : null;
}

/** Two areas of one plan with one name could not be told apart. */
export function areaProblem(facts: DevelopmentFacts, planId: number, name: string, except: number | null): Problem | null {
  const taken = areasOf(facts, planId).find((area) => area.id !== except && foldedName(area.name) === foldedName(name));
  return taken === undefined ? null : { field: 'name', text: `The plan has ${taken.name} already. Another name works.` };
}

/** Numbers tell the objectives of one plan apart. */
export function numberProblem(facts: DevelopmentFacts, planId: number, number: string | null, except: number | null): Problem | null {
  if (number === null) return null;
  const inPlan = new Set(areasOf(facts, planId).map(({ id }) => id));
  const taken = facts.objectives.find((each) => each.id !== except && inPlan.has(each.areaId) && each.number !== null && foldedName(each.number) === foldedName(number));
  return taken === undefined ? null : { field: 'number', text: `${number} is ${taken.name} already. Another number works, or none.` };
}

/** Numbers tell the priorities of one area apart; some schools begin each area at 1. */
export function priorityProblem(facts: DevelopmentFacts, areaId: number, number: string | null, except: number | null): Problem | null {
  if (number === null) return null;
  const taken = facts.priorities.find((each) => each.id !== except && each.areaId === areaId && each.number !== null && foldedName(each.number) === foldedName(number));
  return taken === undefined ? null : { field: 'number', text: `${number} is ${taken.name} already. Another number works, or none.` };
}

export function actionProblem({ startsOn, dueOn, doneOn }: Pick<ObjectiveAction, 'startsOn' | 'dueOn' | 'doneOn'>, today: IsoDate): Problem | null {
  if (startsOn !== null && dueOn !== null && dueOn < startsOn) {
    return { field: 'dueOn', text: `It would be due on ${formatLongDate(dueOn)}, before it starts on ${formatLongDate(startsOn)}. A day from then on works.` };
  }
  return doneOn === null ? null : notYetProblem('doneOn', doneOn, today);
}

/** What is said to have happened has happened by today. */
export const notYetProblem = (field: string, on: IsoDate, today: IsoDate): Problem | null =>
  (on > today ? { field, text: `${formatLongDate(on)} is still to come. Today, ${formatLongDate(today)}, or a day before it works.` } : null);

/** The needs that are linked to an objective, but for those that were declined, withdrawn or merged into another. */
export function liveNeedsFor({ needs, decisions }: Pick<AnalysisFacts, 'needs' | 'decisions'>, objectiveId: number): Need[] {
  const over = new Set(['decline', 'withdraw', 'merge']);
  return needs.filter(({ id, links }) => links.some((link) => link.objectiveId === objectiveId) && !over.has(standingDecision(decisions, id)?.choice ?? ''));
}

/** An objective that needs do serve is not one that needs no ICT. */
export function noIctProblem(facts: Pick<AnalysisFacts, 'needs' | 'decisions'>, objective: { readonly id: number; readonly number: string | null; readonly name: string }): Problem | null {
  const needs = liveNeedsFor(facts, objective.id);
  if (needs.length === 0) return null;
  const names = listOf(needs.slice(0, 3).map(({ name }) => name));
  const rest = needs.length > 3 ? ` and ${needs.length - 3} more` : '';
  return { field: 'id', text: `${objectiveTitle(objective)} has needs linked to it: ${names}${rest}. Take those links away first.` };
}
