import { deleteAgreement, insertRunningCost, updateAgreement, type AgreementTerms } from '../../db/repositories/agreements.ts';
import { setBudget, setInflation } from '../../db/repositories/money.ts';
import { setPolicy, type NewPolicy } from '../../db/repositories/policies.ts';
import { financialYear } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import { NO_POLICY } from '../../planning/policies.ts';
import { withRise } from '../../planning/rises.ts';
import type { RecurringCost, RefreshPolicy } from '../../planning/snapshot.ts';
import { FUND_WORDS } from '../../planning/vocabulary.ts';
import type { Category } from '../../planning/categories.ts';
import type { UserGroup } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { checkSpan, requireCategory } from './found.ts';
import { given } from './given.ts';

const kindWords = (category: Category, userGroup: UserGroup | null): string =>
  userGroup === null ? category.plural : `${userGroup} ${category.plural}`;

const labelOfYear = (session: Session, year: number): string =>
  financialYear(year, session.snapshot().school.yearStartMonth).label;

const perCent = (bp: number): string => `${bp / 100} %`;

const requireRecurring = (session: Session, id: number): RecurringCost => {
  const found = session.snapshot().recurring.find((each) => each.id === id);
  if (found === undefined) throw new Refusal('not_found', `No running cost has the number ${id}.`, { field: 'id' });
  return found;
};

/** A running cost is told as a yearly amount for the whole school. */
const yearlyTerms = <Fields extends { readonly yearlyPence?: number | undefined }>({ yearlyPence, ...rest }: Fields) => ({
  ...rest, ...(yearlyPence === undefined ? {} : { amountPence: yearlyPence, period: 'yearly' as const, periodYears: null, driver: 'site' as const, units: null }),
});

type PolicyFields = Parsed<'policy.set'>['set'];

const isGeneral = (policy: RefreshPolicy): boolean => policy.modelId === null && policy.assetId === null;

/** A new life that starts in a later year leaves kit that is due before it under the life it had. */
const changedPolicy = (base: RefreshPolicy, fields: PolicyFields): NewPolicy => {
  const { id: _id, ...before } = base;
  const setsLife = fields.lifeMonths !== undefined || fields.binding !== undefined;
  const lifeMonthsBefore = fields.fromYear === undefined || fields.fromYear === null ? null : base.lifeMonths;
  return { ...before, ...given(fields), shipped: base.shipped && !setsLife, ...(fields.fromYear !== undefined && { lifeMonthsBefore }) };
};

/**
 * The policies that one request changes: the one it names, or a new one that starts from the category's. A
 * change to a whole category also reaches the policies of its user groups that are still as shipped: "laptops
 * are kept five years" must not leave pupil laptops at a shipped four.
 */
const policiesToSet = (session: Session, { categoryKey, userGroup, set }: Parsed<'policy.set'>): NewPolicy[] => {
  const ofCategory = session.snapshot().policies.filter((policy) => policy.categoryKey === categoryKey && isGeneral(policy));
  const general = ofCategory.find((policy) => policy.userGroup === null) ?? { ...NO_POLICY, categoryKey };
  const named = ofCategory.find((policy) => policy.userGroup === userGroup) ?? { ...general, userGroup };
  const groupsAsShipped = userGroup === null ? ofCategory.filter((policy) => policy.userGroup !== null && policy.shipped) : [];
  return [named, ...groupsAsShipped].map((policy) => changedPolicy(policy, set));
};

export const moneyHandlers = {
  'policy.set': (session, request) => {
    const { role, reason, categoryKey, userGroup } = request;
    const label = `Change the policy for ${kindWords(requireCategory(session, categoryKey), userGroup)}`;
    const policies = policiesToSet(session, request);
    const { change } = session.change(label, { role, reason }, (writer) => policies.forEach((policy) => setPolicy(writer, policy)));
    return { change, value: null };
  },

  'inflation.set': (session, { role, reason, categoryKey, year, bp }) => {
    if (categoryKey === null && (year !== null || bp === null)) {
      throw new Refusal('invalid_input', 'A rise for one year, or clearing a rise, needs a category.', { field: 'categoryKey' });
    }
    const what = categoryKey === null ? 'everything' : requireCategory(session, categoryKey).plural;
    const when = year === null ? 'a year' : `in ${labelOfYear(session, year)}`;
    const label = bp === null ? `Clear the price rise of ${what} ${when}` : `Set the price rise of ${what} to ${perCent(bp)} ${when}`;
    const rises = withRise(session.snapshot().inflation, { categoryKey, year, bp });
    const { change } = session.change(label, { role, reason }, (writer) => setInflation(writer, rises));
    return { change, value: null };
  },

  'budget.set': (session, { role, reason, year, fundKey, pence }) => {
    const which = `${labelOfYear(session, year)} budget (${FUND_WORDS[fundKey].toLowerCase()})`;
    const label = pence === null ? `Clear the ${which}` : `Set the ${which} to ${formatPounds(pence)}`;
    const { change } = session.change(label, { role, reason }, (writer) => setBudget(writer, { year, fundKey, pence }));
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
} satisfies Pick<Handlers, 'policy.set' | 'inflation.set' | 'budget.set' | 'recurring.add' | 'recurring.edit' | 'recurring.remove'>;
