import { describe, expect, it } from 'vitest';
import type { DocumentModel, DocumentTable } from '../../planning/documents/model.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';

const paper = async (plan: TestPlan, asked: object = {}): Promise<DocumentModel> => (await plan.call('document.show', { kind: 'changes', ...asked })).model;
const tables = ({ sections }: DocumentModel, key: string): DocumentTable[] => sections.filter((section) => section.key === key).flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
const lastCells = (table: DocumentTable | undefined): string[] => table?.rows.at(-1)?.cells.map(({ text }) => text) ?? [];
const leads = ({ sections }: DocumentModel): Record<string, string> => Object.fromEntries(sections.flatMap(({ key, blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' && block.tone === 'lead' ? [[key, block.words.map(({ text }) => text).join('')]] : []))));

/** Hillcrest, whose strategy was sent, and to which three things then happen. */
async function changedSchool(plan: TestPlan): Promise<number> {
  await plan.call('plan.sample', {});
  const { value: { id } } = await plan.call('document.send', { kind: 'strategy', sentTo: 'the Finance committee', sentOn: '2026-11-20', role: 'business_manager' });
  await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set: { lifeMonths: 72 }, reason: 'They last' });
  await plan.call('budget.set', { year: 2027, fundKey: 'delegated', pence: 1_000_000 });
  const { snapshot: { assets } } = await plan.call('plan.snapshot', {});
  const going = assets.filter(({ categoryKey, status }) => categoryKey === 'projector' && status === 'in_use').slice(0, 2);
  await plan.call('register.edit', { ids: going.map((asset) => asset.id), set: { status: 'disposed' } });
  return id;
}

describe('what has changed since', () => {
  it('says that nothing was kept yet where nothing was', async () => {
    using plan = planInMemory();
    expect((await paper(plan)).sections.map(({ key }) => key)).toEqual(['none']);
  });

  it('says that nothing is different where nothing is', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    await plan.call('document.send', { kind: 'strategy', sentTo: 'the Finance committee', sentOn: '2026-11-20' });
    expect(leads(await paper(plan))).toMatchObject({
      costs: 'It costs the same in five years. No budget was changed.', planned: 'Everything is planned as it was.', kit: 'The school has the same kit in use as it had.',
      decided: 'Nothing has been decided since.', done: 'Nobody has changed the plan since. What differs comes from the day alone.',
    });
  });

  it('tells the money, what is planned, the kit, the rules and who changed what, in figures that add up', async () => {
    using plan = planInMemory();
    const id = await changedSchool(plan);
    const model = await paper(plan);
    const compared = await plan.call('document.compare', { kind: 'strategy', before: id });
    const more = compared.years.reduce((sum, { morePence }) => sum + (morePence ?? 0), 0);
    const [years, groups] = tables(model, 'costs');
    const [planned] = tables(model, 'planned');
    // One figure in three tables: by year, by what it is spent on, and by what is planned otherwise.
    expect(years?.rows.at(-1)?.cells[3]?.pence).toBe(more);
    expect(groups?.rows.at(-1)?.cells.at(-1)?.pence).toBe(more);
    expect(planned?.rows.at(-1)?.cells.at(-1)?.pence).toBe(more);
    const body = planned?.rows.filter(({ kind }) => kind === 'body') ?? [];
    expect(body.reduce((sum, { cells }) => sum + (cells.at(-1)?.pence ?? 0), 0)).toBe(more);
    expect(model.opening.map(({ text }) => text).join('')).toMatch(/^Since version 1 of ICT strategy 2026 to 2031 was sent to the Finance committee on 20 November 2026: the plan costs £[\d,]+ less than then over five years\.$/u);
    expect(leads(model)).toMatchObject({ costs: 'It costs less in three years, more in one and the same in one. The budget of 2027/28 was changed.', kit: 'Nothing came into use, and 2 items went out of it.', done: 'The plan was changed three times. One of the changes has a reason of its own.' });
    expect(lastCells(tables(model, 'kit')[0])).toEqual(['All kit in use', expect.any(String), '–', '−2', expect.any(String)]);
    expect(tables(model, 'rules').flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))).toContainEqual(['Pupil laptops: life', '4 years', '6 years']);
    expect(tables(model, 'done')[0]?.rows.map(({ cells }) => cells.slice(2).map(({ text }) => text))).toContainEqual(['They last', 'Network manager']);
  });

  it('stands as sent until the plan changes again, though it is the newest that was sent itself', async () => {
    using plan = planInMemory();
    await changedSchool(plan);
    await plan.call('document.send', { kind: 'changes', sentTo: 'the Finance committee', sentOn: '2026-11-21' });
    const stateNow = async (): Promise<string | undefined> => (await plan.call('document.list', {})).documents.find(({ kind }) => kind === 'changes')?.state;
    expect(await stateNow()).toBe('Sent 21 Nov 2026');
    await plan.call('budget.set', { year: 2028, fundKey: 'delegated', pence: 1_000_000 });
    expect(await stateNow()).toBe('Draft 2');
  });

  it('starts from what was published where that is asked for, and from nothing that was not', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const { snapshot: { scenarios } } = await plan.call('plan.snapshot', {});
    const way = scenarios.find(({ recommended }) => recommended);
    await expect(plan.call('document.show', { kind: 'changes', sinceScenarioId: way?.id ?? 0 })).rejects.toThrow(`${way?.name ?? ''} has not been published.`);
    await expect(plan.call('document.show', { kind: 'changes', sinceId: 99 })).rejects.toThrow('Nothing that was sent has the number 99.');
    await plan.call('scenario.publish', { id: way?.id ?? 0, asOf: '2026-11-21' });
    const opening = (await paper(plan)).opening.map(({ text }) => text).join('');
    expect(opening).toMatch(new RegExp(`^Since ${way?.name ?? ''} was published on 21 November 2026: the plan costs £[\\d,]+ (more|less) than then over five years\\.$`, 'u'));
    // Beside itself what was published is the same in every year.
    expect(leads(await paper(plan, { scenarioId: way?.id ?? 0 }))['costs']).toBe('It costs the same in five years. No budget was changed.');
  });
});
