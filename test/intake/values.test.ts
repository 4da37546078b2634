import { describe, expect, test } from 'vitest';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { categoryOf } from '../../app/intake/values/category-words.ts';
import { bringIn, onlyRow, refusalOf, said } from './bring-in.ts';

const priced = (header: string, cell: string, quantity = ''): string => `Item,Qty,"${header}"\nLaptop,${quantity},"${cell}"\n`;

describe('what was paid for one item, net', () => {
  test.each([
    // header, cell, quantity, net pence, VAT pence
    ['Cost', '365', '1', 36_500, null],
    ['Cost', '£1,234.50', '1', 123_450, null],
    ['Cost', '1 234,50', '1', 123_450, null],
    ['Cost', '2,666', '1', 266_600, null],
    ['Cost', '1.234,5', '1', 123_450, null],
    ['Cost', '.5', '1', 50, null],
    ['Cost', '1.005', '1', 101, null], // half up from the digits: 100.5 pence
    ['Cost', '1.0049', '1', 100, null],
    ['Cost', 'GBP 365.00 each', '30', 36_500, null],
    ['Cost', '365', '30', 36_500, null], // per item unless the header says otherwise
    ['Unit price', '365', '30', 36_500, null],
    ['Total cost', '10950', '30', 36_500, null],
    ['Line total', '100', '3', 3_333, null], // 3,333.33…
    ['Amount', '0.05', '2', 3, null], // 2.5 pence, half up
    ['Extended price', '100', '', 10_000, null], // no quantity is one
    ['Cost inc VAT', '438', '1', 36_500, 7_300], // 43,800 ÷ 1.2
    ['Gross cost', '1.00', '1', 83, 17], // 83.33…
    ['Price (incl. VAT)', '0.99', '1', 83, 16], // 82.5, half up
    ['Total inc VAT', '13140', '30', 36_500, 7_300],
    ['Cost ex VAT', '365', '1', 36_500, null],
    ['Net price', '365', '1', 36_500, null],
    ['Cost', '£438 inc VAT', '1', 36_500, 7_300],
    ['Cost', '£438.00 incl.', '1', 36_500, 7_300],
    ['Cost inc VAT', '£365 + VAT', '1', 36_500, null],
    ['Purchase value', '365', '1', 36_500, null],
  ])('%s “%s” for %s items is %i pence each', async (header, cell, quantity, net, vat) => {
    expect(onlyRow(await bringIn(priced(header, cell, quantity)))).toMatchObject({ unitPaidPence: net, unitVatPence: vat });
  });

  test.each(['', '0', '£0.00', 'N/A', '-', '#N/A'])('“%s” is no price at all, never £0', async (cell) => {
    expect(onlyRow(await bringIn(`Item,Cost\nLaptop,"${cell}"\n`)).unitPaidPence).toBeNull();
  });

  test('text in a money column leaves that price unknown, says so, and keeps the row', async () => {
    const reading = await bringIn('Item,Cost\nLaptop,365\nLaptop,see invoice\nLaptop,-20\nLaptop,(20.00)\nLaptop,99999999\n');
    expect(reading.rows.map(({ unitPaidPence }) => unitPaidPence)).toEqual([36_500, null, null, null, null]);
    expect(said(reading, 'Cost')).toContain('text that is no amount of money (“see invoice”) in row 3; kept without a price');
    expect(said(reading, 'Cost')).toContain('an amount below £0 in rows 4 and 5');
    expect(said(reading, 'Cost')).toContain('an amount above £10 million for one item in row 6');
  });

  test('VAT in a column of its own is taken from there', async () => {
    expect(onlyRow(await bringIn('Item,Qty,Net cost,VAT\nLaptop,1,100,20.01\n'))).toMatchObject({ unitPaidPence: 10_000, unitVatPence: 2_001 });
    expect(onlyRow(await bringIn('Item,Qty,Total gross,VAT\nLaptop,2,240.02,40.02\n'))).toMatchObject({ unitPaidPence: 10_000, unitVatPence: 2_001 });
  });

  test('of several money columns the price of one, without VAT, is used', async () => {
    const reading = await bringIn('Item,Qty,Line total,Cost inc VAT,Unit cost,Current value\nLaptop,2,730,438,365,10\n');
    expect(onlyRow(reading).unitPaidPence).toBe(36_500);
    expect(reading.leftOut.find(({ column }) => column === 'Line total')?.reason).toBe('Unit cost is used instead');
  });

  test.each([
    // as on an invoice: a column for the whole line beats one that does not say, and Gross is of the line too
    ['Extended Price,VAT,Gross', '1095,219,1314', 36_500, 'Extended Price'], ['Line total,VAT,Gross', '1095,219,1314', 36_500, 'Line total'],
    ['Gross,Total cost', '1314,1095', 36_500, 'Total cost'], ['Amount,VAT,Gross', '1095,219,1314', 36_500, 'Amount'],
    ['Gross,Line total (gross)', '1314,1314', 36_500, 'Gross'], ['Net,VAT,Total', '1095,219,1314.00', 36_500, 'Net'],
    ['Cost,Total cost', '365,1095', 36_500, 'Total cost'], ['Cost inc VAT,Line total', '438,1095', 36_500, 'Line total'],
    // the price of one is the price of one
    ['Unit price,Net,VAT,Gross,Line total', '365,1095,219,1314,1314', 36_500, 'Unit price'], ['Cost,VAT,Total cost', '365,73,1314', 36_500, 'Cost'],
    ['Cost ex VAT,Total cost', '365,1314', 36_500, 'Cost ex VAT'], ['Gross,VAT', '438,73', 36_500, 'Gross'],
  ])('three laptops under %s (%s) cost %i pence each, by %s', async (headers, cells, net, used) => {
    const reading = await bringIn(`Item,Qty,${headers}\nLaptop,3,${cells}\n`);
    expect(onlyRow(reading).unitPaidPence).toBe(net);
    expect(reading.columns.find(({ goesTo }) => goesTo === 'unitPaidPence')?.column).toBe(used);
  });

  test('Gross beside a line total is of the whole line, and so is its VAT', async () => {
    const reading = await bringIn('Item,Qty,Gross,VAT,Line total (gross)\nLaptop,3,1314,219,1314\n');
    expect(onlyRow(reading)).toMatchObject({ unitPaidPence: 36_500, unitVatPence: 7_300 });
    expect(said(reading, 'Gross')).toContain('for the whole row, divided by its quantity, with VAT, which stands in a column of its own');
  });

  test('“Value” is a price only where there is no other', async () => {
    expect(onlyRow(await bringIn('Item,Value\nLaptop,365\n')).unitPaidPence).toBe(36_500);
    expect(onlyRow(await bringIn('Item,Value,Total cost\nLaptop,100,365\n')).unitPaidPence).toBe(36_500);
  });

  test('how a price was understood is always said', async () => {
    expect(said(await bringIn(priced('Total inc VAT', '12', '2')), 'Total inc VAT'))
      .toContain('for the whole row, divided by its quantity, with VAT, so divided by 1.2 and the VAT kept apart');
    expect(said(await bringIn(priced('Cost', '12')), 'Cost')).toContain('for one item, taken to be without VAT');
  });

  test('a price far out of proportion is kept and named', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `Laptop,${index === 6 ? '133289.59' : '365'}`);
    expect(said(await bringIn(`Item,Cost\n${rows.join('\n')}\n`), 'Cost')).toContain('far dearer than the rest in row 8');
  });
});

describe('quantities', () => {
  test.each([['30', 30], ['1,200', 1_200], ['30.0', 30], ['x30', 30], ['30 units', 30], ['', 1], ['N/A', 1], ['1000000', 1_000_000]])('“%s” is %i', async (cell, quantity) => {
    expect(onlyRow(await bringIn(`Item,Qty\nLaptop,"${cell}"\n`)).quantity).toBe(quantity);
  });

  test.each([['0', 'is 0'], ['-3', 'less than one'], ['some', 'not a number'], ['2.5', 'not a whole number'], ['1000001', 'more than 1,000,000']])('a row with “%s” is refused', async (cell, reason) => {
    const { refused } = await bringIn(`Item,Qty\nLaptop,"${cell}"\nLaptop,1\n`);
    expect(refused).toMatchObject([{ row: 2, column: 'Qty' }]);
    expect(refused[0]?.reason).toContain(reason);
  });
});

describe('tags and serial numbers', () => {
  test('stay as they are written', async () => {
    const { rows } = await bringIn('Tag,Serial,Item\n00123,1E05,Laptop\n 0x1F ,012345678901234,Laptop\n');
    expect(rows.map(({ tag, serial }) => [tag, serial])).toEqual([['00123', '1E05'], ['0x1F', '012345678901234']]);
  });

  test.each(['N/A', 'n/a', '-', '.', '   ', 'blank', '0', '#N/A', 'UnAssigned', 'NULL', 'None', '000', 'tbc', '?'])('“%s” is no tag and no serial', async (cell) => {
    const reading = await bringIn(`Tag,Serial,Item\n"${cell}","${cell}",Laptop\nA-1,S-1,Laptop\n`);
    expect(reading.rows[0]).toMatchObject({ tag: null, serial: null, description: 'Laptop' });
    expect(said(reading, 'Tag')).toContain('no tag in row 2: kept without');
  });

  test('that Excel has shortened are named', async () => {
    expect(said(await bringIn('Tag,Serial,Item\nA-1,6.37702E+15,Laptop\n'), 'Serial')).toContain('a number that Excel has shortened');
  });

  test('a tag that ten rows have is kept on all ten and named', async () => {
    const reading = await bringIn(`Tag,Item,Room\n${Array.from({ length: 10 }, (_, index) => `A-1,Laptop,R${index % 3}`).join('\n')}\n`);
    expect(reading.rows).toHaveLength(10);
    expect(said(reading, 'Tag')).toContain('a tag that more than one row has (“A-1”) in 10 rows (2, 3, 4, 5, 6 …)');
  });

  test('a quantity row keeps its one tag as the label of the group', async () => {
    expect(onlyRow(await bringIn('Tag,Item,Qty\nSUITE-12,Desktop,30\n'))).toMatchObject({ tag: 'SUITE-12', quantity: 30 });
  });

  test('a row that lists one serial for each of its items becomes that many assets and counts as one row', async () => {
    const reading = await bringIn('Tag,Serial,Item,Qty,Total cost\nT-1,"S1, S2; S3\nS4",Laptop,4,1460\n');
    expect(reading.read).toBe(1);
    expect(reading.rows.map(({ serial, quantity, unitPaidPence, tag }) => [serial, quantity, unitPaidPence, tag])).toEqual(
      ['S1', 'S2', 'S3', 'S4'].map((serial) => [serial, 1, 36_500, null]));
    expect(reading.rows[0]?.notes).toBe('Tag: T-1');
  });

  test('tags and serials that both list one for each are given out in order', async () => {
    const { rows } = await bringIn('Tag,Serial,Item,Qty\n"A, B","S1, S2",Laptop,2\n');
    expect(rows.map(({ tag, serial }) => [tag, serial])).toEqual([['A', 'S1'], ['B', 'S2']]);
  });

  test('rows that list more than 200,000 serials between them are refused', async () => {
    const listed = Array.from({ length: 4_500 }, (_, index) => 100_000 + index).join(';');
    const rows = Array.from({ length: 45 }, () => `Laptop,4500,"${listed}"`);
    expect(await refusalOf(`Item,Qty,Serial\n${rows.join('\n')}\n`)).toContain('lists more than 200,000 items');
  });

  test.each([
    ['three tags for two items', '"A, B, C"', 2], ['two tags for one item', '"A, B"', 1], ['the same tag twice for two items', '"A, a"', 2],
  ])('%s: kept as one group with the list in its notes', async (_, cell, quantity) => {
    const reading = await bringIn(`Tag,Item,Qty\n${cell},Laptop,${quantity}\n`);
    expect(onlyRow(reading)).toMatchObject({ tag: null, quantity, notes: `Tag: ${cell.replaceAll('"', '')}` });
    expect(said(reading, 'Tag')).toContain('kept as one group');
  });

  test('a list of three for three items in which one stands twice is kept as a group, and that is said', async () => {
    const reading = await bringIn('Tag,Item,Qty\n"R1,r1,R2",Laptop,3\n');
    expect(onlyRow(reading)).toMatchObject({ tag: null, quantity: 3, notes: 'Tag: R1,r1,R2' });
    expect(said(reading, 'Tag')).toContain('a list in which a value stands twice (“r1”) in row 2: kept as one group, the list in its notes');
  });
});

describe('the kind of kit', () => {
  test.each([
    ['Notebook', 'laptop'], ['MacBook', 'laptop'], ['MacBook Pro 13"', 'laptop'], ['Laptops', 'laptop'], ['iPad', 'tablet'], ['iPads', 'tablet'], ['TFT', 'monitor'],
    ['Display', 'monitor'], ['Interactive Display', 'interactive_panel'], ['PC', 'desktop'], ['Desktop PCs', 'desktop'], ['Laptop PC', 'laptop'],
    ['Chrome laptop', 'chromebook'], ['Dell Chrmbk3100', 'chromebook'], ['Printers & MFDs', 'printer'], ['MFDs', 'mfd'], ['3D Printer', 'printer_3d'],
    ['Network switch', 'network_switch'], ['Switches', 'network_switch'], ['KVM switch', 'peripheral'], ['Wireless access points', 'wireless_ap'], ['UPS', 'ups'],
    ['UPS battery', 'battery'], ['Batteries', 'battery'], ['NAS', 'storage'], ['Server', 'server'], ['Smart Board', 'interactive_panel'], ['Visualisers', 'visualiser'],
    ['Document camera', 'visualiser'], ['CCTV camera', 'cctv_access'], ['Camera', 'camera'], ['Mobile phones', 'phone'], ['IP phone', 'telephony'],
    ['Laptop charger', 'peripheral'], ['Laptop trolley', 'other'], ['Laptop with charger', 'laptop'], ['Projector lamp', 'other'], ['Keyboards', 'peripheral'],
    ['Latitude3520', 'laptop'], ['HP ProDesk 400 G7', 'desktop'], ['network_switch', 'network_switch'], ['Wireless mouse', 'peripheral'], ['Firewall', 'firewall_router'],
    ['PC, monitor, keyboard', 'desktop'], ['Network camera', 'camera'], ['Network', 'network_switch'], ['Mobile projector stand', 'peripheral'], ['Mobiles', 'phone'],
    ['Latitude 3520 docking station', 'peripheral'], ['Monitor arm', 'peripheral'], ['Desktop/Laptop', 'desktop'], ['Laptop and bag', 'laptop'], ['Storage', 'storage'],
    ['Ornamental Railings', null], ['', null], ['Other', null], ['DESKTOP-M5HCKFC', null],
  ])('“%s” is %s', (word, key) => {
    expect(categoryOf(word)).toBe(key);
  });

  test('every shipped category knows its own names', () => {
    for (const { key, singular, plural } of SHIPPED_CATEGORIES.filter(({ key }) => key !== 'other')) {
      expect([categoryOf(key), categoryOf(singular), categoryOf(plural)], key).toEqual([key, key, key]);
    }
  });

  test('a cell that says “Other” is taken at its word, unless the description knows better', async () => {
    const reading = await bringIn('Tag,Category,Description\nA-1,Other,Ornament\nA-2,other,Ornament\nA-3,Other,Projector\nA-4,Gizmo,Ornament\n');
    expect(reading.rows.map(({ categoryKey }) => categoryKey)).toEqual(['other', 'other', 'projector', 'other']);
    expect(said(reading, 'Category')).toContain('other item in 2 rows: “Other” (1), “other” (1)');
    expect(said(reading, 'Category')).toContain('1 row became other, for want of a word that Kitplan knows: “Gizmo” (1)');
  });

  test('the category column counts first, then the model, then the description; the rest is other, and all of it is said', async () => {
    const reading = await bringIn('Category,Model,Description\nNotebook,iPad,Projector\nHardware,iPad 9,Projector\nHardware,X1,Projector\nHardware,X2,Thing\nNotebook,,x\n');
    expect(reading.rows.map(({ categoryKey }) => categoryKey)).toEqual(['laptop', 'tablet', 'projector', 'other', 'laptop']);
    expect(said(reading, 'Category')).toContain('laptop in 2 rows: “Notebook” (2)');
    expect(said(reading, 'Category')).toContain('tablet (1), projector (1)');
    expect(said(reading, 'Category')).toContain('1 row became other, for want of a word that Kitplan knows: “Hardware” (1)');
  });
});

describe('status', () => {
  test.each([
    ['Ready to Deploy', 'in_use'], ['Deployed', 'in_use'], ['IN_USE', 'in_use'], ['active', 'in_use'], ['Working', 'in_use'], ['Archived', 'retired'], ['Lost', 'lost'],
    ['Lost Dongle', 'lost'], ['Lost/Stolen', 'stolen'], ['Undeployable', 'in_repair'], ['Pending Diagnostics', 'in_repair'], ['maintenance', 'in_repair'],
    ['Defective', 'in_repair'], ['Not working', 'in_repair'], ['Broken - Not Fixable', 'retired'], ['Spare', 'spare'], ['IN_STOCK', 'in_stock'], ['On loan', 'on_loan'],
    ['Scrapped', 'disposed'], ['Written off', 'disposed'], ['DEPROVISIONED', 'retired'], ['No longer in use', 'retired'], ['Sold, no value', 'disposed'], ['Not found', 'lost'], ['On order', 'ordered'], ['', 'in_use'],
  ])('“%s” is %s', async (word, status) => {
    expect(onlyRow(await bringIn(`Item,Status\nLaptop,${word}\n`)).status).toBe(status);
  });

  test.each(['Not lost', 'Never stolen', 'Ordered - not lost', 'Not in use', 'Lost?', 'Was missing - now found', 'Possibly stolen', 'isn’t lost', 'Non-working'])(
    '“%s” denies or doubts what it names: kept in use, the word in the notes, and said', async (word) => {
      const reading = await bringIn(`Item,Status\nLaptop,${word}\n`);
      expect(onlyRow(reading)).toMatchObject({ status: 'in_use', notes: `Status: ${word}` });
      expect(said(reading, 'Status')).toContain(`a word that stands for no status (“${word}”) in row 2`);
    });

  test('every word that was taken for a status is listed with its rows', async () => {
    const reading = await bringIn('Item,Status,Disposal date\nLaptop,Ready to Deploy,\nLaptop,Deployed,\nLaptop,Deployed,\nLaptop,Faulty,\nLaptop,wibble,\nLaptop,Deployed,01/07/2024\n');
    expect(reading.decisions.filter(({ column }) => column === 'Status').map(({ readAs }) => readAs)).toEqual([
      'a word that stands for no status (“wibble”) in row 6: read as in use, the word kept in the notes',
      'status', 'in use: “Deployed” (2), “Ready to Deploy” (1)', 'in repair: “Faulty” (1)',
    ]);
    expect(said(reading, 'Disposal date')).toContain('1 row read as disposed of');
  });

  test('a word that stands for nothing is kept in the notes and named', async () => {
    const reading = await bringIn('Item,Status\nLaptop,2\n');
    expect(onlyRow(reading)).toMatchObject({ status: 'in_use', notes: 'Status: 2' });
    expect(said(reading, 'Status')).toContain('a word that stands for no status (“2”) in row 2');
  });

  test('kit with a disposal date that has come is disposed of; one still to come is not', async () => {
    const { rows } = await bringIn('Item,Disposal date\nLaptop,01/07/2024\nLaptop,\nLaptop,31/07/2030\nLaptop,13/01/2020\n');
    expect(rows.map(({ status }) => status)).toEqual(['disposed', 'in_use', 'in_use', 'disposed']);
  });

  test('“no” in a disposal column disposes of nothing', async () => {
    expect((await bringIn('Item,Disposed\nLaptop,No\nLaptop,Yes\nLaptop,N/A\nLaptop,never\nLaptop,No - still used\n')).rows.map(({ status }) => status))
      .toEqual(['in_use', 'disposed', 'in_use', 'in_use', 'in_use']);
  });
});
