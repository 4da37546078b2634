import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { PlanFileError, type PlanFileErrorCode } from '../../db/errors.ts';
import type { PlanOptions } from '../../db/opening.ts';
import { createMemoryPlan, createPlanFile, openPlanFile, type PlanFile } from '../../db/plan-file.ts';
import type { NewAsset } from '../../db/repositories/assets.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import type { PlanSeed } from '../../db/seed.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';

export const SEED: PlanSeed = { policies: SHIPPED_POLICIES };

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kitplan-db-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}

/** A school's office computer with a clock that the test moves. */
export type Office = {
  readonly folder: string;
  readonly home: string;
  readonly file: string;
  readonly options: PlanOptions;
  /** The same folder seen from another opening: another process, another computer, another version. */
  readonly as: (changes: Partial<PlanOptions>) => PlanOptions;
  readonly setClock: (isoTime: string) => void;
  readonly create: (seed?: Partial<PlanSeed>) => PlanFile;
  readonly open: (changes?: Partial<PlanOptions>) => PlanFile;
};

export function office(): Office {
  const folder = temporaryFolder();
  const home = join(folder, 'home');
  const file = join(folder, 'Hillcrest.kitplan');
  let time = '2026-11-21T09:14:00.000Z';
  const options: PlanOptions = {
    now: () => new Date(time), home, appVersion: '0.1.0-test',
    holder: { user: 'helpdesk', computer: hostname(), pid: process.pid },
  };
  const closing = (plan: PlanFile): PlanFile => {
    onTestFinished(() => { plan.close(); });
    return plan;
  };
  return {
    folder, home, file, options,
    as: (changes) => ({ ...options, ...changes }),
    setClock: (isoTime) => { time = isoTime; },
    create: (seed = {}) => closing(createPlanFile(file, options, { ...SEED, ...seed })),
    open: (changes = {}) => closing(openPlanFile(file, { ...options, ...changes })),
  };
}

export function memoryPlan(seed: Partial<PlanSeed> = {}): PlanFile {
  const plan = createMemoryPlan(
    { now: () => new Date('2026-11-21T09:14:00.000Z'), home: '/nowhere', appVersion: '0.1.0-test', holder: { user: 'helpdesk', computer: 'office', pid: 1 } },
    { ...SEED, ...seed },
  );
  onTestFinished(() => { plan.close(); });
  return plan;
}

export const manager = (label: string, reason: string | null = null) => ({ label, role: 'network_manager' as const, reason });

export const laptop = (tag: string, more: Partial<NewAsset> = {}): NewAsset =>
  ({ tag, description: 'Staff laptop', categoryKey: 'laptop', purchaseDate: '2022-12-01', unitPaidPence: 54_000, ...more });

export const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** What a refusal says; fails where there was none, or where it was not a plain refusal. */
export function refusalOf(work: () => unknown): { readonly code: PlanFileErrorCode; readonly sentence: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof PlanFileError) return { code: error.code, sentence: error.sentence };
    throw error;
  }
  throw new Error('This was not refused.');
}

/** Another program at the same file, without Kitplan's watch. */
export function anotherProgram(file: string, work: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(file);
  try {
    work(database);
  } finally {
    database.close();
  }
}

/** What Kitplan says to a new plan into which another program wrote; null where it opens and is read. */
export function openedAfter(sql: string): string | null {
  const desk = office();
  desk.create().close();
  anotherProgram(desk.file, (database) => { database.exec(sql); });
  try {
    loadSnapshot(desk.open().reader);
    return null;
  } catch {
    return refusalOf(() => desk.open()).sentence;
  }
}
