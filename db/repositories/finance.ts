import { asc } from 'drizzle-orm';
import { USUAL_PROFILE, type FinanceFacts, type MoneyProfile, type Reserve, type Virement } from '../../planning/budget/finance.ts';
import type { Reader } from '../connection.ts';
import {
  actuals, actualsRuns, approvalLimits, budgetApprovals, capitalChoices, capitalRules, costCentres, fundCodes, kindUpkeep, ledgerCodes,
  reserve, reserveContributions, returnLines, virements,
} from '../schema/finance.ts';
import { school } from '../schema/plan.ts';

/** What the plan knows of the school's money beside its budgets. */
export function readFinance(reader: Reader): FinanceFacts {
  return {
    profile: readProfile(reader),
    capitalRules: reader.select().from(capitalRules).orderBy(asc(capitalRules.fromYear)).all(),
    capitalChoices: reader.select().from(capitalChoices).orderBy(asc(capitalChoices.id)).all().map(({ id: _id, ...choice }) => choice),
    approvals: reader.select().from(budgetApprovals).orderBy(asc(budgetApprovals.year)).all().map(({ id: _id, ...approval }) => approval),
    virements: reader.select().from(virements).orderBy(asc(virements.askedOn), asc(virements.id)).all().map(toVirement),
    ledgerCodes: reader.select().from(ledgerCodes).orderBy(asc(ledgerCodes.code)).all(),
    costCentres: reader.select().from(costCentres).orderBy(asc(costCentres.code)).all(),
    fundCodes: reader.select().from(fundCodes).orderBy(asc(fundCodes.code)).all(),
    returnLines: reader.select().from(returnLines).orderBy(asc(returnLines.id)).all().map(({ id: _id, ...line }) => line),
    actualsRuns: reader.select().from(actualsRuns).orderBy(asc(actualsRuns.year)).all(),
    actuals: reader.select().from(actuals).orderBy(asc(actuals.runId), asc(actuals.row), asc(actuals.id)).all(),
    approvalLimits: reader.select().from(approvalLimits).orderBy(asc(approvalLimits.id)).all(),
    reserve: readReserve(reader),
    upkeep: reader.select().from(kindUpkeep).orderBy(asc(kindUpkeep.id)).all().map(({ id: _id, ...kind }) => kind),
  };
}

function toVirement(row: typeof virements.$inferSelect): Virement {
  const { fromFundKey, fromCostCategory, fromNature, toFundKey, toCostCategory, toNature, ...rest } = row;
  return {
    ...rest,
    from: { fundKey: fromFundKey, costCategory: fromCostCategory, nature: fromNature },
    to: { fundKey: toFundKey, costCategory: toCostCategory, nature: toNature },
  };
}

function readProfile(reader: Reader): MoneyProfile {
  const row = reader.select().from(school).get();
  if (row === undefined) return USUAL_PROFILE;
  const { convertsOn, convertsTo, convertsStartMonth } = row;
  return {
    codeScheme: row.codeScheme,
    vatRecoverable: row.vatRecoverable ?? USUAL_PROFILE.vatRecoverable,
    conversion: convertsOn === null || convertsTo === null || convertsStartMonth === null ? null
      : { on: convertsOn, type: convertsTo, yearStartMonth: convertsStartMonth },
    depreciation: row.depreciation ?? USUAL_PROFILE.depreciation,
    bookLifeMonths: row.bookLifeMonths ?? USUAL_PROFILE.bookLifeMonths,
    energyRate: row.energyRate, supportHourPence: row.supportHourPence, selfSupportHourPence: row.selfSupportHourPence,
  };
}

function readReserve(reader: Reader): Reserve | null {
  const row = reader.select().from(reserve).get();
  if (row === undefined) return null;
  const { id: _id, ...terms } = row;
  return {
    ...terms,
    contributions: reader.select({ year: reserveContributions.year, pence: reserveContributions.pence })
      .from(reserveContributions).orderBy(asc(reserveContributions.year)).all(),
  };
}
