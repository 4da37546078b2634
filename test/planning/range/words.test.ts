import { describe, expect, it } from 'vitest';
import { explainRange } from '../../../planning/range/explain.ts';
import { methodParagraphs, noLossesNote, rateRows } from '../../../planning/range/method.ts';
import { rangeInPounds, rangeText } from '../../../planning/range/words.ts';
import { cost, kit, schoolOf } from '../fixtures.ts';
import { AS_OF, broken, policiesAt, rangeFor, schoolWithRecord } from './schools.ts';

describe('a range in words', () => {
  it.each([
    [11_734_000, 11_734_000, '117,340', 'about £117,340'],
    [11_500_000, 12_000_000, '115k to 120k', '£115,000 to £120,000'],
    [84_000, 125_300, '840 to 1,250', '£840 to £1,250'],
    [950_000, 1_260_000, '9,500 to 12,600', '£9,500 to £12,600'],
    // In thousands both ends would be written alike.
    [11_721_000, 11_744_000, '117,210 to 117,440', '£117,210 to £117,440'],
    [40_100, 40_300, 'about 400', 'about £400'],
    [0, 41_500, '0 to 420', '£0 to £420'],
  ])('from %i to %i pence is "%s"', (low, high, text, sentence) => {
    expect(rangeText(low, high)).toBe(text);
    expect(rangeInPounds(low, high)).toBe(sentence);
  });

  it('never says a percentile, nor a word that only some people know', () => {
    const words = [...methodParagraphs(300), ...rateRows(schoolWithRecord(40), AS_OF, rangeFor(schoolWithRecord(40))).map(({ rests, rate }) => `${rests} ${rate}`)].join(' ');
    expect(words).not.toMatch(/P10|P90|percentile|quantile|Weibull|censor|truncat|variance|lognormal|standard deviation/i);
    expect(words).toContain('3% a year');
    expect(words).toContain('Each item is taken to fail by itself');
  });
});

describe('what a rate rests on', () => {
  const rows = (school: Parameters<typeof rangeFor>[0]) => new Map(rateRows(school, AS_OF, rangeFor(school)).map((row) => [row.name, row]));

  it('is the record where it has five events, with their number and the years that items were watched', () => {
    const row = rows(schoolWithRecord(40)).get('Pupil laptops');
    expect(row).toMatchObject({ events: 40, basis: 'own_ages' });
    expect(row?.rests).toMatch(/^Fitted on 40 events, \d+ item-years$/);
    expect(row?.rate).toMatch(/^[\d.]+% in its first year, [\d.]+% in its fourth$/);
  });

  it('is the policy where there are fewer, and nothing where that counts with none', () => {
    expect(rows(schoolWithRecord(3)).get('Pupil laptops')).toMatchObject({ rate: '2% a year at every age', rests: 'Too few events (3): the policy’s rate is used' });
    expect(rows(schoolWithRecord(3, { policies: policiesAt(0) })).get('Pupil laptops')).toMatchObject({ rate: 'none', rests: 'Too few events (3), and the policy counts with no losses' });
    expect(rows(schoolWithRecord(1)).get('Desktops')).toMatchObject({ rests: 'No events: the policy’s rate is used' });
  });

  it('says so where only prices are in the range', () => {
    const bare = schoolOf({ assets: [kit({ purchaseDate: '2024-01-10', unitPaidPence: 40_000 })] });
    expect(noLossesNote(bare, AS_OF, rangeFor(bare))).toBe('Only prices are in this range: no policy counts with losses, and nothing lost or broken is written down.');
    const few = { ...bare, ledger: [broken(1, '2026-01-10')] };
    expect(noLossesNote(few, AS_OF, rangeFor(few))).toContain('no kind of kit has five losses or breakages written down');
    expect(noLossesNote(schoolWithRecord(3), AS_OF, rangeFor(schoolWithRecord(3)))).toBeNull();
  });
});

describe('what makes a year wide', () => {
  const told = (school: Parameters<typeof rangeFor>[0], year: number): string[] => explainRange(school, rangeFor(school), year).map(({ text }) => text);

  it('is told from the plan on: what is certain, prices, the kinds lost, and both together', () => {
    const school = schoolWithRecord(40);
    const steps = told(school, 2);
    expect(steps[0]).toMatch(/^The plan for the year is £[\d,.]+\.$/);
    expect(steps.find((step) => step.includes('spent already or agreed'))).toBeDefined();
    expect(steps.find((step) => step.startsWith('Pupil laptops: about '))).toMatch(/give or take £[\d,]+\.$/);
    expect(steps.find((step) => step.startsWith('All together'))).toMatch(/^All together £[\d,]+ to £[\d,]+, eight times out of ten: one time in ten less, one time in ten more\.$/);
  });

  it('adds up: certain, at prices and for losses make the plan', () => {
    for (const { certainPence, pricedPence, plannedLossPence, plannedPence } of rangeFor(schoolWithRecord(40)).years) {
      expect(certainPence + pricedPence + plannedLossPence).toBe(plannedPence);
    }
  });

  it('says why a plan lies below its own range: it counts with no losses, and the record knows of some', () => {
    const school = schoolWithRecord(200, { policies: policiesAt(0), recurring: [] });
    const below = rangeFor(school).years.findIndex(({ plannedPence, lowPence }) => plannedPence < lowPence);
    expect(below).toBeGreaterThanOrEqual(0);
    expect(told(school, below).at(-1)).toMatch(/^The plan lies below its range because it counts with no losses where £[\d,]+ is to be expected\.$/);
  });

  it('says that nothing moves a year of agreed costs alone', () => {
    const school = schoolOf({ recurring: [cost({ amountPence: 120_000, riseBp: 0 })] });
    expect(told(school, 1)).toEqual(['The plan for the year is £1,200.', '£1,200 of it is spent already or agreed: nothing moves that.', 'Nothing else moves it: £1,200.']);
  });
});
