import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planInMemory, testPlan, TODAY } from '../support/plan-in-memory.ts';

const FILES = join(import.meta.dirname, '../files');

const SENT = { kind: 'strategy', sentTo: 'the Finance committee', sentOn: '2026-11-20', role: 'business_manager' } as const;

describe('a document that was sent', () => {
  it('is kept as it was whatever the plan says afterwards, with who, when and to whom', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const draft = await plan.call('document.show', { kind: 'strategy' });
    const { value: { id } } = await plan.call('document.send', SENT);
    const asSent = await plan.call('document.show', { kind: 'strategy', sentId: id });
    expect(asSent.sent).toMatchObject({ number: 1, sentOn: '2026-11-20', words: 'Version 1, sent on 20 November 2026 by the business manager to the Finance committee' });
    expect(asSent.model).toMatchObject({ sections: draft.model.sections, version: { number: 1, state: 'sent' } });

    await plan.call('budget.set', { year: 2027, fundKey: 'delegated', pence: 1_000_000 });
    await plan.call('document.section', { kind: 'strategy', section: 'costs', words: 'Since then the grant has come.' });
    expect(await plan.call('document.show', { kind: 'strategy', sentId: id })).toEqual(asSent);
    expect((await plan.call('document.show', { kind: 'strategy' })).model.sections).not.toEqual(asSent.model.sections);
  });

  it('stands in the list as sent until something of it changes, then as the next draft', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const stateOf = async (): Promise<unknown> => (await plan.call('document.list', {})).documents.filter(({ kind }) => kind === 'strategy').map(({ title, state, number, sentId }) => ({ title, state, number, sentId }));
    const title = 'ICT strategy 2026 to 2031';
    expect(await stateOf()).toEqual([{ title, state: 'Draft 1', number: 1, sentId: null }]);
    const { value: { id } } = await plan.call('document.send', SENT);
    expect(await stateOf()).toEqual([{ title, state: 'Sent 20 Nov 2026', number: 1, sentId: id }]);
    // Another document that is sent, and a reader of another one, are nothing of it.
    await plan.call('document.send', { ...SENT, kind: 'summary' });
    await plan.call('document.settle', { kind: 'slides', heldFor: 'the governors' });
    expect(await stateOf()).toEqual([{ title, state: 'Sent 20 Nov 2026', number: 1, sentId: id }]);
    await plan.call('budget.set', { year: 2027, fundKey: 'delegated', pence: 1_000_000 });
    expect(await stateOf()).toEqual([{ title, state: 'Draft 2', number: 2, sentId: null }]);
    await plan.call('plan.undo', {});
    expect(await stateOf()).toEqual([{ title, state: 'Sent 20 Nov 2026', number: 1, sentId: id }]);
  });

  it('is refused where its day is still to come, nobody is named, or no such one was kept', async () => {
    using plan = planInMemory();
    await expect(plan.call('document.send', { ...SENT, sentOn: '2027-01-01' })).rejects.toThrow('that day is still to come');
    await expect(plan.call('document.send', { ...SENT, sentTo: ' ' })).rejects.toThrow('Say to whom it is sent, such as the governing board.');
    await expect(plan.call('document.show', { kind: 'strategy', sentId: 7 })).rejects.toThrow('Nothing that was sent of ICT strategy has the number 7.');
    const { value: { id } } = await plan.call('document.send', { ...SENT, sentOn: TODAY });
    await expect(plan.call('document.show', { kind: 'summary', sentId: id })).rejects.toThrow('Nothing that was sent of One-page summary has the number');
  });
});

describe('two versions side by side', () => {
  it('differ in words and in £, and say by how much', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const { value: { id } } = await plan.call('document.send', SENT);
    const alike = await plan.call('document.compare', { kind: 'strategy', before: id });
    expect(alike).toMatchObject({ before: 'version 1', after: 'draft 2', sentence: 'Draft 2 costs the same as version 1 in every year. Not a word of it is different.', sections: [] });

    await plan.call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set: { lifeMonths: 72 } });
    await plan.call('document.section', { kind: 'strategy', section: 'costs', words: 'The committee asked for longer lives.' });
    const changed = await plan.call('document.compare', { kind: 'strategy', before: id });
    const more = changed.years.reduce((sum, { morePence }) => sum + (morePence ?? 0), 0);
    expect(more).toBeLessThan(0);
    expect(changed.sentence).toMatch(/^Draft 2 costs £[\d,]+ less than version 1 over five years\. /u);
    const costs = changed.sections.find(({ key }) => key === 'costs');
    expect(costs?.passages).toContainEqual([{ kind: 'added', text: 'The committee asked for longer lives.' }]);
    // The ledger under the chart moves by the same money as the years do.
    const [ledger] = costs?.tables ?? [];
    const cost = ledger?.cells.filter(({ row, column }) => row === 'Cost, £' && column !== 'All years') ?? [];
    expect(cost.reduce((sum, { morePence }) => sum + (morePence ?? 0), 0)).toBe(more);
  });
});

describe('a document that an earlier Kitplan kept as sent', () => {
  it.each(readdirSync(FILES).filter((name) => /-0\.[6-9]\.\d+\.kitplan$|-[1-9]\d*\.\d+\.\d+\.kitplan$/u.test(name)))('opens from %s with its words, its figures and its files', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'kitplan-kept-'));
    try {
      copyFileSync(join(FILES, name), join(folder, name));
      using plan = testPlan({ kind: 'file', path: join(folder, name), readOnly: false });
      const { sent } = await plan.call('document.list', {});
      expect(sent.length).toBeGreaterThan(0);
      for (const { id, kind, title } of sent) {
        const shown = await plan.call('document.show', { kind, sentId: id });
        expect(shown.model).toMatchObject({ title, version: { state: 'sent' } });
        expect(shown.model.sections.length).toBeGreaterThan(3);
        // Whether this Kitplan would write it in the same words or not, it reads the facts that it was made from.
        expect(shown.checks.find((check) => check.kind === 'as_sent')?.text).toMatch(/same to the letter|would write it otherwise/u);
        expect((await plan.call('document.file', { kind, sentId: id, format: 'pdf' })).base64.length).toBeGreaterThan(10_000);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
