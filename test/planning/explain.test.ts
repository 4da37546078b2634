import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainAsset, explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Forecast, ForecastLine } from '../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { anyOptions, plan, SEED } from './arbitraries.ts';
import { AS_OF, kit, policiesWith, schoolOf } from './fixtures.ts';
import { fixedSchool } from './fixed-school.ts';

const asked = { asOf: AS_OF };
const why = (snapshot: PlanSnapshot, result: Forecast, at: (line: ForecastLine) => boolean): string[] => {
  const line = result.lines.find(at);
  return line === undefined ? [] : explainLine(snapshot, asked, line).map((step) => step.text);
};

describe('why a line is there, in sentences', () => {
  const snapshot = fixedSchool();
  const result = forecast(snapshot, asked);

  test('for desktops that have reached the end of their policy', () => {
    expect(why(snapshot, result, (line) => line.assetId === 2 && line.kind === 'replace')).toEqual([
      'Bought on 12 December 2023, order 4471.',
      'The register has this from Import 3 (kit list 2026.xlsx).',
      'The desktop policy keeps them 5 years, a convention that comes with Kitplan until the school sets its own.',
      'That ends on 12 December 2028.',
      'Hardware cover ends on 12 December 2026, which the policy does not go by.',
      '12 December 2028 is in 2028/29.',
      '£415 on 1 April 2026 (its own price), rising 3% a year from 2027/28 to 2028/29, is £440.27 each.',
      'That rise is a convention that comes with Kitplan, until the school sets its own.',
      '32 × £440.27 = £14,088.64.',
      'Paid from delegated budget, the usual fund: none is named for it.',
      'Code E20E: desktops count as laptops, desktops and tablets. Revenue, because no capital threshold is set for 2028/29.',
    ]);
  });

  test('for the memory they get on the way', () => {
    expect(why(snapshot, result, (line) => line.kind === 'upgrade').slice(2)).toEqual([
      'The desktop policy fits memory after 3 years, a convention that comes with Kitplan until the school sets its own: on 12 December 2026.',
      'That is before the replacement, due on 12 December 2028.',
      '12 December 2026 is in 2026/27.',
      '£38 (the price in its policy, undated, so taken as of 21 November 2026) is the price of each in 2026/27.',
      '32 × £38 = £1,216.',
      'Paid from delegated budget, the usual fund: none is named for it.',
      'Code E20E: desktops count as laptops, desktops and tablets. Revenue, because no capital threshold is set for 2026/27.',
    ]);
  });

  test('for overdue kit, and for what follows it', () => {
    expect(why(snapshot, result, (line) => line.assetId === 5 && line.overdue)).toContain('They are overdue, so the purchase is counted on 21 November 2026.');
    expect(why(snapshot, result, (line) => line.assetId === 5 && line.occurrence === 1).slice(1, 4)).toEqual([
      'The first purchase of this chain is on 21 November 2026.',
      'The staff laptop policy keeps each one 4 years, a convention that comes with Kitplan until the school sets its own, and 4 years later is 21 November 2030.',
      'Cover and support of kit not yet bought are not known and do not set its date.',
    ]);
  });

  test('for kit whose maker ends its support first', () => {
    expect(why(snapshot, result, (line) => line.assetId === 7).slice(1, 3)).toEqual([
      'The maker’s support ends on 31 October 2027, and the wireless access point policy replaces kit by then.',
      'The life in its policy ends on 30 June 2028, which is later, so it does not decide.',
    ]);
  });

  test('for kit without a price', () => {
    expect(why(snapshot, result, (line) => line.assetId === 6)).toContain('No price is known, so the cost is left out of the totals, and they say so.');
  });

  test('for running costs, with the months gone left out', () => {
    expect(why(snapshot, result, (line) => line.recurringId === 1)).toEqual([
      '£9,800 on 1 April 2026 (the yearly amount) is what it costs in 2026/27.',
      'The month it is paid in is not known, so it is charged in equal twelfths: months 8 to 12 of 12 (Nov 2026 to Mar 2027) come to £4,083.33.',
      'Paid from delegated budget, the usual fund: none is named for it.',
      'Code E20A: Broadband counts as connectivity. Revenue, because it is paid again and again.',
    ]);
  });

  test('for kit that was moved by hand, an order, and a policy that changes', () => {
    const texts = (asset: Partial<Asset>, policies = policiesWith('laptop', {})): string => {
      const school = schoolOf({ assets: [kit({ id: 1, tag: 'OLD', purchaseDate: '2023-01-10' }), kit({ id: 2, quantity: 3, ...asset })], policies });
      return why(school, forecast(school, asked), (line) => line.assetId === 2).join(' ');
    };
    // Whoever wrote a sentence finds one full stop at its end.
    expect(texts({ purchaseDate: '2023-01-10', movedTo: '2028-01-10', movedReason: 'Kept for the Library. ' })).toContain('by hand: Kept for the Library. The life');
    expect(texts({ purchaseDate: '2023-01-10', movedTo: '2028-01-10', movedReason: 'kept for the Library' })).toContain('Moved to 10 January 2028 by hand: kept for the Library. The life in its policy ends on 10 January 2027; the date set by hand decides.');
    expect(texts({ purchaseDate: '2023-01-10', movedTo: '2028-01-10' })).toContain('by hand: no reason given.');
    expect(texts({ status: 'ordered', orderNumber: '5012', inServiceDate: '2026-12-04', unitPaidPence: 39_900, succeedsAssetId: 1 }))
      .toContain('On order, order 5012, to come on 4 December 2026. It takes the place of OLD, which is not replaced a second time. 4 December 2026 is in 2026/27. £399 each is the price of the order, which does not rise. 3 × £399 = £1,197.');
    expect(texts({ status: 'planned' })).toContain('Planned: no date is known, so the purchase is counted on 21 November 2026.');
    expect(texts({ status: 'ordered', inServiceDate: '2026-10-01' })).toContain('On order: its date, 1 October 2026, has gone by, so the purchase is counted on 21 November 2026.');
    expect(texts({ purchaseDate: '2022-12-12' }, policiesWith('laptop', { lifeMonths: 60, lifeMonthsBefore: 48, fromYear: 2027, shipped: false })))
      .toContain('The laptop policy keeps them 4 years. That ends on 12 December 2026. The new life of 5 years applies from 2027/28, after that, so this kit keeps the earlier one.');
    expect(texts({ purchaseDate: '2022-12-12', purchaseDateAssumed: true })).toContain('That day is assumed: the register holds only its month or year.');
    expect(texts({ purchaseDate: '2022-07-12', inServiceDate: '2022-12-12' })).toContain('In use since 12 December 2022, from which their age counts.');
    expect(texts({ coverEnd: '2027-01-31' }, policiesWith('laptop', { binding: ['warranty_end'], toleranceMonths: 6 }))).toContain('Hardware cover ends on 31 January 2027, and the laptop policy allows 6 months more: 31 July 2027.');
  });
});

describe('everything about one asset', () => {
  const snapshot = fixedSchool();
  const of = (id: number) => explainAsset(snapshot, asked, id);

  test('names each candidate, and which of them decides', () => {
    expect(of(7).candidates.map(({ factor, decides, text }) => [factor, decides, text])).toEqual([
      ['policy_life', false, 'The life in its policy ends on 30 June 2028, which is later, so it does not decide.'],
      ['warranty_end', false, 'Hardware cover has no date that is known or applies.'],
      ['vendor_support_end', true, 'The maker’s support decides: 31 October 2027.'],
      ['os_end', false, 'Security support of its system has no date that is known or applies.'],
      ['contract_end', false, 'Its lease has no date that is known or applies.'],
      ['manual', false, 'No date has been set by hand.'],
    ]);
    expect(of(7)).toMatchObject({ due: '2027-10-31', limitingFactor: 'vendor_support_end', overdue: false, notInForecast: null });
    expect(of(1).candidates[1]?.text).toBe('Hardware cover ends on the same day.');
  });

  test('says why it is not in the forecast', () => {
    expect(of(8)).toMatchObject({ due: null, notInForecast: 'no_purchase_date', lines: [] });
    expect(of(8).steps.at(-1)?.text).toBe('Without a purchase date its age is not known, so it is not in the forecast.');
    expect(of(10).steps.at(-1)?.text).toBe('It is retired, so it is not in the forecast.');
  });

  test('says when it falls due after the plan, and when its replacement is on order', () => {
    const later = schoolOf({ assets: [kit({ id: 1, categoryKey: 'cabling', purchaseDate: '2020-05-01' })] });
    expect(explainAsset(later, asked, 1).steps.at(-1)?.text).toBe('1 May 2040 is after the last year shown, so nothing is planned for it yet.');
    const ordered = schoolOf({ assets: [kit({ id: 1, purchaseDate: '2020-05-01' }), kit({ id: 2, status: 'ordered', inServiceDate: '2026-12-04', succeedsAssetId: 1 })] });
    expect(explainAsset(ordered, asked, 1).steps.at(-1)?.text).toBe('Its replacement is on order, to come on 4 December 2026.');
  });

  test('is refused in words for an asset that is not there', () => {
    expect(() => of(999)).toThrow('No asset has the number 999.');
  });
});

const inPence = (text: string): bigint => {
  const [pounds = '0', pence = '00'] = text.replaceAll(',', '').split('.');
  return BigInt(pounds) * 100n + BigInt(pence);
};
const half = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);
const yearIn = (label: string): number => Number(label.slice(0, 4));
const YEAR = String.raw`\d{4}(?:\/\d\d)?`;

/** What an amount for each of several, or one paid every few years, comes to, in a sentence that says so. */
function unitsIn(sentence: string): bigint | null {
  const found = /^£([\d,.]+)(?: for (?:one|each of ([\d,]+)) [\w ’]+?)?(?:,? (monthly|termly|yearly|every (\d+) years))?,? is £([\d,.]+) (a year|each time)\.$/.exec(sentence);
  if (found === null) return null;
  const [, amount = '', units = '1', , years = '1', said = ''] = found;
  const worked = half(inPence(amount) * BigInt(units.replaceAll(',', '')), BigInt(years));
  expect(worked, sentence).toBe(inPence(said));
  return worked;
}

/** The price that a sentence leads to, from its own figures alone: a start, its rises, and what it says they make. */
function unitIn(sentence: string): bigint | null {
  const forUnits = unitsIn(sentence);
  if (forUnits !== null) return forUnits;
  const start = /^£([\d,]+(?:\.\d\d)?)/.exec(sentence)?.[1];
  if (start === undefined) return null;
  if (/is the price of the order/.test(sentence)) return inPence(start);
  if (/ is (the price|the price of each|what it costs|what is paid each time) in | is used as it is/.test(sentence)) return inPence(start);
  const said = new RegExp(String.raw`is £([\d,]+(?:\.\d\d)?)(?: each time| each| a year)?\.$`).exec(sentence)?.[1];
  if (said === undefined) return null;
  let index = 1_000_000n;
  const steps = new RegExp(String.raw`(rising|falling|unchanged)(?: ([\d.]+)%)?(?: a year)? (?:in (${YEAR})|from (${YEAR}) to (${YEAR}))`, 'g');
  for (const [, way, rate = '0', only, from, to] of sentence.matchAll(steps)) {
    const bp = BigInt(Math.round(Number(rate) * 100)) * (way === 'falling' ? -1n : 1n);
    const count = only === undefined ? yearIn(to ?? '') - yearIn(from ?? '') + 1 : 1;
    for (let n = 0; n < count; n++) index = half(index * (10_000n + bp), 10_000n);
  }
  const worked = half(inPence(start) * index, 1_000_000n);
  expect(worked, sentence).toBe(inPence(said));
  return worked;
}

/** A line's pence, worked out again from nothing but its sentences. */
function penceIn(texts: readonly string[]): bigint | null {
  let unit: bigint | null = null;
  let charged: bigint | null = null;
  for (const text of texts) {
    unit = unitIn(text) ?? unit;
    const months = /months? (\d+)(?: to (\d+))? of 12|All twelve months/.exec(text);
    if (months !== null && unit !== null) {
      const [from, to] = months[1] === undefined ? [1n, 12n] : [BigInt(months[1]), BigInt(months[2] ?? months[1])];
      charged = (charged ?? 0n) + half(unit * to, 12n) - half(unit * (from - 1n), 12n);
    }
    const paid = /^Paid .*: (?:(\d+) × £[\d,.]+ = )?£([\d,.]+)\.$/.exec(text);
    if (paid !== null) {
      const sum = BigInt(paid[1] ?? '1') * (unit ?? 0n);
      expect(sum, text).toBe(inPence(paid[2] ?? ''));
      charged = (charged ?? 0n) + sum;
    }
    const times = /^([\d,]+) × £([\d,]+(?:\.\d\d)?) = £([\d,]+(?:\.\d\d)?)\.$/.exec(text);
    if (times !== null) {
      expect(inPence(times[2] ?? '')).toBe(unit);
      unit = BigInt((times[1] ?? '').replaceAll(',', '')) * (unit ?? 0n);
      expect(inPence(times[3] ?? '')).toBe(unit);
    }
    const capped = /^One cost £([\d,]+(?:\.\d\d)?) itself/.exec(text);
    if (capped !== null) {
      expect(inPence(capped[1] ?? '')).toBeLessThan(unit ?? 0n);
      unit = inPence(capped[1] ?? '');
    }
    if (text.startsWith('That is income')) unit = -(unit ?? 0n);
    const mean = /costs £([\d,]+(?:\.\d\d)?) each in that year, on average/.exec(text);
    if (mean !== null) unit = inPence(mean[1] ?? '');
  }
  return charged ?? unit;
}

test('the figures in the sentences lead to the line’s pence, for every line of 250 made-up schools', () => {
  const kinds = new Map<string, number>();
  fc.assert(fc.property(plan({ consumables: true }), anyOptions(), (snapshot, options) => {
    for (const line of forecast(snapshot, options).lines) {
      const texts = explainLine(snapshot, options, line).map((step) => step.text);
      const worked = line.netPence === null ? null : penceIn(texts);
      if (line.netPence !== null) expect(Number(worked), texts.join('\n')).toBe(line.netPence);
      expect(texts.every((text) => /^[A-Z£\d].*\.$/.test(text) && !/undefined|null|NaN/.test(text)), texts.join('\n')).toBe(true);
      expect(texts.at(-1)).toContain(`Code ${line.code}`);
      kinds.set(line.kind, (kinds.get(line.kind) ?? 0) + 1);
    }
  }), { seed: SEED, numRuns: 250 });
  for (const kind of ['replace', 'upgrade', 'recurring', 'consumable', 'loss', 'disposal', 'need']) expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(100);
});
