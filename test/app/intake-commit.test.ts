import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planInMemory, testPlan, type TestPlan } from '../support/plan-in-memory.ts';
import { csvFile, SMALL_REGISTER } from '../support/register-file.ts';

const register = csvFile(SMALL_REGISTER);

describe('bringing a register in', () => {
  it('says first what would come in, and changes nothing', async () => {
    using plan = planInMemory();
    const report = await plan.call('intake.preview', register);
    expect(report.rows).toEqual({ read: 4, new: 4, changed: 0, unchanged: 0, refused: [] });
    expect(report.headerRow).toBe(1);
    const { rows } = await plan.call('intake.rows', register);
    expect(rows[2]).toMatchObject({ outcome: 'new', categoryKey: 'monitor', quantity: 30, unitPaidPence: 9_850 });
    expect((await plan.call('plan.snapshot', {})).snapshot.assets).toEqual([]);
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('keeps every row with its room, model, cover and where it came from', async () => {
    using plan = planInMemory();
    const { change, value } = await plan.call('intake.commit', register);
    expect(change).toMatchObject({ label: 'Bring in kit list.csv (4 rows)' });
    expect(value.importId).toBe(1);
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets.map(({ tag, categoryKey, userGroup, quantity, purchaseDate, unitPaidPence, coverEnd, source }) =>
      [tag, categoryKey, userGroup, quantity, purchaseDate, unitPaidPence, coverEnd, source])).toEqual([
      ['LT-1', 'laptop', 'pupil', 1, '2022-12-12', 36_500, null, 'Import 1 (kit list.csv)'],
      ['SV-1', 'server', null, 1, '2024-08-14', 540_000, '2028-08-14', 'Import 1 (kit list.csv)'],
      [null, 'monitor', null, 30, '2021-09-24', 9_850, null, 'Import 1 (kit list.csv)'],
      ['PJ-1', 'projector', null, 1, null, null, null, 'Import 1 (kit list.csv)'],
    ]);
    expect(snapshot.locations.map(({ name }) => name)).toEqual(['Trolley A', 'Comms 1', 'IT1', 'Hall']);
    expect(snapshot.models.map(({ make, name }) => `${make} ${name}`)).toEqual(['Tamar 11', 'Marlow R2', 'Kestrel 24', 'Kestrel P1']);
  });

  it('changes nothing when the same file comes in again', async () => {
    using plan = planInMemory();
    await plan.call('intake.commit', register);
    const before = await plan.call('plan.snapshot', {});
    const { change, value } = await plan.call('intake.commit', register);
    expect(change).toBeNull();
    expect(value.rows).toEqual({ read: 4, new: 0, changed: 0, unchanged: 4, refused: [] });
    expect(await plan.call('plan.snapshot', {})).toEqual(before);
    expect(await plan.call('plan.history', {})).toHaveLength(1);
  });

  it('changes only what a corrected file says, and can take that back', async () => {
    using plan = planInMemory();
    await plan.call('intake.commit', register);
    const before = (await plan.call('plan.snapshot', {})).snapshot;
    const corrected = csvFile(SMALL_REGISTER
      .replace('PJ-1,Projector,Kestrel,P1,Hall,,', 'PJ-1,Projector,Kestrel,P1,Hall,01/09/2020,')
      .replace('MR2-1,1,14/08/2028', 'MR2-1,1,14/08/2029'));
    const { value } = await plan.call('intake.commit', corrected);
    expect(value.rows).toMatchObject({ read: 4, new: 0, changed: 2, unchanged: 2 });
    const after = (await plan.call('plan.snapshot', {})).snapshot;
    expect(after.assets.map(({ purchaseDate, coverEnd }) => [purchaseDate, coverEnd])).toEqual([
      ['2022-12-12', null], ['2024-08-14', '2029-08-14'], ['2021-09-24', null], ['2020-09-01', null],
    ]);
    await plan.call('plan.undo', {});
    expect((await plan.call('plan.snapshot', {})).snapshot).toEqual(before);
    await plan.call('plan.redo', {});
    expect((await plan.call('plan.snapshot', {})).snapshot).toEqual(after);
  });

  it('makes a backup of the plan file first', async () => {
    using plan = testPlan({ kind: 'last_or_new' });
    await plan.call('intake.commit', register);
    const backups = await plan.call('plan.backups', {});
    expect(backups.map(({ why }) => why)).toContain('import');
    expect(backups.every(({ path, bytes }) => existsSync(path) && bytes > 0)).toBe(true);
  });

  it.each([
    ['an empty file', ''],
    ['a header without rows', 'Asset Tag,Type,Cost\n'],
    ['a sheet without a table', 'hello\n'],
    ['a picture named .csv', '\u0089PNG\r\n\u001a\n0000'],
  ])('refuses %s in one sentence that names the file, and leaves the plan as it was', async (_what, text) => {
    using plan = planInMemory();
    const bytes = text.startsWith('\u0089') ? Buffer.from(text, 'latin1') : Buffer.from(text);
    const result = await plan.dispatch('intake.commit', { fileName: 'kit list.csv', base64: bytes.toString('base64') });
    expect(result).toMatchObject({ ok: false, error: { code: 'refused_file', message: expect.stringContaining('kit list.csv') } });
    expect(result.ok ? '' : result.error.message).toMatch(/^[^\n]+\.$/);
    expect(await plan.call('plan.history', {})).toEqual([]);
  });

  it('counts every row under the header: new, changed, the same or refused with its number and reason', async () => {
    using plan = planInMemory();
    const report = await plan.call('intake.preview', csvFile(
      'Tag,Type,Qty,Cost\nA,Laptop,1,300\nTag,Type,Qty,Cost\nB,Laptop,-2,300\n\nC,Laptop,1,ask Sam\nTotal,,4,900\n'));
    const { read, new: added, changed, unchanged, refused } = report.rows;
    expect(read).toBe(5);
    expect(added + changed + unchanged + refused.length).toBe(read);
    expect(refused.map(({ row }) => row)).toEqual([3, 4, 7]);
    expect(report.decisions.map(({ readAs }) => readAs).join('\n')).toMatch(/ask Sam|row 6/);
  });

  it('writes no backup for a plan that lives in memory alone', async () => {
    using plan = planInMemory();
    await plan.call('intake.commit', register);
    expect(existsSync(join(plan.home, 'backups')) ? readdirSync(join(plan.home, 'backups')) : []).toEqual([]);
  });
});

describe('a register that comes in a second time', () => {
  const rowsOf = async (plan: TestPlan, text: string) => {
    const { read, new: added, changed, unchanged } = (await plan.call('intake.commit', csvFile(text))).value.rows;
    return { read, added, changed, unchanged };
  };
  const LIST = 'Asset tag,Category,Description,Warranty end,Operating system\nA-1,Laptop,Tamar 14,01/02/2027,Windows 10 22H2\n,Laptop,Wren 11,01/03/2027,\n';

  it('changes nothing where a contract has covered its kit for longer since', async () => {
    using plan = planInMemory();
    expect(await rowsOf(plan, LIST)).toEqual({ read: 2, added: 2, changed: 0, unchanged: 0 });
    const { snapshot } = await plan.call('plan.snapshot', {});
    await plan.call('contract.add', { name: 'Care pack', costCategory: 'laptops_desktops_tablets', contractKind: 'hardware_cover', coversHardware: true, end: '2028-12-31', assetIds: snapshot.assets.map(({ id }) => id) });
    expect(await rowsOf(plan, LIST)).toEqual({ read: 2, added: 0, changed: 0, unchanged: 2 });
    const exported = await plan.call('exports.register', { format: 'csv' });
    expect((await plan.call('intake.preview', { fileName: exported.fileName, base64: exported.base64 })).rows).toMatchObject({ read: 2, unchanged: 2 });
  });

  it('takes the old release away with its dates where it names another system, and chooses one that the list has', async () => {
    using plan = planInMemory();
    await rowsOf(plan, LIST);
    const releases = await plan.call('support.list', {});
    const releaseId = releases.find(({ product, cycle }) => product === 'windows' && cycle === '10-22h2')?.id;
    await plan.call('support.assign', { assetIds: [1], releaseId: releaseId ?? 0 });
    const system = async () => (await plan.call('plan.snapshot', {})).snapshot.assets.slice(0, 1).map(({ osReleaseId, osName, osEnd }) => [osReleaseId === null, osName, osEnd]);
    expect(await system()).toEqual([[false, 'Windows 10 22H2', '2025-10-14']]);
    await rowsOf(plan, LIST.replace('Windows 10 22H2', 'Windows 11 Pro build 26100'));
    expect(await system()).toEqual([[true, 'Windows 11 Pro build 26100', null]]);
    await rowsOf(plan, LIST.replace('Windows 10 22H2', 'Windows 11 24H2 (E)'));
    expect(await system()).toEqual([[false, 'Windows 11 24H2 (E)', '2027-10-12']]);
  });

  it('takes away what an assumed date went by where the file knows the day', async () => {
    using plan = planInMemory();
    await rowsOf(plan, LIST);
    await plan.call('register.assume', { rows: [{ id: 1, purchaseDate: '2021-09-01', basis: 'order 3980, 8 of them' }] });
    await rowsOf(plan, 'Asset tag,Category,Description,Purchase date\nA-1,Laptop,Tamar 14,14/09/2021\n');
    expect((await plan.call('plan.snapshot', {})).snapshot.assets[0]).toMatchObject({ purchaseDate: '2021-09-14', purchaseDateAssumed: false, purchaseDateBasis: null });
  });
});
