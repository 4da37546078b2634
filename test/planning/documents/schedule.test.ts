import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { plainWords, type DocumentModel, type DocumentTable } from '../../../planning/documents/model.ts';
import { kit, place, schoolOf } from '../fixtures.ts';
import { awkwardSchool, emptySchool, factsFor, hillcrest, largeSchool } from '../../support/document-schools.ts';

const tablesIn = (model: DocumentModel): readonly DocumentTable[] => model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
const figures = (table: DocumentTable, column: number): number[] => table.rows.filter(({ kind }) => kind === 'body').map(({ cells }) => cells[column]?.pence ?? Number(cells[column]?.text.replaceAll(',', '')));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const wordsOf = (model: DocumentModel): string => model.sections.flatMap(({ blocks }) => blocks).map((block) => (block.kind === 'paragraph' ? plainWords(block.words) : block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join('\n') : '')).join('\n');

describe.each(Object.entries({ 'Hillcrest': hillcrest, '20,000 assets': async () => Promise.resolve(largeSchool()), 'impossible names': awkwardSchool }))('the refresh schedule of %s', (_, school) => {
  it('adds up in every table, to the penny, to what the plan pays for replacing and upgrading', async () => {
    const facts = factsFor(await school(), 'schedule');
    const model = composeDocument(facts);
    const [windows, ...years] = tablesIn(model);
    const kitLines = facts.forecast.lines.filter(({ kind }) => kind === 'replace' || kind === 'upgrade');
    const paid = (lines: typeof kitLines): number => sum(lines.map(({ netPence }) => netPence ?? 0));
    if (windows === undefined) throw new Error('No table of holidays.');
    expect(sum(figures(windows, 5))).toBe(paid(kitLines));
    expect(windows.rows.at(-1)?.cells[5]?.pence).toBe(paid(kitLines));
    const shown = facts.forecast.years.flatMap((_year, at) => (kitLines.some(({ yearIndex }) => yearIndex === at) ? [at] : []));
    expect(years.length).toBe(shown.length);
    years.forEach((table, index) => {
      const ofYear = kitLines.filter(({ yearIndex }) => yearIndex === shown[index]);
      expect(sum(figures(table, 4)), table.caption).toBe(paid(ofYear));
      expect(sum(figures(table, 2)), table.caption).toBe(sum(ofYear.map(({ quantity }) => quantity)));
      expect(table.rows.length, table.caption).toBeLessThanOrEqual(110);
    });
  });
});

describe('the refresh schedule', () => {
  const laptops = kit({ id: 1, tag: 'A', quantity: 30, purchaseDate: '2023-02-10', locationId: 1, overridePence: 40_000, overridePriceDate: '2026-11-01' });
  const bought = (changes: Parameters<typeof schoolOf>[0] = {}) => schoolOf({ locations: [place(1, 'IT3')], assets: [laptops], ...changes });

  it('puts kit in during the first holiday after it is bought, and says that the days are a guess', () => {
    const text = wordsOf(composeDocument(factsFor(bought(), 'schedule')));
    expect(text).toMatch(/put in during the .+ \(usual days\)/u);
    expect(text).toContain('these are the usual days in England: a guess');
  });

  it('goes by the school’s own days where it has said them', () => {
    const { forecast } = factsFor(bought(), 'schedule');
    const day = forecast.lines.find(({ kind }) => kind === 'replace')?.date ?? '';
    const autumn = Number(day.slice(0, 4));
    const holidays = Array.from({ length: 12 }, (_, at) => ({ id: at + 1, name: 'Works week', firstDay: `${autumn - 2 + at}-11-28`, lastDay: `${autumn - 1 + at}-01-31` }));
    const text = wordsOf(composeDocument(factsFor(bought({ holidays }), 'schedule')));
    expect(text).toContain('put in during the Works week');
    expect(text).not.toContain('guess');
  });

  it('counts what has no price, in no sum', () => {
    const model = composeDocument(factsFor(bought({ assets: [{ ...laptops, overridePence: null }], policies: [] }), 'schedule'));
    const text = wordsOf(model);
    if (text.includes('no price')) expect(text).toMatch(/items? (?:have|has) no price yet/u);
  });

  it('says so where nothing is due', () => {
    const model = composeDocument(factsFor(emptySchool(), 'schedule'));
    expect(plainWords(model.opening)).toMatch(/^Nothing is due for replacement from /u);
    expect(tablesIn(model)).toEqual([]);
  });

  it('has rows by room at a school of 20,000 assets, and sends for the rest to the Excel file', () => {
    const text = wordsOf(composeDocument(factsFor(largeSchool(), 'schedule')));
    expect(text).toMatch(/\d+ more\nIn the Excel file, by item/u);
  });
});
