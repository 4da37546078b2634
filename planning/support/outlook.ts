import { financialYearLabel, financialYearOf } from '../calendar.ts';
import { itemsIn, itemsOf } from '../context.ts';
import { modelTitle } from '../register/field-words.ts';
import { known, makerEnd, standingOf } from '../refresh/due.ts';
import type { Forecast } from '../result.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { rowName } from '../words.ts';
import { categoryNamed } from '../categories.ts';
import { releaseName, supportStatus, type ListedRelease } from './release.ts';
import { extensionOf, planFor, replacementOf, type Extension, type PlanFor, type Replacement } from './ways-out.ts';

/*
 * What loses support, when, and what can be done about it. A device may have two ends, that of its system and that of
 * its maker; each stands in the list under its own name, and the sentence counts the device once, at the first of them.
 */

/** What ends: the system a device runs, the maker's support of the device, or a title of software. */
export type SupportSubject = 'system' | 'maker' | 'software';

export type LosingGroup = {
  readonly key: string;
  readonly subject: SupportSubject;
  readonly what: string;
  /** The last day of support; null where it has ended on a day that the list does not name. */
  readonly end: IsoDate | null;
  readonly state: 'ended' | 'extended' | 'ending';
  /** Devices, or 1 for a title of software. */
  readonly quantity: number;
  readonly assetIds: readonly number[];
  readonly agreementId: number | null;
  readonly release: ListedRelease | null;
  /** Devices that can move to a newer version as they are. */
  readonly canMove: number;
  /** Of the devices that cannot: what the plan holds for them. */
  readonly replacement: Replacement;
  readonly extension: Extension | null;
  /** Devices whose end was looked at and decided about. */
  readonly decided: number;
  /** Where the date is from: `endoflife.date, as of 22 Aug 2026`, or the school. */
  readonly source: { readonly text: string; readonly asOf: IsoDate | null };
};

export type SupportYear = { readonly label: string; readonly groups: readonly LosingGroup[]; /** Devices whose first end it is. */ readonly devices: number };

export type SupportOutlook = {
  /** Out of support and in use, the oldest end first; those that can still be paid for among them. */
  readonly ended: readonly LosingGroup[];
  readonly devicesEnded: number;
  /** The plan's years, from the as-at date on. */
  readonly years: readonly SupportYear[];
  /** Devices whose support ends after them, and of which no other end is missing. */
  readonly devicesLater: number;
  /** Devices whose release has no end that is known: with the day up to which the list speaks. */
  readonly devicesOpen: number;
  /** Devices whose system or its end is not known, though the maker's may be. */
  readonly unknown: { readonly quantity: number; readonly assetIds: readonly number[] };
};

/** Kinds that run a system which somebody must keep safe. */
const RUNS_A_SYSTEM: ReadonlySet<string> = new Set([
  'server', 'storage', 'desktop', 'laptop', 'chromebook', 'tablet', 'phone', 'interactive_panel',
  'network_switch', 'wireless_ap', 'firewall_router',
]);

export const runsASystem = (categoryKey: string): boolean => RUNS_A_SYSTEM.has(categoryKey);

/** Kit in service that runs a system that is not known or has no end. One that stands there only in words is not known, even where the maker's end of the device is. */
export const lacksEnd = (asset: Asset, models: ReadonlyMap<number, AssetModel>): boolean =>
  standingOf(asset.status) === 'in_service' && runsASystem(asset.categoryKey) && asset.osReleaseId === null && known(asset.osEnd) === null
  && (asset.osName !== null || (known(asset.vendorSupportEnd) === null && known(models.get(asset.modelId ?? 0)?.vendorSupportEnd ?? null) === null));

type Ending = Omit<LosingGroup, 'quantity' | 'assetIds' | 'canMove' | 'replacement' | 'extension' | 'decided'>;
type Collected = { readonly ending: Ending; readonly assets: Asset[] };

export function supportOutlook(snapshot: PlanSnapshot, forecast: Forecast, releases: readonly ListedRelease[]): SupportOutlook {
  const { asOf, years } = forecast;
  const work: Work = {
    asOf, snapshot, releases: new Map(releases.map((release) => [release.id, release])),
    models: new Map(snapshot.models.map((model) => [model.id, model])), groups: new Map(),
  };
  const first = new Map<string, number>();
  let [devicesEnded, devicesLater, devicesOpen] = [0, 0, 0];
  const unknown: Asset[] = [];
  const last = years.at(-1)?.end ?? asOf;
  for (const asset of snapshot.assets) {
    if (standingOf(asset.status) !== 'in_service') continue;
    const found = deviceEnds(work, asset);
    const ends = found.flatMap(({ end }) => (end === null ? [] : [end])).sort();
    const [end] = ends;
    if (found.some(({ state }) => state !== 'ending')) devicesEnded += itemsOf(asset);
    else if (end !== undefined && end <= last) raise(first, labelOf(forecast, end), itemsOf(asset));
    else if (end !== undefined && !lacksEnd(asset, work.models)) devicesLater += itemsOf(asset);
    else if (asset.osReleaseId !== null) devicesOpen += itemsOf(asset);
    if (lacksEnd(asset, work.models)) unknown.push(asset);
  }
  softwareEnds(work);
  const plan = planFor(snapshot, forecast);
  const groups = [...work.groups.values()].map((collected) => finish(work, collected, forecast, plan));
  groups.sort((a, b) => (a.end ?? '') < (b.end ?? '') ? -1 : (a.end ?? '') > (b.end ?? '') ? 1 : b.quantity - a.quantity || (a.what < b.what ? -1 : 1));
  const ending = groups.filter(({ state }) => state === 'ending');
  return {
    ended: groups.filter(({ state }) => state !== 'ending'), devicesEnded, devicesLater, devicesOpen,
    years: years.map(({ label }) => ({
      label, devices: first.get(label) ?? 0, groups: ending.filter(({ end }) => end !== null && end <= last && labelOf(forecast, end) === label),
    })),
    unknown: { quantity: itemsIn(unknown), assetIds: unknown.map(({ id }) => id) },
  };
}

type Work = {
  readonly asOf: IsoDate;
  readonly snapshot: PlanSnapshot;
  readonly releases: ReadonlyMap<number, ListedRelease>;
  readonly models: ReadonlyMap<number, PlanSnapshot['models'][number]>;
  readonly groups: Map<string, Collected>;
};

const raise = (counts: Map<string, number>, key: string, by: number): void => { counts.set(key, (counts.get(key) ?? 0) + by); };

const labelOf = ({ yearStartMonth }: Forecast, date: IsoDate): string => financialYearLabel(financialYearOf(date, yearStartMonth), yearStartMonth);

const OWN_DATE = { text: 'The school’s own date', asOf: null } as const;

/** The ends of one device, put into their groups. */
function deviceEnds(work: Work, asset: Asset): readonly Ending[] {
  const endings = [systemEnd(work, asset), makerEnding(work, asset)].filter((ending) => ending !== null);
  for (const ending of endings) {
    const group = work.groups.get(ending.key);
    if (group === undefined) work.groups.set(ending.key, { ending, assets: [asset] });
    else group.assets.push(asset);
  }
  return endings;
}

/** The end of the system that a device runs: a date of its own, else its release's. Null where none is known. */
function systemEnd({ asOf, releases }: Work, asset: Asset): Ending | null {
  const release = asset.osReleaseId === null ? undefined : releases.get(asset.osReleaseId);
  const end = known(asset.osEnd);
  const what = release === undefined ? asset.osName ?? 'A system without a name' : releaseName(release);
  const own = release === undefined || (end !== null && end !== release.securityEnd);
  const base = { subject: 'system', what, agreementId: null, release: release ?? null } as const;
  if (own) {
    if (end === null) return null;
    return { ...base, key: `system/${what}/${end}`, end, state: end < asOf ? 'ended' : 'ending', source: OWN_DATE };
  }
  const status = supportStatus(release, asOf);
  const source = { text: release.source, asOf: release.asOf };
  // Not its number: the school’s own row takes the place of the shipped one, and is the same thing.
  const key = `release/${release.product}/${release.cycle}`;
  switch (status.kind) {
    case 'supported': return { ...base, key, end: status.until, state: 'ending', source };
    case 'extended': return { ...base, key, end: status.since, state: 'extended', source };
    case 'ended': return { ...base, key, end: release.securityEnd ?? status.on, state: 'ended', source };
    case 'no_end_known': case 'not_known': return null;
  }
}

function makerEnding({ asOf, models, snapshot }: Work, asset: Asset): Ending | null {
  const model = asset.modelId === null ? undefined : models.get(asset.modelId);
  const end = makerEnd(asset, model ?? null);
  if (end === null) return null;
  const what = model === undefined ? rowName(categoryNamed(snapshot.categories, asset.categoryKey), asset.userGroup) : modelTitle(model);
  return {
    key: `maker/${asset.modelId ?? asset.categoryKey}/${end}`, subject: 'maker', what, end, state: end < asOf ? 'ended' : 'ending',
    agreementId: null, release: null, source: OWN_DATE,
  };
}

function softwareEnds({ snapshot, asOf, releases, groups }: Work): void {
  for (const title of snapshot.software) {
    if (title.end !== null && title.end < asOf && !title.autoRenews) continue;
    const release = title.supportReleaseId === null ? undefined : releases.get(title.supportReleaseId);
    const end = known(title.supportEnd);
    const status = release === undefined || end !== release.securityEnd ? null : supportStatus(release, asOf);
    if (end === null && status?.kind !== 'ended') continue;
    const state = status?.kind === 'extended' ? 'extended' : end === null || end < asOf ? 'ended' : 'ending';
    groups.set(`software/${title.id}`, {
      assets: [],
      ending: {
        key: `software/${title.id}`, subject: 'software', what: title.version === null ? title.name : `${title.name} ${title.version}`, end, state,
        agreementId: title.id, release: release ?? null,
        source: release === undefined ? OWN_DATE : { text: release.source, asOf: release.asOf },
      },
    });
  }
}

function finish(work: Work, { ending, assets }: Collected, forecast: Forecast, plan: PlanFor): LosingGroup {
  const quantity = itemsIn(assets);
  const staying = ending.subject === 'system' ? assets.filter(({ osCanMove }) => !osCanMove) : assets;
  const canMove = ending.subject === 'system' ? quantity - itemsIn(staying) : 0;
  const decided = new Set(work.snapshot.acknowledgements
    .filter(({ subject, endsOn }) => subject === 'support' && endsOn === ending.end).map(({ assetId, agreementId }) => assetId ?? -(agreementId ?? 0)));
  return {
    ...ending, quantity: ending.subject === 'software' ? 1 : quantity, assetIds: assets.map(({ id }) => id), canMove,
    replacement: replacementOf(staying, forecast, plan),
    extension: extensionOf(work.asOf, ending, quantity),
    decided: ending.subject === 'software' ? Number(decided.has(-(ending.agreementId ?? 0)))
      : assets.reduce((sum, asset) => (decided.has(asset.id) ? sum + itemsOf(asset) : sum), 0),
  };
}
