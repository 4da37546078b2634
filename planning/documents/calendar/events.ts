import { yearlyAmount, type Contract, type SoftwareTitle } from '../../agreements/agreement.ts';
import { decisionsOf } from '../../agreements/decisions.ts';
import { countsOf } from '../../agreements/driver.ts';
import { noticeBy, renewsOn, termEnd } from '../../agreements/terms.ts';
import { toDecide } from '../../analysis/decisions/log.ts';
import { reviewOf } from '../../analysis/decisions/review.ts';
import { decisionRef } from '../../analysis/needs/refs.ts';
import { compareDays, formatLongDate } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { itemsIn } from '../../context.ts';
import { formatPounds } from '../../money.ts';
import { placeCalled } from '../../places.ts';
import { known, standingOf } from '../../refresh/due.ts';
import type { Asset } from '../../snapshot.ts';
import { supportOutlook, type LosingGroup } from '../../support/outlook.ts';
import { EXPIRY_DECISION_WORDS, type IsoDate } from '../../vocabulary.ts';
import { compareNames, kitCount, listOf, startLower } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';

export type CalendarEventKind = 'cover' | 'lease' | 'agreement' | 'support' | 'decision';

/** A day to know of beforehand: a whole day, at no hour. */
export type CalendarEvent = {
  /** The same for the same thing while its day or its words change: a calendar then moves what it has, and adds nothing twice. */
  readonly key: string;
  readonly kind: CalendarEventKind;
  readonly on: IsoDate;
  readonly title: string;
  readonly details: readonly string[];
  /** What somebody with the entry open looks up, and nobody reads on paper: tags. */
  readonly more: readonly string[];
  /** Days before at which the calendar reminds; none where it is decided already. */
  readonly remindDays: readonly number[];
};

/** What ends or wants notice is told of early enough to ask for prices and a decision; a meeting needs a week. */
const A_MONTH_BEFORE = [30] as const;
const A_WEEK_BEFORE = [7] as const;
const MONTH_AND_WEEK = [30, 7] as const;
/** Rooms and tags named in the words of one day; the rest are counted. */
const MOST_NAMED = 12;

/** Everything with a day from the as-at date on that somebody must know of, by its day. */
export function calendarEvents(facts: DocumentFacts): readonly CalendarEvent[] {
  return [...coverEvents(facts), ...leaseEvents(facts), ...agreementEvents(facts), ...supportEvents(facts), ...decisionEvents(facts)]
    .filter(({ on }) => on >= facts.forecast.asOf)
    .toSorted((a, b) => compareDays(a.on, b.on) || compareNames(a.title, b.title) || (a.key < b.key ? -1 : 1));
}

const inUse = ({ snapshot }: DocumentFacts): readonly Asset[] => snapshot.assets.filter(({ status }) => standingOf(status) === 'in_service');

/** Kit of one kind and one day; known by the first of it, so that a corrected day moves the entry of a calendar. */
function lotsBy(assets: readonly Asset[], dayOf: (asset: Asset) => IsoDate | null): readonly { readonly on: IsoDate; readonly first: Asset; readonly assets: readonly Asset[] }[] {
  const lots = Map.groupBy(assets.filter((asset) => dayOf(asset) !== null), (asset) => `${dayOf(asset) ?? ''}/${asset.categoryKey}/${asset.userGroup ?? ''}`);
  return [...lots.values()].flatMap((lot) => {
    const first = lot.reduce<Asset | undefined>((least, asset) => (least === undefined || asset.id < least.id ? asset : least), undefined);
    const on = first === undefined ? null : dayOf(first);
    return first === undefined || on === null ? [] : [{ on, first, assets: lot }];
  });
}

const kitWords = ({ snapshot }: DocumentFacts, { categoryKey, userGroup }: Asset, assets: readonly Asset[]): string =>
  kitCount(categoryNamed(snapshot.categories, categoryKey), userGroup, itemsIn(assets));

/** `In IT1, IT2 and 4 places more.` */
function whereWords({ snapshot }: DocumentFacts, assets: readonly Asset[]): readonly string[] {
  const called = placeCalled(snapshot.locations);
  const rooms = [...new Set(assets.flatMap(({ locationId }) => (locationId === null ? [] : called(locationId) ?? [])))].toSorted(compareNames);
  return rooms.length === 0 ? [] : [`In ${named(rooms, 'place')}.`];
}

/** `Tags HC-1, HC-2 and 28 more.`: for those who look them up. */
function tagWords({ settings }: DocumentFacts, assets: readonly Asset[]): readonly string[] {
  const tags = assets.flatMap(({ tag }) => (tag === null ? [] : tag)).toSorted(compareNames);
  return settings.reader !== 'technical' || tags.length === 0 ? [] : [`Tagged ${named(tags, 'item')}.`];
}

function named(names: readonly string[], what: string): string {
  const more = names.length - MOST_NAMED;
  return more <= 1 ? listOf(names) : listOf([...names.slice(0, MOST_NAMED), `${more} ${what}s more`]);
}

function coverEvents(facts: DocumentFacts): readonly CalendarEvent[] {
  const decisions = decisionsOf(facts.snapshot);
  const covered = inUse(facts).filter(({ categoryKey }) => categoryNamed(facts.snapshot.categories, categoryKey).chartGroup !== 'running');
  return lotsBy(covered, ({ coverEnd }) => known(coverEnd)).map(({ on, first, assets }) => {
    const open = assets.filter((asset) => decisions.aboutCover(asset) === null);
    const decided = itemsIn(assets) - itemsIn(open);
    return {
      key: `cover-${first.id}`, kind: 'cover', on, title: `Cover ends: ${kitWords(facts, first, assets)}`,
      details: [
        'From the next day repairs are the school’s own cost.', ...whereWords(facts, assets),
        ...(decided === 0 ? [] : [open.length === 0 ? 'What happens then has been decided.' : `What happens then has been decided for ${decided} of them.`]),
      ],
      more: tagWords(facts, assets),
      remindDays: open.length === 0 ? [] : A_MONTH_BEFORE,
    };
  });
}

const leaseEvents = (facts: DocumentFacts): readonly CalendarEvent[] =>
  lotsBy(inUse(facts), ({ leaseEnd }) => known(leaseEnd)).map(({ on, first, assets }) => ({
    key: `lease-${first.id}`, kind: 'lease', on, title: `Lease ends: ${kitWords(facts, first, assets)}`,
    details: ['It goes back, or the lease is made longer.', ...whereWords(facts, assets)], more: tagWords(facts, assets), remindDays: MONTH_AND_WEEK,
  }));

const WHAT_IT_IS: Readonly<Record<(Contract | SoftwareTitle)['kind'], string>> = { contract: 'contract', software: 'licence' };

function agreementEvents(facts: DocumentFacts): readonly CalendarEvent[] {
  const { snapshot, forecast: { asOf } } = facts;
  const decisions = decisionsOf(snapshot);
  const counts = countsOf(snapshot);
  const suppliers = new Map(snapshot.suppliers.map(({ id, name }) => [id, name]));
  return [...snapshot.contracts, ...snapshot.software].flatMap((agreement: Contract | SoftwareTitle): CalendarEvent[] => {
    const end = termEnd(agreement, asOf);
    if (end === null || end < asOf) return [];
    const [notice, renews, decided] = [noticeBy(agreement, asOf), renewsOn(agreement, asOf), decisions.aboutAgreement(agreement.id, end)];
    const yearly = yearlyAmount(agreement, counts);
    const supplier = agreement.supplierId === null ? undefined : suppliers.get(agreement.supplierId);
    const details = [
      ...(supplier === undefined ? [] : [`Supplier: ${supplier}.`]), ...(agreement.reference === null ? [] : [`Reference: ${agreement.reference}.`]),
      ...(yearly === null ? ['What it costs a year has not been entered.'] : yearly === 0 ? [] : [`It costs ${formatPounds(yearly)} a year without VAT.`]),
      ...(decided === null ? [] : [`Decided: ${startLower(EXPIRY_DECISION_WORDS[decided.decision])}.`]),
    ];
    const base = { kind: 'agreement', details, more: [] } as const;
    const what = `${agreement.name} (${WHAT_IT_IS[agreement.kind]})`;
    return [
      ...(notice === null || decided !== null ? [] : [{
        ...base, key: `agreement-${agreement.id}-notice`, on: notice, title: `Last day for notice: ${what}`, remindDays: MONTH_AND_WEEK,
        details: [renews === null ? `It ends on ${formatLongDate(end)}.` : `Without notice it renews on ${formatLongDate(renews)}.`, ...details],
      }]),
      { ...base, key: `agreement-${agreement.id}`, on: renews ?? end, title: `${renews === null ? 'Ends' : 'Renews by itself'}: ${what}`, remindDays: decided === null ? A_MONTH_BEFORE : [] },
    ];
  });
}

/** Ends of security updates and of makers' support, each kind of thing once. */
function supportEvents(facts: DocumentFacts): readonly CalendarEvent[] {
  const { snapshot, forecast } = facts;
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const titles = new Map(snapshot.software.map((title) => [title.id, title]));
  return supportOutlook(snapshot, forecast, []).years.flatMap(({ groups }) => groups).flatMap((group): CalendarEvent[] => {
    if (group.end === null) return [];
    const lot = group.assetIds.flatMap((id) => assets.get(id) ?? []);
    const least = Math.min(...group.assetIds);
    return [{
      key: group.agreementId === null ? `support-${group.subject}-${least}` : `support-software-${group.agreementId}`, kind: 'support', on: group.end,
      title: supportTitle(facts, group, lot, titles), details: [...supportDetails(group), ...whereWords(facts, lot)], more: tagWords(facts, lot),
      remindDays: group.decided >= group.quantity ? [] : A_MONTH_BEFORE,
    }];
  });
}

/** By name where its reader knows such names, else by what it is. */
function supportTitle(facts: DocumentFacts, { subject, what, agreementId }: LosingGroup, lot: readonly Asset[], titles: ReadonlyMap<number, SoftwareTitle>): string {
  if (subject === 'software') return `Support ends: ${titles.get(agreementId ?? 0)?.name ?? what}`;
  const kinds = [...Map.groupBy(lot, ({ categoryKey, userGroup }) => `${categoryKey}/${userGroup ?? ''}`).values()]
    .flatMap((kind) => (kind[0] === undefined ? [] : [kitWords(facts, kind[0], kind)])).slice(0, 3);
  const end = subject === 'maker' ? 'Maker’s support ends' : 'Security updates end';
  return facts.settings.reader === 'technical' ? `${end}: ${what} (${listOf(kinds)})` : `${end}: ${listOf(kinds)}`;
}

function supportDetails({ subject, canMove, quantity }: LosingGroup): readonly string[] {
  if (subject === 'maker') return ['After it the maker sends no more updates.'];
  if (subject === 'software') return ['After it faults in the program are no longer mended.'];
  const stay = quantity - canMove;
  return ['After it faults are no longer mended, and the school’s work on it is less safe.', ...(canMove === 0 || stay === 0 ? [] : [`${canMove} of them can take a newer system as they are.`])];
}

function decisionEvents({ snapshot: { analysis }, forecast: { asOf } }: DocumentFacts): readonly CalendarEvent[] {
  const waiting = toDecide(analysis).flatMap((decision): CalendarEvent[] => (decision.decideBy === null ? [] : [{
    key: `decision-${decision.number}`, kind: 'decision', on: decision.decideBy, title: `To be decided: ${decisionRef(decision.number)}, ${decision.title}`,
    details: [`${decision.decider} decides.`], more: [], remindDays: A_WEEK_BEFORE,
  }]));
  const reviews = analysis.decisions.flatMap((decision): CalendarEvent[] => {
    const { kind, on } = reviewOf(decision, analysis.decisions, asOf);
    return on === null || (kind !== 'due' && kind !== 'planned') ? [] : [{
      key: `decision-${decision.number}-review`, kind: 'decision', on, title: `To be looked at again: ${decisionRef(decision.number)}, ${decision.title}`,
      details: [...(decision.reviewQuestion === null ? [] : [decision.reviewQuestion]), `${decision.decider} decided it.`], more: [], remindDays: A_WEEK_BEFORE,
    }];
  });
  return [...waiting, ...reviews];
}
