import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddedSource } from '../../app/reference/embed.ts';
import { accountCodes, referenceFacts, referenceFiles, supportReleases, usualLives } from '../../app/reference/facts.ts';
import { CFR_CODES } from '../../planning/categories.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';

const data = join(import.meta.dirname, '../../app/reference/data');

const duplicates = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value;

describe('the shipped facts', () => {
  it('are the CSV files beside them, to the letter', () => {
    expect(readFileSync(join(data, 'embedded.ts'), 'utf8')).toBe(embeddedSource(data));
  });

  it('each come with a source, a licence and the day they were true', () => {
    const files = referenceFiles();
    expect(files.map(({ file, rows }) => [file, rows])).toEqual([
      ['cfr_codes.csv', 42], ['dfe_standards.csv', 53], ['refresh_defaults.csv', 23], ['procurement.csv', 7], ['paid_updates.csv', 3], ['eol.csv', 796],
    ]);
    for (const { source, licence, asOf } of files) {
      expect(source).not.toBe('');
      expect(licence).not.toBe('');
      expect(isDay(asOf)).toBe(true);
    }
  });

  it('are each named once within their file', () => {
    const facts = referenceFacts();
    expect(facts).toHaveLength(42 + 53 + 23 + 7 + 3);
    expect(duplicates(facts.map(({ file, key }) => `${file}/${key}`))).toEqual([]);
    expect(facts.find(({ key }) => key === 'pa2023_goods_services_subcentral from 2026-01-01')).toEqual({
      file: 'procurement.csv', key: 'pa2023_goods_services_subcentral from 2026-01-01',
      fact: {
        key: 'pa2023_goods_services_subcentral', value: '207720', unit: 'GBP inc VAT whole-life',
        valid_from: '2026-01-01', valid_to: '2027-12-31', source: 'vwv.co.uk (PPN 023); SI 2025/1200',
      },
      source: 'gov.uk buying guidance and PPN 023 (source column)', licence: 'OGL v3.0', asOf: '2026-11-21',
    });
  });

  it('name the code that each line of the forecast carries, with the same title', () => {
    const titles = new Map(accountCodes().filter(({ sector }) => sector === 'maintained').map(({ code, title }) => [code, title]));
    for (const { revenue, capital, title } of Object.values(CFR_CODES)) {
      expect(titles.get(revenue)).toBe(title);
      if (capital !== null) expect(titles.get(capital)).toBe(title);
    }
  });

  it('allow every life that Kitplan starts a school with', () => {
    const lives = new Map(usualLives().map((life) => [life.category, life]));
    const outside = SHIPPED_POLICIES.filter(({ categoryKey, lifeMonths }) => {
      const life = lives.get(categoryKey);
      return life !== undefined && (lifeMonths < life.least * 12 || lifeMonths > life.most * 12);
    });
    expect(outside).toEqual([]);
    expect(lives.get('laptop')).toMatchObject({ years: 4, least: 3, most: 5 });
  });
});

describe('the ends of support', () => {
  const releases = supportReleases();
  const release = (product: string, cycle: string) => releases.find((each) => each.product === product && each.cycle === cycle);

  it('say when Windows 11 25H2 for education stops, and what the list cannot say after its day', () => {
    expect(release('windows', '11-25h2-e')).toEqual({
      product: 'windows', cycle: '11-25h2-e', label: '11 25H2 (E)', releasedOn: '2025-09-30',
      activeEnd: '2028-10-10', securityEnd: '2028-10-10', extendedEnd: null,
      source: 'endoflife.date', asOf: '2026-08-22', shipped: true,
    });
    expect(release('windows', '10-22h2')?.extendedEnd).toBe('2028-10-10');
  });

  it('leave a day out where the list has only yes or no', () => {
    const noDay = release('android', '17');
    expect(noDay?.securityEnd).toBeNull();
    expect(noDay?.releasedOn).not.toBeNull();
  });

  it('hold only days that exist, each release once', () => {
    expect(duplicates(releases.map(({ product, cycle }) => `${product}/${cycle}`))).toEqual([]);
    const days = releases.flatMap(({ releasedOn, activeEnd, securityEnd, extendedEnd }) => [releasedOn, activeEnd, securityEnd, extendedEnd]);
    expect(days.filter((day) => day !== null && !isDay(day))).toEqual([]);
  });
});
