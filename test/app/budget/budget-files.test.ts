import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../app/contract/contract.ts';
import { SAMPLE_AS_OF } from '../../../app/sample/school.ts';
import { readXml } from '../../../app/intake/reader/read-xml.ts';
import { elementsNamed, fieldOf } from '../../../app/intake/xml-element.ts';
import { testPlan, type TestPlan } from '../../support/plan-in-memory.ts';

const hillcrest = async (): Promise<TestPlan> => {
  const plan = testPlan({ kind: 'memory' });
  await plan.call('plan.sample', {});
  return plan;
};

const bytesOf = ({ base64 }: Answer<'documents.clfp'>): Buffer => Buffer.from(base64, 'base64');

describe('the files of a budget', () => {
  it('say in their names whose they are, what they are, of which way forward and as at when', async () => {
    using plan = await hillcrest();
    const names = async (view: object): Promise<string[]> => {
      const files = [await plan.call('documents.budgetWorkbook', view), await plan.call('documents.budgetLines', view), await plan.call('documents.clfp', view)];
      return files.map(({ fileName }) => fileName);
    };
    expect(await names({ asOf: SAMPLE_AS_OF })).toEqual([
      'Hillcrest School budget 2026-11-21.xlsx', 'Hillcrest School budget lines 2026-11-21.csv', 'Hillcrest School budget for CLFP 2026-11-21.xml',
    ]);
    const { snapshot: { scenarios } } = await plan.call('plan.snapshot', {});
    const spread = scenarios.find(({ name }) => name === 'Spread the cost');
    expect(await names({ asOf: SAMPLE_AS_OF, scenarioId: spread?.id })).toEqual([
      'Hillcrest School budget, Spread the cost, 2026-11-21.xlsx', 'Hillcrest School budget lines, Spread the cost, 2026-11-21.csv',
      'Hillcrest School budget for CLFP, Spread the cost, 2026-11-21.xml',
    ]);
  });

  it('hold the figures of the way forward that is asked for, each to the penny', async () => {
    using plan = await hillcrest();
    const { snapshot: { scenarios } } = await plan.call('plan.snapshot', {});
    for (const { id, name } of scenarios) {
      const { total, years } = await plan.call('budget.report', { asOf: SAMPLE_AS_OF, scenarioId: id });
      const records = elementsNamed(readXml(bytesOf(await plan.call('documents.clfp', { asOf: SAMPLE_AS_OF, scenarioId: id })), 'clfp.xml').root, 'Budget');
      const spend = years.map(({ label }) => records.filter((record) => fieldOf(record, 'FinancialYear') === label)
        .reduce((sum, record) => sum + Math.round(Number(fieldOf(record, 'TotalSpend')) * 100), 0));
      expect(spend, name).toEqual(total.forecastPence);
      const lines = (await readXlsx(bytesOf(await plan.call('documents.budgetWorkbook', { asOf: SAMPLE_AS_OF, scenarioId: id })))).sheets.find((sheet) => sheet.name === 'Budget lines');
      const [head = [], ...rows] = lines?.rows ?? [];
      const [label, net, scenario] = ['Year label', 'Net', 'Scenario'].map((heading) => head.indexOf(heading));
      expect(years.map((year) => Math.round(100 * rows.reduce((sum, row) => sum + (row[label ?? -1] === year.label ? Number(row[net ?? -1] ?? 0) : 0), 0))), name).toEqual(total.forecastPence);
      expect(new Set(rows.map((row) => row[scenario ?? -1]))).toEqual(new Set([name]));
    }
  }, 30_000);

  it('are with VAT where that does not come back to the school, unless net is asked for', async () => {
    using plan = await hillcrest();
    const gross = await plan.call('budget.report', { asOf: SAMPLE_AS_OF, vat: 'gross' });
    expect(await plan.call('budget.report', { asOf: SAMPLE_AS_OF })).toMatchObject({ vat: 'net' });
    await plan.call('money.set', { vatRecoverable: false });
    const own = await plan.call('budget.report', { asOf: SAMPLE_AS_OF });
    expect([own.vat, own.total]).toEqual(['gross', gross.total]);
    expect(await plan.call('budget.report', { asOf: SAMPLE_AS_OF, vat: 'net' })).toMatchObject({ vat: 'net' });
  });

  it('of a published version keep its figures, whatever becomes of the plan, and say that it is published', async () => {
    using plan = await hillcrest();
    const { snapshot: { scenarios } } = await plan.call('plan.snapshot', {});
    const spread = scenarios.find(({ name }) => name === 'Spread the cost')?.id ?? 0;
    await plan.call('scenario.publish', { id: spread, asOf: SAMPLE_AS_OF });
    const before = await plan.call('documents.budgetLines', { scenarioId: spread });
    await plan.call('budget.set', { year: 2027, pence: 1_000_000 });
    await plan.call('policy.set', { categoryKey: 'laptop', set: { lifeMonths: 24 } });
    const after = await plan.call('documents.budgetLines', { scenarioId: spread });
    expect(after).toEqual(before);
    expect(bytesOf(after).toString('utf8')).toContain(',Spread the cost,"Published, figures as at 21 November 2026",');
  });

  it('are refused in a sentence where there is no such way forward or no such day', async () => {
    using plan = await hillcrest();
    for (const name of ['documents.budgetWorkbook', 'documents.budgetLines', 'documents.clfp', 'budget.report'] as const) {
      expect(await plan.dispatch(name, { scenarioId: 999 })).toMatchObject({ ok: false, error: { code: 'not_found' } });
      expect(await plan.dispatch(name, { asOf: '2026-02-30' })).toMatchObject({ ok: false, error: { code: 'invalid_input', field: 'asOf' } });
      expect(await plan.dispatch(name, { vat: 'some' })).toMatchObject({ ok: false, error: { code: 'invalid_input', field: 'vat' } });
    }
  });
});
