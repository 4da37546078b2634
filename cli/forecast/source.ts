import { copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Answer } from '../../app/contract/contract.ts';
import type { ImportReport } from '../../app/contract/intake.ts';
import type { HostFolders } from '../../app/host-folders.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { looksLikePlan, readRegister } from '../files.ts';
import { ask, openKitplan, withKitplan, withScratchFolders } from '../open-kitplan.ts';
import type { Terminal } from '../terminal.ts';
import { enter } from './enter.ts';
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
  /** "laptops", by `laptop`: as they stand in the middle of a sentence. */
  readonly categories: ReadonlyMap<string, string>;
  /** The financial years, by their start, that a budget was entered for. */
  readonly budgetYears: ReadonlySet<number>;
};

export type Prepared = {
  readonly kitplan: Kitplan;
  readonly source: Source;
  readonly plan: PlanWords;
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
    return withKitplan(kitplan, async () => work(await prepared(kitplan)));
  }
  return withScratchFolders(join(tmpdir(), 'plan'), (folders) => {
    const kitplan = openCopy(terminal, options.source, folders);
    return withKitplan(kitplan, async () => {
      await enter(kitplan, options, policies);
      return work(await prepared(kitplan));
    });
  });
}

async function prepared(kitplan: Kitplan): Promise<Prepared> {
  const { snapshot } = await ask(kitplan, 'plan.snapshot', {});
  const rows = snapshot.assets.length;
  return { kitplan, plan: wordsOf(snapshot), source: { rows: { read: rows, kept: rows, refused: 0 }, report: null } };
}

const wordsOf = ({ categories, budgets }: Snapshot): PlanWords => ({
  categories: new Map(categories.map(({ key, plural }) => [key, plural])),
  budgetYears: new Set(budgets.map(({ year }) => year)),
});

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
    const { snapshot } = await ask(kitplan, 'plan.snapshot', {});
    const { asOf } = options.view;
    const { value: report } = await ask(kitplan, 'intake.commit', { ...register, ...(asOf !== undefined && { asOf }) });
    const { read, refused } = report.rows;
    return work({ kitplan, plan: wordsOf(snapshot), source: { rows: { read, kept: read - refused.length, refused: refused.length }, report } });
  });
}
