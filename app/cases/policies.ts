import { setInflation } from '../../db/repositories/money.ts';
import { deletePolicy, setPolicy, type NewPolicy } from '../../db/repositories/policies.ts';
import { kitPaid } from '../../planning/budget/fund-check.ts';
import { financialYearLabel } from '../../planning/calendar.ts';
import { formatRate } from '../../planning/money.ts';
import { NO_POLICY, usualPolicy } from '../../planning/policies.ts';
import { policyProblem } from '../../planning/policies/check.ts';
import { assetName, modelTitle } from '../../planning/register/field-words.ts';
import { withRise } from '../../planning/rises.ts';
import { isPolicyOf, policyToStartFrom, type PolicySubject } from '../../planning/scenarios/policy-change.ts';
import type { RefreshPolicy } from '../../planning/snapshot.ts';
import { kitName } from '../../planning/words.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { checkFundFor, requireCategory } from './found.ts';
import { given } from './given.ts';
import { policyHistory, riseHistory } from './policy-history.ts';
import { requireBaseWorking } from './scenario-state.ts';

const perCent = (bp: number): string => `${bp < 0 ? '−' : ''}${formatRate(bp)}`;

/** `pupil laptops`, `Tamar 14`, `HC-LT-0412`: what a policy is for, for the label of a change. @throws Refusal `not_found` */
function subjectWords(session: Session, { categoryKey, userGroup, modelId, assetId }: PolicySubject): string {
  const category = requireCategory(session, categoryKey);
  const { models, assets } = session.snapshot();
  if (assetId !== null) {
    const asset = assets.find(({ id }) => id === assetId);
    if (asset === undefined) throw new Refusal('not_found', `The register has no row with the number ${assetId}.`, { field: 'assetId' });
    return assetName(asset);
  }
  if (modelId === null) return kitName(category, userGroup, 2);
  const model = models.find(({ id }) => id === modelId);
  if (model === undefined) throw new Refusal('not_found', `The plan has no model with the number ${modelId}.`, { field: 'modelId' });
  if (model.categoryKey !== categoryKey) {
    throw new Refusal('invalid_input', `${modelTitle(model)} is not one of the ${category.plural}.`, { field: 'modelId' });
  }
  return modelTitle(model);
}

type Fields = Parsed<'policy.set'>['set'];

/** A new life that starts in a later year leaves kit that is due before it under the life it had. */
const changedPolicy = (base: RefreshPolicy, fields: Fields): NewPolicy => {
  const { id: _id, ...before } = base;
  const setsLife = fields.lifeMonths !== undefined || fields.binding !== undefined;
  const lifeMonthsBefore = fields.fromYear === undefined || fields.fromYear === null ? null : base.lifeMonths;
  return { ...before, ...given(fields), shipped: base.shipped && !setsLife, ...(fields.fromYear !== undefined && { lifeMonthsBefore }) };
};

const isGeneral = (policy: RefreshPolicy): boolean => policy.modelId === null && policy.assetId === null;

/**
 * The policies that one request changes: the one it names, or a new one that starts from the less specific one. A
 * change to a whole category also reaches the policies of its user groups that are still as shipped: "laptops
 * are kept five years" must not leave pupil laptops at a shipped four.
 */
const policiesToSet = (session: Session, { set, ...subject }: PolicySubject & { readonly set: Fields }): readonly NewPolicy[] => {
  const { policies } = session.snapshot();
  const own = policies.find((policy) => isPolicyOf(policy, subject));
  const start = own ?? { ...(policyToStartFrom(policies, subject) ?? NO_POLICY), ...subject };
  const problem = policyProblem(start, given(set), session.today());
  if (problem !== null) throw new Refusal('invalid_input', problem.message, { field: `set.${problem.field}` });
  if (typeof set.replacementModelId === 'number' && !session.snapshot().models.some(({ id }) => id === set.replacementModelId)) {
    throw new Refusal('not_found', `The plan has no model with the number ${set.replacementModelId}.`, { field: 'set.replacementModelId' });
  }
  checkFundFor(session, set.fundKey, kitPaid(requireCategory(session, subject.categoryKey)), session.today(), 'set.fundKey');
  const whole = subject.userGroup === null && subject.modelId === null && subject.assetId === null;
  const groupsAsShipped = policies.filter((policy) => whole && policy.categoryKey === subject.categoryKey
    && isGeneral(policy) && policy.userGroup !== null && policy.shipped);
  return [start, ...groupsAsShipped].map((policy) => changedPolicy(policy, set));
};

/** The subject of a request, without what travels with it. */
const subjectIn = ({ categoryKey, userGroup, modelId, assetId }: PolicySubject): PolicySubject => ({ categoryKey, userGroup, modelId, assetId });

export const policyHandlers = {
  'policy.set': (session, request) => {
    const { role, reason, set } = request;
    requireBaseWorking(session.snapshot());
    const subject = subjectIn(request);
    const label = `Change the policy for ${subjectWords(session, subject)}`;
    const policies = policiesToSet(session, { ...subject, set });
    const { change } = session.change(label, { role, reason }, (writer) => policies.forEach((policy) => setPolicy(writer, policy)));
    return { change, value: null };
  },

  'policy.remove': (session, request) => {
    const { role, reason } = request;
    requireBaseWorking(session.snapshot());
    const subject = subjectIn(request);
    const words = subjectWords(session, subject);
    const own = session.snapshot().policies.find((policy) => isPolicyOf(policy, subject));
    if (own === undefined) throw new Refusal('not_found', `There is no policy for ${words} alone.`, { field: 'categoryKey' });
    if (isGeneral(own) && own.userGroup === null) {
      throw new Refusal('invalid_input', `The policy for all ${words} is the one that holds where no other does. It can be changed, or put back to what is usual.`, { field: 'categoryKey' });
    }
    const { change } = session.change(`Take away the policy for ${words}`, { role, reason }, (writer) => deletePolicy(writer, own.id));
    return { change, value: null };
  },

  'policy.usual': (session, { role, reason, categoryKey, userGroup }) => {
    requireBaseWorking(session.snapshot());
    const subject = { categoryKey, userGroup, modelId: null, assetId: null };
    const words = subjectWords(session, subject);
    const usual = usualPolicy(categoryKey, userGroup);
    const own = session.snapshot().policies.find((policy) => isPolicyOf(policy, subject));
    if (usual === null || own === undefined) throw new Refusal('not_found', `Kitplan knows no usual life for ${words}.`, { field: 'categoryKey' });
    const { id: _id, ...kept } = own;
    const { lifeMonths, binding, toleranceMonths, upgrade } = usual;
    const range = { leastMonths: null, mostMonths: null, fromYear: null, lifeMonthsBefore: null };
    const { change } = session.change(`Put the policy for ${words} back to the usual`, { role, reason },
      (writer) => setPolicy(writer, { ...kept, lifeMonths, binding, toleranceMonths, upgrade, ...range, shipped: true }));
    return { change, value: null };
  },

  'policy.history': (session, subject) => {
    subjectWords(session, subject);
    return policyHistory(session.plan(), session.snapshot(), subject);
  },

  'inflation.set': (session, { role, reason, categoryKey, year, bp }) => {
    requireBaseWorking(session.snapshot());
    if (categoryKey === null && year === null && bp === null) {
      throw new Refusal('invalid_input', 'The rise of everything is a rate from −50% to 50%: 0 where prices stay.', { field: 'bp' });
    }
    const what = categoryKey === null ? 'everything' : requireCategory(session, categoryKey).plural;
    const when = year === null ? 'a year' : `in ${financialYearLabel(year, session.snapshot().school.yearStartMonth)}`;
    const label = bp === null ? `Clear the price rise of ${what} ${when}` : `Set the price rise of ${what} to ${perCent(bp)} ${when}`;
    const rises = withRise(session.snapshot().inflation, { categoryKey, year, bp });
    const { change } = session.change(label, { role, reason }, (writer) => setInflation(writer, rises));
    return { change, value: null };
  },

  'inflation.history': (session, { categoryKey }) => {
    if (categoryKey !== null) requireCategory(session, categoryKey);
    return riseHistory(session.plan(), session.snapshot(), categoryKey);
  },
} satisfies Pick<Handlers, 'policy.set' | 'policy.remove' | 'policy.usual' | 'policy.history' | 'inflation.set' | 'inflation.history'>;
