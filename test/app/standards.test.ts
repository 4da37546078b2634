import { describe, expect, it } from 'vitest';
import type { StandardRequirement } from '../../planning/analysis/facts.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const requirements = async (plan: TestPlan): Promise<readonly StandardRequirement[]> => (await plan.call('plan.snapshot', {})).snapshot.analysis.standards;
const called = async (plan: TestPlan, ref: string): Promise<StandardRequirement> => {
  const found = (await requirements(plan)).find((each) => each.ref === ref);
  if (found === undefined) throw new Error(`No ${ref}.`);
  return found;
};

describe('the standards that come with Kitplan', () => {
  it('are taken into the plan whole, each with its source and the day it was last checked', async () => {
    using plan = planInMemory();
    expect((await plan.call('standard.takeShipped', {})).value).toEqual({ added: 53 });
    const taken = await requirements(plan);
    expect(taken).toHaveLength(53);
    for (const { source, asOf, status, requirement } of taken) {
      expect(source).toContain('not gov.uk’s own text');
      expect(asOf).toBe('2026-03-31');
      expect(status).toBeNull();
      // Sentences for people, not the shorthand of a table.
      expect(requirement).toMatch(/^[A-Z].+\.$/u);
    }
    expect(new Set(taken.filter(({ tier }) => tier === 'core').map(({ standard }) => standard)).size).toBe(6);
  });

  it('leave the school’s words and answers as they are when more of them come in later', async () => {
    using plan = planInMemory();
    await plan.call('standard.takeShipped', { refs: ['NS-2', 'BB-1'] });
    const { id } = await called(plan, 'NS-2');
    await plan.call('standard.edit', { id, set: { requirement: 'Switches are replaced in time.', threshold: 'our own' } });
    await plan.call('standard.answer', { id, status: 'in_progress', evidence: 'Half of them', ownerRole: 'Network manager' });
    const before = await called(plan, 'NS-2');
    expect((await plan.call('standard.takeShipped', {})).value).toEqual({ added: 51 });
    expect(await called(plan, 'NS-2')).toEqual(before);
    expect((await plan.call('standard.takeShipped', {})).change).toBeNull();
  });

  it('are known by whether the plan has them', async () => {
    using plan = planInMemory();
    await plan.call('standard.takeShipped', { refs: ['bb-1'] });
    const shipped = await plan.call('standard.shipped', {});
    expect(shipped.filter(({ taken }) => taken).map(({ ref }) => ref)).toEqual(['BB-1']);
  });
});

describe('a school’s own set', () => {
  it('can be written for another nation, changed and taken out again', async () => {
    using plan = planInMemory();
    const { value: { id } } = await plan.call('standard.add', { ref: 'EDS-4', standard: 'Hwb: wireless', requirement: 'Wi-Fi is planned for its whole life.', measure: '' });
    expect(await requirements(plan)).toMatchObject([{ ref: 'EDS-4', tier: 'additional', measure: null, source: null, status: null }]);
    await plan.call('standard.edit', { id, set: { source: 'hwb.gov.wales', asOf: TODAY } });
    expect(await called(plan, 'EDS-4')).toMatchObject({ source: 'hwb.gov.wales', asOf: TODAY, requirement: 'Wi-Fi is planned for its whole life.' });
    await plan.call('standard.remove', { id });
    expect(await requirements(plan)).toEqual([]);
  });

  it.each([
    ['standard.add', { ref: 'bb-1', standard: 'Broadband', requirement: 'Fast.' }, 'ref', 'BB-1 is in the set already'],
    ['standard.add', { ref: '', standard: 'Broadband', requirement: 'Fast.' }, 'ref', 'such as NS-2'],
    ['standard.add', { ref: 'X-1', standard: 'Broadband', requirement: '  ' }, 'requirement', 'Say what is required'],
    ['standard.takeShipped', { refs: ['XX-9'] }, 'refs', 'No requirement that comes with Kitplan has the reference XX-9.'],
    ['standard.answer', { id: 1, status: 'na' }, 'evidence', 'Say why it does not apply'],
    ['standard.answer', { id: 1, status: 'meets', answeredOn: '2026-11-22' }, 'answeredOn', 'An answer is given today or earlier.'],
    ['standard.answer', { id: 1, status: 'meets', answeredOn: '2026-11-20', nextReview: '2026-11-20' }, 'nextReview', 'The next review comes after the day of the answer.'],
    ['standard.answer', { id: 77, status: 'meets' }, 'id', 'No requirement has the number 77.'],
  ] as const)('says at the field what works when %s is sent %j', async (name, request, field, words) => {
    using plan = planInMemory();
    await plan.call('standard.takeShipped', { refs: ['BB-1'] });
    const before = await requirements(plan);
    expect(await plan.dispatch(name, request)).toMatchObject({ ok: false, error: { field, message: expect.stringContaining(words) } });
    expect(await requirements(plan)).toEqual(before);
  });
});

describe('an answer to a requirement', () => {
  it('is dated today unless it says another day, is in the history, and can be taken back', async () => {
    using plan = planInMemory();
    await plan.call('standard.takeShipped', { refs: ['DL-1'] });
    await plan.call('standard.answer', { id: 1, status: 'meets', evidence: 'Deputy head', ownerRole: 'Headteacher', nextReview: '2027-11-01' });
    expect(await called(plan, 'DL-1')).toMatchObject({ status: 'meets', answeredOn: TODAY, ownerRole: 'Headteacher', nextReview: '2027-11-01' });
    const [answered] = await plan.call('standard.history', { id: 1 });
    expect(answered).toMatchObject({ label: 'Answer DL-1: meets it' });
    expect(answered?.fields).toContainEqual({ field: 'Answer', before: null, after: 'Meets it' });
    await plan.call('standard.answer', { id: 1, status: null });
    expect(await called(plan, 'DL-1')).toMatchObject({ status: null, answeredOn: null, evidence: null });
  });
});

describe('the lists that are to be gone through', () => {
  it('say when they were last changed, and forget a change that was taken back', async () => {
    using plan = planInMemory();
    expect(await plan.call('standard.records', {})).toEqual([]);
    await plan.call('register.count', { rows: [{ categoryKey: 'laptop', quantity: 3 }] });
    expect(await plan.call('standard.records', {})).toMatchObject([{ list: 'kit', changedOn: TODAY }]);
    await plan.call('plan.undo', {});
    expect(await plan.call('standard.records', {})).toEqual([]);
  });
});

describe('an answer against the register', () => {
  const withOldSwitch = async (plan: TestPlan): Promise<void> => {
    await plan.call('register.add', { fields: { categoryKey: 'network_switch', description: 'Core switch' }, boughtIn: '2018-08', items: [{ tag: 'SW-1' }] });
    await plan.call('support.assign', { assetIds: [1], makerEnd: '2026-06-30' });
    await plan.call('standard.takeShipped', { refs: ['NS-2', 'DL-1'] });
  };

  it('needs evidence, and is told with what the register says', async () => {
    using plan = planInMemory();
    await withOldSwitch(plan);
    const { id } = await called(plan, 'NS-2');
    expect(await plan.dispatch('standard.answer', { id, status: 'meets' })).toMatchObject({
      ok: false, error: { field: 'evidence', message: 'The register says otherwise: The one switch is past the end of its maker’s support. Say what your answer rests on.' },
    });
    await plan.call('standard.answer', { id, status: 'meets', evidence: 'The maker has put it off to 2028' });
    const report = await plan.call('standard.report', {});
    expect(report.standards.flatMap(({ requirements: rows }) => rows).find(({ ref }) => ref === 'NS-2')).toMatchObject({
      standing: 'meets', by: 'person', overruled: true,
      says: 'The maker has put it off to 2028. The register says otherwise: The one switch is past the end of its maker’s support.',
    });
  });

  it('is in the report and in the table with its gap, by which one file tells the governors', async () => {
    using plan = planInMemory();
    await withOldSwitch(plan);
    await plan.call('standard.answer', { id: (await called(plan, 'DL-1')).id, status: 'meets', evidence: '=HYPERLINK("http://x")', ownerRole: 'Headteacher', nextReview: '2026-11-22' });
    const report = await plan.call('standard.report', { asOf: '2026-12-01' });
    expect(report.sentence).toBe('Of 2 core requirements, one is met and one is not met. One review is late.');
    expect(report.road.years).toHaveLength(5);
    const { fileName, base64 } = await plan.call('documents.standards', {});
    expect(fileName).toMatch(/standards 2026-11-21\.csv$/u);
    const [head, first, second] = Buffer.from(base64, 'base64').toString('utf8').split('\r\n');
    expect(head).toContain('Standard,Part,To be met by,Reference,Requirement,Threshold');
    expect(first).toContain('Not met,the register');
    expect(second).toContain('\'=HYPERLINK');
  });
});

describe('a need that closes a gap', () => {
  it('stands beside the requirement with its state, and stays when the requirement goes', async () => {
    using plan = planInMemory();
    await plan.call('standard.takeShipped', { refs: ['NS-6'] });
    await plan.call('standard.answer', { id: 1, status: 'not_met', evidence: 'One power supply' });
    await plan.call('need.add', { name: 'Core switches', statement: 'The network goes on when a switch fails.', askedByRole: 'Network manager', impact: 'Lessons stop', standardId: 1 });
    const { standards, road } = await plan.call('standard.report', {});
    expect(standards[0]?.requirements[0]?.needs).toEqual(['N-01 Core switches, no decision asked for']);
    expect(road.gaps).toMatchObject([{ ref: 'NS-6', closes: 'Would be closed by N-01 Core switches, no decision asked for.', inTime: false }]);
    await plan.call('standard.remove', { id: 1 });
    expect((await plan.call('plan.snapshot', {})).snapshot.analysis.needs).toMatchObject([{ name: 'Core switches', standardId: null }]);
  });
});
