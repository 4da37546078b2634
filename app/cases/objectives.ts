import {
  deleteAction, deleteCriterion, deleteObjective, deleteProgress, insertAction, insertCriterion, insertObjective, moveObjective, putInOrder, setProgress,
  updateAction, updateCriterion, updateObjective,
} from '../../db/repositories/development.ts';
import { actionProblem, liveNeedsFor, noIctProblem, notYetProblem, numberProblem } from '../../planning/analysis/development/checks.ts';
import { movedTo, objectivesOf, priorityTitle } from '../../planning/analysis/development/outline.ts';
import { linksLost } from '../../planning/analysis/development/removing.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { noteWhen } from '../../planning/analysis/development/standing.ts';
import { CRITERION_STATUS_WORDS } from '../../planning/analysis/vocabulary.ts';
import { startLower } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { areaOfSamePlan } from './development.ts';
import { requireAction, requireArea, requireCriterion, requireObjective, requirePriority } from './development-found.ts';
import { different } from './given.ts';
import { refuse } from './problem.ts';

const factsOf = (session: Session) => session.snapshot().analysis;
const planOf = (session: Session, areaId: number): number => requireArea(session, areaId, 'areaId').planId;

/** The start of the text of a criterion or an action, to name a change by. */
const startOf = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 58).trimEnd()}…`);

/** @throws Refusal where the priority is of another area */
function requireInArea(session: Session, areaId: number, priorityId: number | null): void {
  if (priorityId === null) return;
  const priority = requirePriority(session, priorityId, 'priorityId');
  if (priority.areaId !== areaId) refuse({ field: 'priorityId', text: `${priorityTitle(priority)} is a priority of another area. Choose one of the same area, or none.` });
}

export const objectiveHandlers = {
  'objective.add': (session, { role, reason, ...objective }) => {
    refuse(numberProblem(factsOf(session), planOf(session, objective.areaId), objective.number, null));
    requireInArea(session, objective.areaId, objective.priorityId);
    const { change, value } = session.change(`Add the objective ${objectiveTitle(objective)}`, { role, reason }, (writer) => insertObjective(writer, objective));
    return { change, value: { id: value } };
  },

  'objective.edit': (session, { role, reason, id, set }) => {
    const before = requireObjective(session, id);
    const fields = different(set, before);
    refuse(numberProblem(factsOf(session), planOf(session, before.areaId), fields.number ?? null, id));
    const { change } = session.change(`Change the objective ${objectiveTitle({ ...before, ...fields })}`, { role, reason }, (writer) => updateObjective(writer, id, fields));
    return { change, value: null };
  },

  'objective.move': (session, { role, reason, id, to, ...asked }) => {
    const objective = requireObjective(session, id);
    const area = areaOfSamePlan(session, objective.areaId, asked.areaId ?? objective.areaId);
    // In another area the priority is another one, or none.
    const priorityId = asked.priorityId === undefined ? (area.id === objective.areaId ? objective.priorityId : null) : asked.priorityId;
    requireInArea(session, area.id, priorityId);
    const elsewhere = area.id !== objective.areaId || priorityId !== objective.priorityId;
    const order = to === undefined ? null : movedTo(objectivesOf(factsOf(session), area.id, priorityId).map((each) => each.id), id, to);
    const below = priorityId === null ? area.name : priorityTitle(requirePriority(session, priorityId));
    const { change } = session.change(`Move ${objectiveTitle(objective)} ${elsewhere ? 'to' : 'within'} ${below}`, { role, reason }, (writer) => {
      if (elsewhere) moveObjective(writer, id, area.id, priorityId);
      if (order !== null) putInOrder(writer, 'objectives', order);
    });
    return { change, value: null };
  },

  'objective.close': (session, { role, reason, id, state, on }) => {
    const objective = requireObjective(session, id);
    if (objective.state !== 'open') throw new Refusal('conflict', `${objectiveTitle(objective)} is closed already, as ${objective.state}.`, { field: 'id' });
    refuse(notYetProblem('on', on, session.today()));
    const openNeedIds = liveNeedsFor(factsOf(session), id).map((need) => need.id);
    const { change } = session.change(`Close ${objectiveTitle(objective)} as ${state}`, { role, reason }, (writer) => updateObjective(writer, id, { state, closedOn: on }));
    return { change, value: { openNeedIds } };
  },

  'objective.reopen': (session, { role, reason, id }) => {
    const objective = requireObjective(session, id);
    const { change } = session.change(`Open ${objectiveTitle(objective)} again`, { role, reason }, (writer) => updateObjective(writer, id, { state: 'open', closedOn: null }));
    return { change, value: null };
  },

  'objective.noIct': (session, { role, reason, id, by, on }) => {
    const objective = requireObjective(session, id);
    refuse(notYetProblem('on', on, session.today()));
    refuse(noIctProblem(factsOf(session), objective));
    const { change } = session.change(`${objectiveTitle(objective)} needs no ICT, says ${by}`, { role, reason }, (writer) => updateObjective(writer, id, { noIctBy: by, noIctOn: on }));
    return { change, value: null };
  },

  'objective.mayNeedIct': (session, { role, reason, id }) => {
    const objective = requireObjective(session, id);
    const { change } = session.change(`Take back that ${objectiveTitle(objective)} needs no ICT`, { role, reason }, (writer) => updateObjective(writer, id, { noIctBy: null, noIctOn: null }));
    return { change, value: null };
  },

  'objective.remove': (session, { role, reason, id }) => {
    const objective = requireObjective(session, id);
    const { change } = session.change(`Remove ${objectiveTitle(objective)}${linksLost(factsOf(session), [id])}`, { role, reason }, (writer) => deleteObjective(writer, id));
    return { change, value: null };
  },

  'criterion.add': (session, { role, reason, objectiveId, ...criterion }) => {
    const objective = requireObjective(session, objectiveId, 'objectiveId');
    const { change, value } = session.change(`Add a success criterion to ${objectiveTitle(objective)}`, { role, reason }, (writer) => insertCriterion(writer, objectiveId, criterion));
    return { change, value: { id: value } };
  },

  'criterion.edit': (session, { role, reason, id, set }) => {
    const { criterion } = requireCriterion(session, id);
    const fields = different(set, criterion);
    const named = startOf(fields.text ?? criterion.text);
    const label = fields.status === undefined ? `Change the success criterion ${named}` : `${named}: ${CRITERION_STATUS_WORDS[fields.status].toLowerCase()}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateCriterion(writer, id, fields));
    return { change, value: null };
  },

  'criterion.move': (session, { role, reason, id, to }) => {
    const { objective } = requireCriterion(session, id);
    const order = movedTo(objective.criteria.map((each) => each.id), id, to);
    const { change } = session.change(`Change the order of what shows that ${objectiveTitle(objective)} is met`, { role, reason }, (writer) => putInOrder(writer, 'criteria', order));
    return { change, value: null };
  },

  'criterion.remove': (session, { role, reason, id }) => {
    const { criterion } = requireCriterion(session, id);
    const { change } = session.change(`Remove the success criterion ${startOf(criterion.text)}`, { role, reason }, (writer) => deleteCriterion(writer, id));
    return { change, value: null };
  },

  'action.add': (session, { role, reason, objectiveId, ...action }) => {
    const objective = requireObjective(session, objectiveId, 'objectiveId');
    refuse(actionProblem(action, session.today()));
    const { change, value } = session.change(`Add an action to ${objectiveTitle(objective)}`, { role, reason }, (writer) => insertAction(writer, objectiveId, action));
    return { change, value: { id: value } };
  },

  'action.edit': (session, { role, reason, id, set }) => {
    const { action } = requireAction(session, id);
    const fields = different(set, action);
    refuse(actionProblem({ ...action, ...fields }, session.today()));
    const named = startOf(fields.text ?? action.text);
    const onlyDone = Object.keys(fields).length === 1 && fields.doneOn !== undefined;
    const label = !onlyDone ? `Change the action ${named}` : fields.doneOn === null ? `Not done yet: ${named}` : `Done: ${named}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateAction(writer, id, fields));
    return { change, value: null };
  },

  'action.move': (session, { role, reason, id, to }) => {
    const { objective } = requireAction(session, id);
    const order = movedTo(objective.actions.map((each) => each.id), id, to);
    const { change } = session.change(`Change the order of the actions for ${objectiveTitle(objective)}`, { role, reason }, (writer) => putInOrder(writer, 'actions', order));
    return { change, value: null };
  },

  'action.remove': (session, { role, reason, id }) => {
    const { action } = requireAction(session, id);
    const { change } = session.change(`Remove the action ${startOf(action.text)}`, { role, reason }, (writer) => deleteAction(writer, id));
    return { change, value: null };
  },

  'progress.set': (session, { role, reason, objectiveId, year, term, text, noteRole }) => {
    const objective = requireObjective(session, objectiveId, 'objectiveId');
    const label = `${text === null ? 'Remove the note' : 'Write the note'} of the ${startLower(noteWhen({ year, term }))} for ${objectiveTitle(objective)}`;
    const { change } = session.change(label, { role, reason }, (writer) => {
      if (text === null) deleteProgress(writer, objectiveId, { year, term });
      else setProgress(writer, objectiveId, { year, term, text, role: noteRole, writtenOn: session.today() });
    });
    return { change, value: null };
  },
} satisfies Partial<Handlers>;
