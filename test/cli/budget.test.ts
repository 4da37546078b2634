import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BudgetReport } from '../../app/contract/budget-documents.ts';
import type { ForecastReport } from '../../app/contract/forecast.ts';
import { buildPrograms } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });
const AS_OF = ['--as-of', '2026-11-21'];

beforeAll(async () => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-budget-'));
  process.chdir(home);
  expect((await kitplan('sample', 'hillcrest.kitplan')).code).toBe(0);
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

const reportOf = async (...args: string[]): Promise<BudgetReport> => JSON.parse((await kitplan('budget', 'hillcrest.kitplan', '--json', ...AS_OF, ...args)).out) as BudgetReport;

describe('kitplan budget', () => {
  it('prints what each year was given, what is planned and what is left, by code, within a terminal’s width', async () => {
    const { code, out, err } = await kitplan('budget', 'hillcrest.kitplan', ...AS_OF);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^2026\/27 should finish /);
    expect(out).toMatch(/^Budget, £ +2026\/27 +2027\/28/mu);
    expect(out).toMatch(/^E20E Laptops, desktops and tablets +[\d,]+ +[\d,]+/mu);
    expect(out).toMatch(/^Open year, 2026\/27, £ +Budget +Spent +Ordered +To come +Forecast +Left$/mu);
    expect(out).toMatch(/As at 21 Nov 2026, net of VAT\./);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('comes to the forecast’s own figures, by fund as by code, and says so as JSON', async () => {
    const [byCode, byFund] = [await reportOf(), await reportOf('--by', 'fund')];
    const forecast = JSON.parse((await kitplan('forecast', 'hillcrest.kitplan', '--json', ...AS_OF)).out) as ForecastReport;
    const planned = forecast.totalPence.map((pence, year) => pence + (forecast.alreadyPence[year] ?? 0));
    expect(byCode.total.forecastPence).toEqual(planned);
    expect(byFund.total).toEqual(byCode.total);
    expect([byCode.by, byFund.by, byFund.rows.every(({ fund }) => fund !== null)]).toEqual(['code', 'fund', true]);
    for (const { rows } of [byCode, byFund]) {
      expect(planned.map((_, year) => rows.reduce((sum, row) => sum + (row.forecastPence[year] ?? 0), 0))).toEqual(planned);
    }
  });

  it('takes a scenario and VAT', async () => {
    const [net, gross, spread] = [await reportOf(), await reportOf('--vat'), await reportOf('--scenario', 'Spread the cost')];
    expect([gross.vat, gross.total.allocatedPence]).toEqual(['gross', net.total.allocatedPence]);
    expect(gross.total.forecastPence[1]).toBeGreaterThan(net.total.forecastPence[1] ?? 0);
    expect([spread.scenario, spread.total.forecastPence]).not.toEqual([net.scenario, net.total.forecastPence]);
    expect((await kitplan('budget', 'hillcrest.kitplan', '--scenario', 'Spread the cost')).out).toContain('Scenario: Spread the cost.');
  });

  it.each([[['--by', 'year'], '--by takes code or fund; “year” is neither.'], [['--as-of', 'soon'], '--as-of takes a day written like 2026-11-21.']])('refuses %j in words', async (args, words) => {
    const ran = await kitplan('budget', 'hillcrest.kitplan', ...args);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(words);
  });
});

describe('kitplan export --budget', () => {
  it('writes the workbook, the flat lines and the CLFP file of one budget, by the ending of the name', async () => {
    for (const out of ['budget.xlsx', 'budget.csv', 'budget.XML']) expect(await kitplan('export', 'hillcrest.kitplan', '--budget', out, ...AS_OF)).toMatchObject({ code: 0, out: `${out}\n`, err: '' });
    const [first] = (await readXlsx(readFileSync('budget.xlsx'))).sheets;
    expect(first?.rows[0]?.[0]).toBe('Hillcrest School: ICT budget 2026/27 to 2030/31');
    expect(readFileSync('budget.csv', 'utf8')).toMatch(/^\ufeffPlan,Scenario,Version,Line ID,School,URN,/u);
    expect(readFileSync('budget.XML', 'utf8')).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Root>\n {2}<Budget>\n/u);
  });

  it('writes another way forward, with VAT, and says which', async () => {
    expect(await kitplan('export', 'hillcrest.kitplan', '--budget', 'spread.xlsx', '--vat', '--scenario', 'Spread the cost', ...AS_OF)).toMatchObject({ code: 0 });
    const [first] = (await readXlsx(readFileSync('spread.xlsx'))).sheets;
    expect(String(first?.rows[2]?.[0])).toMatch(/^Scenario: Spread the cost\. Working copy\. Figures as at 21 November 2026, what things cost with VAT/);
  });
});
