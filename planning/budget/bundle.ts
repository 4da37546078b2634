import { countsOf } from '../agreements/driver.ts';
import { yearlyAmount, type Agreement } from '../agreements/agreement.ts';
import { categoryNamed, CFR_CODES } from '../categories.ts';
import { addDays, formatLongDate, monthOf } from '../calendar.ts';
import { forecast as forecastOf, type ForecastOptions } from '../forecast.ts';
import { divideHalfUp, formatPounds, sumOf } from '../money.ts';
import { BAND_RANK, procurementBand, type ProcurementBand, type ProcurementFact } from '../orders/procurement.ts';
import { known } from '../refresh/due.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import { applyChange, type Move } from '../scenarios/change.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES, type CostCategory, type IsoDate, type Pence } from '../vocabulary.ts';
import { inWords, startLower, startUpper } from '../words.ts';

/*
 * The same purchases bought together, and as the plan spreads them over its years, against DfE's bands of buying. What
 * belongs together counts together: a refresh that is split over years, or into orders, may not be split to stay under a
 * band. Values are with VAT at the standard rate, by the rules of the as-at date, whatever the year.
 *
 * A replacement's own replacement within the plan is another purchase, years later: it is in no bundle.
 */

/** What is bought of a bundle in one year. */
export type BundleYear = { readonly yearIndex: number; readonly quantity: number; readonly netPence: Pence; readonly band: ProcurementBand };

export type Bundle = {
  readonly key: string;
  /** "Laptops", "Laptops, desktops and tablets". */
  readonly name: string;
  readonly costCategory: CostCategory;
  readonly quantity: number;
  readonly netPence: Pence;
  readonly whole: ProcurementBand;
  readonly years: readonly BundleYear[];
  /** Why the split must not be made to stay under a band; null where the whole is in no higher band than its dearest year. */
  readonly warning: string | null;
};

export type BundleBy = 'kind' | 'code';

const BOUGHT: readonly ForecastLine['kind'][] = ['replace', 'need', 'upgrade'];

const isFirst = ({ kind, occurrence }: ForecastLine): boolean => BOUGHT.includes(kind) && occurrence === 0;

/** What the plan buys of each kind of kit, or under each cost category, with the bands of the whole and of each year; what is bought in one year alone has one. */
export function bundles(snapshot: PlanSnapshot, forecast: Forecast, facts: readonly ProcurementFact[], by: BundleBy): readonly Bundle[] {
  const groups = Map.groupBy(forecast.lines.filter(isFirst), ({ costCategory, categoryKey }) => (by === 'code' ? costCategory : `${costCategory} ${categoryKey}`));
  return [...groups].flatMap(([key, lines]) => {
    const bundle = bundleOf(snapshot, forecast, facts, by, key, lines);
    return bundle === null ? [] : [bundle];
  }).sort((a, b) => COST_CATEGORIES.indexOf(a.costCategory) - COST_CATEGORIES.indexOf(b.costCategory) || b.netPence - a.netPence || (a.key < b.key ? -1 : 1));
}

function bundleOf(snapshot: PlanSnapshot, forecast: Forecast, facts: readonly ProcurementFact[], by: BundleBy, key: string, lines: readonly ForecastLine[]): Bundle | null {
  const [first] = lines;
  if (first === undefined) return null;
  const net = (of: readonly ForecastLine[]): Pence => sumOf(of.map(({ netPence }) => netPence ?? 0));
  const items = (of: readonly ForecastLine[]): number => sumOf(of.filter(({ kind }) => kind !== 'upgrade').map(({ quantity }) => quantity));
  const whole = procurementBand(facts, net(lines), forecast.asOf);
  if (whole === null || net(lines) === 0) return null;
  const years = [...Map.groupBy(lines, ({ yearIndex }) => yearIndex)].sort(([a], [b]) => a - b).flatMap(([yearIndex, of]) => {
    const band = procurementBand(facts, net(of), forecast.asOf);
    return band === null || net(of) === 0 ? [] : [{ yearIndex, quantity: items(of), netPence: net(of), band }];
  });
  const name = by === 'code' ? CFR_CODES[first.costCategory].title : startUpper(categoryNamed(snapshot.categories, first.categoryKey).plural);
  return { key, name, costCategory: first.costCategory, quantity: items(lines), netPence: net(lines), whole, years, warning: splitWarning(facts, whole, years, forecast.asOf) };
}

/**
 * What a move of kit to other years would split so that every year stays under a band that the whole would reach, in the words of
 * the list of bundles. Only what was not split so before; only the kinds that are moved are looked at.
 */
export function splitsOfMove(snapshot: PlanSnapshot, options: ForecastOptions, facts: readonly ProcurementFact[], moves: readonly Move[]): readonly string[] {
  const moved = new Set(moves.map(({ assetId }) => assetId));
  const kinds = new Set(snapshot.assets.filter(({ id }) => moved.has(id)).map(({ categoryKey }) => categoryKey));
  if (kinds.size === 0 || facts.length === 0) return [];
  const before = { ...snapshot, assets: snapshot.assets.filter(({ categoryKey }) => kinds.has(categoryKey)), recurring: [], ledger: [], needs: [] };
  const warnings = (of: PlanSnapshot): readonly Bundle[] => bundles(of, forecastOf(of, options), facts, 'kind').filter(({ warning }) => warning !== null);
  const known = new Set(warnings(before).map(({ key }) => key));
  return warnings(applyChange(before, { kind: 'move', moves }, null)).filter(({ key }) => !known.has(key)).map(({ name, warning }) => `${name}: ${startLower(warning ?? '')}`);
}

const BAND_WORDS: Readonly<Record<ProcurementBand['band'], string>> = {
  low: 'a low value', medium: 'a medium value', high: 'a high value', above_threshold: 'above the threshold of the Procurement Act',
};

const BAND_NAMES: Readonly<Record<ProcurementBand['band'], string>> = { low: 'Low', medium: 'Medium', high: 'High', above_threshold: 'Procurement Act' };

/** What a band is called in a table. */
export const bandName = ({ band }: Pick<ProcurementBand, 'band'>): string => BAND_NAMES[band];

function splitWarning(facts: readonly ProcurementFact[], whole: ProcurementBand, years: readonly BundleYear[], asOf: IsoDate): string | null {
  const highest = Math.max(...years.map(({ band }) => BAND_RANK[band.band]));
  if (years.length < 2 || BAND_RANK[whole.band] <= highest) return null;
  const under = floorOf(facts, whole.band, asOf);
  const each = years.length === 2 ? 'both orders are' : 'each order is';
  return `Split over ${inWords(years.length)} years ${each} ${under === null ? 'in a lower band' : `under ${under}`}; bought together they are ${formatPounds(whole.withVatPence)} with VAT, ${BAND_WORDS[whole.band]}: what belongs together counts together.`;
}

/** Where a band begins, in pounds; null for the lowest. */
function floorOf(facts: readonly ProcurementFact[], band: ProcurementBand['band'], day: IsoDate): string | null {
  const key = { low: null, medium: 'dfe_low_max', high: 'dfe_medium_max', above_threshold: 'pa2023_goods_services_subcentral' }[band];
  const fact = facts.find((each) => each.key === key && (each.validFrom === null || each.validFrom <= day) && (each.validTo === null || each.validTo >= day));
  return fact === undefined ? null : formatPounds(fact.value * 100);
}

/** What the bundles come to in one sentence. */
export function bundlesSentence(found: readonly Bundle[]): string {
  const split = found.filter(({ years }) => years.length > 1);
  const warned = found.filter(({ warning }) => warning !== null);
  if (found.length === 0) return 'The plan buys nothing with a price.';
  if (split.length === 0) return 'Nothing is bought in more than one year.';
  if (warned.length === 0) return `${startUpper(inWords(split.length))} ${split.length === 1 ? 'is' : 'are'} bought over several years; no split stays under a band that the whole would reach.`;
  return `${startUpper(inWords(warned.length))} would reach a higher band bought together than in any single year.`;
}

/** What a contract comes to over its whole life, which is what counts when it is bought. */
export type ContractValue = {
  readonly agreement: Pick<Agreement, 'id' | 'name' | 'start' | 'end'>;
  readonly months: number;
  readonly netPence: Pence;
  readonly band: ProcurementBand;
  /** The band of one year of it alone. */
  readonly yearBand: ProcurementBand;
};

/** Contracts and software whose first and last day are known, at today's amount; those that a year alone puts in a lower band than the whole, first. */
export function contractValues(snapshot: PlanSnapshot, facts: readonly ProcurementFact[], asOf: IsoDate): readonly ContractValue[] {
  const counts = countsOf(snapshot);
  const rise = ({ band, yearBand }: ContractValue): number => BAND_RANK[band.band] - BAND_RANK[yearBand.band];
  return [...snapshot.contracts, ...snapshot.software].flatMap((agreement): ContractValue[] => {
    const [start, end, yearly] = [known(agreement.start), known(agreement.end), yearlyAmount(agreement, counts)];
    if (start === null || end === null || yearly === null || yearly === 0 || end < asOf) return [];
    const months = monthOf(addDays(end, 1)) - monthOf(start);
    const netPence = divideHalfUp(yearly * Math.max(months, 1), 12);
    const [band, yearBand] = [procurementBand(facts, netPence, asOf), procurementBand(facts, Math.min(yearly, netPence), asOf)];
    return band === null || yearBand === null ? [] : [{ agreement, months, netPence, band, yearBand }];
  }).sort((a, b) => rise(b) - rise(a) || b.netPence - a.netPence);
}

/** Where the bands are from and of which day. */
export const bandsSource = ({ source }: ProcurementBand, asOf: IsoDate): string => `${source}. The rules of ${formatLongDate(asOf)}, for every year; the rules of your school, authority or trust come first.`;
