import { categoryNamed } from '../categories.ts';
import { formatCount } from '../money.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES, SPEND_NATURES, type CostCategory, type Pence, type SpendNature } from '../vocabulary.ts';
import { startUpper } from '../words.ts';
import { placeTitle } from './code-titles.ts';
import { accountsReturnCode } from './codes.ts';
import { budgetEntries, type BudgetEntry } from './entries.ts';

/** A code that the open year has money under, and what that is for. */
export type CodeInUse = {
  readonly code: string;
  readonly costCategory: CostCategory;
  readonly nature: SpendNature;
  /** `Laptops, desktops and tablets`; `…, capital` for the capital twin. */
  readonly means: string;
  /** `Switches, firewalls and routers`, `11 titles`, `4 kinds, 2 contracts`. */
  readonly kinds: string;
  readonly netPence: Pence;
  /** Where an academy's accounts return has it; null for capital. */
  readonly accountsCode: string | null;
};

/** How many kinds of kit are named before they are only counted. */
const NAMED_KINDS = 3;

/** The codes of the open year, revenue first: together they are what the year costs. */
export function codesInUse(snapshot: PlanSnapshot, plan: Forecast): readonly CodeInUse[] {
  const open = budgetEntries(snapshot, plan).filter(({ yearIndex }) => yearIndex === 0);
  return SPEND_NATURES.flatMap((nature) => COST_CATEGORIES.flatMap((costCategory): CodeInUse[] => {
    const of = open.filter((entry) => entry.nature === nature && entry.costCategory === costCategory);
    const codes = [...new Set(of.map(({ code }) => code))];
    return codes.map((code): CodeInUse => {
      const entries = of.filter((entry) => entry.code === code);
      return {
        code, costCategory, nature, means: placeTitle(costCategory, nature), kinds: kindsIn(snapshot, entries),
        netPence: entries.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0), accountsCode: accountsReturnCode(costCategory, nature),
      };
    });
  }));
}

const counted = (count: number, one: string, several: string): string[] => (count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? one : several}`]);

function kindsIn(snapshot: PlanSnapshot, entries: readonly BudgetEntry[]): string {
  const what = entries.map(({ line, spent }) => line ?? spent);
  const agreements = new Set(what.flatMap((each) => each?.recurringId ?? []));
  const consumables = entries.some(({ line, spent }) => line?.kind === 'consumable' || spent?.source === 'consumable');
  // What the finance system says was spent names no kind.
  const booked = entries.some(({ spent }) => spent !== null && spent.categoryKey === null);
  const kit = [...new Set(entries.flatMap(({ line, spent }) => {
    const found = line ?? spent;
    const isKit = found !== null && found.recurringId === null && line?.kind !== 'consumable' && spent?.source !== 'consumable';
    return isKit && found.categoryKey !== null ? [found.categoryKey] : [];
  }))];
  const among = (list: readonly { readonly id: number }[]): number => list.filter(({ id }) => agreements.has(id)).length;
  const [titles, contracts] = [among(snapshot.software), among(snapshot.contracts)];
  const named = kit.length > NAMED_KINDS ? [`${formatCount(kit.length)} kinds`] : kit.map((key) => categoryNamed(snapshot.categories, key).plural);
  return startUpper([
    ...named, ...(consumables ? ['consumables'] : []), ...(booked ? ['as booked'] : []), ...counted(titles, 'title', 'titles'), ...counted(contracts, 'contract', 'contracts'),
    ...counted(agreements.size - titles - contracts, 'running cost', 'running costs'),
  ].join(', '));
}
