import type { PlanSnapshot } from './snapshot.ts';
import { placeWords } from './budget/words.ts';
import { placeOfChange, type PlanChange } from './scenarios/change.ts';
import { actionWords, kitWords, movedTo } from './scenarios/difference-words.ts';
import type { BasisPoints } from './vocabulary.ts';
import { categoryNamed, type Category } from './categories.ts';
import { financialYearLabel } from './calendar.ts';
import { formatCount, formatPounds, formatRate } from './money.ts';
import { policyChangeSubject, policyChangeWords, policySubjectWords } from './policies/change-words.ts';
import { riseIn } from './rises.ts';
import { policyToStartFrom, subjectOf } from './scenarios/policy-change.ts';
import { inWords, spanOf } from './words.ts';

type LifeChange = Extract<PlanChange, { kind: 'life' }>;
type RiseChange = Extract<PlanChange, { kind: 'price_rise' }>;

/** How a change reads at the start of a sentence about its effect: `Keeping pupil laptops for 5 years`. */
export function whatIfSubject(snapshot: PlanSnapshot, changes: readonly PlanChange[]): { readonly text: string; readonly plural: boolean } {
  const [only] = changes;
  if (only === undefined) return { text: 'Changing nothing', plural: false };
  if (changes.length > 1) return { text: `These ${inWords(changes.length)} changes`, plural: true };
  switch (only.kind) {
    case 'life': return { text: `Keeping ${kitOf(snapshot, only)} for ${spanOf(only.lifeMonths)}`, plural: false };
    case 'price_rise': return { text: riseSubject(snapshot, only), plural: false };
    case 'loss_rate': return { text: `Losing ${formatRate(only.bp)} of ${lossKit(snapshot, only)} a year`, plural: false };
    case 'policy': return { text: policyChangeSubject(snapshot, only), plural: false };
    case 'move': case 'action': case 'need': case 'budget': case 'backlog': return { text: 'This change', plural: false };
  }
}

function riseSubject(snapshot: PlanSnapshot, change: RiseChange): string {
  const once = change.year !== undefined;
  const what = change.bp !== 0 ? `A price ${change.bp < 0 ? 'fall' : 'rise'} of ${formatRate(change.bp)}${once ? '' : ' a year'}`
    : once ? 'A price that stays as it is' : 'A price that never rises';
  return `${what}${riseScope(snapshot, change)}`;
}

/** ` for laptops in 2027/28`: what a rise is for, where it is not everything in every year. */
const riseScope = (snapshot: PlanSnapshot, { categoryKey, year }: RiseChange): string =>
  (categoryKey === undefined ? '' : ` for ${categoryOf(snapshot, categoryKey).plural}`)
  + (year === undefined ? '' : ` in ${financialYearLabel(year, snapshot.school.yearStartMonth)}`);

/**
 * Each change with what it was before, in the middle of a sentence: `pupil laptops kept 5 years instead of 4`.
 * `snapshot` is the plan without the changes.
 */
export const describeWhatIf = (snapshot: PlanSnapshot, changes: readonly PlanChange[]): string[] =>
  changes.map((change) => {
    switch (change.kind) {
      case 'life': return lifeWords(snapshot, change);
      case 'price_rise': {
        const before = riseIn(snapshot.inflation, change.categoryKey ?? null, change.year ?? null);
        // `prices rising 5% a year instead of 3%`: only what goes another way needs its own verb.
        const insteadOf = change.bp * before > 0 ? formatRate(before) : riseWords(before, change.year);
        return `${riseWords(change.bp, change.year)}${riseScope(snapshot, change)} instead of ${insteadOf}`;
      }
      case 'loss_rate': return `${formatRate(change.bp)} of ${lossKit(snapshot, change)} lost or broken a year instead of ${lossBefore(snapshot, change)}`;
      case 'policy': return policyChangeWords(snapshot, change);
      case 'move': return `${kitWords(snapshot, change.moves.map(({ assetId }) => assetId))} moved to ${movedTo(snapshot, change)}`;
      case 'action': return `${kitWords(snapshot, change.assetIds)} ${actionWords(snapshot, change)}`;
      case 'need': return `${snapshot.needs.find(({ id }) => id === change.needId)?.name ?? 'a need'} ${change.included ? 'counted in' : 'left out'}`;
      case 'budget': return budgetWords(snapshot, change);
      case 'backlog': return `overdue kit bought over ${formatCount(change.years)} years`;
    }
  });

function budgetWords(snapshot: PlanSnapshot, change: Extract<PlanChange, { kind: 'budget' }>): string {
  const { year, pence } = change;
  const which = `${placeWords(snapshot, placeOfChange(change), year)} for ${financialYearLabel(year, snapshot.school.yearStartMonth)}`;
  return pence === null ? `no ${which}` : `${which} of ${formatPounds(pence)}`;
}

function lifeWords(snapshot: PlanSnapshot, change: LifeChange): string {
  const { lifeMonths, fromYear } = change;
  const policy = policyToStartFrom(snapshot.policies, subjectOf(change));
  const before = policy === null ? '' : ` instead of ${insteadOf(policy.lifeMonths, lifeMonths)}`;
  const from = fromYear === undefined ? '' : `, from ${financialYearLabel(fromYear, snapshot.school.yearStartMonth)} on`;
  return `${kitOf(snapshot, change)} kept ${spanOf(lifeMonths)}${before}${from}`;
}

/** `4` beside another number of years, else with its unit. */
const insteadOf = (before: number, now: number): string =>
  before % 12 === 0 && now % 12 === 0 ? String(before / 12) : spanOf(before);

const riseWords = (bp: BasisPoints, year: number | undefined): string =>
  (bp === 0 ? 'prices that stay as they are' : `prices ${bp < 0 ? 'falling' : 'rising'} ${formatRate(bp)}${year === undefined ? ' a year' : ''}`);

const categoryOf = (snapshot: PlanSnapshot, key: string): Category => categoryNamed(snapshot.categories, key);

const kitOf = (snapshot: PlanSnapshot, change: LifeChange): string => policySubjectWords(snapshot, subjectOf(change));

type LossChange = Extract<PlanChange, { kind: 'loss_rate' }>;

const lossKit = (snapshot: PlanSnapshot, change: LossChange): string =>
  change.categoryKey === undefined ? 'all kit' : categoryOf(snapshot, change.categoryKey).plural;

function lossBefore(snapshot: PlanSnapshot, change: LossChange): string {
  const rates = new Set(snapshot.policies
    .filter((policy) => change.categoryKey === undefined || policy.categoryKey === change.categoryKey)
    .map((policy) => policy.lossBp));
  const [only] = rates;
  if (rates.size > 1) return 'rates that differ';
  return only === undefined || only === 0 ? 'none' : formatRate(only);
}
