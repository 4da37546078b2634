import { formatDate, formatLongDate } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { DevelopmentPlan, Objective } from '../development-facts.ts';
import type { AnalysisFacts } from '../facts.ts';
import { needTitle, objectiveTitle } from '../needs/refs.ts';
import { CRITERION_STATUS_WORDS } from '../vocabulary.ts';
import { liveNeedsFor } from './checks.ts';
import { outlineOf, priorityTitle } from './outline.ts';
import { actionCost, actionWords, noteWhen, notesInOrder } from './standing.ts';

/** One objective in words, as it stands on paper and in the terminal. */
export type PaperObjective = {
  readonly id: number;
  readonly title: string;
  readonly statement: string | null;
  /** Who leads it, whether it is closed, what ICT has to do with it. */
  readonly facts: readonly string[];
  readonly criteria: readonly { readonly text: string; readonly status: string }[];
  readonly actions: readonly { readonly text: string; readonly lead: string; readonly when: string; readonly cost: string }[];
  readonly notes: readonly { readonly when: string; readonly text: string }[];
};

/** Objectives under one heading: an area, or a priority of it. */
export type PaperPart = { readonly title: string; readonly level: 'area' | 'priority'; readonly rationale: string | null; readonly objectives: readonly PaperObjective[] };

export type PaperPlan = { readonly title: string; readonly under: string; readonly parts: readonly PaperPart[] };

/** `1 September 2026 to 31 August 2029`. */
export const planYearsWords = ({ startsOn, endsOn }: Pick<DevelopmentPlan, 'startsOn' | 'endsOn'>): string => `${formatLongDate(startsOn)} to ${formatLongDate(endsOn)}`;

/** The whole development plan in words, from top to bottom. */
export function planOnPaper(facts: AnalysisFacts, plan: DevelopmentPlan, asOf: IsoDate): PaperPlan {
  const written = (objective: Objective): PaperObjective => objectiveOnPaper(facts, objective, asOf);
  return {
    title: plan.name,
    under: [planYearsWords(plan), ...(plan.ownerRole === null ? [] : [plan.ownerRole])].join(', '),
    parts: outlineOf(facts, plan).areas.flatMap(({ area, objectives, priorities }): PaperPart[] => [
      { title: area.name, level: 'area', rationale: null, objectives: objectives.map(written) },
      ...priorities.map(({ priority, objectives: below }): PaperPart => ({
        title: `${plan.priorityHeading}${priority.number === null ? ':' : ''} ${priorityTitle(priority)}`, level: 'priority', rationale: priority.rationale, objectives: below.map(written),
      })),
    ]),
  };
}

function objectiveOnPaper(facts: AnalysisFacts, objective: Objective, asOf: IsoDate): PaperObjective {
  const { id, statement, criteria, actions, progress } = objective;
  return {
    id, title: objectiveTitle(objective), statement, facts: factsOnPaper(facts, objective),
    criteria: criteria.map(({ text, status }) => ({ text, status: CRITERION_STATUS_WORDS[status] })),
    actions: actions.map((action) => ({ text: action.text, lead: action.leadRole ?? '', when: actionWords(action, asOf), cost: actionCost(action) })),
    notes: notesInOrder(progress).map((note) => ({ when: noteWhen(note), text: note.text })),
  };
}

function factsOnPaper(facts: AnalysisFacts, { id, leadRole, state, closedOn, noIctBy, noIctOn }: Objective): string[] {
  const needs = liveNeedsFor(facts, id);
  const closed = closedOn === null ? '' : ` on ${formatDate(closedOn)}`;
  return [
    ...(leadRole === null ? [] : [`Led by ${leadRole}`]),
    ...(state === 'open' ? [] : [`${state === 'met' ? 'Met' : 'Dropped'}${closed}`]),
    ...(needs.length > 0 ? [`Needs: ${needs.map(needTitle).join(', ')}`]
      : noIctOn === null ? ['No ICT need written down yet'] : [`No ICT needed, said ${noIctBy ?? ''} on ${formatDate(noIctOn)}`]),
  ];
}
