import { financialYearOf, isIsoDate } from './calendar.ts';
import { isUnitPrice } from './money.ts';
import type { Asset, AssetModel, Inflation, MidLifeUpgrade, RefreshPolicy } from './snapshot.ts';
import type { BasisPoints, IsoDate, Pence } from './vocabulary.ts';

/** An index in parts per million: 1,000,000 in the year of the price. */
export type Ppm = number;

/** Above nine times the first price, unit price × index may leave exact doubles: that price counts as unknown. */
export const MOST_PPM: Ppm = 9_000_000;

/** The next year's index, half up: floor((I × (10,000 + bp) + 5,000) ÷ 10,000). */
export const nextIndex = (index: Ppm, bp: BasisPoints): Ppm => Math.floor((index * (10_000 + bp) + 5_000) / 10_000);

/** That year's price of one, half up to the penny: floor((unitPence × I + 500,000) ÷ 1,000,000). */
export const unitPriceAt = (unitPence: Pence, index: Ppm): Pence => Math.floor((unitPence * index + 500_000) / 1_000_000);

/** The rises a year that can be counted with: prices that halve or grow by half. Beyond that somebody has slipped. */
export const RISE_RANGE_BP = { least: -5_000, most: 5_000 } as const;
export const isRise = (bp: number): boolean => Number.isInteger(bp) && bp >= RISE_RANGE_BP.least && bp <= RISE_RANGE_BP.most;

/**
 * Where a price comes from. `order`: what an order was placed at. `recurring`: what a cost comes to in a year, `payment`:
 * in one of its payments.
 */
export type PriceSource =
  | 'order' | 'override' | 'model' | 'policy' | 'paid' | 'upgrade' | 'recurring' | 'payment' | 'extension' | 'disposal' | 'trade_in' | 'need';

export type PriceBasis = {
  readonly source: PriceSource;
  readonly unitPence: Pence;
  readonly priceDate: IsoDate;
  /** Financial year (the school's own) of `priceDate`: where the index stands at 1,000,000. */
  readonly priceYear: number;
  /** True where the price came without a date and was taken as of the as-at date. */
  readonly dateAssumed: boolean;
  /** An order is paid at the price agreed: no rise. */
  readonly fixed: boolean;
};

/** The rises of one category, or of one cost with its own: a rate for every financial year. */
export type RiseSeries = {
  /** The same for equal series. */
  readonly key: string;
  readonly bpIn: (year: number) => BasisPoints;
  /** What has been worked out so far: by the year of the price, one index for each year from it on. */
  readonly indexes: Map<number, (Ppm | null)[]>;
};

export type PriceBook = {
  readonly seriesFor: (categoryKey: string) => RiseSeries;
  readonly fixedRise: (bp: BasisPoints) => RiseSeries;
  /** Parts per million from the price's year to `year`; null where a rate or the index cannot be counted with. */
  readonly index: (series: RiseSeries, priceYear: number, year: number) => Ppm | null;
  /** The price of one in a financial year of the school; null where it cannot be worked out. */
  readonly priceIn: (basis: PriceBasis, series: RiseSeries, year: number) => Pence | null;
};

/**
 * The rises of a plan, each index worked out once. Indexes step with the school's own financial years; a price
 * dated after the year it is asked for is used as it is.
 */
export function priceBook(inflation: Inflation): PriceBook {
  const byCategory = new Map(inflation.series.map((series) => [series.categoryKey, series]));
  const usualSteps = new Map(inflation.steps?.map((step) => [step.year, step.bp]));
  const usualIn = (year: number): BasisPoints => usualSteps.get(year) ?? inflation.defaultBp;
  const usualRise: RiseSeries = { key: '', bpIn: usualIn, indexes: new Map() };
  const seriesByCategory = new Map<string, RiseSeries>();

  const seriesFor = (categoryKey: string): RiseSeries => {
    let found = seriesByCategory.get(categoryKey);
    if (found === undefined) {
      const own = byCategory.get(categoryKey);
      const steps = new Map(own?.steps.map((step) => [step.year, step.bp]));
      found = own === undefined ? usualRise
        : { key: `c/${categoryKey}`, bpIn: (year) => steps.get(year) ?? own.bp ?? usualIn(year), indexes: new Map() };
      seriesByCategory.set(categoryKey, found);
    }
    return found;
  };

  const index = (series: RiseSeries, priceYear: number, year: number): Ppm | null => {
    if (year <= priceYear) return 1_000_000;
    let known = series.indexes.get(priceYear);
    if (known === undefined) {
      known = [1_000_000];
      series.indexes.set(priceYear, known);
    }
    for (let step = known.length; step <= year - priceYear; step++) {
      const before = known[step - 1] ?? null;
      const bp = series.bpIn(priceYear + step);
      const next = before === null || !isRise(bp) ? null : nextIndex(before, bp);
      known.push(next === null || next > MOST_PPM ? null : next);
    }
    return known[year - priceYear] ?? null;
  };

  return {
    seriesFor,
    fixedRise: (bp) => ({ key: `r/${bp}`, bpIn: () => bp, indexes: new Map() }),
    index,
    priceIn: (basis, series, year) => {
      if (basis.fixed) return basis.unitPence;
      const ppm = index(series, basis.priceYear, year);
      return ppm === null ? null : unitPriceAt(basis.unitPence, ppm);
    },
  };
}

/** A price with its date, or null where the figure cannot stand as a price (below £0, above £10 million, not whole). */
export function basisOf(
  source: PriceSource, unitPence: number, date: IsoDate | null, asOf: IsoDate, yearStartMonth: number,
): PriceBasis | null {
  if (!isUnitPrice(unitPence)) return null;
  const dated = isIsoDate(date);
  const priceDate = dated ? date : asOf;
  return {
    source, unitPence, priceDate, priceYear: financialYearOf(priceDate, yearStartMonth),
    dateAssumed: !dated, fixed: source === 'order',
  };
}

/**
 * What a replacement costs, from the first of these that holds a figure: the asset's own override, the model that
 * replaces it (`model`), its policy, what was paid for it (dated its purchase). Null where none does: no price, never £0. A figure
 * that cannot stand as a price hides nothing behind it: the item has no price, and is counted as such.
 * Nothing paid (a gift) says nothing of what the next one costs.
 */
export function replacementBasis(
  asset: Asset, model: AssetModel | null, policy: RefreshPolicy, asOf: IsoDate, yearStartMonth: number,
): PriceBasis | null {
  if (asset.overridePence !== null) return basisOf('override', asset.overridePence, asset.overridePriceDate, asOf, yearStartMonth);
  if (model !== null && model.unitPence !== null) return basisOf('model', model.unitPence, model.priceDate, asOf, yearStartMonth);
  if (policy.unitPence !== null) return basisOf('policy', policy.unitPence, policy.priceDate, asOf, yearStartMonth);
  if (asset.unitPaidPence !== null && asset.unitPaidPence > 0) {
    return basisOf('paid', asset.unitPaidPence, asset.purchaseDate, asOf, yearStartMonth);
  }
  return null;
}

/** What fitting a mid-life upgrade costs, as of its own day, else that of its policy's price; null where it has no price. */
export const upgradeBasis = (
  upgrade: MidLifeUpgrade, policy: Pick<RefreshPolicy, 'priceDate'>, asOf: IsoDate, yearStartMonth: number,
): PriceBasis | null =>
  upgrade.unitPence === null ? null
    : basisOf('upgrade', upgrade.unitPence, upgrade.priceDate ?? policy.priceDate, asOf, yearStartMonth);
