import { basename } from 'node:path';
import type { Answer, Request } from '../../app/contract/contract.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { ask } from '../open-kitplan.ts';
import { Refused } from '../terminal.ts';
import type { CategoryPolicy } from './policies-file.ts';

type Snapshot = Answer<'plan.snapshot'>['snapshot'];
type Upgrade = Snapshot['policies'][number]['upgrade'];

/**
 * Puts the command line's policies into an open plan, as commands of the contract like any other. The file
 * speaks of a whole category: the policies of its staff, pupil and shared kit follow it too.
 * @param snapshot the plan as it is before
 * @throws Refused for a category or an upgrade that the plan cannot take
 */
export async function enterPolicies(
  kitplan: Kitplan, snapshot: Snapshot, file: string, policies: readonly CategoryPolicy[],
): Promise<void> {
  const known = snapshot.categories.map(({ key }) => key);
  for (const { categoryKey, set, inflationBp } of policies) {
    if (!known.includes(categoryKey)) {
      throw new Refused(`${basename(file)}: there is no category ${categoryKey}; the categories are ${known.join(', ')}.`);
    }
    const before = snapshot.policies.filter((each) => each.categoryKey === categoryKey && each.modelId === null && each.assetId === null);
    for (const userGroup of new Set([null, ...before.map((each) => each.userGroup)])) {
      const earlier = before.find((each) => each.userGroup === userGroup)?.upgrade ?? null;
      await ask(kitplan, 'policy.set', { categoryKey, userGroup, set: completed(set, earlier, `${basename(file)}: ${categoryKey}`) });
    }
    if (inflationBp !== null) await ask(kitplan, 'inflation.set', { categoryKey, bp: inflationBp });
  }
}

/** What an upgrade leaves out is the earlier one's; a new price without a day is as at the forecast's own. */
function completed({ upgrade, ...set }: CategoryPolicy['set'], earlier: Upgrade, where: string): Request<'policy.set'>['set'] {
  const dated = { ...set, ...(set.unitPence !== undefined && { priceDate: set.priceDate ?? null }) };
  if (upgrade === undefined || upgrade === null) return { ...dated, ...(upgrade === null && { upgrade }) };
  const atMonths = upgrade.atMonths ?? earlier?.atMonths;
  if (atMonths === undefined) throw new Refused(`${where}.upgrade needs atMonths.`);
  const price = upgrade.unitPence === undefined
    ? { unitPence: earlier?.unitPence ?? null, priceDate: upgrade.priceDate ?? earlier?.priceDate ?? null }
    : { unitPence: upgrade.unitPence, priceDate: upgrade.priceDate ?? null };
  return { ...dated, upgrade: { atMonths, ...price, what: upgrade.what ?? earlier?.what ?? 'memory' } };
}
