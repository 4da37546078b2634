import { KINDS, modelTitle } from '../../app/sample/models.ts';
import { sampleSchool, type SampleSchool } from '../../app/sample/school.ts';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';
import type { PlanSnapshot, RefreshPolicy } from '../../planning/snapshot.ts';
import { BLANK_KIT, department, EMPTY_LISTS, model as modelOf, place } from '../planning/fixtures.ts';

const named = <Named>(names: readonly (string | null)[], make: (id: number, name: string) => Named): Named[] =>
  [...new Set(names.filter((name) => name !== null))].map((name, index) => make(index + 1, name));

const idOf = (list: readonly { readonly id: number; readonly name: string }[], name: string | null): number | null =>
  list.find((each) => each.name === name)?.id ?? null;

/** The made-up school as the sums see it, without a plan file between. */
export function sampleSnapshot(sample: SampleSchool = sampleSchool()): PlanSnapshot {
  const departments = named(sample.assets.map((asset) => asset.department), department);
  const locations = named(sample.assets.map(({ location }) => location), place);
  const suppliers = named([...sample.assets.map(({ supplier }) => supplier), ...sample.recurring.map(({ supplier }) => supplier)], (id, name) => ({ id, name }));
  const models = sample.models.map((model, index) => modelOf({ id: index + 1, ...model }));
  const modelId = (title: string): number | null => sample.models.flatMap((model, index) => (modelTitle(model) === title ? [index + 1] : []))[0] ?? null;
  const own = sample.policies.map(({ kind, ...fields }): Omit<RefreshPolicy, 'id'> => ({
    ...fields, modelId: kind === null ? null : modelId(modelTitle(KINDS[kind].model)), assetId: null, shipped: false,
  }));
  const overruled = (shipped: Omit<RefreshPolicy, 'id'>): boolean => own.some((policy) =>
    policy.modelId === null && policy.categoryKey === shipped.categoryKey && policy.userGroup === shipped.userGroup);
  return {
    school: sample.school, categories: SHIPPED_CATEGORIES, departments, locations, suppliers, models,
    assets: sample.assets.map(({ type: _type, model, department: departmentName, location, supplier, warrantyStart: _start, warrantyEnd, ...fields }, index) => ({
      ...BLANK_KIT, ...fields, id: index + 1, modelId: modelId(modelTitle(model)), departmentId: idOf(departments, departmentName),
      locationId: idOf(locations, location), supplierId: idOf(suppliers, supplier), coverEnd: warrantyEnd,
    })),
    policies: [...SHIPPED_POLICIES.filter((policy) => !overruled(policy)), ...own].map((policy, index) => ({ id: index + 1, ...policy })),
    inflation: { defaultBp: 300, shipped: true, series: [] },
    recurring: sample.recurring.map(({ supplier, ...cost }, index) => ({ ...cost, id: index + 1, supplierId: idOf(suppliers, supplier) })),
    budgets: sample.budgets, ...EMPTY_LISTS,
  };
}
