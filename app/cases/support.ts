import { updateAssets } from '../../db/repositories/assets.ts';
import { updateModel } from '../../db/repositories/places.ts';
import { deleteRelease, insertOwnRelease, listSupportReleases, moveRelease, updateRelease } from '../../db/repositories/reference.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { releaseName, type ListedRelease, type SupportRelease } from '../../planning/support/release.ts';
import { itemCount } from '../../planning/words.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { endedWithoutDay, publishedPrices } from '../reference/facts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { given } from './given.ts';

type Setting = Parsed<'support.set'>;

const releasesOf = (session: Session): readonly SupportRelease[] => listSupportReleases(session.plan().reader);

const requireOwn = (session: Session, id: number): SupportRelease => {
  const found = releasesOf(session).find((release) => release.id === id);
  if (found === undefined) throw new Refusal('not_found', `The support list has no release with the number ${id}.`, { field: 'id' });
  if (found.shipped) throw new Refusal('invalid_input', `${releaseName(found)} comes with Kitplan and stays as it came. A row of your own for the same product and version holds before it.`, { field: 'id' });
  return found;
};

/** The days of a release in the order in which they must come. */
const DAYS = ['releasedOn', 'activeEnd', 'securityEnd', 'extendedEnd'] as const;
const DAY_WORDS: Readonly<Record<(typeof DAYS)[number], string>> = {
  releasedOn: 'release', activeEnd: 'end of new features', securityEnd: 'end of security updates', extendedEnd: 'end of paid updates',
};

const requireDays = (setting: Setting): void => {
  const known = DAYS.flatMap((field) => (setting[field] === null ? [] : [{ field, date: setting[field] }]));
  for (const [index, { field, date }] of known.entries()) {
    const before = known[index - 1];
    if (before !== undefined && date < before.date) {
      throw new Refusal('invalid_input', `The ${DAY_WORDS[field]} (${formatLongDate(date)}) cannot come before the ${DAY_WORDS[before.field]} (${formatLongDate(before.date)}).`, { field });
    }
  }
  if (setting.extendedYearPence !== null && setting.extendedEnd === null) {
    throw new Refusal('invalid_input', 'A price of paid updates needs the day until which they can be had.', { field: 'extendedEnd' });
  }
};

const sameRelease = (a: Pick<SupportRelease, 'product' | 'cycle'>, b: Pick<SupportRelease, 'product' | 'cycle'>): boolean =>
  a.product.toLowerCase() === b.product.toLowerCase() && a.cycle.toLowerCase() === b.cycle.toLowerCase();

const requireOne = (releases: readonly SupportRelease[], setting: Setting): void => {
  const double = releases.find((release) => !release.shipped && release.id !== setting.id && sameRelease(release, setting));
  if (double !== undefined) throw new Refusal('invalid_input', `You have a row for ${releaseName(double)} already. Change that one.`, { field: 'cycle' });
};

const assignLabel = ({ releaseId, makerEnd, assetIds, modelIds }: Parsed<'support.assign'>, items: number, release: SupportRelease | null): string => {
  const what = assetIds.length > 0 ? itemCount(items) : `${modelIds.length} model${modelIds.length === 1 ? '' : 's'}`;
  if (release !== null) return `Say that ${what} run${items === 1 ? 's' : ''} ${releaseName(release)}`;
  if (releaseId === null) return `Take the system release off ${what}`;
  return makerEnd === undefined ? `Change the support of ${what}` : `Set the end of maker’s support of ${what}`;
};

const requireKnown = (session: Session, { assetIds, modelIds }: Parsed<'support.assign'>): number => {
  if (assetIds.length + modelIds.length === 0) throw new Refusal('invalid_input', 'Choose the devices or models that it is about.', { field: 'assetIds' });
  const { assets, models } = session.snapshot();
  const asked = new Set(assetIds);
  const found = assets.filter(({ id }) => asked.has(id));
  const known = new Set(models.map(({ id }) => id));
  const missing = modelIds.find((id) => !known.has(id));
  if (missing !== undefined) throw new Refusal('not_found', `No model has the number ${missing}.`, { field: 'modelIds' });
  if (found.length < asked.size) throw new Refusal('not_found', `${asked.size - found.length} of the ${asked.size} assets are no longer in the register.`, { field: 'assetIds' });
  return found.reduce((sum, { quantity }) => sum + quantity, 0);
};

export const supportHandlers = {
  'support.list': (session) => {
    const ended = endedWithoutDay();
    return releasesOf(session).map((release): ListedRelease => ({
      ...release, endedUndated: release.shipped && release.securityEnd === null && ended.has(`${release.product}/${release.cycle}`),
    }));
  },

  'support.prices': () => publishedPrices(),

  'support.set': (session, { role, reason, ...setting }) => {
    const releases = releasesOf(session);
    if (setting.id !== null) requireOwn(session, setting.id);
    requireDays({ role, reason, ...setting });
    requireOne(releases, { role, reason, ...setting });
    const { id, ...fields } = setting;
    const release = { ...fields, asOf: session.today() };
    const shipped = releases.find((each) => each.shipped && sameRelease(each, setting));
    // Written as the list writes it, so that the two are the same release.
    const named = shipped === undefined ? release : { ...release, product: shipped.product, cycle: shipped.cycle };
    const label = id === null ? `Add support dates of ${releaseName(named)}` : `Change the support dates of ${releaseName(named)}`;
    const { value, change } = session.change(label, { role, reason }, (writer) => {
      if (id !== null) {
        updateRelease(writer, id, named);
        return id;
      }
      const added = insertOwnRelease(writer, named);
      if (shipped !== undefined) moveRelease(writer, shipped.id, added, releaseName(named));
      return added;
    });
    return { change, value: { id: value } };
  },

  'support.remove': (session, { role, reason, id }) => {
    const own = requireOwn(session, id);
    const shipped = releasesOf(session).find((release) => release.shipped && sameRelease(release, own));
    const { change } = session.change(`Take out the support dates of ${releaseName(own)}`, { role, reason }, (writer) => {
      moveRelease(writer, id, shipped?.id ?? null, releaseName(own));
      deleteRelease(writer, id);
    });
    return { change, value: null };
  },

  'support.assign': (session, request) => {
    const { role, reason, assetIds, modelIds, releaseId, canMove, systemEnd, makerEnd } = request;
    const items = requireKnown(session, request);
    const release = releaseId === undefined || releaseId === null ? null : releasesOf(session).find(({ id }) => id === releaseId);
    if (release === undefined) throw new Refusal('not_found', `The support list has no release with the number ${releaseId}.`, { field: 'releaseId' });
    const { change } = session.change(assignLabel(request, items, release), { role, reason }, (writer) => {
      updateAssets(writer, assetIds, given({ osReleaseId: releaseId, osCanMove: canMove, osEnd: systemEnd, vendorSupportEnd: makerEnd }));
      for (const modelId of modelIds) updateModel(writer, modelId, given({ vendorSupportEnd: makerEnd }));
    });
    return { change, value: { changed: change === null ? 0 : items + modelIds.length } };
  },
} satisfies Pick<Handlers, 'support.list' | 'support.prices' | 'support.set' | 'support.remove' | 'support.assign'>;
