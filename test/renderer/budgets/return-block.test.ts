import { expect, test } from 'vitest';
import { returnTable } from '../../../planning/budget/returns.ts';
import { returnBlock } from '../../../renderer/budgets/returns/return-block.ts';
import { AS_OF } from '../../planning/fixtures.ts';
import { financeOf, laptops, schoolWith } from '../../planning/budget/fixtures.ts';

// Two laptops at £400.50, due on 31 August 2027: £801.
const snapshot = schoolWith({
  assets: [laptops(2, { purchaseDate: '2023-08-31', overridePence: 40_050 })],
  finance: financeOf({ returnLines: [{ costCategory: 'laptops_desktops_tablets', nature: 'revenue', lineNumber: '=1+1' }, { costCategory: 'connectivity', nature: 'revenue', lineNumber: '336' }] }),
});
const block = (kind: 'bfr' | 'cfr', withPence: boolean): string[][] =>
  returnBlock(returnTable(snapshot, kind, { asOf: AS_OF, years: 2, vat: 'gross' }), withPence).split('\r\n').map((line) => line.split('\t'));

test('a return is copied as a block of headings, lines and total whose amounts a spreadsheet takes as numbers', () => {
  const cfr = block('cfr', false);
  expect([cfr[0], cfr[1], cfr[5], cfr.at(-1)]).toEqual([
    ['Code', 'Category', '2026/27', '2027/28'], ['E20A', 'Connectivity', '0', '0'], ['E20E', 'Laptops, desktops and tablets', '0', '961'], ['', 'All', '0', '961'],
  ]);
  expect(cfr).toHaveLength(14);
  // £801 and a fifth of VAT.
  expect(block('cfr', true)[5]?.at(-1)).toBe('961.20');
});

test('a line’s number that begins like a formula is pasted as text', () => {
  const bfr = block('bfr', false);
  expect(bfr[0]).toEqual(['Line', 'Category', 'Y1P1', 'Y1P2', 'Y2P1', 'Y2P2', 'Y3P1', 'Y3P2', 'Y2', 'Y3', 'Y4']);
  expect([bfr[1]?.[0], bfr[5]?.slice(0, 6)]).toEqual(['336', ['\'=1+1', 'Laptops, desktops and tablets', '0', '0', '0', '961']]);
});
