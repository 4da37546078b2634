import { placesOf } from '../../planning/places.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { ExistingAsset } from './match-register.ts';

const namesOf = (list: readonly { readonly id: number; readonly name: string }[]): ((id: number | null) => string | null) => {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : names.get(id) ?? null);
};

/** The plan's assets as a register would write them, so that rows can be compared with them. */
export const existingAssets = (snapshot: PlanSnapshot): ExistingAsset[] => {
  const room = namesOf(snapshot.locations);
  const places = placesOf(snapshot.locations);
  const yearGroup = namesOf(snapshot.yearGroups);
  const department = namesOf(snapshot.departments);
  const supplier = namesOf(snapshot.suppliers);
  const ownEnds = new Map<number, string>();
  for (const { assetId, endsOn } of snapshot.warranties) if (endsOn > (ownEnds.get(assetId) ?? '')) ownEnds.set(assetId, endsOn);
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  return snapshot.assets.map((asset) => {
    const model = asset.modelId === null ? undefined : models.get(asset.modelId);
    return {
      id: asset.id, tag: asset.tag, serial: asset.serial, description: asset.description, categoryKey: asset.categoryKey,
      userGroup: asset.userGroup, yearGroup: yearGroup(asset.yearGroupId), make: model?.make ?? null, model: model?.name ?? null,
      site: asset.locationId === null ? null : places.siteOf(asset.locationId)?.name ?? null,
      building: asset.locationId === null ? null : places.buildingOf(asset.locationId)?.name ?? null,
      room: room(asset.locationId), department: department(asset.departmentId), supplier: supplier(asset.supplierId),
      quantity: asset.quantity, status: asset.status, purchaseDate: asset.purchaseDate, inServiceDate: asset.inServiceDate,
      unitPaidPence: asset.unitPaidPence, unitVatPence: asset.unitVatPence, warrantyEnd: asset.coverEnd,
      ownWarrantyEnd: ownEnds.get(asset.id) ?? null,
      vendorSupportEnd: asset.vendorSupportEnd, leaseEnd: asset.leaseEnd, orderNumber: asset.orderNumber, system: asset.osName,
      memoryGb: model?.memoryGb ?? null, processor: model?.processor ?? null, storageGb: model?.storageGb ?? null,
      disposedOn: asset.disposedOn, disposalRoute: asset.disposalRoute, disposalCertificate: asset.disposalCertificate, dataWipedOn: asset.dataWipedOn, notes: asset.notes,
    };
  });
};
