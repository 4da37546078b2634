import { describe, expect, test } from 'vitest';
import { bringIn, leftOut, onlyRow } from './bring-in.ts';

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
/** One row under the headings of another program's export, written as heading → cell. */
const oneRow = (cells: Readonly<Record<string, string>>): string => `${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}\n`;

describe('exports that come in without a person matching anything', () => {
  test('Snipe-IT, depreciation: what it is worth now is no price', async () => {
    const reading = await bringIn(oneRow({
      'Company': 'Hillcrest', 'Category': 'Laptops', 'Asset Name': 'Trolley 4', 'Asset Tag': 'HC-1', 'Model': 'Latitude 3520', 'Model No.': '', 'Serial': 'S1',
      'Depreciation': 'IT', 'Number of Months': '36', 'Status': 'Ready to Deploy', 'Checked Out': 'A Person', 'Location': 'R12', 'Manufacturer': 'Dell',
      'Supplier': 'Stone', 'Purchase Date': '2021-09-24', 'Currency': 'GBP', 'Purchase Cost': '365.00', 'Order Number': 'PO-7', 'EOL': '2026-09-24',
      'Current Value': '12.00', 'Monthly Depreciation': '10.00', 'Diff': '5.00', 'Warranty Expires': '2024-09-24',
    }));
    expect(onlyRow(reading)).toMatchObject({ tag: 'HC-1', serial: 'S1', quantity: 1, unitPaidPence: 36_500, purchaseDate: '2021-09-24', warrantyEnd: '2024-09-24', room: 'R12' });
    expect(leftOut(reading, 'Current Value')).toContain('worth now');
    expect(leftOut(reading, 'Checked Out')).toContain('people');
  });

  test('Snipe-IT, licences table: seats and end, and the product key stays out', async () => {
    const reading = await bringIn(oneRow({
      'ID': '1', 'Company': '', 'Name': 'Drawing suite', 'Product Key': 'AAAA-BBBB', 'Expiration Date': '2026-08-31', 'Licensed to Email': 'a@b.test',
      'Licensed to Name': 'A Person', 'Category': 'Graphics', 'Supplier': 'Stone', 'Manufacturer': 'Adobo', 'Min QTY': '', 'Total': '30', 'Avail': '4',
      'Purchase Date': '2025-09-01', 'Termination Date': '', 'Depreciation': '', 'Maintained': 'Yes', 'Reassignable': 'Yes', 'Purchase Cost': '40.00',
      'Purchase Order Number': 'PO-1', 'Order Number': '', 'Notes': '',
    }));
    expect(reading.list).toBe('software');
    expect(onlyRow(reading)).toMatchObject({ description: 'Drawing suite', make: 'Adobo', quantity: 30, leaseEnd: '2026-08-31', unitPaidPence: 4_000, serial: null });
    expect(leftOut(reading, 'Product Key')).toContain('keys');
    expect(JSON.stringify(reading)).not.toMatch(/AAAA|Person/);
  });

  test('i-doit, accounting: inventory number, procurement and the start of the warranty', async () => {
    expect(onlyRow(await bringIn(oneRow({
      'Title': 'Switch, comms 1', 'Type': 'Switch', 'Inventory no.': 'INV-9', 'Order no.': 'PO-3', 'Order date': '01/08/2021', 'Invoice no.': 'R-1', 'Date of invoice': '24/09/2021',
      'Procurement': 'Purchase', 'Price': '1200.00', 'Warranty period': '36 months', 'Warranty start': '01/10/2021',
    })))).toMatchObject({ tag: 'INV-9', categoryKey: 'network_switch', orderNumber: 'PO-3', unitPaidPence: 120_000, warrantyEnd: '2024-10-01' });
  });

  test('Lifecycle Manager: user and age stay out, the warranty is an end', async () => {
    const reading = await bringIn(oneRow({
      'Asset Name': 'PC-12', 'User': 'A Person', 'Make': 'HP', 'Serial': 'CZC1', 'Model': 'ProDesk 400', 'OS': 'Windows 10 Pro', 'Age': '4.2 years', 'Purchase Date': '24/09/2021',
      'Warranty Expiration': '24/09/2024', 'CPU': 'i5', 'RAM': '8 GB', 'Storage': '256 GB',
    }));
    expect(onlyRow(reading)).toMatchObject({ description: 'PC-12', serial: 'CZC1', categoryKey: 'desktop', system: 'Windows 10 Pro', warrantyEnd: '2024-09-24' });
    expect(leftOut(reading, 'User')).toContain('people');
  });

  test('Google Admin: the system version and the account stay apart from what the plan needs', async () => {
    const reading = await bringIn(oneRow({
      'deviceId': 'a1', 'serialNumber': '5CD1', 'model': 'Chromebook 3100', 'lastPolicySync': '2026-11-01', 'enrollmentTime': '2021-09-24', 'osVersion': '128.0', 'orgUnitPath': '/Pupils',
      'provisionStatus': 'ACTIVE', 'annotatedAssetId': 'HC-CB-1', 'annotatedUser': 'a@b.test', 'annotatedLocation': 'Trolley A', 'annotatedNotes': '', 'ethernetMacAddress': '', 'macAddress': 'aa:bb:cc:dd:ee:ff',
      'lastReport': '', 'autoUpdateThrough': '2029-06-01', 'platformVersion': '', 'firmwareVersion': '', 'manufacturingDate': '',
    }));
    expect(onlyRow(reading)).toMatchObject({ tag: 'HC-CB-1', serial: '5CD1', categoryKey: 'chromebook', room: 'Trolley A', status: 'in_use', vendorSupportEnd: '2029-06-01' });
    expect(JSON.stringify(reading)).not.toMatch(/a@b|aa:bb/);
  });

  test('GAM: supportEndDate is the end of the maker’s support too', async () => {
    expect(onlyRow(await bringIn(oneRow({ deviceId: 'a1', serialNumber: '5CD1', model: 'Chromebook 3100', status: 'ACTIVE', supportEndDate: '2028-06-30' }))).vendorSupportEnd).toBe('2028-06-30');
  });

  test('Intune: name and version of the system are one text', async () => {
    expect(onlyRow(await bringIn(oneRow({ 'Device name': 'LT-1', 'OS': 'Windows', 'OS version': '10.0.19045', 'Serial number': 'S1', 'Primary user UPN': 'a@b.test' })))).toMatchObject({ serial: 'S1', system: 'Windows 10.0.19045' });
  });
});
