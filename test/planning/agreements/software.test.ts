import { describe, expect, test } from 'vitest';
import { plannedKit } from '../../../planning/analysis/fit/planned-kit.ts';
import { readinessOf as readinessToday } from '../../../planning/analysis/fit/readiness.ts';
import { softwareSentence } from '../../../planning/sentences/agreements.ts';
import type { SoftwareTitle } from '../../../planning/agreements/agreement.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, model, schoolOf } from '../fixtures.ts';
import { title } from './fixtures.ts';

const readinessOf = (snapshot: PlanSnapshot, asks: SoftwareTitle) => readinessToday(snapshot, plannedKit(snapshot, { asOf: AS_OF }), asks);

const desktops = model({ id: 1, name: '400 small desktop', categoryKey: 'desktop', memoryGb: 8, storageGb: 256 });
const old = model({ id: 2, name: '300 small desktop', categoryKey: 'desktop', memoryGb: 4, storageGb: 128 });
const unknown = model({ id: 3, name: 'Tamar 14', categoryKey: 'laptop' });

const school = (...assets: Parameters<typeof kit>[0][]) => schoolOf({
  models: [desktops, old, unknown], assets: assets.map((parts) => kit({ categoryKey: 'desktop', ...parts })),
});

describe('whether a title runs on the school’s computers', () => {
  test('compares the memory and storage of their models with what it needs', () => {
    const snapshot = school({ modelId: 1, quantity: 212, departmentId: 7 }, { modelId: 2, quantity: 12, departmentId: 8 });
    expect(readinessOf(snapshot, title({ needsMemoryGb: 8, needsStorageGb: 128 }))).toMatchObject({
      quantity: 224, runs: 212, tooSmall: 12, unknown: 0, text: 'Runs on 212 of 224 desktops; 12 have 4 GB of memory.',
      byDepartment: [{ id: 8, runs: 0, tooSmall: 12, unknown: 0 }], byModel: [{ id: 2, runs: 0, tooSmall: 12, unknown: 0 }],
    });
    // Exactly what is needed is enough.
    expect(readinessOf(snapshot, title({ needsMemoryGb: 4 }))?.text).toBe('Runs on all 224 desktops.');
  });

  test('says of what it is not known, and one shortfall is enough to say no', () => {
    const snapshot = school({ modelId: 1, quantity: 3 }, { modelId: 3, categoryKey: 'laptop', quantity: 5 }, { modelId: null, quantity: 2 });
    expect(readinessOf(snapshot, title({ needsMemoryGb: 8 }))?.text).toBe('Runs on 3 of 10 computers; of 7 it is not known.');
    expect(readinessOf(snapshot, title({ needsMemoryGb: 16 }))?.text).toBe('Runs on none of 10 computers for certain; 3 have 8 GB of memory and of 7 it is not known.');
    expect(readinessOf(school({ modelId: 2 }), title({ needsMemoryGb: 4, needsStorageGb: 256 }))?.text)
      .toBe('Runs on none of 1 desktop for certain; 1 has 128 GB of storage.');
  });

  test('looks at the departments that use it alone, at computers in service alone, and at nothing where it needs nothing', () => {
    const snapshot = school({ modelId: 2, departmentId: 7 }, { modelId: 1, departmentId: 8 }, { modelId: 2, departmentId: 8, status: 'retired' }, { categoryKey: 'tablet', departmentId: 8 });
    expect(readinessOf(snapshot, title({ needsMemoryGb: 8, departmentIds: [8] }))).toMatchObject({ quantity: 1, runs: 1, text: 'Runs on the only one.' });
    expect(readinessOf(snapshot, title({ needsMemoryGb: 8, departmentIds: [9] }))).toBeNull();
    expect(readinessOf(snapshot, title({}))).toBeNull();
  });
});

describe('the opening sentence of software', () => {
  const sentence = (...software: SoftwareTitle[]): string => softwareSentence(schoolOf({ software }), AS_OF).text;
  const year = (parts: Partial<SoftwareTitle> = {}): SoftwareTitle => title({ amountPence: 30_000, ...parts });

  test('says that none is recorded, or that all is over', () => {
    expect(sentence()).toBe('No software is recorded yet.');
    expect(sentence(year({ end: '2026-08-31' }))).toBe('The only title recorded has ended.');
    expect(sentence(year({ end: '2026-08-31' }), year({ end: '2026-07-31' }))).toBe('All 2 titles recorded have ended.');
  });

  test('adds up those that are current, and says what turns over and what has lost support', () => {
    expect(sentence(year())).toBe('1 title comes to £300 a year.');
    expect(sentence(year(), year({ end: '2026-12-31', autoRenews: true }), year({ end: '2020-01-01' }), year({ supportEnd: '2025-10-14' })))
      .toBe('3 titles come to £900 a year; 1 renews or ends by 19 February 2027; 1 has lost support.');
    // Supported to the end of today.
    expect(sentence(year({ supportEnd: AS_OF }))).toBe('1 title comes to £300 a year.');
  });

  test('says first what wants notice, and counts that once', () => {
    // 90 days before 31 March is 31 December: within the 90 days ahead of 21 November. The other renews then without a notice.
    expect(sentence(year({ id: 1, end: '2027-03-31', autoRenews: true, noticeDays: 90 }), year({ id: 2, end: '2027-01-31', autoRenews: true, noticeDays: 30 }), year({ id: 3, end: '2026-12-31' })))
      .toBe('3 titles come to £900 a year; 2 titles want notice, the first by 31 December 2026; 1 more renews or ends by 19 February 2027.');
    expect(sentence(year({ id: 1, end: '2027-01-31', autoRenews: true, noticeDays: 30 }))).toBe('1 title comes to £300 a year; 1 title wants notice by 1 January 2027.');
  });

  test('says no more of support that somebody has decided to do without, until a later end', () => {
    const old = year({ id: 7, supportEnd: '2025-10-14' });
    const acknowledgements = [{ id: 1, subject: 'support', assetId: null, agreementId: 7, endsOn: '2025-10-14', decision: 'accept', reason: 'Kept off the network' }] as const;
    expect(softwareSentence(schoolOf({ software: [old], acknowledgements }), AS_OF).text).toBe('1 title comes to £300 a year.');
    expect(softwareSentence(schoolOf({ software: [{ ...old, supportEnd: '2026-10-14' }], acknowledgements }), AS_OF).text).toContain('1 has lost support');
  });

  test('says of how many the amount is not known, never £0', () => {
    expect(sentence(year(), title(), title())).toBe('1 of 3 titles comes to £300 a year; of 2 it is not known.');
    expect(sentence(title())).toBe('What 1 title comes to is not known.');
  });
});
