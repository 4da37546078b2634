import { deleteReserve, setContribution, setReserve } from '../../db/repositories/reserve.ts';
import { financialYearLabel } from '../../planning/calendar.ts';
import { formatExact } from '../../planning/money.ts';
import { SPREAD_WORDS } from '../../planning/smoothing.ts';
import { startLower } from '../../planning/words.ts';
import type { Reserve } from '../../planning/budget/finance.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { yearsOf } from './problem.ts';

const labelOf = (session: Session, year: number): string => financialYearLabel(year, session.snapshot().school.yearStartMonth);

/** @throws Refusal where a year is after those of the plan: nothing of it would be seen. */
function requireYear(session: Session, year: number, field: string): void {
  const years = yearsOf(session);
  const last = years[years.length - 1];
  if (last !== undefined && year > last.year) {
    throw new Refusal('invalid_input', `${labelOf(session, year)} is after the plan, which goes from ${years[0]?.label} to ${last.label}.`, { field });
  }
}

/** @throws Refusal where the plan keeps no reserve. */
function requireReserve(session: Session): Reserve {
  const { reserve } = session.snapshot().finance;
  if (reserve === null) throw new Refusal('conflict', 'The plan keeps no reserve yet. Say first what it holds.');
  return reserve;
}

/** What a reserve is said to be, in the words of the one thing that changed where it is one. */
function labelOfReserve(session: Session, terms: Omit<Reserve, 'contributions'>): string {
  const before = session.snapshot().finance.reserve;
  const paying = terms.spread === null ? 'as it falls due' : startLower(SPREAD_WORDS[terms.spread]);
  const opening = `Set the ICT reserve to ${formatExact(terms.openingPence)} at the start of ${labelOf(session, terms.openingYear)}`;
  if (before === null || before.openingPence !== terms.openingPence || before.openingYear !== terms.openingYear) return opening;
  if (before.floorPence !== terms.floorPence) return `Keep ${formatExact(terms.floorPence)} in the ICT reserve`;
  return before.spread === terms.spread ? opening : `Pay for kit: ${paying}`;
}

export const reserveHandlers = {
  'reserve.set': (session, { role, reason, ...terms }) => {
    requireYear(session, terms.openingYear, 'openingYear');
    const { change } = session.change(labelOfReserve(session, terms), { role, reason }, (writer) => setReserve(writer, terms));
    return { change, value: null };
  },

  'reserve.contribute': (session, { role, reason, year, pence }) => {
    requireReserve(session);
    requireYear(session, year, 'year');
    const label = labelOf(session, year);
    const said = pence === null ? `Pay nothing more into the ICT reserve in ${label}`
      : pence < 0 ? `Take ${formatExact(-pence)} out of the ICT reserve in ${label}` : `Pay ${formatExact(pence)} into the ICT reserve in ${label}`;
    const { change } = session.change(said, { role, reason }, (writer) => setContribution(writer, year, pence));
    return { change, value: null };
  },

  'reserve.remove': (session, { role, reason }) => {
    requireReserve(session);
    const { change } = session.change('Keep no ICT reserve', { role, reason }, deleteReserve);
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'reserve.set' | 'reserve.contribute' | 'reserve.remove'>;
