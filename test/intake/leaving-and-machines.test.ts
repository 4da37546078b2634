import { describe, expect, test } from 'vitest';
import { readRoute } from '../../app/intake/values/disposal-route.ts';
import { readSize } from '../../app/intake/values/size.ts';
import { readYearGroup } from '../../app/intake/values/year-group.ts';
import type { ImportOptions } from '../../app/contract/import-options.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';
import { bringIn, leftOut, onlyRow, said } from './bring-in.ts';

const commit = (plan: TestPlan, text: string, options: ImportOptions = {}) => plan.call('intake.commit', { ...csvFile(text), options });
const snapshotOf = async (plan: TestPlan) => (await plan.call('plan.snapshot', {})).snapshot;
async function expectTheSameAgain(plan: TestPlan, text: string, options: ImportOptions = {}): Promise<void> {
  const { change, value } = await commit(plan, text, options);
  expect([change, value.rows.new, value.rows.changed]).toEqual([null, 0, 0]);
}

describe('kit that has left', () => {
  const LEFT = [
    'Tag,Item,Bought,Disposal date,Disposal method,WEEE certificate,Data wiped',
    'A-1,Laptop,01/09/2018,24/07/2024,Recycled (WEEE),W-1207,20/07/2024', 'A-2,Laptop,01/09/2018,24/07/2024,Given to Tom,Yes,Yes',
    'A-3,Laptop,01/09/2018,,Sold,No,No', 'A-4,Laptop,01/09/2024,24/07/2027,WEEE,,', 'A-5,Laptop,01/09/2018,Yes,,,', 'A-6,Laptop,01/09/2024,,,,',
  ].join('\n');

  test('keeps its day, way, certificate and wipe; what is no plain word goes to the notes, and nothing is made up', async () => {
    using plan = planInMemory();
    await commit(plan, LEFT);
    expect((await snapshotOf(plan)).assets.map(({ status, disposedOn, disposalRoute, disposalCertificate, dataWipedOn, notes }) =>
      [status, disposedOn, disposalRoute, disposalCertificate, dataWipedOn, notes])).toEqual([
      ['disposed', '2024-07-24', 'weee_recycle', 'W-1207', '2024-07-20', null],
      ['disposed', '2024-07-24', null, null, null, 'Disposal method: Given to Tom\nWEEE certificate: Yes\nData wiped: Yes'],
      ['disposed', null, 'resale', null, null, null],
      ['in_use', null, 'weee_recycle', null, null, null],
      ['disposed', null, null, null, null, null], ['in_use', null, null, null, null, null],
    ]);
    await expectTheSameAgain(plan, LEFT);
  });

  test('is said in the decisions: the words, a day to come, and that a way alone means gone', async () => {
    const reading = await bringIn(LEFT);
    expect(said(reading, 'Disposal method')).toContain('sold: “Sold” (1)');
    expect(said(reading, 'Disposal method')).toContain('1 row read as disposed of, because what became of it is written down');
    expect(said(reading, 'Disposal method')).toContain('a way of disposal that Kitplan has no word for (“Given to Tom”) in row 3: kept in the notes');
    expect(said(reading, 'Disposal date')).toContain('a disposal after 21 Nov 2026 in row 5: it has not left yet, and the day is not kept');
  });

  test('is left as the status says where a status is given; a way can be said by hand', async () => {
    expect(onlyRow(await bringIn('Tag,Item,Status,Disposal method\nA-1,Laptop,In use,Sold\n'))).toMatchObject({ status: 'in_use', disposalRoute: 'resale' });
    using plan = planInMemory();
    await commit(plan, LEFT, { values: [{ about: 'disposalRoute', from: 'given to tom', to: 'donation' }] });
    expect((await snapshotOf(plan)).assets[1]).toMatchObject({ disposalRoute: 'donation', notes: 'WEEE certificate: Yes\nData wiped: Yes' });
  });

  test('fills in an asset that the plan knows, as changes that are shown', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Item\nA-1,Laptop\n');
    const rows = await plan.call('intake.rows', csvFile('Tag,Item,Disposed on,Disposal route\nA-1,Laptop,24/07/2024,Donated\n'));
    expect(rows.rows[0]?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['status', 'in_use', 'disposed'], ['disposedOn', null, '2024-07-24'], ['disposalRoute', null, 'donation'],
    ]);
  });
});

test.each([
  ['Sold', 'resale'], ['WEEE', 'weee_recycle'], ['Recycled - WEEE', 'weee_recycle'], ['Donated to charity', 'donation'], ['Returned to lessor', 'return_to_lessor'],
  ['kept for parts', 'parts'], ['Shredded', 'destroyed'], ['Re-used', 'reuse'], ['Sold or recycled', null], ['not sold', null], ['Sold?', null], ['Tom has it', null],
])('the way of disposal “%s” is %s', (text, route) => {
  expect(readRoute(text)).toBe(route);
});

test.each<[string | number, 'memory' | 'storage', string, number | null]>([
  [8, 'memory', 'ram', 8], ['8GB', 'memory', 'ram', 8], ['16 GB DDR4', 'memory', 'ram', 16], ['8192 MB', 'memory', 'ram', 8], [8192, 'memory', 'memory', 8],
  ['7.9 GB', 'memory', 'ram', 8], [17_179_869_184, 'memory', 'memory', 16], ['1TB', 'storage', 'hdd', 1_024], ['256GB SSD', 'storage', 'storage', 256],
  [512, 'storage', 'ssd', 512], [244_198, 'storage', 'total storage', 238], ['256GB + 1TB', 'storage', 'storage', null], ['Cupboard 3', 'storage', 'storage', null],
  [0, 'memory', 'ram', null], ['2048', 'memory', 'ram mb', 2], ['N/A', 'memory', 'ram', null],
])('%s under “%s” is read by its unit', (cell, what, heading, gb) => {
  expect(readSize(cell, what, heading)).toBe(gb);
});

describe('what a machine has inside', () => {
  const LIST = [
    'Tag,Make,Model,Type,Memory,CPU,Storage', 'A-1,Dell,Latitude 3520,Laptop,8 GB,i5-1135G7,256 GB', 'A-2,Dell,Latitude 3520,Laptop,8,i5-1135G7,256',
    'A-3,Dell,Latitude 3520,Laptop,16 GB,i5-1135G7,256 GB', 'A-4,HP,ProBook,Laptop,4 GB,,', 'A-5,HP,ProBook,Laptop,8 GB,,', 'A-6,,,Laptop,32 GB,,',
  ].join('\n');

  test('goes to the model in the library, as most of its rows say; two that are as frequent leave it blank', async () => {
    using plan = planInMemory();
    const { value } = await commit(plan, LIST);
    expect((await snapshotOf(plan)).models.map(({ name, memoryGb, processor, storageGb }) => [name, memoryGb, processor, storageGb]))
      .toEqual([['Latitude 3520', 8, 'i5-1135G7', 256], ['ProBook', null, null, null]]);
    const decisions = value.decisions.filter(({ column }) => column === 'Memory').map(({ readAs }) => readAs).join(' | ');
    expect(decisions).toContain('fills the library of models where that says nothing, for 1 model: Latitude 3520 8 GB');
    expect(decisions).toContain('1 row says otherwise than most of the same model: the library keeps one');
    expect(decisions).toContain('1 model has several in equal numbers: left blank in the library');
    expect(decisions).toContain('1 row names no model, to which it could be written');
    await expectTheSameAgain(plan, LIST);
  });

  test('is filled where the library is silent and never written over', async () => {
    using plan = planInMemory();
    await plan.call('models.add', { categoryKey: 'laptop', make: 'Dell', name: 'Latitude 3520', memoryGb: 32 });
    await commit(plan, 'Tag,Make,Model,Type\nA-1,Dell,Latitude 3520,Laptop\nA-2,Dell,Latitude 3520,Laptop\n');
    const rows = await plan.call('intake.rows', csvFile(LIST));
    expect(rows.rows[0]?.changes.map(({ field }) => field)).toEqual(['processor', 'storageGb']);
    await commit(plan, LIST);
    expect((await snapshotOf(plan)).models[0]).toMatchObject({ memoryGb: 32, processor: 'i5-1135G7', storageGb: 256 });
    await expectTheSameAgain(plan, LIST);
  });

  test('makes no second model where the plan has put the kit under another kind', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Make,Model,Type\nA-1,Dell,Zorb 9,Tablet\n');
    const text = 'Tag,Make,Model,Memory\nA-1,Dell,Zorb 9,8 GB\n';
    await commit(plan, text);
    expect((await snapshotOf(plan)).models.map(({ categoryKey, memoryGb }) => [categoryKey, memoryGb])).toEqual([['tablet', 8]]);
    await expectTheSameAgain(plan, text);
  });

  test('of a list of models goes to the library too, and a column of cupboards does not', async () => {
    using plan = planInMemory();
    const models = 'Name,Category,Manufacturer,Model Number,Fieldset,Requestable,RAM\nLatitude 3520,Laptops,Dell,,Laptops,Y,8\n';
    await commit(plan, models.replace(',RAM', '').replace(',Y,8', ',Y'));
    await commit(plan, models);
    expect((await snapshotOf(plan)).models).toMatchObject([{ name: 'Latitude 3520', memoryGb: 8 }]);
    await expectTheSameAgain(plan, models);
    expect(leftOut(await bringIn('Item,Storage\nLaptop,Cupboard 3\n'), 'Storage')).toContain('sizes such as 8 GB');
  });
});

test.each(['OS', 'Operating system', 'OS version', 'Windows version'])('“%s” is the system that the asset runs', async (heading) => {
  using plan = planInMemory();
  const text = `Tag,Item,${heading}\nA-1,Laptop,Windows 11 Pro\n`;
  await commit(plan, text);
  expect((await snapshotOf(plan)).assets[0]?.osName).toBe('Windows 11 Pro');
  await expectTheSameAgain(plan, text);
});

describe('year groups', () => {
  test.each([['7', 'Year 7'], ['Y7', 'Year 7'], ['yr 07', 'Year 7'], ['Year 11', 'Year 11'], ['Reception', 'Reception'], ['2021', '2021'], ['14', '14']])('“%s” is %s', (text, name) => {
    expect(readYearGroup(text)).toBe(name);
  });

  test('come under the plan’s own names, and “Year” is a year group only where its cells are', async () => {
    using plan = planInMemory();
    await plan.call('yearGroups.add', { name: 'Y8' });
    const text = 'Tag,Item,Year group\nA-1,Laptop,7\nA-2,Laptop,Year 7\nA-3,Laptop,yr 8\nA-4,Laptop,\n';
    await commit(plan, text);
    const { assets, yearGroups } = await snapshotOf(plan);
    const names = new Map(yearGroups.map(({ id, name }) => [id, name]));
    expect(assets.map(({ yearGroupId }) => (yearGroupId === null ? null : names.get(yearGroupId)))).toEqual(['Year 7', 'Year 7', 'Y8', null]);
    expect((await plan.call('intake.examine', csvFile(text))).problems.filter(({ id }) => id.startsWith('spelled'))).toEqual([]);
    await expectTheSameAgain(plan, text);
    expect(onlyRow(await bringIn('Item,Year\nLaptop,Year 9\n')).yearGroup).toBe('Year 9');
    expect(onlyRow(await bringIn('Item,Year\nLaptop,2021\n'))).toMatchObject({ yearGroup: null, purchaseDate: '2021-09-01' });
  });
});

describe('a list of devices from Intune', () => {
  const intune = (rows: string): string => `Device name,Serial number,OS,Manufacturer,Model\n${rows}\n`;

  test('knows kit by its serial number, else by a device name that is the tag of one item, and says so', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Serial,Item,Make,Model\nHC-LT-1,,Trolley laptop,Dell,X1\nHC-LT-2,S2,Staff laptop,Dell,X1\nHC-LT-3,,Pool laptop,Dell,X2\nHC-LT-3,,Pool laptop,Dell,X2\n');
    const text = intune('hc-lt-1,,Windows 11,Dell,X1\nRENAMED,S2,Windows 10,Dell,X1\nHC-LT-3,,Windows 10,Dell,X3\nHC-LT-9,,Windows 10,Dell,X3');
    const found = await plan.call('intake.preview', csvFile(text));
    expect(found.rows).toMatchObject({ new: 2, changed: 2, unchanged: 0 });
    expect(found.decisions).toContainEqual({ column: 'Device name', readAs: 'row 2 has no serial number and was known by the device name, which is the tag of one item' });
    await commit(plan, text);
    expect((await snapshotOf(plan)).assets.slice(0, 2).map(({ tag, description, osName }) => [tag, description, osName])).toEqual([
      ['HC-LT-1', 'Trolley laptop', 'Windows 11'], ['HC-LT-2', 'RENAMED', 'Windows 10'],
    ]);
    await expectTheSameAgain(plan, text);
  });

  test('does not know it by name where two rows have that name, where it has a serial number, or where only serial numbers are to count', async () => {
    using plan = planInMemory();
    await commit(plan, 'Tag,Item,Make,Model\nHC-1,Laptop,Dell,X1\n');
    const rowsOf = async (rows: string, options: ImportOptions = {}) => (await plan.call('intake.preview', { ...csvFile(intune(rows)), options })).rows;
    expect(await rowsOf('HC-1,,W,HP,X2')).toMatchObject({ new: 0, changed: 1 });
    expect(await rowsOf('HC-1,,W,HP,X2\nHC-1,,W,HP,X2')).toMatchObject({ new: 2, changed: 0 });
    expect(await rowsOf('HC-1,S9,W,HP,X2')).toMatchObject({ new: 1, changed: 0 });
    expect(await rowsOf('HC-1,,W,HP,X2', { match: 'serial' })).toMatchObject({ new: 1, changed: 0 });
  });
});
