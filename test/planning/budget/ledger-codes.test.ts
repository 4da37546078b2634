import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FINANCE, type CostCentre, type FinanceFacts, type FundCode, type LedgerCode } from '../../../planning/budget/finance.ts';
import {
  codeIndex, codeState, costCentreFor, fundCodeFor, isNoSuchCode, ledgerCodeFor, mappingOf, namedInExports, placeOfLedger, type Booked,
} from '../../../planning/budget/ledger-codes.ts';
import { codesSentence } from '../../../planning/budget/ledger-sentence.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { schoolOf } from '../fixtures.ts';

let nextId = 1;
const ledgerCode = (code: string, parts: Partial<LedgerCode> = {}): LedgerCode =>
  ({ id: nextId++, code, description: '', ledgerType: 'EX', cfrCode: null, costCategory: null, nature: null, preferred: false, ...parts });
const fundCode = (code: string, fundKey: string | null): FundCode => ({ id: nextId++, code, name: null, fundKey });
const centre = (code: string, parts: Partial<CostCentre> = {}): CostCentre =>
  ({ id: nextId++, code, name: code, departmentId: null, counts: true, preferred: false, ...parts });
const plan = (finance: Partial<FinanceFacts>): PlanSnapshot => schoolOf({ finance: { ...NO_FINANCE, ...finance } });

describe('what a code of the return says by itself', () => {
  test.each([
    ['E20A', 'connectivity', 'revenue'], ['e20b', 'onsite_servers', 'revenue'], ['E20C', 'it_learning_resources', 'revenue'],
    ['E20D', 'admin_software', 'revenue'], [' E20E ', 'laptops_desktops_tablets', 'revenue'], ['E20F', 'other_hardware', 'revenue'], ['E20G', 'it_support', 'revenue'],
    ['CE04A', 'connectivity', 'capital'], ['CE04B', 'onsite_servers', 'capital'],
    // The letters do not line up: CE04C is the twin of E20D.
    ['CE04C', 'admin_software', 'capital'], ['CE04D', 'laptops_desktops_tablets', 'capital'], ['CE04E', 'other_hardware', 'capital'],
    // One fund's revenue and another's capital: the fund decides.
    ['E20E, CE04D', 'laptops_desktops_tablets', null], ['E20E, E20E', 'laptops_desktops_tablets', 'revenue'],
  ] as const)('%s is %s, %s', (codes, costCategory, nature) => {
    expect(mappingOf(codes)).toEqual({ costCategory, nature });
  });

  test.each([null, '', 'E20', 'CE04', 'E22', 'E20H', 'CE04F', 'BAE210', 'E20A, E20E', 'E20A, E22', 'CE04A, E20', 'ICT'])('%s says nothing', (codes) => {
    expect(mappingOf(codes)).toBeNull();
  });

  test('E20H and CE04F look like codes for ICT and are none', () => {
    expect(['E20H', 'E20Z', 'CE04F', 'ce04g'].every(isNoSuchCode)).toBe(true);
    expect(['E20', 'E20G', 'CE04E', 'E22', 'E28A', 'E200', 'BAE210'].some(isNoSuchCode)).toBe(false);
  });

  test.each<[string | null, string | null, string, string]>([
    ['E20', 'EX', 'Toner', 'to_map'], ['CE04', 'EX', 'Toner', 'to_map'], ['BAE210', null, 'ICT learning resources', 'to_map'],
    ['E20A', 'EX', 'A mapping that was taken away', 'to_map'], ['E20A, E22', 'EX', 'Two returns', 'to_map'],
    ['E22', 'EX', 'ICT stationery', 'not_ict'], ['CI04', 'IN', 'Financing of ICT', 'not_ict'], ['E28a', 'EX', 'IT consultants', 'not_ict'],
    [null, null, 'ICT equipment', 'to_map'], [null, 'EX', 'Software licences', 'to_map'], ['n/a', 'EX', 'Wi-Fi', 'to_map'],
    [null, 'EX', 'Grounds maintenance', 'not_ict'], [null, 'IN', 'Sale of ICT equipment', 'not_ict'], [null, 'ES', 'ICT technicians', 'not_ict'],
    [null, 'EX', 'Exits and kitchens', 'not_ict'], [null, 'EX', 'Visits', 'not_ict'],
  ])('return code %s, type %s, “%s”: %s', (cfrCode, ledgerType, description, state) => {
    expect(codeState({ costCategory: null, cfrCode, ledgerType, description })).toBe(state);
    expect(codeState({ costCategory: 'it_support', cfrCode, ledgerType, description })).toBe('mapped');
  });
});

describe('where what is booked belongs', () => {
  const school = plan({
    ledgerCodes: [
      ledgerCode('4410', { costCategory: 'laptops_desktops_tablets', nature: 'revenue' }), ledgerCode('9410', { costCategory: 'laptops_desktops_tablets', nature: 'capital' }),
      ledgerCode('4420', { costCategory: 'other_hardware' }), ledgerCode('0455', { costCategory: 'it_support' }),
      ledgerCode('4430', { cfrCode: 'E20', description: 'Toner' }), ledgerCode('5100', { cfrCode: 'E22' }), ledgerCode('it-1', { costCategory: 'connectivity', nature: 'revenue' }),
    ],
    fundCodes: [fundCode('01', 'delegated'), fundCode('02', 'dfc'), fundCode('03', null)],
    costCentres: [centre('SCI'), centre('CATER', { counts: false })],
  });
  const placeOf = placeOfLedger(school);
  const booked = (code: string, fund: string | null = '01', costCentre: string | null = null): Booked => ({ ledgerCode: code, fundCode: fund, costCentre });

  test.each<[Booked, string]>([
    [booked('4410'), 'delegated laptops_desktops_tablets revenue'],
    [booked('9410', '02'), 'dfc laptops_desktops_tablets capital'],
    // Without a nature of its own a code is what its fund is: devolved formula capital is capital.
    [booked('4420', '01'), 'delegated other_hardware revenue'], [booked('4420', '02'), 'dfc other_hardware capital'],
    // But DfE has no capital code for support.
    [booked('0455', '02'), 'dfc it_support revenue'],
    // As a spreadsheet leaves codes: without zeros, in other letters, with spaces.
    [booked('455', '1'), 'delegated it_support revenue'], [booked(' IT-1 ', ' 01'), 'delegated connectivity revenue'],
    // An export without a column for funds is the usual fund's; a cost centre that nobody has told of counts.
    [booked('4410', null), 'delegated laptops_desktops_tablets revenue'], [booked('4410', '01', 'SCI'), 'delegated laptops_desktops_tablets revenue'],
    [booked('4410', '01', 'NEW'), 'delegated laptops_desktops_tablets revenue'],
  ])('%o is %s', (row, place) => {
    const found = placeOf(row);
    expect(found.place === null ? found.why : `${found.place.fundKey} ${found.place.costCategory} ${found.place.nature}`).toBe(place);
  });

  test.each<[Booked, string, string]>([
    [booked('4499'), 'unknown_code', '4499 is not among the school’s ledger codes.'],
    [booked('5100'), 'not_ict', '5100 is not a code for ICT.'],
    [booked('4430'), 'not_mapped', '4430 is not mapped to a cost category yet.'],
    [booked('4410', '01', 'cater'), 'centre_left_out', 'Cost centre CATER does not count as ICT.'],
    [booked('4410', '03'), 'fund_not_mapped', 'Fund code 03 does not stand for a fund yet.'],
    [booked('4410', '77'), 'fund_not_mapped', 'Fund code 77 does not stand for a fund yet.'],
  ])('%o has no place: %s', (row, why, sentence) => {
    expect(placeOf(row)).toEqual({ place: null, why, sentence });
  });

  test('two codes that differ by a zero alone are never taken for each other', () => {
    const index = codeIndex([{ code: '01' }, { code: '001' }, { code: '7' }]);
    expect([index('01')?.code, index('001')?.code, index('1'), index('0007')?.code]).toEqual(['01', '001', null, '7']);
  });

  test('what is printed under a code is read back to the place it was printed for', () => {
    const place = fc.record({
      costCategory: fc.constantFrom('connectivity', 'other_hardware', 'it_support'), nature: fc.constantFrom('revenue', 'capital', null), preferred: fc.boolean(),
    });
    fc.assert(fc.property(fc.array(place, { maxLength: 12 }), fc.constantFrom('connectivity', 'other_hardware'), fc.constantFrom('revenue', 'capital'), (places, costCategory, nature) => {
      const facts = plan({ ledgerCodes: places.map((each, index) => ledgerCode(`44${index}`, each)), fundCodes: [fundCode('02', nature === 'capital' ? 'dfc' : 'delegated')] });
      const wanted = { fundKey: nature === 'capital' ? 'dfc' : 'delegated', costCategory, nature } as const;
      const code = ledgerCodeFor(facts, wanted);
      const fits = places.filter((each) => each.costCategory === costCategory && (each.nature === nature || each.nature === null));
      expect(code === null).toBe(fits.length === 0);
      if (code === null) return;
      expect(placeOfLedger(facts)({ ledgerCode: code.code, fundCode: '02', costCentre: null })).toEqual({ place: wanted });
      expect(code.preferred).toBe(fits.some(({ preferred }) => preferred));
    }));
  });
});

describe('under which code a place is printed', () => {
  const [revenue, other, byFund] = [
    ledgerCode('4410', { costCategory: 'connectivity', nature: 'revenue' }), ledgerCode('4411', { costCategory: 'connectivity', nature: 'revenue' }),
    ledgerCode('4400', { costCategory: 'connectivity' }),
  ];
  const at = { fundKey: 'delegated', costCategory: 'connectivity', nature: 'revenue' } as const;

  test('the first that stands for it, the preferred one before that, and one without a nature after both', () => {
    expect(ledgerCodeFor(plan({ ledgerCodes: [byFund, revenue, other] }), at)?.code).toBe('4410');
    expect(ledgerCodeFor(plan({ ledgerCodes: [byFund, revenue, { ...other, preferred: true }] }), at)?.code).toBe('4411');
    expect(ledgerCodeFor(plan({ ledgerCodes: [byFund, revenue] }), { ...at, nature: 'capital' })?.code).toBe('4400');
    expect(ledgerCodeFor(plan({ ledgerCodes: [revenue] }), { ...at, nature: 'capital' })).toBeNull();
    expect(ledgerCodeFor(plan({ ledgerCodes: [revenue, byFund] }), { ...at, costCategory: null })).toBeNull();
  });

  test('a list shows which of them are named', () => {
    const named = (...codes: readonly LedgerCode[]): string[] => [...namedInExports(plan({ ledgerCodes: codes }))].map((id) => codes.find((each) => each.id === id)?.code ?? '');
    // 4400 stands for capital too, and for that it is the only one.
    expect(named(byFund, revenue, other)).toEqual(['4410', '4400']);
    expect(named(revenue, { ...other, preferred: true })).toEqual(['4411']);
    expect(named(ledgerCode('4420'))).toEqual([]);
  });

  test('the fund’s first code, and the department’s own cost centre before the one that exports name', () => {
    const facts = plan({
      fundCodes: [fundCode('01', 'delegated'), fundCode('09', 'delegated'), fundCode('02', null)],
      costCentres: [centre('GEN', { preferred: true }), centre('SCI', { departmentId: 7 }), centre('ART', { departmentId: 8, counts: false })],
    });
    expect([fundCodeFor(facts, 'delegated')?.code, fundCodeFor(facts, 'dfc')]).toEqual(['01', null]);
    expect([7, 8, 9, null].map((id) => costCentreFor(facts, id)?.code)).toEqual(['SCI', 'GEN', 'GEN', 'GEN']);
    expect(costCentreFor(plan({ costCentres: [centre('GEN')] }), null)).toBeNull();
  });
});

describe('the sentence over the school’s own codes', () => {
  const mapped = (code: string): LedgerCode => ledgerCode(code, { costCategory: 'connectivity', nature: 'revenue' });
  const open = (code: string): LedgerCode => ledgerCode(code, { cfrCode: 'E20' });
  const stationery = ledgerCode('5100', { cfrCode: 'E22' });
  test.each<[string, Partial<FinanceFacts>]>([
    ['The plan has none of your own ledger codes yet, so DfE’s codes stand alone.', {}],
    ['The one code here is not for ICT.', { ledgerCodes: [stationery] }],
    ['None of the 2 codes here is for ICT, as far as can be told.', { ledgerCodes: [stationery, stationery] }],
    ['The one code for ICT is mapped.', { ledgerCodes: [mapped('1'), stationery] }],
    ['All 2 codes for ICT are mapped.', { ledgerCodes: [mapped('1'), mapped('2')] }],
    ['4410 is not mapped yet, so what is booked there cannot be matched.', { ledgerCodes: [open('4410')] }],
    ['None of the 2 codes for ICT is mapped yet, so what is booked there cannot be matched.', { ledgerCodes: [open('1'), open('2')] }],
    ['1 of 2 codes is mapped; 4410 is not, so what is booked there cannot be matched.', { ledgerCodes: [mapped('1'), open('4410'), stationery] }],
    ['2 of 4 codes are mapped; 4410 and 4411 are not, so what is booked there cannot be matched.', { ledgerCodes: [mapped('1'), mapped('2'), open('4410'), open('4411')] }],
    ['1 of 4 codes is mapped; 4410 and two others are not, so what is booked there cannot be matched.', { ledgerCodes: [mapped('1'), open('4410'), open('4411'), open('4412')] }],
    ['The one code for ICT is mapped. Fund code 02 stands for no fund yet.', { ledgerCodes: [mapped('1')], fundCodes: [fundCode('01', 'delegated'), fundCode('02', null)] }],
    ['The one code for ICT is mapped. Fund codes 02 and 03 stand for no fund yet.', { ledgerCodes: [mapped('1')], fundCodes: [fundCode('02', null), fundCode('03', null)] }],
  ])('%s', (sentence, finance) => {
    expect(codesSentence(plan(finance)).text).toBe(sentence);
  });
});
