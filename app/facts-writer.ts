import { isDeepStrictEqual } from 'node:util';
import type { Writer } from '../db/connection.ts';
import { updateAssets } from '../db/repositories/assets.ts';
import { setBudget, setInflation } from '../db/repositories/money.ts';
import { setPolicy } from '../db/repositories/policies.ts';
import { deleteActions, insertActions } from '../db/repositories/scenarios.ts';
import { setSchool } from '../db/repositories/school.ts';
import { placeKey } from '../planning/budget/allocation.ts';
import type { BudgetLine, PlanSnapshot } from '../planning/snapshot.ts';

/**
 * Writes into the plan's own facts what changes have made of them: everything that a change of a scenario can be
 * about, and nothing else. So a change made in the base comes to the figures that it has as an overlay.
 */
export function writeFacts(writer: Writer, before: PlanSnapshot, after: PlanSnapshot): void {
  writePolicies(writer, before, after);
  if (!isDeepStrictEqual(before.inflation, after.inflation)) setInflation(writer, after.inflation);
  writeMoves(writer, before, after);
  writeActions(writer, before, after);
  writeBudgets(writer, before.budgets, after.budgets);
  if (before.school.backlogYears !== after.school.backlogYears) setSchool(writer, { backlogYears: after.school.backlogYears });
}

function writePolicies(writer: Writer, before: PlanSnapshot, after: PlanSnapshot): void {
  const known = new Map(before.policies.map((policy) => [policy.id, policy]));
  for (const policy of after.policies) {
    if (isDeepStrictEqual(known.get(policy.id), policy)) continue;
    const { id: _id, ...says } = policy;
    setPolicy(writer, says);
  }
}

function writeMoves(writer: Writer, before: PlanSnapshot, after: PlanSnapshot): void {
  if (before.assets === after.assets) return;
  const moved = after.assets.filter(({ movedTo, movedReason }, index) =>
    movedTo !== before.assets[index]?.movedTo || movedReason !== before.assets[index].movedReason);
  for (const alike of Map.groupBy(moved, ({ movedTo, movedReason }) => JSON.stringify([movedTo, movedReason])).values()) {
    const [first] = alike;
    if (first !== undefined) updateAssets(writer, alike.map(({ id }) => id), { movedTo: first.movedTo, movedReason: first.movedReason });
  }
}

function writeActions(writer: Writer, before: PlanSnapshot, after: PlanSnapshot): void {
  if (before.actions === after.actions) return;
  const [then, now] = [before, after].map(({ actions }) => Map.groupBy(actions, ({ assetId }) => assetId));
  const changed = [...new Set([...then?.keys() ?? [], ...now?.keys() ?? []])].filter((id) => !isDeepStrictEqual(then?.get(id), now?.get(id)));
  deleteActions(writer, changed);
  insertActions(writer, changed.flatMap((id) => now?.get(id) ?? []));
}

const budgetKey = (line: BudgetLine): string => `${line.year} ${placeKey(line)}`;

function writeBudgets(writer: Writer, before: readonly BudgetLine[], after: readonly BudgetLine[]): void {
  const [then, now] = [before, after].map((lines) => new Map(lines.map((line) => [budgetKey(line), line])));
  for (const line of before) if (now?.has(budgetKey(line)) === false) setBudget(writer, { ...line, pence: null });
  for (const line of after) if (then?.get(budgetKey(line))?.pence !== line.pence) setBudget(writer, line);
}
