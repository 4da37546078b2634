import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocations } from '../../../planning/budget/allocation.ts';
import {
  agreementProblem, approveProblem, budgetOfYear, budgetProblem, orderAgreement,
} from '../../../planning/budget/approval.ts';
import { NO_FINANCE, type ApprovalLimit, type FinanceFacts, type Place, type Virement } from '../../../planning/budget/finance.ts';
import { agreeProblem, heldIn, moveProblem, virementEffect, virementSentence, type Move } from '../../../planning/budget/virement-check.ts';
import { placeName } from '../../../planning/budget/place-name.ts';
import { planYears } from '../../../planning/calendar.ts';
import type { BudgetLine, PlanSnapshot } from '../../../planning/snapshot.ts';
import type { CostCategory } from '../../../planning/vocabulary.ts';
import { SEED } from '../arbitraries.ts';
import { AS_OF, schoolOf } from '../fixtures.ts';

const at = (costCategory: CostCategory, fundKey = 'delegated', nature: 'revenue' | 'capital' = 'revenue'): Place => ({ fundKey, costCategory, nature });
const E20A = at('connectivity');
const E20B = at('onsite_servers');
const E20E = at('laptops_desktops_tablets');
const E20F = at('other_hardware');
const PREMIUM = at('laptops_desktops_tablets', 'pupil_premium');
const DFC = at('laptops_desktops_tablets', 'dfc', 'capital');
const YEARS = planYears(AS_OF, 4, 5);

const line = (place: Place, pounds: number, year = 2026): BudgetLine => ({ ...place, year, pence: pounds * 100 });
const virement = (parts: Partial<Virement> = {}): Virement => ({
  id: 1, year: 2026, from: E20A, to: E20F, pence: 60_000, reason: 'Projector', askedBy: 'Network manager', askedOn: '2026-11-03',
  agreedBy: 'Business manager', agreedOn: '2026-11-04', ...parts,
});
const BUDGETS = [line(E20A, 13_600), line(E20B, 3_450), line(E20E, 40_000), line(E20F, 10_400), line(PREMIUM, 3_000), line(DFC, 14_000), line(E20A, 16_000, 2027)];
const school = (finance: Partial<FinanceFacts> = {}, budgets: readonly BudgetLine[] = BUDGETS): PlanSnapshot => schoolOf({ budgets, finance: { ...NO_FINANCE, ...finance } });

const move = (parts: Partial<Move> = {}): Move => ({ year: 2026, from: E20A, to: E20F, pence: 60_000, ...parts });

describe('a virement that cannot be', () => {
  const some = school({ virements: [virement()] }); // £13,600 − £600 = £13,000 left in E20A
  it.each<[Partial<Move>, string, string]>([
    [{ pence: 1_400_000 }, 'pence', 'E20A has £13,000; £14,000 cannot be moved from it.'],
    [{ pence: 1_300_001 }, 'pence', 'E20A has £13,000; £13,000.01 cannot be moved from it.'],
    [{ to: E20A }, 'to', 'E20A is where the money comes from. Choose another code or fund for it to go to.'],
    [{ from: at('it_support') }, 'from', 'E20G has no money in 2026/27. Choose a code that has.'],
    [{ year: 2031 }, 'year', '2031/32 is not in the plan, which goes from 2026/27 to 2030/31.'],
    [{ year: 2025 }, 'year', '2025/26 is not in the plan, which goes from 2026/27 to 2030/31.'],
    [{ year: 2029 }, 'year', '2029/30 has no budget yet. Enter one first.'],
    [{ from: PREMIUM, to: E20E }, 'to', 'Pupil premium is what was given for its purpose: money moves between its own codes, and neither to another fund nor from one.'],
    [{ from: DFC, to: at('onsite_servers', 'delegated', 'capital') }, 'to', 'Devolved formula capital is what was given for its purpose: money moves between its own codes, and neither to another fund nor from one.'],
    [{ to: PREMIUM }, 'to', 'Pupil premium is what was given for its purpose: money moves between its own codes, and neither to another fund nor from one.'],
    [{ from: DFC, to: at('other_hardware', 'dfc') }, 'to', 'Devolved formula capital pays for capital alone: choose a capital code, or another fund.'],
    [{ from: DFC, to: at('admin_software', 'dfc', 'capital') }, 'to', 'Devolved formula capital may not pay for software: choose another code, or another fund.'],
    [{ to: at('it_support', 'delegated', 'capital') }, 'to', 'IT learning resources and IT support have no capital code: they are revenue.'],
    [{ to: { ...E20F, nature: null } }, 'to', 'A code is a cost category and whether it is revenue or capital: give both, or neither.'],
  ])('%o is refused at its field with what would work', (parts, field, text) => {
    expect(moveProblem(some, YEARS, move(parts))).toEqual({ field, text });
  });

  it('may take all that its source holds, and stay within a fund with a purpose of its own', () => {
    expect(moveProblem(some, YEARS, move({ pence: 1_300_000 }))).toBeNull();
    expect(moveProblem(some, YEARS, move({ from: PREMIUM, to: at('it_learning_resources', 'pupil_premium') }))).toBeNull();
    expect(moveProblem(some, YEARS, move({ to: at('connectivity', 'direct_revenue_financing', 'capital') }))).toBeNull();
    expect(moveProblem(some, YEARS, move({ from: DFC, to: at('onsite_servers', 'dfc', 'capital'), pence: 100 }))).toBeNull();
  });

  it('holds nothing back while it waits, and is looked at again when it is agreed', () => {
    const waiting = [1, 2].map((id) => virement({ id, pence: 1_000_000, agreedBy: null, agreedOn: null }));
    expect(moveProblem(school({ virements: waiting }), YEARS, move({ pence: 1_000_000 }))).toBeNull();
    const second = waiting[1] as Virement;
    const after = school({ virements: [{ ...waiting[0] as Virement, agreedBy: 'Head', agreedOn: '2026-11-04' }, second] });
    // £13,600 − £10,000 = £3,600
    expect(agreeProblem(after, YEARS, second, { agreedBy: 'Head', agreedOn: AS_OF }, AS_OF)).toEqual({ field: 'pence', text: 'E20A has £3,600; £10,000 cannot be moved from it.' });
  });

  it('is not agreed before it was asked for, nor on a day to come', () => {
    const asked = virement({ agreedBy: null, agreedOn: null });
    const agreeOn = (agreedOn: string) => agreeProblem(school(), YEARS, asked, { agreedBy: 'Head', agreedOn }, AS_OF)?.text ?? null;
    expect(agreeOn('2026-11-02')).toBe('It was asked for on 3 November 2026. It can be agreed on that day or later.');
    expect(agreeOn('2026-11-22')).toBe('22 November 2026 is still to come. Give the day on which it was agreed.');
    expect(agreeOn('2026-11-03')).toBeNull();
  });
});

describe('who may agree', () => {
  const limits: ApprovalLimit[] = [
    { id: 1, subject: 'virement', role: 'Headteacher', upToPence: null }, { id: 2, subject: 'virement', role: 'Business manager', upToPence: 200_000 },
    { id: 3, subject: 'order', role: 'Business manager', upToPence: 500_000 },
  ];
  it.each<[string, number, string | null]>([
    ['Business manager', 200_000, null],
    ['business  Manager', 200_000, null],
    ['Headteacher', 9_000_000, null],
    ['Business manager', 200_001, 'Business manager may agree virements up to £2,000. £2,000.01 is for Headteacher to agree.'],
    ['Site manager', 100, 'Site manager is not among those who may agree virements: Business manager up to £2,000 and Headteacher any amount.'],
  ])('%s, %i pence', (who, pence, text) => {
    expect(agreementProblem(limits, 'virement', who, pence)).toBe(text);
  });

  it('is anybody while the school has named nobody', () => {
    expect(agreementProblem(limits, 'budget', 'The cat', 10_000_000)).toBeNull();
    expect(orderAgreement([], 10_000)).toBeNull();
  });

  it('stands on an order as a note', () => {
    expect(orderAgreement(limits, 500_000)).toBe('An order of £5,000 net is agreed by Business manager.');
    expect(orderAgreement(limits, 500_001)).toBe('An order of £5,000.01 net is more than anybody may agree: Business manager up to £5,000.');
    expect(orderAgreement(limits, 0)).toBeNull();
  });
});

describe('an approved year', () => {
  const approvals = [{ year: 2026, approvedOn: '2026-05-03', approvedBy: 'Governors', note: null }];
  it('refuses another budget and says what to do, and leaves other years free', () => {
    const approved = school({ approvals });
    expect(budgetProblem(approved, { year: 2026, place: E20A, pence: 1 })).toEqual({
      field: 'year', text: 'The budget of 2026/27 was approved on 3 May 2026. Move money with a virement, or reopen it with a reason.',
    });
    expect(budgetProblem(approved, { year: 2027, place: E20A, pence: 1 })).toBeNull();
  });

  it('once reopened, cannot be set below what virements have taken from it', () => {
    const open = school({ virements: [virement()] });
    expect(budgetProblem(open, { year: 2026, place: E20A, pence: 60_000 })).toBeNull();
    expect(budgetProblem(open, { year: 2026, place: E20A, pence: 59_999 })?.text).toBe('Agreed virements have moved £600 out of E20A, so its budget cannot be less than that. Move it back with a virement first.');
    expect(budgetProblem(open, { year: 2026, place: E20A, pence: null })?.field).toBe('pence');
    expect(budgetProblem(open, { year: 2026, place: E20F, pence: null })).toBeNull();
  });

  it('may not hold money of a fund for what that fund never pays', () => {
    expect(budgetProblem(school(), { year: 2026, place: at('other_hardware', 'dfc'), pence: 1 })?.field).toBe('fundKey');
    expect(budgetProblem(school(), { year: 2026, place: at('other_hardware', 'dfc'), pence: null })).toBeNull();
  });

  it('needs money, a day that has come, and somebody who may', () => {
    const ask = (parts: object, finance: Partial<FinanceFacts> = {}) =>
      approveProblem(school(finance), YEARS, { year: 2026, approvedOn: '2026-05-03', approvedBy: 'Governors', ...parts }, AS_OF)?.field ?? null;
    expect(ask({})).toBeNull();
    expect(ask({ year: 2028 })).toBe('year');
    expect(ask({ approvedOn: '2026-11-22' })).toBe('approvedOn');
    expect(ask({}, { approvals })).toBe('year');
    // The year's budget is £84,450.
    expect(ask({}, { approvalLimits: [{ id: 1, subject: 'budget', role: 'Governors', upToPence: 8_445_000 }] })).toBeNull();
    expect(ask({}, { approvalLimits: [{ id: 1, subject: 'budget', role: 'Governors', upToPence: 8_444_999 }] })).toBe('approvedBy');
  });
});

describe('what is told of virements', () => {
  it('counts those made and those that wait', () => {
    expect(virementSentence(school(), 2026)).toBe('None yet.');
    const three = [virement(), virement({ id: 2, pence: 100_000 }), virement({ id: 3, pence: 85_000 })];
    expect(virementSentence(school({ virements: three }), 2026)).toBe('Three moves, £2,450.');
    expect(virementSentence(school({ virements: [virement(), virement({ id: 2, agreedBy: null, agreedOn: null })] }), 2026)).toBe('One move, £600. One of £600 waits to be agreed.');
    expect(virementSentence(school({ virements: three }), 2027)).toBe('None yet.');
  });

  it('shows both places before and after', () => {
    // £13,600 − £600 and £10,400 + £600
    expect(virementEffect(school(), move())).toEqual({ from: { heldPence: 1_360_000, afterPence: 1_300_000 }, to: { heldPence: 1_040_000, afterPence: 1_100_000 } });
  });

  it.each<[Place, string]>([
    [E20A, 'E20A Connectivity'], [DFC, 'CE04D Laptops, desktops and tablets, capital, devolved formula capital'],
    [PREMIUM, 'E20E Laptops, desktops and tablets, pupil premium'], [{ fundKey: 'delegated', costCategory: null, nature: null }, 'Delegated budget, not divided'],
  ])('names %o', (place, name) => expect(placeName(school(), place, 2026)).toBe(name));
});

describe('any sequence of virements', () => {
  const place = fc.constantFrom(E20A, E20B, E20E, E20F, PREMIUM, DFC, at('it_learning_resources', 'pupil_premium'), at('it_support'));
  const step = fc.record({ from: place, to: place, pence: fc.integer({ min: 1, max: 2_000_000 }), agree: fc.boolean() });

  it('leaves a year’s total as it was, every place at £0 or more, and each fund that has a purpose whole', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = school();
      for (const [index, { agree, ...asked }] of steps.entries()) {
        if (moveProblem(now, YEARS, { year: 2026, ...asked }) !== null) continue;
        const made = virement({ id: index + 1, ...asked, ...agree ? {} : { agreedBy: null, agreedOn: null } });
        now = school({ virements: [...now.finance.virements, made] });
      }
      expect(budgetOfYear(now, 2026)).toBe(8_445_000);
      expect(budgetOfYear(now, 2027)).toBe(1_600_000);
      const held = allocations(now);
      expect(held.every(({ pence }) => pence >= 0)).toBe(true);
      const of = (key: string) => held.filter(({ fundKey, year }) => fundKey === key && year === 2026).reduce((sum, { pence }) => sum + pence, 0);
      expect(of('dfc')).toBe(1_400_000);
      expect(of('pupil_premium')).toBe(300_000);
      expect(heldIn(now, 2027, E20A)).toBe(1_600_000);
    }), { seed: SEED });
  });
});
