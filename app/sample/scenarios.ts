import type { PlanChange } from '../../planning/scenarios/change.ts';
import type { ScenarioFields } from '../../db/repositories/scenarios.ts';
import type { SampleAsset } from './school.ts';

/** A difference of the made-up school's, for the kit that `of` picks where it is about kit. */
type SampleDifference = { readonly of: (asset: SampleAsset) => boolean; readonly change: (ids: readonly number[]) => PlanChange; readonly reason: string | null };

type SampleScenario = Pick<ScenarioFields, 'name' | 'note'> & {
  /** The scenario of every new plan that it takes the place of. */
  readonly id: number;
  readonly differences: readonly SampleDifference[];
};

const none = (): boolean => false;
const inTrolley = (...trolleys: readonly string[]) => ({ location }: SampleAsset): boolean => location !== null && trolleys.includes(location);
const panelsIn = (...rooms: readonly string[]) => ({ categoryKey, location }: SampleAsset): boolean =>
  categoryKey === 'interactive_panel' && location !== null && rooms.includes(location);
/** The servers and the storage unit of Comms 1, bought together in August 2024. */
const bought2024 = (categoryKey: string) => (asset: SampleAsset): boolean => asset.categoryKey === categoryKey && asset.location === 'Comms 1';

const NOTHING_MORE = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null } as const;
const notReplaced = (assetIds: readonly number[]): PlanChange => ({ kind: 'action', assetIds, action: 'retire', ...NOTHING_MORE });
const keptUntilTheyFail = (assetIds: readonly number[]): PlanChange => ({ kind: 'action', assetIds, action: 'keep', ...NOTHING_MORE });
const movedTo = (date: string) => (assetIds: readonly number[]): PlanChange => ({ kind: 'move', moves: assetIds.map((assetId) => ({ assetId, date })) });

/** What Hillcrest weighs up: the compromise it is asked to agree to, and what it would do with less. */
export const SAMPLE_SCENARIOS: readonly SampleScenario[] = [
  {
    id: 2, name: 'Spread the cost', note: 'The compromise with Humanities and Finance.',
    differences: [
      { of: inTrolley('Trolley E'), change: notReplaced, reason: 'Humanities shares a trolley with RE, agreed on 3 November.' },
      {
        of: bought2024('storage'), reason: 'A fifth year under a paid warranty. Northmoor’s quote of 12 November 2026.',
        change: (assetIds) => ({ kind: 'action', assetIds, action: 'extend_cover', ...NOTHING_MORE, years: 1, yearlyPence: 78_000, priceDate: '2026-11-12' }),
      },
      { of: bought2024('storage'), change: movedTo('2029-08-14'), reason: 'When the paid year of warranty ends.' },
    ],
  },
  {
    id: 3, name: 'Essentials only', note: 'Only what lessons, exams and safety must have.',
    differences: [
      { of: none, change: () => ({ kind: 'life', categoryKey: 'desktop', userGroup: null, lifeMonths: 72 }), reason: 'Slow logins in IT2 from 2027 are borne.' },
      { of: inTrolley('Trolley D', 'Trolley E'), change: notReplaced, reason: 'Reading tests then take two weeks, not one.' },
      { of: inTrolley('Trolley H'), change: notReplaced, reason: 'Two trolleys of tablets are enough for fieldwork.' },
      { of: panelsIn('M3', 'E3'), change: keptUntilTheyFail, reason: 'Their rooms have whiteboards.' },
      { of: bought2024('server'), change: movedTo('2029-04-14'), reason: null },
    ],
  },
];
