import { deleteAgreement, insertRunningCost, updateAgreement, type AgreementTerms } from '../../db/repositories/agreements.ts';
import { setBudget } from '../../db/repositories/money.ts';
import { budgetProblem } from '../../planning/budget/approval.ts';
import { financialYear } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import type { RecurringCost } from '../../planning/snapshot.ts';
import { halfProblem } from '../../planning/budget/may-hold.ts';
import { placeWords } from '../../planning/budget/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { checkSpan, requireCategory, requireFund } from './found.ts';
import { given } from './given.ts';
import { requireBaseWorking } from './scenario-state.ts';
import { refuse } from './problem.ts';

const labelOfYear = (session: Session, year: number): string =>
  financialYear(year, session.snapshot().school.yearStartMonth).label;

const requireRecurring = (session: Session, id: number): RecurringCost => {
  const found = session.snapshot().recurring.find((each) => each.id === id);
  if (found === undefined) throw new Refusal('not_found', `No running cost has the number ${id}.`, { field: 'id' });
  return found;
};

/** A running cost is told as a yearly amount for the whole school. */
const yearlyTerms = <Fields extends { readonly yearlyPence?: number | undefined }>({ yearlyPence, ...rest }: Fields) => ({
  ...rest, ...(yearlyPence === undefined ? {} : { amountPence: yearlyPence, period: 'yearly' as const, periodYears: null, driver: 'site' as const, units: null, deviceCategoryKey: null }),
});

export const moneyHandlers = {
  'budget.set': (session, { role, reason, year, pence, ...place }) => {
    const snapshot = session.snapshot();
    requireBaseWorking(snapshot);
    requireFund(session, place.fundKey);
    const half = halfProblem(place);
    if (half !== null) throw new Refusal('invalid_input', half, { field: 'nature' });
    refuse(budgetProblem(snapshot, { year, place, pence }));
    const which = `${labelOfYear(session, year)} budget (${placeWords(snapshot, place, year)})`;
    const label = pence === null ? `Clear the ${which}` : `Set the ${which} to ${formatPounds(pence)}`;
    const { change } = session.change(label, { role, reason }, (writer) => setBudget(writer, { year, ...place, pence }));
    return { change, value: null };
  },

  'recurring.add': (session, { role, reason, ...cost }) => {
    requireCategory(session, cost.categoryKey);
    checkSpan(cost);
    const { value, change } = session.change(`Add the running cost ${cost.name}`, { role, reason },
      (writer) => insertRunningCost(writer, yearlyTerms(cost)));
    return { change, value: { id: value } };
  },

  'recurring.edit': (session, { role, reason, id, set }) => {
    const before = requireRecurring(session, id);
    if (set.categoryKey !== undefined) requireCategory(session, set.categoryKey);
    checkSpan({ ...before, ...given(set) });
    const { change } = session.change(`Change the running cost ${before.name}`, { role, reason }, (writer) => updateAgreement(writer, id, given(yearlyTerms(set)) satisfies Partial<AgreementTerms>));
    return { change, value: null };
  },

  'recurring.remove': (session, { role, reason, id }) => {
    const label = `Remove the running cost ${requireRecurring(session, id).name}`;
    const { change } = session.change(label, { role, reason }, (writer) => deleteAgreement(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'budget.set' | 'recurring.add' | 'recurring.edit' | 'recurring.remove'>;
