import { compareDays } from '../../calendar.ts';
import { compareNames } from '../../words.ts';
import { MOSCOW, type Moscow } from '../vocabulary.ts';
import type { Coverage, NeedRow } from './coverage.ts';
import { COVERAGE_STATE_WORDS, COVERAGE_STATES, isLeftOut, type CoverageState } from './states.ts';

/** In what order needs stand. `objective`: what waits first, then by the objective that each serves most. */
export const COVERAGE_SORTS = ['objective', 'number', 'name', 'cost', 'state', 'moscow'] as const;
export type CoverageSort = (typeof COVERAGE_SORTS)[number];

export const COVERAGE_SORT_WORDS: Readonly<Record<CoverageSort, string>> = {
  objective: 'By objective, what waits first', number: 'By number', name: 'By name', cost: 'The dearest first', state: 'By state', moscow: 'By how much it matters',
};

/** Which needs are shown: a state, all that serve no objective whatever their state, or those without a row. Null shows all rows. */
export type Shown = CoverageState | 'left_out' | null;

export type CoverageFilter = { readonly show: Shown; readonly departmentId: number | null; readonly moscow: Moscow | null };

export const NO_FILTER: CoverageFilter = { show: null, departmentId: null, moscow: null };

/** The needs that are shown, in their order. */
export function arrange(coverage: Coverage, { show, departmentId, moscow }: CoverageFilter, sort: CoverageSort): readonly NeedRow[] {
  return shownRows(coverage, show)
    .filter(({ need }) => (departmentId === null || need.departmentId === departmentId) && (moscow === null || need.moscow === moscow))
    .toSorted((a, b) => ORDERS[sort](a, b) || a.need.number - b.need.number);
}

function shownRows({ rows, leftOut, needsWithoutObjective }: Coverage, show: Shown): readonly NeedRow[] {
  if (show === null) return rows;
  if (show === 'left_out') return leftOut;
  if (show === 'no_objective') return needsWithoutObjective;
  return (isLeftOut(show) ? leftOut : rows).filter(({ state }) => state === show);
}

/** What a list of filters offers, each with how many needs it shows. */
export function showChoices(coverage: Coverage): readonly { readonly show: Shown; readonly label: string; readonly count: number }[] {
  const choice = (show: Shown, words: string): { readonly show: Shown; readonly label: string; readonly count: number } => ({ show, label: words, count: shownRows(coverage, show).length });
  return [
    choice(null, 'All needs'),
    ...COVERAGE_STATES.map((state) => choice(state, COVERAGE_STATE_WORDS[state])).filter(({ count }) => count > 0),
    ...(coverage.leftOut.length > 0 ? [choice('left_out', 'Merged, declined or withdrawn')] : []),
  ];
}

type Order = (a: NeedRow, b: NeedRow) => number;

/** The column of the first objective that cannot be met without it, else of the first that it helps; the last for none. */
function mainColumn({ cells }: NeedRow): number {
  const at = cells.includes('essential') ? cells.indexOf('essential') : cells.indexOf('helps');
  return at < 0 ? cells.length : at;
}

const byDay: Order = (a, b) => compareDays(a.waiting?.decideBy ?? null, b.waiting?.decideBy ?? null);

const ORDERS: Readonly<Record<CoverageSort, Order>> = {
  objective: (a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting') || (a.state === 'waiting' && b.state === 'waiting' ? byDay(a, b) : 0) || mainColumn(a) - mainColumn(b),
  number: () => 0,
  name: (a, b) => compareNames(a.need.name, b.need.name),
  cost: (a, b) => (b.pence ?? -1) - (a.pence ?? -1),
  state: (a, b) => COVERAGE_STATES.indexOf(a.state) - COVERAGE_STATES.indexOf(b.state) || byDay(a, b),
  moscow: (a, b) => MOSCOW.indexOf(a.need.moscow) - MOSCOW.indexOf(b.need.moscow),
};
