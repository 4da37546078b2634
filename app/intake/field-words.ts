import type { ColumnField } from './column-synonyms.ts';
import type { RegisterField } from './register-row.ts';

/** Where the cells of a column end up, and what that is called in a sentence. */
export const FIELD_WORDS: Readonly<Record<ColumnField, { readonly goesTo: RegisterField; readonly words: string }>> = {
  tag: { goesTo: 'tag', words: 'asset tag' },
  serial: { goesTo: 'serial', words: 'serial number' },
  description: { goesTo: 'description', words: 'description' },
  category: { goesTo: 'categoryKey', words: 'category' },
  userGroup: { goesTo: 'userGroup', words: 'who it is for' },
  make: { goesTo: 'make', words: 'make' },
  model: { goesTo: 'model', words: 'model' },
  room: { goesTo: 'room', words: 'room' },
  department: { goesTo: 'department', words: 'department' },
  supplier: { goesTo: 'supplier', words: 'supplier' },
  quantity: { goesTo: 'quantity', words: 'quantity' },
  status: { goesTo: 'status', words: 'status' },
  purchaseDate: { goesTo: 'purchaseDate', words: 'purchase date' },
  inServiceDate: { goesTo: 'inServiceDate', words: 'date of going into use' },
  cost: { goesTo: 'unitPaidPence', words: 'price paid' },
  vat: { goesTo: 'unitVatPence', words: 'VAT' },
  warranty: { goesTo: 'warrantyEnd', words: 'warranty' },
  warrantyStart: { goesTo: 'warrantyEnd', words: 'start of the warranty' },
  vendorSupportEnd: { goesTo: 'vendorSupportEnd', words: 'end of the maker’s support' },
  endOfLife: { goesTo: 'vendorSupportEnd', words: 'end of the maker’s support' },
  leaseEnd: { goesTo: 'leaseEnd', words: 'end of the lease' },
  orderNumber: { goesTo: 'orderNumber', words: 'order number' },
  system: { goesTo: 'system', words: 'operating system' },
  notes: { goesTo: 'notes', words: 'notes' },
  disposed: { goesTo: 'status', words: 'disposal: a filled cell means that the kit is gone' },
  ownership: { goesTo: 'status', words: 'ownership: what belongs to a person is refused' },
  returned: { goesTo: 'status', words: 'returns: what went back is refused' },
  deleted: { goesTo: 'status', words: 'deletion: deleted rows are refused' },
};
