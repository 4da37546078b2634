import { expect, test } from 'vitest';
import { annexWorkbook } from '../../app/documents/annex.ts';
import { writeHucreWorkbook } from '../../app/documents/hucre-workbook.ts';
import { annexOf } from '../../planning/analysis/annex/annex.ts';
import { forecast } from '../../planning/forecast.ts';
import { calculatedWorkbook } from '../support/calc-workbook.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';
import { formulasOf, poisoned } from '../support/xlsx-document.ts';
import { structureFaults } from '../support/xlsx-structure.ts';

/** Two objectives, a need agreed that serves both, and one asked for whose name a spreadsheet would run. */
async function school(): Promise<TestPlan> {
  const plan = planInMemory();
  const text = 'Area,No,Objective\nReading,1.1,Fluency\nReading,1.2,Library\nSport,2.1,Sports day\n';
  await plan.call('development.take', { fileName: 'plan.csv', base64: Buffer.from(text).toString('base64') });
  const { objectives } = (await plan.call('plan.snapshot', {})).snapshot.analysis;
  const id = (number: string): number => objectives.find((each) => each.number === number)?.id ?? 0;
  const cost = { part: 'kit', name: 'Tablets', categoryKey: 'tablet', on: '2027-09-01', quantity: 10, unitPence: 30_000, riseBp: 0 } as const;
  const base = { askedByRole: 'Literacy lead', impact: 'Fewer pupils read', options: [{ name: 'Buy ten', recommended: true, costs: [cost] }] };
  const agreed = await plan.call('need.add', {
    ...base, name: 'Tablets', statement: 'Every pupil reads on a screen', links: [{ objectiveId: id('1.1'), strength: 'essential' }, { objectiveId: id('1.2'), strength: 'helps' }],
  });
  await plan.call('need.add', { ...base, name: '=HYPERLINK("http://example.test")', statement: '@SUM(1)', links: [{ objectiveId: id('1.2'), strength: 'helps' }] });
  await plan.call('decision.add', { title: 'Tablets', needId: agreed.value.id, optionId: agreed.value.optionIds[0] ?? 0, choice: 'approve', decidedOn: '2026-11-12', decider: 'Leadership team', because: 'It works.' });
  await plan.call('objective.noIct', { id: id('2.1'), by: 'PE lead', on: '2026-11-01' });
  return plan;
}

test('the annex as CSV has a row for each need under each objective, its money marked where it stands again, and nothing that a spreadsheet would run', async () => {
  using plan = await school();
  const { fileName, base64 } = await plan.call('documents.annex', { format: 'csv' });
  expect(fileName).toBe(`My school ICT annex ${TODAY}.csv`);
  const [head = '', ...rows] = Buffer.from(base64, 'base64').toString('utf8').replace(/^\u{feff}/u, '').trim().split('\r\n');
  expect(head).toContain('Counted in the total,2026/27,2027/28,2028/29,2029/30,2030/31,All years,New in the ICT plan,Planned anyway,From another budget,Without a price,Risk if unfunded');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toContain(',N-01,Tablets,Every pupil reads on a screen,Cannot be met without it,');
  // Ten at £300.
  expect(rows[0]).toContain(',Agreed,Yes,0.00,3000.00,0.00,0.00,0.00,3000.00,3000.00,0.00,0.00,');
  expect(rows[1]).toContain(',Agreed,Under 1.1 Fluency,0.00,3000.00,');
  expect(rows[2]).toContain('"\'=HYPERLINK(""http://example.test"")",\'@SUM(1),Helps,');
  expect(rows[2]).toContain(',If it is not met: fewer pupils read.');
  expect(rows[3]).toMatch(/^Sport,,2\.1 Sports day,"?No ICT needed, said by PE lead on 1 November 2026\."?,,,/);
});

test('the annex as a workbook adds each need up once, by formulas that give its own figures', async () => {
  using plan = await school();
  const { snapshot } = await plan.call('plan.snapshot', {});
  const result = forecast(snapshot, { asOf: TODAY });
  const annex = annexOf(snapshot, result, snapshot.analysis.plans[0] ?? null);
  const document = annexWorkbook({ annex, school: 'Hillcrest School', asOf: TODAY, scenario: 'the plan' });
  expect([annex.agreed.totalPence, annex.asked.totalPence]).toEqual([300_000, 300_000]);
  expect(structureFaults(await writeHucreWorkbook(document))).toEqual([]);
  const workbook = await calculatedWorkbook(await writeHucreWorkbook(poisoned(document)));
  for (const { sheet, cell, formula } of formulasOf(document)) expect(Number(workbook.valueOf(sheet, cell)), `${sheet} ${cell}`).toBe(formula.result);
});

test('the annex of Hillcrest adds up in a spreadsheet to what the screen says, also where needs count on the same planned kit', async () => {
  using plan = planInMemory();
  await plan.call('plan.sample', {});
  const { snapshot } = await plan.call('plan.snapshot', {});
  const annex = annexOf(snapshot, forecast(snapshot, { asOf: TODAY }), snapshot.analysis.plans[0] ?? null);
  expect(annex.shared.length).toBeGreaterThan(0);
  expect(annex.agreed.totalPence).toBeGreaterThan(0);
  const document = annexWorkbook({ annex, school: snapshot.school.name, asOf: TODAY, scenario: 'the plan' });
  const workbook = await calculatedWorkbook(await writeHucreWorkbook(poisoned(document)));
  const pence = (pounds: string | number): number => Math.round(Number(pounds) * 100);
  for (const { sheet, cell, formula } of formulasOf(document)) expect(pence(workbook.valueOf(sheet, cell)), `${sheet} ${cell}`).toBe(pence(formula.result));
});
