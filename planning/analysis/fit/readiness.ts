import type { SoftwareTitle } from '../../agreements/agreement.ts';
import { categoryNamed } from '../../categories.ts';
import { formatCount } from '../../money.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { kitCount, listOf } from '../../words.ts';
import { judging, together, type JudgedGroup } from './check.ts';
import type { FitAnswer } from './judge.ts';
import { lookedAtToday, type PlannedKit } from './planned-kit.ts';
import { asksNothing, subjectOfTitle } from './subject.ts';

/**
 * Whether the school's computers are large enough for a title today, by the same rule as the fit check of a room
 * (planning/analysis/fit/judge.ts); where a title says which departments use it, only theirs are looked at. Its words for a
 * processor are left to people: its cores are compared.
 */
export type Readiness = {
  /** Items looked at. */
  readonly quantity: number;
  /** Of these, those on which it runs, well or slowly. */
  readonly runs: number;
  readonly slow: number;
  readonly tooSmall: number;
  /** Nobody knows what they have. */
  readonly unknown: number;
  /** Where it is too small or not known, by department, those with most first; null is kit of no department. */
  readonly byDepartment: readonly ReadinessGroup[];
  /** The same by model; null is kit without one. */
  readonly byModel: readonly ReadinessGroup[];
  readonly tooSmallIds: readonly number[];
  readonly unknownIds: readonly number[];
  /** "Runs on 212 of 224 desktops; 12 have 4 GB." */
  readonly text: string;
};

export type ReadinessGroup = { readonly id: number | null; readonly runs: number; readonly tooSmall: number; readonly unknown: number };

type Theirs = JudgedGroup & { readonly departmentId: number | null };

/** Null where the title asks for nothing that can be compared, or the school has no computer that it could run on. */
export function readinessOf(snapshot: PlanSnapshot, kit: PlannedKit, title: SoftwareTitle): Readiness | null {
  if (asksNothing(title)) return null;
  const { departmentIds } = title;
  const judged = judging(subjectOfTitle(title));
  const { month, day } = lookedAtToday(kit.context);
  const theirs = kit.standings.filter(({ departmentId }) => departmentIds.length === 0 || (departmentId !== null && departmentIds.includes(departmentId)));
  const groups = theirs.flatMap((standing) => together(kit.groupsIn(standing, month), judged, day).map((group): Theirs => ({ ...group, departmentId: standing.departmentId })));
  if (groups.length === 0) return null;
  const of = (...answers: readonly FitAnswer[]): readonly Theirs[] => groups.filter(({ judgement }) => answers.includes(judgement.answer));
  const idsOf = (found: readonly Theirs[]): number[] => found.flatMap(({ assetIds }) => assetIds).sort((a, b) => a - b);
  const counts = { quantity: sum(groups), runs: sum(of('runs', 'slow')), slow: sum(of('slow')), tooSmall: sum(of('no')), unknown: sum(of('unknown')) };
  return {
    ...counts, byDepartment: groupsOf(groups, ({ departmentId }) => departmentId), byModel: groupsOf(groups, ({ spec }) => spec.modelId),
    tooSmallIds: idsOf(of('no')), unknownIds: idsOf(of('unknown')), text: readinessText(snapshot, groups, counts),
  };
}

const sum = (groups: readonly JudgedGroup[]): number => groups.reduce((total, { items }) => total + items, 0);

function groupsOf(groups: readonly Theirs[], key: (each: Theirs) => number | null): ReadinessGroup[] {
  const counted = [...Map.groupBy(groups, key)].map(([id, alike]): ReadinessGroup => {
    const of = (...answers: readonly FitAnswer[]): number => sum(alike.filter(({ judgement }) => answers.includes(judgement.answer)));
    return { id, runs: of('runs', 'slow'), tooSmall: of('no'), unknown: of('unknown') };
  });
  return counted.filter(({ tooSmall, unknown }) => tooSmall + unknown > 0)
    .sort((a, b) => b.tooSmall - a.tooSmall || b.unknown - a.unknown || (a.id ?? 0) - (b.id ?? 0));
}

function readinessText(
  snapshot: PlanSnapshot, groups: readonly Theirs[], { quantity, runs, slow, unknown }: Pick<Readiness, 'quantity' | 'runs' | 'slow' | 'unknown'>,
): string {
  const kinds = new Set(groups.map(({ spec }) => spec.categoryKey));
  const [only] = kinds;
  const kit = kinds.size === 1 && only !== undefined
    ? kitCount(categoryNamed(snapshot.categories, only), null, quantity) : `${formatCount(quantity)} computers`;
  const slowly = slow === 0 ? [] : [slow === runs && runs === quantity ? 'slowly' : `slowly on ${formatCount(slow)}`];
  if (runs === quantity) return `${quantity === 1 ? 'Runs on the only one' : `Runs on all ${kit}`}${slowly.map((words) => `, ${words}`).join('')}.`;
  const short = groups.filter(({ judgement }) => judgement.answer === 'no');
  const lacking = [...Map.groupBy(short, ({ judgement }) => lackWords(judgement.checks, sum(short) === 1))]
    .sort((a, b) => sum(b[1]) - sum(a[1])).map(([, alike]) => `${formatCount(sum(alike))} ${lackWords(alike[0]?.judgement.checks ?? [], sum(alike) === 1)}`);
  const notKnown = unknown === 0 ? [] : [`of ${formatCount(unknown)} it is not known`];
  const first = runs === 0 ? `Runs on none of ${kit} for certain` : `Runs on ${formatCount(runs)} of ${kit}`;
  return `${first}; ${listOf([...slowly, ...lacking, ...notKnown])}.`;
}

/** `has 4 GB of memory`, `have 4 GB of memory`, `run Windows 8.1`: what the first shortfall is. */
function lackWords(checks: JudgedGroup['judgement']['checks'], one: boolean): string {
  const found = checks.find(({ answer }) => answer === 'no');
  if (found === undefined) return `${one ? 'is' : 'are'} too small`;
  switch (found.about) {
    case 'memory': return `${one ? 'has' : 'have'} ${found.short} of memory`;
    case 'storage': case 'cores': return `${one ? 'has' : 'have'} ${found.short}`;
    case 'system': return `${one ? 'runs' : 'run'} ${found.short}`;
    case 'support': return `${one ? 'is' : 'are'} ${found.short}`;
  }
}
