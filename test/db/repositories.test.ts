import { describe, expect, it } from 'vitest';
import { place } from '../planning/fixtures.ts';
import { type AssetFields, findAssets, insertAssets, listAssets, updateAssets, updateEachAsset } from '../../db/repositories/assets.ts';
import { findImportOf, insertImport, listImports } from '../../db/repositories/imports.ts';
import { deleteAgreement, insertRunningCost, listRecurring, type NewAgreement, updateAgreement } from '../../db/repositories/agreements.ts';
import { listBudgets, readInflation, setBudget, setInflation } from '../../db/repositories/money.ts';
import { ensureDepartment, ensureLocation, ensureModel, ensureSupplier, listLocations, listModels, updateModel } from '../../db/repositories/places.ts';
import { deletePolicy, listPolicies, type NewPolicy, setPolicy } from '../../db/repositories/policies.ts';
import { listReferenceFacts, listSupportReleases } from '../../db/repositories/reference.ts';
import { readSchool, setSchool } from '../../db/repositories/school.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { addWarranty, listWarranties, replaceWarranties } from '../../db/repositories/warranties.ts';
import { laptop, manager, memoryPlan } from './plan-fixtures.ts';

const importOf = (fileName: string, sha256 = 'ab') => ({
  at: '2026-11-21T09:14:00.000Z', fileName, sha256, sheet: null, rowsRead: 3, rowsNew: 2, rowsChanged: 0, rowsUnchanged: 0, rowsRefused: 1,
  decisions: [{ column: 'Bought', readAs: 'day first' }], leftOut: [{ column: 'Password', reason: 'looks like a password' }],
  refused: [{ row: 4, column: 'Cost', reason: 'cannot be read as an amount' }],
});

const policy: NewPolicy = {
  categoryKey: 'laptop', userGroup: 'staff', modelId: null, assetId: null, lifeMonths: 60, binding: ['policy_life', 'os_end'], toleranceMonths: 2,
  unitPence: 60_000, priceDate: '2026-04-01', upgrade: { atMonths: 36, unitPence: null, priceDate: null, what: 'memory' }, lossBp: 150, fromYear: 2027, lifeMonthsBefore: 48,
  leastMonths: 48, mostMonths: 72, priceSource: 'quote', replacementModelId: null, lossFrom: 'record', purchaseMonths: [7, 8], fundKey: 'dfc', disposalPence: 500, tradeInPence: 2_000, bookLifeMonths: 36, residualBp: 500,
};

describe('the register', () => {
  it('gives back every field of a row as it was put in', () => {
    const plan = memoryPlan();
    const { value: [asset, expected] } = plan.change(manager('Add'), (writer) => {
      const importId = insertImport(writer, importOf('kit list 2026.xlsx'));
      const [first] = insertAssets(writer, [laptop('OLD')]);
      const full: AssetFields = {
        tag: 'LT-0412', serial: 'K14-88123', description: 'Kestrel 14 G2 laptop', categoryKey: 'laptop', userGroup: 'staff',
        modelId: ensureModel(writer, { categoryKey: 'laptop', make: 'Kestrel', name: '14 G2' }), departmentId: ensureDepartment(writer, 'Science'),
        locationId: ensureLocation(writer, 'S12'), supplierId: ensureSupplier(writer, 'Northern Kit Ltd'), quantity: 30, status: 'on_loan',
        purchaseDate: '2022-12-12', purchaseDateAssumed: true, inServiceDate: '2023-01-09', unitPaidPence: 54_000, unitVatPence: 10_800,
        orderNumber: 'PO-1187', fundKey: 'dfc', vendorSupportEnd: '2028-06-30', osEnd: '2027-10-12', osCanMove: false, leaseEnd: '2026-12-11',
        overridePence: 70_000, overridePriceDate: '2026-05-01', movedTo: '2028-09-01', movedReason: 'Exams', upgradeDoneOn: '2025-10-30',
        succeedsAssetId: first ?? null, notes: 'Hinge replaced', purchaseDateBasis: 'order 1187', osReleaseId: null, osName: 'Windows 11 24H2',
        yearGroupId: null, orderLineId: null, passedDownOn: '2025-09-01', disposedOn: '2026-10-02', disposalRoute: 'weee_recycle',
        disposalCertificate: 'W-88', dataWipedOn: '2026-09-30', disposalPence: 1_500,
      };
      const [id] = insertAssets(writer, [{ ...full, importId, warranties: [{ endsOn: '2026-12-11' }, { endsOn: '2025-12-11' }] }]);
      return [id, full] as const;
    });
    expect(listAssets(plan.reader).find(({ id }) => id === asset)).toEqual({
      id: asset, ...expected, coverEnd: '2026-12-11', source: 'Import 1 (kit list 2026.xlsx)',
    });
  });

  it('takes what is left out as unknown, one item, in use', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [{ description: 'Projector', categoryKey: 'projector' }]));
    expect(listAssets(plan.reader)[0]).toMatchObject({
      quantity: 1, status: 'in_use', purchaseDate: null, purchaseDateAssumed: false, osCanMove: true, unitPaidPence: null, coverEnd: null, source: null,
    });
  });

  it.each([1, 99, 100, 101, 250])('numbers %i rows in the order in which they were given', (count) => {
    const plan = memoryPlan();
    plan.change(manager('One before'), (writer) => insertAssets(writer, [laptop('FIRST')]));
    const { value: ids } = plan.change(manager('Add'), (writer) =>
      insertAssets(writer, Array.from({ length: count }, (_, index) => laptop(`LT-${index}`, { warranties: [{ endsOn: '2027-01-31', reference: `W-${index}` }] }))));
    expect(ids).toHaveLength(count);
    expect(findAssets(plan.reader, ids).map((asset) => asset.tag)).toEqual(ids.map((_, index) => `LT-${index}`));
    expect(ids.map((id) => listWarranties(plan.reader, id).map((warranty) => warranty.reference))).toEqual(ids.map((_, index) => [`W-${index}`]));
  });

  it('changes only the fields that were named, on thousands of rows at once', () => {
    const plan = memoryPlan();
    const { value: ids } = plan.change(manager('Add'), (writer) => insertAssets(writer, Array.from({ length: 40_000 }, (_, index) => laptop(`LT-${index}`))));
    const { change } = plan.change(manager('Retire all but one'), (writer) => { updateAssets(writer, ids.slice(1), { status: 'retired', notes: null }); });
    expect(change?.tables).toEqual(['assets']);
    const rows = listAssets(plan.reader);
    expect(rows.filter((asset) => asset.status === 'retired')).toHaveLength(39_999);
    expect(rows[0]).toMatchObject({ status: 'in_use', tag: 'LT-0', purchaseDate: '2022-12-01' });
    expect(plan.history({ limit: 1 })[0]?.rows).toBe(39_999);
  });

  it('changes each row in its own way, and leaves no change where nothing was different', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1'), laptop('LT-2')]));
    plan.change(manager('Edit'), (writer) => {
      updateEachAsset(writer, [{ id: 1, fields: { serial: 'A' } }, { id: 2, fields: { serial: 'B', osCanMove: false } }, { id: 2, fields: {} }]);
    });
    expect(listAssets(plan.reader).map(({ serial, osCanMove }) => [serial, osCanMove])).toEqual([['A', true], ['B', false]]);
    expect(plan.change(manager('Again'), (writer) => {
      updateAssets(writer, [1], { serial: 'A' });
      updateAssets(writer, [1], {});
      setSchool(writer, {});
      updateModel(writer, 1, {});
      updateAgreement(writer, 1, {});
    }).change).toBeNull();
  });
});

describe('warranties', () => {
  it('end with the latest of their periods', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1', { warranties: [{ startsOn: '2022-12-01', endsOn: '2025-11-30' }] })]));
    plan.change(manager('Extend'), (writer) => { addWarranty(writer, 1, { endsOn: '2026-11-30', reference: 'EXT-9' }); });
    expect(listAssets(plan.reader)[0]?.coverEnd).toBe('2026-11-30');
    expect(listWarranties(plan.reader, 1)).toEqual([
      { id: 1, assetId: 1, startsOn: '2022-12-01', endsOn: '2025-11-30', supplierId: null, reference: null, kind: 'standard', costPence: null },
      { id: 2, assetId: 1, startsOn: null, endsOn: '2026-11-30', supplierId: null, reference: 'EXT-9', kind: 'standard', costPence: null },
    ]);
  });

  it('that are replaced keep the periods that are the same', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1', { warranties: [{ endsOn: '2025-11-30' }, { endsOn: '2026-11-30' }] })]));
    const replace = (...ends: string[]) => plan.change(manager('Cover'), (writer) => { replaceWarranties(writer, 1, ends.map((endsOn) => ({ endsOn }))); }).change;
    expect(replace('2026-11-30', '2025-11-30')).toBeNull();
    expect(replace('2026-11-30', '2027-11-30')).not.toBeNull();
    expect(listWarranties(plan.reader, 1).map(({ id, endsOn }) => [id, endsOn])).toEqual([[2, '2026-11-30'], [3, '2027-11-30']]);
    replace('2027-11-30', '2027-11-30');
    expect(listWarranties(plan.reader, 1)).toHaveLength(1);
    replace();
    expect(listAssets(plan.reader)[0]?.coverEnd).toBeNull();
  });
});

describe('names that rows share', () => {
  it('are one name in capitals, small letters and with more spaces, and keep their first spelling', () => {
    const plan = memoryPlan();
    const { value } = plan.change(manager('Add'), (writer) => [
      ['Science block', ' science  BLOCK ', 'S12'].map((name) => ensureLocation(writer, name)),
      ['Maths', 'MATHS'].map((name) => ensureDepartment(writer, name)),
      ['Northern Kit', 'northern kit'].map((name) => ensureSupplier(writer, name)),
    ]);
    expect(value).toEqual([[1, 1, 2], [1, 1], [1, 1]]);
    expect(listLocations(plan.reader)).toEqual([place(1, 'Science block'), place(2, 'S12')]);
  });

  it('of a model are one with their make and category', () => {
    const plan = memoryPlan();
    const { value: ids } = plan.change(manager('Add'), (writer) => [
      { categoryKey: 'laptop', make: 'Kestrel', name: '14 G2' }, { categoryKey: 'laptop', make: 'KESTREL', name: '14 g2' },
      { categoryKey: 'laptop', make: null, name: '14 G2' }, { categoryKey: 'laptop', make: null, name: '14 G2' }, { categoryKey: 'tablet', make: 'Kestrel', name: '14 G2' },
    ].map((model) => ensureModel(writer, model)));
    expect(ids).toEqual([1, 1, 2, 2, 3]);
    plan.change(manager('Price'), (writer) => { updateModel(writer, 1, { unitPence: 61_000, priceDate: '2026-09-01' }); });
    expect(listModels(plan.reader)[0]).toEqual({ id: 1, categoryKey: 'laptop', make: 'Kestrel', name: '14 G2', unitPence: 61_000, priceDate: '2026-09-01', vendorSupportEnd: null, watts: null, memoryGb: null, processor: null, cores: null, storageGb: null });
  });
});

describe('money', () => {
  it('keeps one budget a year and fund, and none once it is taken away', () => {
    const plan = memoryPlan();
    const set = (year: number, pence: number | null) => plan.change(manager('Budget'), (writer) => { setBudget(writer, { year, fundKey: 'delegated', costCategory: null, nature: null, pence }); }).change;
    set(2027, 100); set(2026, 200); set(2026, 300);
    expect(set(2026, 300)).toBeNull();
    expect(listBudgets(plan.reader)).toEqual([{ year: 2026, fundKey: 'delegated', costCategory: null, nature: null, pence: 300 }, { year: 2027, fundKey: 'delegated', costCategory: null, nature: null, pence: 100 }]);
    set(2026, null); set(2027, null);
    expect(listBudgets(plan.reader)).toEqual([]);
    expect(set(2027, null)).toBeNull();
  });

  it('takes price rises as a whole: what is not listed goes', () => {
    const plan = memoryPlan();
    const laptops = { categoryKey: 'laptop', bp: null, steps: [{ year: 2027, bp: 900 }, { year: 2028, bp: -100 }] };
    const servers = { categoryKey: 'server', bp: 500, steps: [] };
    const set = (series: Parameters<typeof setInflation>[1]['series']) => plan.change(manager('Rises'), (writer) => { setInflation(writer, { defaultBp: 250, series }); }).change;
    set([laptops, servers]);
    expect(readInflation(plan.reader)).toEqual({ defaultBp: 250, shipped: false, series: [laptops, servers] });
    expect(set([laptops, servers])).toBeNull();
    set([{ ...laptops, steps: [{ year: 2028, bp: 0 }] }]);
    expect(readInflation(plan.reader).series).toEqual([{ ...laptops, steps: [{ year: 2028, bp: 0 }] }]);
    set([]);
    expect(readInflation(plan.reader).series).toEqual([]);
  });

  it('keeps a yearly cost with its start, end and own rise', () => {
    const plan = memoryPlan();
    const terms: NewAgreement = {
      name: 'Broadband', categoryKey: 'cloud_service', costCategory: 'connectivity', amountPence: 840_000, priceDate: '2026-04-01', start: '2025-04-01', end: null, riseBp: 500, supplierId: null, fundKey: null,
    };
    const { value: id } = plan.change(manager('Add'), (writer) => insertRunningCost(writer, terms));
    const told = { id, ...terms, period: 'yearly', periodYears: null, driver: 'site', units: null, deviceCategoryKey: null, autoRenews: false };
    expect(listRecurring(plan.reader)).toEqual([told]);
    plan.change(manager('End it'), (writer) => { updateAgreement(writer, id, { end: '2028-03-31' }); });
    expect(listRecurring(plan.reader)).toEqual([{ ...told, end: '2028-03-31' }]);
    plan.change(manager('Open again'), (writer) => { updateAgreement(writer, id, { end: null, start: null, amountPence: 1 }); });
    expect(listRecurring(plan.reader)).toEqual([{ ...told, end: null, start: null, amountPence: 1 }]);
    plan.change(manager('By the laptop'), (writer) => { updateAgreement(writer, id, { driver: 'per_device', deviceCategoryKey: 'laptop', period: 'monthly' }); });
    expect(listRecurring(plan.reader)).toMatchObject([{ amountPence: 1, driver: 'per_device', deviceCategoryKey: 'laptop', period: 'monthly' }]);
    plan.change(manager('Bought once'), (writer) => { updateAgreement(writer, id, { period: 'once' }); });
    expect(listRecurring(plan.reader)).toEqual([]);
    plan.change(manager('Remove'), (writer) => { deleteAgreement(writer, id); });
    expect(listRecurring(plan.reader)).toEqual([]);
  });
});

describe('policies', () => {
  const own = (plan: ReturnType<typeof memoryPlan>) => listPolicies(plan.reader).filter((each) => !each.shipped).map(({ id: _id, shipped: _shipped, ...rest }) => rest);

  it('of a category and user group are changed in place and are then the school’s own', () => {
    const plan = memoryPlan();
    const before = listPolicies(plan.reader);
    plan.change(manager('Staff laptops five years'), (writer) => setPolicy(writer, policy));
    expect(own(plan)).toEqual([policy]);
    expect(listPolicies(plan.reader)).toHaveLength(before.length);
    plan.change(manager('No upgrade'), (writer) => setPolicy(writer, { ...policy, upgrade: null }));
    expect(own(plan)).toEqual([{ ...policy, upgrade: null }]);
    expect(plan.change(manager('The same'), (writer) => setPolicy(writer, { ...policy, upgrade: null })).change).toBeNull();
  });

  it('of a model and of an asset stand beside it, and can be taken away', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => {
      const [assetId] = insertAssets(writer, [laptop('LT-1')]);
      const modelId = ensureModel(writer, { categoryKey: 'laptop', make: null, name: '14 G2' });
      for (const target of [{ assetId: assetId ?? null, modelId: null }, { assetId: null, modelId }]) setPolicy(writer, { ...policy, userGroup: null, ...target });
    });
    expect(own(plan).map(({ assetId, modelId }) => [assetId, modelId])).toEqual([[1, null], [null, 1]]);
    plan.change(manager('Remove'), (writer) => { for (const each of listPolicies(writer)) if (each.assetId !== null) deletePolicy(writer, each.id); });
    expect(own(plan).map(({ assetId, modelId }) => [assetId, modelId])).toEqual([[null, 1]]);
  });
});

describe('the rest of a plan', () => {
  it('changes only the settings of the school that were named', () => {
    const plan = memoryPlan();
    plan.change(manager('September'), (writer) => { setSchool(writer, { yearStartMonth: 9, type: 'academy' }); });
    expect(readSchool(plan.reader)).toEqual({ name: 'My school', type: 'academy', yearStartMonth: 9, horizonYears: 5, pupils: null, staff: null, accessTarget: null, backlogYears: 1, vatBp: 2_000, priceAgeMonths: 24 });
  });

  it('lists its imports, the newest first, and knows a file again by its bytes', () => {
    const plan = memoryPlan();
    for (const [file, bytes] of [['a.csv', 'aa'], ['b.csv', 'bb'], ['copy of a.csv', 'aa']] as const) {
      plan.change(manager(`Import ${file}`), (writer) => insertImport(writer, importOf(file, bytes)));
    }
    expect(listImports(plan.reader).map((record) => record.fileName)).toEqual(['copy of a.csv', 'b.csv', 'a.csv']);
    expect(findImportOf(plan.reader, 'aa')).toEqual({ id: 3, ...importOf('copy of a.csv', 'aa') });
    expect(findImportOf(plan.reader, 'cc')).toBeNull();
  });

  it('keeps shipped facts and support dates with their source and the day they were true', () => {
    const release = {
      product: 'windows', cycle: '11-24h2-e', label: '11 24H2 (E)', releasedOn: '2024-10-01', activeEnd: null, securityEnd: '2027-10-12', extendedEnd: null,
      extendedYearPence: null, extendedPriceDate: null,
      source: 'endoflife.date', asOf: '2026-08-22', shipped: true,
    };
    const fact = { file: 'cfr_codes.csv', key: 'E20A', fact: { title: 'Connectivity', year: 2024, open: null, own: false }, source: 'DfE', licence: 'OGL v3.0', asOf: '2026-08-22' };
    const plan = memoryPlan({ supportReleases: [release], referenceFacts: [fact, { ...fact, file: 'procurement.csv' }] });
    expect(listSupportReleases(plan.reader)).toEqual([{ id: 1, ...release }]);
    expect(listReferenceFacts(plan.reader, 'cfr_codes.csv')).toEqual([fact]);
    expect(listReferenceFacts(plan.reader)).toHaveLength(2);
  });

  it('loads as plain data: what JSON carries is what was there', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => {
      insertAssets(writer, [laptop('LT-1', { warranties: [{ endsOn: '2027-01-31' }] })]);
      setPolicy(writer, policy);
    });
    const snapshot = loadSnapshot(plan.reader);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(structuredClone(snapshot)).toEqual(snapshot);
  });
});
