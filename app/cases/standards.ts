import { deleteRequirement, insertRequirements, updateRequirement } from '../../db/repositories/standards.ts';
import type { StandardRequirement } from '../../planning/analysis/facts.ts';
import { answerProblem } from '../../planning/analysis/standards/answer-problem.ts';
import { registerAnswer } from '../../planning/analysis/standards/from-register.ts';
import { kitAhead, kitOn } from '../../planning/analysis/standards/kit-on-day.ts';
import type { RegisterAnswer } from '../../planning/analysis/standards/register-answer.ts';
import { STANDARD_STATUS_WORDS } from '../../planning/analysis/vocabulary.ts';
import { forecast } from '../../planning/forecast.ts';
import { formatCount } from '../../planning/money.ts';
import { foldedName, startLower } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { shippedStandards } from '../reference/facts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { different } from './given.ts';
import { refuse } from './problem.ts';
import { lastChanges, requirementHistory } from './standard-history.ts';

const requirementsOf = (session: Session): readonly StandardRequirement[] => session.snapshot().analysis.standards;

/** @throws Refusal `not_found` where there is no such requirement. */
function requireRequirement(session: Session, id: number): StandardRequirement {
  const found = requirementsOf(session).find((each) => each.id === id);
  if (found === undefined) throw new Refusal('not_found', `No requirement has the number ${id}. It may have been taken out.`, { field: 'id' });
  return found;
}

/** @throws Refusal at the reference where another requirement has it. */
function requireFreeRef(session: Session, ref: string, id: number | null, field: string): void {
  const twin = requirementsOf(session).find((each) => each.id !== id && foldedName(each.ref) === foldedName(ref));
  if (twin !== undefined) throw new Refusal('conflict', `${twin.ref} is in the set already: ${twin.requirement} Give this one another reference.`, { field });
}

/** What the register says of a requirement today, of the plan's own facts. */
function registerSays(session: Session, requirement: StandardRequirement): RegisterAnswer | null {
  const snapshot = session.snapshot();
  const asOf = session.today();
  const onDay = kitOn(kitAhead(snapshot, forecast(snapshot, { asOf })), asOf);
  return registerAnswer({ snapshot, onDay, records: lastChanges(session.plan()), requirement });
}

const NOT_ANSWERED = { status: null, evidence: null, ownerRole: null, answeredOn: null, nextReview: null } as const;

const emptyAsNull = (text: string | null): string | null => (text === '' ? null : text);

/** Text fields that were left empty say nothing. */
const tidy = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? emptyAsNull(value) : value])) as Fields;

export const standardHandlers = {
  'standard.shipped': (session) => {
    const taken = new Set(requirementsOf(session).map(({ ref }) => foldedName(ref)));
    return shippedStandards().map((row) => ({ ...row, taken: taken.has(foldedName(row.ref)) }));
  },

  'standard.records': (session) => lastChanges(session.plan()),

  'standard.history': (session, { id }) => requirementHistory(session.plan(), id),

  'standard.takeShipped': (session, { role, reason, refs }) => {
    const shipped = shippedStandards();
    const asked = refs === undefined ? null : new Set(refs.map(foldedName));
    const unknown = refs?.find((ref) => !shipped.some((row) => foldedName(row.ref) === foldedName(ref)));
    if (unknown !== undefined) throw new Refusal('not_found', `No requirement that comes with Kitplan has the reference ${unknown}.`, { field: 'refs' });
    const taken = new Set(requirementsOf(session).map(({ ref }) => foldedName(ref)));
    const missing = shipped.filter(({ ref }) => !taken.has(foldedName(ref)) && (asked === null || asked.has(foldedName(ref))));
    const label = `Take ${formatCount(missing.length)} requirement${missing.length === 1 ? '' : 's'} of the DfE standards into the plan`;
    const { change } = session.change(label, { role, reason }, (writer) => {
      insertRequirements(writer, missing.map((row) => ({ ...row, ...NOT_ANSWERED })));
    });
    return { change, value: { added: missing.length } };
  },

  'standard.add': (session, { role, reason, ...requirement }) => {
    requireFreeRef(session, requirement.ref, null, 'ref');
    const { change, value } = session.change(`Add the requirement ${requirement.ref} of ${requirement.standard}`, { role, reason }, (writer) =>
      insertRequirements(writer, [{ ...tidy(requirement), ...NOT_ANSWERED }])[0] ?? 0);
    return { change, value: { id: value } };
  },

  'standard.edit': (session, { role, reason, id, set }) => {
    const before = requireRequirement(session, id);
    if (set.ref !== undefined) requireFreeRef(session, set.ref, id, 'set.ref');
    const fields = different({ ...before, ...tidy(set) }, before);
    const { change } = session.change(`Change the requirement ${before.ref}`, { role, reason }, (writer) => updateRequirement(writer, id, fields));
    return { change, value: null };
  },

  'standard.answer': (session, { role, reason, id, status, answeredOn, ...said }) => {
    const requirement = requireRequirement(session, id);
    const answer = { ...tidy(said), status, answeredOn: status === null ? null : answeredOn ?? session.today() };
    refuse(answerProblem(answer, registerSays(session, requirement), session.today()));
    const label = status === null ? `Take the answer to ${requirement.ref} back` : `Answer ${requirement.ref}: ${startLower(STANDARD_STATUS_WORDS[status])}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateRequirement(writer, id, different({ ...requirement, ...answer }, requirement)));
    return { change, value: null };
  },

  'standard.remove': (session, { role, reason, id }) => {
    const { ref, standard } = requireRequirement(session, id);
    const { change } = session.change(`Take the requirement ${ref} of ${standard} out`, { role, reason }, (writer) => deleteRequirement(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'standard.shipped' | 'standard.records' | 'standard.history' | 'standard.takeShipped' | 'standard.add' | 'standard.edit' | 'standard.answer' | 'standard.remove'>;
