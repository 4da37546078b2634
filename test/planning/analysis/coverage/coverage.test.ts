import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { arrange, NO_FILTER, showChoices } from '../../../../planning/analysis/coverage/arrange.ts';
import { breakable, openObjectives } from '../../../../planning/analysis/coverage/columns.ts';
import { planOfDay } from '../../../../planning/analysis/development/standing.ts';
import type { Coverage, NeedRow } from '../../../../planning/analysis/coverage/coverage.ts';
import { spokenCell, stateSteps } from '../../../../planning/analysis/coverage/reasons.ts';
import { spokenState, stateWords } from '../../../../planning/analysis/coverage/states.ts';
import { LINK_STRENGTHS } from '../../../../planning/analysis/vocabulary.ts';
import { SEED } from '../../arbitraries.ts';
import { budgetOf, cost, kit } from '../../fixtures.ts';
import { optionCost, schoolWith } from '../analysis-fixtures.ts';
import { analysisOf, coverageIn, coverageOf, objectives, planOf, type Fate, type Wanted } from './coverage-school.ts';

const names = (rows: readonly NeedRow[]): string[] => rows.map(({ need }) => need.name);
const answers = ({ columns }: Coverage): string[] => columns.map(({ objective, covered }) => `${objective.number} ${covered}`);
const statesOf = ({ rows, leftOut }: Coverage): string[] => [...rows, ...leftOut].map(({ need, state }) => `${need.name} ${state}`);

describe('the columns', () => {
  it('are the open objectives of the plan of the day, in the order of its areas and priorities', () => {
    const open = objectives('3.2 Attendance', '1.1 Reading', '1.2 Maths', '9.9 Old', '1.3 Met', '1.0 Straight under the area');
    const placed = open.map((objective, at) => ({
      ...objective, areaId: [2, 1, 1, 3, 1, 1][at] ?? 1, priorityId: at === 1 ? 12 : at === 2 ? 11 : null, state: at === 4 ? 'met' as const : objective.state,
    }));
    const plans = [planOf({ id: 1 }), planOf({ id: 2, startsOn: '2023-09-01', endsOn: '2026-08-31' })];
    const areas = [{ id: 1, planId: 1, position: 1, name: 'Quality' }, { id: 2, planId: 1, position: 2, name: 'Behaviour' }, { id: 3, planId: 2, position: 1, name: 'Old' }];
    const priority = { areaId: 1, number: null, name: '', rationale: null, ownerRole: null };
    const priorities = [{ ...priority, id: 11, position: 2 }, { ...priority, id: 12, position: 1 }];
    const plan = planOfDay(plans, '2026-11-21');
    expect(plan?.id).toBe(1);
    expect(openObjectives({ areas, priorities, objectives: placed }, 1).map(({ number }) => number)).toEqual(['1.0', '1.1', '1.2', '3.2']);
  });

  it.each<[day: string, id: number | null, plans: readonly [number, string, string][]]>([
    ['2026-11-21', 2, [[1, '2023-09-01', '2027-08-31'], [2, '2026-09-01', '2029-08-31']]],
    // Between two plans the next counts; after the last, the last.
    ['2026-11-21', 2, [[1, '2023-09-01', '2026-08-31'], [2, '2027-01-01', '2029-08-31']]],
    ['2026-11-21', 1, [[1, '2023-09-01', '2026-08-31'], [2, '2020-09-01', '2023-08-31']]],
    ['2026-11-21', null, []],
  ])('are of one plan on %s: %s', (day, id, plans) => {
    expect(planOfDay(plans.map(([planId, startsOn, endsOn]) => planOf({ id: planId, startsOn, endsOn })), day)?.id ?? null).toBe(id);
  });

  it.each([['SEND', 'SEND'], ['Reading Y7, Y8', 'Reading Y7, Y8'], ['Attendance', 'Atten-dance'], ['Workload', 'Work-load'], ['Music Technology', 'Music Tech-no-logy'], ['Straßen', 'Straßen']])(
    'may break %s where a narrow column needs it', (name, broken) => {
      expect(breakable(name).replaceAll('\u00AD', '-')).toBe(broken);
    });
});

describe('whether an objective is covered', () => {
  it.each<[name: string, wanted: readonly Wanted[], covered: string, withoutNeed: boolean]>([
    ['no need at all', [], 'gap', true],
    ['an essential need that is agreed', [{ name: 'A', ties: [1], fate: 'agreed' }], 'agreed', false],
    ['agreed and not funded: it is agreed all the same', [{ name: 'A', ties: [1], fate: 'unfunded' }], 'agreed', false],
    ['on trial', [{ name: 'A', ties: [1], fate: 'pilot' }], 'agreed', false],
    ['one essential need of two undecided', [{ name: 'A', ties: [1], fate: 'agreed' }, { name: 'B', ties: [1] }], 'waiting', false],
    ['an essential need that waits beside one that was put off', [{ name: 'A', ties: [1], fate: 'deferred' }, { name: 'B', ties: [1], fate: 'waiting' }], 'waiting', false],
    ['an essential need that was put off, whatever helps', [{ name: 'A', ties: [1], fate: 'deferred' }, { name: 'B', ties: [-1], fate: 'agreed' }], 'gap', false],
    ['an undecided need that only helps beside an essential one that is agreed', [{ name: 'A', ties: [1], fate: 'agreed' }, { name: 'B', ties: [-1] }], 'agreed', false],
    ['one that helps is agreed, nothing is essential', [{ name: 'A', ties: [-1], fate: 'agreed' }, { name: 'B', ties: [-1] }], 'agreed', false],
    ['what helps is undecided', [{ name: 'A', ties: [-1] }], 'waiting', false],
    ['what helps was put off', [{ name: 'A', ties: [-1], fate: 'deferred' }], 'gap', false],
    ['its only need was declined', [{ name: 'A', ties: [1], fate: 'declined' }], 'gap', true],
    ['its essential need was declined and something helps', [{ name: 'A', ties: [1], fate: 'declined' }, { name: 'B', ties: [-1], fate: 'agreed' }], 'gap', false],
    ['its essential need was declined for another that was agreed', [{ name: 'A', ties: [1], fate: 'declined' }, { name: 'B', ties: [1], fate: 'agreed' }], 'agreed', false],
    ['its need was merged into one that does not serve it', [{ name: 'A', ties: [1], fate: 'merged' }], 'gap', true],
    ['its need was withdrawn', [{ name: 'A', ties: [1], fate: 'withdrawn' }], 'gap', true],
  ])('%s', (_, wanted, covered, withoutNeed) => {
    const [column] = coverageOf(['1.1 Reading'], wanted).coverage.columns;
    expect(column?.covered).toBe(covered);
    expect(column?.withoutNeed).toBe(withoutNeed);
    expect(column?.steps.length).toBeGreaterThan(0);
  });

  it('needs no ICT where somebody has said so and no need is tied to it', () => {
    const marked = objectives('3.2 Attendance').map((objective) => ({ ...objective, noIctBy: 'Attendance lead', noIctOn: '2026-11-02' }));
    const [column] = coverageOf([], [], {}, { objectives: marked }).coverage.columns;
    expect(column).toMatchObject({ covered: 'no_ict', withoutNeed: false, steps: ['Attendance lead said on 2 November 2026 that it needs no ICT.'] });
    expect(answers(coverageOf([], [{ name: 'A', ties: [1] }], {}, { objectives: marked }).coverage)).toEqual(['3.2 waiting']);
  });
});

describe('the states of needs', () => {
  const fates: readonly Fate[] = ['new', 'waiting', 'agreed', 'unfunded', 'pilot', 'deferred', 'merged', 'declined', 'withdrawn'];

  it('say what was decided, who pays and whether it serves anything', () => {
    const tied = coverageOf(['1.1 Reading'], fates.map((fate): Wanted => ({ name: fate, ties: [1], fate })));
    expect(statesOf(tied.coverage)).toEqual([
      'new new', 'waiting waiting', 'agreed funded', 'unfunded unfunded', 'pilot pilot', 'deferred deferred', 'merged merged', 'declined declined', 'withdrawn withdrawn',
    ]);
    const untied = coverageOf(['1.1 Reading'], fates.map((fate): Wanted => ({ name: fate, fate })));
    expect(statesOf(untied.coverage).slice(0, 6)).toEqual(['new no_objective', 'waiting no_objective', 'agreed funded', 'unfunded unfunded', 'pilot pilot', 'deferred no_objective']);
    // What serves nothing is a gap whatever was decided; what is left out is none.
    expect(names(untied.coverage.needsWithoutObjective)).toEqual(fates.slice(0, 6));
    // Without an objective to serve, serving none says nothing.
    expect(statesOf(coverageOf([], [{ name: 'A' }]).coverage)).toEqual(['A new']);
    expect(coverageOf([], [{ name: 'A' }]).coverage.needsWithoutObjective).toEqual([]);
  });

  it('tell of a need whose objective is closed', () => {
    const { snapshot, coverage } = coverageOf([], [{ name: 'A', ties: [2] }], {}, {
      objectives: objectives('1.1 Reading', '1.2 Maths').map((objective) => (objective.id === 2 ? { ...objective, state: 'met', closedOn: '2026-07-20' } : objective)),
    });
    const [row] = coverage.rows;
    if (row === undefined) throw new Error('There is one need.');
    expect(row.state).toBe('no_objective');
    expect(stateSteps(coverage, row, snapshot).map(({ text }) => text)).toEqual(['Nothing has been decided about it.', 'It is tied to 1.2 Maths (met), and to no objective that is open now.']);
  });

  it('are said in a few words, and in full to those who hear them', () => {
    const [waiting, late] = coverageOf(['1.1 Reading'], [{ name: 'A', ties: [1], fate: 'waiting' }, { name: 'B', ties: [1], fate: 'late' }]).coverage.rows;
    expect(stateWords('waiting', waiting?.waiting ?? null, '2026-11-21')).toBe('27 Nov');
    expect(stateWords('waiting', waiting?.waiting ?? null, '2027-01-04')).toBe('27 Nov 26');
    expect(stateWords('waiting', null, '2026-11-21')).toBe('Waiting');
    expect(spokenState('waiting', waiting?.waiting ?? null, false)).toBe('Waiting for a decision on 27 November 2026');
    expect(spokenState('waiting', late?.waiting ?? null, true)).toBe('Should have been decided by 12 November 2026');
  });

  it('answer why with the decision, the money and the objectives', () => {
    const { snapshot, coverage } = coverageOf(['1.1 Reading', '1.2 Maths'], [{ name: 'Reading tests', ties: [1, -2], fate: 'agreed', pounds: 6_200 }], { budgets: budgetOf(10_000, 5_000, 10_000, 10_000, 10_000) });
    const [row] = coverage.rows;
    if (row === undefined) throw new Error('There is one need.');
    expect(stateSteps(coverage, row, snapshot).map(({ text }) => text)).toEqual([
      'D-01, on 4 November 2026, by Leadership team: approve, option “Buy it”.',
      'Delegated budget pays £6,200 in 2027/28, as it was named to.',
      // 5,000 − 6,200 = 1,200 over.
      'The plan as a whole is £1,200 over its budget in 2027/28. That is held against no single need.',
      'Nothing stands against its money, so it is funded.',
      '1.1 Reading cannot be met without it.', 'It helps 1.2 Maths.',
    ]);
  });
});

describe('the matrix as it is read', () => {
  const waiting: Wanted = { name: 'Music Technology suite', ties: [2], fate: 'waiting', pounds: 9_840 };
  const { coverage } = coverageOf(['1.1 Reading', '2.1 A level Music Technology'], [
    { name: 'Sign-on', ties: [-2], fate: 'agreed', pounds: 2_750 }, { name: 'Reading tests', ties: [1, -2], fate: 'agreed', pounds: 6_200 }, waiting,
    { name: 'Drones', fate: 'declined' }, { name: 'Media storage', pounds: 4_100 },
  ]);

  it('names every cell for those who hear it', () => {
    const row = coverage.rows.find(({ need }) => need.name === waiting.name);
    expect(row && [0, 1].map((column) => spokenCell(row, coverage, column))).toEqual([
      'Music Technology suite: serves nothing of 1.1 Reading', 'Music Technology suite: cannot be met without it for 2.1 A level Music Technology',
    ]);
    const helps = coverage.rows.find(({ need }) => need.name === 'Sign-on');
    expect(helps && spokenCell(helps, coverage, 1)).toBe('Sign-on: helps 2.1 A level Music Technology');
  });

  it('puts what waits first, then the needs of each objective, then those of none', () => {
    expect(names(arrange(coverage, NO_FILTER, 'objective'))).toEqual(['Music Technology suite', 'Reading tests', 'Sign-on', 'Media storage']);
    expect(names(arrange(coverage, NO_FILTER, 'cost'))).toEqual(['Music Technology suite', 'Reading tests', 'Media storage', 'Sign-on']);
    expect(names(arrange(coverage, NO_FILTER, 'name'))).toEqual(['Media storage', 'Music Technology suite', 'Reading tests', 'Sign-on']);
    expect(names(arrange(coverage, NO_FILTER, 'number'))).toEqual(['Sign-on', 'Reading tests', 'Music Technology suite', 'Media storage']);
    expect(names(arrange(coverage, NO_FILTER, 'state'))).toEqual(['Music Technology suite', 'Sign-on', 'Reading tests', 'Media storage']);
  });

  it('offers each filter with how many needs it shows', () => {
    expect(showChoices(coverage).map(({ label, count }) => `${label} ${count}`)).toEqual(
      ['All needs 4', 'Waiting 1', 'Funded 2', 'No objective 1', 'Declined 1', 'Merged, declined or withdrawn 1']);
    for (const { show, count } of showChoices(coverage)) expect(arrange(coverage, { ...NO_FILTER, show }, 'number')).toHaveLength(count);
    expect(names(arrange(coverage, { ...NO_FILTER, show: 'declined' }, 'number'))).toEqual(['Drones']);
    expect(arrange(coverage, { ...NO_FILTER, moscow: 'could' }, 'number')).toEqual([]);
    expect(arrange(coverage, { ...NO_FILTER, departmentId: 4 }, 'number')).toEqual([]);
  });

  it('adds up what its rows cost', () => {
    // 2,750 + 6,200 + 9,840 + 4,100 = 22,890; the declined £100 is not in it.
    expect(coverage.totalPence).toBe(2_289_000);
  });
});

const FATES: readonly Fate[] = ['new', 'waiting', 'undated', 'late', 'agreed', 'unfunded', 'pilot', 'deferred', 'merged', 'declined', 'withdrawn'];
const need = fc.record({
  ties: fc.uniqueArray(fc.integer({ min: -4, max: 4 }).filter((tie) => tie !== 0), { maxLength: 4, selector: Math.abs }),
  fate: fc.constantFrom(...FATES), pounds: fc.integer({ min: 0, max: 20_000 }), points: fc.boolean(),
});
const school = fc.record({ columns: fc.integer({ min: 0, max: 4 }), noIct: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), needs: fc.array(need, { maxLength: 12 }) });
const KIT = [kit({ purchaseDate: '2023-09-01', overridePence: 50_000, quantity: 3 }), kit({ purchaseDate: '2020-09-01', quantity: 2 })];

test('an approval that names no option agrees to nothing, so nothing in the plan serves an objective by it', () => {
  const facts = analysisOf(['1.1 Reading'], [{ name: 'Laptops', ties: [1], fate: 'agreed', costs: [optionCost({ id: 1, standing: 'in_plan', categoryKey: 'laptop', on: '2026-04-01' })] }]);
  const served = (optionId: number | null): Coverage => coverageIn(schoolWith({ ...facts, decisions: (facts.decisions ?? []).map((each) => ({ ...each, optionId })) }, { assets: KIT })).coverage;
  expect(served(1).spend.serves.map(({ needId }) => needId)).toEqual([1]);
  expect(served(null).spend).toMatchObject({ serves: [], servesPence: 0 });
  expect(served(null).rows[0]?.funding?.problems.map(({ kind }) => kind)).toEqual(['no_option']);
});

describe('coverage counts', () => {
  test('equal the rows behind them, and the spend adds up to the forecast', () => {
    fc.assert(fc.property(school, ({ columns, noIct, needs }) => {
      const titles = ['1.1 One', '1.2 Two', '1.3 Three', '1.4 Four'].slice(0, columns);
      const facts = analysisOf(titles, needs.map(({ ties, fate, pounds, points }, at): Wanted => ({
        name: `Need ${at}`, ties: ties.filter((tie) => Math.abs(tie) <= columns), fate, pounds,
        ...(points && { costs: [optionCost({ id: at + 1, standing: 'in_plan', categoryKey: 'laptop', on: '2026-04-01' })] }),
      })));
      const marked = (facts.objectives ?? []).map((objective, at) => (noIct[at] === true ? { ...objective, noIctBy: 'Head', noIctOn: '2026-11-01' } : objective));
      const { snapshot, forecast, coverage } = coverageIn(schoolWith({ ...facts, objectives: marked }, { assets: KIT, recurring: [cost({ id: 77 })] }));
      const all = [...coverage.rows, ...coverage.leftOut];

      expect(coverage.byState.flatMap(({ rows }) => rows).map(({ need: { id } }) => id).toSorted((a, b) => a - b)).toEqual(snapshot.analysis.needs.map(({ id }) => id));
      expect(all).toHaveLength(needs.length);
      expect(showChoices(coverage).every(({ show, count }) => arrange(coverage, { ...NO_FILTER, show }, 'state').length === count)).toBe(true);
      // Each mark of the matrix is a link of a need, and each link to an open objective a mark.
      for (const strength of LINK_STRENGTHS) {
        const marks = all.flatMap(({ cells }) => cells.filter((cell) => cell === strength)).length;
        expect(marks).toBe(snapshot.analysis.needs.flatMap(({ links }) => links.filter((link) => link.strength === strength)).length);
      }
      // An objective is without a need where no row has a mark in its column, and nobody has said it needs none.
      coverage.columns.forEach((column, at) => {
        const marks = coverage.rows.filter(({ cells }) => cells[at] !== null).length;
        expect(column.withoutNeed).toBe(marks === 0 && column.covered !== 'no_ict');
        if (column.withoutNeed) expect(column.covered).toBe('gap');
      });
      expect(coverage.objectivesWithoutNeed).toHaveLength(coverage.columns.filter(({ withoutNeed }) => withoutNeed).length);
      expect(coverage.unfunded.every(({ funding }) => (funding?.problems.length ?? 0) > 0)).toBe(true);

      const toCome = forecast.totals.totalPence.reduce((sum, pence) => sum + pence, 0);
      const { spend } = coverage;
      expect(spend.totalPence).toBe(toCome);
      expect(spend.servesPence + spend.nonePence).toBe(toCome);
      expect([...spend.serves, ...spend.none].reduce((sum, { lines }) => sum + lines, 0)).toBe(forecast.lines.length);
      forecast.years.forEach((_, year) => {
        expect([...spend.serves, ...spend.none].reduce((sum, { byYear }) => sum + (byYear[year] ?? 0), 0)).toBe(forecast.totals.totalPence[year]);
      });
    }), { seed: SEED, numRuns: 150 });
  });
});
