import { z } from 'zod';
import { CONVENTIONS } from '../../planning/finance/depreciation.ts';
import { SPREADS } from '../../planning/smoothing.ts';
import {
  APPROVAL_SUBJECTS, CHART_GROUPS, CODE_SCHEMES, FUND_EXCLUSIONS, FUND_KINDS, FUND_USES, LEFT_OVERS, LOSS_SOURCES, PLANNED_ACTIONS, SCENARIO_STATES,
  THRESHOLD_BASES,
} from '../../planning/vocabulary.ts';
import { analysisFacts } from './analysis-facts.ts';
import { planChange } from './plan-change.ts';
import { FINDING_KINDS } from '../../planning/quality/settled.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import {
  agreementKind, assetStatus, bindingFactor, contractKind, costCategory, costDriver, disposalRoute, expiryDecision, expirySubject, fundKey,
  ledgerKind, list, locationKind, payPeriod, schoolType, spendNature, userGroup, warrantyKind,
} from './fields.ts';

/** The plan's facts as they cross to a screen: the exact shape of planning's `PlanSnapshot`. */

const text = z.string();
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();
const named = z.object({ id: z.int(), name: text });
const withPupils = named.extend({ pupils: maybe(z.int()), accessTarget: maybe(z.int()) });

const school = z.object({
  name: text, type: schoolType, yearStartMonth: z.int(), horizonYears: z.int(), pupils: maybe(z.int()),
  staff: maybe(z.int()), accessTarget: maybe(z.int()), backlogYears: z.int(), vatBp: z.int(), priceAgeMonths: z.int(),
});

const category = z.object({
  key: text, singular: text, plural: text, costCategory, chartGroup: z.enum(CHART_GROUPS),
});

const model = z.object({
  id: z.int(), categoryKey: text, make: maybe(text), name: text,
  unitPence: maybe(z.int()), priceDate: maybe(text), vendorSupportEnd: maybe(text),
  watts: maybe(z.int()), memoryGb: maybe(z.int()), processor: maybe(text), cores: maybe(z.int()), storageGb: maybe(z.int()),
});

const asset = z.object({
  id: z.int(), tag: maybe(text), serial: maybe(text), description: text, categoryKey: text,
  userGroup: maybe(userGroup), modelId: maybe(z.int()), departmentId: maybe(z.int()), locationId: maybe(z.int()),
  supplierId: maybe(z.int()), quantity: z.int(), status: assetStatus,
  purchaseDate: maybe(text), purchaseDateAssumed: z.boolean(), purchaseDateBasis: maybe(text), inServiceDate: maybe(text),
  unitPaidPence: maybe(z.int()), unitVatPence: maybe(z.int()), orderNumber: maybe(text), fundKey: maybe(fundKey),
  coverEnd: maybe(text), vendorSupportEnd: maybe(text), osReleaseId: maybe(z.int()), osName: maybe(text),
  osEnd: maybe(text), osCanMove: z.boolean(), leaseEnd: maybe(text),
  overridePence: maybe(z.int()), overridePriceDate: maybe(text), movedTo: maybe(text), movedReason: maybe(text),
  upgradeDoneOn: maybe(text), succeedsAssetId: maybe(z.int()), source: maybe(text), notes: maybe(text),
  yearGroupId: maybe(z.int()), orderLineId: maybe(z.int()), passedDownOn: maybe(text), disposedOn: maybe(text),
  disposalRoute: maybe(disposalRoute), disposalCertificate: maybe(text), dataWipedOn: maybe(text), disposalPence: maybe(z.int()),
});

const warranty = z.object({
  id: z.int(), assetId: z.int(), startsOn: maybe(text), endsOn: text, supplierId: maybe(z.int()), reference: maybe(text),
  kind: warrantyKind, costPence: maybe(z.int()),
});

const agreement = z.object({
  id: z.int(), kind: agreementKind, name: text, categoryKey: text, costCategory, amountPence: maybe(z.int()), period: payPeriod,
  periodYears: maybe(z.int()), driver: costDriver, units: maybe(z.int()), deviceCategoryKey: maybe(text), priceDate: maybe(text), start: maybe(text), end: maybe(text),
  noticeDays: maybe(z.int()), autoRenews: z.boolean(), riseBp: maybe(z.int()), supplierId: maybe(z.int()), fundKey: maybe(fundKey), reference: maybe(text),
  notes: maybe(text),
});
const contractTerms = agreement.extend({
  kind: z.literal('contract'), contractKind, coversHardware: z.boolean(), assetIds: list(z.int()),
});
const softwareTitle = agreement.extend({
  kind: z.literal('software'), publisher: maybe(text), version: maybe(text), supportReleaseId: maybe(z.int()), supportEnd: maybe(text),
  needsSystem: maybe(text), needsMemoryGb: maybe(z.int()), leastMemoryGb: maybe(z.int()), needsProcessor: maybe(text),
  needsCores: maybe(z.int()), leastCores: maybe(z.int()), needsStorageGb: maybe(z.int()),
  networkInstallable: maybe(z.boolean()), departmentIds: list(z.int()),
});
const ledgerEntry = z.object({
  id: z.int(), kind: ledgerKind, happenedOn: text, categoryKey: text, userGroup: maybe(userGroup), assetId: maybe(z.int()),
  item: maybe(text), quantity: z.int(), pence: maybe(z.int()), notes: maybe(text),
});
const order = z.object({
  id: z.int(), number: text, supplierId: maybe(z.int()), orderedOn: text, expectedOn: maybe(text), fundKey: maybe(fundKey), notes: maybe(text),
});
const orderLine = z.object({
  id: z.int(), orderId: z.int(), description: text, categoryKey: text, modelId: maybe(z.int()), quantity: z.int(),
  plannedUnitPence: maybe(z.int()), unitPence: maybe(z.int()), code: maybe(text),
});
const acknowledgement = z.object({
  id: z.int(), subject: expirySubject, assetId: maybe(z.int()), agreementId: maybe(z.int()), endsOn: text, decision: expiryDecision, reason: text,
});

const policy = z.object({
  id: z.int(), categoryKey: text, userGroup: maybe(userGroup), modelId: maybe(z.int()), assetId: maybe(z.int()),
  lifeMonths: z.int(), binding: list(bindingFactor), toleranceMonths: z.int(),
  unitPence: maybe(z.int()), priceDate: maybe(text),
  upgrade: maybe(z.object({ atMonths: z.int(), unitPence: maybe(z.int()), priceDate: maybe(text), what: text })),
  lossBp: z.int(), fromYear: maybe(z.int()), lifeMonthsBefore: maybe(z.int()), shipped: z.boolean(),
  leastMonths: maybe(z.int()), mostMonths: maybe(z.int()), priceSource: maybe(text), replacementModelId: maybe(z.int()),
  lossFrom: z.enum(LOSS_SOURCES), purchaseMonths: list(z.int()), fundKey: maybe(fundKey),
  disposalPence: maybe(z.int()), tradeInPence: maybe(z.int()), bookLifeMonths: maybe(z.int()), residualBp: maybe(z.int()),
});

const riseSteps = list(z.object({ year: z.int(), bp: z.int() }));

const inflation = z.object({
  defaultBp: z.int(), shipped: z.boolean(), steps: riseSteps.exactOptional(),
  series: list(z.object({ categoryKey: text, bp: maybe(z.int()), steps: riseSteps })),
});

const recurring = agreement.pick({
  id: true, name: true, categoryKey: true, costCategory: true, amountPence: true, periodYears: true, driver: true, units: true,
  deviceCategoryKey: true, priceDate: true, start: true, end: true, autoRenews: true, riseBp: true, supplierId: true, fundKey: true,
}).extend({ period: payPeriod.exclude(['once']) });

const plannedAction = z.object({
  assetId: z.int(), action: z.enum(PLANNED_ACTIONS), years: maybe(z.int()), yearlyPence: maybe(z.int()), priceDate: maybe(text),
  nextUserGroup: maybe(userGroup), nextMonths: maybe(z.int()), reason: maybe(text),
});
const plannedNeed = z.object({
  id: z.int(), costId: z.int(), name: text, costName: maybe(text), categoryKey: text, costCategory, fundKey: maybe(fundKey), on: text, quantity: z.int(), unitPence: maybe(z.int()),
  priceDate: maybe(text), yearlyPence: z.int(), until: maybe(text), riseBp: maybe(z.int()), included: z.boolean(),
});
const scenario = z.object({
  id: z.int(), name: text, parentId: maybe(z.int()), state: z.enum(SCENARIO_STATES), recommended: z.boolean(), note: maybe(text),
  differences: list(z.object({ id: z.int(), change: planChange, reason: maybe(text) })),
  published: maybe(z.object({ id: z.int(), publishedAt: text, asOf: text })),
});

const fund = z.object({
  key: fundKey, kind: z.enum(FUND_KINDS), name: text, paysFor: z.enum(FUND_USES), excludes: list(z.enum(FUND_EXCLUSIONS)), condition: maybe(text),
  endsOn: maybe(text), stopsAtAllocation: z.boolean(), leftOver: z.enum(LEFT_OVERS), leftOverNote: maybe(text), shownTo: maybe(text), usual: z.boolean(),
});
const place = z.object({ fundKey, costCategory: maybe(costCategory), nature: maybe(spendNature) });
const profile = z.object({
  codeScheme: maybe(z.enum(CODE_SCHEMES)), vatRecoverable: z.boolean(),
  conversion: maybe(z.object({ on: text, type: schoolType, yearStartMonth: z.int() })),
  depreciation: z.enum(CONVENTIONS), bookLifeMonths: z.int(), energyRate: maybe(z.int()), supportHourPence: maybe(z.int()),
  selfSupportHourPence: maybe(z.int()),
});
const finance = z.object({
  profile,
  capitalRules: list(z.object({ id: z.int(), fromYear: z.int(), thresholdPence: z.int(), basis: z.enum(THRESHOLD_BASES), source: maybe(text) })),
  capitalChoices: list(z.object({ year: z.int(), costCategory, fundKey, nature: spendNature, reason: maybe(text) })),
  approvals: list(z.object({ year: z.int(), approvedOn: text, approvedBy: text, note: maybe(text) })),
  virements: list(z.object({
    id: z.int(), year: z.int(), from: place, to: place, pence: z.int(), reason: text, askedBy: text, askedOn: text, agreedBy: maybe(text), agreedOn: maybe(text),
  })),
  ledgerCodes: list(z.object({
    id: z.int(), code: text, description: text, ledgerType: maybe(text), cfrCode: maybe(text), costCategory: maybe(costCategory), nature: maybe(spendNature),
    preferred: z.boolean(),
  })),
  costCentres: list(named.extend({ code: text, departmentId: maybe(z.int()), counts: z.boolean(), preferred: z.boolean() })),
  fundCodes: list(z.object({ id: z.int(), code: text, name: maybe(text), fundKey: maybe(fundKey) })),
  returnLines: list(z.object({ costCategory, nature: spendNature, lineNumber: text })),
  actualsRuns: list(z.object({ id: z.int(), year: z.int(), through: text, fileName: text, sha256: text })),
  actuals: list(z.object({
    id: z.int(), runId: z.int(), on: maybe(text), costCategory, nature: spendNature, fundKey, pence: z.int(), committedPence: maybe(z.int()),
    ledgerCode: text, fundCode: maybe(text), costCentre: maybe(text), description: maybe(text), row: z.int(),
  })),
  approvalLimits: list(z.object({ id: z.int(), subject: z.enum(APPROVAL_SUBJECTS), role: text, upToPence: maybe(z.int()) })),
  reserve: maybe(z.object({
    openingPence: z.int(), openingYear: z.int(), floorPence: z.int(), spread: maybe(z.enum(SPREADS)),
    contributions: list(z.object({ year: z.int(), pence: z.int() })),
  })),
  upkeep: list(z.object({
    categoryKey: text, watts: maybe(z.int()), hoursPerDayTenths: maybe(z.int()), daysPerYear: maybe(z.int()), supportMinutes: maybe(z.int()),
    selfSupportMinutes: maybe(z.int()),
  })),
});

export const planSnapshot = z.object({
  school, categories: list(category), departments: list(withPupils),
  locations: list(withPupils.extend({ parentId: maybe(z.int()), kind: locationKind })), yearGroups: list(withPupils),
  suppliers: list(named), models: list(model), assets: list(asset), policies: list(policy),
  inflation, recurring: list(recurring),
  budgets: list(place.extend({ year: z.int(), pence: z.int() })),
  warranties: list(warranty), contracts: list(contractTerms), software: list(softwareTitle), ledger: list(ledgerEntry),
  orders: list(order), orderLines: list(orderLine), acknowledgements: list(acknowledgement),
  settled: list(z.object({ id: z.int(), finding: z.enum(FINDING_KINDS), key: text, reason: text })),
  rolls: list(z.object({ year: z.int(), pupils: maybe(z.int()), staff: maybe(z.int()) })),
  actions: list(plannedAction), analysis: analysisFacts, needs: list(plannedNeed), scenarios: list(scenario), funds: list(fund), finance,
  holidays: list(named.extend({ firstDay: text, lastDay: text })),
}) satisfies z.ZodType<PlanSnapshot>;
