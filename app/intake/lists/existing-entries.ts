import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { ListKind } from '../../contract/import-options.ts';
import { existingAssets } from '../existing-assets.ts';
import type { ExistingAsset } from '../match-register.ts';
import { nameKey } from './adapted-rows.ts';

const NOTHING: Omit<ExistingAsset, 'id' | 'description'> = {
  tag: null, serial: null, categoryKey: 'other', userGroup: null, yearGroup: null, make: null, model: null, site: null, building: null, room: null, department: null, supplier: null,
  quantity: 1, status: 'in_use', purchaseDate: null, inServiceDate: null, unitPaidPence: null, unitVatPence: null, warrantyEnd: null, ownWarrantyEnd: null,
  vendorSupportEnd: null, leaseEnd: null, orderNumber: null, system: null, memoryGb: null, processor: null, storageGb: null,
  disposedOn: null, disposalRoute: null, disposalCertificate: null, dataWipedOn: null, notes: null,
};

/** What the plan has of the kind of thing that a list is of, in the form in which rows are compared with it. */
export function existingEntries(kind: ListKind, snapshot: PlanSnapshot): readonly ExistingAsset[] {
  switch (kind) {
    case 'kit': return existingAssets(snapshot);
    case 'software': {
      const suppliers = new Map(snapshot.suppliers.map(({ id, name }) => [id, name]));
      return snapshot.software.map((title) => ({
        ...NOTHING, id: title.id, tag: nameKey(title.name), description: title.name, model: title.name, make: title.publisher,
        categoryKey: 'software', supplier: title.supplierId === null ? null : suppliers.get(title.supplierId) ?? null,
        quantity: title.units ?? 1, purchaseDate: title.start, unitPaidPence: title.amountPence, leaseEnd: title.end,
        orderNumber: title.reference, notes: title.notes,
      }));
    }
    case 'models': return snapshot.models.map(({ id, categoryKey, make, name, memoryGb, processor, storageGb }) => (
      { ...NOTHING, id, tag: nameKey(categoryKey, make, name), description: name, categoryKey, make, model: name, memoryGb, processor, storageGb }));
    case 'ledger': return snapshot.ledger.filter(({ kind: what }) => what === 'bought').map((entry) => ({
      ...NOTHING, id: entry.id, description: entry.item ?? '', categoryKey: entry.categoryKey, quantity: entry.quantity,
      purchaseDate: entry.happenedOn, unitPaidPence: entry.pence === null ? null : Math.floor(entry.pence / entry.quantity), notes: entry.notes,
    }));
    case 'places': return snapshot.locations.map(({ id, name }) => ({ ...NOTHING, id, tag: nameKey(name), description: name }));
    default: return kind satisfies never;
  }
}
