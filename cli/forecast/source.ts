import { copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ForecastReport } from '../../app/contract/forecast.ts';
import type { ImportReport } from '../../app/contract/intake.ts';
import type { HostFolders } from '../../app/host-folders.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { looksLikePlan, readRegister } from '../files.ts';
import { ask, openKitplan, withKitplan, withScratchFolders } from '../open-kitplan.ts';
import { Refused, WrongUsage, type Terminal } from '../terminal.ts';
import type { ForecastOptions } from './options.ts';
import { readPolicies, type CategoryPolicy } from './policies-file.ts';

/** What a forecast was made from. */
export type Source = {
  readonly rows: { readonly read: number; readonly kept: number; readonly refused: number };
  /** The import's own report; null where the source was a plan. */
  readonly report: ImportReport | null;
};

/** A category's words, by its key. */
export type CategoryWords = ReadonlyMap<string, string>;

export type Prepared = {
  readonly kitplan: Kitplan;
  readonly source: Source;
  readonly words: CategoryWords;
};

/**
 * Opens the source, puts the policies and the budget of the command line into it, and hands it to `work`.
 * A register becomes a plan in memory. A plan is opened read-only; where the command line brings policies or a
 * budget, they go into a copy that is thrown away.
 */
export async function withSource<Value>(
  terminal: Terminal, options: ForecastOptions, work: (prepared: Prepared) => Promise<Value>,
): Promise<Value> {
  const policies = options.policiesFile === null ? [] : await readPolicies(options.policiesFile);
  if (!looksLikePlan(options.source)) return withRegister(terminal, options, policies, work);
  if (policies.length === 0 && options.budgetPence === null) {
    const kitplan = openKitplan(terminal, { kind: 'file', path: options.source, readOnly: true });
    return withKitplan(kitplan, async () => work(await prepareFromPlan(kitplan)));
  }
  return withScratchFolders(join(tmpdir(), 'plan'), (folders) => {
    const kitplan = openCopy(terminal, options.source, folders);
    return withKitplan(kitplan, async () => {
      const prepared = await prepareFromPlan(kitplan);
      await enter(kitplan, options, policies);
      return work(prepared);
    });
  });
}

async function prepareFromPlan(kitplan: Kitplan): Promise<Prepared> {
  const { plan } = await ask(kitplan, 'app.state', {});
  const rows = plan?.assetRows ?? 0;
  return { kitplan, words: await categoryWords(kitplan), source: { rows: { read: rows, kept: rows, refused: 0 }, report: null } };
}

function openCopy(terminal: Terminal, path: string, folders: HostFolders): Kitplan {
  // Opened where it is first: a file that is missing or no plan is refused under its own name.
  openKitplan(terminal, { kind: 'file', path, readOnly: true }).close();
  const copy = join(folders.home, basename(path));
  copyFileSync(path, copy);
  return openKitplan(terminal, { kind: 'file', path: copy, readOnly: false }, { folders });
}

async function withRegister<Value>(
  terminal: Terminal, options: ForecastOptions, policies: readonly CategoryPolicy[], work: (prepared: Prepared) => Promise<Value>,
): Promise<Value> {
  const register = await readRegister(options.source);
  terminal.err(`Reading ${register.fileName} …\n`);
  const kitplan = openKitplan(terminal, { kind: 'memory' });
  return withKitplan(kitplan, async () => {
    // Entered into the empty plan, where each is quick, and refused before a long read.
    await enter(kitplan, options, policies);
    const words = await categoryWords(kitplan);
    const { asOf } = options.view;
    const { value: report } = await ask(kitplan, 'intake.commit', { ...register, ...(asOf !== undefined && { asOf }) });
    const { read, refused } = report.rows;
    return work({ kitplan, words, source: { rows: { read, kept: read - refused.length, refused: refused.length }, report } });
  });
}

async function categoryWords(kitplan: Kitplan): Promise<CategoryWords> {
  const { snapshot } = await ask(kitplan, 'plan.snapshot', {});
  return new Map(snapshot.categories.map(({ key, plural }) => [key, `${plural.slice(0, 1).toUpperCase()}${plural.slice(1)}`]));
}

async function enter(kitplan: Kitplan, options: ForecastOptions, policies: readonly CategoryPolicy[]): Promise<void> {
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
  const ofGroups = snapshot.policies.filter((each) => each.categoryKey === categoryKey && each.modelId === null && each.assetId === null);
  for (const userGroup of new Set([null, ...ofGroups.map((each) => each.userGroup)])) {
    await ask(kitplan, 'policy.set', { categoryKey, userGroup, set });
  }
  if (inflationBp !== null) await ask(kitplan, 'inflation.set', { categoryKey, bp: inflationBp });
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
