import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_AS_OF } from '../../app/sample/school.ts';
import { coverage } from '../../planning/analysis/coverage/coverage.ts';
import { coverageSentence } from '../../planning/analysis/coverage/sentence.ts';
import { decisionsSentence } from '../../planning/analysis/decisions/sentence.ts';
import { developmentSentence } from '../../planning/analysis/development/sentence.ts';
import { inPlanFindings } from '../../planning/analysis/needs/in-plan.ts';
import { optionFigures } from '../../planning/analysis/needs/option-figures.ts';
import { forecast } from '../../planning/forecast.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { testPlan } from '../support/plan-in-memory.ts';

describe('Hillcrest’s development plan, needs and decisions', () => {
  let snapshot: PlanSnapshot;
  beforeAll(async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    ({ snapshot } = await plan.call('plan.snapshot', {}));
  });
  const figures = () => forecast(snapshot, { asOf: SAMPLE_AS_OF });

  it('say in a sentence where they stand', () => {
    expect(coverageSentence(coverage(snapshot, figures(), SAMPLE_AS_OF)).text)
      .toBe('Five of seven objectives have the ICT they need. Music Technology suite waits for a decision on 27 November.');
    expect(decisionsSentence(snapshot.analysis, SAMPLE_AS_OF).text)
      .toBe('Four decisions are waiting, the first on 27 November. One review is late, and two decisions have not reached everyone.');
    expect(developmentSentence(snapshot.analysis, snapshot.analysis.plans[0] ?? null, SAMPLE_AS_OF).text).toContain('Nobody has said yet what ICT 3.2 Attendance needs.');
  });

  it('point at kit and running costs that the plan has, and add nothing to it that nobody has decided on', () => {
    expect(inPlanFindings(snapshot, figures())).toMatchObject({ astray: [] });
    expect(snapshot.needs.filter(({ included }) => included)).toEqual([]);
    const laptops = snapshot.analysis.needs.find(({ name }) => name === 'Faster staff laptops');
    const chosen = laptops?.options.find(({ id }) => id === laptops.recommendedOptionId);
    const planned = figures().lines.filter(({ kind, categoryKey, assetId }) => kind === 'replace' && categoryKey === 'laptop'
      && snapshot.assets.find(({ id }) => id === assetId)?.userGroup === 'staff').reduce((sum, { netPence }) => sum + (netPence ?? 0), 0);
    expect(laptops !== undefined && chosen !== undefined && optionFigures(snapshot, figures(), laptops, chosen)).toMatchObject({ totalPence: planned, addsPence: 0 });
  });

  it('join each of the year’s three moves of money to the decision that caused it', () => {
    const caused = snapshot.analysis.decisions.flatMap(({ title, virementId }) => (virementId === null ? [] : [[snapshot.finance.virements.find(({ id }) => id === virementId)?.pence, title]]));
    expect(caused).toEqual([[85_000, 'Three pupil laptops for Trolley C'], [100_000, 'Move £1,000 to the maths platform'], [60_000, 'Replace the projector in Science']]);
  });

  it('have a reason for every decision that was made, and a workaround for what was declined', () => {
    const made = snapshot.analysis.decisions.filter(({ choice }) => choice !== null);
    expect(made.filter(({ because }) => because === null)).toEqual([]);
    expect(made.filter(({ choice, workaround }) => choice === 'decline' && workaround === null)).toEqual([]);
  });
});
