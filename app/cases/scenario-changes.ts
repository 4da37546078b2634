import { deleteDifferences, insertDifference, narrowDifference } from '../../db/repositories/scenarios.ts';
import type { Writer } from '../../db/connection.ts';
import { formatMonth, monthOf } from '../../planning/calendar.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import { budgetProblem } from '../../planning/budget/approval.ts';
import { halfProblem } from '../../planning/budget/may-hold.ts';
import { applyChange, placeOfChange, type PlanChange } from '../../planning/scenarios/change.ts';
import { policyProblem } from '../../planning/policies/check.ts';
import { keepDifferences, type ReasonedChange } from '../../planning/scenarios/keep.ts';
import { policyToStartFrom, subjectOf } from '../../planning/scenarios/policy-change.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { describeWhatIf } from '../../planning/whatif.ts';
import { inWords, startUpper } from '../../planning/words.ts';
import { writeFacts } from '../facts-writer.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireAssets } from './asset-requests.ts';
import { requireCategory, requireFund } from './found.ts';
import { refuse } from './problem.ts';

/**
 * @param snapshot what the plan says before the change, where it is to be made
 * @throws Refusal at the field where a change names what the plan does not have, a day that is past, or what cannot stand
 * beside the rest of a policy.
 */
function requireChange(session: Session, snapshot: PlanSnapshot, change: PlanChange, field: string): void {
  const { models, needs } = session.snapshot();
  const requireModel = (id: number | null | undefined): void => {
    if (typeof id === 'number' && !models.some((model) => model.id === id)) {
      throw new Refusal('not_found', `No model has the number ${id}. It may have been removed.`, { field });
    }
  };
  switch (change.kind) {
    case 'life': case 'policy':
      requireCategory(session, change.categoryKey);
      requireModel(change.modelId);
      if (change.assetId !== undefined) requireAssets(session, [change.assetId], field);
      if (change.kind === 'policy') requireModel(change.set.replacementModelId);
      requireSound(session, snapshot, change, field);
      return;
    case 'price_rise': case 'loss_rate':
      if (change.categoryKey !== undefined) requireCategory(session, change.categoryKey);
      return;
    case 'move': requireAssets(session, change.moves.map(({ assetId }) => assetId), field); requireToCome(session, change.moves, field); return;
    case 'action':
      requireAssets(session, change.assetIds, field);
      if ((change.action === 'extend_cover' || change.action === 'extend_support') && change.years === null) {
        throw new Refusal('invalid_input', 'Say for how many years it is extended: 1 to 10.', { field: `${field}.years` });
      }
      return;
    case 'need':
      if (!needs.some(({ id }) => id === change.needId)) throw new Refusal('not_found', `No need has the number ${change.needId}.`, { field });
      return;
    case 'budget': requirePlace(session, change, field); return;
    case 'backlog': return;
  }
}

/** A budget is of a fund that the plan has, for all it pays or for one code of it. */
function requirePlace(session: Session, change: Extract<PlanChange, { kind: 'budget' }>, field: string): void {
  requireFund(session, change.fundKey, field);
  const half = halfProblem(placeOfChange(change));
  if (half !== null) throw new Refusal('invalid_input', half, { field: `${field}.nature` });
}

function requireSound(session: Session, { policies }: PlanSnapshot, change: Extract<PlanChange, { kind: 'life' | 'policy' }>, field: string): void {
  const policy = policyToStartFrom(policies, subjectOf(change));
  const problem = policy === null ? null : policyProblem(policy, change.kind === 'policy' ? change.set : { lifeMonths: change.lifeMonths }, session.today());
  if (problem !== null) throw new Refusal('invalid_input', problem.message, { field: `${field}.${change.kind === 'policy' ? `set.${problem.field}` : problem.field}` });
}

function requireToCome(session: Session, moves: Extract<PlanChange, { kind: 'move' }>['moves'], field: string): void {
  const thisMonth = monthOf(session.today());
  const past = moves.find(({ date }) => date !== null && monthOf(date) < thisMonth);
  if (past?.date) throw new Refusal('invalid_input', `${formatMonth(monthOf(past.date))} is past. Kit can be moved to ${formatMonth(thisMonth)} or later.`, { field });
}

/** The changes asked for in a scenario, each sound after those before it. @throws Refusal at the field of the first that is not */
export function requireChanges(session: Session, scenarioId: number, changes: readonly ReasonedChange[], field: string): ReasonedChange[] {
  let snapshot = applyScenario(session.snapshot(), scenarioId);
  return changes.map(({ change: asked, reason }, index) => {
    requireChange(session, snapshot, asked, `${field}.${index}.change`);
    const change = tidyChange(asked);
    snapshot = applyChange(snapshot, change, reason);
    return { change, reason: reasonOf(reason) };
  });
}

/**
 * The base holds the budget itself, which a scenario that starts from it may propose to change.
 * @throws Refusal at the field of the first change that would set what was approved
 */
export function requireOpenBudgets(session: Session, changes: readonly ReasonedChange[], field: string): void {
  for (const [index, { change }] of changes.entries()) {
    if (change.kind !== 'budget') continue;
    const problem = budgetProblem(session.snapshot(), { year: change.year, place: placeOfChange(change), pence: change.pence });
    refuse(problem === null ? null : { ...problem, field: `${field}.${index}.change.${problem.field}` });
  }
}

/** A reason that is all blanks is none. */
export const reasonOf = (reason: string | null): string | null => (reason === null || reason === '' ? null : reason);

/** Each piece of kit named once: of two days for one, the later word holds. */
function tidyChange(change: PlanChange): PlanChange {
  if (change.kind === 'move') return { ...change, moves: [...new Map(change.moves.map((move) => [move.assetId, move])).values()] };
  return change.kind === 'action' ? { ...change, assetIds: [...new Set(change.assetIds)] } : change;
}

/** What changes in a scenario are called: the one change in words, or how many there are. */
export function changesLabel(session: Session, { id, name, parentId }: Scenario, changes: readonly ReasonedChange[]): string {
  const [only] = changes;
  if (only === undefined || changes.length > 1) return `Put ${inWords(changes.length)} changes into ${name}`;
  const [words = ''] = describeWhatIf(applyScenario(session.snapshot(), id), [only.change]);
  return parentId === null ? startUpper(words) : `${startUpper(words)}, in ${name}`;
}

/** Writes changes into a scenario: the base holds them as facts, any other as differences from the one it starts from. */
export function writeChanges(session: Session, writer: Writer, { id, parentId, differences }: Scenario, changes: readonly ReasonedChange[]): void {
  const facts = session.snapshot();
  if (parentId === null) {
    writeFacts(writer, facts, changes.reduce((snapshot, { change, reason }) => applyChange(snapshot, change, reason), facts));
    return;
  }
  const { dropped, narrowed, added } = keepDifferences(applyScenario(facts, parentId), differences, changes);
  if (dropped.length > 0) deleteDifferences(writer, dropped);
  for (const { id: narrowedId, change } of narrowed) narrowDifference(writer, narrowedId, change);
  for (const { change, reason } of added) insertDifference(writer, id, change, reason);
}
