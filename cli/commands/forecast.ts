import { resolve } from 'node:path';
import type { ForecastReport } from '../../app/contract/forecast.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { looksLikePlan, writeWhole } from '../files.ts';
import { readForecastOptions, type ForecastOptions } from '../forecast/options.ts';
import { forecastJson } from '../forecast/report-json.ts';
import { withSource, type Prepared } from '../forecast/source.ts';
import { forecastTable } from '../forecast/table.ts';
import { notices, refusedRows } from '../import-report.ts';
import { ask } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { Refused, type ExitCode, type Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

/** In the terminal the first refused rows are enough: `import --dry-run` prints them all. */
const REFUSED_ROWS_SHOWN = 20;

export const forecastCommand: Command = {
  usage: 'forecast <register.csv|.xlsx|plan.kitplan> [--as-of YYYY-MM-DD] [--years 3-10] [--year-start 4|9] '
    + '[--policies policies.json] [--budget 118400,118400,…] [--scenario NAME] [--json] [--out forecast.xlsx]',
  about: 'What falls due in each year, what it costs, and why.',

  async run(args, terminal) {
    const options = readForecastOptions(args);
    refuseToOverwriteSource(options);
    return withSource<ExitCode>(terminal, options, async (prepared) => {
      const view = { ...options.view, ...await scenarioNamed(prepared.kitplan, options.scenario) };
      const report = await ask(prepared.kitplan, 'forecast.get', view);
      if (options.out !== null) await writeWorkbook(prepared.kitplan, view, options.out);
      print(terminal, options, prepared, report);
      if (options.out !== null) terminal.err(`Written: ${options.out}\n`);
      return 0;
    });
  },
};

function refuseToOverwriteSource({ source, out }: ForecastOptions): void {
  if (out === null) return;
  if (resolve(out) === resolve(source)) throw new Refused(`${out} is what the forecast is made from and is not overwritten.`);
  if (looksLikePlan(out)) throw new Refused(`${out} is a plan and is not overwritten with a workbook.`);
}

async function writeWorkbook(kitplan: Kitplan, view: ForecastOptions['view'], out: string): Promise<void> {
  const { base64 } = await ask(kitplan, 'documents.workbook', view);
  writeWhole(out, Buffer.from(base64, 'base64'));
}

function print(terminal: Terminal, options: ForecastOptions, { source, plan }: Prepared, report: ForecastReport): void {
  if (options.json) {
    terminal.out(`${JSON.stringify(forecastJson(report, source))}\n`);
    return;
  }
  terminal.out(forecastTable(report, source, plan));
  if (source.report === null) return;
  const doubts = [...refusedRows(source.report, REFUSED_ROWS_SHOWN), ...notices(source.report)];
  if (doubts.length > 0) terminal.err(`How it was read:\n${doubts.join('\n')}\n`);
}
