import type { ChartSpec } from '../../planning/documents/chart-spec.ts';
import { heading, italic, lead, note, paragraph, words, type DocumentBlock, type DocumentModel, type DocumentSection, type DocumentTable, type TableRow } from '../../planning/documents/model.ts';

/** A document that holds each block there is, the awkward ones too: what writers are held against before composers use them. */

const YEARS = ['2026/27', '2027/28', '2028/29', '2029/30', '2030/31'];
const pounds = (...values: number[]): number[] => values.map((value) => value * 100);

const stacked: ChartSpec = {
  key: 'cost', title: 'Planned cost and budget, by year', kind: 'stacked_columns', unit: 'pence', categories: YEARS,
  series: [
    { key: 'running', name: 'Running costs', tone: 'running', values: pounds(50_000, 51_000, 53_000, 54_000, 56_000) },
    { key: 'devices', name: 'Devices', tone: 'devices', values: pounds(59_000, 47_000, 56_000, 52_000, 57_000) },
    { key: 'displays', name: 'Displays, print, AV', tone: 'displays', values: pounds(5_000, 7_500, 4_500, 3_000, 4_000) },
    { key: 'servers', name: 'Servers', tone: 'servers', values: pounds(0, 2_000, 10_532, 9_500, 2_000) },
    { key: 'network', name: 'Network', tone: 'network', values: pounds(3_340, 6_918, 1_000, 4_001, 1_481) },
  ],
  line: { name: 'Budget', values: pounds(118_400, 118_400, 118_400, 119_600, 120_800) },
  marks: [{ at: 2, text: '£6,632 over', standing: 'short' }, { at: 3, text: '£2,901 over', standing: 'covered' }],
  altText: 'Columns of planned cost by year.',
};

const cells = (kind: TableRow['kind'], ...texts: string[]): TableRow => ({ kind, cells: texts.map((text) => ({ text })) });

const ledger: DocumentTable = {
  kind: 'table', caption: 'Budget and cost, by year', note: 'The reserve is what earlier years have left.',
  columns: [{ heading: '', align: 'left', share: 1.5 }, ...YEARS.map((year) => ({ heading: year, align: 'right' as const, share: 1 }))],
  rows: [
    cells('body', 'Budget, £', '118,400', '118,400', '118,400', '119,600', '120,800'), cells('body', 'Cost, £', '117,340', '114,418', '125,032', '122,501', '120,481'),
    cells('grand', 'Difference', '1,060 left', '3,982 left', '6,632 over', '2,901 over', '319 left'), cells('body', 'ICT reserve after', '7,060', '11,042', '4,410', '1,509', '1,828'),
  ],
};

const bars: ChartSpec = {
  key: 'age', title: 'Kit by age', kind: 'bars', unit: 'count', categories: ['Under two years', 'Two to four years', 'A name that nobody has ever shortened, over six years old and still in use'],
  series: [{ key: 'kit', name: 'Items', tone: 'first', values: [120, 340, 17] }], line: null, marks: [], altText: 'Bars of kit by age.',
};

const sideBySide: ChartSpec = {
  key: 'share', title: 'What people said', kind: 'columns', unit: 'percent', categories: ['Leaders', 'Teachers', 'Pupils'],
  series: [{ key: 'now', name: 'This year', tone: 'first', values: [62, 48, 71] }, { key: 'then', name: 'Last year', tone: 'second', values: [55, 51, 0] }],
  line: null, marks: [], altText: 'Columns of what people said.',
};

/** Rows in groups, longer than a page. */
export const longTable: DocumentTable = {
  kind: 'table', caption: 'Refresh schedule, by room', note: null,
  columns: [{ heading: 'Room', align: 'left', share: 3 }, { heading: 'Kind', align: 'left', share: 3 }, { heading: 'Items', align: 'right', share: 1 }, { heading: 'Cost, £', align: 'right', share: 1 }],
  rows: [
    ...[1, 2, 3].flatMap((term) => [cells('group', `Term ${term}`), ...Array.from({ length: 22 }, (_, at) => cells('body', `Room ${term}${at}`, 'Pupil laptops', '30', '12,570')), cells('total', `Term ${term} in all`, '', '660', '276,540')]),
    cells('grand', 'All terms', '', '1,980', '829,620'),
  ],
};

const section = (key: string, number: string | null, title: string, blocks: readonly DocumentBlock[], also: Partial<DocumentSection> = {}): DocumentSection =>
  ({ key, number, title, blocks, annex: false, landscape: false, notes: [], ...also });

export const specimen = (change: Partial<DocumentModel> = {}): DocumentModel => ({
  kind: 'strategy', layout: 'report', title: 'ICT strategy 2026 to 2031', school: 'Hillcrest School', madeUp: true, reader: 'governors',
  version: { number: 3, state: 'draft', plan: 14 }, asOf: '2026-11-21', opening: words('The plan costs £599,772 over five years, against a budget of £595,600.'),
  header: { left: 'Hillcrest School: ICT strategy 2026 to 2031', right: 'Draft 3, for the Finance committee, 11 December 2026' },
  footer: 'A made-up school. Figures as at 21 November 2026, net of VAT. Scenario: Spread the cost, version 14.',
  sections: [
    section('costs', '1', 'What it costs, and who pays', [
      lead('The plan costs £599,772 over five years, against a budget of £595,600. Two years run over; money carried forward and the ICT reserve cover both.'),
      { kind: 'figure', chart: stacked, ledger },
      heading('Why 2028/29 is different'), paragraph('In 2024 the school bought its servers and three trolleys of pupil laptops in the same year. All of them reach the end of their four-year life together. Replacing everything would cost £141,762 in a year with a budget of £118,400.'),
      heading('What each side gives'),
      paragraph({ text: 'Humanities', strong: true }, ' shares a trolley with RE, so 30 laptops are not replaced. ', { text: 'IT', strong: true }, ' runs the storage for a fifth year under a paid warranty. Adaptive teaching (objective 2.2) is met only in part from 2028/29.'),
      { kind: 'box', title: 'Decisions wanted', ordered: true, items: [words('Approve the plan ', italic('Spread the cost'), ' for 2026 to 2031.'), words('Agree that unspent ICT money stays in the ICT reserve until 2030.'), words('Review both in November 2027, with the roll and prices at that date.')] },
    ]),
    section('now', '2', 'Where we are now', [
      { kind: 'figure', chart: bars, ledger: null }, heading('What people said', 3), { kind: 'figure', chart: sideBySide, ledger: null },
      { kind: 'list', ordered: false, items: [words('One thing.'), words('Another, which takes more than a line to say because it is about a room that has a long name and a longer history of what was tried in it.')] },
      { kind: 'paragraph', tone: 'own', words: words('The school’s own words,\non two lines.') }, note('Left out: 41 items that have no date of purchase.'),
    ]),
    section('schedule', 'A', 'Refresh schedule', [longTable], { annex: true }),
    section('wide', 'B', 'Assumptions', [longTable], { annex: true, landscape: true }),
    section('log', 'C', 'Decision log', [paragraph('Nothing has been decided yet.')], { annex: true }),
  ],
  ...change,
});
