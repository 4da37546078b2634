import { describe, expect, it } from 'vitest';
import { plainWords } from '../../planning/documents/model.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const autumn = { name: 'Autumn half term', firstDay: '2026-10-26', lastDay: '2026-10-30' };
const easter = { name: 'Easter holiday', firstDay: '2027-03-22', lastDay: '2027-04-02' };
const holidaysOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot.holidays.map(({ name, firstDay, lastDay }) => ({ name, firstDay, lastDay }));

describe('school holidays', () => {
  it('stand in the order of their days, whatever order they were entered in, and each once', async () => {
    using plan = planInMemory();
    await plan.call('holiday.enter', { holidays: [easter, autumn, easter] });
    const again = await plan.call('holiday.enter', { holidays: [{ ...autumn, name: 'autumn  HALF term' }] });
    expect(again.change).toBeNull();
    expect(await holidaysOf(plan)).toEqual([autumn, easter]);
  });

  it('are changed, taken out, and brought back by an undo', async () => {
    using plan = planInMemory();
    const { value: { ids: [id = 0] } } = await plan.call('holiday.enter', { holidays: [autumn, easter] });
    const { change } = await plan.call('holiday.edit', { id, set: { lastDay: '2026-11-03' } });
    expect(change?.label).toBe('Change the holiday Autumn half term');
    await plan.call('holiday.remove', { ids: [id] });
    expect(await holidaysOf(plan)).toEqual([easter]);
    await plan.call('plan.undo', {});
    expect(await holidaysOf(plan)).toEqual([{ ...autumn, lastDay: '2026-11-03' }, easter]);
  });

  it.each([
    ['holiday.enter', { holidays: [{ ...autumn, lastDay: '2026-10-25' }] }, 'The last day is before the first. A holiday of one day has the same day twice.'],
    ['holiday.enter', { holidays: [{ ...autumn, lastDay: '2027-10-30' }] }, 'A holiday is at most 120 days long: look at the years of its days.'],
    ['holiday.edit', { id: 99, set: { name: 'X' } }, 'No school holiday has the number 99. It may have been removed.'],
    ['holiday.remove', { ids: [99] }, 'No school holiday has the number 99. It may have been removed.'],
  ] as const)('are refused by %s in words where %j', async (name, request, message) => {
    using plan = planInMemory();
    expect(await plan.dispatch(name, request)).toMatchObject({ ok: false, error: { message } });
    expect(await holidaysOf(plan)).toEqual([]);
  });

  it('are where the refresh schedule puts kit in, once they are known', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const { snapshot } = await plan.call('plan.snapshot', {});
    if (snapshot.holidays.length > 0) await plan.call('holiday.remove', { ids: snapshot.holidays.map(({ id }) => id) });
    const windows = async (): Promise<string> => JSON.stringify((await plan.call('document.show', { kind: 'schedule' })).model.sections[0]?.blocks.map((block) => (block.kind === 'paragraph' ? plainWords(block.words) : block)));
    expect(await windows()).toContain('usual, a guess');
    await plan.call('holiday.enter', { holidays: [{ name: 'Winter works', firstDay: '2026-12-14', lastDay: '2027-01-08' }] });
    expect(await windows()).toContain('Winter works of 2026/27');
  });

  it('come out of a copy of the plan as JSON as they were', async () => {
    using plan = planInMemory();
    await plan.call('holiday.enter', { holidays: [autumn] });
    const { base64 } = await plan.call('exports.plan', {});
    expect(Buffer.from(base64, 'base64').toString('utf8')).toContain('"Autumn half term"');
  });
});
