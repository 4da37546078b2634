import { accessOf, supportEndOf } from '../../access/access.ts';
import { coverEnds } from '../../agreements/cover.ts';
import { addMonths, formatLongDate, monthOf } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { itemsIn } from '../../context.ts';
import { formatCount, formatPounds, sumOf } from '../../money.ts';
import { placeCalled, placesOf } from '../../places.ts';
import { policyFor } from '../../policies.ts';
import { serviceDate, standingOf } from '../../refresh/due.ts';
import type { WhyStep } from '../../result.ts';
import type { Asset, PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { listOf, spanOf } from '../../words.ts';
import type { Evidence } from '../need-facts.ts';

/** What the register says on a day of what a piece of evidence points at. */
export type EvidenceFound = {
  /** "18 of 34 desktops in MU1 are older than 5 years." */
  readonly sentence: string;
  readonly why: readonly WhyStep[];
  /** The rows of the register it speaks of; none for words. */
  readonly assetIds: readonly number[];
};

/** The kit that a piece of evidence is of: in service, of its kind, in its place, of its department. */
type Scope = { readonly assets: readonly Asset[]; readonly items: number; /** "desktops in MU1" */ readonly name: string };

const LEDGER_MONTHS = 12;

/** Works a piece of evidence out from the register, afresh each time; null for words, which say it themselves. */
export function evidenceFound(snapshot: PlanSnapshot, evidence: Evidence, asOf: IsoDate): EvidenceFound | null {
  const scope = scopeOf(snapshot, evidence);
  switch (evidence.kind) {
    case 'words': return null;
    case 'losses': return lossesFound(snapshot, evidence, scope, asOf);
    case 'age': return ofKit(scope, ageFound(snapshot, scope, asOf));
    case 'cover': return ofKit(scope, endFound(scope, coverEnds(snapshot, asOf), asOf, {
      gone: 'out of cover', unknown: 'when its cover ends', rule: 'The end of cover is that of its own warranty, or of a contract that covers it and renews by itself.',
    }));
    case 'support': return ofKit(scope, supportFound(snapshot, scope, asOf));
    case 'ratio': return ofKit(scope, ratioFound(snapshot, evidence, scope, asOf));
  }
}

function scopeOf(snapshot: PlanSnapshot, { categoryKey, locationId, departmentId }: Evidence): Scope {
  const within = locationId === null ? null : placesOf(snapshot.locations).descendantsOf(locationId);
  const assets = snapshot.assets.filter((asset) => standingOf(asset.status) === 'in_service' && (categoryKey === null || asset.categoryKey === categoryKey)
    && (within === null || (asset.locationId !== null && within.has(asset.locationId))) && (departmentId === null || asset.departmentId === departmentId));
  const department = snapshot.departments.find(({ id }) => id === departmentId)?.name;
  const place = locationId === null ? null : placeCalled(snapshot.locations)(locationId);
  const kind = categoryKey === null ? 'items of kit' : categoryNamed(snapshot.categories, categoryKey).plural;
  return { assets, items: itemsIn(assets), name: [kind, department === undefined ? null : `of ${department}`, place === null ? null : `in ${place}`].filter((part) => part !== null).join(' ') };
}

const isAre = (count: number): string => (count === 1 ? 'is' : 'are');

/** What cannot be said of kit that is not there. */
const ofKit = (scope: Scope, found: EvidenceFound): EvidenceFound =>
  (scope.items > 0 ? found : { sentence: `The register holds no ${scope.name} in use.`, why: [], assetIds: [] });

/** How many of all, as a sentence begins: "None", "18". */
const started = (count: number): string => (count === 0 ? 'None' : formatCount(count));
const counted = ({ items, name }: Scope): string => `${formatCount(items)} ${name}`;
const inService = (scope: Scope): WhyStep => ({ text: `The register holds ${counted(scope)} in use, on loan, passed down, spare, in stock or in repair.` });

function ageFound(snapshot: PlanSnapshot, scope: Scope, asOf: IsoDate): EvidenceFound {
  const lives = new Map(scope.assets.map((asset) => [asset.id, policyFor(asset, snapshot.policies)?.lifeMonths ?? null]));
  const since = (asset: Asset): IsoDate | null => serviceDate(asset, monthOf(asOf));
  const old = scope.assets.filter((asset) => {
    const [from, life] = [since(asset), lives.get(asset.id) ?? null];
    return from !== null && life !== null && addMonths(from, life) < asOf;
  });
  const undated = itemsIn(scope.assets.filter((asset) => since(asset) === null));
  const spans = [...new Set([...lives.values()].filter((life) => life !== null))].toSorted((a, b) => a - b).map(spanOf);
  const limit = spans.length === 1 ? `older than ${spans[0]}` : 'past the years they are kept for';
  const past = itemsIn(old);
  return {
    sentence: `${started(past)} of ${counted(scope)} ${isAre(past)} ${limit}${undated === 0 ? '' : `; of ${formatCount(undated)} nobody knows how old they are`}.`,
    why: [
      inService(scope), { text: spans.length === 0 ? 'No policy says how long they are kept.' : `Policies keep them for ${listOf(spans)}.` },
      { text: `${formatCount(past)} of them began to be used longer ago than that on ${formatLongDate(asOf)}.` },
      ...(undated === 0 ? [] : [{ text: `${formatCount(undated)} have no date in the register and are not counted as old.` }]),
    ],
    assetIds: old.map(({ id }) => id),
  };
}

type EndWords = { readonly gone: string; readonly unknown: string; readonly rule: string };

function endFound(scope: Scope, endOf: (asset: Asset) => IsoDate | null, asOf: IsoDate, { gone, unknown, rule }: EndWords): EvidenceFound {
  const over = scope.assets.filter((asset) => (endOf(asset) ?? asOf) < asOf);
  const open = itemsIn(scope.assets.filter((asset) => endOf(asset) === null));
  const count = itemsIn(over);
  return {
    sentence: `${started(count)} of ${counted(scope)} ${isAre(count)} ${gone}${open === 0 ? '' : `; of ${formatCount(open)} nobody knows ${unknown}`}.`,
    why: [inService(scope), { text: rule }, { text: `Of ${formatCount(count)} that day lies before ${formatLongDate(asOf)}.` }],
    assetIds: over.map(({ id }) => id),
  };
}

function supportFound(snapshot: PlanSnapshot, scope: Scope, asOf: IsoDate): EvidenceFound {
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const endOf = (asset: Asset): IsoDate | null => supportEndOf(asset, models.get(asset.modelId ?? 0));
  const next = addMonths(asOf, 24);
  const soon = itemsIn(scope.assets.filter((asset) => {
    const end = endOf(asset);
    return end !== null && end >= asOf && end < next;
  }));
  const found = endFound(scope, endOf, asOf, {
    gone: 'out of support', unknown: 'when support ends', rule: 'Support ends on the first of the days of its system and its maker, from the register, its model and the list of support dates.',
  });
  if (soon === 0) return found;
  return { ...found, sentence: `${found.sentence.slice(0, -1)}, and ${formatCount(soon)} more will be by ${formatLongDate(next)}.` };
}

const wereLost = (count: number): string => `${formatCount(count)} ${count === 1 ? 'was' : 'were'}`;

function lossesFound(snapshot: PlanSnapshot, { categoryKey }: Evidence, scope: Scope, asOf: IsoDate): EvidenceFound {
  const from = addMonths(asOf, -LEDGER_MONTHS);
  const own = new Set(scope.assets.map(({ id }) => id));
  const everywhere = !scope.name.includes(' of ') && !scope.name.includes(' in ');
  const entries = snapshot.ledger.filter(({ kind, happenedOn, assetId, ...entry }) => (kind === 'lost' || kind === 'broken') && happenedOn > from && happenedOn <= asOf
    && (categoryKey === null || entry.categoryKey === categoryKey) && (everywhere || (assetId !== null && own.has(assetId))));
  const [lost, broken] = (['lost', 'broken'] as const).map((kind) => sumOf(entries.filter((entry) => entry.kind === kind).map(({ quantity }) => quantity)));
  const pence = sumOf(entries.map((entry) => entry.pence ?? 0));
  const kind = scope.name;
  return {
    sentence: entries.length === 0 ? `No loss or breakage of ${kind} was written down in the last twelve months.`
      : `In the last twelve months, of ${kind} ${wereLost(lost ?? 0)} lost and ${wereLost(broken ?? 0)} broken${pence === 0 ? '' : `, which cost ${formatPounds(pence)}`}.`,
    why: [
      { text: `The ledger of losses has ${formatCount(entries.length)} ${entries.length === 1 ? 'entry' : 'entries'} from ${formatLongDate(from)} to ${formatLongDate(asOf)}.` },
      ...(everywhere ? [] : [{ text: 'Only entries that name a row of the register count, for only of those the place and the department are known.' }]),
    ],
    assetIds: entries.flatMap(({ assetId }) => assetId ?? []),
  };
}

function ratioFound(snapshot: PlanSnapshot, { locationId, departmentId }: Evidence, scope: Scope, asOf: IsoDate): EvidenceFound {
  const { usable, devices, usableIds } = accessOf({ ...snapshot, assets: scope.assets }, asOf).school;
  const place = snapshot.locations.find(({ id }) => id === locationId);
  const department = snapshot.departments.find(({ id }) => id === departmentId);
  const group = place ?? department ?? null;
  const pupils = group === null ? snapshot.school.pupils : group.pupils;
  const who = group === null ? 'the school' : group.name;
  const why = [
    { text: `${formatCount(devices)} of the ${scope.name} may be used by pupils, and ${formatCount(usable)} of those can be: in use and in support.` },
    { text: pupils === null ? `How many pupils ${who} has is not in the plan.` : `${who === 'the school' ? 'The school' : who} has ${formatCount(pupils)} pupils.` },
  ];
  const words = `${formatCount(usable)} usable ${usable === 1 ? 'device' : 'devices'}`;
  if (pupils === null) return { sentence: `${who === 'the school' ? 'The school' : who} has ${words}; how many pupils share them is not known.`, why, assetIds: usableIds };
  if (usable === 0) return { sentence: `${formatCount(pupils)} pupils of ${who} have no device that they can use.`, why, assetIds: [] };
  return { sentence: `${formatCount(pupils)} pupils of ${who} share ${words}: ${(Math.round((pupils * 10) / usable) / 10).toFixed(1)} to each.`, why, assetIds: usableIds };
}
