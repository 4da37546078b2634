import { insertImport } from '../../db/repositories/imports.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { ImportReport } from '../contract/intake.ts';
import type { Handlers } from '../handlers.ts';
import { existingAssets } from '../intake/existing-assets.ts';
import { interpretRegister } from '../intake/interpret-register.ts';
import { matchRegister, type CellChange, type MatchPlan } from '../intake/match-register.ts';
import type { RawTable } from '../intake/raw-table.ts';
import { readTable, sha256 } from '../intake/read-register-file.ts';
import type { RegisterReading, RegisterRow } from '../intake/register-row.ts';
import { writeRegister } from '../intake/write-register.ts';
import type { Session } from '../session.ts';

type RegisterFile = { readonly fileName: string; readonly base64: string; readonly asOf?: IsoDate | undefined };
type DryRun = { readonly table: RawTable; readonly reading: RegisterReading; readonly plan: MatchPlan; readonly fingerprint: string };

/** How many rows the screen shows before anything is brought in: those that change first. */
const SAMPLE_ROWS = 40;

const dryRun = async (session: Session, { fileName, base64, asOf }: RegisterFile): Promise<DryRun> => {
  const bytes = Buffer.from(base64, 'base64');
  const table = await readTable(bytes, fileName, session.ports.spawnReader);
  const reading = interpretRegister(table, { asOf: asOf ?? session.today() });
  // Matched only now: the plan may have changed while the file was being read.
  const plan = matchRegister(reading, existingAssets(session.snapshot()));
  return { table, reading, plan, fingerprint: sha256(bytes) };
};

const sampleRow = (
  row: RegisterRow, outcome: 'new' | 'changed' | 'unchanged', changes: readonly CellChange[],
): ImportReport['sample'][number] => ({
  row: row.row, outcome, tag: row.tag, description: row.description, categoryKey: row.categoryKey, room: row.room,
  quantity: row.quantity, purchaseDate: row.purchaseDate, unitPaidPence: row.unitPaidPence, warrantyEnd: row.warrantyEnd,
  changes: changes.map(({ field, before, after }) => ({ field, before: before === null ? null : String(before), after: String(after) })),
});

const sampleRows = ({ plan }: DryRun): ImportReport['sample'] => [
  ...plan.changed.slice(0, SAMPLE_ROWS / 2).map(({ row, changes }) => sampleRow(row, 'changed', changes)),
  ...plan.new.slice(0, SAMPLE_ROWS).map((row) => sampleRow(row, 'new', [])),
  ...plan.unchanged.slice(0, SAMPLE_ROWS / 4).map(({ row }) => sampleRow(row, 'unchanged', [])),
].slice(0, SAMPLE_ROWS);

const report = (run: DryRun): ImportReport => ({
  fileName: run.table.fileName,
  sheet: run.table.sheet,
  headerRow: run.reading.headerRow,
  rows: {
    read: run.reading.read, new: run.plan.counts.new, changed: run.plan.counts.changed,
    unchanged: run.plan.counts.unchanged, refused: run.reading.refused,
  },
  leftOut: run.reading.leftOut,
  decisions: run.reading.decisions,
  columns: run.reading.columns.map(({ column, goesTo, readAs, firstValues }) => ({ column, goesTo, readAs, firstValues })),
  sample: sampleRows(run),
});

const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en-GB')} rows`);

export const intakeHandlers = {
  'intake.preview': async (session, file) => report(await dryRun(session, file)),

  'intake.commit': async (session, { role, reason, ...file }) => {
    const target = session.writablePlan();
    const run = await dryRun(session, file);
    const found = report(run);
    const { plan, reading, table, fingerprint } = run;
    const touched = plan.counts.new + plan.counts.changed;
    // The same file again changes nothing: no change, no backup, no line in the history.
    if (touched === 0) return { change: null, value: { ...found, importId: null } };
    target.backup('import');
    const { value, change } = session.change(`Bring in ${table.fileName} (${rowsOf(touched)})`, { role, reason }, (writer) => {
      const importId = insertImport(writer, {
        at: session.ports.now().toISOString(), fileName: table.fileName, sha256: fingerprint, sheet: table.sheet,
        rowsRead: reading.read, rowsNew: plan.counts.new, rowsChanged: plan.counts.changed,
        rowsUnchanged: plan.counts.unchanged, rowsRefused: plan.counts.refused,
        decisions: reading.decisions, leftOut: reading.leftOut, refused: reading.refused,
      });
      writeRegister(writer, plan, importId);
      return importId;
    });
    return { change, value: { ...found, importId: value } };
  },
} satisfies Pick<Handlers, 'intake.preview' | 'intake.commit'>;
