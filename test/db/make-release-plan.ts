/*
 * Writes test/files/plan-<version>.kitplan and .json: a real plan of this release, with what it must say, which
 * every later version has to open. Run once for each release that brings a new step of the plan format:
 *
 *   npx node test/db/make-release-plan.ts
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freezeDocument } from '../../app/frozen-document.ts';
import { createPlanFile } from '../../db/plan-file.ts';
import { deleteAssets, insertAssets, updateAssets } from '../../db/repositories/assets.ts';
import { insertImport } from '../../db/repositories/imports.ts';
import { decideExpiries, insertContract, insertRunningCost, insertSoftware } from '../../db/repositories/agreements.ts';
import { replaceActuals } from '../../db/repositories/actuals.ts';
import { insertApproval, setApprovalLimit } from '../../db/repositories/approvals.ts';
import { insertFund } from '../../db/repositories/fund-writer.ts';
import { putCostCentre, putFundCode, putLedgerCode } from '../../db/repositories/ledger-codes.ts';
import { setCapitalChoice, setCapitalRule, setProfile, setReturnLine } from '../../db/repositories/money-profile.ts';
import { setContribution, setReserve } from '../../db/repositories/reserve.ts';
import { insertConversation, insertNote, insertQuestion, insertRoundPerson } from '../../db/repositories/conversations.ts';
import { insertDecision } from '../../db/repositories/decisions.ts';
import { insertAction, insertArea, insertCriterion, insertObjective, insertPlan, insertPriority, setProgress, updateObjective } from '../../db/repositories/development.ts';
import { insertGroup, insertIdea, insertMember, replaceGroupObjectives } from '../../db/repositories/groups.ts';
import { insertNeed, insertOption, setEvidence, setLinks, setSoftwareRequest } from '../../db/repositories/needs.ts';
import { insertRequirements } from '../../db/repositories/standards.ts';
import { setKindUpkeep } from '../../db/repositories/upkeep-rates.ts';
import { agreeVirement, insertVirement } from '../../db/repositories/virements.ts';
import { insertLedgerEntry } from '../../db/repositories/ledger.ts';
import { setBudget, setInflation } from '../../db/repositories/money.ts';
import { insertOrder, insertOrderLine } from '../../db/repositories/orders.ts';
import { ensureDepartment, ensureLocation, ensureModel, ensureSupplier, ensureYearGroup, updateModel } from '../../db/repositories/places.ts';
import { setPolicy } from '../../db/repositories/policies.ts';
import { insertActions, insertDifference } from '../../db/repositories/scenarios.ts';
import { setRoll, setSchool } from '../../db/repositories/school.ts';
import { insertHolidays } from '../../db/repositories/holidays.ts';
import { insertSentDocument, keepDocumentSection, keepDocumentSettings } from '../../db/repositories/documents.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { saveView } from '../../db/repositories/views.ts';
import { yearCosts } from '../../planning/documents/compare/year-costs.ts';
import { composeDocument } from '../../planning/documents/compose.ts';
import { SHIPPED_POLICIES, UNSAID } from '../../planning/policies.ts';
import { factsFor } from '../support/document-schools.ts';

const root = join(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const target = join(root, 'test/files', `plan-${version}`);
const home = mkdtempSync(join(tmpdir(), 'kitplan-release-'));
rmSync(`${target}.kitplan`, { force: true });

const plan = createPlanFile(`${target}.kitplan`, {
  now: () => new Date('2026-11-21T09:14:00.000Z'), home, appVersion: version, holder: { user: 'release', computer: 'release', pid: process.pid },
}, {
  policies: SHIPPED_POLICIES, school: { name: 'Hillcrest School', pupils: 1042 },
  supportReleases: [{
    product: 'windows', cycle: '11-24h2-e', label: '11 24H2 (E)', releasedOn: '2024-10-01', activeEnd: '2027-10-12', securityEnd: '2027-10-12',
    extendedEnd: null, source: 'endoflife.date', asOf: '2026-08-22', shipped: true,
  }],
  referenceFacts: [{ file: 'cfr_codes.csv', key: 'E20A', fact: { title: 'Connectivity', from: 2024 }, source: 'DfE, CFR 2024 to 2025', licence: 'OGL v3.0', asOf: '2026-08-22' }],
});

plan.change({ label: 'Import kit list 2026.xlsx', role: 'network_manager' }, (writer) => {
  const importId = insertImport(writer, {
    at: '2026-11-21T09:14:00.000Z', fileName: 'kit list 2026.xlsx', sha256: '0'.repeat(64), sheet: 'Kit', rowsRead: 4, rowsNew: 3, rowsChanged: 0,
    rowsUnchanged: 0, rowsRefused: 1, decisions: [{ column: 'Bought', readAs: 'day first' }],
    leftOut: [{ column: 'Assigned to', reason: 'looks like names of people' }], refused: [{ row: 5, column: 'Bought', reason: 'cannot be read as a date' }],
  });
  const modelId = ensureModel(writer, { categoryKey: 'laptop', make: 'Kestrel', name: '14 G2' });
  updateModel(writer, modelId, { unitPence: 61_000, priceDate: '2026-09-01', vendorSupportEnd: '2029-06-30' });
  insertAssets(writer, [
    {
      tag: 'LT-0412', serial: 'K14-88123', description: 'Kestrel 14 G2 laptop', categoryKey: 'laptop', userGroup: 'staff', modelId,
      departmentId: ensureDepartment(writer, 'Science'), locationId: ensureLocation(writer, 'S12'), supplierId: ensureSupplier(writer, 'Northern Kit Ltd'),
      purchaseDate: '2022-12-12', unitPaidPence: 54_000, unitVatPence: 10_800, orderNumber: 'PO-1187', fundKey: 'delegated', osEnd: '2027-10-12', osCanMove: false,
      notes: 'Hinge replaced; “like new”', importId, warranties: [{ startsOn: '2022-12-12', endsOn: '2025-12-11' }, { endsOn: '2026-12-11', reference: 'EXT-9' }],
    },
    { description: 'Kestrel 400 small desktop', categoryKey: 'desktop', quantity: 30, userGroup: 'pupil', purchaseDate: '2021-09-01', purchaseDateAssumed: true, importId },
    { tag: 'SRV-1', description: 'File server', categoryKey: 'server', purchaseDate: '2024-08-14', unitPaidPence: 540_000, importId, warranties: [{ endsOn: '2028-08-14' }] },
  ]);
});
plan.change({ label: 'Set the budget', role: 'business_manager', reason: 'Agreed by governors' }, (writer) => {
  setSchool(writer, { yearStartMonth: 9 });
  for (const year of [2026, 2027]) setBudget(writer, { year, fundKey: 'delegated', costCategory: null, nature: null, pence: 11_840_000 });
  setInflation(writer, { defaultBp: 250, series: [{ categoryKey: 'laptop', bp: 400, steps: [{ year: 2027, bp: 900 }] }] });
  setPolicy(writer, {
    categoryKey: 'laptop', userGroup: 'staff', modelId: null, assetId: null, lifeMonths: 60, binding: ['policy_life', 'os_end'], toleranceMonths: 3, unitPence: 60_000,
    priceDate: '2026-04-01', upgrade: { atMonths: 36, unitPence: 3_800, priceDate: null, what: 'memory' }, lossBp: 100, fromYear: 2027, lifeMonthsBefore: 48, ...UNSAID,
  });
  insertRunningCost(writer, {
    name: 'Broadband', categoryKey: 'cloud_service', costCategory: 'connectivity', amountPence: 840_000, priceDate: null, start: '2025-04-01', end: null, riseBp: 500,
    supplierId: null,
  });
});
plan.change({ label: 'Move to 2028/29', role: 'network_manager', reason: 'Spread the cost' }, (writer) => {
  updateAssets(writer, [1], { movedTo: '2028-12-12', movedReason: 'Spread the cost' });
});
plan.change({ label: 'Write down what is paid again and again', role: 'business_manager' }, (writer) => {
  insertContract(writer, {
    name: 'Laptop cover', categoryKey: 'support_contract', costCategory: 'it_support', amountPence: 60_000, start: '2026-04-01', end: '2028-03-31', noticeDays: 90,
    autoRenews: true, riseBp: 300, contractKind: 'hardware_cover', coversHardware: true, assetIds: [1, 2],
  });
  insertSoftware(writer, {
    name: 'Times and Tables', categoryKey: 'software', costCategory: 'it_learning_resources', amountPence: 130, driver: 'per_pupil', end: '2027-08-31',
    publisher: 'Kestrel', needsMemoryGb: 8, networkInstallable: true, supportReleaseId: 1, departmentIds: [1],
  });
  decideExpiries(writer, [{ subject: 'cover', assetId: 1, agreementId: null, endsOn: '2028-03-31', decision: 'accept', reason: 'Replaced that summer' }]);
  insertLedgerEntry(writer, {
    kind: 'broken', happenedOn: '2026-10-02', categoryKey: 'laptop', userGroup: 'staff', assetId: 1, item: null, quantity: 1, pence: 6_900, notes: 'Screen',
  });
  const orderId = insertOrder(writer, { number: 'PO-2001', supplierId: 1, orderedOn: '2026-11-01', expectedOn: '2027-02-01', fundKey: 'dfc', notes: null });
  const orderLineId = insertOrderLine(writer, {
    orderId, description: 'Kestrel 500 small desktop', categoryKey: 'desktop', modelId: null, quantity: 30, plannedUnitPence: 41_000, unitPence: 39_900, code: 'E20E',
  });
  insertAssets(writer, [{
    description: 'Kestrel 500 small desktop', categoryKey: 'desktop', quantity: 30, status: 'ordered', inServiceDate: '2027-02-01', unitPaidPence: 39_900,
    succeedsAssetId: 2, orderLineId, yearGroupId: ensureYearGroup(writer, 'Year 9'),
  }]);
  saveView(writer, { area: 'assets', name: 'Staff laptops', view: { grouped: ['kind'] } });
});
plan.change({ label: 'Say what is to become of the kit', role: 'slt', reason: 'Agreed by governors' }, (writer) => {
  insertActions(writer, [{
    assetId: 2, action: 'extend_support', years: 2, yearlyPence: 6_100, priceDate: '2026-11-01', nextUserGroup: null, nextMonths: null, reason: 'Exams run on them',
  }]);
  insertDifference(writer, 2, { kind: 'move', moves: [{ assetId: 1, date: '2029-12-12' }] }, 'After the exams');
  insertDifference(writer, 2, { kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 60, fromYear: 2027 }, null);
  insertDifference(writer, 3, {
    kind: 'action', assetIds: [2], action: 'retire', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null,
  }, 'Pupils share');
  setPolicy(writer, {
    categoryKey: 'desktop', userGroup: null, modelId: null, assetId: null, lifeMonths: 72, binding: ['policy_life'], toleranceMonths: 0, unitPence: 41_500,
    priceDate: '2026-06-12', upgrade: null, lossBp: 50, fromYear: null, lifeMonthsBefore: null, leastMonths: 60, mostMonths: 84, priceSource: 'order 5102',
    replacementModelId: 1, lossFrom: 'record', purchaseMonths: [7, 8], fundKey: 'dfc', disposalPence: 500, tradeInPence: 2_000, bookLifeMonths: 36, residualBp: 500,
  });
  setSchool(writer, { backlogYears: 2, vatBp: 2_000, priceAgeMonths: 18 });
  setRoll(writer, { year: 2027, pupils: 1060, staff: null });
});
plan.change({ label: 'Say how the school accounts', role: 'business_manager', reason: 'Agreed by governors' }, (writer) => {
  setProfile(writer, {
    codeScheme: 'cfr', vatRecoverable: false, conversion: { on: '2028-09-01', type: 'academy', yearStartMonth: 9 }, depreciation: 'years', bookLifeMonths: 48,
    energyRate: 2_850, supportHourPence: 2_400, selfSupportHourPence: 3_100,
  });
  insertFund(writer, { key: 'own_1', kind: 'grant', name: 'Connect the Classroom', endsOn: '2028-03-31', paysFor: 'capital', stopsAtAllocation: true });
  const money = { fundKey: 'delegated', costCategory: 'laptops_desktops_tablets', nature: 'revenue' } as const;
  setBudget(writer, { ...money, year: 2026, pence: 4_000_000 });
  setCapitalRule(writer, { fromYear: 2026, thresholdPence: 500_000, basis: 'ask', source: 'Trust policy' });
  setCapitalChoice(writer, { year: 2026, costCategory: 'connectivity', fundKey: 'own_1', nature: 'capital', reason: 'New cabinets' });
  setReturnLine(writer, { costCategory: 'connectivity', nature: 'revenue', lineNumber: '337' });
  insertApproval(writer, { year: 2026, approvedOn: '2026-07-01', approvedBy: 'Governing board', note: 'Minute 7' });
  setApprovalLimit(writer, null, { subject: 'virement', role: 'Headteacher', upToPence: 500_000 });
  const virement = insertVirement(writer, {
    year: 2026, from: money, to: { ...money, costCategory: 'it_support' }, pence: 45_000, reason: 'A contractor', askedBy: 'Network manager', askedOn: '2026-10-01',
  });
  agreeVirement(writer, virement, 'Headteacher', '2026-10-02');
  setReserve(writer, { openingPence: 600_000, openingYear: 2026, floorPence: 100_000, spread: 'sinking_fund' });
  setContribution(writer, 2027, 250_000);
  putLedgerCode(writer, { code: '4410', description: 'Laptops', ledgerType: 'EX', cfrCode: 'E20E', costCategory: 'laptops_desktops_tablets', nature: 'revenue', preferred: true });
  putFundCode(writer, { code: '01', name: 'Main', fundKey: 'delegated' });
  putCostCentre(writer, { code: 'ICT', name: 'ICT', departmentId: 1, counts: true, preferred: true });
  replaceActuals(writer, { year: 2026, through: '2026-10-31', fileName: 'october.xlsx', sha256: 'a'.repeat(64) }, [{
    on: '2026-09-14', costCategory: 'laptops_desktops_tablets', nature: 'revenue', fundKey: 'delegated', pence: 123_400, committedPence: 5_000, ledgerCode: '4410',
    fundCode: '01', costCentre: 'ICT', description: 'Tamar 14', row: 7,
  }]);
  setKindUpkeep(writer, { categoryKey: 'laptop', watts: 45, hoursPerDayTenths: 55, daysPerYear: 190, supportMinutes: 60, selfSupportMinutes: 30 });
});
plan.change({ label: 'Say what the school wants, needs and has decided', role: 'slt', reason: 'Leadership meeting' }, (writer) => {
  const planId = insertPlan(writer, {
    name: 'Plan 2026 to 2029', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: 'Headteacher', areaHeading: 'Theme', priorityHeading: 'Initiative', objectiveHeading: 'Target',
  });
  const areaId = insertArea(writer, planId, 'Achievement');
  const priorityId = insertPriority(writer, { areaId, number: '1', name: 'Reading', rationale: 'Ages are low', ownerRole: 'Head of English' });
  const objectiveId = insertObjective(writer, { areaId, priorityId, number: '1.1', name: 'Reading Y7', statement: 'All at their age', leadRole: 'Head of English' });
  const other = insertObjective(writer, { areaId, priorityId: null, number: '1.2', name: 'Attendance', statement: null, leadRole: null });
  updateObjective(writer, other, { noIctBy: 'Attendance lead', noIctOn: '2026-10-01' });
  insertCriterion(writer, objectiveId, { text: 'Nine in ten at their age', status: 'partially_met' });
  insertAction(writer, objectiveId, { text: 'Test each term', leadRole: 'Head of English', startsOn: '2026-09-01', dueOn: '2026-12-04', doneOn: null, costPence: 12_000 });
  setProgress(writer, objectiveId, { year: 2026, term: 'autumn', writtenOn: '2026-11-20', role: 'Head of English', text: 'First test done' });
  const [standardId = 0] = insertRequirements(writer, [{
    ref: 'NS-2', standard: 'Network switching', tier: 'core', target: '2030', requirement: 'Switches get updates', measure: 'bool', threshold: 'yes', cadence: 'yearly',
    source: 'DfE', asOf: '2026-03-01', status: 'not_met', evidence: 'Three are past it', ownerRole: 'Network manager', answeredOn: '2026-11-01', nextReview: '2027-11-01',
  }]);
  const person = { kind: 'subject_lead', role: 'Head of Science', departmentId: 1 } as const;
  const { id: needId } = insertNeed(writer, {
    name: 'Microscopes on screen', statement: 'A class sees one slide together', askedByRole: 'Head of Science', askedOn: '2026-10-12', departmentId: 1, pupils: 30, reason: 'curriculum',
    neededBy: '2027-09-01', impact: 'Each looks alone', moscow: 'should', standardId, recommendedBecause: 'It is cheapest', recommendedIfNot: 'As now', needsSystem: 'Windows 11',
    needsMemoryGb: 8, leastMemoryGb: 4, needsCores: 4, leastCores: 2, needsStorageGb: 10,
  });
  setLinks(writer, needId, [{ objectiveId, strength: 'essential' }]);
  setEvidence(writer, needId, [{ kind: 'age', text: null, categoryKey: 'laptop', locationId: 1, departmentId: 1 }]);
  setSoftwareRequest(writer, needId, {
    product: 'Microscope viewer', publisher: 'Kestrel', seats: 30, softwareId: null, compatible: 'yes', networkInstall: 'unknown', licenceAllows: 'no', checkNote: 'Asked',
  });
  const option = { meetsWords: null, supportHoursOnce: 2, supportHoursYearly: 1, laterYears: 'funded' } as const;
  insertOption(writer, needId, { ...option, kind: 'do_nothing', name: 'Do nothing', meets: 'no', recommended: false, costs: [] });
  const optionId = insertOption(writer, needId, {
    ...option, kind: 'other', name: 'A camera', meets: 'yes', recommended: true,
    costs: [{
      part: 'kit', name: 'Cameras', standing: 'adds', categoryKey: 'camera', costCategory: 'other_hardware', fundKey: 'delegated', on: '2027-06-01', until: '2030-08-31', quantity: 3,
      unitPence: 12_000, yearlyPence: 1_500, priceDate: '2026-10-01', riseBp: 0, modelId: 1, locationId: 1, userGroup: 'pupil', memoryGb: null, storageGb: null, recurringId: null,
    }],
  });
  insertRoundPerson(writer, { ...person, year: 2026 });
  insertNote(writer, insertConversation(writer, { ...person, heldOn: '2026-10-12' }), { direction: 'need', text: 'They crowd round one microscope', needId });
  insertQuestion(writer, { kind: 'pupils', direction: 'offer', text: 'Would you draw on a tablet?' });
  insertDecision(writer, {
    title: 'Cameras for Science', needId, choice: 'approve_pilot', optionId, mergedIntoNeedId: null, decider: 'Leadership team', decideBy: '2026-11-27', decidedOn: '2026-11-20',
    because: 'A class sees it', ifNot: 'As now', conditions: 'Two rooms', workaround: null, whoNote: 'All agreed', reviewOn: '2027-02-01', reviewQuestion: 'Used weekly?', reviewedOn: null,
    outcome: null, pilotUntil: '2027-12-31', pilotMeasure: 'Used in 8 of 10 weeks', virementId: 1, replacesId: null,
  }, {
    weighed: [{ name: 'A camera', pence: 41_000, follows: 'All see it', chosen: true }],
    tellings: [{ role: 'Head of Science', what: 'When', dueOn: '2026-11-27', toldOn: '2026-11-21', how: 'in person' }],
  });
  const groupId = insertGroup(writer, { name: 'ICT users', aims: 'Say what is in the way', backerRole: 'Deputy head', backedOn: '2026-09-01', meets: 'Half-termly' });
  replaceGroupObjectives(writer, groupId, [objectiveId]);
  insertMember(writer, groupId, person);
  insertIdea(writer, groupId, { raisedOn: '2026-10-01', text: 'Cameras', fate: 'piloted', because: 'Cheap', needId });
  insertHolidays(writer, [{ name: 'Christmas holiday', firstDay: '2026-12-21', lastDay: '2027-01-01' }]);
  keepDocumentSettings(writer, 'strategy', { reader: 'governors', heldFor: 'the Finance committee', heldOn: '2026-12-11' });
  keepDocumentSection(writer, 'strategy', { section: 'context', included: true, words: 'As asked in May.' });
});
const sent = factsFor(loadSnapshot(plan.reader), 'strategy', { version: { number: 1, state: 'sent', plan: 2 } });
const model = composeDocument(sent);
plan.change({ label: 'Keep the strategy as sent', role: 'business_manager' }, (writer) => {
  insertSentDocument(writer, {
    kind: 'strategy', number: 1, title: model.title, scenarioName: 'The plan', planVersion: 2, asOf: model.asOf, sentOn: '2026-11-21', sentBy: 'Business manager', sentTo: 'the Finance committee',
    engineVersion: version, frozen: freezeDocument({ model, asked: { scenarioId: null, decisionId: null, sinceId: null, sinceScenarioId: null }, years: yearCosts(sent.forecast) }, sent),
  });
});
plan.change({ label: 'Remove the server', role: 'network_manager' }, (writer) => { deleteAssets(writer, [3]); });
writeFileSync(`${target}.json`, `${JSON.stringify({ id: plan.id, snapshot: loadSnapshot(plan.reader), undoable: plan.undoable() }, null, 2)}\n`);
plan.close();
rmSync(home, { recursive: true });
