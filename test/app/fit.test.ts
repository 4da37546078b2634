import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

let kitplan: TestPlan;
let room: number;
let better: number;
let needId: number;

beforeAll(async () => {
  kitplan = planInMemory();
  const added = async (name: string, memoryGb: number, cores: number, unitPence: number): Promise<number> =>
    (await kitplan.call('models.add', { categoryKey: 'desktop', name, memoryGb, cores, storageGb: 256, unitPence })).value.id;
  await added('300 small desktop', 8, 4, 40_000);
  better = await added('500 desktop', 16, 6, 60_000);
  room = (await kitplan.call('places.add', { name: 'MU1' })).value.id;
  await kitplan.call('register.count', { rows: [{ categoryKey: 'desktop', quantity: 16, description: '300 small desktop' }] });
  const { snapshot: { assets } } = await kitplan.call('plan.snapshot', {});
  await kitplan.call('register.edit', { ids: assets.map(({ id }) => id), set: { model: '300 small desktop', room: 'MU1', purchaseDate: '2022-08-15' } });
  const need = await kitplan.call('need.add', {
    name: 'Music Technology suite', statement: '16 students record, edit and mix', askedByRole: 'Music subject lead', impact: 'The course cannot start.',
    needsMemoryGb: 16, needsCores: 6, leastCores: 4,
    options: [{ name: 'Do nothing', kind: 'do_nothing' }, { name: 'Better model', costs: [{ part: 'kit', name: '16 desktops', categoryKey: 'desktop', costCategory: 'laptops_desktops_tablets', on: '2027-08-02', quantity: 16, unitPence: 20_000, modelId: better, locationId: room }] }],
  });
  needId = need.value.id;
});
afterAll(() => kitplan[Symbol.dispose]());

const options = async () => (await kitplan.call('plan.snapshot', {})).snapshot.analysis.needs.find(({ id }) => id === needId)?.options ?? [];

describe('the fit check of a plan file', () => {
  test('answers for a need as the plan is, and with an option', async () => {
    const asPlanned = await kitplan.call('fit.check', { needId });
    expect(asPlanned).toMatchObject({ needs: '16 GB and 6 cores (slow on 4)', option: null, years: ['2026/27', '2027/28', '2028/29', '2029/30', '2030/31'] });
    expect(asPlanned.rooms.map(({ name, years }) => [name, years.map(({ answer }) => answer)])).toEqual([['MU1, 16 desktops', ['no', 'no', 'no', 'no', 'unknown']]]);
    const optionId = (await options()).find(({ name }) => name === 'Better model')?.id ?? 0;
    const withC = await kitplan.call('fit.check', { needId, optionId });
    expect(withC).toMatchObject({ option: 'Better model', sentence: 'Music Technology suite runs well in MU1 from 2027/28.' });
    expect(withC.rooms[0]?.years[1]).toMatchObject({ answer: 'runs', beside: 'from Aug 2027', counts: { runs: 16 } });
    expect(withC.rooms[0]?.years[1]?.why.join(' ')).toContain('brought by Music Technology suite, “Better model” in Aug 2027');
  });

  test('says what it would take, and each change it offers does what it says', async () => {
    const [first] = (await kitplan.call('fit.check', { needId })).rooms;
    const { ways } = await kitplan.call('fit.ways', { needId, room: first?.key ?? '', year: '2027/28' });
    expect(ways.map(({ kind, words }) => [kind, words])).toContainEqual(['model', 'Replace 16 desktops by 500 desktop']);
    // Of 2027/28, with one rise of 3%: (£618.00 − £412.00) × 16.
    expect(ways.find(({ kind }) => kind === 'model')?.costPence).toBe(16 * (61_800 - 41_200));
  });

  test('refuses what names nothing, with a sentence', async () => {
    await expect(kitplan.call('fit.check', {})).rejects.toThrow('Name a need or a title of software: one of the two.');
    await expect(kitplan.call('fit.check', { needId: 999 })).rejects.toThrow('No need has the number 999.');
    await expect(kitplan.call('fit.check', { needId, optionId: 999 })).rejects.toThrow('Music Technology suite has no option with the number 999.');
    await expect(kitplan.call('fit.ways', { needId, room: 'nowhere', year: '2027/28' })).rejects.toThrow('No room of this check');
    await expect(kitplan.call('fit.ways', { needId, room: `${room}:1`, year: '2040/41' })).rejects.toThrow('The plan has no year 2040/41.');
  });

  test('asks a title no more to run at all than to run well', async () => {
    const { value: { id } } = await kitplan.call('software.add', { name: 'Sound stage', needsMemoryGb: 16, leastMemoryGb: 8, needsCores: 6, leastCores: 4 });
    expect((await kitplan.call('plan.snapshot', {})).snapshot.software[0]).toMatchObject({ leastMemoryGb: 8, needsCores: 6, leastCores: 4 });
    await expect(kitplan.call('software.edit', { id, set: { leastMemoryGb: 32 } })).rejects.toThrow('It runs well with 16 gigabytes of memory, so 16 or fewer are enough to run slowly, not 32.');
    await expect(kitplan.call('software.edit', { id, set: { needsCores: 2 } })).rejects.toThrow('so 2 or fewer are enough to run slowly, not 4');
    await kitplan.call('software.edit', { id, set: { needsCores: null } });
    expect((await kitplan.call('fit.check', { softwareId: id })).needs).toBe('16 GB (slow on 8 GB) and 4 cores');
  });
});
