import { deleteRoundPerson, insertRoundPerson, updateRoundPerson } from '../../db/repositories/conversations.ts';
import { proposedRound, sameInRound, type RoundSource } from '../../planning/analysis/conversations/round.ts';
import type { RoundPerson } from '../../planning/analysis/facts.ts';
import { personInText, personName } from '../../planning/analysis/people-words.ts';
import { schoolYearLabel } from '../../planning/analysis/school-year.ts';
import { formatCount } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { different } from './given.ts';
import { checkDepartment, requireOne } from './talk-found.ts';

/** @throws Refusal `conflict` where that year hears them already */
function requireNew(session: Session, person: Omit<RoundPerson, 'id'>, exceptId: number | null, field: string): void {
  const { analysis, departments } = session.snapshot();
  if (sameInRound(analysis, person, exceptId) === null) return;
  throw new Refusal('conflict', `${startUpper(personInText(person, departments))} is on the round of ${schoolYearLabel(person.year)} already. Two of one role are told apart by their department.`, { field });
}

const requirePerson = (session: Session, id: number): RoundPerson => requireOne(session.snapshot().analysis.round, id, 'person to be heard');

/** Why one press adds nobody, with what would. */
const NOBODY: Readonly<Record<RoundSource, (year: number) => string>> = {
  last_year: (year) => `${schoolYearLabel(year - 1)} has nobody on its round who is not on the one of ${schoolYearLabel(year)} already. Make it from the departments, or add people one by one.`,
  departments: (year) => `A lead for each department and the usual roles are on the round of ${schoolYearLabel(year)} already. Add others one by one.`,
};

export const roundHandlers = {
  'round.add': (session, { role, reason, year, person }) => {
    checkDepartment(session, person.departmentId, 'person.departmentId');
    requireNew(session, { year, ...person }, null, 'person.role');
    const label = `Put ${personInText(person, session.snapshot().departments)} on the round of ${schoolYearLabel(year)}`;
    const { change, value } = session.change(label, { role, reason }, (writer) => insertRoundPerson(writer, { year, ...person }));
    return { change, value: { id: value } };
  },

  'round.edit': (session, { role, reason, id, set }) => {
    const { id: _id, ...before } = requirePerson(session, id);
    const fields = different(set, before);
    checkDepartment(session, fields.departmentId);
    const after = { ...before, ...fields };
    requireNew(session, after, id, 'role');
    const label = `Change who is heard in ${schoolYearLabel(before.year)}: ${personName(after, session.snapshot().departments)}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateRoundPerson(writer, id, fields));
    return { change, value: null };
  },

  'round.remove': (session, { role, reason, id }) => {
    const person = requirePerson(session, id);
    const label = `Take ${personInText(person, session.snapshot().departments)} off the round of ${schoolYearLabel(person.year)}`;
    const { change } = session.change(label, { role, reason }, (writer) => deleteRoundPerson(writer, id));
    return { change, value: null };
  },

  'round.begin': (session, { role, reason, year, from }) => {
    const people = proposedRound(session.snapshot(), year, from);
    if (people.length === 0) throw new Refusal('invalid_input', NOBODY[from](year), { field: 'from' });
    const label = `Put ${formatCount(people.length)} ${people.length === 1 ? 'person' : 'people'} on the round of ${schoolYearLabel(year)}`;
    const { change, value } = session.change(label, { role, reason }, (writer) => ({ ids: people.map((person) => insertRoundPerson(writer, { year, ...person })) }));
    return { change, value };
  },
} satisfies Pick<Handlers, 'round.add' | 'round.edit' | 'round.remove' | 'round.begin'>;
