import { sheetRows, workbookParts, zip } from '../intake/zip-writer.ts';

/* Registers of any size, as a school with that much kit would keep them. */

const KINDS = ['Laptop', 'Desktop PC', 'iPad', 'TFT monitor', 'Interactive panel', 'Network switch', 'Access point', 'Projector'];
const HEADINGS = [
  'Asset tag', 'Serial number', 'Description', 'Category', 'Make', 'Model', 'Room', 'Qty', 'Purchase date', 'Cost inc VAT', 'Warranty',
  'Status', 'Order number', 'Supplier',
];

const two = (value: number): string => String(value).padStart(2, '0');

const cells = (index: number): (string | number)[] => [
  `HC-${String(index).padStart(6, '0')}`, index % 5 === 0 ? 'N/A' : `SN${index * 7_919}`, `${KINDS[index % 8] ?? ''}, room set ${index % 40}`,
  KINDS[index % 8] ?? '', ['Dell', 'HP', 'Apple'][index % 3] ?? '', `Model ${index % 60}`, `Room ${index % 90}`, index % 50 === 0 ? 30 : 1,
  `${two((index % 28) + 1)}/${two((index % 12) + 1)}/${2017 + (index % 9)}`, `£${300 + (index % 900)}.50`, '36 months', 'In use', `PO${index % 700}`, 'Stone',
];

const rowsOf = (count: number): (string | number)[][] => [HEADINGS, ...Array.from({ length: count }, (_, index) => cells(index))];

export const registerCsv = (count: number): Uint8Array =>
  Buffer.from(rowsOf(count).map((row) => row.map((cell) => (String(cell).includes(',') ? `"${cell}"` : cell)).join(',')).join('\n'));

export const registerXlsx = (count: number): Uint8Array => zip(workbookParts([{ name: 'Inventory', cells: sheetRows(rowsOf(count)) }]));
