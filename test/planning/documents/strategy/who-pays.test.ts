import { describe, expect, it } from 'vitest';
import { reserveCourse } from '../../../../planning/budget/reserve.ts';
import { plainWords } from '../../../../planning/documents/model.ts';
import { whoPays } from '../../../../planning/documents/strategy/who-pays.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { factsFor, hillcrest } from '../../../support/document-schools.ts';
import { budgetOf, cost, kit, policiesWith, schoolOf } from '../../fixtures.ts';

const flat = { inflation: { defaultBp: 0, shipped: false, series: [] } } as const;
const laptop = (purchaseDate: string): ReturnType<typeof kit> => kit({ purchaseDate, overridePence: 50_000, overridePriceDate: '2026-09-01' });

const saidOf = (snapshot: PlanSnapshot): string[] => whoPays(factsFor(snapshot, 'strategy'), null).flatMap((block) => (block.kind === 'paragraph' ? [plainWords(block.words)] : []));

describe('who pays', () => {
  it.each<[string, PlanSnapshot, string[]]>([
    ['nothing is planned', schoolOf(), []],
    ['one fund pays all of it', schoolOf({ ...flat, assets: [laptop('2024-01-10')] }), [
      'All of it, £500, is paid from the delegated budget.', 'The school keeps no ICT reserve: money put by for a year in which ICT costs more.',
    ]],
    // Three laptops of £500 meant for the pupil premium, which was given £600 and pays no more: one from it, two from the usual fund.
    ['another fund pays a part', schoolOf({
      ...flat, assets: [laptop('2024-01-10'), laptop('2024-01-11'), laptop('2024-01-12')], policies: policiesWith('laptop', { fundKey: 'pupil_premium' }),
      budgets: [...budgetOf(3_000, 3_000), { year: 2027, fundKey: 'pupil_premium', costCategory: null, nature: null, pence: 60_000 }],
    }), [
      'Of £1,500, £1,000 is paid from the delegated budget; the pupil premium pays the rest.', 'The school keeps no ICT reserve: money put by for a year in which ICT costs more.',
      'What some of this money may pay for. Pupil premium: eligible pupils, with a reason.',
    ]],
    // £9,800 a year from September 2027 on: 3 years and 7 months of it in the plan, and nobody has said which fund pays after the first.
    ['something goes on that nobody pays', schoolOf({ ...flat, assets: [laptop('2024-01-10')], recurring: [cost({ name: 'Sound stage', start: '2027-09-01', amountPence: 98_000 })] }), [
      'All of it, £4,420, is paid from the delegated budget.', 'The school keeps no ICT reserve: money put by for a year in which ICT costs more.',
      'One thing has costs from 2027/28 on that nobody pays: Sound stage (£2,940).',
    ]],
  ])('is told where %s', (_, snapshot, said) => { expect(saidOf(snapshot)).toEqual(said); });

  it('is reconciled with the reserve: what is left of money that may not go into it is named', async () => {
    const facts = factsFor(await hillcrest(), 'strategy', { scenarioId: 2 });
    const reserve = reserveCourse(facts.snapshot, facts.forecast);
    const said = whoPays(facts, reserve).flatMap((block) => (block.kind === 'paragraph' ? [plainWords(block.words)] : [])).join(' ');
    const named = [...said.slice(said.indexOf('What is left of money that may only be spent')).matchAll(/£([\d,]+) in (\d{4}\/\d\d)/gu)].map(([, pounds = '', year = '']): [string, number] => [year, Number(pounds.replace(',', ''))]);
    // 2028/29: £6,384 over and £3,336 that may not help is £9,720: the £9,259 in the reserve and £461.
    expect(named).toContainEqual(['2028/29', 3336]);
    for (const { yearIndex, changePence } of reserve?.years ?? []) {
      const bound = named.find(([year]) => year === facts.forecast.years[yearIndex]?.label)?.[1] ?? 0;
      expect(Math.abs((facts.forecast.totals.differencePence?.[yearIndex] ?? 0) - changePence - bound * 100)).toBeLessThan(100);
    }
  });

  it('is shown by fund and as revenue and capital, both the whole cost of every year', async () => {
    const facts = factsFor(await hillcrest(), 'strategy', { scenarioId: 2 });
    const grands = whoPays(facts, null).flatMap((block) => (block.kind === 'table' ? block.rows.filter(({ kind }) => kind === 'grand') : []));
    expect(grands).toHaveLength(2);
    for (const { cells } of grands) expect(cells.slice(1, -1).map(({ pence }) => pence)).toEqual(facts.forecast.totals.plannedPence);
  });
});
