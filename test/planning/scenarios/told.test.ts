import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { applyScenario } from '../../../planning/scenarios/apply.ts';
import type { PlanChange } from '../../../planning/scenarios/change.ts';
import { budgetSteps, costSteps } from '../../../planning/scenarios/cost-steps.ts';
import { compareSentence, type Named } from '../../../planning/scenarios/compare-sentence.ts';
import { compareScenarios } from '../../../planning/scenarios/compare.ts';
import { decisionsOf, uncountedWords } from '../../../planning/scenarios/decisions.ts';
import { differenceParts } from '../../../planning/scenarios/difference-tree.ts';
import { differenceWords } from '../../../planning/scenarios/difference-words.ts';
import { differenceEffects, effectsAddUp } from '../../../planning/scenarios/difference-effects.ts';
import { noticedIn } from '../../../planning/scenarios/noticed.ts';
import { pairWords } from '../../../planning/scenarios/pair-words.ts';
import { scenarioRisk, type ScenarioRisk } from '../../../planning/scenarios/risk.ts';
import { kitSteps, peakWords, perDeviceSteps, perDeviceWords, uncoveredWords } from '../../../planning/scenarios/risk-words.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, budgetOf, department, kit, place, schoolOf } from '../fixtures.ts';
import { scenarioOf, withScenarios } from './changes.ts';

const options = { asOf: AS_OF };
const NOTHING_MORE = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null } as const;

/** A trolley due in September 2028, a room of desktops due in December 2028, a storage unit under cover to August 2028. */
const TROLLEY = kit({ id: 1, tag: 'Trolley E', description: 'Tamar 11 laptop', userGroup: 'pupil', quantity: 30, purchaseDate: '2024-09-02', unitPaidPence: 36_500, departmentId: 1, locationId: 1 });
const DESKTOPS = kit({ id: 2, description: 'Kestrel 400', categoryKey: 'desktop', quantity: 32, purchaseDate: '2023-12-12', unitPaidPence: 41_500, departmentId: 2, locationId: 2 });
const STORAGE = kit({ id: 3, tag: 'HC-ST-01', description: 'Storage', categoryKey: 'storage', purchaseDate: '2024-08-14', coverEnd: '2028-08-14', unitPaidPence: 590_000, departmentId: 3 });
const base = schoolOf({
  assets: [TROLLEY, DESKTOPS, STORAGE], departments: [department(1, 'Humanities'), department(2, 'Maths'), department(3, 'IT')],
  locations: [place(1, 'Trolley E'), place(2, 'IT3')], inflation: { defaultBp: 0, shipped: false, steps: [], series: [] },
});

const retire: PlanChange = { kind: 'action', assetIds: [1], action: 'retire', ...NOTHING_MORE };
const later: PlanChange = { kind: 'move', moves: [{ assetId: 3, date: '2029-04-14' }] };
const longer: PlanChange = { kind: 'life', categoryKey: 'desktop', userGroup: null, lifeMonths: 84 };

const facts = (changes: readonly PlanChange[], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => withScenarios({ ...base, ...parts }, scenarioOf(2, 1, changes));
const sideOf = (snapshot: PlanSnapshot, id: number) => {
  const under = applyScenario(snapshot, id);
  return { snapshot: under, forecast: forecast(under, options) };
};
const riskOf = (changes: readonly PlanChange[], parts: Partial<PlanSnapshot> = {}): ScenarioRisk => {
  const all = facts(changes, parts);
  return scenarioRisk(sideOf(all, 2), options, all.policies);
};

describe('what a scenario risks', () => {
  test('is nothing where everything is replaced when its policy says', () => {
    const risk = riskOf([]);
    expect([peakWords(risk.pastLife), peakWords(risk.pastSupport), uncoveredWords(risk.uncovered, risk.coverUnknown)]).toEqual(['None', 'None', 'Never']);
  });

  test('counts kit kept longer than the plan’s own policies say, to its most and the year it is so many', () => {
    // Desktops of December 2023 are 5 years old in December 2028: past it at the end of 2028/29 and of the next year; replaced in December 2030.
    const risk = riskOf([longer]);
    expect(peakWords(risk.pastLife)).toBe('32 items by 2028/29');
    expect(kitSteps(base, risk.pastLife?.assetIds ?? [])).toEqual([{ text: '32 desktops in IT3.' }]);
  });

  test('counts the months that a server or a storage unit runs without cover', () => {
    // Cover to August 2028, replaced in April 2029: September to March are 7 months.
    expect(uncoveredWords(riskOf([later]).uncovered, 0)).toBe('7 months from Sep 2028');
    const extended: PlanChange = { kind: 'action', assetIds: [3], action: 'extend_cover', ...NOTHING_MORE, years: 1, yearlyPence: 78_000 };
    expect(riskOf([later, extended]).uncovered).toBeNull();
    const unknown = riskOf([], { assets: [{ ...STORAGE, coverEnd: null }] });
    expect(uncoveredWords(unknown.uncovered, unknown.coverUnknown)).toBe('Of 1 nobody knows, else never');
  });

  test('counts kit past its support, unless longer support is paid for', () => {
    const assets = [{ ...DESKTOPS, osEnd: '2027-10-14', osCanMove: false, movedTo: '2029-12-12' }];
    expect(peakWords(riskOf([], { assets }).pastSupport)).toBe('32 items by 2027/28');
    const paid: PlanChange = { kind: 'action', assetIds: [2], action: 'extend_support', ...NOTHING_MORE, years: 3, yearlyPence: 3_000 };
    expect(riskOf([paid], { assets }).pastSupport).toBeNull();
    expect(riskOf([], { assets: assets.map((asset) => ({ ...asset, osCanMove: true })) }).pastSupport).toBeNull();
  });

  test('shares pupil devices among fewer once a trolley is not replaced', () => {
    const { years } = sideOf(facts([]), 1).forecast;
    // 1,140 pupils to 30 laptops and 32 desktops: 1,140 ÷ 62 = 18.4; without the laptops 1,140 ÷ 32 = 35.6.
    expect(perDeviceWords(riskOf([]).pupilDevices, years)).toBe('18.4');
    expect(perDeviceWords(riskOf([retire]).pupilDevices, years)).toBe('35.6 from 2028/29');
    expect(perDeviceSteps(riskOf([retire]).pupilDevices, years).map(({ text }) => text)).toEqual([
      'Today 62 pupil devices are in use and in support: 1,140 ÷ 62 is 18.4.', 'At the end of 2028/29 32 pupil devices are in use and in support: 1,140 ÷ 32 is 35.6.',
    ]);
    expect(perDeviceWords(riskOf([], { school: { ...base.school, pupils: null } }).pupilDevices, years)).toBe('Not known');
    expect(perDeviceWords(riskOf([retire], { assets: [TROLLEY] }).pupilDevices, years)).toBe('38.0 today, none left by 2028/29');
  });
});

describe('what people will notice', () => {
  const told = (...changes: readonly PlanChange[]): string[] => noticedIn(facts(changes), 2, options).map(({ text }) => text);

  test('is told by department, as plain sentences', () => {
    expect(told()).toEqual(['Nothing changes in the classroom.']);
    expect(told({ kind: 'price_rise', bp: 500 })).toEqual(['Nothing changes in the classroom.']);
    expect(told(retire)).toEqual(['Humanities: 30 pupil laptops in Trolley E are not replaced in 2028/29.']);
    expect(noticedIn(facts([retire], { assets: [{ ...TROLLEY, departmentId: null }] }), 2, options)[0]?.text).toBe('Kit of no department: 30 pupil laptops in Trolley E are not replaced in 2028/29.');
    expect(noticedIn(facts([retire], { assets: [{ ...TROLLEY, departmentId: null }], departments: [] }), 2, options)[0]?.text).toBe('The whole school: 30 pupil laptops in Trolley E are not replaced in 2028/29.');
    expect(told(later)).toEqual(['IT: Storage (HC-ST-01) is replaced in 2029/30, not 2028/29.']);
    expect(told(longer)).toEqual(['32 desktops are kept 7 years, not 5 years: in Maths.']);
    // 20 of them have left the school: nobody keeps those any longer.
    const left = [{ ...DESKTOPS, quantity: 12 }, { ...DESKTOPS, id: 4, quantity: 20, status: 'retired' as const }];
    expect(noticedIn(facts([longer], { assets: left }), 2, options)[0]?.text).toBe('12 desktops are kept 7 years, not 5 years: in Maths.');
    expect(told({ kind: 'action', assetIds: [3], action: 'extend_cover', ...NOTHING_MORE, years: 1, yearlyPence: 78_000 }))
      .toEqual(['IT: Storage (HC-ST-01) is kept one year longer under cover, paid at £780 a year.']);
    expect(told({ kind: 'budget', year: 2028, fundKey: 'delegated', pence: 1_200_000 })).toEqual(['Finance is asked for £12,000 more in 2028/29 (delegated budget).']);
    expect(told({ kind: 'backlog', years: 3 })).toEqual(['Kit overdue today is bought over three years: the last of it waits that long.']);
  });

  test('counts the rest where there is much of it', () => {
    const moves = [2026, 2027, 2028, 2029, 2030, 2031].map((year): PlanChange => ({ kind: 'budget', year, fundKey: 'delegated', pence: year * 100 }));
    expect(told(...moves)).toHaveLength(5);
    expect(told(...moves).at(-1)).toBe('Two more changes are in the list below.');
  });
});

describe('the opening sentence of a comparison', () => {
  const named = (name: string, changes: readonly PlanChange[], parts: Partial<PlanSnapshot> = {}): Named => ({ name, forecast: sideOf(facts(changes, parts), 2).forecast });

  test.each<[string, Named, Named | null, string]>([
    // 30 × £365, 32 × £415 and £5,900 in 2028/29, and memory for the desktops, 32 × £38, in 2026/27.
    ['none to compare with', named('Keep to policy', []), null, 'Keep to policy costs £31,346 over five years. Show another scenario beside it to compare the two.'],
    ['no difference', named('Spread', []), named('Keep to policy', []), 'Spread costs the same as Keep to policy in every year. No budget has been entered, so whether it fits cannot be said.'],
    ['no difference and over', named('Spread', [], { budgets: budgetOf(2_000, 2_000, 15_000) }), named('Keep to policy', [], { budgets: budgetOf(2_000, 2_000, 15_000) }),
      'Spread costs the same as Keep to policy in every year. Both are £15,130 over the budget in 2028/29 at worst.'],
    // 30 laptops at £365 less in 2028/29: £10,950.
    ['less', named('Spread', [retire]), named('Keep to policy', []), 'Spread costs £10,950 less than Keep to policy over five years. No budget has been entered, so whether it fits cannot be said.'],
    // The storage unit of £5,900 in 2029/30, not 2028/29.
    ['in other years', named('Spread', [later]), named('Keep to policy', []), 'Spread costs the same as Keep to policy over five years, in other years. No budget has been entered, so whether it fits cannot be said.'],
    ['over in both', named('Spread', [retire], { budgets: budgetOf(2_000, 2_000, 15_000, 2_000, 2_000) }), named('Keep to policy', [], { budgets: budgetOf(2_000, 2_000, 15_000, 2_000, 2_000) }),
      'Spread costs £10,950 less than Keep to policy over five years. At worst it is £4,180 over its budget in 2028/29; Keep to policy is £15,130 over its budget in 2028/29.'],
    ['over in one', named('Spread', [retire], { budgets: budgetOf(2_000, 2_000, 20_000, 2_000, 2_000) }), named('Keep to policy', [], { budgets: budgetOf(2_000, 2_000, 20_000, 2_000, 2_000) }),
      'Spread costs £10,950 less than Keep to policy over five years. No year of it is over its budget; Keep to policy is £10,130 over its budget in 2028/29.'],
    ['over in neither', named('Spread', [retire], { budgets: budgetOf(2_000, 2_000, 40_000) }), named('Keep to policy', [], { budgets: budgetOf(2_000, 2_000, 40_000) }),
      'Spread costs £10,950 less than Keep to policy over five years. No year of either is over its budget.'],
  ])('with %s', (_case, main, other, sentence) => {
    expect(compareSentence(main, other).text).toBe(sentence);
  });

  test('rests on steps that add up to it', () => {
    const { forecast: result } = named('Spread', [retire], { budgets: budgetOf(2_000, 2_000, 15_000) });
    expect(costSteps(result).at(-1)?.text).toBe('Together £20,396.');
    expect(budgetSteps(result).map(({ text }) => text)).toEqual([
      '2026/27: £2,000 less £1,216 is £784 left.', '2027/28: £2,000 less £0 is £2,000 left.', '2028/29: £15,000 less £19,180 is £4,180 over.',
      '2029/30 has no budget and is left out.', '2030/31 has no budget and is left out.',
    ]);
  });
});

describe('the effects of differences', () => {
  test.each<[string, readonly PlanChange[], boolean]>([
    ['about other kit add up', [retire, longer], true],
    // Kept to 2030 or not replaced at all: without either of them the laptops are still not bought in 2028/29.
    ['about the same kit do not', [{ kind: 'move', moves: [{ assetId: 1, date: '2029-09-02' }] }, retire], false],
  ])('%s to what the scenario differs by', (_case, changes, addUp) => {
    const all = facts(changes);
    const scenario = scenarioOf(2, 1, changes);
    expect(effectsAddUp(all, scenario, options, differenceEffects(all, scenario, options))).toBe(addUp);
  });
});

describe('a difference in words', () => {
  const words = (change: PlanChange): string => {
    const { what, from, to } = differenceWords(base, options, change);
    return `${what}: ${from ?? ''} → ${to}`;
  };
  test.each<[PlanChange, string]>([
    [longer, 'Life of desktops: 5 years → 7 years'],
    [{ ...longer, fromYear: 2027 }, 'Life of desktops: 5 years → 7 years, from 2027/28 on'],
    [later, 'Storage (HC-ST-01): 2028/29 → 2029/30'],
    [retire, '30 pupil laptops in Trolley E: 2028/29 → not replaced'],
    [{ kind: 'move', moves: [{ assetId: 1, date: '2029-09-02' }, { assetId: 2, date: null }] }, '62 items: 2028/29 → 2029/30 and when the policy says'],
    [{ kind: 'price_rise', bp: 450 }, 'Price rises: no rise → 4.5% a year'],
    [{ kind: 'price_rise', bp: 1_700, categoryKey: 'laptop', year: 2027 }, 'Price rises of laptops: no rise → 17% in 2027/28'],
    [{ kind: 'loss_rate', bp: 250, categoryKey: 'laptop' }, 'Losses of laptops: none → 2.5% a year'],
    [{ kind: 'policy', categoryKey: 'laptop', userGroup: 'pupil', set: { unitPence: 38_000 } }, 'Pupil laptops: price: no price of its own → £380'],
    [{ kind: 'budget', year: 2028, fundKey: 'delegated', pence: 1_200_000 }, 'Delegated budget 2028/29: none entered → £12,000'],
    [{ kind: 'backlog', years: 3 }, 'Kit overdue today: bought at once → bought over three years'],
    [{ kind: 'move', moves: [{ assetId: 77, date: '2029-09-02' }] }, 'Kit that is no longer there:  → 2029/30'],
  ])('%o', (change, expected) => {
    expect(words(change)).toBe(expected);
  });
});

describe('the lines behind a difference', () => {
  test('say what came, went, moved or changed its price', () => {
    const all = facts([retire, { kind: 'move', moves: [{ assetId: 3, date: '2029-08-14' }] }, { kind: 'policy', categoryKey: 'desktop', userGroup: null, set: { unitPence: 50_000 } }]);
    const comparison = compareScenarios(sideOf(all, 1), sideOf(all, 2));
    const said = comparison.pairs.map((pair) => pairWords(pair, comparison.after.forecast.years));
    expect(said).toEqual(expect.arrayContaining([
      'No longer in this plan: 30 items replaced in 2028/29, £365 each', '1 item replaced in 2029/30 instead of 2028/29, £5,900',
      '32 items replaced in 2028/29, £500 each, not £415',
    ]));
    // −£10,950 of laptops, 32 × £85 more for desktops and −£5,900 of storage in 2028/29; £5,900 of storage in 2029/30.
    expect(differenceParts(comparison).map(({ name, years }) => [name, years[2], years[3]])).toEqual([
      ['Pupil laptops', -1_095_000, 0], ['Storage units', -590_000, 590_000], ['Desktops', 272_000, 0],
    ]);
  });
});

describe('what is decided about kit', () => {
  const keep = (assetIds: readonly number[]): PlanChange => ({ kind: 'action', assetIds, action: 'keep', ...NOTHING_MORE });
  const toldOf = (changes: readonly PlanChange[]): readonly string[] =>
    decisionsOf(sideOf(facts(changes), 2).snapshot).map(({ what, to, reason, assetIds }) => `${what} | ${to} | ${reason ?? ''} | ${assetIds.join()}`);

  test('is listed by kind, one and many in their own words', () => {
    expect(toldOf([keep([2, 3]), retire])).toEqual([
      '32 desktops in IT3 | kept until they fail | Agreed | 2', 'Storage (HC-ST-01) | kept until it fails | Agreed | 3', '30 pupil laptops in Trolley E | not replaced |  | 1',
    ]);
  });

  test('is nothing where kit is put back, or only moved', () => {
    expect(toldOf([])).toEqual([]);
    expect(toldOf([later])).toEqual([]);
    expect(toldOf([keep([2, 3]), { kind: 'action', assetIds: [2, 3], action: 'replace', ...NOTHING_MORE }])).toEqual([]);
  });

  test('counts no year of cover where nobody knows when it ends, and says so', () => {
    const words = (assetIds: readonly number[], action: 'extend_cover' | 'keep' = 'extend_cover'): string | null => {
      const change = { kind: 'action' as const, assetIds, ...NOTHING_MORE, action, years: 1 };
      return uncountedWords(sideOf(facts([change]), 2).snapshot, options, change);
    };
    expect(words([3])).toBeNull();
    expect(words([2], 'keep')).toBeNull();
    expect(words([2])).toBe('When the cover of all 32 items ends is not known, so nothing is counted for them. Write the date in the register first.');
    expect(words([2, 3])).toBe('When the cover of 32 of the 33 items ends is not known, so nothing is counted for them. Write the date in the register first.');
  });
});
