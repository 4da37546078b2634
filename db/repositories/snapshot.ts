import { plannedNeeds } from '../../planning/analysis/planned.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Reader } from '../connection.ts';
import { readAnalysis } from './analysis.ts';
import { listAssets } from './assets.ts';
import { listAcknowledgements, listContracts, listRecurring, listSoftware } from './agreements.ts';
import { readFinance } from './finance.ts';
import { listFunds } from './funds.ts';
import { listHolidays } from './holidays.ts';
import { listLedger } from './ledger.ts';
import { listBudgets, readInflation } from './money.ts';
import { listOrderLines, listOrders } from './orders.ts';
import { listDepartments, listLocations, listModels, listSuppliers, listYearGroups } from './places.ts';
import { listPolicies } from './policies.ts';
import { listSettled } from './quality.ts';
import { listActions, listScenarios } from './scenarios.ts';
import { listCategories, listRolls, readSchool } from './school.ts';
import { listAllWarranties } from './warranties.ts';

/** Everything the sums need, in one piece. */
export function loadSnapshot(reader: Reader): PlanSnapshot {
  const school = readSchool(reader);
  const analysis = readAnalysis(reader);
  return {
    school,
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
    yearGroups: listYearGroups(reader),
    warranties: listAllWarranties(reader),
    contracts: listContracts(reader),
    software: listSoftware(reader),
    ledger: listLedger(reader),
    orders: listOrders(reader),
    orderLines: listOrderLines(reader),
    acknowledgements: listAcknowledgements(reader),
    settled: listSettled(reader),
    rolls: listRolls(reader),
    actions: listActions(reader),
    analysis,
    needs: plannedNeeds(analysis),
    funds: listFunds(reader),
    finance: readFinance(reader),
    holidays: listHolidays(reader),
    scenarios: listScenarios(reader),
  };
}
