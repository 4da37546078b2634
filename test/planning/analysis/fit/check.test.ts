import { describe, expect, test } from 'vitest';
import { NO_ANALYSIS } from '../../../../planning/analysis/facts.ts';
import { fitCheck } from '../../../../planning/analysis/fit/check.ts';
import { plannedKit } from '../../../../planning/analysis/fit/planned-kit.ts';
import { roomsFirst } from '../../../../planning/analysis/fit/rooms-first.ts';
import { fitSentence } from '../../../../planning/analysis/fit/sentence.ts';
import { requirementWords, subjectOfNeed } from '../../../../planning/analysis/fit/subject.ts';
import { fitSteps } from '../../../../planning/analysis/fit/why.ts';
import { plannedNeeds } from '../../../../planning/analysis/planned.ts';
import { applyChanges } from '../../../../planning/scenarios/change.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { AS_OF, department, kit, model, place, policiesWith, schoolOf, shippedPolicies } from '../../fixtures.ts';
import { title } from '../../agreements/fixtures.ts';
import { checked, cost, need, NOTHING, option, shown, subject } from './fixtures.ts';

const small = model({ id: 1, name: '300 small desktop', categoryKey: 'desktop', memoryGb: 8, cores: 4, storageGb: 256, unitPence: 41_500, priceDate: '2026-06-12' });
const large = model({ id: 2, name: '500 desktop', categoryKey: 'desktop', memoryGb: 16, cores: 6, storageGb: 512, unitPence: 74_000, priceDate: '2026-06-12' });
const laptop = model({ id: 3, name: '14 laptop', categoryKey: 'laptop', memoryGb: 8, processor: 'Six cores', storageGb: 256 });
const MODELS = [small, large, laptop];
const ROOMS = [place(1, 'MU1'), place(2, 'MU2'), place(3, 'IT3')];

/** Desktops that are replaced by the large one, without a mid-life upgrade. */
const POLICIES = policiesWith('desktop', { replacementModelId: 2, upgrade: null });

const school = (assets: PlanSnapshot['assets'], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({ models: MODELS, locations: ROOMS, policies: POLICIES, assets, ...parts });
const desktops = (parts: Parameters<typeof kit>[0] = {}) => kit({ categoryKey: 'desktop', modelId: 1, locationId: 1, quantity: 16, purchaseDate: '2022-08-15', description: '300', ...parts });

const SOUND = subject({ needsMemoryGb: 16, needsCores: 6, leastCores: 4 });

describe('will it run on the planned kit', () => {
  test('a replacement counts in the year that has it on its last day, and the month stands beside it', () => {
    // Bought August 2022, 60 months: due August 2027, in 2027/28 (April years).
    expect(shown(checked(school([desktops()]), SOUND))).toEqual(['MU1, 16 desktops: No 8 GB | Runs from Aug 2027 | Runs | Runs | Runs']);
    // A day before the year ends, and a day after.
    expect(shown(checked(school([desktops({ purchaseDate: '2022-03-31' })]), SOUND))).toEqual(['MU1, 16 desktops: Runs from Mar 2027 | Runs | Runs | Runs | Runs']);
    expect(shown(checked(school([desktops({ purchaseDate: '2022-04-01' })]), SOUND))).toEqual(['MU1, 16 desktops: No 8 GB | Runs | Runs | Runs | Runs']);
  });

  test('what is enough to run at all is slow, and one shortfall is a no', () => {
    const slow = subject({ needsMemoryGb: 16, leastMemoryGb: 8, needsCores: 6, leastCores: 4 });
    const stays = policiesWith('desktop', { binding: [] });
    const of = (asks: typeof slow): string | undefined => shown(checked(school([desktops()], { policies: stays }), asks))[0]?.split(': ')[1]?.split(' | ')[0];
    expect(of(slow)).toBe('Slow 8 GB');
    expect(of(subject({ needsCores: 6, leastCores: 4 }))).toBe('Slow 4 cores');
    expect(of(subject({ needsCores: 6, leastCores: 4, needsMemoryGb: 16 }))).toBe('No 8 GB');
    expect(of(subject({ needsStorageGb: 512 }))).toBe('No 256 GB of storage');
    expect(of(subject({ needsMemoryGb: 8, needsCores: 4, needsStorageGb: 256 }))).toBe('Runs');
    // Where more is asked for to run at all than to run well, the smaller is enough.
    expect(of(subject({ needsMemoryGb: 8, leastMemoryGb: 32 }))).toBe('Runs');
  });

  test('what nobody has written down is not known, and the cores are read from the words for a processor', () => {
    expect(shown(checked(school([kit({ locationId: 2, quantity: 4, purchaseDate: '2026-09-01' })]), SOUND))[0]).toMatch(/^MU2, 4 laptops: Not known memory not known/);
    // Six cores, of the model's words; 8 GB.
    expect(shown(checked(school([kit({ modelId: 3, locationId: 2, quantity: 4, purchaseDate: '2026-09-01' })]), subject({ needsCores: 6 })))[0]).toBe('MU2, 4 laptops: Runs | Runs | Runs | Runs | Runs');
  });

  test('like is bought for like where the policy names no other model, and that is said', () => {
    const report = checked(school([desktops()], { policies: policiesWith('desktop', { upgrade: null }) }), SOUND);
    expect(shown(report)).toEqual(['MU1, 16 desktops: No 8 GB | No 8 GB | No 8 GB | No 8 GB | No 8 GB']);
    const row = report.rows[0];
    if (row === undefined) throw new Error('No room.');
    expect(fitSteps(school([desktops()], { policies: policiesWith('desktop', { upgrade: null }) }), report, row, 2).map(({ text }) => text).join(' '))
      .toContain('16 desktops: 300 small desktop, bought in Aug 2027 to replace what is there today: the policy names no other model, so like is bought for like.');
  });

  test('of a room with different kit the worst answer counts, with how many; on more than half it is slow', () => {
    const stays = policiesWith('desktop', { binding: [] });
    const mixed = (large16: number, small8: number): string | undefined =>
      shown(checked(school([desktops({ quantity: small8, locationId: 3 }), desktops({ modelId: 2, quantity: large16, locationId: 3 })], { policies: stays }), SOUND))[0]?.split(' | ')[0];
    expect(mixed(28, 4)).toBe('IT3, 32 desktops: Runs on 28 of 32');
    const answers = checked(school([desktops({ quantity: 4, locationId: 3 }), desktops({ modelId: 2, quantity: 28, locationId: 3 })], { policies: stays }), SOUND).rows[0]?.cells[0];
    expect(answers).toMatchObject({ answer: 'slow', counts: { runs: 28, slow: 0, no: 4, unknown: 0 } });
    // Half is not more than half.
    expect(checked(school([desktops({ quantity: 16, locationId: 3 }), desktops({ modelId: 2, quantity: 16, locationId: 3 })], { policies: stays }), SOUND).rows[0]?.cells[0]?.answer).toBe('no');
  });

  test('a memory upgrade of the policy counts for what its words say it brings, and is not known where they do not', () => {
    // Bought 12 December 2023: the upgrade at 36 months falls in December 2026, the replacement in December 2028.
    const upgraded = (what: string): string[] => shown(checked(school([desktops({ locationId: 3, purchaseDate: '2023-12-12', quantity: 32 })], {
      policies: policiesWith('desktop', { replacementModelId: 2, upgrade: { atMonths: 36, unitPence: 3_800, priceDate: null, what } }),
    }), SOUND));
    expect(upgraded('memory to 16 GB')).toEqual(['IT3, 32 desktops: Slow 4 cores, from Dec 2026 | Slow 4 cores | Runs from Dec 2028 | Runs | Runs']);
    expect(upgraded('memory')).toEqual(['IT3, 32 desktops: Not known 8 GB or more, from Dec 2026 | Not known 8 GB or more | Runs from Dec 2028 | Runs | Runs']);
    expect(upgraded('a solid state disk')).toEqual(['IT3, 32 desktops: No 8 GB | No 8 GB | Runs from Dec 2028 | Runs | Runs']);
  });

  test('an upgrade that was done counts as done', () => {
    const snapshot = school([desktops({ purchaseDate: '2023-08-01', upgradeDoneOn: '2026-08-03' })], { policies: policiesWith('desktop', { upgrade: { atMonths: 36, unitPence: 3_800, priceDate: null, what: 'memory to 16 GB' } }) });
    expect(shown(checked(snapshot, subject({ needsMemoryGb: 16 })))[0]).toMatch(/^MU1, 16 desktops: Runs \|/);
  });

  test('kit on order comes in its month and what it replaces goes then; kit that is not replaced leaves', () => {
    const today = desktops({ id: 901, quantity: 10, purchaseDate: '2022-08-15' });
    const ordered = desktops({ id: 902, status: 'ordered', modelId: 2, quantity: 6, inServiceDate: '2027-02-01', succeedsAssetId: 901, purchaseDate: null });
    expect(shown(checked(school([today, ordered], { policies: policiesWith('desktop', { upgrade: null }) }), SOUND))[0])
      .toBe('MU1, 10 desktops: Runs on 6 of 10 from Feb 2027 | Runs on 6 of 10 | Runs on 6 of 10 | Runs on 6 of 10 | Runs on 6 of 10');
    const gone = school([today], { actions: [{ assetId: 901, action: 'retire', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null }] });
    expect(shown(checked(gone, SOUND))[0]).toBe('MU1, 10 desktops: No 8 GB | No no kit left | No no kit left | No no kit left | No no kit left');
  });

  test('kit that the plan cannot date, or keeps, goes too when what succeeds it comes', () => {
    const today = desktops({ id: 901, quantity: 10, purchaseDate: null });
    const ordered = desktops({ id: 902, status: 'ordered', modelId: 2, quantity: 6, inServiceDate: '2027-02-01', succeedsAssetId: 901, purchaseDate: null });
    const answers = 'MU1, 10 desktops: Runs on 6 of 10 from Feb 2027 | Runs on 6 of 10 | Runs on 6 of 10 | Runs on 6 of 10 | Runs on 6 of 10';
    expect(shown(checked(school([today, ordered]), SOUND))).toEqual([answers]);
    const kept = { assetId: 901, action: 'keep', years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null } as const;
    expect(shown(checked(school([{ ...today, purchaseDate: '2022-08-15' }, ordered], { actions: [kept] }), SOUND))).toEqual([answers]);
  });

  test('asks each scenario: a replacement moved by hand moves the answer', () => {
    const asset = desktops({ id: 903 });
    const moved = applyChanges(school([asset]), [{ kind: 'move', moves: [{ assetId: 903, date: '2029-08-15' }] }]);
    expect(shown(checked(moved, SOUND))).toEqual(['MU1, 16 desktops: No 8 GB | No 8 GB | No 8 GB | Runs from Aug 2029 | Runs']);
  });

  test('looks at desktops and laptops alone, unless it asks for a system that only others have', () => {
    const assets = [kit({ categoryKey: 'tablet', locationId: 1, osName: 'iPadOS 17', purchaseDate: '2026-01-01' }), kit({ categoryKey: 'server', locationId: 2, osName: 'Windows Server 2022', purchaseDate: '2026-01-01', coverEnd: '2030-01-01' })];
    expect(checked(school(assets), SOUND).rows).toEqual([]);
    expect(shown(checked(school(assets), subject({ needsSystem: 'iPadOS 16' })))[0]).toMatch(/^MU1, 1 tablet: Runs/);
    expect(shown(checked(school(assets), subject({ needsSystem: 'Server 2025' })))[0]).toMatch(/^MU2, 1 server: Runs after moving to Server 2025/);
    expect(fitCheck(school(assets), plannedKit(school(assets), { asOf: AS_OF }), subject({}))).toBeNull();
  });
});

describe('the system', () => {
  const stays = policiesWith('desktop', { binding: [] });
  const runs = (osName: string | null, needsSystem: string, parts: Parameters<typeof kit>[0] = {}): string | undefined =>
    shown(checked(school([desktops({ osName, ...parts })], { policies: stays }), subject({ needsSystem })))[0]?.split(': ')[1]?.split(' | ')[0];

  test('is held against its own family, and an older one counts where it can move on', () => {
    expect(runs('Windows 11 24H2 (E)', 'Windows 11')).toBe('Runs');
    expect(runs('Windows 11 24H2 (E)', 'Windows 10 or 11')).toBe('Runs');
    expect(runs('Windows 10 22H2', 'Windows 11')).toBe('Runs after moving to Windows 11');
    expect(runs('Windows 10 22H2', 'Windows 11', { osCanMove: false })).toBe('No Windows 10 22H2');
    expect(runs('Windows 11 23H2 (E)', 'Windows 11 24H2', { osCanMove: false })).toBe('No Windows 11 23H2 (E)');
    expect(runs('Windows 11', 'Windows 11 24H2', { osCanMove: false })).toBe('Not known version not known');
    expect(runs('Windows 7', 'Windows XP or later', { osCanMove: false })).toBe('Runs');
    expect(runs('macOS Sonoma', 'Windows 11')).toBe('No macOS Sonoma');
    expect(runs('macOS Sonoma', 'macOS 14', { osCanMove: false })).toBe('Runs');
    expect(runs(null, 'Windows 11')).toBe('Not known system not known');
    expect(runs('Windows 11 24H2 (E)', 'Haiku R1')).toBe('Not known system not compared');
  });

  test('new kit comes with the system of its day', () => {
    // Windows 10 that cannot move, until it is replaced in August 2027.
    expect(shown(checked(school([desktops({ osName: 'Windows 10 22H2', osCanMove: false })]), subject({ needsSystem: 'Windows 11' })))[0])
      .toBe('MU1, 16 desktops: No Windows 10 22H2 | Runs from Aug 2027 | Runs | Runs | Runs');
  });

  test('that has lost its updates and cannot move on stops everything from the day after; what can move goes on', () => {
    // Its last day, 12 October 2027, lies in 2027/28.
    expect(shown(checked(school([desktops({ osName: 'Windows 11 24H2 (E)', osEnd: '2027-10-12', osCanMove: false })], { policies: stays }), subject({ needsMemoryGb: 8 })))[0])
      .toBe('MU1, 16 desktops: Runs | No unsupported from 13 Oct 2027 | No unsupported from 13 Oct 2027 | No unsupported from 13 Oct 2027 | No unsupported from 13 Oct 2027');
    expect(shown(checked(school([desktops({ osName: 'Windows 11 24H2 (E)', osEnd: '2027-10-12' })], { policies: stays }), subject({ needsMemoryGb: 8 })))[0]).toBe('MU1, 16 desktops: Runs | Runs | Runs | Runs | Runs');
    // Supported to the end of its last day: 31 March 2027 is the last of 2026/27.
    expect(runs('Windows 11 24H2 (E)', 'Windows 11', { osEnd: '2027-03-31', osCanMove: false })).toBe('Runs');
  });

  test('longer support that was decided to be paid for puts that off, and the maker’s own end is said and stops nothing', () => {
    const asset = desktops({ id: 905, osName: 'Windows 10 22H2', osEnd: '2027-10-12', osCanMove: false });
    const paid = school([asset], { policies: stays, actions: [{ assetId: 905, action: 'extend_support', years: 2, yearlyPence: 400, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null }] });
    expect(shown(checked(paid, subject({ needsMemoryGb: 8 })))[0]).toBe('MU1, 16 desktops: Runs | Runs | Runs | No unsupported from 13 Oct 2029 | No unsupported from 13 Oct 2029');
    const maker = school([desktops({ vendorSupportEnd: '2026-12-31' })], { policies: stays });
    const report = checked(maker, subject({ needsMemoryGb: 8 }));
    expect(shown(report)[0]).toBe('MU1, 16 desktops: Runs | Runs | Runs | Runs | Runs');
    expect(report.rows[0] === undefined ? [] : fitSteps(maker, report, report.rows[0], 0).map(({ text }) => text).join(' ')).toContain('is past its maker’s support, which ended on 31 December 2026');
  });
});

describe('with an option', () => {
  const music = (costs: Parameters<typeof option>[2], parts: Partial<PlanSnapshot> = {}): PlanSnapshot => school(
    [desktops({ id: 910, purchaseDate: '2024-08-15' }), desktops({ id: 911, locationId: 3, quantity: 32, purchaseDate: '2024-08-15' })],
    { analysis: { ...NO_ANALYSIS, needs: [need({ id: 1, needsMemoryGb: 16, needsCores: 6, leastCores: 4, options: [option(11, 'Do nothing', []), option(12, 'The option', costs)] })] }, ...parts },
  );
  const with12 = (snapshot: PlanSnapshot): string[] => {
    const [first] = snapshot.analysis.needs;
    if (first === undefined) throw new Error('No need.');
    return shown(checked(snapshot, subjectOfNeed(snapshot, first), { needId: 1, optionId: 12 }));
  };

  test('a better model in a place is there from its day in the place of what was planned, and elsewhere nothing changes', () => {
    // Desktops bought August 2024 are due August 2029 by themselves.
    const snapshot = music([cost({ id: 1, modelId: 2, locationId: 1, quantity: 16, on: '2027-08-02' })]);
    expect(with12(snapshot)).toEqual([
      'MU1, 16 desktops: No 8 GB | Runs from Aug 2027 | Runs | Runs | Runs', 'IT3, 32 desktops: No 8 GB | No 8 GB | No 8 GB | Runs from Aug 2029 | Runs',
    ]);
    const [first] = snapshot.analysis.needs;
    expect(first === undefined ? [] : shown(checked(snapshot, subjectOfNeed(snapshot, first)))[0]).toBe('MU1, 16 desktops: No 8 GB | No 8 GB | No 8 GB | Runs from Aug 2029 | Runs');
  });

  test('fewer of it leave the rest as planned, and more than are there are new', () => {
    expect(with12(music([cost({ id: 1, modelId: 2, locationId: 1, quantity: 4, on: '2027-08-02' })]))[0]).toBe('MU1, 16 desktops: No 8 GB | Runs on 4 of 16 from Aug 2027 | Runs on 4 of 16 | Runs from Aug 2029 | Runs');
    expect(with12(music([cost({ id: 1, modelId: 2, locationId: 2, quantity: 5, on: '2027-08-02' })]))).toContain('MU2, 5 desktops: No no kit yet | Runs from Aug 2027 | Runs | Runs | Runs');
  });

  test('more memory is there until the kit is replaced', () => {
    expect(with12(music([cost({ id: 1, memoryGb: 16, locationId: 1, quantity: 16, on: '2026-12-01' })], { policies: policiesWith('desktop', { upgrade: null }) }))[0])
      .toBe('MU1, 16 desktops: Slow 4 cores, from Dec 2026 | Slow 4 cores | Slow 4 cores | No 8 GB, from Aug 2029 | No 8 GB');
    // What the policy fits to the same computers later, August 2027, takes nothing away.
    expect(with12(music([cost({ id: 1, memoryGb: 16, locationId: 1, quantity: 16, on: '2026-12-01' })], { policies: policiesWith('desktop', { replacementModelId: 2, upgrade: { atMonths: 36, unitPence: 3_800, priceDate: null, what: 'memory' } }) }))[0])
      .toBe('MU1, 16 desktops: Slow 4 cores, from Dec 2026 | Slow 4 cores | Slow 4 cores | Runs from Aug 2029 | Runs');
    // An upgrade never takes memory out.
    expect(with12(music([cost({ id: 1, memoryGb: 4, locationId: 1, quantity: 16, on: '2026-12-01' })]))[0]).toMatch(/^MU1, 16 desktops: No 8 GB \|/);
  });

  test('what was agreed is in the plan as it is, until the decision is taken back', () => {
    const snapshot = music([cost({ id: 1, modelId: 2, locationId: 1, quantity: 16, on: '2027-08-02' })]);
    const decision = {
      id: 1, number: 1, title: 'The suite', needId: 1, choice: 'approve', optionId: 12, mergedIntoNeedId: null, decider: 'Governors', decideBy: null, decidedOn: '2026-11-20', because: null, ifNot: null,
      conditions: null, workaround: null, whoNote: null, reviewOn: null, reviewQuestion: null, reviewedOn: null, outcome: null, pilotUntil: null, pilotMeasure: null, virementId: null, replacesId: null, weighed: [], tellings: [],
    } as const;
    const analysis = { ...snapshot.analysis, decisions: [decision] };
    const agreed = { ...snapshot, analysis, needs: plannedNeeds(analysis) };
    expect(shown(checked(agreed, subject({ needsMemoryGb: 16 })))).toContain('MU1, 16 desktops: No 8 GB | Runs from Aug 2027 | Runs | Runs | Runs');
    expect(shown(checked(snapshot, subject({ needsMemoryGb: 16 })))).toContain('MU1, 16 desktops: No 8 GB | No 8 GB | No 8 GB | Runs from Aug 2029 | Runs');
    // As a pilot that ends before it would come, it never comes; a pilot that ends later has it.
    const pilot = (pilotUntil: string): string[] => {
      const facts = { ...snapshot.analysis, decisions: [{ ...decision, choice: 'approve_pilot' as const, pilotUntil }] };
      return shown(checked({ ...snapshot, analysis: facts, needs: plannedNeeds(facts) }, subject({ needsMemoryGb: 16 })));
    };
    expect(pilot('2027-08-01')).toContain('MU1, 16 desktops: No 8 GB | No 8 GB | No 8 GB | Runs from Aug 2029 | Runs');
    expect(pilot('2027-08-02')).toContain('MU1, 16 desktops: No 8 GB | Runs from Aug 2027 | Runs | Runs | Runs');
    // Left out by a scenario, it is not there.
    expect(shown(checked(applyChanges(agreed, [{ kind: 'need', needId: 1, included: false }]), subject({ needsMemoryGb: 16 })))).toContain('MU1, 16 desktops: No 8 GB | No 8 GB | No 8 GB | Runs from Aug 2029 | Runs');
  });

  test('what one need brings never moves the memory that another fits to other computers', () => {
    const needs = [
      need({ id: 1, options: [option(11, 'Memory', [cost({ id: 1, memoryGb: 16, locationId: 1, quantity: 4, on: '2026-12-01' })])], recommendedOptionId: 11 }),
      need({ id: 2, name: 'One large', options: [option(21, 'One large', [cost({ id: 2, modelId: 2, locationId: 1, quantity: 1, on: '2026-11-25' })])], recommendedOptionId: 21 }),
    ];
    // Four that stay until August 2029 and have the memory, then four that are replaced in August 2027, one of them at once.
    const facts = school([desktops({ quantity: 4, purchaseDate: '2024-08-15' }), desktops({ quantity: 4 })], { analysis: { ...NO_ANALYSIS, needs }, needs: plannedNeeds({ needs, decisions: [] }) });
    const counting = (...ids: readonly number[]): string[] =>
      shown(checked(applyChanges(facts, ids.map((needId) => ({ kind: 'need', needId, included: true }))), subject({ needsMemoryGb: 16 })));
    expect(counting(1)).toEqual(['MU1, 8 desktops: Runs on 4 of 8 from Dec 2026 | Runs from Aug 2027 | Runs | Runs | Runs']);
    expect(counting(1, 2)).toEqual(['MU1, 8 desktops: Runs on 5 of 8 from Dec 2026 | Runs from Aug 2027 | Runs | Runs | Runs']);
  });

  test('a need that asks for nothing itself asks for what its title asks', () => {
    const snapshot = school([], { software: [title({ id: 7, needsMemoryGb: 32 })] });
    const request = { product: 'Sound stage', publisher: null, seats: null, softwareId: 7, compatible: 'unknown', networkInstall: 'unknown', licenceAllows: 'unknown', checkNote: null } as const;
    expect(subjectOfNeed(snapshot, need({ id: 1, software: request })).requirements.needsMemoryGb).toBe(32);
    expect(subjectOfNeed(snapshot, need({ id: 1, software: request, needsMemoryGb: 8 })).requirements.needsMemoryGb).toBe(8);
  });
});

describe('what is read of it', () => {
  test('the requirements in a few words', () => {
    expect(requirementWords({ ...NOTHING, needsMemoryGb: 16, needsCores: 6, leastCores: 4 })).toBe('16 GB and 6 cores (slow on 4)');
    expect(requirementWords({ ...NOTHING, needsMemoryGb: 16, leastMemoryGb: 8, needsStorageGb: 60, needsSystem: 'Windows 11' })).toBe('16 GB (slow on 8 GB), 60 GB of storage and Windows 11');
    expect(requirementWords(NOTHING)).toBeNull();
  });

  test('a sentence that says where it runs and from when', () => {
    const said = (assets: PlanSnapshot['assets']): string => fitSentence(checked(school(assets), SOUND)).text;
    expect(said([])).toBe('Sound stage has no computer that it could run on.');
    expect(said([desktops({ modelId: 2 })])).toBe('Sound stage runs well in MU1 in every year.');
    expect(said([desktops()])).toBe('Sound stage runs well in MU1 from 2027/28.');
    expect(said([desktops(), desktops({ locationId: 3, purchaseDate: '2023-12-12' }), kit({ modelId: 3, locationId: 2, purchaseDate: '2026-09-01' })]))
      .toBe('Sound stage runs well in MU1 from 2027/28 and in IT3 from 2028/29; not in MU2 at the end of 2030/31.');
    expect(said([desktops({ modelId: 2 }), desktops({ modelId: 2, locationId: 3 })])).toBe('Sound stage runs well in both rooms in every year.');
    expect(fitSentence(checked(school([desktops()], { policies: policiesWith('desktop', { binding: [] }) }), subject({ needsCores: 6, leastCores: 4 }))).text).toBe('Sound stage runs only slowly in MU1 in every year.');
    expect(said([kit({ modelId: 3, locationId: 2, purchaseDate: '2026-09-01' })])).toBe('Sound stage does not run in MU2 at the end of 2030/31.');
    // What nobody knows is not called a no.
    const unwritten = kit({ locationId: 2, purchaseDate: '2026-09-01' });
    expect(said([unwritten])).toBe('Whether Sound stage runs in MU2 at the end of 2030/31 is not known.');
    expect(said([desktops(), unwritten])).toBe('Sound stage runs well in MU1 from 2027/28; whether it runs in MU2 at the end of 2030/31 is not known.');
    expect(said([kit({ modelId: 3, locationId: 3, purchaseDate: '2026-09-01' }), unwritten]))
      .toBe('Sound stage does not run in IT3 at the end of 2030/31; whether it runs in MU2 at the end of 2030/31 is not known.');
  });

  test('a place that is called after those who have the kit, and kit in no room, read as English', () => {
    const locations = [...ROOMS, place(4, 'With staff')];
    const said = (locationId: number | null): string => fitSentence(checked(school([desktops({ modelId: 2, locationId })], { locations }), SOUND)).text;
    expect([said(4), said(null)]).toEqual(['Sound stage runs well with staff in every year.', 'Sound stage runs well outside any room in every year.']);
  });

  test('the rooms of those who use it first, with the largest others where these are few', () => {
    const snapshot = school([desktops({ departmentId: 5 }), desktops({ locationId: 3, quantity: 32 }), desktops({ locationId: 2, quantity: 2 })], { departments: [department(5, 'Music')] });
    const { rows } = checked(snapshot, subject({ needsMemoryGb: 16 }, { departmentIds: [5] }));
    expect(rows.map(({ name, meant }) => [name, meant])).toEqual([['MU1, 16 desktops', true], ['IT3, 32 desktops', false], ['MU2, 2 desktops', false]]);
    const many = Array.from({ length: 40 }, (_, index) => ({ ...rows[1], key: `${index}`, items: index })) as typeof rows;
    expect(roomsFirst([...rows.slice(0, 1), ...many]).map(({ items }) => items)).toEqual([16, 37, 38, 39]);
  });
});

test('the shipped mid-life upgrade says that it is memory and not how much', () => {
  expect(shippedPolicies().find(({ categoryKey }) => categoryKey === 'desktop')?.upgrade?.what).toBe('memory');
});
