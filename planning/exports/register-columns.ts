/** The columns of the register as a file, in their order. A key never changes: people ask for columns by it. */
export const REGISTER_COLUMNS = [
  'tag', 'serial', 'description', 'kind', 'make', 'model', 'userGroup', 'department', 'yearGroup', 'room', 'place', 'supplier', 'orderNumber',
  'fund', 'code', 'quantity', 'status', 'bought', 'boughtAssumed', 'inUseFrom', 'paid', 'vat', 'warrantyEnd', 'supportEnd', 'system',
  'systemEnd', 'leaseEnd', 'due', 'setBy', 'costThen', 'movedBecause', 'passedDown', 'left', 'route', 'certificate', 'wiped', 'broughtIn', 'notes',
] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];
