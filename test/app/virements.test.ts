import { describe, expect, it } from 'vitest';
import { allocations } from '../../planning/budget/allocation.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const E20A = { costCategory: 'connectivity', nature: 'revenue' } as const;
const E20F = { costCategory: 'other_hardware', nature: 'revenue' } as const;
const ASKED = { year: 2026, from: E20A, to: E20F, pence: 60_000, askedBy: 'Network manager', askedOn: '2026-11-03', reason: 'Projector' } as const;

/** £13,000 for E20A and £10,000 for E20F in 2026/27. */
async function plan(): Promise<TestPlan> {
  const made = planInMemory();
  await made.call('budget.set', { year: 2026, ...E20A, pence: 1_300_000 });
  await made.call('budget.set', { year: 2026, ...E20F, pence: 1_000_000 });
  return made;
}

const held = async (made: TestPlan): Promise<Record<string, number>> => {
  const { snapshot } = await made.call('plan.snapshot', {});
  return Object.fromEntries(allocations(snapshot).map(({ costCategory, pence }) => [costCategory ?? '', pence]));
};
const refused = async (made: TestPlan, ...[name, request]: Parameters<TestPlan['dispatch']>): Promise<unknown> => {
  const before = await made.call('plan.snapshot', {});
  const answer = await made.dispatch(name, request);
  expect((await made.call('plan.snapshot', {})).snapshot).toEqual(before.snapshot);
  return answer.ok ? 'done' : [answer.error.field, answer.error.message];
};

describe('a virement', () => {
  it('moves the money once it is agreed, and is undone with its agreement', async () => {
    using made = await plan();
    const { value, change } = await made.call('virement.ask', ASKED);
    expect(change).toMatchObject({ label: 'Ask to move £600 from E20A to E20F in 2026/27', reason: 'Projector' });
    expect(await held(made)).toEqual({ connectivity: 1_300_000, other_hardware: 1_000_000 });
    const { change: agreed } = await made.call('virement.agree', { id: value.id, agreedBy: 'Business manager', agreedOn: '2026-11-04' });
    expect(agreed?.label).toBe('Move £600 from E20A to E20F in 2026/27, agreed by Business manager');
    expect(await held(made)).toEqual({ connectivity: 1_240_000, other_hardware: 1_060_000 });
    await made.call('plan.undo', {});
    expect(await held(made)).toEqual({ connectivity: 1_300_000, other_hardware: 1_000_000 });
  });

  it('is changed and taken back only while it waits', async () => {
    using made = await plan();
    const { value: { id } } = await made.call('virement.ask', ASKED);
    await made.call('virement.edit', { id, set: { pence: 70_000 } });
    expect(await refused(made, 'virement.edit', { id, set: { pence: 1_300_001 } })).toEqual(['pence', 'E20A has £13,000; £13,000.01 cannot be moved from it.']);
    await made.call('virement.agree', { id, agreedBy: 'Head', agreedOn: '2026-11-04' });
    const stays = ['id', 'It was agreed, so it stays in the trail. Move the money back with another virement, or undo it.'];
    for (const [name, request] of [
      ['virement.edit', { id, set: { pence: 1 } }], ['virement.remove', { id }], ['virement.agree', { id, agreedBy: 'Head', agreedOn: '2026-11-05' }],
    ] as const) expect(await refused(made, name, request)).toEqual(stays);
    expect(await held(made)).toEqual({ connectivity: 1_230_000, other_hardware: 1_070_000 });
  });

  it('is refused at its field, with nothing changed', async () => {
    using made = await plan();
    const { reason: _reason, ...withoutReason } = ASKED;
    expect(await refused(made, 'virement.ask', { ...ASKED, pence: 1_400_000 })).toEqual(['pence', 'E20A has £13,000; £14,000 cannot be moved from it.']);
    expect(await refused(made, 'virement.ask', { ...ASKED, to: { ...E20F, fundKey: 'dfc' } })).toEqual(['to', expect.stringContaining('Devolved formula capital is what was given')]);
    expect(await refused(made, 'virement.ask', withoutReason)).toEqual(['reason', 'Say why the money is moved.']);
    expect(await refused(made, 'virement.ask', { ...ASKED, reason: '  ' })).toEqual(['reason', 'Say why the money is moved.']);
    expect(await refused(made, 'virement.ask', { ...ASKED, from: { ...E20A, fundKey: 'no_such' } })).toEqual(['from.fundKey', 'The plan has no fund called “no_such”.']);
    expect(await refused(made, 'virement.ask', { ...ASKED, askedOn: '2026-12-01' })).toEqual(['askedOn', '1 December 2026 is still to come. Give the day on which it was asked for.']);
    expect(await refused(made, 'virement.agree', { id: 99, agreedBy: 'Head', agreedOn: '2026-11-04' })).toEqual(['id', 'No virement has the number 99. It may have been taken back.']);
  });

  it('is agreed by those the school has named, and by anybody where it has named nobody', async () => {
    using made = await plan();
    const { value: { id } } = await made.call('virement.ask', { ...ASKED, pence: 300_000 });
    await made.call('limit.set', { subject: 'virement', who: 'Business manager', upToPence: 200_000 });
    await made.call('limit.set', { subject: 'virement', who: 'Headteacher', upToPence: null });
    expect(await refused(made, 'limit.set', { subject: 'virement', who: 'business manager', upToPence: 1 })).toEqual(['who', 'Business manager is on the list for virements already. Change that entry.']);
    expect(await refused(made, 'virement.agree', { id, agreedBy: 'Business manager', agreedOn: '2026-11-04' }))
      .toEqual(['agreedBy', 'Business manager may agree virements up to £2,000. £3,000 is for Headteacher to agree.']);
    await made.call('virement.agree', { id, agreedBy: 'headteacher', agreedOn: '2026-11-04' });
    expect(await held(made)).toEqual({ connectivity: 1_000_000, other_hardware: 1_300_000 });
  });
});

describe('an approved budget', () => {
  const APPROVED = 'The budget of 2026/27 was approved on 3 May 2026. Move money with a virement, or reopen it with a reason.';

  it('is changed neither by hand nor by putting a what-if into the plan, but a scenario may propose another', async () => {
    using made = await plan();
    await made.call('budget.approve', { year: 2026, approvedOn: '2026-05-03', approvedBy: 'Governing body' });
    expect(await refused(made, 'budget.set', { year: 2026, ...E20A, pence: 1 })).toEqual(['year', APPROVED]);
    const change = { kind: 'budget', year: 2026, fundKey: 'delegated', ...E20A, pence: 1 } as const;
    expect(await refused(made, 'scenario.change', { scenarioId: 1, changes: [{ change, reason: null }] })).toEqual(['changes.0.change.year', APPROVED]);
    expect(await made.dispatch('scenario.add', { name: 'Less for lines', startFrom: 1, differences: [{ change, reason: null }] })).toMatchObject({ ok: true });
    expect(await held(made)).toEqual({ connectivity: 1_300_000, other_hardware: 1_000_000 });
    await made.call('budget.set', { year: 2027, ...E20A, pence: 5 });
  });

  it('is of a whole code or of none, in the plan as in a scenario', async () => {
    using made = await plan();
    const half = 'A code is a cost category and whether it is revenue or capital: give both, or neither.';
    expect(await refused(made, 'budget.set', { year: 2027, costCategory: 'connectivity', pence: 1 })).toEqual(['nature', half]);
    for (const said of [{ costCategory: 'connectivity' }, { nature: 'capital' }] as const) {
      const change = { kind: 'budget', year: 2027, fundKey: 'delegated', ...said, pence: 1 } as const;
      expect(await refused(made, 'scenario.change', { scenarioId: 1, changes: [{ change, reason: null }] })).toEqual(['changes.0.change.nature', half]);
      expect(await refused(made, 'scenario.add', { name: 'Half', startFrom: 1, differences: [{ change, reason: null }] })).toEqual(['differences.0.change.nature', half]);
    }
  });

  it('is reopened with a reason alone, and never falls below what was moved out of it', async () => {
    using made = await plan();
    await made.call('budget.approve', { year: 2026, approvedOn: '2026-05-03', approvedBy: 'Governing body' });
    const { value: { id } } = await made.call('virement.ask', ASKED);
    await made.call('virement.agree', { id, agreedBy: 'Head', agreedOn: '2026-11-04' });
    expect(await refused(made, 'budget.reopen', { year: 2026 })).toEqual(['reason', 'Say why the budget is reopened.']);
    expect(await refused(made, 'budget.reopen', { year: 2027, reason: 'Late' })).toEqual(['year', 'The budget of 2027/28 has not been approved, so it is open.']);
    await made.call('budget.reopen', { year: 2026, reason: 'Late grant' });
    expect(await refused(made, 'budget.set', { year: 2026, ...E20A, pence: 59_999 })).toEqual(['pence', expect.stringContaining('Agreed virements have moved £600 out of E20A')]);
    await made.call('budget.set', { year: 2026, ...E20A, pence: 60_000 });
    expect(await held(made)).toEqual({ connectivity: 0, other_hardware: 1_060_000 });
  });
});

describe('the ICT reserve', () => {
  it('is kept, paid into and given up', async () => {
    using made = await plan();
    expect(await refused(made, 'reserve.contribute', { year: 2027, pence: 5 })).toEqual([undefined, 'The plan keeps no reserve yet. Say first what it holds.']);
    expect(await refused(made, 'reserve.set', { openingPence: 5, openingYear: 2040 })).toEqual(['openingYear', '2040/41 is after the plan, which goes from 2026/27 to 2030/31.']);
    await made.call('reserve.set', { openingPence: 600_000, openingYear: 2026 });
    const { change } = await made.call('reserve.contribute', { year: 2027, pence: -20_000 });
    expect(change?.label).toBe('Take £200 out of the ICT reserve in 2027/28');
    expect((await made.call('reserve.set', { openingPence: 600_000, openingYear: 2026, spread: 'sinking_fund' })).change?.label).toBe('Pay for kit: sinking fund');
    const { snapshot } = await made.call('plan.snapshot', {});
    expect(snapshot.finance.reserve).toEqual({ openingPence: 600_000, openingYear: 2026, floorPence: 0, spread: 'sinking_fund', contributions: [{ year: 2027, pence: -20_000 }] });
    await made.call('reserve.remove', {});
    expect((await made.call('plan.snapshot', {})).snapshot.finance.reserve).toBeNull();
    await made.call('plan.undo', {});
    expect((await made.call('plan.snapshot', {})).snapshot.finance.reserve?.contributions).toHaveLength(1);
  });
});
