import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ViewContent } from '../../app/contract/views.ts';
import { planInMemory } from '../support/plan-in-memory.ts';
import type { TestPlan } from '../support/plan-in-memory.ts';

let plan: TestPlan;
beforeEach(() => { plan = planInMemory(); });
afterEach(() => plan[Symbol.dispose]());

const DUE: ViewContent = {
  find: 'kestrel', filters: [{ kind: 'choice', column: 'due', values: ['2028/29', null] }], sort: [{ column: 'due', descending: true }],
  groupBy: ['room', 'kind'], asked: ['Notice due'], layout: { shown: ['tag', 'due'], widths: { tag: 120 }, frozen: 1 },
};
const save = async (name: string, view = DUE, area: 'assets' | 'ledger' = 'assets') => (await plan.call('views.save', { area, name, view })).value.id;
const names = async (area?: 'assets' | 'ledger') => (await plan.call('views.list', area === undefined ? {} : { area })).map(({ name }) => name);

describe('saved views', () => {
  it('come back as they were saved, each in its own list', async () => {
    const id = await save('Due in 2028/29');
    await save('Broken this year', DUE, 'ledger');
    expect(await plan.call('views.list', { area: 'assets' })).toEqual([{ id, area: 'assets', name: 'Due in 2028/29', starred: false, isDefault: false, view: DUE }]);
    expect(await names()).toHaveLength(2);
  });

  it('are replaced by saving under the same name, in capitals or not, and undo brings the one before back', async () => {
    const id = await save('Spares');
    expect(await save('SPARES', { ...DUE, find: 'tamar' })).toBe(id);
    expect(await plan.call('views.list', {})).toMatchObject([{ name: 'SPARES', view: { find: 'tamar' } }]);
    await plan.call('plan.undo', {});
    expect(await plan.call('views.list', {})).toMatchObject([{ name: 'Spares', view: { find: 'kestrel' } }]);
  });

  it('stand in order: those with a star first', async () => {
    await save('Alpha');
    const id = await save('Zulu');
    await plan.call('views.star', { id, starred: true });
    expect(await names()).toEqual(['Zulu', 'Alpha']);
  });

  it('have at most one that a list opens with', async () => {
    const [first, second] = [await save('First'), await save('Second')];
    await plan.call('views.default', { id: first, isDefault: true });
    await plan.call('views.default', { id: second, isDefault: true });
    const defaults = async () => (await plan.call('views.list', {})).filter(({ isDefault }) => isDefault).map(({ name }) => name);
    expect(await defaults()).toEqual(['Second']);
    await plan.call('plan.undo', {});
    expect(await defaults()).toEqual(['First']);
    await plan.call('views.default', { id: first, isDefault: false });
    expect(await defaults()).toEqual([]);
  });

  it('are renamed and taken away, each as a change with its name', async () => {
    const [id, other] = [await save('Old'), await save('Other')];
    expect(await plan.dispatch('views.rename', { id, name: 'other' })).toMatchObject({ ok: false, error: { message: 'There is already a view called “Other”. Choose another name.' } });
    await plan.call('views.rename', { id, name: 'New' });
    await plan.call('views.remove', { id: other });
    expect(await names()).toEqual(['New']);
    expect((await plan.call('plan.history', {})).slice(0, 2).map(({ label }) => label)).toEqual(['Remove the view Other', 'Rename the view Old to New']);
    expect(await plan.dispatch('views.remove', { id: other })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
