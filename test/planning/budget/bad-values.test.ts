import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocations } from '../../../planning/budget/allocation.ts';
import { capitalQuestions } from '../../../planning/budget/capital-choices.ts';
import { bundles, contractValues } from '../../../planning/budget/bundle.ts';
import { codesInUse } from '../../../planning/budget/codes-in-use.ts';
import { budgetEntries } from '../../../planning/budget/entries.ts';
import { explainBudgetCell } from '../../../planning/budget/explain-cell.ts';
import { fundBreaks } from '../../../planning/budget/fund-breaks.ts';
import { fundStandings } from '../../../planning/budget/fund-standing.ts';
import { budgetMatrix } from '../../../planning/budget/matrix.ts';
import { codingNote, spentNote } from '../../../planning/budget/notes.ts';
import { outturnOf, outturnSentence } from '../../../planning/budget/outturn.ts';
import { accountingPeriods, monthlyEntries } from '../../../planning/budget/periods.ts';
import { profileSentence } from '../../../planning/budget/profile-sentence.ts';
import { explainReserveChange, explainReserveEnd, explainReserveStart, reserveCourse, reserveSentence } from '../../../planning/budget/reserve.ts';
import { RETURN_KINDS, returnTable } from '../../../planning/budget/returns.ts';
import { ownOrders, ruleEffect, ruleToStartFrom } from '../../../planning/budget/rule-effect.ts';
import { budgetSentence } from '../../../planning/budget/sentence.ts';
import { unfundedCosts } from '../../../planning/budget/sustainability.ts';
import { virementSentence } from '../../../planning/budget/virement-check.ts';
import { explainLine } from '../../../planning/explain.ts';
import { forecast } from '../../../planning/forecast.ts';
import { compile, run } from '../../../planning/kernel.ts';
import { kernelTotals } from '../../../planning/kernel/totals.ts';
import { dataNotices } from '../../../planning/quality.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { bookOn, bookYears, booksOf } from '../../../planning/value/book.ts';
import { wholeLives } from '../../../planning/value/whole-life.ts';
import { withActuals } from '../actuals-arbitrary.ts';
import { SEED } from '../arbitraries.ts';
import { nonsense, spoil } from '../bad-values.ts';
import { plain } from '../compare.ts';
import { AS_OF } from '../fixtures.ts';
import { moneyPlan } from './arbitraries.ts';

const OPTIONS = { asOf: AS_OF };

/** Everything that the money of a school is told by: figures, sentences and reasons. */
function told(school: PlanSnapshot): readonly unknown[] {
  const plan = forecast(school, OPTIONS);
  const views = (['net', 'gross'] as const).map((vat) => budgetMatrix(school, plan, { nature: 'all', vat, by: 'code' }));
  const [matrix] = views;
  const reserve = reserveCourse(school, plan);
  const outturn = outturnOf(school, plan);
  const books = booksOf(school, AS_OF, plan);
  const view = { nature: 'all', vat: 'net', by: 'fund' } as const;
  return [
    plan, views, allocations(school), budgetEntries(school, plan), monthlyEntries(school, plan), accountingPeriods(school, plan),
    RETURN_KINDS.map((kind) => returnTable(school, kind, { asOf: AS_OF, years: 3, vat: 'net' })), outturn, outturn === null ? null : outturnSentence(outturn), reserveSentence(school, plan, reserve),
    (reserve?.years ?? []).map((year) => reserve !== null && [explainReserveStart(school, reserve, year), explainReserveChange(school, reserve, year), explainReserveEnd(reserve, year)]),
    unfundedCosts(school, plan), fundBreaks(school, plan), bundles(school, plan, [], 'kind'), contractValues(school, [], AS_OF), codesInUse(school, plan),
    capitalQuestions(school, plan), profileSentence(school, plan), spentNote(school, plan, view), codingNote(school, plan), dataNotices(school, plan),
    matrix === undefined ? null : [budgetSentence(matrix), fundStandings(school, plan, matrix, 0)],
    matrix?.total.flatMap((cell, year) => (['allocated', 'committed', 'spent', 'forecast', 'left'] as const).map((figure) =>
      explainBudgetCell({ snapshot: school, forecast: plan, view: { ...view, by: 'code' }, scope: 'total', year }, cell, figure))),
    plan.years.map(({ year }) => virementSentence(school, year)), plan.lines.map((line) => explainLine(school, OPTIONS, line)),
    ruleEffect(school, plan, OPTIONS, ruleToStartFrom(school, 2026)), ownOrders(school, OPTIONS, ruleToStartFrom(school, 2026)),
    books, bookOn(school, books, AS_OF), bookYears(books), wholeLives(school, AS_OF),
  ];
}

test('nonsense in any figure or day of a school never stops what its money is told by, nor comes out as a figure', () => {
  fc.assert(fc.property(withActuals(moneyPlan({ assets: 6 })), fc.integer({ min: 1, max: 1_000_000 }), (snapshot, seed) => {
    // The rules, actuals and virements themselves are sound in every plan that opens: db/sound-money.ts.
    const spoilt = {
      ...spoil(snapshot, seed), funds: snapshot.funds, finance: snapshot.finance,
      budgets: snapshot.budgets.map((line, at) => (at % 3 === 0 ? { ...line, pence: [Number.NaN, Infinity, 0.5][seed % 3] ?? 0 } : line)),
    };
    expect(nonsense(told(spoilt))).toEqual([]);
    const compiled = compile(spoilt, OPTIONS);
    expect(kernelTotals(compiled, run(compiled))).toEqual(plain(forecast(spoilt, OPTIONS).totals));
  }), { seed: SEED, numRuns: 200 });
});
