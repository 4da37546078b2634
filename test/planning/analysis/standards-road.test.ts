import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../planning/analysis/facts.ts';
import { ANSWER_STANDINGS, answerOf, answersOf, byStandard, countsOf, isOverruled, type Answered } from '../../../planning/analysis/standards/answers.ts';
import type { RegisterAnswer } from '../../../planning/analysis/standards/register-answer.ts';
import { deadlineOf, roadAhead, type Road } from '../../../planning/analysis/standards/road.ts';
import { answerWords, closingWords, roadNote, urgencyWords } from '../../../planning/analysis/standards/road-words.ts';
import { whyCount, whyRoadCost } from '../../../planning/analysis/standards/road-why.ts';
import { roadSentence, sourceSentence, standardsSentence } from '../../../planning/analysis/standards/sentences.ts';
import { plannedNeeds } from '../../../planning/analysis/planned.ts';
import { STANDARD_STATUSES } from '../../../planning/analysis/vocabulary.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, policiesWith } from '../fixtures.ts';
import { need, option, optionCost, requirement, schoolWith } from './standards-fixtures.ts';

const decision = (parts: Partial<Decision> = {}): Decision => ({
  id: 1, number: 1, title: 'Core switches', needId: 1, choice: 'approve', optionId: 1, mergedIntoNeedId: null, decider: 'Governors', decideBy: null, decidedOn: '2026-10-01',
  because: 'Lessons stop', ifNot: null, conditions: null, workaround: null, whoNote: null, reviewOn: null, reviewQuestion: null, reviewedOn: null, outcome: null,
  pilotUntil: null, pilotMeasure: null, virementId: null, replacesId: null, weighed: [], tellings: [], ...parts,
});

/** The plan's needs follow from what was analysed, as when a plan file is read. */
const school = (...[parts, analysis]: Parameters<typeof schoolWith>): PlanSnapshot => {
  // Switches go by their age alone: their maker’s support does not hurry the plan, as a school may have it.
  const made = schoolWith({ policies: policiesWith('network_switch', { binding: ['policy_life'] }), ...parts }, analysis);
  return { ...made, needs: plannedNeeds(made.analysis) };
};
const roadOf = (snapshot: PlanSnapshot): Road => roadAhead(snapshot, forecast(snapshot, { asOf: AS_OF }), []);
const only = (road: Road) => {
  const [row] = road.rows;
  if (row === undefined) throw new Error('No requirement is core.');
  return row;
};
const words = (road: Road): string => closingWords(only(road), road.years);

// Years April to March: 2026/27 to 2030/31. Switches are kept eight years.
const OLD = { categoryKey: 'network_switch', purchaseDate: '2019-08-01', vendorSupportEnd: '2026-06-30', unitPaidPence: 80_000, overridePence: 100_000, overridePriceDate: AS_OF } as const;
const NEW = { categoryKey: 'network_switch', purchaseDate: '2025-08-01', vendorSupportEnd: '2035-06-30' } as const;
const NS2 = { standards: [requirement('NS-2')] };

describe('the core standards ahead', () => {
  it('close a gap in the year in which the plan replaces the last switch past its support, at what that costs', () => {
    // Bought August 2019, kept eight years: due August 2027, in 2027/28. Two at £1,000, and a year's rise of 3%: £2,060.
    const road = roadOf(school({ assets: [kit(OLD), kit(OLD), kit(NEW)] }, NS2));
    expect(only(road).byYear).toEqual(['partly', 'meets', 'meets', 'meets', 'meets']);
    expect([only(road).closesIn, only(road).closedBy, only(road).inTime]).toEqual([1, 'refresh', true]);
    expect(road.cost.refreshByYear).toEqual([0, 206_000, 0, 0, 0]);
    expect(words(road)).toBe('By the end of 2027/28, by the planned replacement of 2 (£2,060, in the plan already).');
    expect(road.years.map(({ counts }) => counts.meets)).toEqual([0, 1, 1, 1, 1]);
    expect(road.cost.withoutPlan).toEqual([]);
  });

  it('see a gap coming where support ends before the plan replaces', () => {
    // Support ends June 2028, in 2028/29; bought 2023 and kept eight years, the switch stays to 2031.
    const road = roadOf(school({ assets: [kit({ ...NEW, purchaseDate: '2023-08-01', vendorSupportEnd: '2028-06-30' })] }, NS2));
    expect(only(road).byYear).toEqual(['meets', 'meets', 'not', 'not', 'not']);
    expect([only(road).opensIn, only(road).inTime]).toEqual([2, false]);
    expect(only(road).opensBecause).toBe('The one switch is past the end of its maker’s support.');
    expect(roadSentence(road).text).toBe('No core requirement is known to be a gap today. One that is no gap today becomes one in these years.');
  });

  it('leave a gap open for which nothing is planned', () => {
    const road = roadOf(school({ assets: [kit({ ...OLD, purchaseDate: '2025-08-01' })] }, NS2));
    expect(only(road).closesIn).toBeNull();
    expect(road.cost.withoutPlan).toHaveLength(1);
    expect(words(road)).toBe('Nothing is planned or asked for yet.');
    expect(roadSentence(road).text).toBe('Of the one gap in the core standards, none closes by 31 December 2029 under what is agreed and planned. For one nothing is planned or asked for yet.');
  });

  it('take kit that can move to a newer system as moved by then, and today as it is', () => {
    const laptop = { categoryKey: 'laptop', purchaseDate: '2025-09-01', osEnd: '2025-10-14', osCanMove: true } as const;
    expect(only(roadOf(school({ assets: [kit(laptop)] }, { standards: [requirement('CS-14')] }))).byYear).toEqual(Array.from({ length: 5 }, () => 'unknown'));
    // One that cannot move is replaced when its system's end is a limit of its policy, which laptops have: overdue, so bought at once.
    const fixed = roadOf(school({ assets: [kit({ ...laptop, osCanMove: false })] }, { standards: [requirement('CS-14')] }));
    expect([only(fixed).answered.standing, only(fixed).closesIn]).toEqual(['not', 0]);
  });

  it('close a gap with a need that is agreed, once the last of it has been bought', () => {
    const asked = need({ options: [option({ costs: [optionCost(), optionCost({ id: 2, on: '2028-10-01', unitPence: 10_000, quantity: 1 })] })] });
    const person = requirement('NS-6', { status: 'not_met', evidence: 'One power supply', answeredOn: AS_OF });
    const road = roadOf(school({}, { standards: [person], needs: [asked], decisions: [decision()] }));
    expect(only(road).byYear).toEqual(['not', 'not', 'meets', 'meets', 'meets']);
    // 2 × £1,500 in August 2027 and £100 in October 2028, without a rise.
    expect(road.cost.agreedByYear).toEqual([0, 300_000, 10_000, 0, 0]);
    expect(words(road)).toBe('By the end of 2028/29, by N-02 Core switches.');
  });

  it.each<[string, Partial<Decision> | null, Partial<Parameters<typeof need>[0]>, readonly [closes: number | null, agreed: number, open: number]]>([
    ['not decided: it costs, and closes nothing', null, {}, [null, 0, 300_000]],
    ['agreed as a pilot: it closes nothing by itself', { choice: 'approve_pilot', pilotUntil: '2030-03-31' }, {}, [null, 300_000, 0]],
    ['agreed, with an option that does not meet it', {}, { options: [option({ meets: 'no' })] }, [null, 300_000, 0]],
    ['declined: it neither costs nor closes', { choice: 'decline', optionId: null }, {}, [null, 0, 0]],
    ['agreed', {}, {}, [1, 300_000, 0]],
  ])('go by what became of a need: %s', (_, made, parts, [closes, agreed, open]) => {
    const standards = [requirement('NS-6', { status: 'not_met' })];
    const road = roadOf(school({}, { standards, needs: [need(parts)], decisions: made === null ? [] : [decision(made)] }));
    expect([only(road).closesIn, road.cost.agreedPence, road.cost.openPence]).toEqual([closes, agreed, open]);
  });

  it('take half of it as a start where an option meets its need in part', () => {
    const road = roadOf(school({}, { standards: [requirement('NS-6', { status: 'not_met' })], needs: [need({ options: [option({ meets: 'partly' })] })], decisions: [decision()] }));
    expect(only(road).byYear).toEqual(['not', 'partly', 'partly', 'partly', 'partly']);
  });

  it('count a replacement once where two requirements speak of the same kit', () => {
    const standards = [requirement('NS-2'), requirement('CS-14', { id: 2, position: 2, standard: 'Cyber security' })];
    const road = roadOf(school({ assets: [kit(OLD), kit(OLD)] }, { standards }));
    expect(road.rows.map(({ refresh }) => refresh?.pence)).toEqual([206_000, 206_000]);
    expect(road.cost.refreshPence).toBe(206_000);
  });

  it('name needs that nobody has costed', () => {
    const asked = [need({ options: [], recommendedOptionId: null }), need({ id: 2, number: 3, options: [option({ costs: [optionCost({ unitPence: null })] })] })];
    const road = roadOf(school({}, { standards: [requirement('NS-6', { status: 'not_met' })], needs: asked }));
    expect(road.cost.notCosted.map(({ need: { number } }) => number)).toEqual([2, 3]);
  });

  it('keep to what a person says, whatever the register says', () => {
    const standards = [requirement('NS-2', { status: 'meets', evidence: 'The maker has put it off' })];
    expect(only(roadOf(school({ assets: [kit(OLD)] }, { standards }))).byYear).toEqual(Array.from({ length: 5 }, () => 'meets'));
  });

  it('never count more or fewer requirements in a year than there are', () => {
    fc.assert(fc.property(
      fc.array(fc.record({ status: fc.option(fc.constantFrom(...STANDARD_STATUSES)), ref: fc.constantFrom('NS-2', 'NS-3', 'CS-14', 'CS-10', 'WL-4', 'DL-3') }), { maxLength: 12 }),
      fc.array(fc.record({ bought: fc.constantFrom('2017-08-01', '2021-08-01', '2025-08-01'), end: fc.option(fc.constantFrom('2026-01-31', '2028-01-31', '2034-01-31')) }), { maxLength: 6 }),
      (asked, switches) => {
        const standards = asked.map(({ status, ref }, at) => requirement(ref, { id: at + 1, position: at, status }));
        const road = roadOf(school({ assets: switches.map(({ bought, end }) => kit({ categoryKey: 'network_switch', purchaseDate: bought, vendorSupportEnd: end })) }, { standards }));
        for (const { counts } of road.years) expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(standards.length);
        expect(road.gaps).toHaveLength(road.today.not + road.today.partly);
      },
    ), { numRuns: 60 });
  });
});

describe('by when a requirement is to be met', () => {
  it.each([['2030', '2029-12-31'], ['by September 2028', '2027-12-31'], ['already required', null], [null, null]])('%s', (target, day) => {
    expect(deadlineOf(target)).toBe(day);
  });
});

const register = (status: RegisterAnswer['status']): RegisterAnswer => ({ status, sentence: '3 of 11 switches are past it.', why: [], gapIds: [], unknownIds: [], mendedBy: 'kit' });

describe('an answer', () => {
  it.each<[string, Answered['requirement']['status'], RegisterAnswer | null, readonly unknown[]]>([
    ['of nobody', null, null, ['unknown', 'nobody', false]],
    ['of the register', null, register('in_progress'), ['partly', 'register', false]],
    ['of a register that does not know', null, register(null), ['unknown', 'nobody', false]],
    ['of a person', 'not_started', null, ['not', 'person', false]],
    ['of a person who agrees with the register', 'not_started', register('not_met'), ['not', 'person', false]],
    ['of a person against the register', 'meets', register('in_progress'), ['meets', 'person', true]],
    ['that it does not apply', 'na', register('not_met'), ['na', 'person', false]],
  ])('%s', (_, status, says, expected) => {
    const answered = answerOf(requirement('NS-2', { status }), says, AS_OF);
    expect([answered.standing, answered.by, answered.overruled]).toEqual(expected);
    expect(isOverruled({ status }, says)).toBe(expected[2]);
  });

  it('says what it rests on, and where the register says otherwise', () => {
    const said = (status: Answered['requirement']['status'], evidence: string | null, says: RegisterAnswer | null) => answerWords(answerOf(requirement('NS-2', { status, evidence }), says, AS_OF));
    expect(said(null, null, null)).toBe('A person answers this: the register cannot.');
    expect(said(null, null, register('in_progress'))).toBe('3 of 11 switches are past it.');
    expect(said('meets', 'The maker has put it off.', register('in_progress'))).toBe('The maker has put it off. The register says otherwise: 3 of 11 switches are past it.');
    expect(said('meets', null, null)).toBe('A person says so: meets it. No evidence is given.');
  });

  it('is late the day after its review was due', () => {
    expect(answerOf(requirement('NS-2', { nextReview: AS_OF }), null, AS_OF).late).toBe(false);
    expect(answerOf(requirement('NS-2', { nextReview: '2026-11-20' }), null, AS_OF).late).toBe(true);
  });
});

const answered = (...standings: readonly (readonly [status: Answered['requirement']['status'], parts?: Parameters<typeof requirement>[1]])[]): Answered[] =>
  standings.map(([status, parts], at) => answerOf(requirement(`X-${at}`, { id: at + 1, position: at + 1, status, ...parts }), null, AS_OF));

describe('a standard', () => {
  it('stands as its worst answer does, and one not known is worse than one that is met', () => {
    const result = byStandard(answered(['meets'], [null], ['in_progress'], ['na']));
    expect(result.map(({ standing, counts }) => [standing, counts])).toEqual([['partly', { not: 0, partly: 1, unknown: 1, meets: 1, na: 1 }]]);
    expect(result[0]?.answered.map(({ standing }) => standing)).toEqual(['partly', 'unknown', 'meets', 'na']);
    expect(byStandard(answered(['meets'], [null]))[0]?.standing).toBe('unknown');
    expect(byStandard(answered(['meets'], ['na']))[0]?.standing).toBe('meets');
  });

  it('stands with the core ones first, the worst of them at the top', () => {
    const names = byStandard(answered(['meets', { standard: 'Cyber' }], ['not_met', { standard: 'Cloud', tier: 'additional' }], ['not_met', { standard: 'Wi-Fi' }], [null, { standard: 'Leaders' }])).map(({ name }) => name);
    expect(names).toEqual(['Wi-Fi', 'Leaders', 'Cyber', 'Cloud']);
  });

  it('has as many answers as its counts say', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.option(fc.constantFrom(...STANDARD_STATUSES)), fc.constantFrom('A', 'B', 'C'))), (rows) => {
      const answers = answered(...rows.map(([status, standard]) => [status, { standard }] as const));
      const results = byStandard(answers);
      expect(results.reduce((sum, result) => sum + result.answered.length, 0)).toBe(answers.length);
      for (const { counts, answered: own } of results) expect(counts).toEqual(countsOf(own));
    }));
  });
});

describe('the sentence at the top', () => {
  it.each<[string, readonly Answered[], string]>([
    ['no standards', [], 'No standard is in the plan yet.'],
    ['nothing answered', answered([null], [null]), 'None of the 2 core requirements is answered yet.'],
    ['one, not answered', answered([null]), 'The one core requirement is not answered yet.'],
    ['all met', answered(['meets'], ['meets']), 'All 2 core requirements are met.'],
    ['all met but for one that does not apply', answered(['meets'], ['na']), 'The one core requirement is met.'],
    ['nothing applies', answered(['na']), 'None of the core requirements applies to the school.'],
    ['some of each', answered(['meets'], ['not_met'], ['not_started'], ['in_progress'], [null]), 'Of 5 core requirements, one is met, two are not met, one is partly met and one is not known yet.'],
    ['some met, some not known', answered(['meets'], [null]), 'Of 2 core requirements, one is met and one is not known yet.'],
    ['gaps alone', answered(['not_met'], ['not_met']), 'Of 2 core requirements, none is met and two are not met.'],
    ['additional ones alone', answered(['in_progress', { tier: 'additional' }]), 'Of 1 requirement, none is met and one is partly met.'],
    ['late reviews', answered(['meets', { nextReview: '2026-01-01' }], ['meets', { nextReview: '2026-01-01', tier: 'additional' }]), 'The one core requirement is met. Two reviews are late.'],
  ])('%s', (_, answers, text) => {
    expect(standardsSentence(answers).text).toBe(text);
  });

  it('goes by the core requirements where there are any', () => {
    const snapshot = school({ assets: [kit(NEW)] }, { standards: [requirement('NS-2'), requirement('LD-1', { id: 2, position: 2, tier: 'additional' })] });
    expect(standardsSentence(answersOf(snapshot, forecast(snapshot, { asOf: AS_OF }), [])).text).toBe('The one core requirement is met.');
  });
});

describe('the sentence about the years ahead', () => {
  it('says what the needs and the replacements cost', () => {
    const standards = [requirement('NS-2'), requirement('NS-6', { id: 2, position: 2, status: 'not_met' })];
    const road = roadOf(school({ assets: [kit(OLD), kit(OLD)] }, { standards, needs: [need({ standardId: 2 })], decisions: [] }));
    expect(roadSentence(road).text).toBe('Of the two gaps in the core standards, one closes by 31 December 2029 under what is agreed and planned. '
      + 'In the plan’s years needs that are not decided would cost £3,000 and planned replacements cost £2,060, which is in the plan already.');
  });

  it('speaks of no core requirement where there is none', () => {
    expect(roadSentence(roadOf(school({}, {}))).text).toBe('The set has no core requirement.');
  });
});

describe('what lists lack', () => {
  it('is mended in the lists, at no cost, and is no gap without a plan', () => {
    // Two laptops without a known system: the register lacks their end of support, and new laptops would not mend that.
    const laptops = [kit({ purchaseDate: '2023-09-01', overridePence: 40_000, overridePriceDate: AS_OF }), kit({ purchaseDate: '2023-09-01' })];
    const road = roadOf(school({ assets: laptops }, { standards: [requirement('CS-13')] }));
    expect(only(road).byYear).toEqual(Array.from({ length: 5 }, () => 'not'));
    expect([road.cost.refreshPence, road.cost.withoutPlan.length, only(road).inLists]).toEqual([0, 0, true]);
    expect(words(road)).toBe('Filling in the lists closes it: that takes time, and no money.');
    expect(roadSentence(road).text).toBe('Of the one gap in the core standards, none closes by 31 December 2029 under what is agreed and planned. One is mended by filling in the lists.');
  });
});

describe('why a figure of a year is what it is', () => {
  const text = (steps: readonly { readonly text: string }[]): string => steps.map((step) => step.text).join('\n');

  it('names what closes and what opens, and when', () => {
    const road = roadOf(school({ assets: [kit(OLD), kit(NEW)] }, NS2));
    expect(text(whyCount(road, 'meets', 1))).toContain('New since 2026/27: NS-2 by planned replacements.');
    expect(text(whyCount(road, 'partly', 1))).toContain('No longer since 2026/27: NS-2, then met.');
    expect(text(whyCount(road, 'partly', -1))).toMatch(/^Partly met: NS-2\.\nWhat a person/u);
    expect(text(whyCount(road, 'not', 0))).toContain('No core requirement is then “not met”.');
  });

  it('adds up to the figure: every need and every replacement of that year', () => {
    const standards = [requirement('NS-2'), requirement('NS-6', { id: 2, position: 2, status: 'not_met' })];
    const road = roadOf(school({ assets: [kit(OLD), kit(OLD)] }, { standards, needs: [need({ standardId: 2 })], decisions: [decision()] }));
    expect(text(whyRoadCost(road, 'agreed', 1))).toContain('NS-6: N-02 Core switches, agreed, £3,000');
    expect(text(whyRoadCost(road, 'refresh', 1))).toContain('NS-2: £2,060 for what does not meet it today.');
    expect(text(whyRoadCost(road, 'open', 1))).toBe('Of each need the option that is recommended. Nothing of it is in the plan until somebody decides.');
  });
});

describe('how far the words of the standards go', () => {
  it('says when the oldest was checked, and how many have no source', () => {
    expect(sourceSentence(answered(['meets', { source: 'summary', asOf: '2026-03-31' }], [null, { source: 'gov.uk', asOf: '2026-11-01' }], [null])))
      .toMatch(/last checked on 31 March 2026\. Change them where the DfE says otherwise\. 1 has no source\.$/u);
    expect(sourceSentence(answered([null], [null]))).toBe('2 have no source.');
  });
});

describe('the deadline', () => {
  it('is said to lie beyond the plan where the plan ends before it', () => {
    const three = school({ assets: [kit(NEW)] }, NS2);
    const road = roadOf({ ...three, school: { ...three.school, horizonYears: 3 } });
    expect([road.deadline, road.beyond]).toEqual([null, '2029-12-31']);
    expect(roadNote(road)).toContain('The plan’s years end before that day.');
  });

  it('makes a gap that closes later too late, and calls what is required already so', () => {
    // Bought August 2022, kept eight years: replaced in August 2030, after the end of 2029.
    const late = roadOf(school({ assets: [kit({ ...OLD, purchaseDate: '2022-08-01' })] }, NS2));
    expect([only(late).closesIn, only(late).inTime, urgencyWords(only(late))]).toEqual([4, false, 'Too late for 2030']);
    expect(late.deadline?.counts).toMatchObject({ not: 1, meets: 0 });
    const now = roadOf(school({}, { standards: [requirement('FM-1', { target: 'already required', status: 'not_met' })] }));
    expect(urgencyWords(only(now))).toBe('Already required');
  });
});

describe('a switch past its support', () => {
  it('never stands worse for being supported longer', () => {
    const ends = fc.constantFrom('2020-01-31', '2026-06-30', '2026-11-21', '2028-01-31', '2034-01-31');
    fc.assert(fc.property(fc.array(ends, { minLength: 1, maxLength: 6 }), fc.nat(5), (days, at) => {
      const standing = (of: readonly string[]) => {
        const snapshot = school({ assets: of.map((end) => kit({ ...NEW, purchaseDate: '2019-01-01', vendorSupportEnd: end })) }, NS2);
        return ANSWER_STANDINGS.indexOf(answersOf(snapshot, forecast(snapshot, { asOf: AS_OF }), [])[0]?.standing ?? 'unknown');
      };
      expect(standing(days.map((day, index) => (index === at ? '2036-01-31' : day)))).toBeGreaterThanOrEqual(standing(days));
    }));
  });
});
