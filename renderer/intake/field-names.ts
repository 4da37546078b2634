import { formatDate, isIsoDate } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import type { Category } from '../../planning/categories.ts';
import { formatExact } from '../../planning/money.ts';
import { DISPOSAL_ROUTE_WORDS, STATUS_WORDS } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';

/** The register's fields by the names that its columns have on screen. */
const NAMES: Readonly<Record<string, string>> = {
  tag: 'Tag', serial: 'Serial number', description: 'What it is', categoryKey: 'Kind', userGroup: 'For', yearGroup: 'Year group', make: 'Make',
  model: 'Model', site: 'Site', building: 'Building', room: 'Room', department: 'Department', supplier: 'Supplier', quantity: 'Number', status: 'Status',
  purchaseDate: 'Bought', purchaseDateAssumed: 'Bought, day assumed', inServiceDate: 'In use from', unitPaidPence: 'Paid', unitVatPence: 'VAT',
  warrantyStart: 'Cover starts', warrantyEnd: 'Cover ends', coverEnd: 'Cover ends', vendorSupportEnd: 'Maker’s support ends',
  leaseEnd: 'Lease ends', orderNumber: 'Order', system: 'Operating system', notes: 'Notes',
  memoryGb: 'Memory of the model, GB', processor: 'Processor of the model', storageGb: 'Storage of the model, GB',
  disposedOn: 'Disposed of on', disposalRoute: 'Disposed of how', disposalCertificate: 'Disposal certificate', dataWipedOn: 'Data wiped on',
};

/** What a field is called; a field without a name here keeps its own. */
export const fieldName = (field: string): string => NAMES[field] ?? field;

const WORDS: Readonly<Record<string, string>> = { ...STATUS_WORDS, ...DISPOSAL_ROUTE_WORDS, staff: 'Staff', pupil: 'Pupils', shared: 'Shared', true: 'Yes', false: 'No' };
const WORD_FIELDS: readonly string[] = ['status', 'userGroup', 'disposalRoute', 'purchaseDateAssumed'];

/** A field's value as the register shows it: days, pounds and kinds in words, everything else as it stands. */
export function fieldValue(field: string, value: string, categories: readonly Category[]): string {
  if (isIsoDate(value)) return formatDate(value);
  if (field.endsWith('Pence') && /^\d+$/.test(value)) return formatExact(Number(value));
  if (field === 'categoryKey') return startUpper(categoryNamed(categories, value).singular);
  return WORD_FIELDS.includes(field) ? WORDS[value] ?? value : value;
}
