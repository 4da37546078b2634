import { financialYearLabel } from '../calendar.ts';
import { formatCount } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { FundKey } from '../vocabulary.ts';
import { itemCount, listOf } from '../words.ts';

/** What names a fund, one part for each kind of thing: "30 items of kit", "the budget of 2026/27". Empty where nothing does. */
export function fundUses(snapshot: PlanSnapshot, key: FundKey): readonly string[] {
  const named = <Each extends { readonly fundKey: FundKey | null }>(list: readonly Each[]): readonly Each[] => list.filter(({ fundKey }) => fundKey === key);
  const counted = (count: number, one: string, several: string): string[] => (count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? one : several}`]);
  const { finance, school } = snapshot;
  const items = named(snapshot.assets).reduce((sum, { quantity }) => sum + quantity, 0);
  const years = [...new Set(named(snapshot.budgets).map(({ year }) => year))].toSorted((a, b) => a - b);
  return [
    ...(items === 0 ? [] : [`${itemCount(items)} of kit`]),
    ...counted(named(snapshot.orders).length, 'order', 'orders'), ...counted(named(snapshot.policies).length, 'policy', 'policies'),
    ...counted(agreementsOf(snapshot, key), 'contract or running cost', 'contracts and running costs'),
    ...counted(snapshot.analysis.needs.filter(({ options }) => options.some(({ costs }) => named(costs).length > 0)).length, 'need', 'needs'),
    ...(years.length === 0 ? [] : [`the budget of ${listOf(years.map((year) => financialYearLabel(year, school.yearStartMonth)))}`]),
    ...counted(finance.virements.filter(({ from, to }) => from.fundKey === key || to.fundKey === key).length, 'virement', 'virements'),
    ...counted(named(finance.actuals).length, 'row of actuals', 'rows of actuals'), ...counted(named(finance.fundCodes).length, 'code of your ledger', 'codes of your ledger'),
    ...counted(named(finance.capitalChoices).length, 'choice of capital or revenue', 'choices of capital or revenue'),
    ...counted(differencesNaming(snapshot, key), 'difference of a scenario', 'differences of scenarios'),
  ];
}

const agreementsOf = ({ recurring, contracts, software }: PlanSnapshot, key: FundKey): number =>
  new Set([...recurring, ...contracts, ...software].flatMap(({ id, fundKey }) => (fundKey === key ? [id] : []))).size;

const differencesNaming = ({ scenarios }: PlanSnapshot, key: FundKey): number => scenarios.flatMap(({ differences }) => differences)
  .filter(({ change }) => (change.kind === 'budget' && change.fundKey === key) || (change.kind === 'policy' && change.set.fundKey === key)).length;
