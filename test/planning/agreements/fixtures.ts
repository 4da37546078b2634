import type { Contract, SoftwareTitle } from '../../../planning/agreements/agreement.ts';
import type { Warranty } from '../../../planning/snapshot.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';

let nextId = 1_000;
/** The next contract or title has the number 1,000 again. */
export const countAgreementsAnew = (): void => { nextId = 1_000; };

const TERMS = {
  amountPence: null, period: 'yearly', periodYears: null, driver: 'site', units: null, deviceCategoryKey: null, priceDate: null, start: null, end: null,
  noticeDays: null, autoRenews: false, riseBp: null, supplierId: null, fundKey: null, reference: null, notes: null,
} as const;

/** A contract of which nothing is known but its name. */
export const contract = (parts: Partial<Contract> = {}): Contract => ({
  id: nextId++, kind: 'contract', name: 'Filtering', categoryKey: 'support_contract', costCategory: 'connectivity', ...TERMS,
  contractKind: 'service', coversHardware: false, assetIds: [], ...parts,
});

/** A title of which nothing is known but its name. */
export const title = (parts: Partial<SoftwareTitle> = {}): SoftwareTitle => ({
  id: nextId++, kind: 'software', name: 'Score writer', categoryKey: 'software', costCategory: 'it_learning_resources', ...TERMS,
  publisher: null, version: null, supportReleaseId: null, supportEnd: null, needsSystem: null, needsMemoryGb: null, leastMemoryGb: null, needsCores: null, leastCores: null, needsProcessor: null,
  needsStorageGb: null, networkInstallable: null, departmentIds: [], ...parts,
});

export const warranty = (assetId: number, endsOn: string, parts: Partial<Warranty> = {}): Warranty => ({
  id: nextId++, assetId, startsOn: null, endsOn, supplierId: null, reference: null, kind: 'standard', costPence: null, ...parts,
});

export const entry = (kind: LedgerEntry['kind'], happenedOn: string, parts: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: nextId++, kind, happenedOn, categoryKey: 'laptop', userGroup: null, assetId: null, item: null, quantity: 1, pence: null, notes: null, ...parts,
});
