import { describe, expect, it } from 'vitest';
import { NO_FINANCE, USUAL_PROFILE, type FinanceFacts } from '../../../planning/budget/finance.ts';
import { SHIPPED_FUNDS, type Fund } from '../../../planning/budget/fund.ts';
import { fundStandings } from '../../../planning/budget/fund-standing.ts';
import { codingNote, spentNote } from '../../../planning/budget/notes.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, schoolOf } from '../fixtures.ts';
import { allotted, matrixOf, revenue, VIEW, yearly } from './budget-fixtures.ts';

const planned = (snapshot: PlanSnapshot) => forecast(snapshot, { asOf: AS_OF });
const having = (finance: Partial<FinanceFacts>, parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({ ...parts, finance: { ...NO_FINANCE, ...finance } });

describe('the line beside the switches', () => {
  it('says where what is spent comes from', () => {
    const plain = having({});
    expect(spentNote(plain, planned(plain), VIEW)).toBe('Spent is what the register and the running costs say. Minus means over budget.');
    const run = { id: 1, year: 2026, through: '2026-10-31', fileName: 'actuals.xlsx', sha256: 'x' };
    const told = having({ actualsRuns: [run, { ...run, id: 2, year: 2025, through: '2026-03-31' }] });
    expect(spentNote(told, planned(told), VIEW)).toBe('Actuals from the finance system to 31 October 2026. Minus means over budget.');
  });

  it('says what VAT does to a budget, where it is not shown as the school pays it', () => {
    const back = having({});
    expect(spentNote(back, planned(back), { ...VIEW, vat: 'gross' })).toContain('Budgets are as entered: VAT comes back to this school.');
    const kept = having({ profile: { ...USUAL_PROFILE, vatRecoverable: false } });
    expect(spentNote(kept, planned(kept), { ...VIEW, vat: 'gross' })).not.toContain('VAT comes back');
    expect(spentNote(kept, planned(kept), VIEW)).toContain('VAT does not come back to this school');
  });
});

describe('the note under the budget', () => {
  it.each<[string, PlanSnapshot, string]>([
    ['no threshold', having({}), 'The benchmark “Educational ICT” leaves out E20D and all capital. Kit bought from devolved formula capital or other capital is coded CE04 whatever it costs. No capital threshold has been set, so everything else stays in E20.'],
    ['a threshold per item', having({ capitalRules: [{ id: 1, fromYear: 2024, thresholdPence: 1_000_000, basis: 'item', source: 'the LA’s threshold' }] }, { funds: SHIPPED_FUNDS.filter(({ key }) => key !== 'other_capital') }),
      'The benchmark “Educational ICT” leaves out E20D and all capital. Kit bought from devolved formula capital is coded CE04 whatever it costs. Other items under £10,000 (the LA’s threshold) stay in E20.'],
    ['an academy that asks each time', having({ capitalRules: [{ id: 1, fromYear: 2024, thresholdPence: 200_000, basis: 'ask', source: null }] }, { school: { ...schoolOf().school, type: 'academy' }, funds: SHIPPED_FUNDS.filter(({ paysFor }) => paysFor !== 'capital') }),
      'The benchmark “Educational ICT” leaves out administration software and systems and all capital. What else is bought together under £2,000 stays revenue; above it the school decides each time.'],
  ])('%s', (_, snapshot, note) => {
    expect(codingNote(snapshot, planned(snapshot))).toBe(note);
  });
});

describe('how a fund stands', () => {
  const standing = (parts: Partial<PlanSnapshot>, key: string) => {
    const snapshot = schoolOf(parts);
    return fundStandings(snapshot, planned(snapshot), matrixOf(snapshot, { by: 'fund' }), 0).find(({ fund }) => fund.key === key)?.broken.map(({ text }) => text);
  };
  const fundsWith = (key: string, parts: Partial<Fund>): Fund[] => SHIPPED_FUNDS.map((fund) => (fund.key === key ? { ...fund, ...parts } : fund));

  it('tells of its rules in the figures beside them: with VAT where those have it', () => {
    const late = schoolOf({ funds: fundsWith('grant', { endsOn: '2026-09-30' }), recurring: [yearly('connectivity', 12_000, { fundKey: 'grant' })] });
    const told = (vat: 'net' | 'gross') => fundStandings(late, planned(late), matrixOf(late, { by: 'fund', vat }), 0).find(({ fund }) => fund.key === 'grant')?.broken.map(({ text }) => text).join(' ');
    const amountIn = (text: string | undefined): number => Number(/before £([\d,]+) that was meant/.exec(text ?? '')?.[1]?.replace(',', ''));
    expect(amountIn(told('net'))).toBeGreaterThan(0);
    expect(amountIn(told('gross'))).toBe(amountIn(told('net')) * 1.2);
  });

  it('names the fund that is over and by how much', () => {
    expect(standing({ recurring: [yearly('connectivity', 12_000)], budgets: allotted(revenue('connectivity'), 11_500) }, 'delegated')).toEqual(['Over by £500.']);
    expect(standing({ recurring: [yearly('connectivity', 12_000)], budgets: allotted(revenue('connectivity'), 12_500) }, 'delegated')).toEqual([]);
  });

  it('names the fund that has ended, and who pays instead', () => {
    const bought = kit({ purchaseDate: '2026-05-01', unitPaidPence: 70_000, fundKey: 'grant' });
    const parts = { assets: [bought], recurring: [yearly('connectivity', 1_200, { fundKey: 'grant' })], funds: fundsWith('grant', { endsOn: '2026-03-31' }) };
    // The register says that a laptop at £700 was bought from it; £100 a month, gone or to come, is paid from another fund.
    expect(standing({ ...parts, budgets: allotted({ fundKey: 'grant', ...revenue('connectivity') }, 2_000) }, 'grant')).toEqual([
      'It ended on 31 March 2026: what is left is returned if not used.', '£700 was spent from it after it ended on 31 March 2026.',
      'It ended on 31 March 2026, before £1,200 that was meant for it: the delegated budget pays that.',
    ]);
  });

  it('names what a fund may not pay for', () => {
    const broken = standing({ recurring: [yearly('it_learning_resources', 1_200, { fundKey: 'dfc', categoryKey: 'software' })], budgets: allotted({ fundKey: 'dfc' }, 5_000) }, 'dfc');
    expect(broken).toEqual(['It may not pay for £1,200 that was meant for it (capital alone, no software, training, operating leases, consumables and repairs): the delegated budget pays that.']);
  });
});
