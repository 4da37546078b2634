import { basename } from 'node:path';
import type { Answer, Request } from '../../app/contract/contract.ts';
import type { ForecastReport } from '../../app/contract/forecast.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { ask } from '../open-kitplan.ts';
import { Refused, WrongUsage } from '../terminal.ts';
import type { ForecastOptions } from './options.ts';
import type { CategoryPolicy } from './policies-file.ts';

type Upgrade = Answer<'plan.snapshot'>['snapshot']['policies'][number]['upgrade'];

/**
 * Puts the command line's policies and budget into an open plan, as commands of the contract like any other.
 * @throws Refused for a policy that the plan cannot take, WrongUsage for a budget of another length
 */
export async function enter(kitplan: Kitplan, options: ForecastOptions, policies: readonly CategoryPolicy[]): Promise<void> {
  for (const policy of policies) await enterPolicy(kitplan, options.policiesFile ?? '', policy);
  if (options.budgetPence === null) return;
  const { years } = await ask(kitplan, 'forecast.get', options.view);
  await enterBudget(kitplan, years, options.budgetPence);
}

/** The file speaks of a whole category: the policies of its staff, pupil and shared kit follow it too. */
async function enterPolicy(kitplan: Kitplan, file: string, { categoryKey, set, inflationBp }: CategoryPolicy): Promise<void> {
  const { snapshot } = await ask(kitplan, 'plan.snapshot', {});
  const known = snapshot.categories.map(({ key }) => key);
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

/** @throws WrongUsage where the figures are not one for each year: a missing one would read as no money at all */
async function enterBudget(kitplan: Kitplan, years: ForecastReport['years'], budgetPence: readonly number[]): Promise<void> {
  if (budgetPence.length !== years.length) {
    throw new WrongUsage(`--budget takes one figure for each of the ${years.length} years, with commas between; it has ${budgetPence.length}.`);
  }
  for (const [index, pence] of budgetPence.entries()) {
    const start = years[index]?.start ?? '';
    await ask(kitplan, 'budget.set', { year: Number(start.slice(0, 4)), pence });
  }
}
