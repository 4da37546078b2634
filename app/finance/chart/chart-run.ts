import type { ChartOptions } from '../../contract/chart-options.ts';
import type { ImportJob } from '../../intake/import-job.ts';
import type { SentFile } from '../../intake/intake-desk.ts';
import type { RawTable } from '../../intake/raw-table.ts';
import type { Session } from '../../session.ts';
import { chartColumns, type ChartColumns } from './chart-columns.ts';
import { chartOfTable } from './chart-of-table.ts';
import { chartOfXml } from './chart-of-xml.ts';
import type { ChartReading } from './chart-reading.ts';
import { compareChart, type ChartComparison } from './compare-chart.ts';

export type AskedChart = SentFile & { readonly options?: ChartOptions | undefined };

/** What would come in from a chart of accounts, with all that was found on the way. */
export type ChartRun = {
  readonly fileName: string;
  readonly fingerprint: string;
  /** The sheet and its columns; null for an XML document, which says itself what is what. */
  readonly sheet: { readonly table: RawTable; readonly columns: ChartColumns } | null;
  readonly reading: ChartReading;
  readonly comparison: ChartComparison;
};

/** Works out what would come in, and changes nothing. */
export async function chartRun(session: Session, asked: AskedChart, job: ImportJob): Promise<ChartRun> {
  const { desk, ports } = session;
  const { fingerprint, file } = desk.take(asked);
  const options = asked.options ?? {};
  const read = await desk.document(file, options, ports.spawnReader, job);
  const { sheet, reading } = read.kind === 'xml' ? { sheet: null, reading: chartOfXml(read.xml, file.fileName) } : readSheet(read.table, options);
  // Compared only now: the plan may have changed while the file was being read.
  return { fileName: file.fileName, fingerprint, sheet, reading, comparison: compareChart(reading, session.snapshot()) };
}

function readSheet(table: RawTable, options: ChartOptions): Pick<ChartRun, 'sheet' | 'reading'> {
  const columns = chartColumns(table, options);
  return { sheet: { table, columns }, reading: chartOfTable(table, columns) };
}
