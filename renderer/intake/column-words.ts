import type { ImportTarget, MappedAbout } from '../../app/contract/import-options.ts';
import { IMPORT_TARGETS } from '../../app/contract/import-options.ts';
import type { ExaminedColumn } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';

/** What a column can be taken for, in the register's own words. */
const TARGET_WORDS: Readonly<Record<ImportTarget, string>> = {
  tag: 'Tag', serial: 'Serial number', description: 'What it is', category: 'Kind', userGroup: 'Who it is for', yearGroup: 'Year group', make: 'Make', model: 'Model',
  site: 'Site', building: 'Building', room: 'Room', department: 'Department', supplier: 'Supplier', quantity: 'Number', status: 'Status', purchaseDate: 'Bought',
  inServiceDate: 'In use from', cost: 'Price paid', vat: 'VAT', warranty: 'Warranty', warrantyStart: 'Warranty starts',
  vendorSupportEnd: 'Maker’s support ends', leaseEnd: 'Lease or licence ends', orderNumber: 'Order', system: 'Operating system', memory: 'Memory',
  processor: 'Processor', storage: 'Storage', notes: 'Notes',
  disposed: 'Disposed of on', disposalRoute: 'Disposed of how', disposalCertificate: 'Disposal certificate', dataWiped: 'Data wiped on', ownership: 'Whose it is', returned: 'Was returned', deleted: 'Was deleted',
};

export const LEAVE_OUT = 'leave_out';

/** The choices for a column, in the order of a register. */
export const TARGET_CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  { value: LEAVE_OUT, label: 'Leave out' }, ...IMPORT_TARGETS.map((target) => ({ value: target, label: TARGET_WORDS[target] })),
];

/** Columns without which a row comes in and is still not all that a plan needs. */
const NEEDED: ReadonlySet<ImportTarget> = new Set(['purchaseDate', 'category', 'cost']);

export type ColumnResult = { readonly tone: 'ok' | 'ask' | 'over' | 'out'; readonly text: string };

/** How well a column could be read, in a few words: the worst first. */
export function columnResult(column: ExaminedColumn): ColumnResult {
  const { goesTo, reason, filled, of, doubtful, repeated, unknown, spelledTwoWays } = column;
  if (goesTo === null) return { tone: 'out', text: startUpper(reason ?? 'left out') };
  if (repeated > 0) return { tone: 'over', text: `${formatCount(repeated)} repeated` };
  const shown = `${formatCount(filled - doubtful)} of ${formatCount(of)}`;
  if (doubtful > 0) return { tone: 'over', text: shown };
  const [word] = unknown;
  if (word !== undefined) return { tone: 'ask', text: unknown.length === 1 ? `1 to match: “${word}”` : `${formatCount(unknown.length)} words to match` };
  if (spelledTwoWays > 0) return { tone: 'ask', text: `${formatCount(spelledTwoWays)} spelled two ways` };
  return { tone: filled < of && NEEDED.has(goesTo) ? 'ask' : 'ok', text: shown };
}

export type ReadingChoice = { readonly value: string; readonly label: string };

const ORDERS: readonly ReadingChoice[] = [
  { value: 'day_first', label: 'Day first' }, { value: 'month_first', label: 'Month first' }, { value: 'year_first', label: 'Year first' },
];
const MONEY: readonly ReadingChoice[] = [
  { value: 'item net', label: '£, net of VAT' }, { value: 'item gross', label: '£, with VAT' },
  { value: 'line net', label: '£ for the row, net' }, { value: 'line gross', label: '£ for the row, with VAT' },
];
const LENGTHS: readonly ReadingChoice[] = [
  { value: 'months', label: 'Months' }, { value: 'years', label: 'Years' }, { value: 'date', label: 'End date' },
];

/** The ways in which a column can be read, with the one that is used; null where there is only one. */
export function readingChoices({ reading }: ExaminedColumn): { readonly value: string; readonly choices: readonly ReadingChoice[] } | null {
  switch (reading?.kind) {
    case 'date': return { value: reading.order, choices: ORDERS };
    case 'money': return { value: `${reading.per} ${reading.vat}`, choices: MONEY };
    case 'warranty': return { value: reading.reads, choices: LENGTHS };
    case 'text': case 'kinds': case 'names': case undefined: return null;
    default: return reading satisfies never;
  }
}

const NAMES = { kind: ['kind', 'kinds'], room: ['room', 'rooms'], make: ['make', 'makes'], department: ['department', 'departments'], supplier: ['supplier', 'suppliers'], status: ['status', 'statuses'], userGroup: ['group', 'groups'],
  yearGroup: ['year group', 'year groups'], site: ['site', 'sites'], building: ['building', 'buildings'], disposalRoute: ['way', 'ways'] } as const;

/** One of what the words of a column stand for: "room". */
export const wordNoun = (about: MappedAbout): string => NAMES[about][0];

/** Whether the words of a column can be said to stand for something. */
export const hasWords = ({ reading, filled }: ExaminedColumn): boolean => filled > 0 && (reading?.kind === 'kinds' || reading?.kind === 'names');

/** What a column without a choice is read as: "Text", "14 kinds", "61 rooms". */
export function readingWords({ reading }: ExaminedColumn): string {
  if (reading === null) return '';
  if (reading.kind === 'kinds') return `${formatCount(reading.count)} ${reading.count === 1 ? 'kind' : 'kinds'}`;
  if (reading.kind === 'names') return `${formatCount(reading.count)} ${NAMES[reading.about][reading.count === 1 ? 0 : 1]}`;
  return 'Text';
}
