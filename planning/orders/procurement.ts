import { formatLongDate } from '../calendar.ts';
import { divideHalfUp, formatPounds } from '../money.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';

/** A shipped rule of buying: a threshold in pounds or a rate in per cent, the days it holds, and where it is from. */
export type ProcurementFact = {
  readonly key: string;
  readonly value: number;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly source: string;
  /** The day the shipped list was true. */
  readonly asOf: IsoDate;
};

export type ProcurementBand = {
  readonly band: 'low' | 'medium' | 'high' | 'above_threshold';
  readonly withVatPence: Pence;
  /** What it means, in whole sentences, the school's own rules first. */
  readonly text: string;
  /** `gov.uk …, as of 21 November 2026`. */
  readonly source: string;
};

const factOn = (facts: readonly ProcurementFact[], key: string, day: IsoDate): ProcurementFact | null => facts.find((fact) =>
  fact.key === key && (fact.validFrom === null || fact.validFrom <= day) && (fact.validTo === null || fact.validTo >= day)) ?? null;

/** What comes to with VAT at the standard rate of a day, half up to the penny; null where no rate is known for it. */
export function withVat(facts: readonly ProcurementFact[], netPence: Pence, day: IsoDate): Pence | null {
  const rate = factOn(facts, 'vat_standard_rate', day);
  return rate === null ? null : netPence + divideHalfUp(netPence * rate.value, 100);
}

const ROUTES = {
  low: 'a low value for DfE: a framework, a catalogue or at least three quotes',
  medium: 'a medium value for DfE: a framework, or at least three quotes',
  high: 'a high value for DfE: a framework, or a contract that is advertised',
} as const;

/**
 * Which of DfE's bands an order falls in, by its value with VAT. The school's, its authority's or its trust's own
 * rules come first, and the text says so. Null where the rules of that day are not known.
 */
export function procurementBand(facts: readonly ProcurementFact[], netPence: Pence, day: IsoDate): ProcurementBand | null {
  const value = withVat(facts, netPence, day);
  const [low, medium] = [factOn(facts, 'dfe_low_max', day), factOn(facts, 'dfe_medium_max', day)];
  if (value === null || low === null || medium === null) return null;
  const threshold = factOn(facts, 'pa2023_goods_services_subcentral', day);
  const amount = `${formatPounds(value)} with VAT`;
  const sourceOf = (fact: ProcurementFact): string => `${fact.source}, as of ${formatLongDate(fact.asOf)}`;
  if (threshold !== null && value >= threshold.value * 100) {
    const until = threshold.validTo === null ? '' : `, which holds to ${formatLongDate(threshold.validTo)}`;
    return {
      band: 'above_threshold', withVatPence: value, source: sourceOf(threshold),
      text: `${amount} reaches the threshold of the Procurement Act, ${formatPounds(threshold.value * 100)}${until}: its procedure applies.`,
    };
  }
  const band = value < low.value * 100 ? 'low' : value <= medium.value * 100 ? 'medium' : 'high';
  return {
    band, withVatPence: value, source: sourceOf(band === 'low' ? low : medium),
    text: `${amount} is ${ROUTES[band]}. The rules of your school, authority or trust come first.`,
  };
}

/** The bands from the lowest. */
export const BAND_RANK: Readonly<Record<ProcurementBand['band'], number>> = { low: 0, medium: 1, high: 2, above_threshold: 3 };

/**
 * What must be known where orders that belong together are looked at one by one: that together they fall in a higher
 * band than this one alone. Null where they do not, or where there is no other.
 */
export function togetherText(facts: readonly ProcurementFact[], netPence: Pence, others: { readonly count: number; readonly netPence: Pence }, day: IsoDate): string | null {
  const alone = procurementBand(facts, netPence, day);
  const together = procurementBand(facts, netPence + others.netPence, day);
  if (others.count === 0 || alone === null || together === null || BAND_RANK[together.band] <= BAND_RANK[alone.band]) return null;
  const who = others.count === 1 ? 'one other order' : `${others.count} other orders`;
  return `With ${who} to the same supplier in this financial year it is ${formatPounds(together.withVatPence)} with VAT. What belongs together counts together: ${togetherWords[together.band]}.`;
}

const togetherWords: Readonly<Record<ProcurementBand['band'], string>> = { ...ROUTES, above_threshold: 'the procedure of the Procurement Act' };
