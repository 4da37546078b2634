import { KINDS, modelTitle } from '../../app/sample/models.ts';
import { sampleSchool, type SampleSchool } from '../../app/sample/school.ts';
import type { Contract, SoftwareTitle } from '../../planning/agreements/agreement.ts';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';
import type { PlanSnapshot, RecurringCost, RefreshPolicy } from '../../planning/snapshot.ts';
import { BLANK_KIT, department, EMPTY_LISTS, model as modelOf, place } from '../planning/fixtures.ts';

const named = <Named>(names: readonly (string | null)[], make: (id: number, name: string) => Named): Named[] =>
  [...new Set(names.filter((name) => name !== null))].map((name, index) => make(index + 1, name));

const idOf = (list: readonly { readonly id: number; readonly name: string }[], name: string | null): number | null =>
  list.find((each) => each.name === name)?.id ?? null;

/** The made-up school as the sums see it, without a plan file between. */
export function sampleSnapshot(sample: SampleSchool = sampleSchool()): PlanSnapshot {
  const departments = named(sample.assets.map((asset) => asset.department), department);
  const locations = named(sample.assets.map(({ location }) => location), place);
  const suppliers = named([...sample.assets, ...sample.contracts, ...sample.software].map(({ supplier }) => supplier), (id, name) => ({ id, name }));
  const models = sample.models.map((model, index) => modelOf({ id: index + 1, ...model }));
  const modelId = (title: string): number | null => sample.models.flatMap((model, index) => (modelTitle(model) === title ? [index + 1] : []))[0] ?? null;
  const own = sample.policies.map(({ kind, ...fields }): Omit<RefreshPolicy, 'id'> => ({
    ...fields, modelId: kind === null ? null : modelId(modelTitle(KINDS[kind].model)), assetId: null, shipped: false,
  }));
  const overruled = (shipped: Omit<RefreshPolicy, 'id'>): boolean => own.some((policy) =>
    policy.modelId === null && policy.categoryKey === shipped.categoryKey && policy.userGroup === shipped.userGroup);
  const assets = sample.assets.map(({ type: _type, model, department: departmentName, location, supplier, warrantyStart: _start, warrantyEnd, ...fields }, index) => ({
    ...BLANK_KIT, ...fields, id: index + 1, modelId: modelId(modelTitle(model)), departmentId: idOf(departments, departmentName),
    locationId: idOf(locations, location), supplierId: idOf(suppliers, supplier), coverEnd: warrantyEnd,
  }));
  const contracts = sample.contracts.map(({ supplier, about, ...terms }, index): Contract => {
    const kinds = about.map((key) => modelId(modelTitle(KINDS[key].model)));
    return { ...terms, id: index + 1, kind: 'contract', supplierId: idOf(suppliers, supplier), assetIds: assets.filter((asset) => kinds.includes(asset.modelId)).map(({ id }) => id) };
  });
  const software = sample.software.map(({ supplier, departments: users, ...terms }, index): SoftwareTitle => ({
    ...terms, id: contracts.length + index + 1, kind: 'software', supportReleaseId: null, supplierId: idOf(suppliers, supplier),
    departmentIds: departments.filter(({ name }) => users.includes(name)).map(({ id }) => id),
  }));
  return {
    school: sample.school, categories: SHIPPED_CATEGORIES, departments, locations, suppliers, models,
    assets,
    policies: [...SHIPPED_POLICIES.filter((policy) => !overruled(policy)), ...own].map((policy, index) => ({ id: index + 1, ...policy })),
    inflation: { defaultBp: 300, shipped: true, series: [] },
    recurring: [...contracts, ...software].flatMap(({ id, name, categoryKey, costCategory, amountPence, period, ...terms }): RecurringCost[] => {
      if (period === 'once' || amountPence === 0) return [];
      const { periodYears, driver, units, deviceCategoryKey, priceDate, start, end, autoRenews, riseBp, supplierId, fundKey } = terms;
      return [{
        id, name, categoryKey, costCategory, amountPence, period, periodYears, driver, units, deviceCategoryKey, priceDate, start, end, autoRenews,
        riseBp, supplierId, fundKey,
      }];
    }),
    budgets: sample.budgets, ...EMPTY_LISTS, contracts, software,
    ledger: sample.ledger.map(({ tag, ...entry }, index) => ({ ...entry, id: index + 1, assetId: assets.find((asset) => asset.tag === tag)?.id ?? null })),
  };
}
