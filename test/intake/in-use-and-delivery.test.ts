import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import type { ForecastLine } from '../../planning/result.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { planInMemory } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';
import { AS_OF, bringIn, onlyRow, said } from './bring-in.ts';

type InPlan = { readonly assets: readonly Asset[]; readonly lines: readonly ForecastLine[] };

/** Brings files in one after the other, and says what the plan then holds and forecasts. */
async function inPlan(...files: readonly string[]): Promise<InPlan> {
  using plan = planInMemory();
  for (const file of files) await plan.call('intake.commit', csvFile(file));
  const { snapshot } = await plan.call('plan.snapshot', {});
  return { assets: snapshot.assets, lines: forecast(snapshot, { asOf: AS_OF }).lines.filter(({ occurrence }) => occurrence === 0) };
}

describe('when kit went into use', () => {
  test('a laptop bought in December 2022 and in use from September 2023 is due four years after that September', async () => {
    const { assets, lines } = await inPlan('Asset Tag,Type,Purchase Date,In Service Date,Cost\nA1,Laptop,2022-12-12,2023-09-01,365\n');
    expect(assets).toMatchObject([{ purchaseDate: '2022-12-12', inServiceDate: '2023-09-01' }]);
    expect(lines).toMatchObject([{ due: '2027-09-01' }]);
  });

  test('without a purchase date the day of use sets when a laptop is due, and the purchase stays unknown', async () => {
    const { assets, lines } = await inPlan('Asset Tag,Type,Date installed,Cost\nA1,Laptop,01/09/2023,365\n');
    expect(assets).toMatchObject([{ purchaseDate: null, inServiceDate: '2023-09-01' }]);
    expect(lines).toMatchObject([{ due: '2027-09-01' }]);
  });

  test.each([
    'In service date', 'Startup date', 'move2production', 'Deployed on', 'Deployment date', 'Date in service', 'Installation date', 'Go-live date',
  ])('“%s” is when kit went into use, and fills no empty purchase date', async (header) => {
    const reading = await bringIn(`Item,Purchase date,${header}\nLaptop,,13/01/2023\nLaptop,12/12/2022,14/01/2023\n`);
    expect(reading.rows.map(({ purchaseDate, inServiceDate }) => [purchaseDate, inServiceDate])).toEqual([[null, '2023-01-13'], ['2022-12-12', '2023-01-14']]);
    expect(reading.columns[2]).toMatchObject({ goesTo: 'inServiceDate' });
    expect(said(reading, header)).toContain('date of going into use');
  });

  test('GLPI tells the purchase, the start of use and the delivery apart', async () => {
    const row = onlyRow(await bringIn('Name;Serial number;Status;Type;Date of purchase;Startup date;Delivery date;Order date\nPC1;SN1;In use;Desktop;2022-12-12;2023-01-01;2022-12-20;2022-12-01\n'));
    expect(row).toMatchObject({ purchaseDate: '2022-12-12', inServiceDate: '2023-01-01' });
  });

  test('a length of cover counts from the day of use where no purchase is known', async () => {
    expect(onlyRow(await bringIn('Item,Date installed,Warranty\nLaptop,01/09/2023,36 months\n'))).toMatchObject({ warrantyEnd: '2026-09-01' });
  });

  test('a later file that says when kit went into use changes that and nothing else', async () => {
    const first = 'Asset Tag,Type,Purchase Date,In Service Date\nA1,Laptop,2022-12-12,\nA2,Laptop,2022-12-12,2023-01-10\n';
    const { assets } = await inPlan(first, first.replace('2022-12-12,\n', '2022-12-12,2023-09-01\n'), first);
    expect(assets.map(({ inServiceDate }) => inServiceDate)).toEqual(['2023-09-01', '2023-01-10']);
  });

  test('a day of use after the as-at date is kept and named in the column it stands in', async () => {
    const reading = await bringIn('Item,Purchase date,In service date\nLaptop,12/12/2022,22/11/2026\n');
    expect(onlyRow(reading).inServiceDate).toBe('2026-11-22');
    expect(said(reading, 'In service date')).toContain('a date after 21 Nov 2026 in row 2');
  });
});

describe('kit that is on its way', () => {
  test.each(['Purchase date', 'Order date'])('an order stands in the month of its delivery, not of its %s', async (header) => {
    const { assets, lines } = await inPlan(`Asset Tag,Type,${header},Delivery Date,Cost,Status\nO1,Laptop,2026-10-01,2027-05-10,500,Ordered\n`);
    expect(assets).toMatchObject([{ status: 'ordered', purchaseDate: '2026-10-01', inServiceDate: '2027-05-10' }]);
    expect(lines).toMatchObject([{ date: '2027-05-10', unitPence: 50_000 }]);
  });

  test.each(['Delivery date', 'Expected delivery', 'Expected delivery date', 'Due in'])('“%s” says when planned kit is to come', async (header) => {
    const { assets, lines } = await inPlan(`Asset Tag,Type,${header},Cost,Status\nO1,Laptop,10/05/2027,500,Planned\n`);
    expect(assets).toMatchObject([{ purchaseDate: null, inServiceDate: '2027-05-10' }]);
    expect(lines).toMatchObject([{ date: '2027-05-10', unitPence: 50_000 }]);
    expect(said(await bringIn(`Item,${header}\nLaptop,10/05/2027\n`), header)).toContain('of planned and ordered kit, when it is to come');
  });

  test('of kit in use a delivery date only fills an empty purchase date', async () => {
    const reading = await bringIn('Item,Status,Purchase date,Delivery date\nLaptop,In use,12/12/2022,20/12/2022\nLaptop,In use,,20/12/2022\n');
    expect(reading.rows.map(({ purchaseDate, inServiceDate }) => [purchaseDate, inServiceDate])).toEqual([['2022-12-12', null], ['2022-12-20', null]]);
  });

  test('a delivery next spring is no surprise for an order, and is one for kit in use', async () => {
    const file = (status: string): string => `Item,Status,Delivery date\nLaptop,${status},10/05/2027\n`;
    expect(said(await bringIn(file('Ordered')), 'Delivery date')).not.toContain('a date after');
    expect(said(await bringIn(file('In use')), 'Delivery date')).toContain('a date after 21 Nov 2026 in row 2');
  });

  test('the same orders again change nothing; an order that has come in is in use', async () => {
    using plan = planInMemory();
    const orders = 'Asset Tag,Type,Delivery Date,Cost,Status\nO1,Laptop,2026-12-10,500,Ordered\n';
    await plan.call('intake.commit', csvFile(orders));
    expect((await plan.call('intake.commit', csvFile(orders))).value.rows).toMatchObject({ unchanged: 1 });
    await plan.call('intake.commit', csvFile(orders.replace('Ordered', 'In use')));
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets).toMatchObject([{ status: 'in_use', purchaseDate: '2026-12-10', inServiceDate: '2026-12-10' }]);
  });
});
