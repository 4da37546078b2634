import { createHash } from 'node:crypto';
import { SHIPPED_CATEGORIES, type Category } from '../../planning/categories.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { ImportOptions } from '../contract/import-options.ts';
import type { Session } from '../session.ts';
import { Choices } from './choices.ts';
import { foldedWord } from './choices.ts';
import type { ImportJob } from './import-job.ts';
import type { SentFile } from './intake-desk.ts';
import { interpretingSteps } from './interpret-register.ts';
import { existingEntries } from './lists/existing-entries.ts';
import { matchRegister, type MatchPlan } from './match-register.ts';
import type { RawTable } from './raw-table.ts';
import { settleWithPlan } from './settle-with-plan.ts';
import type { RegisterReading } from './register-row.ts';

export type AskedFile = SentFile & { readonly options?: ImportOptions | undefined; readonly asOf?: IsoDate | undefined };

/** What would come in from a file, with all that was found on the way. */
export type DryRun = {
  readonly fingerprint: string;
  readonly table: RawTable;
  readonly choices: Choices;
  readonly reading: RegisterReading;
  readonly plan: MatchPlan;
  readonly snapshot: PlanSnapshot;
};

/** Kinds of kit that the plan has beside the shipped ones. */
export const ownKindsOf = ({ categories }: PlanSnapshot): readonly Category[] =>
  categories.filter(({ key }) => !SHIPPED_CATEGORIES.some((shipped) => shipped.key === key));

/**
 * Works out what would come in, and changes nothing. The last answer about a file is kept: the same question
 * about the same plan is answered from it.
 */
export async function dryRun(session: Session, asked: AskedFile, job: ImportJob): Promise<DryRun> {
  const { desk, ports } = session;
  const { fingerprint, file } = desk.take(asked);
  const options = asked.options ?? {};
  const asOf = asked.asOf ?? session.today();
  const question = JSON.stringify([options, asOf, session.plan().id, session.revision()]);
  if (file.run?.asked === question) return file.run.value;
  const table = await desk.table(file, options, ports.spawnReader, job);
  const ownKinds = ownKindsOf(session.snapshot());
  const read = await job.run('understanding', interpretingSteps(table, { asOf, options, ownKinds }), table.rows.length);
  job.report('comparing', table.rows.length, table.rows.length);
  await job.pause();
  // Compared only now: the plan may have changed while the file was being read.
  const snapshot = session.snapshot();
  const reading = settleWithPlan(read, snapshot);
  const plan = matchRegister(reading, existingEntries(reading.list, snapshot), options);
  const value = { fingerprint, table, choices: new Choices(options, ownKinds), reading, plan, snapshot };
  file.run = { asked: JSON.stringify([options, asOf, session.plan().id, session.revision()]), value };
  return value;
}

/** What tells that two files are of the same kind: their headings in order, or how many columns they have without. */
export function signatureOf(headings: readonly string[] | null, width: number): string {
  const said = headings === null ? [`${width} columns without headings`] : headings.map(foldedWord);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
