import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { annexNotes, annexSentence, decidedWords, moneyWords, riskWords, stateWords } from '../../../../planning/analysis/annex/annex-words.ts';
import { annexOf, type Annex } from '../../../../planning/analysis/annex/annex.ts';
import type { AnalysisFacts } from '../../../../planning/analysis/facts.ts';
import { forecast } from '../../../../planning/forecast.ts';
import { SEED } from '../../arbitraries.ts';
import { AS_OF } from '../../fixtures.ts';
import { decisionOn, needFor, needOption, objectiveFor, optionCost, schoolWith } from '../analysis-fixtures.ts';

const PLAN = { id: 1, name: 'School development plan', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: null, areaHeading: 'Area', priorityHeading: 'Priority', objectiveHeading: 'Objective' };
const AREAS = [{ id: 1, planId: 1, position: 1, name: 'Quality of education' }];

const annexFor = (facts: Partial<AnalysisFacts>): Annex => {
  const snapshot = schoolWith({ plans: [PLAN], areas: AREAS, ...facts });
  return annexOf(snapshot, forecast(snapshot, { asOf: AS_OF }), snapshot.analysis.plans[0] ?? null);
};
const sentenceOf = (annex: Annex): string => annexSentence(annex).map(({ text }) => text).join('');
const approve = (needId: number, optionId: number) => decisionOn({ id: needId, needId, choice: 'approve', optionId, decidedOn: '2026-11-12', because: 'The course starts in September.' });

/** Two objectives, one need that serves both and was agreed, one that waits, one that was declined, and an objective without any. */
const school = (): Partial<AnalysisFacts> => ({
  objectives: [
    objectiveFor({ id: 1, name: 'Reading', number: '1.1' }), objectiveFor({ id: 2, name: 'Attendance', number: '2.1' }),
    objectiveFor({ id: 3, name: 'Sports day', noIctBy: 'PE lead', noIctOn: '2026-11-01' }), objectiveFor({ id: 4, name: 'Old one', state: 'dropped', closedOn: '2026-10-01' }),
  ],
  needs: [
    needFor({
      id: 1, name: 'Pupil laptops', links: [{ objectiveId: 1, strength: 'essential' }, { objectiveId: 2, strength: 'helps' }],
      // 16 at £325 in 2027/28, £5,200, and £480 for training that another budget pays.
      options: [needOption({ id: 1, name: 'Buy sixteen', costs: [optionCost({ id: 1, quantity: 16, unitPence: 32_500 }), optionCost({ id: 2, part: 'training_staff', standing: 'elsewhere', unitPence: 48_000 })] })],
    }),
    needFor({ id: 2, name: 'Call home by text', links: [{ objectiveId: 2, strength: 'essential' }], recommendedOptionId: 2, options: [needOption({ id: 2, costs: [optionCost({ id: 3, unitPence: 100_000 })] })] }),
    needFor({ id: 3, name: 'Drones', impact: 'The club ends', links: [{ objectiveId: 1, strength: 'helps' }], options: [needOption({ id: 3, costs: [optionCost({ id: 4, unitPence: 900_000 })] })], recommendedOptionId: 3 }),
  ],
  decisions: [approve(1, 1), decisionOn({ id: 2, number: 8, needId: 2, decideBy: '2026-12-04' }), decisionOn({ id: 3, needId: 3, choice: 'decline', decidedOn: '2026-11-12', because: 'Too dear.', workaround: 'Borrow one from the trust' })],
});

describe('the annex of the development plan', () => {
  it('shows a need under each objective that it serves, and counts it once in the total', () => {
    const annex = annexFor(school());
    expect(annex.objectives.map(({ objective, needs }) => [objective.name, needs.map(({ need }) => need.name)])).toEqual([
      ['Reading', ['Pupil laptops', 'Drones']], ['Attendance', ['Call home by text', 'Pupil laptops']], ['Sports day', []],
    ]);
    // £5,200 + £480 under both objectives and once in all; £1,000 asked for.
    expect(annex.objectives.map(({ agreed, asked }) => [agreed.totalPence, asked.totalPence])).toEqual([[568_000, 0], [568_000, 100_000], [0, 0]]);
    expect([annex.agreed.totalPence, annex.asked.totalPence]).toEqual([568_000, 100_000]);
    expect(annex.agreed.byYear).toEqual([0, 568_000, 0, 0, 0]);
    expect(moneyWords(annex.agreed)).toBe('£5,200 new in the ICT plan, £480 from another budget');
    expect(annexNotes(annex)).toEqual([
      'N-01 Pupil laptops serves 1.1 Reading and 2.1 Attendance: it is shown under both and counted once in the total.', 'One objective was dropped and is not in this annex.',
    ]);
  });

  it('says how each objective stands, what was decided and what is at stake', () => {
    const [reading, attendance, sports] = annexFor(school()).objectives;
    expect([reading, attendance, sports].map((each) => (each === undefined ? '' : stateWords(each)))).toEqual([
      'One need agreed and not paid for in full, one declined.', 'One need agreed and not paid for in full, one not decided.', 'No ICT needed, said by PE lead on 1 November 2026.',
    ]);
    expect(reading?.needs.map(decidedWords)).toEqual(['Agreed on 12 November 2026 by the leadership team (D-01): buy sixteen.', 'Declined on 12 November 2026 by the leadership team (D-03): too dear.']);
    expect(attendance?.needs.map(decidedWords)[0]).toBe('Waiting for a decision by 4 December 2026 (D-08).');
    expect(reading?.needs.map(riskWords)[1]).toEqual(['If it is not met: the club ends.', 'Offered instead: borrow one from the trust.']);
    expect(attendance?.needs.map(riskWords)[0]).toEqual(['If it is not met: the course cannot run.']);
  });

  it('opens with a sentence that is true of a school with much, one thing, and nothing', () => {
    expect(sentenceOf(annexFor(school()))).toBe('ICT serves two of the three objectives of the development plan: £5,680 agreed and £1,000 asked for from 2026/27 to 2030/31. Two are at risk while money is not agreed or not found. One needs no ICT.');
    expect(sentenceOf(annexFor({ objectives: [objectiveFor({ id: 1, name: 'Reading' })] }))).toBe('ICT serves no objective of the development plan. One has no open need written down.');
    expect(sentenceOf(annexFor({}))).toBe('School development plan has no objectives yet, so there is nothing for ICT to answer to.');
    expect(sentenceOf(annexFor({ plans: [] }))).toBe('There is no development plan yet, so there is nothing for ICT to answer to.');
  });

  it('tells of costs without a price and of an approval without an option', () => {
    const annex = annexFor({
      objectives: [objectiveFor({ id: 1, name: 'Reading' })],
      needs: [
        needFor({ id: 1, links: [{ objectiveId: 1, strength: 'helps' }], recommendedOptionId: 1, options: [needOption({ id: 1, costs: [optionCost({ id: 1, name: 'Microphones' })] })] }),
        needFor({ id: 2, links: [{ objectiveId: 1, strength: 'helps' }], recommendedOptionId: 2, options: [needOption({ id: 2, costs: [optionCost({ id: 2, unitPence: 5_000 })] })] }),
      ],
      decisions: [decisionOn({ id: 2, needId: 2, choice: 'approve', decidedOn: '2026-11-12' })],
    });
    expect(annex.agreed.totalPence).toBe(0);
    expect(annexNotes(annex)).toEqual([
      'N-01 Need 1: Microphones has no price and is in no figure here.', 'N-02 Need 2 has no option that counts yet, so it is not known what it costs.',
    ]);
  });
});

test('however needs are tied to objectives, the total is what each need costs, once', () => {
  const ties = fc.array(fc.record({ objectives: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }), pence: fc.integer({ min: 0, max: 1_000_000 }), agreed: fc.boolean() }), { maxLength: 6 });
  fc.assert(fc.property(ties, (drawn) => {
    const annex = annexFor({
      objectives: [1, 2, 3, 4].map((id) => objectiveFor({ id, name: `Objective ${id}` })),
      needs: drawn.map(({ objectives, pence }, at) => needFor({
        id: at + 1, links: objectives.map((objectiveId) => ({ objectiveId, strength: 'helps' as const })), recommendedOptionId: at + 1,
        options: [needOption({ id: at + 1, costs: [optionCost({ id: at + 1, unitPence: pence })] })],
      })),
      decisions: drawn.flatMap(({ agreed }, at) => (agreed ? [approve(at + 1, at + 1)] : [])),
    });
    const sum = (wanted: boolean): number => drawn.filter(({ agreed }) => agreed === wanted).reduce((total, { pence }) => total + pence, 0);
    expect([annex.agreed.totalPence, annex.asked.totalPence]).toEqual([sum(true), sum(false)]);
    expect(annex.agreed.byYear.reduce((total, pence) => total + pence, 0)).toBe(annex.agreed.totalPence);
    expect(annex.shared.map(({ need }) => need.id)).toEqual(drawn.flatMap(({ objectives }, at) => (objectives.length > 1 ? [at + 1] : [])));
  }), { seed: SEED, numRuns: 60 });
});
