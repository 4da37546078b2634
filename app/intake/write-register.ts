import type { Writer } from '../../db/connection.ts';
import { insertAssets, updateEachAsset, type AssetFields, type NewAsset } from '../../db/repositories/assets.ts';
import { ensureDepartment, ensureLocation, ensureModel, ensureSupplier } from '../../db/repositories/places.ts';
import { setCoverEnd } from '../cover.ts';
import { systemColumns } from '../system.ts';
import type { MatchPlan } from './match-register.ts';
import type { RegisterRow } from './register-row.ts';

type Names = {
  readonly room: (name: string) => number;
  readonly department: (name: string) => number;
  readonly supplier: (name: string) => number;
  readonly model: (row: RegisterRow) => number | null;
  readonly system: ReturnType<typeof systemColumns>;
};

/** Looks each name up once: a register of ten thousand rows has a few dozen rooms and models. */
const namesFor = (writer: Writer): Names => {
  const remember = <Key extends string>(idOf: (key: Key) => number): ((key: Key) => number) => {
    const ids = new Map<Key, number>();
    return (key) => {
      const id = ids.get(key) ?? idOf(key);
      ids.set(key, id);
      return id;
    };
  };
  const models = new Map<string, number>();
  return {
    room: remember((name) => ensureLocation(writer, name)),
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
  locationId: orNull(row.room, names.room), supplierId: orNull(row.supplier, names.supplier),
  quantity: row.quantity, status: row.status, purchaseDate: row.purchaseDate, purchaseDateAssumed: row.purchaseDateAssumed,
  inServiceDate: row.inServiceDate, unitPaidPence: row.unitPaidPence, unitVatPence: row.unitVatPence, vendorSupportEnd: row.vendorSupportEnd,
  leaseEnd: row.leaseEnd, orderNumber: row.orderNumber, ...(row.system !== null && names.system(row.system)), notes: row.notes,
  warranties: row.warrantyEnd === null ? [] : [{ startsOn: row.purchaseDate, endsOn: row.warrantyEnd }],
});

type Changed = MatchPlan['changed'][number];

/** The columns of the plan that one changed row sets; only what the file says is touched. */
const changedFields = ({ row, changes }: Changed, names: Names): Partial<AssetFields> => {
  const fields: { -readonly [Key in keyof AssetFields]?: AssetFields[Key] } = {};
  for (const { field } of changes) {
    switch (field) {
      case 'room': fields.locationId = orNull(row.room, names.room); break;
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
      case 'notes': fields.notes = row.notes; break;
    }
  }
  return fields;
};

/** Writes what a register brings: new rows, and in changed ones only the cells that differ. Answers the rows it touched. */
export const writeRegister = (writer: Writer, plan: MatchPlan, importId: number): readonly number[] => {
  const names = namesFor(writer);
  const added = insertAssets(writer, plan.new.map((row) => newAsset(row, names, importId)));
  updateEachAsset(writer, plan.changed.map((changed) => ({ id: changed.assetId, fields: changedFields(changed, names) })));
  for (const { assetId, row, changes } of plan.changed) {
    if (row.warrantyEnd !== null && changes.some(({ field }) => field === 'warrantyEnd')) {
      setCoverEnd(writer, assetId, row.warrantyEnd, row.purchaseDate);
    }
  }
  return [...added, ...plan.changed.map(({ assetId }) => assetId)];
};
