import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../../app/contract/import-options.ts';
import { planInMemory } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';

const SOFTWARE = 'Item name,serial number,manufacturer,purchase date,purchase cost,order number,Licensed To Name,expiration date,reassignable,seats,supplier,notes\n'
  + 'Drawing suite,KEY-1,Adobo,09/24/2024,$1200,PO-1,A Person,09/23/2025,yes,30,Stone,\nFiltering,KEY-2,,01/05/2024,$900,PO-2,B Person,,no,1,,yearly\n';
const MODELS = 'Name,Category,Manufacturer,Model Notes,Model Number,Fieldset,Requestable,EOL,Min Qty\nLatitude 3520,Laptops,Dell,,L3520,Laptops,Y,36,5\nP2419,Displays,Dell,,,Laptops,Y,60,0\n';
const CONSUMABLES = 'Company,Name,Category,Supplier,Manufacturer,QTY,Location,Order Number,Min Amount,Model Number,Item Number,Notes,Purchase Date,Purchase Cost\n'
  + 'Hillcrest,Black toner,Printer toner,Stone,HP,12,Store,PO-9,2,CF410X,410X,,24/09/2025,£61.50\nHillcrest,A4 paper,Paper,,,40,Store,,5,,A4,,,£3\n';
const PLACES = 'name,address,address2,city,state,country,zip,manager,manager username,currency\nLibrary,1 School Lane,,Town,,GB,AA1 1AA,A Person,aperson,GBP\nHall,1 School Lane,,Town,,GB,AA1 1AA,,,GBP\n';
const COMPONENTS = 'Item Name,Purchase Date,Purchase Cost,Location,Company,Order Number,Serial number,Category,Quantity\nMemory 8 GB,24/09/2025,£18.00,Store,Hillcrest,PO-3,,Memory,20\n';
const ACCESSORIES = 'Company,Name,Category,Supplier,Manufacturer,QTY,Location,Order Number,Min Amount,Model Number,Notes,Purchase Date,Purchase Cost\nHillcrest,USB headset,Headsets,Stone,Logi,30,IT3,PO-4,2,H390,,24/09/2025,£25\n';

describe('a list of something else than kit', () => {
  it('of licences becomes titles of software, and a changed one changes its title', async () => {
    using plan = planInMemory();
    const { value, change } = await plan.call('intake.commit', csvFile(SOFTWARE));
    expect([value.list, value.assetIds]).toEqual(['software', []]);
    expect(value.leftOut.find(({ column }) => column === 'serial number')?.reason).toContain('licence keys');
    const titles = async () => (await plan.call('plan.snapshot', {})).snapshot.software;
    expect((await titles()).map(({ name, publisher, units, amountPence, start, end, notes }) => [name, publisher, units, amountPence, start, end, notes])).toEqual([
      ['Drawing suite', 'Adobo', 30, 120_000, '2024-09-24', '2025-09-23', null], ['Filtering', null, 1, 90_000, '2024-01-05', null, 'yearly'],
    ]);
    const renewed = await plan.call('intake.commit', csvFile(SOFTWARE.replace('09/23/2025', '09/23/2026').replace(',30,', ',32,')));
    expect(renewed.value.rows).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    expect((await titles())[0]).toMatchObject({ units: 32, end: '2026-09-23', amountPence: 120_000 });
    expect((await titles())).toHaveLength(2);
    await plan.call('plan.undo', {});
    await plan.call('plan.undo', { changeId: change?.id });
    expect(await titles()).toEqual([]);
  });

  it('of models goes to the library of models, with no life guessed', async () => {
    using plan = planInMemory();
    const { value } = await plan.call('intake.commit', csvFile(MODELS));
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets).toEqual([]);
    expect(snapshot.models.map(({ categoryKey, make, name, vendorSupportEnd }) => [categoryKey, make, name, vendorSupportEnd]))
      .toEqual([['laptop', 'Dell', 'Latitude 3520', null], ['monitor', 'Dell', 'P2419', null]]);
    expect(value.leftOut.find(({ column }) => column === 'EOL')?.reason).toContain('refresh policy');
    expect((await plan.call('intake.preview', csvFile(MODELS))).rows).toMatchObject({ new: 0, unchanged: 2 });
  });

  it('of consumables is written down as bought; one without a day of purchase cannot be', async () => {
    using plan = planInMemory();
    const { value } = await plan.call('intake.commit', csvFile(CONSUMABLES));
    expect(value.rows).toMatchObject({ read: 2, new: 1, refused: [{ row: 3, reason: 'it has no day of purchase, and the record of consumables needs one' }] });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets).toEqual([]);
    expect(snapshot.ledger.map(({ kind, happenedOn, item, quantity, pence, notes }) => [kind, happenedOn, item, quantity, pence, notes]))
      .toEqual([['bought', '2025-09-24', 'Black toner', 12, 73_800, 'Supplier: Stone\nOrder: PO-9']]);
    expect((await plan.call('intake.preview', csvFile(CONSUMABLES))).rows).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
  });

  it('of parts is written down as bought too, and one of accessories is kit', async () => {
    using plan = planInMemory();
    expect((await plan.call('intake.commit', csvFile(COMPONENTS))).value.list).toBe('ledger');
    expect((await plan.call('intake.commit', csvFile(ACCESSORIES))).value.list).toBe('kit');
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.ledger.map(({ item, quantity, pence }) => [item, quantity, pence])).toEqual([['Memory 8 GB', 20, 36_000]]);
    expect(snapshot.assets.map(({ description, categoryKey, quantity }) => [description, categoryKey, quantity])).toEqual([['USB headset', 'peripheral', 30]]);
  });

  it('of places becomes rooms and no kit', async () => {
    using plan = planInMemory();
    await plan.call('intake.commit', csvFile(PLACES));
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.locations.map(({ name }) => name)).toEqual(['Library', 'Hall']);
    expect(snapshot.assets).toEqual([]);
    expect((await plan.call('intake.preview', csvFile(PLACES))).rows).toMatchObject({ new: 0, unchanged: 2 });
  });

  it('is what a person says that it is', async () => {
    using plan = planInMemory();
    const options: ImportOptions = { list: 'places' };
    await plan.call('intake.commit', { ...csvFile('id;name\n1;Store\n2;Attic\n'), options });
    expect((await plan.call('plan.snapshot', {})).snapshot.locations.map(({ name }) => name)).toEqual(['Store', 'Attic']);
    expect((await plan.call('intake.preview', { ...csvFile(MODELS), options: { list: 'kit' } })).list).toBe('kit');
  });
});
