import {
  deleteArea, deletePlan, deletePriority, growPlan, insertArea, insertPlan, insertPriority, movePriority, putInOrder, renameArea, updatePlan, updatePriority,
} from '../../db/repositories/development.ts';
import { areaProblem, planProblem, priorityProblem } from '../../planning/analysis/development/checks.ts';
import { areasOf, movedTo, prioritiesOf, priorityTitle } from '../../planning/analysis/development/outline.ts';
import { planOnPaper, planYearsWords } from '../../planning/analysis/development/paper.ts';
import { linksLost } from '../../planning/analysis/development/removing.ts';
import { developmentSentence } from '../../planning/analysis/development/sentence.ts';
import { planOfDay } from '../../planning/analysis/development/standing.ts';
import { STARTING_SET, type StartingSetKey } from '../../planning/analysis/development/starting-sets.ts';
import { growthOf } from '../../planning/analysis/development/tree.ts';
import { formatCount } from '../../planning/money.ts';
import { foldedName } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { requireArea, requirePlan, requirePriority } from './development-found.ts';
import { different } from './given.ts';
import { refuse } from './problem.ts';

const factsOf = (session: Session) => session.snapshot().analysis;

/** The areas of a starting set that a plan does not have yet. */
function areasToAdd(session: Session, planId: number | null, set: StartingSetKey): readonly string[] {
  const has = new Set(planId === null ? [] : areasOf(factsOf(session), planId).map(({ name }) => foldedName(name)));
  return STARTING_SET[set].areas.filter((name) => !has.has(foldedName(name)));
}

/** The objectives that go with an area or a whole plan. */
const objectiveIdsIn = (session: Session, areaIds: readonly number[]): readonly number[] =>
  factsOf(session).objectives.filter(({ areaId }) => areaIds.includes(areaId)).map(({ id }) => id);

export const developmentHandlers = {
  'development.read': (session, { planId, asOf = session.today() }) => {
    const facts = factsOf(session);
    const plan = planId === undefined ? planOfDay(facts.plans, asOf) : requirePlan(session, planId, 'planId');
    return {
      sentence: developmentSentence(facts, plan, asOf).text, plan: plan === null ? null : planOnPaper(facts, plan, asOf),
      plans: facts.plans.map((each) => ({ id: each.id, name: each.name, years: planYearsWords(each) })),
    };
  },

  'development.addPlan': (session, { role, reason, startWith, ...plan }) => {
    refuse(planProblem(plan));
    const { change, value } = session.change(`Start the development plan ${plan.name}`, { role, reason }, (writer) => {
      const id = insertPlan(writer, plan);
      for (const name of startWith === null ? [] : areasToAdd(session, null, startWith)) insertArea(writer, id, name);
      return id;
    });
    return { change, value: { id: value } };
  },

  'development.editPlan': (session, { role, reason, id, set }) => {
    const before = requirePlan(session, id);
    const fields = different(set, before);
    refuse(planProblem({ ...before, ...fields }));
    const label = Object.keys(fields).length === 1 && fields.name !== undefined ? `Rename ${before.name} to ${fields.name}` : `Change the development plan ${before.name}`;
    const { change } = session.change(label, { role, reason }, (writer) => updatePlan(writer, id, fields));
    return { change, value: null };
  },

  'development.removePlan': (session, { role, reason, id }) => {
    const { name } = requirePlan(session, id);
    const lost = linksLost(factsOf(session), objectiveIdsIn(session, areasOf(factsOf(session), id).map((area) => area.id)));
    const { change } = session.change(`Remove the development plan ${name}${lost}`, { role, reason }, (writer) => deletePlan(writer, id));
    return { change, value: null };
  },

  'development.startWith': (session, { role, reason, planId, set }) => {
    const { name } = requirePlan(session, planId, 'planId');
    const areas = areasToAdd(session, planId, set);
    const { change } = session.change(`Add the areas of ${STARTING_SET[set].name} to ${name}`, { role, reason }, (writer) => {
      for (const area of areas) insertArea(writer, planId, area);
    });
    return { change, value: { areas: areas.length } };
  },

  'development.addTree': (session, { role, reason, planId, rows }) => {
    const { name } = requirePlan(session, planId, 'planId');
    const growth = growthOf(factsOf(session), planId, rows, session.today());
    const { change, value } = session.change(`Add ${formatCount(rows.length)} ${rows.length === 1 ? 'row' : 'rows'} to ${name}`, { role, reason }, (writer) => growPlan(writer, planId, growth));
    return { change, value: { ...value, otherNames: growth.otherNames } };
  },

  'area.add': (session, { role, reason, planId, name }) => {
    requirePlan(session, planId, 'planId');
    refuse(areaProblem(factsOf(session), planId, name, null));
    const { change, value } = session.change(`Add the area ${name}`, { role, reason }, (writer) => insertArea(writer, planId, name));
    return { change, value: { id: value } };
  },

  'area.edit': (session, { role, reason, id, set: { name } }) => {
    const before = requireArea(session, id);
    refuse(areaProblem(factsOf(session), before.planId, name, id));
    const { change } = session.change(`Rename ${before.name} to ${name}`, { role, reason }, (writer) => renameArea(writer, id, name));
    return { change, value: null };
  },

  'area.move': (session, { role, reason, id, to }) => {
    const { name, planId } = requireArea(session, id);
    const order = movedTo(areasOf(factsOf(session), planId).map((area) => area.id), id, to);
    const { change } = session.change(`Move ${name} to place ${order.indexOf(id) + 1}`, { role, reason }, (writer) => putInOrder(writer, 'areas', order));
    return { change, value: null };
  },

  'area.remove': (session, { role, reason, id }) => {
    const { name } = requireArea(session, id);
    const lost = linksLost(factsOf(session), objectiveIdsIn(session, [id]));
    const { change } = session.change(`Remove the area ${name}${lost}`, { role, reason }, (writer) => deleteArea(writer, id));
    return { change, value: null };
  },

  'priority.add': (session, { role, reason, ...priority }) => {
    requireArea(session, priority.areaId, 'areaId');
    refuse(priorityProblem(factsOf(session), priority.areaId, priority.number, null));
    const { change, value } = session.change(`Add the priority ${priorityTitle(priority)}`, { role, reason }, (writer) => insertPriority(writer, priority));
    return { change, value: { id: value } };
  },

  'priority.edit': (session, { role, reason, id, set }) => {
    const before = requirePriority(session, id);
    const fields = different(set, before);
    refuse(priorityProblem(factsOf(session), before.areaId, fields.number ?? null, id));
    const { change } = session.change(`Change the priority ${priorityTitle({ ...before, ...fields })}`, { role, reason }, (writer) => updatePriority(writer, id, fields));
    return { change, value: null };
  },

  'priority.move': (session, { role, reason, id, areaId, to }) => {
    const priority = requirePriority(session, id);
    const area = areaOfSamePlan(session, priority.areaId, areaId ?? priority.areaId);
    const elsewhere = area.id !== priority.areaId;
    if (elsewhere) refuse(priorityProblem(factsOf(session), area.id, priority.number, id));
    const order = to === undefined ? null : movedTo(prioritiesOf(factsOf(session), area.id).map((each) => each.id), id, to);
    const label = elsewhere ? `Move ${priorityTitle(priority)} to ${area.name}` : `Move ${priorityTitle(priority)} within ${area.name}`;
    const { change } = session.change(label, { role, reason }, (writer) => {
      if (elsewhere) movePriority(writer, id, area.id);
      if (order !== null) putInOrder(writer, 'priorities', order);
    });
    return { change, value: null };
  },

  'priority.remove': (session, { role, reason, id }) => {
    const priority = requirePriority(session, id);
    const { change } = session.change(`Remove the priority ${priorityTitle(priority)}`, { role, reason }, (writer) => deletePriority(writer, id));
    return { change, value: null };
  },
} satisfies Partial<Handlers>;

/** The area that something of another area of the same plan may go to. @throws Refusal where it is another plan's */
export function areaOfSamePlan(session: Session, fromId: number, toId: number): ReturnType<typeof requireArea> {
  const to = requireArea(session, toId, 'areaId');
  const { planId } = requireArea(session, fromId, 'areaId');
  if (to.planId !== planId) refuse({ field: 'areaId', text: `${to.name} is an area of another development plan. Choose an area of the same plan.` });
  return to;
}
