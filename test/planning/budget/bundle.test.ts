import { describe, expect, it } from 'vitest';
import { procurementFacts } from '../../../app/reference/facts.ts';
import { bundles, bundlesSentence, contractValues, splitsOfMove, type Bundle, type BundleBy } from '../../../planning/budget/bundle.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { Asset } from '../../../planning/snapshot.ts';
import { contract } from '../agreements/fixtures.ts';
import { AS_OF, kit, schoolOf } from '../fixtures.ts';

const FACTS = procurementFacts();
const flat = { defaultBp: 0, shipped: false, series: [] };
/** Laptops at £500 each, replaced in a year of the plan. */
const laptops = (quantity: number, year: number, parts: Partial<Asset> = {}): Asset =>
  kit({ quantity, purchaseDate: '2023-01-10', overridePence: 50_000, overridePriceDate: '2026-04-01', movedTo: `${year}-12-01`, ...parts });

const found = (assets: readonly Asset[], by: BundleBy = 'kind'): readonly Bundle[] => {
  const snapshot = schoolOf({ assets, inflation: flat });
  return bundles(snapshot, forecast(snapshot, { asOf: AS_OF }), FACTS, by);
};

describe('the same purchases together and split', () => {
  it('warns where a split over years keeps each under a band that the whole reaches', () => {
    // 3 × 37 × £500 = £55,500, £66,600 with VAT; each year £18,500, £22,200 with VAT
    const [bundle, ...others] = found([laptops(37, 2027), laptops(37, 2028), laptops(37, 2029)]);
    expect(others).toEqual([]);
    expect(bundle).toMatchObject({ name: 'Laptops', quantity: 111, netPence: 5_550_000, whole: { band: 'high', withVatPence: 6_660_000 } });
    expect(bundle?.years.map(({ band }) => [band.band, band.withVatPence])).toEqual([['medium', 2_220_000], ['medium', 2_220_000], ['medium', 2_220_000]]);
    expect(bundle?.warning).toBe('Split over three years each order is under £40,000; bought together they are £66,600 with VAT, a high value: what belongs together counts together.');
    expect(bundlesSentence([bundle!])).toBe('One would reach a higher band bought together than in any single year.');
  });

  it.each<[string, readonly Asset[], string | null]>([
    // 2 × 8 × £500 = £8,000, £9,600 with VAT: low together
    ['stays low together', [laptops(8, 2027), laptops(8, 2028)], null],
    // £4,800 and £5,400 with VAT are £10,200: the band begins at £10,000
    ['reaches medium together', [laptops(8, 2027), laptops(9, 2028)], 'Split over two years both orders are under £10,000; bought together they are £10,200 with VAT, a medium value: what belongs together counts together.'],
    // £39,600 with VAT and £600: the first is medium, as the whole is not: £40,200 is high
    ['is split to just under', [laptops(66, 2027), laptops(1, 2028)], 'Split over two years both orders are under £40,000; bought together they are £40,200 with VAT, a high value: what belongs together counts together.'],
    // £40,200 with VAT alone is high already
    ['is high in one year already', [laptops(67, 2027), laptops(1, 2028)], null],
    ['is bought at once', [laptops(111, 2027)], null],
    // 2 × 200 × £500 = £200,000, £240,000 with VAT against £207,720 in 2026
    ['reaches the threshold of the Act', [laptops(200, 2027), laptops(200, 2028)], 'Split over two years both orders are under £207,720; bought together they are £240,000 with VAT, above the threshold of the Procurement Act: what belongs together counts together.'],
  ])('%s', (_name, assets, warning) => {
    expect(found(assets)[0]?.warning).toBe(warning);
  });

  it('takes kinds under one code together where asked, and a second replacement for none of it', () => {
    const tablets = kit({ categoryKey: 'tablet', quantity: 37, purchaseDate: '2023-01-10', overridePence: 50_000, overridePriceDate: '2026-04-01', movedTo: '2027-12-01' });
    expect(found([laptops(37, 2028), tablets]).map(({ warning }) => warning)).toEqual([null, null]);
    expect(found([laptops(37, 2028), tablets], 'code').map(({ name, warning }) => [name, warning?.slice(0, 50)])).toEqual([
      ['Laptops, desktops and tablets', 'Split over two years both orders are under £40,000'],
    ]);
    // Tablets kept four years, replaced now and once more within the plan: 37 of them and not 74.
    expect(found([{ ...tablets, movedTo: '2026-12-01' }])[0]).toMatchObject({ quantity: 37, years: [{ yearIndex: 0 }] });
  });

  it('says so where nothing is bought, or nothing is split', () => {
    expect(bundlesSentence(found([]))).toBe('The plan buys nothing with a price.');
    expect(bundlesSentence(found([laptops(5, 2027)]))).toBe('Nothing is bought in more than one year.');
    expect(bundlesSentence(found([laptops(2, 2027), laptops(2, 2028)]))).toBe('One is bought over several years; no split stays under a band that the whole would reach.');
  });
});

describe('kit that is moved to another year', () => {
  const both = [laptops(37, 2028), laptops(37, 2028)];
  it('is said to be split where a band is avoided by it, and only then', () => {
    const snapshot = schoolOf({ assets: both, inflation: flat });
    const moved = (date: string) => splitsOfMove(snapshot, { asOf: AS_OF }, FACTS, [{ assetId: both[0]!.id, date }]);
    // 74 × £500 = £37,000, £44,400 with VAT in one year, £22,200 in each of two
    expect(moved('2029-12-01')).toEqual(['Laptops: split over two years both orders are under £40,000; bought together they are £44,400 with VAT, a high value: what belongs together counts together.']);
    expect(moved('2028-06-01')).toEqual([]);
    expect(splitsOfMove(snapshot, { asOf: AS_OF }, FACTS, [])).toEqual([]);
  });

  it('is not said again of what was split before', () => {
    const apart = [laptops(37, 2027), laptops(37, 2028)];
    const snapshot = schoolOf({ assets: apart, inflation: flat });
    expect(splitsOfMove(snapshot, { asOf: AS_OF }, FACTS, [{ assetId: apart[1]!.id, date: '2029-12-01' }])).toEqual([]);
  });
});

describe('a contract', () => {
  it('counts with its whole life, a year of it in a lower band first', () => {
    const snapshot = schoolOf({ contracts: [
      contract({ id: 1, name: 'Print', amountPence: 600_000, start: '2025-09-01', end: '2028-08-31' }), // £6,000 × 3 = £18,000, £21,600 with VAT
      contract({ id: 2, name: 'Lines', amountPence: 3_000_000, start: '2026-04-01', end: '2027-03-31' }), // £36,000 with VAT, one year
      contract({ id: 3, name: 'Old', amountPence: 600_000, start: '2020-09-01', end: '2023-08-31' }),
      contract({ id: 4, name: 'For ever', amountPence: 600_000, start: '2020-09-01', end: null }),
    ] });
    expect(contractValues(snapshot, FACTS, AS_OF).map(({ agreement, months, band, yearBand }) => [agreement.name, months, band.withVatPence, band.band, yearBand.band])).toEqual([
      ['Print', 36, 2_160_000, 'medium', 'low'], ['Lines', 12, 3_600_000, 'medium', 'medium'],
    ]);
  });
});
