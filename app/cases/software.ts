import { deleteAgreement, insertSoftware, updateAgreement, updateSoftware, type NewAgreement, type SoftwareTerms } from '../../db/repositories/agreements.ts';
import { deleteAssets } from '../../db/repositories/assets.ts';
import { ensureSupplier } from '../../db/repositories/places.ts';
import { listSupportReleases } from '../../db/repositories/reference.ts';
import type { Agreement, SoftwareTitle } from '../../planning/agreements/agreement.ts';
import { agreementPaid } from '../../planning/budget/fund-check.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { assetName } from '../../planning/register/field-words.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireAssets } from './asset-requests.ts';
import { checkFundFor, checkTerms, requireCategory, tidyTerms } from './found.ts';
import { given } from './given.ts';

const titleFound = (session: Session, id: number): SoftwareTitle => {
  const title = session.snapshot().software.find((each) => each.id === id);
  if (title === undefined) throw new Refusal('not_found', `No title of software has the number ${id}. It may have been removed.`, { field: 'id' });
  return title;
};

/** @throws Refusal where a release or a department that a title names is not in the plan. */
const checkLinks = (session: Session, { supportReleaseId, departmentIds = [] }: { supportReleaseId?: number | null | undefined; departmentIds?: readonly number[] | undefined }): void => {
  const { departments } = session.snapshot();
  const missing = departmentIds.find((id) => !departments.some((department) => department.id === id));
  if (missing !== undefined) throw new Refusal('not_found', `No department has the number ${missing}.`, { field: 'departmentIds' });
  if (supportReleaseId === undefined || supportReleaseId === null) return;
  if (!listSupportReleases(session.plan().reader).some(({ id }) => id === supportReleaseId)) {
    throw new Refusal('not_found', `No release in the list of support dates has the number ${supportReleaseId}.`, { field: 'supportReleaseId' });
  }
};

/** @throws Refusal at the field where less is asked for to run well than to run at all. */
const checkLeast = (title: Partial<Pick<SoftwareTitle, 'needsMemoryGb' | 'leastMemoryGb' | 'needsCores' | 'leastCores'>>): void => {
  for (const [least, needs, field, what] of [
    [title.leastMemoryGb, title.needsMemoryGb, 'leastMemoryGb', 'gigabytes of memory'], [title.leastCores, title.needsCores, 'leastCores', 'cores'],
  ] as const) {
    if (typeof least === 'number' && typeof needs === 'number' && least > needs) {
      throw new Refusal('invalid_input', `It runs well with ${needs} ${what}, so ${needs} or fewer are enough to run slowly, not ${least}.`, { field });
    }
  }
};

const TITLE_FIELDS = [
  'publisher', 'version', 'supportReleaseId', 'supportEnd', 'needsSystem', 'needsMemoryGb', 'leastMemoryGb', 'needsProcessor',
  'needsCores', 'leastCores', 'needsStorageGb', 'networkInstallable', 'departmentIds',
] as const satisfies readonly (keyof SoftwareTerms)[];

/** What only software has, apart from the terms it shares with every agreement. */
const parted = (fields: object): { readonly own: Partial<SoftwareTerms>; readonly terms: Partial<Omit<Agreement, 'id' | 'kind'>> } => {
  const isOwn = (key: string): boolean => TITLE_FIELDS.some((field) => field === key);
  const entries = Object.entries(fields);
  return { own: Object.fromEntries(entries.filter(([key]) => isOwn(key))), terms: Object.fromEntries(entries.filter(([key]) => !isOwn(key))) };
};

/** A row of the register as a title: its items are seats, bought once at what was paid, its cover is the licence's term. */
function titleOf({ models, categories }: PlanSnapshot, asset: Asset): NewAgreement & Partial<SoftwareTerms> {
  const model = models.find(({ id }) => id === asset.modelId);
  const { costCategory } = categoryNamed(categories, asset.categoryKey);
  return {
    name: asset.description, categoryKey: asset.categoryKey, costCategory,
    amountPence: asset.unitPaidPence, period: 'once', driver: 'per_seat', units: asset.quantity, priceDate: asset.purchaseDate,
    start: asset.purchaseDate, end: asset.coverEnd !== null && asset.purchaseDate !== null && asset.coverEnd < asset.purchaseDate ? null : asset.coverEnd,
    supplierId: asset.supplierId, reference: asset.orderNumber,
    notes: [asset.tag === null ? '' : `Was ${asset.tag} in the register.`, asset.notes ?? ''].filter(Boolean).join(' ') || null,
    publisher: model?.make ?? null, departmentIds: asset.departmentId === null ? [] : [asset.departmentId],
  };
}

/** What kit is not hardware, and so may become a title. */
const isSoftware = (snapshot: PlanSnapshot, asset: Asset): boolean => categoryNamed(snapshot.categories, asset.categoryKey).chartGroup === 'running';

export const softwareHandlers = {
  'software.add': (session, { role, reason, supplier, ...title }) => {
    requireCategory(session, title.categoryKey);
    checkLinks(session, title);
    checkLeast(title);
    const terms = tidyTerms(title);
    checkTerms(session, terms);
    checkFundFor(session, terms.fundKey, agreementPaid(terms), session.today());
    const { change, value } = session.change(`Add the software ${title.name}`, { role, reason }, (writer) =>
      insertSoftware(writer, { ...terms, supplierId: supplier === null ? null : ensureSupplier(writer, supplier) }));
    return { change, value: { id: value } };
  },

  'software.edit': (session, { role, reason, id, set: { supplier, ...set } }) => {
    const before = titleFound(session, id);
    if (set.categoryKey !== undefined) requireCategory(session, set.categoryKey);
    checkLinks(session, set);
    const fields = given(set);
    const after = tidyTerms({ ...before, ...fields });
    checkTerms(session, after);
    checkLeast(after);
    if ([set.fundKey, set.categoryKey, set.costCategory].some((each) => each !== undefined)) checkFundFor(session, after.fundKey, agreementPaid(after), session.today());
    const { own, terms } = parted({ ...fields, periodYears: after.periodYears, units: after.units, deviceCategoryKey: after.deviceCategoryKey });
    const { change } = session.change(`Change the software ${before.name}`, { role, reason }, (writer) => {
      const supplierId = supplier === undefined ? before.supplierId : supplier === null ? null : ensureSupplier(writer, supplier);
      updateAgreement(writer, id, { ...terms, supplierId });
      updateSoftware(writer, id, own);
    });
    return { change, value: null };
  },

  'software.remove': (session, { role, reason, id }) => {
    const { name } = titleFound(session, id);
    const { change } = session.change(`Remove the software ${name}`, { role, reason }, (writer) => deleteAgreement(writer, id));
    return { change, value: null };
  },

  'software.fromRegister': (session, { role, reason, assetIds }) => {
    const snapshot = session.snapshot();
    const assets = requireAssets(session, assetIds, 'assetIds');
    const hardware = assets.find((asset) => !isSoftware(snapshot, asset));
    if (hardware !== undefined) {
      throw new Refusal('invalid_input', `${assetName(hardware)} is not software. Give it the kind Software first.`, { field: 'assetIds' });
    }
    const what = assets.length === 1 ? assets[0]?.description ?? '' : `${assets.length} rows`;
    const { change, value } = session.change(`Make ${assets.length === 1 ? 'a title' : 'titles'} of software from ${what}`, { role, reason }, (writer) => {
      const ids = assets.map((asset) => insertSoftware(writer, titleOf(snapshot, asset)));
      deleteAssets(writer, assets.map(({ id }) => id));
      return ids;
    });
    return { change, value: { ids: value } };
  },
} satisfies Pick<Handlers, 'software.add' | 'software.edit' | 'software.remove' | 'software.fromRegister'>;
