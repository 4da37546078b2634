import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Reader } from '../connection.ts';
import { listAssets } from './assets.ts';
import { listBudgets, listRecurring, readInflation } from './money.ts';
import { listDepartments, listLocations, listModels, listSuppliers } from './places.ts';
import { listPolicies } from './policies.ts';
import { listCategories, readSchool } from './school.ts';

/** Everything the sums need, in one piece. */
export function loadSnapshot(reader: Reader): PlanSnapshot {
  return {
    school: readSchool(reader),
    categories: listCategories(reader),
    departments: listDepartments(reader),
    locations: listLocations(reader),
    suppliers: listSuppliers(reader),
    models: listModels(reader),
    assets: listAssets(reader),
    policies: listPolicies(reader),
    inflation: readInflation(reader),
    recurring: listRecurring(reader),
    budgets: listBudgets(reader),
  };
}
