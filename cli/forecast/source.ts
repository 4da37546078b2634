import { copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Answer } from '../../app/contract/contract.ts';
import type { ImportReport } from '../../app/contract/intake-report.ts';
import type { HostFolders } from '../../app/host-folders.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { looksLikePlan, readRegister } from '../files.ts';
import { ask, openKitplan, withKitplan, withScratchFolders } from '../open-kitplan.ts';
import { WrongUsage, type Terminal } from '../terminal.ts';
import { enterPolicies } from './enter-policies.ts';
import type { ForecastOptions } from './options.ts';
import { readPolicies, type CategoryPolicy } from './policies-file.ts';

type Snapshot = Answer<'plan.snapshot'>['snapshot'];

/** What a forecast was made from. */
export type Source = {
  readonly rows: { readonly read: number; readonly kept: number; readonly refused: number };
  /** The import's own report; null where the source was a plan. */
  readonly report: ImportReport | null;
};

/** What the printed table needs to know of the plan besides the forecast itself. */
export type PlanWords = {
  /** "laptop" and "laptops", by `laptop`: as they stand in the middle of a sentence. */
  readonly categories: ReadonlyMap<string, { readonly singular: string; readonly plural: string }>;
  /** Whether a budget was entered for the financial year that starts in this calendar year. */
  readonly hasBudget: (startYear: number) => boolean;
};

export type Prepared = {
  readonly kitplan: Kitplan;
  readonly source: Source;
  readonly plan: PlanWords;
};

/**
 * Opens the source, puts the policies of the command line into it, and hands it to `work`. A register becomes
 * a plan in memory. A plan is opened read-only; policies go into a copy of it that is thrown away.
 * @throws WrongUsage where the budget has not one figure for each year
 */
export async function withSource<Value>(
  terminal: Terminal, options: ForecastOptions, work: (prepared: Prepared) => Promise<Value>,
): Promise<Value> {
  const policies = options.policiesFile === null ? [] : await readPolicies(options.policiesFile);
  if (!looksLikePlan(options.source)) return withRegister(terminal, options, policies, work);
  const onPlan = (kitplan: Kitplan): Promise<Value> => withKitplan(kitplan, async () => {
    const snapshot = await ready(kitplan, options, policies);
    const rows = snapshot.assets.length;
    return work({ kitplan, plan: wordsOf(snapshot, options), source: { rows: { read: rows, kept: rows, refused: 0 }, report: null } });
  });
  if (policies.length === 0) return onPlan(openKitplan(terminal, { kind: 'file', path: options.source, readOnly: true }));
  return withScratchFolders(join(tmpdir(), 'plan'), (folders) => onPlan(openCopy(terminal, options.source, folders)));
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
    // A bare register knows no school: the year that the command line names is the school's own, and prices step with it.
    const { yearStartMonth } = options.view;
    if (yearStartMonth !== undefined) await ask(kitplan, 'school.update', { yearStartMonth });
    // While the plan is still empty: a refusal need not wait for a long read.
    const snapshot = await ready(kitplan, options, policies);
    const { asOf } = options.view;
    const { value: report } = await ask(kitplan, 'intake.commit', { ...register, ...(asOf !== undefined && { asOf }) });
    const { read, refused } = report.rows;
    return work({
      kitplan, plan: wordsOf(snapshot, options),
      source: { rows: { read, kept: read - refused.length, refused: refused.length }, report },
    });
  });
}

/** The plan as it was before the command line's policies went in. */
async function ready(kitplan: Kitplan, options: ForecastOptions, policies: readonly CategoryPolicy[]): Promise<Snapshot> {
  const { snapshot } = await ask(kitplan, 'plan.snapshot', {});
  const years = options.view.years ?? snapshot.school.horizonYears;
  const figures = options.view.budgetPence?.length ?? years;
  if (figures !== years) {
    throw new WrongUsage(`--budget takes one figure for each of the ${years} years, with commas between; it has ${figures}.`);
  }
  await enterPolicies(kitplan, snapshot, options.policiesFile ?? '', policies);
  return snapshot;
}

const wordsOf = ({ categories, budgets }: Snapshot, { view }: ForecastOptions): PlanWords => ({
  categories: new Map(categories.map(({ key, singular, plural }) => [key, { singular, plural }])),
  hasBudget: (startYear) => view.budgetPence !== undefined || budgets.some(({ year }) => year === startYear),
});
