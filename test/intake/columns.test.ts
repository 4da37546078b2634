import { describe, expect, test } from 'vitest';
import { bringIn, leftOut, onlyRow, said } from './bring-in.ts';

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
/** A register with one row, written as header → cell. */
const oneRow = (cells: Readonly<Record<string, string>>): string => `${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}\n`;

describe('an export of another program is recognised by its headers', () => {
  test('Snipe-IT, import file', async () => {
    const row = onlyRow(await bringIn(oneRow({
      'Company': 'Hillcrest', 'Name': 'Trolley laptop 4', 'Asset Tag': 'HC-0412', 'Category': 'Notebooks', 'Supplier': 'Stone', 'Manufacturer': 'Dell',
      'Location': 'R12', 'Order Number': 'PO-7', 'Model': 'Latitude 3520', 'Model Notes': '', 'Model Number': '3520', 'Asset Notes': 'scratched',
      'Purchase Date': '9/30/22', 'Purchase Cost': '365.00', 'Checkout Type': 'User', 'Checked Out To: Username': 'a.person',
      'Checked Out To: First Name': 'A', 'Checked Out To: Last Name': 'Person', 'Checked Out To: Email': 'a@example.test',
      'Checked Out To: Location': '', 'Asset EOL Date': '9/30/26',
    })));
    expect(row).toMatchObject({
      tag: 'HC-0412', description: 'Trolley laptop 4', categoryKey: 'laptop', supplier: 'Stone', make: 'Dell', room: 'R12', orderNumber: 'PO-7',
      model: 'Latitude 3520', notes: 'scratched', purchaseDate: '2022-09-30', unitPaidPence: 36_500, vendorSupportEnd: null,
    });
    expect(JSON.stringify(row)).not.toMatch(/person|example/i);
  });

  test('Snipe-IT, table export: warranty as "36 months", the worked-out life left out', async () => {
    const reading = await bringIn(oneRow({
      'ID': '1', 'Company': '', 'Asset Name': '', 'Device Image': '', 'Asset Tag': '00041', 'Serial': 'S1', 'Model': 'OptiPlex 3080', 'Model No.': '',
      'Category': 'Desktops', 'Status': 'Ready to Deploy', 'Checked Out To': 'A Person', 'Employee Number': '', 'Location': 'Library',
      'Default Location': 'Store', 'Manufacturer': 'Dell', 'Supplier': '', 'Purchase Date': '2021-09-01', 'Age': '5 years ago',
      'Purchase Cost': '398.00', 'Current Value': '120.00', 'Order Number': '', 'EOL Rate': '60', 'EOL Date': '2026-09-01', 'Warranty': '36 months',
      'Warranty Expires': '2024-09-01', 'Requestable': 'No', 'Notes': '', 'BYOD': 'No',
    }));
    expect(onlyRow(reading)).toMatchObject({
      tag: '00041', serial: 'S1', description: 'Dell OptiPlex 3080', categoryKey: 'desktop', status: 'in_use', room: 'Library',
      purchaseDate: '2021-09-01', unitPaidPence: 39_800, warrantyMonths: 36, warrantyEnd: '2024-09-01', vendorSupportEnd: null,
    });
    expect(leftOut(reading, 'Current Value')).toContain('worth now');
    expect(leftOut(reading, 'Checked Out To')).toContain('people');
    expect(leftOut(reading, 'EOL Date')).toContain('another program');
  });

  test('Snipe-IT, custom report: Address, City and State twice, and a job title', async () => {
    const header = 'Asset Name,Asset Tag,Model,Category,Serial,Purchased,Cost,Warranty,Location,Address,Address,City,State,Zip,Default Location,'
      + 'Address,City,State,Title,Phone,Status,Deleted';
    const reading = await bringIn(`${header}\n,T1,Latitude,Laptops,S1,2022-09-01,365,36,R1,a,b,c,Kent,z,Store,d,e,Kent,Teacher,01,Deployed,\n`
      + ',T2,Latitude,Laptops,S2,2022-09-01,365,36,R1,a,b,c,Kent,z,Store,d,e,Kent,Teacher,01,Deployed,2024-01-01\n');
    expect(onlyRow(reading)).toMatchObject({ tag: 'T1', description: 'Latitude', status: 'in_use', warrantyEnd: '2025-09-01', room: 'R1' });
    expect(reading.refused).toEqual([{ row: 3, column: 'Deleted', reason: 'it is marked as deleted' }]);
    expect(leftOut(reading, 'Title')).toContain('people');
    expect(reading.leftOut.map(({ column }) => column)).toContain('Address (column K)');
  });

  test('GLPI, with semicolons', async () => {
    const row = onlyRow(await bringIn('"Name";"Serial number";"Inventory number";"Status";"Manufacturers";"Model";"Type";"Location";"Date of purchase";'
      + '"Start date of warranty";"Warranty duration";"Supplier";"Order number";"Value"\n'
      + '"SRV-1";"S9";"INV-9";"In use";"HPE";"ProLiant DL380";"Server";"Server room";"2023-08-01";"2023-08-14";"60 months";"Insight";"O-1";"5400.00"\n'));
    expect(row).toMatchObject({
      tag: 'INV-9', serial: 'S9', make: 'HPE', categoryKey: 'server', room: 'Server room', warrantyEnd: '2028-08-14', unitPaidPence: 540_000,
    });
  });

  test('Shelf, with its cf: columns; a valuation is no cost', async () => {
    const reading = await bringIn(oneRow({
      'title': 'MacBook Pro', 'description': 'New', 'kit': '', 'category': 'Laptop', 'tags': 'a, b', 'location': 'Office', 'valuation': '2500',
      'custodian': 'Thea', 'bookable': 'no', 'assetModel': 'M3', 'type': 'INDIVIDUAL', 'quantity': '', 'cf: Serial number,type:text': '435',
      'cf:brand, type:option': 'Apple', 'cf:purchase date, type:date': '2022-03-12',
    }));
    expect(onlyRow(reading)).toMatchObject({
      description: 'MacBook Pro', serial: '435', make: 'Apple', model: 'M3', purchaseDate: '2022-03-12', unitPaidPence: null, quantity: 1,
    });
  });

  test('Ralph and iTop', async () => {
    expect(onlyRow(await bringIn(oneRow({ id: '7', sn: 'S7', barcode: 'B7', hostname: 'h', model: 'X', warehouse: 'W', invoice_date: '2022-01-31', price: '10.50', order_no: 'O' }))))
      .toMatchObject({ tag: 'B7', serial: 'S7', room: 'W', purchaseDate: '2022-01-31', unitPaidPence: 1_050, orderNumber: 'O' });
    expect(onlyRow(await bringIn(oneRow({ name: 'Switch 3', status: 'production', location: 'Comms', brand: 'HPE', model: '2930F', serialnumber: 'S3', asset_number: 'N3', move2production: '2020-08-01', purchase_date: '2020-07-01', end_of_warranty: '2025-07-01' }))))
      .toMatchObject({ tag: 'N3', serial: 'S3', make: 'HPE', categoryKey: 'network_switch', purchaseDate: '2020-07-01', warrantyEnd: '2025-07-01' });
  });

  test('AssetExplorer and Mojo', async () => {
    expect(onlyRow(await bringIn(oneRow({ 'Product Name': 'Projector X', 'Asset Name': '', 'Asset Tag': 'T', 'Asset Serial No': 'S', 'Vendor Name': 'V', 'Asset Cost': '500', 'Acquisition Date': '13/02/2020', 'Warranty Expiry Date': '13/02/2023', 'Location': 'Hall', 'Asset State': 'In Use' }))))
      .toMatchObject({ description: 'Projector X', tag: 'T', serial: 'S', supplier: 'V', unitPaidPence: 50_000, purchaseDate: '2020-02-13', warrantyEnd: '2023-02-13' });
    expect(onlyRow(await bringIn(oneRow({ 'asset tag': 'T', 'serial number': 'S', 'asset name': 'PC 4', 'description': 'small desktop', 'asset type': 'Computer', 'location': 'R4', 'department': 'Art', 'manager email': 'a@b.test', 'purchased date': '2021-09-01', 'cost': '398', 'purchase order number': 'P', 'vendor': 'V', 'status': 'active' }))))
      .toMatchObject({ description: 'PC 4', categoryKey: 'desktop', department: 'Art', orderNumber: 'P', supplier: 'V', status: 'in_use' });
  });

  test('Intune: names of people and identifiers of accounts stay out, personal devices are refused', async () => {
    const reading = await bringIn('DeviceName,ManagedBy,Ownership,Compliance,OS,OSVersion,LastCheckIn,PrimaryUserUPN,DeviceID\n'
      + 'LIB-01,Intune,Corporate,Compliant,Windows,10,2021-06-01 14:19:07.1733099,a@school.test,1\n'
      + 'DESKTOP-M5HCKFC,Intune,Corporate,Compliant,Windows,10,2021-06-01 14:19:07.1733099,b@school.test,2\n'
      + 'phone,Intune,Personal,Compliant,iOS,10,2021-06-01 14:19:07.1733099,c@school.test,3\n');
    expect(reading.refused).toEqual([{ row: 4, column: 'Ownership', reason: 'it belongs to a person, not to the school' }]);
    expect(reading.rows[1]).toMatchObject({ description: 'DESKTOP-M5HCKFC', categoryKey: 'other' });
    expect(leftOut(reading, 'PrimaryUserUPN')).toContain('e-mail');
    expect(reading.columns.find(({ column }) => column === 'PrimaryUserUPN')?.firstValues).toEqual([]);
  });

  test('Google Admin: the end of auto-updates is the end of the maker’s support, as a day or as a moment', async () => {
    const header = 'deviceId,serialNumber,model,provisionStatus,annotatedAssetId,annotatedUser,annotatedLocation,annotatedNotes,macAddress,autoUpdateThrough';
    const { rows } = await bringIn(`${header}\nx,S1,Acer Chromebook 314,ACTIVE,CB-1,a,R1,n,aa:bb:cc:dd:ee:ff,2031-06-01\n`
      + 'y,S2,Acer Chromebook 314,DEPROVISIONED,CB-2,b,R1,,aa:bb:cc:dd:ee:fe,1938038400000\n');
    expect(rows).toMatchObject([
      { tag: 'CB-1', serial: 'S1', categoryKey: 'chromebook', status: 'in_use', room: 'R1', notes: 'n', vendorSupportEnd: '2031-06-01' },
      { tag: 'CB-2', status: 'retired', vendorSupportEnd: '2031-06-01' },
    ]);
  });

  test('DfE order lines: the kind of device from another column, the dates in the order of the United States', async () => {
    const reading = await bringIn('category,sales_order_number,persona_cleaned,material_description,manufacturer_cleaned,quantity_completed,order_date,despatch_date,is_return\n'
      + 'School,5000000001,Chrome laptop,Dell Chrmbk3100,DELL,12,5/15/2020,5/18/2020,FALSE\nSchool,5000000002,Tablet,iPad,APPLE,3,6/2/2020,6/3/2020,TRUE\n');
    expect(onlyRow(reading)).toMatchObject({ categoryKey: 'chromebook', quantity: 12, purchaseDate: '2020-05-18', tag: null, serial: null, orderNumber: '5000000001' });
    expect(reading.refused).toEqual([{ row: 3, column: 'is_return', reason: 'it was returned' }]);
  });

  test('a list of licences is software and so is never refreshed', async () => {
    const reading = await bringIn('Item name,serial number,Category,purchase date,purchase cost,Licensed To Name,seats\nDesktop publisher,K,x,13/01/2020,$12.58,A,5\n');
    expect(onlyRow(reading)).toMatchObject({ categoryKey: 'software', unitPaidPence: 1_258 });
    expect(said(reading, 'Whole file')).toContain('list of licences');
    expect(said(reading, 'purchase cost')).toContain('$ amounts read as pounds');
  });
});

describe('plain spreadsheets', () => {
  test.each([
    ['Asset ID', 'tag', 'A-1'], ['Inventory No', 'tag', 'A-1'], ['Asset #', 'tag', 'A-1'], ['Asset', 'tag', 'A-1'], ['S/N', 'serial', 'S1'],
    ['Service Tag', 'serial', 'S1'], ['Make / Brand', 'make', 'Dell'], ['Classroom', 'room', 'R1'], ['Dept.', 'department', 'Art'],
    ['Vendor', 'supplier', 'Stone'], ['Qty', 'quantity', '3'], ['Date Acquired', 'purchaseDate', '01/02/2024'], ['PO', 'orderNumber', '7'],
    ['Guarantee expiry', 'warrantyEnd', '01/02/2027'], ['Warranty (yrs)', 'warrantyEnd', '3'], ['Comments', 'notes', 'worn'],
    ['Price', 'unitPaidPence', '365'], ['Purchase Price (£)', 'unitPaidPence', '365'], ['Cost inc. VAT', 'unitPaidPence', '365'],
    ['Lease end', 'leaseEnd', '01/02/2027'], ['AUE date', 'vendorSupportEnd', '01/02/2031'], ['EOL', 'vendorSupportEnd', '01/02/2031'],
    ['Staff / pupil', 'userGroup', 'Staff'], ['Disposal date', 'disposedOn', '01/02/2025'],
  ])('“%s” goes to %s', async (header, field, cell) => {
    const reading = await bringIn(`Item,${quoted([header])}\nLaptop,${cell}\n`);
    expect(reading.columns.find(({ index }) => index === 1)).toMatchObject({ column: header, goesTo: field, firstValues: [cell] });
  });

  test.each([
    ['Current value', '100', 'worth now'], ['NBV', '100', 'worth now'], ['Replacement cost', '400', 'does not use'], ['Warranty cost', '30', 'does not use'],
    ['Useful life (years)', '5', 'refresh policy'], ['Replacement year', '2027', 'refresh policy'], ['Age', '3', 'works it out'], ['Condition', 'Good', 'does not use'], ['EOL', '36', 'refresh policy'], ['Warranty', 'expired', 'words'], ['Purchased', 'yes', 'read as dates'],
    ['Cost', 'see invoice', 'amounts of money'], ['State', 'Kent', 'what state'], ['Supplier', '', 'empty'],
  ])('“%s” with “%s” stays out with its reason', async (header, cell, reason) => {
    const reading = await bringIn(`Item,${header}\nLaptop,${cell}\n`);
    if (cell !== '') expect(leftOut(reading, header)).toContain(reason);
    expect(onlyRow(reading)).toMatchObject({ unitPaidPence: null, purchaseDate: null, warrantyEnd: null, vendorSupportEnd: null, supplier: null });
  });

  test('a description made from make and model where the list has none', async () => {
    expect(onlyRow(await bringIn('Make,Model,Room\nEpson,EB-685,R3\n')).description).toBe('Epson EB-685');
    expect(onlyRow(await bringIn('Make,Item,Room\nEpson,Projector,R3\n'))).toMatchObject({ description: 'Epson Projector', model: null });
  });

  test('words such as "staff" and "pupils" tell who kit is for, whatever the column is called', async () => {
    const { rows } = await bringIn('Tag,Item,Assigned to\n1,Laptop,Staff\n2,Laptop,Pupils\n3,Laptop,Shared\n');
    expect(rows.map(({ userGroup }) => userGroup)).toEqual(['staff', 'pupil', 'shared']);
    expect((await bringIn('Tag,Category\n1,Staff laptops\n2,Student Chromebooks\n3,Laptops\n')).rows.map(({ userGroup }) => userGroup)).toEqual(['staff', 'pupil', null]);
  });

  test('a column of numbers 1, 2, 3 called "No." numbers the rows and is no quantity', async () => {
    const reading = await bringIn('No.,Item\n1,Laptop\n2,Laptop\n3,Laptop\n');
    expect(reading.rows.map(({ quantity }) => quantity)).toEqual([1, 1, 1]);
    expect(leftOut(reading, 'No.')).toBe('it numbers the rows');
  });

  test('two columns of the same name: the first is used, and it is said whether they differ', async () => {
    const reading = await bringIn('Tag,Category,Room,Category\n1,Laptop,R1,Tablet\n2,Laptop,R1,Laptop\n');
    expect(reading.rows.map(({ categoryKey }) => categoryKey)).toEqual(['laptop', 'laptop']);
    expect(leftOut(reading, 'Category (column D)')).toContain('they differ in 1 row');
  });

  test('a column without a header is left out by its letter, an empty one without a word', async () => {
    const reading = await bringIn('Tag,,Item,\n1,x,Laptop,\n');
    expect(reading.leftOut).toEqual([{ column: 'Column B', reason: 'it has no header' }]);
  });

  test.each([
    ['Device_Password', 'Tr0ub4dor'], ['BitLocker key', '123-456'], ['PIN', '8471'], ['Product Key', 'AAAA-BBBB'], ['Wi-Fi key', 'sesame-1'], ['Admin password', 'sesame-2'],
    ['User', 'A Person'], ['Assigned To', 'A Person'], ['Teacher name', 'Mr Person'], ['Owner', 'A Person'], ['Employee No.', '4471'], ['Surname', 'Person'],
    ['E-mail', 'a@b.test'], ['UPN', 'a@b.test'], ['IP Address', '10.0.0.1'], ['MAC', 'aa:bb:cc:dd:ee:ff'], ['Location', 'a@b.test'], ['Notes', '10.1.2.3'],
    ['Name', 'Jane Person'],
  ])('“%s” never comes in', async (header, cell) => {
    const reading = await bringIn(`Tag,Item,${header}\nA-1,Laptop,${cell}\n`);
    expect(JSON.stringify(reading)).not.toContain(cell);
    expect(leftOut(reading, header)).toMatch(/people|passwords|e-mail|network/);
  });
});

describe('finding the header', () => {
  test('below titles, a date and counts', async () => {
    const reading = await bringIn('Hillcrest School,,\nKit list at 1 September 2026,,\nLaptops,120,\nDesktops,80,\n,,\nAsset tag,Description,Room\nA-1,Laptop,R1\n');
    expect(reading).toMatchObject({ headerRow: 6, read: 1 });
  });

  test('over two rows, the upper one standing over several columns', async () => {
    const row = onlyRow(await bringIn('Asset,,Purchase,,Warranty\nTag,Item,Date,Cost,Expiry\nA-1,Laptop,01/09/2022,365,01/09/2025\n'));
    expect(row).toMatchObject({ tag: 'A-1', description: 'Laptop', purchaseDate: '2022-09-01', unitPaidPence: 36_500, warrantyEnd: '2025-09-01' });
  });

  test('again on a later page: that row is refused with its reason', async () => {
    const reading = await bringIn('Tag,Item,Room\nA-1,Laptop,R1\nTag,Item,Room\nA-2,Laptop,R1\n');
    expect(reading.refused).toEqual([{ row: 3, column: null, reason: 'it repeats the header' }]);
    expect(reading).toMatchObject({ read: 3, rows: { length: 2 } });
  });

  test.each([
    'TOTAL,,,£763', 'Total cost:,,,763', 'Grand Total,,2,763', ',Sub-total,,763', ',,Total,763', 'Totals,,,', 'Total: 2,,,', ',Total assets,2,',
  ])('a totals row is refused with its reason: %s', async (total) => {
    const reading = await bringIn(`Tag,Item,Qty,Cost\nA-1,Laptop,1,365\nA-2,Desktop,1,398\n${total}\n`);
    expect(reading.refused).toEqual([{ row: 4, column: null, reason: 'it is a totals row' }]);
    expect(reading.rows).toHaveLength(2);
  });

  test.each([
    'Laptop Total,,,,,730', 'Server Total,,,,,5400', ',Total laptops,,,2,730', ',Laptops total,,,2,730', ',Laptop,Total,,2,730',
    ',Sub-total,Laptop,,1,365', ',,Sum,,,365', ',Total for Room 12,,,1,365', ',Laptop,,Total,,730', ',,R12 Total,,,730', ',Laptop Count,,,2,',
    ',Laptop total,,12/12/2022,2,730', ',Grand Total,,12/12/2022,2,730', 'Total laptops,,,,2,730',
  ])('a subtotal of a group, as Excel writes it or by hand, is refused with its reason: %s', async (total) => {
    const reading = await bringIn(`Tag,Category,Item,Purchase date,Qty,Cost\nA-1,Laptop,Dell 5420,12/12/2022,1,365\n${total}\nA-2,Laptop,Dell 5420,13/12/2022,1,365\n`);
    expect(reading.refused).toEqual([{ row: 3, column: null, reason: 'it is a totals row' }]);
    expect(reading.rows).toHaveLength(2);
  });

  test.each([
    'A-9,Survey,Total Station,,1,900,,', ',Survey,Total Station,12/12/2022,1,900,,', ',Laptop,Dell 5420,,30,365,Total Computers,', ',Laptop,Dell 5420,,30,365,,Total loss',
    ',Laptop,Summit 14,,1,365,,', ',Laptop,Dell 5420,,1,365,,two screens in total',
  ])('a thing with the word total in it is no totals row: %s', async (row) => {
    const reading = await bringIn(`Tag,Category,Item,Purchase date,Qty,Cost,Supplier,Notes\nA-1,Laptop,Dell 5420,12/12/2022,1,365,Stone,\n${row}\n`);
    expect(reading.refused).toEqual([]);
    expect(reading.rows).toHaveLength(2);
  });

  test.each([
    ['of all rows', ',,,,3,1225', 6], ['of the rows since the last subtotal', ',,,,1,495', 6], ['of quantities alone', ',,,,3,', 6],
  ])('bare figures that are the sum %s are a totals row', async (_, figures, row) => {
    const reading = await bringIn('Tag,Category,Item,Purchase date,Qty,Cost\nA-1,Laptop,Dell 5420,12/12/2022,1,365\nA-2,Laptop,Dell 5420,13/12/2022,1,365\n'
      + `,Laptop Total,,,,730\nA-3,Desktop,Dell 3080,14/12/2022,1,495\n${figures}\n,,,,7,11\n`);
    expect(reading.refused).toEqual([
      { row: 4, column: null, reason: 'it is a totals row' }, { row, column: null, reason: 'it is a totals row' },
      { row: 7, column: null, reason: 'nothing in it says what it is' },
    ]);
  });

  test('a make called Total is no totals row', async () => {
    expect((await bringIn('Tag,Item,Make,Room\nA-1,Laptop,Total Computers,R1\n')).refused).toEqual([]);
    expect((await bringIn('Tag,Item,Make,Room\nA-1,Laptop,Total,R1\n')).refused).toEqual([]);
  });

  test('rows that do not say what they are cannot be assets', async () => {
    const reading = await bringIn('Tag,Item,Qty,Room\nA-1,Laptop,1,R1\n,,4,R9\nn/a,-,,\n');
    expect(reading.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'nothing in it says what it is'], [4, 'nothing in it says what it is'],
    ]);
  });

  test('nothing is noticed about a row that was refused', async () => {
    const reading = await bringIn('Tag,Item,Qty,Cost,Bought\nA-1,Laptop,1,365,12/12/2022\nTotal,,,#REF!,\n,,,730,\nTag,Item,Qty,Cost,Bought\nA-2,Laptop,0,see invoice,soon\nA-3,Laptop,1,365,13/12/2022\n');
    expect(reading.refused.map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(reading.decisions.filter(({ readAs }) => /\brows?\b/.test(readAs))).toEqual([]);
  });

  test('a lone cell in a full list is kept and named, since it may be a heading', async () => {
    const reading = await bringIn('Tag,Item,Room\nA-1,Laptop,R1\n,ICT suite,\nA-2,Laptop,R2\n');
    expect(reading.rows).toHaveLength(3);
    expect(said(reading, 'Whole file')).toContain('only one cell is filled in row 3');
  });

  test('a list without a header is told by its cells, and no row is lost', async () => {
    const reading = await bringIn('K001,Dell laptop,2024-01-15,680.00,Good,2025-12-20,12\nK002,Epson projector,2022-03-10,185.00,Good,2025-01-15,6\nK003,Dell server,2021-08-20,360.00,Fair,2024-11-15,12\n');
    expect(reading).toMatchObject({ headerRow: null, read: 3 });
    expect(reading.rows[0]).toMatchObject({ row: 1, tag: 'K001', description: 'Dell laptop', purchaseDate: '2024-01-15', unitPaidPence: 68_000, quantity: 1 });
    expect(said(reading, 'Whole file')).toContain('no header row');
    expect(reading.leftOut.map(({ column }) => column)).toEqual(['Column E', 'Column F', 'Column G']);
  });
});
