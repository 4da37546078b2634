import { deleteActuals, replaceActuals } from '../../db/repositories/actuals.ts';
import { findMapping, keepMapping } from '../../db/repositories/import-mappings.ts';
import { financialYear, financialYearOf, formatLongDate, lastDayOfMonth, monthOf } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import type { FinancialYear } from '../../planning/result.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { actualsLayout, type ActualsLayout } from '../contract/actuals-layout.ts';
import type { Parsed } from '../contract/contract.ts';
import { tableOfBudgets } from '../finance/actuals/budget-xml.ts';
import { guessLayout, layoutSignature } from '../finance/actuals/guess-layout.ts';
import { isUnchanged, lookAt, matchedOf, reportOf, type KnownLayout, type Look } from '../finance/actuals/look.ts';
import type { Handlers } from '../handlers.ts';
import type { ImportJob } from '../intake/import-job.ts';
import type { RawTable } from '../intake/raw-table.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { scenarioIn } from './forecast-view.ts';

type AskedExport = Omit<Parsed<'actuals.look'>, 'job'>;

const tableOf = async (session: Session, asked: AskedExport, tab: string | null, job: ImportJob): Promise<RawTable> => {
  const { file } = session.desk.take(asked);
  const read = await session.desk.document(file, tab === null ? {} : { sheet: tab }, session.ports.spawnReader, job);
  return read.kind === 'xml' ? tableOfBudgets(read.xml, file.fileName) : read.table;
};

/** How the last export with the same headings was laid out, else a first guess. A sheet or a last row of that file means nothing here. */
const knownLayout = (session: Session, table: RawTable): KnownLayout => {
  const kept = actualsLayout.safeParse(findMapping(session.plan().reader, layoutSignature(table))?.mapping);
  if (!kept.success) return { layout: guessLayout(table), from: 'headings' };
  const { tab, ...layout } = kept.data;
  return { layout: { ...layout, endRow: null, tab: table.sheets.some(({ name }) => name === tab) ? tab : null }, from: 'last_time' };
};

/** The last day of the month before the as-at date's, or of the year where that lies before it or after. */
const usualThrough = ({ start, end }: FinancialYear, asOf: IsoDate): IsoDate => {
  const before = lastDayOfMonth(monthOf(asOf) - 1);
  return before < start ? asOf : before > end ? end : before;
};

/** @throws Refusal `invalid_input` where the day does not lie in the year, or its month is still to come. */
function checkThrough({ label, start, end }: FinancialYear, through: IsoDate, asOf: IsoDate): void {
  if (through < start || through > end) {
    throw new Refusal('invalid_input', `${formatLongDate(through)} does not lie in ${label}, which runs from ${formatLongDate(start)} to ${formatLongDate(end)}.`, { field: 'through' });
  }
  if (monthOf(through) > monthOf(asOf)) {
    throw new Refusal('invalid_input', `${formatLongDate(through)} is still to come: the figures are as at ${formatLongDate(asOf)}. Give a day up to ${formatLongDate(lastDayOfMonth(monthOf(asOf)))}.`, { field: 'through' });
  }
}

/** @throws Refusal where the file cannot be read, or the day lies in another year. */
async function look(session: Session, asked: AskedExport, job: ImportJob): Promise<Look> {
  const asOf = asked.asOf ?? session.today();
  const { yearStartMonth } = session.snapshot().school;
  const year = financialYear(asked.year ?? financialYearOf(asOf, yearStartMonth), yearStartMonth);
  const through = asked.through ?? usualThrough(year, asOf);
  checkThrough(year, through, asOf);
  const { fingerprint } = session.desk.take(asked);
  const first = await tableOf(session, asked, asked.layout?.tab ?? null, job);
  const { layout, from } = asked.layout === undefined ? knownLayout(session, first) : { layout: asked.layout, from: 'said' as const };
  const table = asked.layout === undefined && layout.tab !== null ? await tableOf(session, asked, layout.tab, job) : first;
  // Read only now: the plan may have changed while the file was being read.
  const scenario = scenarioIn(session, asked.scenarioId);
  const snapshot = scenario === null ? session.snapshot() : applyScenario(session.snapshot(), scenario.id);
  return lookAt({ fingerprint, table, layout, layoutFrom: from, year, through, asOf, snapshot });
}

/** The layout is remembered by the sheet that the next export opens with, whichever sheet it names. */
const signatureOf = async (session: Session, asked: AskedExport, layout: ActualsLayout, found: Look, job: ImportJob): Promise<string> =>
  layoutSignature(layout.tab === null ? found.table : await tableOf(session, asked, null, job));

export const actualsHandlers = {
  'actuals.look': (session, { job, ...asked }) => session.desk.work(job, async (work) => reportOf(await look(session, asked, work))),

  'actuals.take': (session, { role, reason, job, ...asked }) => session.desk.work(job, async (work) => {
    const target = session.writablePlan();
    const found = await look(session, asked, work);
    const report = reportOf(found);
    const rows = matchedOf(found);
    if (rows.length === 0) throw new Refusal('refused_file', `${report.sentence} Nothing was changed.`);
    // The same file by the same layout changes nothing: no change, no backup, no line in the history.
    if (isUnchanged(found)) return { change: null, value: report };
    const signature = await signatureOf(session, asked, asked.layout, found, work);
    target.backup('import');
    const { label, year } = found.year;
    const { change } = session.change(`Bring in actuals for ${label} to ${formatLongDate(found.through)} (${formatCount(rows.length)} ${rows.length === 1 ? 'row' : 'rows'})`, { role, reason }, (writer) => {
      replaceActuals(writer, { year, through: found.through, fileName: found.table.fileName, sha256: found.fingerprint }, rows);
      keepMapping(writer, { signature, mapping: asked.layout, usedAt: session.ports.now().toISOString() });
    });
    return { change, value: report };
  }),

  'actuals.remove': (session, { role, reason, year }) => {
    const { school, finance } = session.snapshot();
    const { label } = financialYear(year, school.yearStartMonth);
    if (!finance.actualsRuns.some((run) => run.year === year)) throw new Refusal('not_found', `No actuals have been brought in for ${label}.`, { field: 'year' });
    const { change } = session.change(`Take away the actuals of ${label}`, { role, reason }, (writer) => deleteActuals(writer, year));
    return { change, value: null };
  },
} satisfies Pick<Handlers, Extract<keyof Handlers, `actuals.${string}`>>;
