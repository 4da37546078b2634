import type { ListKind } from '../../contract/import-options.ts';
import type { RefusedRow, RegisterField, RegisterRow } from '../register-row.ts';

/** What each kind of list keeps of a row; the rest says nothing there. */
const KEEPS: Readonly<Record<Exclude<ListKind, 'kit'>, readonly RegisterField[]>> = {
  software: ['description', 'make', 'supplier', 'quantity', 'purchaseDate', 'unitPaidPence', 'leaseEnd', 'orderNumber', 'notes'],
  models: ['categoryKey', 'make', 'model', 'memoryGb', 'processor', 'storageGb'],
  ledger: ['description', 'categoryKey', 'quantity', 'purchaseDate', 'unitPaidPence', 'notes'],
  places: ['description'],
};
const ALL: readonly RegisterField[] = [
  'tag', 'serial', 'description', 'categoryKey', 'userGroup', 'yearGroup', 'make', 'model', 'site', 'building', 'room', 'department', 'supplier', 'quantity', 'status',
  'purchaseDate', 'inServiceDate', 'unitPaidPence', 'unitVatPence', 'warrantyMonths', 'warrantyEnd', 'vendorSupportEnd', 'leaseEnd',
  'orderNumber', 'system', 'memoryGb', 'processor', 'storageGb', 'disposedOn', 'disposalRoute', 'disposalCertificate', 'dataWipedOn', 'notes',
];

/**
 * Rows of a list of something else than kit, in the form in which they are compared with what the plan has of it.
 * Their name stands for the tag: it tells which one a row is about.
 */
export function adaptRows(
  kind: ListKind, rows: readonly RegisterRow[],
): { readonly rows: readonly RegisterRow[]; readonly refused: readonly RefusedRow[] } {
  if (kind === 'kit') return { rows, refused: [] };
  const silent = ALL.filter((field) => !KEEPS[kind].includes(field));
  const adapted: RegisterRow[] = [];
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const reason = refusalOf(kind, row);
    // A row that lists several items is refused once.
    if (reason !== null && refused.at(-1)?.row !== row.row) refused.push({ row: row.row, column: null, reason });
    if (reason === null) adapted.push({ ...adapt(kind, row), filledIn: [...new Set([...row.filledIn, ...silent])] });
  }
  return { rows: adapted, refused };
}

function refusalOf(kind: Exclude<ListKind, 'kit'>, row: RegisterRow): string | null {
  if (kind === 'ledger' && row.purchaseDate === null) return 'it has no day of purchase, and the record of consumables needs one';
  return kind === 'models' && row.model === null ? 'it has no name of a model' : null;
}

/** The name by which a title, a model or a place is known again. */
export const nameKey = (...parts: readonly (string | null)[]): string => parts.map((part) => (part ?? '').replaceAll(/\s+/g, ' ').trim()).join(' · ');

function adapt(kind: Exclude<ListKind, 'kit'>, row: RegisterRow): RegisterRow {
  switch (kind) {
    case 'software': {
      // A make is compared with its model only: the title stands for it. An end before the start is a slip.
      const leaseEnd = row.leaseEnd !== null && row.purchaseDate !== null && row.leaseEnd < row.purchaseDate ? null : row.leaseEnd;
      return { ...row, tag: nameKey(row.description), serial: null, model: row.description, categoryKey: 'software', leaseEnd };
    }
    case 'models': return { ...row, tag: nameKey(row.categoryKey, row.make, row.model), serial: null };
    case 'ledger': {
      const said = [row.supplier === null ? null : `Supplier: ${row.supplier}`, row.orderNumber === null ? null : `Order: ${row.orderNumber}`];
      const notes = [row.notes, ...said].filter((part) => part !== null).join('\n');
      return { ...row, tag: null, serial: null, notes: notes === '' ? null : notes };
    }
    case 'places': return { ...row, tag: nameKey(row.description), serial: null };
    default: return kind satisfies never;
  }
}
