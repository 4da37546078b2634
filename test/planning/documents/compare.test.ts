import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedSections } from '../../../planning/documents/compare/compare-documents.ts';
import { changesOf, wordRuns } from '../../../planning/documents/compare/word-changes.ts';
import { comparisonSentence, yearDifferences } from '../../../planning/documents/compare/year-costs.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import type { DocumentModel, DocumentSection } from '../../../planning/documents/model.ts';
import { paragraph, words } from '../../../planning/documents/model.ts';
import { documentTable, figureColumn, groupRow, tableRow, wordsColumn } from '../../../planning/documents/tables.ts';
import { emptySchool, factsFor } from '../../support/document-schools.ts';

const BARE = composeDocument(factsFor(emptySchool(), 'reply'));
const section = (key: string, blocks: DocumentSection['blocks'], title = key): DocumentSection => ({ key, title, number: null, annex: false, landscape: false, blocks, notes: [] });
const documentOf = (...sections: readonly DocumentSection[]): DocumentModel => ({ ...BARE, opening: words(), sections });

describe('what became of a text', () => {
  const text = fc.array(fc.constantFrom('the', 'plan', 'costs', 'less', 'more', '£5', 'in', '2028/29'), { maxLength: 30 });

  it('gives the earlier text without what came, and the later one without what went', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const changes = changesOf(before, after);
      expect(changes.filter(({ kind }) => kind !== 'added').map(({ piece }) => piece)).toEqual(before);
      expect(changes.filter(({ kind }) => kind !== 'removed').map(({ piece }) => piece)).toEqual(after);
    }));
  });

  it('keeps as much as can stay', () => {
    fc.assert(fc.property(text, text, (before, after) => {
      // The longest common run of pieces, by its definition.
      const longest = (at: number, to: number): number => (at === before.length || to === after.length ? 0
        : before[at] === after[to] ? 1 + longest(at + 1, to + 1) : Math.max(longest(at + 1, to), longest(at, to + 1)));
      if (before.length * after.length > 64) return;
      expect(changesOf(before, after).filter(({ kind }) => kind === 'same')).toHaveLength(longest(0, 0));
    }));
  });

  it('is told in runs of words that read as the texts did', () => {
    expect(wordRuns('The plan costs £599,772 over five years.', 'The plan costs £610,509 over five years, and two run over.')).toEqual([
      { kind: 'same', text: 'The plan costs ' }, { kind: 'removed', text: '£599,772 ' }, { kind: 'added', text: '£610,509 ' }, { kind: 'same', text: 'over five ' },
      { kind: 'removed', text: 'years.' }, { kind: 'added', text: 'years, and two run over.' },
    ]);
  });
});

describe('two versions of a document', () => {
  it('are the same where nothing is different', () => {
    const model = documentOf(section('costs', [paragraph('It costs £5.')]));
    expect(changedSections(model, model)).toEqual([]);
  });

  it('name the sections that came, went and changed, in the order of the later one', () => {
    const before = documentOf(section('context', [paragraph('One.')]), section('costs', [paragraph('It costs £5.')]), section('gone', [paragraph('Old.')]));
    const after = documentOf(section('new', [paragraph('New.')]), section('costs', [paragraph('It costs £6.')]), section('context', [paragraph('One.')]));
    expect(changedSections(before, after).map(({ key, state }) => [key, state])).toEqual([['new', 'added'], ['costs', 'changed'], ['gone', 'removed']]);
  });

  it('set figures beside each other by their headings, rows that moved among them, and count money that came or went whole', () => {
    const table = (...rows: readonly (readonly [string, number])[]) => documentTable('Cost by year, £', [wordsColumn('', 2), figureColumn('2028/29')],
      [groupRow('Devices'), ...rows.map(([name, pence]) => tableRow('body', name, { text: String(pence / 100), pence }))]);
    const before = documentOf(section('costs', [table(['Laptops', 500_00], ['Tablets', 200_00])]));
    const after = documentOf(section('costs', [table(['Tablets', 250_00], ['Panels', 75_00])]));
    expect(changedSections(before, after)[0]?.tables).toEqual([{ caption: 'Cost by year, £', more: 0, cells: [
      { row: 'Devices, Tablets', column: '2028/29', before: '200', after: '250', morePence: 50_00 },
      { row: 'Devices, Panels', column: '2028/29', before: null, after: '75', morePence: 75_00 },
      { row: 'Devices, Laptops', column: '2028/29', before: '500', after: null, morePence: -500_00 },
    ] }]);
  });

  it('tell rows of one name apart, and count what is too long to be listed', () => {
    const rows = (more: number) => Array.from({ length: 250 }, (_, at) => tableRow('body', 'Room', { text: String(at + more), pence: at + more }));
    const [changed] = changedSections(documentOf(section('a', [documentTable('Rooms', [wordsColumn('', 1), figureColumn('£')], rows(0))])), documentOf(section('a', [documentTable('Rooms', [wordsColumn('', 1), figureColumn('£')], rows(1))])));
    expect(changed?.tables[0]).toMatchObject({ more: 50, cells: expect.arrayContaining([expect.objectContaining({ row: 'Room (2)', morePence: 1 })]) as unknown });
  });
});

describe('what two versions cost', () => {
  const year = (label: string, costPence: number) => ({ label, costPence, budgetPence: null });
  const said = (before: readonly ReturnType<typeof year>[], after: readonly ReturnType<typeof year>[]): string =>
    comparisonSentence({ before: 'version 1', after: 'draft 2' }, yearDifferences(before, after), []);

  it.each([
    [[year('2026/27', 100_00), year('2027/28', 100_00)], [year('2026/27', 100_00), year('2027/28', 100_00)], 'Draft 2 costs the same as version 1 in every year.'],
    [[year('2026/27', 100_00), year('2027/28', 100_00)], [year('2026/27', 50_00), year('2027/28', 150_00)], 'Draft 2 costs the same as version 1 over two years, in other years.'],
    // 150 + 100 − 200 = 50.
    [[year('2026/27', 100_00), year('2027/28', 100_00)], [year('2026/27', 150_00), year('2027/28', 100_00)], 'Draft 2 costs £50 more than version 1 over two years.'],
    // Only 2027/28 is in both: 80 − 100.
    [[year('2026/27', 100_00), year('2027/28', 100_00)], [year('2027/28', 80_00), year('2028/29', 100_00)], 'Draft 2 costs £20 less than version 1 in the one year that both have.'],
    [[year('2026/27', 100_00)], [year('2029/30', 100_00)], 'Draft 2 and version 1 have no year in common.'],
    [[year('2026/27', 100_00)], [year('2026/27', 100_40)], 'Draft 2 costs £0.40 more than version 1 in its one year.'],
  ])('is said of the years that both have', (before, after, sentence) => {
    expect(said(before, after)).toBe(`${sentence} Not a word of it is different.`);
  });
});
