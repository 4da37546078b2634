import { monthOf } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { STATUS_WORDS, type IsoDate } from '../../planning/vocabulary.ts';
import { sampleSchool, type SampleAsset } from './school.ts';

const COLUMNS: readonly (readonly [header: string, cell: (asset: SampleAsset, index: number) => string])[] = [
  ['Asset No', ({ tag }) => tag],
  ['Type', ({ type }) => type],
  ['Description', ({ description }) => description],
  ['Make', ({ model }) => model.make],
  ['Model', ({ model }) => model.name],
  ['Serial', ({ serial }, index) => serial ?? NOT_KNOWN[index % NOT_KNOWN.length] ?? ''],
  ['Room', ({ location }) => location ?? ''],
  ['Department', ({ department }) => department ?? ''],
  ['Qty', ({ quantity }) => String(quantity)],
  ['Purchased', ({ purchaseDate }) => (purchaseDate === null ? 'unknown' : ukDate(purchaseDate))],
  ['Price', (asset) => price(asset)],
  ['Warranty', (asset) => warranty(asset)],
  ['Supplier', ({ supplier }) => supplier ?? ''],
  ['Order No', ({ orderNumber }) => orderNumber ?? ''],
  ['Status', ({ status }) => STATUS_WORDS[status]],
  ['Notes', ({ notes }) => notes ?? ''],
];

/** What people type where they know nothing. */
const NOT_KNOWN = ['N/A', '', '-', 'n/a', 'not known'] as const;

const ukDate = (date: IsoDate): string => date.split('-').toReversed().join('/');

/** Two people have kept this list: one wrote "£398.00", the other "398". */
const bySecondHand = ({ supplier }: SampleAsset): boolean => supplier === 'Calder Computing' || supplier === 'Marlow Systems';

function price(asset: SampleAsset): string {
  if (asset.unitPaidPence === null) return '';
  const exact = formatPounds(asset.unitPaidPence, { pence: true });
  return bySecondHand(asset) ? exact : exact.replace(/^£/, '').replaceAll(',', '').replace(/\.00$/, '');
}

function warranty(asset: SampleAsset): string {
  if (asset.warrantyStart === null || asset.warrantyEnd === null) return '';
  const months = monthOf(asset.warrantyEnd) - monthOf(asset.warrantyStart);
  return bySecondHand(asset) ? `${months} months` : `${months / 12} yrs`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/**
 * Hillcrest's register as the CSV file that a school would keep: a title above the headings, prices and lengths
 * of cover written in two ways, gaps filled with "N/A" and the like, groups as one row, a total at the end.
 * Importing it gives the assets of `sampleSchool`, except the fund each was bought from, which no column holds.
 */
export function sampleRegisterCsv(): string {
  const { assets, school } = sampleSchool();
  const items = assets.reduce((sum, { quantity }) => sum + quantity, 0);
  const blank = COLUMNS.map(() => '');
  return `\ufeff${[
    line([`${school.name} (made up): ICT kit list`, ...blank.slice(1)]),
    line(['Checked room by room, September 2026', ...blank.slice(1)]),
    line(blank),
    line(COLUMNS.map(([header]) => header)),
    ...assets.map((asset, index) => line(COLUMNS.map(([, cell]) => cell(asset, index)))),
    line(COLUMNS.map(([header]) => (header === 'Asset No' ? 'Total' : header === 'Qty' ? formatCount(items) : ''))),
  ].join('')}`;
}
