import type { Writer } from '../../db/connection.ts';
import { setPolicy } from '../../db/repositories/policies.ts';
import { UNSAID } from '../../planning/policies.ts';
import { insertCategory } from '../../db/repositories/school-lists.ts';
import { findImportOf, insertImport } from '../../db/repositories/imports.ts';
import { findMapping, keepMapping } from '../../db/repositories/import-mappings.ts';
import { importOptions, matchingOf, type ImportOptions } from '../contract/import-options.ts';
import type { Examination, ImportedRow } from '../contract/intake-report.ts';
import type { Handlers } from '../handlers.ts';
import { dryRun, signatureOf, type AskedFile, type DryRun } from '../intake/dry-run.ts';
import { examinationOf, reportOf, stuckExamination, type Remembered } from '../intake/examination/examine.ts';
import { allProblems } from '../intake/examination/problems.ts';
import { wordsOfColumn } from '../intake/examination/column-words.ts';
import { importedRow, rowViews, type RowView } from '../intake/examination/row-views.ts';
import type { ImportJob } from '../intake/import-job.ts';
import { writeList } from '../intake/lists/write-list.ts';
import { holdsNoKit } from '../intake/row-checks.ts';
import { refusedFile } from '../intake/refused-file.ts';
import { widthOf } from '../intake/reader/sheet-choice.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);

/** What is known of files with these headings, and of this very file. */
const rememberedBy = (session: Session, fingerprint: string): Remembered => (signature) => {
  const mapping = findMapping(session.plan().reader, signature);
  const options = mapping === null ? null : importOptions.safeParse(mapping.mapping);
  const putBy = session.settings.imports.find((each) => each.signature === signature);
  return {
    lastTime: mapping === null || options?.success !== true ? null : { at: mapping.usedAt, options: options.data },
    putBy: putBy === undefined ? null : { at: putBy.at, options: putBy.options },
    cameInBefore: findImportOf(session.plan().reader, fingerprint)?.at ?? null,
  };
};

/** A file that cannot come in as it is read now is still shown, so that a person can say how it is to be read. */
const examine = async (session: Session, asked: AskedFile, job: ImportJob): Promise<Examination> => {
  try {
    const run = await dryRun(session, asked, job);
    return examinationOf(run, rememberedBy(session, run.fingerprint));
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.error.code !== 'refused_file') throw fault;
    const { fingerprint, file } = session.desk.take(asked);
    if (file.table === null) throw fault;
    const { options = {} } = asked;
    return stuckExamination(file.table.value, fingerprint, options, fault.message, rememberedBy(session, fingerprint));
  }
};

type RowQuestion = {
  readonly outcome?: ImportedRow['outcome'] | undefined; readonly problem?: string | undefined; readonly search?: string | undefined;
};

const rowsFound = (run: DryRun, { outcome, problem, search }: RowQuestion): readonly RowView[] => {
  const about = problem === undefined ? null : new Set(allProblems(run).find(({ id }) => id === problem)?.rowNumbers);
  const words = search?.trim().toLowerCase() ?? '';
  return rowViews(run).filter((view) => (outcome === undefined || view.outcome === outcome) && (about === null || about.has(view.row))
    && (words === '' || textsOf(run, view).some((text) => text.toLowerCase().includes(words))));
};

const textsOf = (run: DryRun, view: RowView): readonly string[] => {
  if (view.read === null) return [importedRow(run, view).description, view.refused?.reason ?? '', String(view.row)];
  const { tag, serial, description, room, make, model } = view.read;
  return [tag ?? '', serial ?? '', description, room ?? '', make ?? '', model ?? '', String(view.row)];
};

/** @throws Refusal where all or nothing was asked for, and a row that may be kit is refused */
const holdAllOrNothing = ({ table, plan, choices }: DryRun): void => {
  if (choices.options.allOrNothing !== true) return;
  const lost = plan.refused.filter((refused) => !holdsNoKit(refused));
  if (lost.length === 0) return;
  const first = lost.slice(0, 3).map(({ row }) => row).join(', ');
  throw new Refusal('refused_file', `${table.fileName} was not brought in: all or nothing was asked for, and ${rowsOf(lost.length)} cannot come in `
    + `(${first}${lost.length > 3 ? ' …' : ''}). Nothing was changed.`);
};

/** Makes the kinds of the school's own that the import names and the plan does not have yet, each with a life. */
const addKinds = (writer: Writer, { choices, snapshot }: DryRun): void => {
  for (const { lifeMonths, ...kind } of choices.options.newKinds ?? []) {
    if (snapshot.categories.some(({ key }) => key === kind.key)) continue;
    insertCategory(writer, kind);
    setPolicy(writer, {
      categoryKey: kind.key, userGroup: null, modelId: null, assetId: null, lifeMonths, binding: ['policy_life', 'vendor_support_end'], toleranceMonths: 0,
      unitPence: null, priceDate: null, upgrade: null, lossBp: 0, fromYear: null, lifeMonthsBefore: null, ...UNSAID,
    });
  }
};

/** The matching of this kind of file, for the next one. */
const matchingWorthKeeping = (options: ImportOptions): ImportOptions | null => {
  const { newKinds: _made, ...matching } = matchingOf(options);
  return Object.keys(matching).length === 0 ? null : matching;
};

const commit = async (
  session: Session, asked: AskedFile, recorded: Parameters<Session['change']>[1], job: ImportJob,
): Promise<ReturnType<Handlers['intake.commit']>> => {
  const target = session.writablePlan();
  const run = await dryRun(session, asked, job);
  const { plan, reading, table, fingerprint, choices } = run;
  holdAllOrNothing(run);
  const touched = plan.counts.new + plan.counts.changed;
  // The same file again changes nothing: no change, no backup, no line in the history.
  if (touched === 0) return { change: null, value: { ...reportOf(run), importId: null, assetIds: [] } };
  job.report('writing', touched, touched);
  await job.pause();
  target.backup('import');
  const matching = matchingWorthKeeping(choices.options);
  const { value, change } = session.change(`Bring in ${table.fileName} (${rowsOf(touched)})`, recorded, (writer) => {
    const at = session.ports.now().toISOString();
    addKinds(writer, run);
    const importId = insertImport(writer, {
      at, fileName: table.fileName, sha256: fingerprint, sheet: table.sheet,
      rowsRead: reading.read, rowsNew: plan.counts.new, rowsChanged: plan.counts.changed,
      rowsUnchanged: plan.counts.unchanged, rowsRefused: plan.counts.refused,
      decisions: reading.decisions, leftOut: reading.leftOut, refused: plan.refused,
    });
    const assetIds = writeList(reading.list, writer, plan, importId);
    if (matching !== null) keepMapping(writer, { signature: signatureOf(reading.headings, widthOf(table.rows)), mapping: matching, usedAt: at });
    return { importId, assetIds };
  });
  return { change, value: { ...reportOf(run), ...value } };
};

export const intakeHandlers = {
  'intake.preview': (session, { job, ...asked }) => session.desk.work(job, async (work) => reportOf(await dryRun(session, asked, work))),

  'intake.examine': (session, { job, ...asked }) => session.desk.work(job, (work) => examine(session, asked, work)),

  'intake.rows': (session, { outcome, problem, search, from, count, ...asked }) => session.desk.work(undefined, async (work) => {
    const run = await dryRun(session, asked, work);
    const found = rowsFound(run, { outcome, problem, search });
    return { rows: found.slice(from, from + count).map((view) => importedRow(run, view)), found: found.length };
  }),

  'intake.words': (session, { column, ...asked }) =>
    session.desk.work(undefined, async (work) => wordsOfColumn(await dryRun(session, asked, work), column)),

  'intake.refused': (session, asked) => session.desk.work(undefined, async (work) => refusedFile(await dryRun(session, asked, work))),

  'intake.progress': (session, { job }) => session.desk.job(job)?.progress ?? { stage: null, rows: 0, total: null },

  'intake.stop': (session, { job }) => {
    session.desk.job(job)?.stop();
    return {};
  },

  'intake.forget': (session) => {
    session.desk.clear();
    return {};
  },

  'intake.putBy': (session, { signature, fileName, options }) => {
    const others = session.settings.imports.filter((each) => each.signature !== signature);
    session.keepSettings({ imports: [{ signature, fileName, at: session.ports.now().toISOString(), options }, ...others].slice(0, MOST_PUT_BY) });
    return {};
  },

  'intake.commit': (session, { role, reason, job, ...asked }) => session.desk.work(job, async (work) => {
    const answer = await commit(session, asked, { role, reason }, work);
    session.desk.clear();
    return answer;
  }),
} satisfies Pick<Handlers, Extract<keyof Handlers, `intake.${string}`>>;

const MOST_PUT_BY = 10;
