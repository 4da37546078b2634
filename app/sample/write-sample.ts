import type { Writer } from '../../db/connection.ts';
import { insertAssets } from '../../db/repositories/assets.ts';
import { insertRunningCost } from '../../db/repositories/agreements.ts';
import { setBudget } from '../../db/repositories/money.ts';
import { ensureDepartment, ensureLocation, ensureModel, ensureSupplier, updateModel } from '../../db/repositories/places.ts';
import { setPolicy } from '../../db/repositories/policies.ts';
import { setSchool } from '../../db/repositories/school.ts';
import { KINDS, modelTitle, type SampleModel } from './models.ts';
import { sampleSchool, type SampleAsset, type SampleSchool } from './school.ts';

/** Remembers the id of each name, so that a thousand rows ask for sixty rooms sixty times. */
const remembered = <Name>(idOf: (name: Name) => number, keyOf: (name: Name) => string): ((name: Name) => number) => {
  const ids = new Map<string, number>();
  return (name) => {
    const key = keyOf(name);
    const id = ids.get(key) ?? idOf(name);
    ids.set(key, id);
    return id;
  };
};

const orNull = (idOf: (name: string) => number) => (name: string | null): number | null => (name === null ? null : idOf(name));

const writeModels = (writer: Writer, models: readonly SampleModel[]): ReadonlyMap<string, number> =>
  new Map(models.map((model) => {
    const id = ensureModel(writer, model);
    const { unitPence, priceDate, vendorSupportEnd } = model;
    updateModel(writer, id, { unitPence, priceDate, vendorSupportEnd });
    return [modelTitle(model), id];
  }));

const writeAssets = (writer: Writer, assets: readonly SampleAsset[], models: ReadonlyMap<string, number>): void => {
  const same = (name: string): string => name;
  const department = orNull(remembered((name: string) => ensureDepartment(writer, name), same));
  const location = orNull(remembered((name: string) => ensureLocation(writer, name), same));
  const supplier = orNull(remembered((name: string) => ensureSupplier(writer, name), same));
  insertAssets(writer, assets.map(({ type: _type, model, warrantyStart, warrantyEnd, ...row }) => {
    const { department: departmentName, location: locationName, supplier: supplierName, ...fields } = row;
    return {
      ...fields,
      modelId: models.get(modelTitle(model)) ?? null, departmentId: department(departmentName),
      locationId: location(locationName), supplierId: supplier(supplierName),
      warranties: warrantyEnd === null ? [] : [{ startsOn: warrantyStart, endsOn: warrantyEnd }],
    };
  }));
};

/** Writes Hillcrest, the made-up school, into an empty plan. */
export const writeSample = (writer: Writer, sample: SampleSchool = sampleSchool()): void => {
  setSchool(writer, sample.school);
  const models = writeModels(writer, sample.models);
  writeAssets(writer, sample.assets, models);
  for (const { kind, ...policy } of sample.policies) {
    const modelId = kind === null ? null : models.get(modelTitle(KINDS[kind].model)) ?? null;
    setPolicy(writer, { ...policy, modelId, assetId: null });
  }
  for (const { supplier, yearlyPence, ...cost } of sample.recurring) {
    insertRunningCost(writer, { ...cost, amountPence: yearlyPence, supplierId: ensureSupplier(writer, supplier) });
  }
  for (const budget of sample.budgets) setBudget(writer, budget);
};
