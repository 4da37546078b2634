import {
  deleteGroup, deleteIdea, deleteMember, insertGroup, insertIdea, insertMember, replaceGroupObjectives, updateGroup, updateIdea, updateMember,
} from '../../db/repositories/groups.ts';
import type { GroupIdea, GroupMember, PeopleGroup } from '../../planning/analysis/facts.ts';
import { backingProblem, ideaProblem } from '../../planning/analysis/groups/checks.ts';
import { personName } from '../../planning/analysis/people-words.ts';
import { IDEA_FATE_WORDS } from '../../planning/analysis/vocabulary.ts';
import { foldedName, startLower } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { different, given } from './given.ts';
import { refuse } from './problem.ts';
import { checkDepartment, namedNeed, quotedStart, requireOne } from './talk-found.ts';

const requireGroup = (session: Session, id: number, field?: string): PeopleGroup => requireOne(session.snapshot().analysis.groups, id, 'user group', field);

/** The group that one of its rows belongs to, with the row. */
function requireIn<Row extends { readonly id: number }>(session: Session, rowsOf: (group: PeopleGroup) => readonly Row[], id: number, what: string) {
  const { groups } = session.snapshot().analysis;
  const row = requireOne(groups.flatMap((group) => rowsOf(group)), id, what);
  return { row, group: groups.find((group) => rowsOf(group).includes(row)) };
}
const requireMember = (session: Session, id: number) => requireIn<GroupMember>(session, ({ members }) => members, id, 'member');
const requireIdea = (session: Session, id: number) => requireIn<GroupIdea>(session, ({ ideas }) => ideas, id, 'idea');

/** @throws Refusal `conflict` where another group is called so */
function requireOwnName(session: Session, name: string, exceptId: number | null): void {
  const twin = session.snapshot().analysis.groups.find((group) => group.id !== exceptId && foldedName(group.name) === foldedName(name));
  if (twin !== undefined) throw new Refusal('conflict', `There already is a user group called ${twin.name}.`, { field: 'name' });
}

/** @throws Refusal where an objective that was not tied before is gone, met or dropped */
function checkObjectives(session: Session, objectiveIds: readonly number[], before: readonly number[]): void {
  for (const id of objectiveIds) {
    const objective = requireOne(session.snapshot().analysis.objectives, id, 'objective', 'objectiveIds');
    if (objective.state === 'open' || before.includes(id)) continue;
    throw new Refusal('invalid_input', `The objective ${objective.name} is ${objective.state}. A group is tied to objectives that are open.`, { field: 'objectiveIds' });
  }
}

type Names = 'group.add' | 'group.edit' | 'group.remove' | 'group.addMember' | 'group.editMember' | 'group.removeMember' | 'idea.add' | 'idea.edit' | 'idea.remove';

export const groupHandlers = {
  'group.add': (session, { role, reason, objectiveIds, ...fields }) => {
    requireOwnName(session, fields.name, null);
    refuse(backingProblem(fields, session.today()));
    const ids = [...new Set(objectiveIds)];
    checkObjectives(session, ids, []);
    const { change, value } = session.change(`Add the user group ${fields.name}`, { role, reason }, (writer) => {
      const id = insertGroup(writer, fields);
      replaceGroupObjectives(writer, id, ids);
      return id;
    });
    return { change, value: { id: value } };
  },

  'group.edit': (session, { role, reason, id, set: { objectiveIds, ...set } }) => {
    const { id: _id, members: _members, ideas: _ideas, objectiveIds: tied, ...before } = requireGroup(session, id);
    const fields = different(given(set), before);
    if (fields.name !== undefined) requireOwnName(session, fields.name, id);
    refuse(backingProblem({ ...before, ...fields }, session.today()));
    const ids = objectiveIds === undefined ? undefined : [...new Set(objectiveIds)];
    if (ids !== undefined) checkObjectives(session, ids, tied);
    const { change } = session.change(`Change the user group ${fields.name ?? before.name}`, { role, reason }, (writer) => {
      updateGroup(writer, id, fields);
      if (ids !== undefined) replaceGroupObjectives(writer, id, ids);
    });
    return { change, value: null };
  },

  'group.remove': (session, { role, reason, id }) => {
    const { name } = requireGroup(session, id);
    const { change } = session.change(`Remove the user group ${name}`, { role, reason }, (writer) => deleteGroup(writer, id));
    return { change, value: null };
  },

  'group.addMember': (session, { role, reason, groupId, person }) => {
    const { name } = requireGroup(session, groupId, 'groupId');
    checkDepartment(session, person.departmentId, 'person.departmentId');
    const label = `Add ${personName(person, session.snapshot().departments)} to ${name}`;
    const { change, value } = session.change(label, { role, reason }, (writer) => insertMember(writer, groupId, person));
    return { change, value: { id: value } };
  },

  'group.editMember': (session, { role, reason, id, set }) => {
    const { row: { id: _id, ...before }, group } = requireMember(session, id);
    const fields = different(set, before);
    checkDepartment(session, fields.departmentId);
    const label = `Change a member of ${group?.name}: ${personName({ ...before, ...fields }, session.snapshot().departments)}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateMember(writer, id, fields));
    return { change, value: null };
  },

  'group.removeMember': (session, { role, reason, id }) => {
    const { row, group } = requireMember(session, id);
    const label = `Take ${personName(row, session.snapshot().departments)} out of ${group?.name}`;
    const { change } = session.change(label, { role, reason }, (writer) => deleteMember(writer, id));
    return { change, value: null };
  },

  'idea.add': (session, { role, reason, groupId, ...idea }) => {
    requireGroup(session, groupId, 'groupId');
    refuse(ideaProblem(idea, session.today()));
    namedNeed(session, idea.needId);
    const { change, value } = session.change(`Add the idea ${quotedStart(idea.text)}`, { role, reason }, (writer) => insertIdea(writer, groupId, idea));
    return { change, value: { id: value } };
  },

  'idea.edit': (session, { role, reason, id, set }) => {
    const { id: _id, ...before } = requireIdea(session, id).row;
    const fields = different(set, before);
    const after = { ...before, ...fields };
    refuse(ideaProblem(after, session.today()));
    namedNeed(session, fields.needId);
    const fate = fields.fate === undefined ? '' : `: ${startLower(IDEA_FATE_WORDS[fields.fate])}`;
    const { change } = session.change(`Change the idea ${quotedStart(after.text)}${fate}`, { role, reason }, (writer) => updateIdea(writer, id, fields));
    return { change, value: null };
  },

  'idea.remove': (session, { role, reason, id }) => {
    const { row: { text } } = requireIdea(session, id);
    const { change } = session.change(`Remove the idea ${quotedStart(text)}`, { role, reason }, (writer) => deleteIdea(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, Names>;
