import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type EntryName } from '../../app/contract/contract.ts';
import { planInMemory, testPlan, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const names = Object.keys(contract) as EntryName[];

/** Entries that would leave the plan in memory: the hosts' own tests send them. */
const NOT_IN_MEMORY = new Set<EntryName>(['plan.open', 'plan.choose', 'plan.new', 'plan.sample', 'plan.fromJson', 'money.copyFrom']);

/** A small school with something of everything that examples speak of. */
async function prepare(plan: TestPlan): Promise<void> {
  const trolley = { categoryKey: 'laptop', quantity: 3, boughtIn: '2023', unitPaidPence: 36_500 };
  await plan.call('register.count', { rows: [trolley, trolley] });
  await plan.call('recurring.add', { name: 'Filtering', categoryKey: 'cloud_service', costCategory: 'connectivity', yearlyPence: 240_000 });
  await plan.call('contract.add', contract['contract.add'].example);
  await plan.call('software.add', contract['software.add'].example);
  await plan.call('cover.add', contract['cover.add'].example);
  await plan.call('ledger.add', contract['ledger.add'].example);
  for (const made of ['Kestrel 400', 'KESTREL-400']) await plan.call('models.add', { categoryKey: 'desktop', name: made });
  for (const made of ['A block', 'B block']) {
    await plan.call('places.add', { name: made, kind: 'building' });
    await plan.call('departments.add', { name: made });
    await plan.call('yearGroups.add', { name: made });
  }
  await plan.call('categories.add', { singular: 'class robot', plural: 'class robots', costCategory: 'other_hardware', chartGroup: 'devices', lifeMonths: 60 });
  await plan.call('views.save', contract['views.save'].example);
  for (const codes of ['ledgerCode.set', 'costCentre.set', 'fundCode.set'] as const) await plan.call(codes, contract[codes].example);
  await plan.call('budget.set', { year: 2026, costCategory: 'connectivity', nature: 'revenue', pence: 1_300_000 });
  await plan.call('development.addPlan', contract['development.addPlan'].example);
  await plan.call('group.add', { name: 'Pupil voice' });
  for (const made of ['conversation.add', 'note.add', 'question.add', 'group.addMember', 'idea.add'] as const) await plan.call(made, contract[made].example);
}

/** What an example speaks of that other examples must not find there. */
async function prepareFor(plan: TestPlan, name: EntryName): Promise<void> {
  if (name === 'software.fromRegister') await plan.call('register.edit', { ids: [1], set: { categoryKey: 'software' } });
  if (/^standard\.(edit|answer|remove)$/.test(name)) await plan.call('standard.takeShipped', { refs: ['BB-1'] });
  if (/^(need\.(edit|remove|recommend)|option\.|cost\.)/.test(name)) await plan.call('need.add', contract['need.add'].example);
  if (name === 'support.remove') await plan.call('support.set', contract['support.set'].example);
  if (['orders.edit', 'orders.receive', 'orders.cancel'].includes(name)) await plan.call('orders.place', contract['orders.place'].example);
  if (name === 'scenario.drop' || name === 'scenario.reason') await plan.call('scenario.change', contract['scenario.change'].example);
  if (name === 'scenario.version') await plan.call('scenario.publish', contract['scenario.publish'].example);
  if (name === 'capitalRule.remove') await plan.call('capitalRule.set', contract['capitalRule.set'].example);
  if (/^virement\.(?!ask)/.test(name)) await plan.call('virement.ask', contract['virement.ask'].example);
  if (name === 'budget.reopen') await plan.call('budget.approve', contract['budget.approve'].example);
  if (/^holiday\.(edit|remove)$/.test(name)) await plan.call('holiday.enter', contract['holiday.enter'].example);
  if (name === 'limit.remove') await plan.call('limit.set', contract['limit.set'].example);
  if (name === 'reserve.contribute' || name === 'reserve.remove') await plan.call('reserve.set', contract['reserve.set'].example);
  if (name === 'actuals.remove') await plan.call('actuals.take', contract['actuals.take'].example);
  if (/^round\.(edit|remove)$/.test(name)) await plan.call('round.add', contract['round.add'].example);
  if (/^decision\.(?!add)/.test(name)) await plan.call('decision.add', { ...contract['decision.add'].example, tellings: [{ role: 'Office manager' }] });
  if (/^decision\.(replace|review)$/.test(name)) await plan.call('decision.decide', contract['decision.decide'].example);
  if (name !== 'development.addTree') await plan.call('development.addTree', {
    planId: 1, rows: contract['development.addTree'].example.rows.map((row) => ({ ...row, area: 'Inclusion' })),
  });
  if (name === 'plan.redo') await plan.call('plan.undo', {});
}

describe('the contract', () => {
  it.each(names)('%s has an example that its own input accepts and that crosses both bridges unchanged', (name) => {
    const { example, input } = contract[name];
    expect(input.safeParse(example).success).toBe(true);
    expect(structuredClone(example)).toEqual(example);
    expect(JSON.parse(JSON.stringify(example))).toEqual(example);
  });

  // Prepared once: a query leaves it as it is, and each command has a copy of its own.
  let shared: TestPlan;
  let file: Buffer;
  beforeAll(async () => {
    shared = testPlan({ kind: 'last_or_new' });
    await prepare(shared);
    file = readFileSync((await shared.call('app.state', {})).plan?.path ?? '');
    await prepareFor(shared, 'plan.snapshot');
  });
  afterAll(() => shared[Symbol.dispose]());
  const copied = (): TestPlan => {
    const home = mkdtempSync(join(tmpdir(), 'kitplan-test-'));
    const path = join(home, 'Prepared.kitplan');
    writeFileSync(path, file);
    return testPlan({ kind: 'file', path, readOnly: false }, { home });
  };
  const answered = async (plan: TestPlan, name: EntryName): Promise<void> => {
    const result = await plan.dispatch(name, contract[name].example);
    expect(result).toMatchObject({ ok: true });
    expect(structuredClone(result)).toEqual(result);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  };

  it.each(names.filter((name) => !NOT_IN_MEMORY.has(name)))('%s answers its example with plain JSON of the declared shape', async (name) => {
    if (contract[name].kind === 'query' && name !== 'scenario.version') {
      await answered(shared, name);
      return;
    }
    using plan = copied();
    await prepareFor(plan, name);
    await answered(plan, name);
  });

  it.each(['__proto__', 'constructor', 'toString', 'plan.drop', '', 'app.state '])('refuses “%s”, which is no entry', async (name) => {
    using plan = planInMemory();
    expect(await plan.dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_entry' } });
  });

  it.each<[EntryName, unknown, string]>([
    ['register.count', { rows: [{ categoryKey: 'laptop', quantity: 0 }] }, 'rows.0.quantity'],
    ['register.count', { rows: [{ categoryKey: 'laptop', quantity: 2, boughtIn: 'last week' }] }, 'rows.0.boughtIn'],
    ['register.count', { rows: [{ categoryKey: 'laptop', quantity: 2, boughtIn: '2023-02-30' }] }, 'rows.0.boughtIn'],
    ['budget.set', { year: 2026, pence: -1 }, 'pence'],
    ['budget.set', { year: 2026, pence: 10.5 }, 'pence'],
    ['policy.set', { categoryKey: 'laptop', set: { lifeMonths: 0 } }, 'set.lifeMonths'],
    ['policy.set', { categoryKey: 'laptop', set: { unitPence: 2_000_000_000 } }, 'set.unitPence'],
    ['inflation.set', { bp: 9_000 }, 'bp'],
    ['forecast.get', { years: 11 }, 'years'],
    ['forecast.get', { asOf: '2026-02-30' }, 'asOf'],
    ['school.update', { yearStartMonth: 13 }, 'yearStartMonth'],
  ])('names the field when %s is sent something it cannot use', async (name, request, field) => {
    using plan = planInMemory();
    const result = await plan.dispatch(name, request);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input', field } });
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('refuses what is not a request at all, without a change', async () => {
    using plan = planInMemory();
    for (const raw of [42, 'text', [], { rows: 'all' }, { __proto__: { rows: [] } }]) {
      expect(await plan.dispatch('register.count', raw)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    }
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('refuses a command that was meant for a plan that is no longer the open one', async () => {
    using plan = planInMemory();
    const { plan: open } = await plan.call('app.state', {});
    expect(await plan.dispatch('budget.set', { year: 2028, pence: 7_777_700, plan: 'another' }))
      .toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('Nothing was changed.') } });
    expect(await plan.call('plan.history', {})).toEqual([]);
    expect(await plan.dispatch('budget.set', { year: 2028, pence: 7_777_700, plan: open?.id })).toMatchObject({ ok: true });
  });

  it('answers a fault of its own with an id that the log explains, and shows no stack', async () => {
    let stopped = false;
    const now = (): Date => {
      if (stopped) throw new Error('the clock has stopped');
      return new Date(`${TODAY}T09:00:00`);
    };
    using plan = planInMemory({ now });
    stopped = true;
    const result = await plan.dispatch('app.state', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('clock');
    expect(plan.logged.join()).toContain('the clock has stopped');
  });
});
