import { deleteHolidays, insertHolidays, updateHoliday } from '../../db/repositories/holidays.ts';
import { holidayProblem, type Holiday } from '../../planning/school-holidays.ts';
import type { SchoolHoliday } from '../../planning/snapshot.ts';
import { foldedName } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { different } from './given.ts';

const requireHoliday = (session: Session, id: number): SchoolHoliday => {
  const found = session.snapshot().holidays.find((holiday) => holiday.id === id);
  if (found === undefined) throw new Refusal('not_found', `No school holiday has the number ${id}. It may have been removed.`, { field: 'id' });
  return found;
};

const requireInOrder = (holiday: Holiday): void => {
  const problem = holidayProblem(holiday);
  if (problem !== null) throw new Refusal('invalid_input', problem, { field: 'lastDay' });
};

const sameHoliday = (one: Holiday) => (other: Holiday): boolean =>
  foldedName(one.name) === foldedName(other.name) && one.firstDay === other.firstDay && one.lastDay === other.lastDay;

/** One by its name, several by their number. */
const named = (holidays: readonly Holiday[]): string => (holidays.length === 1 ? `the holiday ${holidays[0]?.name ?? ''}` : `${holidays.length} school holidays`);

export const holidayHandlers = {
  'holiday.enter': (session, { role, reason, holidays }) => {
    holidays.forEach(requireInOrder);
    const { holidays: there } = session.snapshot();
    const fresh = holidays.filter((holiday, at) => !there.some(sameHoliday(holiday)) && holidays.findIndex(sameHoliday(holiday)) === at);
    const { change, value } = session.change(`Enter ${named(fresh)}`, { role, reason }, (writer) => insertHolidays(writer, fresh));
    return { change, value: { ids: value } };
  },

  'holiday.edit': (session, { role, reason, id, set }) => {
    const before = requireHoliday(session, id);
    const fields = different(set, before);
    requireInOrder({ ...before, ...fields });
    const { change } = session.change(`Change ${named([before])}`, { role, reason }, (writer) => updateHoliday(writer, id, fields));
    return { change, value: null };
  },

  'holiday.remove': (session, { role, reason, ids }) => {
    const going = [...new Set(ids)].map((id) => requireHoliday(session, id));
    const { change } = session.change(`Take out ${named(going)}`, { role, reason }, (writer) => deleteHolidays(writer, going.map(({ id }) => id)));
    return { change, value: { removed: going.length } };
  },
} satisfies Pick<Handlers, 'holiday.enter' | 'holiday.edit' | 'holiday.remove'>;
