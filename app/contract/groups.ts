import { z } from 'zod';
import { CONVERSATION_ROLES, IDEA_FATES } from '../../planning/analysis/vocabulary.ts';
import { command } from './entry.ts';
import { id, isoDate, plainText, roleName, shortText } from './fields.ts';

/** User groups: what they are for, who backs them, who belongs to them, and what becomes of their ideas. */

const words = (what: string, most: number) => plainText.min(1, `${what} has at least one character.`).max(most, `${what} has at most ${most.toLocaleString('en-GB')} characters.`);
const group = {
  name: shortText, aims: words('What a group is for', 2_000).nullable(), backerRole: roleName.nullable(), backedOn: isoDate.nullable(),
  meets: words('When a group meets', 200).nullable(),
  objectiveIds: z.array(id).max(50, 'A group works for at most 50 objectives.').readonly(),
};
const member = { kind: z.enum(CONVERSATION_ROLES, 'A member is one of Kitplan’s kinds of people, such as pupils.'), role: roleName, departmentId: id.nullable() };
const idea = {
  raisedOn: isoDate, text: words('An idea', 1_000), fate: z.enum(IDEA_FATES, 'What became of an idea is one of Kitplan’s words, such as taken_up.'),
  because: words('A reason', 1_000).nullable(), needId: id.nullable(),
};
const added = z.object({ id });

export const groupEntries = {
  'group.add': command({
    about: 'Add a user group: its name, what it is for, who of the leadership backs it since when, when it meets, and the open objectives it works for.',
    input: {
      name: group.name, aims: group.aims.default(null), backerRole: group.backerRole.default(null), backedOn: group.backedOn.default(null),
      meets: group.meets.default(null), objectiveIds: group.objectiveIds.default([]),
    },
    value: added,
    example: { name: 'Digital leads', aims: 'Say what lessons need before money is spent', backerRole: 'Deputy head', backedOn: '2025-09-01', meets: 'First Tuesday of each half term' },
  }),
  'group.edit': command({
    about: 'Change a user group; a field left out stays as it is.',
    input: { id, set: z.strictObject(group).partial() }, value: z.null(), example: { id: 1, set: { meets: 'Twice a term' } },
  }),
  'group.remove': command({ about: 'Take a user group out with its members and ideas; needs that grew out of them stay.', input: { id }, value: z.null(), example: { id: 1 } }),
  'group.addMember': command({
    about: 'Add a member to a user group: a role, the kind of person, and the department they come from.',
    input: { groupId: id, person: z.strictObject({ ...member, departmentId: member.departmentId.default(null) }) }, value: added,
    example: { groupId: 1, person: { kind: 'pupils', role: 'Year 9 pupils' } },
  }),
  'group.editMember': command({
    about: 'Change a member of a user group; a field left out stays as it is.',
    input: { id, set: z.strictObject(member).partial() }, value: z.null(), example: { id: 1, set: { role: 'Year 10 pupils' } },
  }),
  'group.removeMember': command({ about: 'Take a member out of a user group.', input: { id }, value: z.null(), example: { id: 1 } }),

  'idea.add': command({
    about: 'Write down an idea of a user group and what has become of it; one that was declined has a reason.',
    input: {
      groupId: id, raisedOn: idea.raisedOn, text: idea.text, fate: idea.fate.default('raised'), because: idea.because.default(null), needId: idea.needId.default(null),
    },
    value: added, example: { groupId: 1, raisedOn: '2026-10-06', text: 'Charging lockers outside the library' },
  }),
  'idea.edit': command({
    about: 'Change an idea, say what became of it and why, or which need it became; a field left out stays as it is.',
    input: { id, set: z.strictObject(idea).partial() }, value: z.null(),
    example: { id: 1, set: { fate: 'declined', because: 'Fire doors may not be blocked' } },
  }),
  'idea.remove': command({ about: 'Take an idea out of a user group.', input: { id }, value: z.null(), example: { id: 1 } }),
};
