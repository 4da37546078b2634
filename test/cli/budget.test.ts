import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BudgetReport } from '../../app/contract/budget-documents.ts';
import type { ReturnsReport } from '../../app/contract/returns.ts';
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

  it('prints the budget by September years, pro rata, with the parts that the plan holds, to the same total', async () => {
    const [entered, september] = [await reportOf(), await reportOf('--years', 'september')];
    const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((all, each) => all + (each ?? 0), 0);
    expect(september.years.map(({ label, part }) => [label, part])).toEqual([
      ['2025/26', 'part: from Apr 2026'], ['2026/27', null], ['2027/28', null], ['2028/29', null], ['2029/30', null], ['2030/31', 'part: to Mar 2031'],
    ]);
    for (const figure of ['allocatedPence', 'forecastPence', 'spentPence', 'leftPence'] as const) expect(sum(september.total[figure]), figure).toBe(sum(entered.total[figure]));
    const { out } = await kitplan('budget', 'hillcrest.kitplan', '--years', 'september', ...AS_OF);
    expect(out.replaceAll(/\s+/gu, ' ')).toContain('is shared evenly over its months here. Not whole years: 2025/26 (part: from Apr 2026), 2030/31 (part: to Mar 2031).');
    expect(out).not.toContain('Open year');
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('prints both returns, the school’s own first, and says them as JSON to the penny', async () => {
    const { code, out } = await kitplan('budget', 'hillcrest.kitplan', '--returns', ...AS_OF);
    expect(code).toBe(0);
    expect(out).toMatch(/^Consistent financial reporting\. ICT comes to £[^]*Budget forecast return\. ICT comes to £/u);
    expect(out).toMatch(/^E20E Laptops, desktops and tablets( +[\d,]+){5}$/mu);
    expect(out).toMatch(/^£ +Y1P1 +Y1P2 +Y2P1 +Y2P2 +Y3P1 +Y3P2$/mu);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
    const returns = JSON.parse((await kitplan('budget', 'hillcrest.kitplan', '--returns', '--json', ...AS_OF)).out) as ReturnsReport;
    expect(returns.cfr.totalPence).toEqual((await reportOf()).total.forecastPence);
    expect(returns.bfr.totalPence[6]).toBe((returns.bfr.totalPence[4] ?? 0) + (returns.bfr.totalPence[5] ?? 0));
  });

  it.each([[['--years', 'may'], '--years takes own, april or september; “may” is none of them.'], [['--returns', '--by', 'fund'], '--returns has codes and years of its own: leave --by and --years out.'], [['--by', 'year'], '--by takes code or fund; “year” is neither.'], [['--as-of', 'soon'], '--as-of takes a day written like 2026-11-21.']])('refuses %j in words', async (args, words) => {
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
