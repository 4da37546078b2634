import { describe, expect, test } from 'vitest';
import type { ChartReport } from '../../../app/contract/ledger-codes.ts';
import type { LedgerCode } from '../../../planning/budget/finance.ts';
import { MAPPING_CHOICES, mappingWords } from '../../../planning/budget/mapping-words.ts';
import { countsWords, goneWords, mappingOutlook, otherSchoolWords } from '../../../renderer/settings/chart-words.ts';
import { codesShown } from '../../../renderer/settings/codes-shown.ts';
import { mappingChosen, mappingOptions, mappingValue } from '../../../renderer/settings/mapping-options.ts';

const codesOf = (...states: readonly ('mapped' | 'to_map' | 'not_ict')[]): Pick<ChartReport, 'ledgerCodes'> =>
  ({ ledgerCodes: states.map((state, row) => ({ row, code: String(row), name: null, outcome: 'new', changes: [], cfrCode: null, ledgerType: null, costCategory: null, nature: null, state, standsFor: '' })) });

describe('what is said of a chart of accounts before it comes in', () => {
  test('every code is counted once', () => {
    expect(countsWords({ counts: { read: 1_210, new: 1_200, changed: 4, unchanged: 5, refused: 1 } })).toBe('1,210 codes read: 1,200 new, 4 changed, 5 unchanged, 1 refused.');
    expect(countsWords({ counts: { read: 1, new: 1, changed: 0, unchanged: 0, refused: 0 } })).toBe('1 code read: 1 new, 0 changed, 0 unchanged, 0 refused.');
  });

  test.each([
    [codesOf(), null], [codesOf('not_ict'), 'None of its ledger codes is for ICT, as far as can be told.'],
    [codesOf('mapped', 'not_ict'), '1 code for ICT is mapped by what the file or the plan says.'],
    [codesOf('to_map', 'to_map'), '2 codes for ICT are to be mapped afterwards.'], [codesOf('to_map'), '1 code for ICT is to be mapped afterwards.'],
    [codesOf('mapped', 'mapped', 'to_map'), '2 codes for ICT are mapped by what the file or the plan says; 1 more is to be mapped afterwards.'],
  ])('%o: %s', (report, words) => {
    expect(mappingOutlook(report)).toBe(words);
  });

  test('codes that the file does not have are named, a long list by its first', () => {
    const gone = (...ledgerCodes: readonly string[]) => ({ gone: { ledgerCodes, fundCodes: [], costCentres: [] } });
    expect(goneWords(gone())).toBeNull();
    expect(goneWords({ gone: { ledgerCodes: ['1010', '4410'], fundCodes: ['02'], costCentres: ['SCI'] } })).toBe('Not in this file, and kept: 1010, 4410, fund 02 and cost centre SCI.');
    expect(goneWords(gone(...'ABCDEFGHIJ'.split('')))).toBe('Not in this file, and kept: A, B, C, D, E, F, G and 3 others.');
  });

  test('a file of another school is noticed, and one of the same school is not', () => {
    const about = (schoolName: string | null) => ({ about: { schoolName, financialYear: null, exportDate: null } });
    expect(otherSchoolWords(about('Northmoor School'), 'Hillcrest School')).toBe('The file is of Northmoor School, and this is the plan of Hillcrest School.');
    expect([otherSchoolWords(about('HILLCREST  school'), 'Hillcrest School'), otherSchoolWords(about(null), 'Hillcrest School'), otherSchoolWords({ about: null }, 'x'), otherSchoolWords(about('x'), '')]).toEqual([null, null, null, null]);
  });
});

describe('what a ledger code can stand for', () => {
  test('each choice is worded by its codes, whose letters do not line up, and is read back as itself', () => {
    expect(mappingOptions('cfr').map(({ label }) => label)).toEqual(expect.arrayContaining([
      'Not mapped', 'E20D Administration software and systems', 'CE04C Administration software and systems, capital', 'E20D or CE04C Administration software and systems, as its fund says', 'E20G IT support',
    ]));
    // Seven categories; two of them are always revenue, the others revenue, capital or as the fund says: 2 + 5 × 3, and none.
    expect(mappingOptions('cfr')).toHaveLength(18);
    expect(MAPPING_CHOICES.map((choice) => mappingChosen(mappingValue(choice)))).toEqual(MAPPING_CHOICES);
    expect(mappingChosen('')).toEqual({ costCategory: null, nature: null });
    expect(mappingWords({ costCategory: 'connectivity', nature: 'capital' }, 'academy')).toBe('Connectivity, capital');
  });

  test('the list shows what is for ICT, what is to be mapped, or all, in the order of the numbers, and finds by any of its texts', () => {
    const code = (id: number, text: string, parts: Partial<LedgerCode> = {}): LedgerCode => ({ id, code: text, description: '', ledgerType: 'EX', cfrCode: null, costCategory: null, nature: null, preferred: false, ...parts });
    const codes = [code(1, '10010', { cfrCode: 'E22', description: 'Paper' }), code(2, '4410', { costCategory: 'it_support', nature: 'revenue', cfrCode: 'E20G' }), code(3, '441', { cfrCode: 'E20', description: 'Toner' })];
    const found = (...asked: readonly ['ict' | 'to_map' | 'all', string]): string[] => codesShown(codes, ...asked).map((each) => each.code);
    expect([found('ict', ''), found('to_map', ''), found('all', ''), found('all', ' PAP '), found('all', 'e20'), found('ict', 'paper')])
      .toEqual([['441', '4410'], ['441'], ['441', '4410', '10010'], ['10010'], ['441', '4410'], []]);
  });
});
