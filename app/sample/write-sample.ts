import type { Writer } from '../../db/connection.ts';
import { insertApproval, setApprovalLimit } from '../../db/repositories/approvals.ts';
import { insertAssets, updateAssets } from '../../db/repositories/assets.ts';
import { decideExpiries, insertContract, insertSoftware } from '../../db/repositories/agreements.ts';
import { insertLedgerEntry } from '../../db/repositories/ledger.ts';
import { setCapitalRule, setProfile } from '../../db/repositories/money-profile.ts';
import { setBudget } from '../../db/repositories/money.ts';
import { ensureDepartment, ensureLocation, ensureModel, ensureSupplier, ensureYearGroup, updateModel } from '../../db/repositories/places.ts';
import { setPolicy } from '../../db/repositories/policies.ts';
import { listSupportReleases } from '../../db/repositories/reference.ts';
import { setReserve } from '../../db/repositories/reserve.ts';
import { insertPlace, updateDepartment, updatePlace, updateYearGroup } from '../../db/repositories/school-lists.ts';
import { insertDifference, updateScenario } from '../../db/repositories/scenarios.ts';
import { setSchool } from '../../db/repositories/school.ts';
import { setKindUpkeep } from '../../db/repositories/upkeep-rates.ts';
import { agreeVirement, insertVirement } from '../../db/repositories/virements.ts';
import { APPROVAL, APPROVAL_LIMITS, CAPITAL_RULE, RESERVE, VIREMENTS } from './budgets.ts';
import { USED_WITHOUT_COVER } from './agreements.ts';
import { BUILDING_ROOMS, SITE } from './buildings.ts';
import { writeDocuments } from './documents.ts';
import { KINDS_IN_USE, RATES } from './in-use.ts';
import { KINDS, modelTitle, type KindKey, type SampleModel } from './models.ts';
import { DEPARTMENT_PUPILS, systemOf, YEAR_GROUPS, yearGroupOf } from './pupils.ts';
import { SAMPLE_SCENARIOS } from './scenarios.ts';
import { SAMPLE_AS_OF, sampleSchool, type SampleAsset, type SampleSchool } from './school.ts';
import { wattsOf } from './watts.ts';
import { writeDevelopment } from './write-development.ts';
import { writeAnalysis } from './write-needs.ts';

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
    const { unitPence, priceDate, vendorSupportEnd, memoryGb, processor, cores, storageGb } = model;
    updateModel(writer, id, { unitPence, priceDate, vendorSupportEnd, memoryGb, processor, cores, storageGb, watts: wattsOf(modelTitle(model)) });
    return [modelTitle(model), id];
  }));

/** Answers the number of each asset by its tag. */
const writeAssets = (writer: Writer, assets: readonly SampleAsset[], models: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const same = (name: string): string => name;
  const department = orNull(remembered((name: string) => ensureDepartment(writer, name), same));
  const location = orNull(remembered((name: string) => ensureLocation(writer, name), same));
  const supplier = orNull(remembered((name: string) => ensureSupplier(writer, name), same));
  const ids = insertAssets(writer, assets.map(({ type: _type, model, warrantyStart, warrantyEnd, ...row }) => {
    const { department: departmentName, location: locationName, supplier: supplierName, ...fields } = row;
    return {
      ...fields,
      modelId: models.get(modelTitle(model)) ?? null, departmentId: department(departmentName),
      locationId: location(locationName), supplierId: supplier(supplierName),
      warranties: warrantyEnd === null ? [] : [{ startsOn: warrantyStart, endsOn: warrantyEnd, supplierId: supplier(supplierName) }],
    };
  }));
  return new Map(assets.map(({ tag }, index) => [tag, ids[index] ?? 0]));
};

/** Contracts with the kit they are about, software with the departments that use it, and the ledger. Answers the number of each running cost by its name. */
const writeUpkeep = (writer: Writer, { assets, contracts, software, ledger }: SampleSchool, idOf: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const supplierOf = orNull((name: string) => ensureSupplier(writer, name));
  const idsAbout = (about: readonly KindKey[]): number[] => {
    const titles = new Set(about.map((key) => modelTitle(KINDS[key].model)));
    return assets.filter(({ model }) => titles.has(modelTitle(model))).flatMap(({ tag }) => idOf.get(tag) ?? []);
  };
  const ends = new Map(assets.map(({ tag, warrantyEnd }) => [idOf.get(tag) ?? 0, warrantyEnd]));
  for (const { about, reason } of USED_WITHOUT_COVER) {
    const over = idsAbout(about).map((assetId) => ({ assetId, endsOn: ends.get(assetId) ?? SAMPLE_AS_OF })).filter(({ endsOn }) => endsOn <= SAMPLE_AS_OF);
    decideExpiries(writer, over.map((end) => ({ ...end, subject: 'cover', agreementId: null, decision: 'accept', reason })));
  }
  const running = new Map<string, number>();
  for (const { supplier, about, ...terms } of contracts) {
    running.set(terms.name, insertContract(writer, { ...terms, supplierId: supplierOf(supplier), assetIds: idsAbout(about) }));
  }
  for (const { supplier, departments, ...terms } of software) {
    running.set(terms.name, insertSoftware(writer, { ...terms, supplierId: supplierOf(supplier), departmentIds: departments.map((name) => ensureDepartment(writer, name)) }));
  }
  for (const { tag, ...entry } of ledger) insertLedgerEntry(writer, { ...entry, assetId: tag === null ? null : idOf.get(tag) ?? null });
  return running;
};

/** Ids by what they share, so that each thing is written once for all of them. */
const together = <Key>(pairs: readonly (readonly [Key, number])[], keyOf: (key: Key) => string): readonly { readonly key: Key; readonly ids: readonly number[] }[] =>
  [...Map.groupBy(pairs, ([key]) => keyOf(key)).values()].flatMap((group) => (group[0] === undefined ? [] : [{ key: group[0][0], ids: group.map(([, id]) => id) }]));

/** Pupils by year group and department, whose trolleys are whose, and what the devices run. */
const writePupils = (writer: Writer, assets: readonly SampleAsset[], idOf: ReadonlyMap<string, number>): void => {
  for (const { name, ...fields } of YEAR_GROUPS) updateYearGroup(writer, ensureYearGroup(writer, name), fields);
  for (const { name, ...fields } of DEPARTMENT_PUPILS) updateDepartment(writer, ensureDepartment(writer, name), fields);
  const withId = <Key>(keyOf: (asset: SampleAsset) => Key | null): (readonly [Key, number])[] => assets.flatMap((asset) => {
    const key = keyOf(asset);
    const id = idOf.get(asset.tag);
    return key === null || id === undefined ? [] : [[key, id] as const];
  });
  for (const { key, ids } of together(withId(yearGroupOf), (name) => name)) updateAssets(writer, ids, { yearGroupId: ensureYearGroup(writer, key) });
  const releases = new Map(listSupportReleases(writer).map(({ product, cycle, id }) => [`${product}/${cycle}`, id]));
  for (const { key, ids } of together(withId(systemOf), (system) => JSON.stringify(system))) {
    updateAssets(writer, ids, 'words' in key ? { osName: key.words } : { osReleaseId: releases.get(key.release.join('/')) ?? null });
  }
};

/** The site with its buildings, and each room in its building; laptop trolleys go about the site. */
const writeBuildings = (writer: Writer, assets: readonly SampleAsset[]): void => {
  const unknown = { pupils: null, accessTarget: null };
  const site = insertPlace(writer, { ...SITE, kind: 'site', parentId: null, accessTarget: null });
  const used = new Set(assets.flatMap(({ location }) => location ?? []));
  for (const { name, rooms } of BUILDING_ROOMS) {
    const building = insertPlace(writer, { ...unknown, name, kind: 'building', parentId: site });
    for (const room of rooms.filter((each) => used.has(each))) updatePlace(writer, ensureLocation(writer, room), { parentId: building });
  }
  for (const trolley of used) if (trolley.startsWith('Trolley ')) updatePlace(writer, ensureLocation(writer, trolley), { parentId: site });
};

const writeScenarios = (writer: Writer, assets: readonly SampleAsset[], idOf: ReadonlyMap<string, number>): void => {
  for (const { id, name, note, differences } of SAMPLE_SCENARIOS) {
    updateScenario(writer, id, { name, note });
    for (const { of, change, reason } of differences) {
      insertDifference(writer, id, change(assets.filter(of).flatMap(({ tag }) => idOf.get(tag) ?? [])), reason);
    }
  }
};

/** The capital rule, the agreed budget with its virements, who may agree what, the reserve, and what power and time cost. Answers the number of each virement by its reason. */
const writeFinance = (writer: Writer): ReadonlyMap<string, number> => {
  setCapitalRule(writer, CAPITAL_RULE);
  insertApproval(writer, APPROVAL);
  for (const limit of APPROVAL_LIMITS) setApprovalLimit(writer, null, limit);
  const virements = new Map(VIREMENTS.map(({ agreed: [by, on], ...asked }) => {
    const id = insertVirement(writer, asked);
    agreeVirement(writer, id, by, on);
    return [asked.reason, id] as const;
  }));
  setReserve(writer, RESERVE);
  setProfile(writer, RATES);
  for (const kind of KINDS_IN_USE) setKindUpkeep(writer, kind);
  return virements;
};

/** Writes Hillcrest, the made-up school, into an empty plan. */
export const writeSample = (writer: Writer, sample: SampleSchool = sampleSchool()): void => {
  setSchool(writer, sample.school);
  const models = writeModels(writer, sample.models);
  const assetIds = writeAssets(writer, sample.assets, models);
  for (const { kind, ...policy } of sample.policies) {
    const modelId = kind === null ? null : models.get(modelTitle(KINDS[kind].model)) ?? null;
    setPolicy(writer, { ...policy, modelId, assetId: null });
  }
  writeBuildings(writer, sample.assets);
  writePupils(writer, sample.assets, assetIds);
  const running = writeUpkeep(writer, sample, assetIds);
  for (const budget of sample.budgets) setBudget(writer, budget);
  const virements = writeFinance(writer);
  writeAnalysis(writer, { models, objectives: writeDevelopment(writer), running, virements });
  writeScenarios(writer, sample.assets, assetIds);
  writeDocuments(writer);
};
