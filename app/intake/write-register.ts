import type { Writer } from '../../db/connection.ts';
import { findAssets, insertAssets, updateEachAsset, type AssetFields, type NewAsset } from '../../db/repositories/assets.ts';
import { ensureDepartment, ensureModel, ensureSupplier, ensureYearGroup, fillModel, listLocations } from '../../db/repositories/places.ts';
import { insertPlace, updatePlace } from '../../db/repositories/school-lists.ts';
import { setCoverEnd } from '../cover.ts';
import { systemColumns } from '../system.ts';
import type { MatchPlan } from './match-register.ts';
import { PlaceTree } from './place-tree.ts';
import type { RegisterRow } from './register-row.ts';

type Names = {
  readonly place: (row: RegisterRow) => number | null;
  readonly yearGroup: (name: string) => number;
  readonly department: (name: string) => number;
  readonly supplier: (name: string) => number;
  readonly model: (row: RegisterRow) => number | null;
  readonly system: ReturnType<typeof systemColumns>;
};

/** Looks each name up once: a register of ten thousand rows has a few dozen rooms and models. */
const namesFor = (writer: Writer, { placesSaid }: MatchPlan): Names => {
  const remember = <Key extends string>(idOf: (key: Key) => number): ((key: Key) => number) => {
    const ids = new Map<Key, number>();
    return (key) => {
      const id = ids.get(key) ?? idOf(key);
      ids.set(key, id);
      return id;
    };
  };
  const models = new Map<string, number>();
  const tree = new PlaceTree(listLocations(writer), placesSaid, {
    make: ({ name, kind, parent }) => insertPlace(writer, { name, kind, parentId: parent?.id ?? null, pupils: null, accessTarget: null }),
    settle: ({ id, kind, parent }) => { if (id !== null) updatePlace(writer, id, { kind, parentId: parent?.id ?? null }); },
  });
  return {
    place: (row) => tree.find(row)?.id ?? null,
    yearGroup: remember((name) => ensureYearGroup(writer, name)),
    department: remember((name) => ensureDepartment(writer, name)),
    supplier: remember((name) => ensureSupplier(writer, name)),
    system: systemColumns(writer),
    model: ({ categoryKey, make, model }) => {
      if (model === null) return null;
      const key = JSON.stringify([categoryKey, make, model]);
      const id = models.get(key) ?? ensureModel(writer, { categoryKey, make, name: model });
      models.set(key, id);
      return id;
    },
  };
};

const orNull = (name: string | null, idOf: (name: string) => number): number | null => (name === null ? null : idOf(name));

const newAsset = (row: RegisterRow, names: Names, importId: number): NewAsset => ({
  importId,
  tag: row.tag, serial: row.serial, description: row.description, categoryKey: row.categoryKey, userGroup: row.userGroup,
  modelId: names.model(row), departmentId: orNull(row.department, names.department),
  locationId: names.place(row), yearGroupId: orNull(row.yearGroup, names.yearGroup), supplierId: orNull(row.supplier, names.supplier),
  quantity: row.quantity, status: row.status, purchaseDate: row.purchaseDate, purchaseDateAssumed: row.purchaseDateAssumed,
  inServiceDate: row.inServiceDate, unitPaidPence: row.unitPaidPence, unitVatPence: row.unitVatPence, vendorSupportEnd: row.vendorSupportEnd,
  leaseEnd: row.leaseEnd, orderNumber: row.orderNumber, ...(row.system !== null && names.system(row.system)), notes: row.notes,
  disposedOn: row.disposedOn, disposalRoute: row.disposalRoute, disposalCertificate: row.disposalCertificate, dataWipedOn: row.dataWipedOn,
  warranties: row.warrantyEnd === null ? [] : [{ startsOn: row.purchaseDate, endsOn: row.warrantyEnd }],
});

type Changed = MatchPlan['changed'][number];

/** The columns of the plan that one changed row sets; only what the file says is touched. */
const changedFields = ({ row, changes }: Changed, names: Names): Partial<AssetFields> => {
  const fields: { -readonly [Key in keyof AssetFields]?: AssetFields[Key] } = {};
  for (const { field } of changes) {
    switch (field) {
      case 'site': case 'building': case 'room': fields.locationId = names.place(row); break;
      case 'yearGroup': fields.yearGroupId = orNull(row.yearGroup, names.yearGroup); break;
      case 'memoryGb': case 'processor': case 'storageGb': break; // they are the model's: see below
      case 'department': fields.departmentId = orNull(row.department, names.department); break;
      case 'supplier': fields.supplierId = orNull(row.supplier, names.supplier); break;
      case 'make': case 'model': fields.modelId = names.model(row); break;
      case 'warrantyEnd': break; // a warranty is a period of its own: see below
      case 'purchaseDate':
        fields.purchaseDate = row.purchaseDate;
        fields.purchaseDateAssumed = row.purchaseDateAssumed;
        fields.purchaseDateBasis = null;
        break;
      case 'tag': fields.tag = row.tag; break;
      case 'serial': fields.serial = row.serial; break;
      case 'description': fields.description = row.description; break;
      case 'categoryKey': fields.categoryKey = row.categoryKey; break;
      case 'userGroup': fields.userGroup = row.userGroup; break;
      case 'quantity': fields.quantity = row.quantity; break;
      case 'status': fields.status = row.status; break;
      case 'inServiceDate': fields.inServiceDate = row.inServiceDate; break;
      case 'unitPaidPence': fields.unitPaidPence = row.unitPaidPence; break;
      case 'unitVatPence': fields.unitVatPence = row.unitVatPence; break;
      case 'vendorSupportEnd': fields.vendorSupportEnd = row.vendorSupportEnd; break;
      case 'leaseEnd': fields.leaseEnd = row.leaseEnd; break;
      case 'orderNumber': fields.orderNumber = row.orderNumber; break;
      case 'system': Object.assign(fields, names.system(row.system)); break;
      case 'disposedOn': fields.disposedOn = row.disposedOn; break;
      case 'disposalRoute': fields.disposalRoute = row.disposalRoute; break;
      case 'disposalCertificate': fields.disposalCertificate = row.disposalCertificate; break;
      case 'dataWipedOn': fields.dataWipedOn = row.dataWipedOn; break;
      case 'notes': fields.notes = row.notes; break;
    }
  }
  return fields;
};

/** Writes what a register brings: new rows, and in changed ones only the cells that differ. Answers the rows it touched. */
export const writeRegister = (writer: Writer, plan: MatchPlan, importId: number): readonly number[] => {
  const names = namesFor(writer, plan);
  const added = insertAssets(writer, plan.new.map((row) => newAsset(row, names, importId)));
  updateEachAsset(writer, plan.changed.map((changed) => ({ id: changed.assetId, fields: changedFields(changed, names) })));
  fillLibrary(writer, plan, names);
  for (const { assetId, row, changes } of plan.changed) {
    if (row.warrantyEnd !== null && changes.some(({ field }) => field === 'warrantyEnd')) {
      setCoverEnd(writer, assetId, row.warrantyEnd, row.purchaseDate);
    }
  }
  return [...added, ...plan.changed.map(({ assetId }) => assetId)];
};

/** What the rows say of their models goes to the library, where it is silent: once for each model. */
function fillLibrary(writer: Writer, plan: MatchPlan, names: Names): void {
  const saysOf = (row: RegisterRow): boolean => row.memoryGb !== null || row.processor !== null || row.storageGb !== null;
  const changed = plan.changed.filter(({ row }) => saysOf(row));
  // The model that an asset has now: its row may tell another kind of it, and would make a second model.
  const modelOf = new Map(changed.length === 0 ? [] : findAssets(writer, changed.map(({ assetId }) => assetId)).map(({ id, modelId }) => [id, modelId]));
  const said = [
    ...plan.new.filter(saysOf).map((row) => [names.model(row), row] as const), ...changed.map(({ assetId, row }) => [modelOf.get(assetId) ?? null, row] as const),
  ];
  const known = new Map<number, RegisterRow>();
  for (const [id, row] of said) if (id !== null && !known.has(id)) known.set(id, row);
  for (const [id, row] of known) fillModel(writer, id, row);
}
