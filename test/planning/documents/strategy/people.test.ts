import { describe, expect, it } from 'vitest';
import type { AnalysisFacts } from '../../../../planning/analysis/facts.ts';
import { schoolWords } from '../../../../planning/documents/strategy/context.ts';
import { knowingSection, measureRows } from '../../../../planning/documents/strategy/knowing.ts';
import { dutiesOf, reviewSentence } from '../../../../planning/documents/strategy/roles.ts';
import { trainingSection, trainingSentence, type Course } from '../../../../planning/documents/strategy/training.ts';
import { plainWords } from '../../../../planning/documents/model.ts';
import { emptySchool, factsFor } from '../../../support/document-schools.ts';
import { AS_OF, budgetOf, kit, schoolOf } from '../../fixtures.ts';
import { decisionOn, needFor, needOption, objectiveFor, optionCost, schoolWith } from '../../analysis/analysis-fixtures.ts';
import { requirement } from '../../analysis/standards-fixtures.ts';

const PLAN = { id: 1, name: 'School development plan', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: 'Headteacher', areaHeading: 'Area', priorityHeading: 'Priority', objectiveHeading: 'Objective' };
const AREAS = [{ id: 1, planId: 1, position: 1, name: 'Quality of education' }];

describe('the school in a sentence', () => {
  it.each([
    ['Hillcrest School', 1_140, 118, 'Hillcrest School has 1,140 pupils and 118 members of staff.'],
    ['Hillcrest School', 1, null, 'Hillcrest School has 1 pupil.'],
    ['', null, 1, 'The school has 1 member of staff.'],
    ['Hillcrest School', null, null, null],
  ])('names those whom it knows', (name, pupils, staff, expected) => {
    expect(schoolWords({ name, pupils, staff })).toBe(expected);
  });
});

const course = (agreed: boolean, totalPence: number, unpriced = false): Course =>
  ({ need: { name: 'Suite' }, agreed, figures: { cost: optionCost({ id: 1, part: 'training_staff' }), byYear: [totalPence], totalPence, unpriced, lines: [] } });

describe('the sentence about training', () => {
  it.each([
    [[], 5, 'No training has been put into the plan yet. Each new thing that people are to use needs somebody to show them how.'],
    [[course(true, 113_400)], 5, 'Over five years £1,134 of training is agreed.'],
    [[course(false, 49_400)], 1, 'In the year £494 of training is asked for, and none is agreed yet.'],
    [[course(true, 113_400), course(false, 49_400)], 5, 'Over five years £1,134 of training is agreed and £494 is asked for.'],
    [[course(true, 0, true)], 5, 'What training costs is not known yet.'],
    [[course(true, 0)], 5, 'Training costs nothing over five years.'],
    [[course(true, 0), course(false, 0, true)], 5, 'Training costs nothing over five years. One course has no price yet.'],
    [[course(true, 50_000), course(true, 0, true), course(false, 0, true)], 3, 'Over three years £500 of training is agreed. 2 courses have no price yet.'],
  ] satisfies readonly (readonly [readonly Course[], number, string])[])('says what is agreed, asked for, and not known', (courses, years, expected) => {
    expect(trainingSentence(courses, years).text).toBe(expected);
  });

  it('counts the hours of the support team only of what is agreed, and training of the need that is still to be decided as asked for', () => {
    const costs = (id: number) => [optionCost({ id, part: 'training_staff', name: `Day ${id}`, standing: 'elsewhere', unitPence: 10_000 })];
    const facts = factsFor(schoolWith({
      needs: [
        needFor({ id: 1, options: [needOption({ id: 1, supportHoursOnce: 8, supportHoursYearly: 12, costs: costs(1) })] }),
        needFor({ id: 2, recommendedOptionId: 2, options: [needOption({ id: 2, supportHoursOnce: 40, costs: costs(2) })] }),
        needFor({ id: 3, recommendedOptionId: 3, options: [needOption({ id: 3, costs: costs(3) })] }),
      ],
      decisions: [decisionOn({ id: 1, needId: 1, choice: 'approve', optionId: 1, decidedOn: '2026-11-12' }), decisionOn({ id: 3, needId: 3, choice: 'decline', decidedOn: '2026-11-12' })],
    }), 'strategy');
    const { blocks } = trainingSection(facts);
    const table = blocks.find((block) => block.kind === 'table');
    expect(table?.kind === 'table' ? table.rows.map(({ cells }) => cells.map(({ text }) => text)) : []).toEqual([
      ['Day 1', 'Training for staff', 'Need 1', 'Agreed', 'Paid from another budget', '100'], ['Day 2', 'Training for staff', 'Need 2', 'Asked for', 'Paid from another budget', '100'],
      ['All training', '', '', '', '', '200'],
    ]);
    expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainWords(block.words)] : []))).toEqual([
      'Over five years £100 of training is agreed and £100 is asked for.', 'What is agreed also takes the ICT support team 8 hours once and 12 hours in every year.',
    ]);
  });
});

describe('when the strategy is looked at again', () => {
  const said = (heldFor: string | null, heldOn: string | null, nextReview: string | null = null): string => reviewSentence({
    settings: { kind: 'strategy', reader: 'governors', heldFor, heldOn, sections: [] }, forecast: { asOf: AS_OF },
    snapshot: { analysis: { standards: [requirement('DL-6', { nextReview })] } },
  }).text;
  const after = (day: string, who = 'This strategy'): string => `${who} is looked at again by ${day}, with the numbers of pupils and the prices of that day.`;

  it.each([
    [null, null, null, after('21 November 2027')],
    ['the Finance committee', '2026-12-11', null, `This strategy goes to the Finance committee on 11 December 2026. ${after('11 December 2027', 'It')}`],
    ['the Finance committee', null, null, `This strategy goes to the Finance committee. ${after('21 November 2027', 'It')}`],
    [null, '2026-12-11', null, `This strategy is put forward on 11 December 2026. ${after('11 December 2027', 'It')}`],
    ['the Finance committee', '2026-12-11', '2027-07-01', `This strategy goes to the Finance committee on 11 December 2026. ${after('1 July 2027', 'It')}`],
    // A review that is past says nothing about the next one.
    [null, null, '2026-07-01', after('21 November 2027')],
  ])('is within a year of its meeting, or on the day that the standard has', (heldFor, heldOn, nextReview, expected) => {
    expect(said(heldFor, heldOn, nextReview)).toBe(expected);
  });
});

describe('who does what', () => {
  const duties = (facts: Partial<AnalysisFacts>) => dutiesOf(schoolWith(facts), AS_OF).map(({ role, duties: own }) => `${role}: ${own.join('; ')}`);

  it('names nobody where the plan names nobody', () => {
    expect(duties({})).toEqual([]);
    expect(duties({ plans: [{ ...PLAN, ownerRole: null }], areas: AREAS, objectives: [objectiveFor({ id: 1, name: 'Reading' })] })).toEqual([]);
  });

  it('puts all that a role does in one row, however it was typed, and counts what is long', () => {
    expect(duties({
      plans: [PLAN], areas: AREAS,
      objectives: [
        ...[1, 2, 3, 4, 5, 6].map((id) => objectiveFor({ id, name: `Aim ${id}`, number: `1.${id}`, leadRole: id % 2 === 0 ? 'Deputy head' : 'deputy  Head' })),
        objectiveFor({ id: 7, name: 'Gone', leadRole: 'Nobody', state: 'dropped' }),
      ],
      decisions: [decisionOn({ id: 1, title: 'Which laptops', decider: 'Governors' }), decisionOn({ id: 2, title: 'Done', decider: 'Site manager', choice: 'approve', decidedOn: '2026-01-01' })],
      standards: [requirement('NS-1', { id: 1, ownerRole: 'Headteacher' }), requirement('NS-2', { id: 2, ownerRole: 'Headteacher' })],
    })).toEqual([
      'Headteacher: owns the School development plan; answers for 2 requirements of the DfE’s standards',
      'Governors: decides about “Which laptops”',
      'deputy  Head: leads 1.1 Aim 1, 1.2 Aim 2, 1.3 Aim 3, 1.4 Aim 4 and 2 more',
    ]);
  });
});

describe('what is counted', () => {
  const rows = (snapshot: Parameters<typeof factsFor>[0]) => measureRows(factsFor(snapshot, 'strategy')).map(({ cells }) => cells.map(({ text }) => text));

  it('is nothing where nothing is known, and the section says so', () => {
    expect(rows(emptySchool())).toEqual([]);
    const [lead] = knowingSection(factsFor(emptySchool(), 'strategy')).blocks;
    expect(lead?.kind === 'paragraph' ? plainWords(lead.words) : '').toBe('No objective is served by ICT yet, so nothing says yet whether the strategy works.');
  });

  it('is kit, fixes, pupils, standards and years, each with what the school wants', () => {
    const school = schoolOf({
      // Bought in 2015, so long past its age; £500 in 2026/27 against £300, and nothing after.
      assets: [kit({ userGroup: 'pupil', purchaseDate: '2015-09-01', osName: 'Old', osEnd: '2040-10-14', overridePence: 50_000, overridePriceDate: AS_OF })],
      budgets: budgetOf(300, 900, 900),
    });
    expect(rows({ ...school, school: { ...school.school, pupils: 10, accessTarget: 500 }, analysis: { ...school.analysis, standards: [requirement('NS-1', { status: 'meets' }), requirement('NS-5', { id: 2, status: 'na' })] } })).toEqual([
      ['Kit past the age at which it is replaced', '1 of 1', 'None'], ['Kit that gets no more safety fixes', '0', 'None'],
      ['Pupils to each device that they can use', '10', '5 at most'], ['Core standards of the DfE: requirements met', '1 of 1', 'All by 31 December 2029'],
      ['Years of the plan that cost more than their budget', '1 of 3', 'None'],
    ]);
  });
});
