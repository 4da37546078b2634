import { describe, expect, it } from 'vitest';
import { placeFinder } from '../../../app/finance/actuals/place-of-row.ts';
import { NO_FINANCE, type LedgerCode } from '../../../planning/budget/finance.ts';
import { SHIPPED_FUNDS } from '../../../planning/budget/fund.ts';

const code = (parts: Pick<LedgerCode, 'code'> & Partial<LedgerCode>): LedgerCode =>
  ({ id: 1, description: '', ledgerType: null, cfrCode: null, costCategory: null, nature: null, preferred: false, ...parts });

const find = placeFinder({
  funds: SHIPPED_FUNDS,
  finance: {
    ...NO_FINANCE,
    ledgerCodes: [
      code({ code: '4410', costCategory: 'laptops_desktops_tablets' }), code({ code: '0450', costCategory: 'connectivity', nature: 'revenue' }),
      code({ code: '4471', description: 'Stationery', cfrCode: 'E22' }), code({ code: '4480', description: 'ICT sundries' }), code({ code: 'E20G', description: 'Cleaning', cfrCode: 'E14' }),
    ],
    fundCodes: [{ id: 1, code: '01', name: null, fundKey: 'delegated' }, { id: 2, code: '07', name: null, fundKey: 'dfc' }, { id: 3, code: '09', name: null, fundKey: null }],
    costCentres: [{ id: 1, code: 'CAT', name: 'Catering', departmentId: null, counts: false, preferred: false }],
  },
});
const told = (ledgerCode: string, fundCode: string | null = null, costCentre: string | null = null): string => {
  const found = find({ ledgerCode, fundCode, costCentre });
  if (found.kind === 'ict') return `${found.place.costCategory} ${found.place.nature} ${found.place.fundKey}`;
  return found.kind === 'not_ict' ? `left out: ${found.because}` : `unknown ${found.unknown.what}: ${found.sentence}`;
};

describe('where a row of the finance system belongs', () => {
  it.each<readonly [Parameters<typeof told>, string]>([
    [['4410'], 'laptops_desktops_tablets revenue delegated'],
    // A code without a nature of its own is capital where its fund is.
    [['4410', '07'], 'laptops_desktops_tablets capital dfc'],
    // A spreadsheet has taken the zeros off.
    [['450', '1'], 'connectivity revenue delegated'],
    // DfE's own codes stand for themselves, unless the school's chart says otherwise.
    [['e20e'], 'laptops_desktops_tablets revenue delegated'], [['CE04D', '07'], 'laptops_desktops_tablets capital dfc'], [['E20G'], 'left out: not_ict'],
    [['4471'], 'left out: not_ict'], [['4410', '01', 'CAT'], 'left out: cost_centre'], [['4410', '01', 'SCI'], 'laptops_desktops_tablets revenue delegated'],
    [['4480'], 'unknown ledger: 4480 is not mapped to a cost category yet.'], [['9999'], 'unknown ledger: 9999 is not among the school’s ledger codes.'],
    [['4410', '09'], 'unknown fund: Fund code 09 does not stand for a fund yet.'], [['4410', '55'], 'unknown fund: Fund code 55 does not stand for a fund yet.'],
  ])('%j is %s', (booked, where) => {
    expect(told(...booked)).toBe(where);
  });
});
