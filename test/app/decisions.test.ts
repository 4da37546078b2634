import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionFigures } from '../../planning/analysis/needs/option-figures.ts';
import { besidesWords, changedBy } from '../../planning/analysis/decisions/changed.ts';
import { budgetMatrix } from '../../planning/budget/matrix.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Forecast } from '../../planning/result.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';
import type { Request } from '../../app/contract/contract.ts';

const KIT = { part: 'kit', name: 'Better model, 16 desktops', categoryKey: 'desktop', on: '2027-09-01', quantity: 16, unitPence: 32_500 } as const;
const NEED = {
  name: 'Music Technology suite', statement: 'Students record and mix', askedByRole: 'Music subject lead', askedOn: '2026-10-12', needReason: 'curriculum', moscow: 'must', impact: 'The course cannot start.',
} as const satisfies Partial<Request<'need.add'>>;

type Costs = NonNullable<NonNullable<Request<'need.add'>['options']>[number]['costs']>;
/** A need with one option of these costs; answers both numbers. */
async function needWith(plan: TestPlan, costs: Costs): Promise<{ readonly needId: number; readonly optionId: number }> {
  const { value } = await plan.call('need.add', { ...NEED, options: [{ name: 'Do nothing', kind: 'do_nothing' }, { name: 'Better model', recommended: true, costs }] });
  const { snapshot } = await plan.call('plan.snapshot', {});
  return { needId: value.id, optionId: snapshot.analysis.needs.find(({ id }) => id === value.id)?.options[1]?.id ?? 0 };
}

type Figures = { readonly snapshot: PlanSnapshot; readonly result: Forecast; readonly all: unknown };
/** Every total, cell of the budget and line, of the plan itself or under a scenario. */
async function figuresOf(plan: TestPlan, scenarioId: number): Promise<Figures> {
  const snapshot = applyScenario((await plan.call('plan.snapshot', {})).snapshot, scenarioId);
  const result = forecast(snapshot, { asOf: TODAY });
  const cells = (['code', 'fund'] as const).map((by) => budgetMatrix(snapshot, result, { nature: 'all', vat: 'gross', by }));
  return { snapshot, result, all: { totals: result.totals, lines: result.lines, cells } };
}
const refused = async (plan: TestPlan, ...[name, request]: Parameters<TestPlan['dispatch']>): Promise<unknown> => {
  const answer = await plan.dispatch(name, request);
  return answer.ok ? 'done' : [answer.error.field, answer.error.message];
};

describe('money that a decision puts into the plan', () => {
  const cost = fc.record({
    part: fc.constantFrom('kit', 'software', 'training_staff', 'support'), name: fc.constantFrom('One', 'Other'), categoryKey: fc.constantFrom('desktop', 'laptop', 'software'),
    standing: fc.constantFrom('adds', 'adds', 'elsewhere', 'in_plan'), on: fc.constantFrom('2026-12-01', '2027-03-31', '2027-04-01', '2029-09-01'), quantity: fc.integer({ min: 1, max: 40 }),
    unitPence: fc.integer({ min: 0, max: 90_000 }), yearlyPence: fc.integer({ min: 0, max: 200_000 }), until: fc.constantFrom(null, '2030-07-31'),
  });
  const choice = fc.constantFrom({ choice: 'approve' } as const, { choice: 'approve_pilot', pilotUntil: '2028-07-20', pilotMeasure: 'Used weekly' } as const);

  it('gets there once and only once, and leaves to the penny when the decision is taken back or undone, in the plan and under a scenario', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const { value: scenario } = await plan.call('scenario.add', { name: 'Desktops for six years', startFrom: 1, differences: [{ change: { kind: 'life', categoryKey: 'desktop', userGroup: null, lifeMonths: 72 }, reason: null }] });
    await fc.assert(fc.asyncProperty(fc.array(cost, { minLength: 1, maxLength: 4 }), choice, fc.constantFrom('remove', 'undo', 'withdraw'), async (costs, made, way) => {
      const { needId, optionId } = await needWith(plan, costs);
      const [before, beforeThere] = [await figuresOf(plan, 1), await figuresOf(plan, scenario.id)];
      const { value } = await plan.call('decision.add', { title: 'Music suite', decider: 'Headteacher', needId, optionId, decidedOn: TODAY, ...made });
      for (const [was, is] of [[before, await figuresOf(plan, 1)], [beforeThere, await figuresOf(plan, scenario.id)]] as const) {
        const need = is.snapshot.analysis.needs.find(({ id }) => id === needId);
        const option = need?.options.find(({ id }) => id === optionId);
        if (need === undefined || option === undefined) throw new Error('The need is there.');
        const { addsByYear } = optionFigures(is.snapshot, is.result, need, option);
        expect(is.result.totals.totalPence.map((pence, year) => pence - (was.result.totals.totalPence[year] ?? 0))).toEqual(addsByYear);
        const inBudget = changedBy(is.snapshot, is.result, needId);
        expect(addsByYear.map((_, year) => inBudget.filter(({ yearIndex }) => yearIndex === year).reduce((sum, { pence }) => sum + pence, 0))).toEqual(addsByYear);
      }
      if (way === 'remove') await plan.call('decision.remove', { id: value.id });
      else if (way === 'undo') await plan.call('plan.undo', {});
      else await plan.call('decision.replace', { id: value.id, choice: 'withdraw', decidedOn: TODAY });
      expect((await figuresOf(plan, 1)).all).toEqual(before.all);
      expect((await figuresOf(plan, scenario.id)).all).toEqual(beforeThere.all);
    }), { numRuns: 12 });
  }, 120_000);

  it('says what of the chosen option is planned anyway or paid by another budget, which no line of the plan shows', async () => {
    using plan = planInMemory();
    const training = { part: 'training_staff', name: 'A day with the supplier', on: '2027-09-01', unitPence: 48_000, standing: 'elsewhere' } as const;
    const { needId, optionId } = await needWith(plan, [{ ...KIT, yearlyPence: 0 }, training]);
    const { snapshot, result } = await figuresOf(plan, 1);
    // 16 × £334.75 = £5,356 is new. £480 of training rises by a year's 3% to £494.40, and staff development pays: £5,850.40 in all.
    expect(besidesWords(snapshot, result, { needId, optionId })).toBe('Of the £5,850 that it costs in these years, £494 comes from another budget.');
    const trained = await needWith(plan, [training]);
    const between = await figuresOf(plan, 1);
    expect(besidesWords(between.snapshot, between.result, trained)).toBe('All of the £494 that it costs in these years comes from another budget.');
    const alone = await needWith(plan, [KIT]);
    const after = await figuresOf(plan, 1);
    expect(besidesWords(after.snapshot, after.result, alone)).toBeNull();
  });

  it('is that of the new decision alone where one takes the place of another on the same day, whichever number it has', async () => {
    using plan = planInMemory();
    const { needId, optionId } = await needWith(plan, [KIT]);
    const { value: waiting } = await plan.call('decision.add', { title: 'Choose', decider: 'Headteacher', needId });
    await plan.call('decision.decide', { id: waiting.id, choice: 'approve', optionId, decidedOn: TODAY });
    const { value: after } = await plan.call('decision.replace', { id: waiting.id, choice: 'decline', decidedOn: TODAY, because: 'Nobody signed up', workaround: null });
    expect((await figuresOf(plan, 1)).result.lines).toEqual([]);
    expect(await refused(plan, 'decision.remove', { id: waiting.id })).toEqual(['id', 'D-02 Choose took its place. Take that one back first.']);
    expect(await refused(plan, 'decision.replace', { id: waiting.id, choice: 'approve', optionId, decidedOn: TODAY })).toEqual(['id', 'D-02 Choose took its place already. Replace that one.']);
    await plan.call('decision.remove', { id: after.id });
    // 16 × £325 at the prices of 2027/28, a year's rise of 3%: 16 × £334.75.
    expect((await figuresOf(plan, 1)).result.lines.map(({ netPence }) => netPence)).toEqual([16 * 33_475]);
  });

  it('waits for nobody to reopen a plan that is locked', async () => {
    using plan = planInMemory();
    const { needId, optionId } = await needWith(plan, [KIT]);
    await plan.call('scenario.state', { id: 1, state: 'locked' });
    expect(await refused(plan, 'decision.add', { title: 'Music', decider: 'Head', needId, optionId, choice: 'approve', decidedOn: TODAY })).toEqual([undefined, 'Keep to policy is locked. Copy it to change it.']);
    await plan.call('decision.add', { title: 'Music', decider: 'Head', needId, choice: 'defer', because: 'After the tender', workaround: null, decidedOn: TODAY });
  });
});

describe('a decision', () => {
  it('keeps what was weighed with the figures of its day, whatever the option costs later', async () => {
    using plan = planInMemory();
    const { needId, optionId } = await needWith(plan, [KIT]);
    await plan.call('decision.add', { title: 'Music', decider: 'Head', needId, optionId, choice: 'approve', decidedOn: TODAY, weighed: [{ name: 'Typed' }] });
    const read = async () => (await plan.call('plan.snapshot', {})).snapshot.analysis;
    const kept = (await read()).decisions[0]?.weighed.map(({ name, pence, chosen }) => [name, pence, chosen]);
    expect(kept).toEqual([['Do nothing', 0, false], ['Better model', 16 * 33_475, true]]);
  });

  it('is locked once it is made, but for who is told, its move and its review', async () => {
    using plan = planInMemory();
    const { value: { id } } = await plan.call('decision.add', { title: 'Printers', decider: 'Head', choice: 'approve', decidedOn: '2026-09-18', tellings: [{ role: 'Teachers' }] });
    const locked = 'D-01 was decided on 18 September 2026 and is locked. Replace it with a new decision, or take it back.';
    expect(await refused(plan, 'decision.edit', { id, set: { title: 'Other' } })).toEqual(['title', locked]);
    expect(await refused(plan, 'decision.decide', { id, choice: 'approve', decidedOn: TODAY })).toEqual(['id', locked]);
    expect(await refused(plan, 'decision.edit', { id, set: { reviewOn: '2026-09-17' } })).toEqual(['reviewOn', expect.stringContaining('18 September 2026 or later')]);
    expect(await refused(plan, 'decision.edit', { id, set: { tellings: [{ id: 99, role: 'Nobody' }] } })).toEqual(['tellings', 'Nobody is not on the list of this decision. Add them without a number.']);
    expect(await refused(plan, 'decision.edit', { id, set: { virementId: 5 } })).toEqual(['virementId', 'No virement has the number 5. It may have been taken back.']);
    const { tellings } = (await plan.call('plan.snapshot', {})).snapshot.analysis.decisions[0] ?? { tellings: [] };
    await plan.call('decision.edit', { id, set: { reviewOn: '2027-01-29', tellings: [{ role: 'Office' }, { id: tellings[0]?.id ?? 0, role: 'Teachers' }] } });
    await plan.call('decision.tell', { id, tellingId: tellings[0]?.id ?? 0, toldOn: TODAY, how: 'At briefing' });
    await plan.call('decision.review', { id, reviewedOn: TODAY, outcome: 'Settled' });
    // Looked at before its day and settled: the review is not due in January any more.
    expect((await plan.call('plan.snapshot', {})).snapshot.analysis.decisions[0]).toMatchObject({ reviewOn: TODAY, reviewedOn: TODAY, outcome: 'Settled', tellings: [{ role: 'Office' }, { role: 'Teachers', toldOn: TODAY, how: 'At briefing' }] });
  });

  it('is made where it waits, and not beside it', async () => {
    using plan = planInMemory();
    const { needId, optionId } = await needWith(plan, [KIT]);
    await plan.call('decision.add', { title: 'Choose', decider: 'Head', needId });
    expect(await refused(plan, 'decision.add', { title: 'Again', decider: 'Head', needId })).toEqual(['needId', expect.stringContaining('D-01 Choose waits for the same need already')]);
    expect(await refused(plan, 'decision.add', { title: 'Again', decider: 'Head', needId, optionId, choice: 'approve', decidedOn: TODAY })).toEqual(['needId', 'D-01 Choose waits for this need. Make that decision.']);
    expect(await refused(plan, 'decision.replace', { id: 1, choice: 'approve', optionId, decidedOn: TODAY })).toEqual(['id', 'D-01 Choose has not been decided yet. Make the decision, or change it.']);
    expect(await refused(plan, 'decision.add', { title: 'Third', decider: 'Head', needId: 99 })).toEqual(['needId', 'No need has the number 99. It may have been removed.']);
  });

  it('never refuses without a reason', async () => {
    using plan = planInMemory();
    const { needId } = await needWith(plan, [KIT]);
    for (const choice of ['decline', 'defer'] as const) {
      for (const because of [null, '', '   ']) {
        expect(await refused(plan, 'decision.add', { title: 'Music', decider: 'Head', needId, choice, decidedOn: TODAY, because, workaround: null })).toEqual(['because', expect.stringContaining('Say why it is')]);
      }
    }
  });

  it('is listed, found and handed out as a table', async () => {
    using plan = planInMemory();
    await plan.call('decision.add', { title: 'Reception display', decider: 'Leadership team', choice: 'decline', decidedOn: '2026-07-03', because: 'Serves no objective', workaround: 'The old one stays', tellings: [{ role: 'Office', dueOn: '2026-07-10' }] });
    await plan.call('decision.add', { title: 'Printer lease', decider: 'Business manager', decideBy: '2027-01-31', weighed: [{ name: 'Renew', pence: 577_000, chosen: true }] });
    const report = await plan.call('decision.report', {});
    expect(report).toMatchObject({ waiting: [{ ref: 'D-02', pence: 577_000 }], decided: [{ ref: 'D-01', choice: 'decline', told: 0, toBeTold: 1 }] });
    expect((await plan.call('decision.report', { text: 'lease' })).decided).toEqual([]);
    const { base64, fileName } = await plan.call('documents.decisions', { format: 'csv' });
    const [head, first, second] = Buffer.from(base64, 'base64').toString('utf8').split('\r\n');
    expect(fileName).toBe('My school decisions 2026-11-21.csv');
    expect(head).toContain('To decide by,Decided,What,Choice,Option,Because');
    expect(first).toMatch(/^D-02,Waiting,2027-01-31,,Printer lease,,Renew,.*5770/u);
    expect(second).toMatch(/^D-01,Decided,,2026-07-03,Reception display,Decline,.*Serves no objective.*The old one stays.*Office \(by 10 Jul 2026\)/u);
    const filtered = Buffer.from((await plan.call('documents.decisions', { format: 'csv', choice: 'approve' })).base64, 'base64').toString('utf8').trim().split('\r\n');
    expect(filtered).toHaveLength(1);
    expect((await plan.call('documents.decisions', { format: 'xlsx' })).fileName).toBe('My school decisions 2026-11-21.xlsx');
  });
});
