import { describe, expect, it } from 'vitest';
import { explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import { ledgerRows } from '../../planning/ledger.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, TODAY, type TestPlan } from '../support/plan-in-memory.ts';

const snapshotOf = async (plan: TestPlan): Promise<PlanSnapshot> => (await plan.call('plan.snapshot', {})).snapshot;

const laptops = async (plan: TestPlan, ...quantities: readonly number[]): Promise<readonly number[]> => {
  const { value } = await plan.call('register.count', {
    rows: quantities.map((quantity) => ({ categoryKey: 'laptop', quantity, boughtIn: '2024-09-02', unitPaidPence: 36_500 })),
  });
  return value.ids;
};

const coverEnds = async (plan: TestPlan): Promise<readonly (string | null)[]> => (await snapshotOf(plan)).assets.map(({ coverEnd }) => coverEnd);

const lastChange = async (plan: TestPlan) => (await plan.call('plan.history', { limit: 1 }))[0];

describe('a period of cover', () => {
  it('given to several assets at once is one change, and the later of two ends is the end of cover', async () => {
    using plan = planInMemory();
    const [one = 0, other = 0] = await laptops(plan, 1, 30);
    const { value } = await plan.call('cover.add', { assetIds: [one, other], startsOn: '2024-09-02', endsOn: '2027-09-01', supplier: 'Tamar' });
    expect(value).toEqual({ added: 2, warnings: [] });
    expect((await lastChange(plan))?.label).toBe('Add cover for 31 laptops to 1 September 2027');
    await plan.call('cover.add', { assetIds: [other], startsOn: '2027-09-02', endsOn: '2029-09-01', kind: 'extension', costPence: 4_500, reference: 'EXT-7' });
    expect(await coverEnds(plan)).toEqual(['2027-09-01', '2029-09-01']);
    expect((await snapshotOf(plan)).warranties.map(({ assetId, kind, costPence, reference }) => [assetId, kind, costPence, reference])).toEqual([
      [one, 'standard', null, null], [other, 'standard', null, null], [other, 'extension', 4_500, 'EXT-7'],
    ]);
    await plan.call('plan.undo', {});
    await plan.call('plan.undo', {});
    expect(await coverEnds(plan)).toEqual([null, null]);
  });

  it('that would end before it starts is refused, in words, and nothing changes', async () => {
    using plan = planInMemory();
    const [one = 0] = await laptops(plan, 1);
    const result = await plan.dispatch('cover.add', { assetIds: [one], startsOn: '2027-09-02', endsOn: '2027-09-01' });
    expect(result).toEqual({ ok: false, error: {
      code: 'invalid_input', field: 'endsOn',
      message: 'Cover that starts on 2 September 2027 cannot end on 1 September 2027. Give an end on or after its start.',
    } });
    await plan.call('cover.add', { assetIds: [one], startsOn: '2024-09-02', endsOn: '2027-09-01' });
    expect(await plan.dispatch('cover.edit', { ids: [1], set: { endsOn: '2024-09-01' } })).toMatchObject({ ok: false, error: { field: 'endsOn' } });
    expect(await coverEnds(plan)).toEqual(['2027-09-01']);
  });

  it('that starts before the kit was bought is kept, and said', async () => {
    using plan = planInMemory();
    const ids = await laptops(plan, 1, 1);
    const { value } = await plan.call('cover.add', { assetIds: [...ids], startsOn: '2024-09-01', endsOn: '2027-08-31' });
    expect(value.warnings).toEqual(['The cover starts before 2 of these were bought. It was kept as it is.']);
    expect(await coverEnds(plan)).toEqual(['2027-08-31', '2027-08-31']);
  });

  it('can be changed and taken away for a whole delivery', async () => {
    using plan = planInMemory();
    const ids = await laptops(plan, 1, 1);
    await plan.call('cover.add', { assetIds: [...ids], endsOn: '2027-09-01' });
    await plan.call('cover.edit', { ids: [1, 2], set: { endsOn: '2028-09-01', supplier: 'Calder Computing' } });
    const { warranties, suppliers } = await snapshotOf(plan);
    expect(warranties.map(({ endsOn, supplierId }) => [endsOn, suppliers.find(({ id }) => id === supplierId)?.name]))
      .toEqual([['2028-09-01', 'Calder Computing'], ['2028-09-01', 'Calder Computing']]);
    await plan.call('cover.remove', { ids: [1, 2] });
    expect(await coverEnds(plan)).toEqual([null, null]);
  });
});

describe('a contract', () => {
  it('that covers hardware covers its kit until it ends, a warranty that ends later all the same', async () => {
    using plan = planInMemory();
    const [one = 0, other = 0, third = 0] = await laptops(plan, 1, 1, 1);
    await plan.call('cover.add', { assetIds: [other], endsOn: '2029-03-31' });
    await plan.call('contract.add', {
      name: 'Laptop cover', costCategory: 'laptops_desktops_tablets', contractKind: 'hardware_cover', coversHardware: true,
      start: '2026-04-01', end: '2028-03-31', amountPence: 90_000, assetIds: [one, other],
    });
    expect(await coverEnds(plan)).toEqual(['2028-03-31', '2029-03-31', null]);
    await plan.call('contract.edit', { id: 1, addAssetIds: [third], removeAssetIds: [one] });
    expect(await coverEnds(plan)).toEqual([null, '2029-03-31', '2028-03-31']);
    await plan.call('contract.edit', { id: 1, set: { coversHardware: false } });
    expect(await coverEnds(plan)).toEqual([null, '2029-03-31', null]);
  });

  it('is charged in the forecast under its code, and the reason names the pupils it is paid for', async () => {
    using plan = planInMemory();
    await plan.call('school.update', { pupils: 1140 });
    await plan.call('contract.add', {
      name: 'Filtering', categoryKey: 'cloud_service', costCategory: 'connectivity', contractKind: 'service',
      amountPence: 1_200, period: 'monthly', driver: 'per_pupil', priceDate: '2026-04-01', riseBp: 0,
    });
    const snapshot = await snapshotOf(plan);
    const options = { asOf: TODAY };
    const result = forecast(snapshot, options);
    // £12 × 1,140 = £13,680 a month; five months of 2026/27 are still to come: £68,400.
    expect(result.totals.byCode.E20A).toEqual([6_840_000, 16_416_000, 16_416_000, 16_416_000, 16_416_000]);
    expect(result.totals.plannedPence[0]).toBe(16_416_000);
    const running = ledgerRows(snapshot, result).rows.find(({ name }) => name === 'Running costs');
    expect(running?.children.map(({ name }) => name)).toEqual(['Filtering']);
    const line = result.lines[1];
    expect(line === undefined ? [] : explainLine(snapshot, options, line).map(({ text }) => text)).toEqual([
      '£12 for each of 1,140 pupils is £13,680 each time.',
      '£13,680 on 1 April 2026 (what is paid each time), unchanged in 2027/28, is £13,680 each time.',
      'Paid monthly, 12 times from 1 April 2027 to 1 March 2028: 12 × £13,680 = £164,160.',
      'Paid from delegated budget, the usual fund: none is named for it.', 'Code E20A: Filtering counts as connectivity. Revenue, because it is paid again and again.',
    ]);
  });

  it('of which the school’s number of pupils is not known has no price, never £0, and says what is missing', async () => {
    using plan = planInMemory();
    await plan.call('contract.add', {
      name: 'Filtering', categoryKey: 'cloud_service', costCategory: 'connectivity', contractKind: 'service',
      amountPence: 1_200, period: 'monthly', driver: 'per_pupil',
    });
    const snapshot = await snapshotOf(plan);
    const result = forecast(snapshot, { asOf: TODAY });
    expect(result.lines.map(({ netPence }) => netPence)).toEqual([null, null, null, null, null]);
    const [line] = result.lines;
    expect(line === undefined ? '' : explainLine(snapshot, { asOf: TODAY }, line)[0]?.text)
      .toBe('£12 a pupil (the school’s number of pupils is not known), monthly.');
  });

  it.each([
    [{ start: '2027-04-01', end: '2027-03-31' }, 'end', 'It would end before it starts. Give an end on or after its start.'],
    [{ period: 'every_n_years' }, 'periodYears', 'Say every how many years it is paid: 2 to 20.'],
    [{ noticeDays: -1 }, 'noticeDays', 'noticeDays: Notice is 0 days or more.'],
    [{ categoryKey: 'teapots' }, 'categoryKey', 'The plan has no category called “teapots”.'],
    [{ assetIds: [99] }, 'assetIds', 'No asset has the number 99. It may have been removed.'],
  ] as const)('with %o is refused at its field', async (terms, field, message) => {
    using plan = planInMemory();
    const result = await plan.dispatch('contract.add', { name: 'Cover', costCategory: 'it_support', contractKind: 'support', ...terms });
    expect(result).toMatchObject({ ok: false, error: { field, message } });
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('that is removed takes its charges and its cover with it, and undo brings both back', async () => {
    using plan = planInMemory();
    const [one = 0] = await laptops(plan, 1);
    await plan.call('contract.add', {
      name: 'Cover', costCategory: 'it_support', contractKind: 'hardware_cover', coversHardware: true, end: '2028-03-31', amountPence: 1, assetIds: [one],
    });
    const before = await snapshotOf(plan);
    await plan.call('contract.remove', { id: 1 });
    expect((await snapshotOf(plan)).recurring).toEqual([]);
    expect(await coverEnds(plan)).toEqual([null]);
    await plan.call('plan.undo', {});
    expect(await snapshotOf(plan)).toEqual(before);
  });
});

describe('a decision about something that ends', () => {
  it('needs a reason, and the reason is in the history', async () => {
    using plan = planInMemory();
    const [one = 0] = await laptops(plan, 1);
    const end = { subject: 'cover', assetId: one, endsOn: '2027-09-01' } as const;
    expect(await plan.dispatch('expiry.decide', { ends: [end], decision: 'accept', because: ' ' }))
      .toMatchObject({ ok: false, error: { field: 'because', message: 'because: Say why, in a few words.' } });
    await plan.call('expiry.decide', { ends: [end], decision: 'accept', because: 'Spares are kept' });
    expect(await lastChange(plan)).toMatchObject({ label: 'Decide about the cover of Laptops: go on without', reason: 'Spares are kept' });
    expect((await snapshotOf(plan)).acknowledgements).toMatchObject([{ ...end, decision: 'accept', reason: 'Spares are kept' }]);
  });

  it('made again about the same end takes the place of the first', async () => {
    using plan = planInMemory();
    const [one = 0, other = 0] = await laptops(plan, 1, 1);
    const end = (assetId: number) => ({ subject: 'cover', assetId, endsOn: '2027-09-01' }) as const;
    await plan.call('expiry.decide', { ends: [end(one)], decision: 'accept', because: 'Spares are kept' });
    await plan.call('expiry.decide', { ends: [end(one), end(other)], decision: 'extend', because: 'Quoted at £45' });
    expect((await snapshotOf(plan)).acknowledgements.map(({ assetId, decision }) => [assetId, decision])).toEqual([[one, 'extend'], [other, 'extend']]);
  });

  it('to let a contract end stops it renewing, so that the forecast charges it no longer', async () => {
    using plan = planInMemory();
    await plan.call('contract.add', {
      name: 'Filtering', costCategory: 'connectivity', contractKind: 'service', amountPence: 120_000, start: '2026-04-01', end: '2027-03-31', autoRenews: true, noticeDays: 60,
    });
    expect(forecast(await snapshotOf(plan), { asOf: TODAY }).totals.totalPence.slice(1).every((pence) => pence > 0)).toBe(true);
    await plan.call('expiry.decide', {
      ends: [{ subject: 'agreement', agreementId: 1, endsOn: '2027-03-31' }], decision: 'cancel', because: 'The trust buys it for all its schools',
    });
    expect((await lastChange(plan))?.label).toBe('Decide about Filtering: let it end');
    // The year's £1,200 was paid in April.
    expect(forecast(await snapshotOf(plan), { asOf: TODAY }).totals.plannedPence).toEqual([120_000, 0, 0, 0, 0]);
  });

  it('about the support of a title leaves its term as it is, whatever was decided', async () => {
    using plan = planInMemory();
    await plan.call('software.add', { name: 'Film cutter', end: '2027-08-31', autoRenews: true, supportEnd: '2025-10-14' });
    await plan.call('expiry.decide', { ends: [{ subject: 'support', agreementId: 1, endsOn: '2025-10-14' }], decision: 'cancel', because: 'Kept off the network' });
    expect((await lastChange(plan))?.label).toBe('Decide about the support of Film cutter: let it end');
    expect((await snapshotOf(plan)).software).toMatchObject([{ end: '2027-08-31', autoRenews: true }]);
  });

  it.each([
    [{ subject: 'agreement', assetId: 1, endsOn: '2027-09-01' }], [{ subject: 'cover', agreementId: 1, endsOn: '2027-09-01' }],
    [{ subject: 'cover', endsOn: '2027-09-01' }],
  ])('about %o, which names nothing that can end so, is refused', async (end) => {
    using plan = planInMemory();
    await laptops(plan, 1);
    expect(await plan.dispatch('expiry.decide', { ends: [end], decision: 'accept', because: 'Why not' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });
});

describe('a title of software', () => {
  it('keeps what it needs and who uses it, and changing one field leaves the others', async () => {
    using plan = planInMemory();
    const [one = 0] = await laptops(plan, 1);
    await plan.call('register.edit', { ids: [one], set: { department: 'Music' } });
    await plan.call('software.add', {
      name: 'Score writer', publisher: 'Marlow', version: '9', driver: 'per_seat', units: 30, amountPence: 1_250, end: '2027-08-31', autoRenews: true,
      needsSystem: 'Windows 11', needsMemoryGb: 8, networkInstallable: false, departmentIds: [1], supportEnd: '2029-10-09',
    });
    await plan.call('software.edit', { id: 1, set: { units: 32 } });
    expect((await snapshotOf(plan)).software).toMatchObject([{
      name: 'Score writer', publisher: 'Marlow', units: 32, amountPence: 1_250, needsMemoryGb: 8, networkInstallable: false, departmentIds: [1],
      supportEnd: '2029-10-09', autoRenews: true,
    }]);
    expect((await snapshotOf(plan)).recurring).toMatchObject([{ id: 1, amountPence: 1_250, driver: 'per_seat', units: 32, end: '2027-08-31', autoRenews: true }]);
  });

  it('takes the end of its support from the list of support dates until the school gives its own', async () => {
    using plan = planInMemory();
    await plan.call('software.add', { name: 'Office suite', supportReleaseId: 1 });
    const listed = (await snapshotOf(plan)).software[0]?.supportEnd;
    expect(listed).toMatch(/^\d{4}-\d\d-\d\d$/u);
    await plan.call('software.edit', { id: 1, set: { supportEnd: '2031-01-01' } });
    expect((await snapshotOf(plan)).software[0]?.supportEnd).toBe('2031-01-01');
    await plan.call('software.edit', { id: 1, set: { supportEnd: null } });
    expect((await snapshotOf(plan)).software[0]?.supportEnd).toBe(listed);
    expect(await plan.dispatch('software.edit', { id: 1, set: { supportReleaseId: 999_999 } })).toMatchObject({ ok: false, error: { field: 'supportReleaseId' } });
  });

  it('bought once costs nothing in the years to come', async () => {
    using plan = planInMemory();
    await plan.call('software.add', { name: 'Old encyclopaedia', period: 'once', amountPence: 49_900, start: '2019-09-01' });
    expect(forecast(await snapshotOf(plan), { asOf: TODAY }).totals.totalPence).toEqual([0, 0, 0, 0, 0]);
  });

  it('is made of a software row of the register in one change that undo takes back', async () => {
    using plan = planInMemory();
    const { value } = await plan.call('register.count', {
      rows: [{ categoryKey: 'software', quantity: 25, description: 'Photo editor', boughtIn: '2023-09-01', unitPaidPence: 1_999 }],
    });
    const before = await snapshotOf(plan);
    await plan.call('software.fromRegister', { assetIds: [...value.ids] });
    expect((await lastChange(plan))?.label).toBe('Make a title of software from Photo editor');
    const after = await snapshotOf(plan);
    expect(after.assets).toEqual([]);
    expect(after.software).toMatchObject([{ name: 'Photo editor', driver: 'per_seat', units: 25, amountPence: 1_999, period: 'once', start: '2023-09-01' }]);
    await plan.call('plan.undo', {});
    expect(await snapshotOf(plan)).toEqual(before);
  });

  it('is not made of hardware', async () => {
    using plan = planInMemory();
    const [one = 0] = await laptops(plan, 1);
    expect(await plan.dispatch('software.fromRegister', { assetIds: [one] }))
      .toMatchObject({ ok: false, error: { message: 'Laptops is not software. Give it the kind Software first.' } });
  });
});

describe('the ledger', () => {
  it('takes the kind and the user group of the asset that something happened to', async () => {
    using plan = planInMemory();
    const [one = 0] = await laptops(plan, 1);
    await plan.call('register.edit', { ids: [one], set: { userGroup: 'pupil' } });
    await plan.call('ledger.add', { kind: 'broken', happenedOn: '2026-10-01', assetId: one, pence: 3_000 });
    expect((await lastChange(plan))?.label).toBe('Write down: 1 pupil laptop broken');
    expect((await snapshotOf(plan)).ledger).toMatchObject([{ kind: 'broken', categoryKey: 'laptop', userGroup: 'pupil', assetId: one, quantity: 1, pence: 3_000 }]);
  });

  it('refuses a day that is still to come, and a thing of no kind', async () => {
    using plan = planInMemory();
    expect(await plan.dispatch('ledger.add', { kind: 'lost', happenedOn: '2026-11-22', categoryKey: 'laptop' }))
      .toMatchObject({ ok: false, error: { field: 'happenedOn', message: 'That day is still to come. The ledger holds what has happened.' } });
    expect(await plan.dispatch('ledger.add', { kind: 'lost', happenedOn: '2026-11-20' })).toMatchObject({ ok: false, error: { field: 'categoryKey' } });
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('can be mended and cleared, and undo brings an entry back', async () => {
    using plan = planInMemory();
    await plan.call('ledger.add', { kind: 'bought', happenedOn: '2026-10-01', categoryKey: 'printer', item: 'Black toner', quantity: 4, pence: 22_000 });
    await plan.call('ledger.edit', { id: 1, set: { quantity: 6 } });
    expect((await lastChange(plan))?.label).toBe('Change the entry: 6 × Black toner bought');
    await plan.call('ledger.remove', { ids: [1] });
    expect((await snapshotOf(plan)).ledger).toEqual([]);
    await plan.call('plan.undo', {});
    expect((await snapshotOf(plan)).ledger).toMatchObject([{ item: 'Black toner', quantity: 6, pence: 22_000 }]);
  });
});

describe('terms that cannot be', () => {
  const terms = { name: 'Broadband', costCategory: 'connectivity', contractKind: 'service' } as const;

  it.each([
    ['£10 million a seat, for a million seats, monthly', { ...terms, amountPence: 1_000_000_000, driver: 'per_seat', units: 1_000_000, period: 'monthly' }, 'amountPence'],
    ['£1 million a month', { ...terms, amountPence: 100_000_000, period: 'monthly' }, 'amountPence'],
    ['an end before the start', { ...terms, start: '2027-01-01', end: '2026-12-31' }, 'end'],
    ['every few years, without how many', { ...terms, period: 'every_n_years' }, 'periodYears'],
  ])('are refused: %s', async (_, request, field) => {
    using plan = planInMemory();
    expect(await plan.dispatch('contract.add', request)).toMatchObject({ ok: false, error: { code: 'invalid_input', field } });
    expect((await snapshotOf(plan)).contracts).toEqual([]);
  });

  it('an agreement is not let end before it began, and its terms stay', async () => {
    using plan = planInMemory();
    const { value: { id } } = await plan.call('contract.add', { ...terms, start: '2026-04-01', end: '2027-03-31', autoRenews: true });
    const before = await snapshotOf(plan);
    expect(await plan.dispatch('expiry.decide', { ends: [{ subject: 'agreement', agreementId: id, endsOn: '2025-03-31' }], decision: 'cancel', because: 'Too dear' }))
      .toMatchObject({ ok: false, error: { message: 'Broadband began on 1 April 2026 and cannot end on 31 March 2025.', field: 'ends.0.endsOn' } });
    expect(await snapshotOf(plan)).toEqual(before);
  });

  it('a running cost of a kind that is not there, or that ends before it starts, stays as it was', async () => {
    using plan = planInMemory();
    const { value: { id } } = await plan.call('recurring.add', { name: 'Filtering', categoryKey: 'cloud_service', costCategory: 'connectivity', yearlyPence: 240_000, start: '2026-04-01' });
    expect(await plan.dispatch('recurring.edit', { id, set: { categoryKey: 'balloons' } })).toMatchObject({ ok: false, error: { code: 'not_found', field: 'categoryKey' } });
    expect(await plan.dispatch('recurring.edit', { id, set: { end: '2026-03-31' } })).toMatchObject({ ok: false, error: { code: 'invalid_input', field: 'end' } });
    expect((await snapshotOf(plan)).recurring).toMatchObject([{ categoryKey: 'cloud_service', end: null }]);
  });
});

describe('kit under a contract', () => {
  it('keeps that cover: an earlier end, or none, is refused with the contract that says otherwise', async () => {
    using plan = planInMemory();
    const [one = 0] = await laptops(plan, 1);
    await plan.call('contract.add', { name: 'Care pack', costCategory: 'laptops_desktops_tablets', contractKind: 'hardware_cover', coversHardware: true, end: '2028-12-31', assetIds: [one] });
    for (const coverEnd of ['2027-01-01', null]) {
      expect(await plan.dispatch('register.edit', { ids: [one], set: { coverEnd } }))
        .toMatchObject({ ok: false, error: { field: 'coverEnd', message: expect.stringContaining('is covered to 31 December 2028 by the contract Care pack.') } });
    }
    await plan.call('register.edit', { ids: [one], set: { coverEnd: '2029-06-30' } });
    expect(await coverEnds(plan)).toEqual(['2029-06-30']);
  });
});
