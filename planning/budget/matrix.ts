import type { FinancialYear, Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { itemsWithoutPrice } from '../totals.ts';
import { COST_CATEGORIES, SPEND_NATURES, type FundKey, type Pence, type SpendNature } from '../vocabulary.ts';
import { allocations, placeKey } from './allocation.ts';
import { adder, NO_MONEY, type BudgetCell, type Leaf, type Money } from './cells.ts';
import { placeTitle } from './code-titles.ts';
import { codeOf, hasCapitalCode, schemeOn } from './codes.ts';
import { budgetEntries, type BudgetEntry } from './entries.ts';
import type { Place } from './finance.ts';
import { fundInSentence, fundName, fundOrder } from './fund.ts';
import { isRevenueFinanced } from './memo.ts';

/** How the budget is looked at: which spending, with VAT or without, and what its rows are. */
export type BudgetView = {
  readonly nature: SpendNature | 'all';
  /** What things cost. Budgets are as they were entered in both. */
  readonly vat: 'net' | 'gross';
  readonly by: 'code' | 'fund';
};

/** A row of the budget: a code or a fund, or inside one of them a fund or a code; or money that no code has yet. */
export type BudgetRow = {
  readonly key: string;
  readonly kind: 'code' | 'fund' | 'undivided';
  /** What all of it shares; null where it goes over several. */
  readonly fundKey: FundKey | null;
  readonly costCategory: Place['costCategory'];
  readonly nature: Place['nature'];
  /** Its codes in the years shown, in turn: more than one where the school changes what it accounts by. */
  readonly codes: readonly string[];
  /** `Laptops, desktops and tablets, capital`, `Pupil premium`. */
  readonly name: string;
  /** In the middle of a sentence, in each year: its code then, `the pupil premium`, `what no code has yet`. */
  readonly said: readonly string[];
  /** One a year. */
  readonly cells: readonly BudgetCell[];
  /** Inside it, by the other of the two; none where it is the smallest that the budget has. */
  readonly children: readonly BudgetRow[];
};

export type BudgetMatrix = {
  readonly view: BudgetView;
  readonly years: readonly FinancialYear[];
  /** Whether anything has been entered for that year, of any code or fund. */
  readonly entered: readonly boolean[];
  readonly rows: readonly BudgetRow[];
  /** All seven of DfE's categories, and what is not divided among them. */
  readonly total: readonly BudgetCell[];
  /** "Educational ICT": six revenue codes, without administration software; null where only capital is shown. */
  readonly benchmark: readonly BudgetCell[] | null;
  /** Capital that revenue pays for, by year: shown once more as E30 with its mirror CI04, in no total. Null where there is none. */
  readonly revenueFinanced: readonly Pence[] | null;
  /** Items that these figures leave out for want of a price. */
  readonly unpriced: number;
};

/** What the budget reads of a forecast. */
export type Planned = Pick<Forecast, 'lines' | 'spent' | 'years' | 'yearStartMonth' | 'noPrice'>;

/** What DfE compares schools by under "Educational ICT": it counts administration software among administration, and no capital. */
export const isBenchmark = ({ costCategory, nature }: Pick<Place, 'costCategory' | 'nature'>): boolean =>
  nature === 'revenue' && costCategory !== null && costCategory !== 'admin_software';

/** Where money of a place is spent: what was entered as capital where there is no such code stands with its revenue. */
export const spentUnder = (place: Place): Place =>
  (place.costCategory === null || hasCapitalCode(place.costCategory) ? place : { ...place, nature: 'revenue' });

/** Money that a place holds in one of the years shown. */
export type Held = Place & { readonly yearIndex: number; readonly pence: Pence };

/** Budgets are of the school's own years: in another calendar there is nothing to set beside the costs. */
const heldByYear = (snapshot: PlanSnapshot, { years, yearStartMonth }: Planned): readonly Held[] =>
  (yearStartMonth !== snapshot.school.yearStartMonth ? []
    : allocations(snapshot).map((each) => ({ ...each, yearIndex: years.findIndex(({ year }) => year === each.year) })));

/** Code by fund by year, or fund by code: every figure is a sum of `budgetEntries` beside `allocations`, or beside what is `held` of them. */
export function budgetMatrix(snapshot: PlanSnapshot, forecast: Planned, view: BudgetView, held = heldByYear(snapshot, forecast)): BudgetMatrix {
  const { years } = forecast;
  const all = leavesOf(snapshot, forecast, view.vat, held);
  const sum = adder(all, years.length);
  const leaves = all.filter(({ place }) => view.nature === 'all' || place.nature === view.nature);
  const benchmark = leaves.filter(({ place }) => isBenchmark(place));
  const financed = leaves.filter(({ place }) => place.nature === 'capital' && isRevenueFinanced(snapshot.funds, { nature: 'capital', paidFrom: place.fundKey }));
  const undivided = years.map((_, year) => all.some(({ place, cells }) => place.costCategory === null && (cells[year]?.allocated ?? null) !== null));
  return {
    view, years, entered: years.map((_, year) => all.some(({ cells }) => (cells[year]?.allocated ?? null) !== null)),
    rows: view.by === 'code' ? codeRows(snapshot, years, leaves, view, sum) : fundRows(snapshot, years, leaves, sum),
    total: sum(leaves),
    // Nobody knows yet how much of what is not divided is for administration software.
    benchmark: view.nature === 'capital' ? null
      : sum(benchmark).map((cell, year) => (undivided[year] === true ? { ...cell, allocated: null, left: null } : cell)),
    revenueFinanced: financed.length === 0 ? null : sum(financed).map(({ forecast: pence }) => pence),
    unpriced: leaves.some(({ cells }) => cells.some((cell) => cell.unpriced > 0)) ? itemsWithoutPrice(forecast) : 0,
  };
}

/** What an entry comes to; null where no price is known. */
export const entryPence = ({ netPence, vatPence }: Pick<BudgetEntry, 'netPence' | 'vatPence'>, vat: BudgetView['vat']): Pence | null =>
  (netPence === null ? null : netPence + (vat === 'gross' ? vatPence ?? 0 : 0));

/** Money while it is being added up. */
type Counted = { -readonly [Key in keyof Money]: Money[Key] };

/** The smallest pieces of the budget: one for each fund, category and nature that holds or costs anything, and each fund's undivided money. */
function leavesOf(snapshot: PlanSnapshot, { years, lines, spent }: Planned, vat: BudgetView['vat'], held: readonly Held[]): readonly Leaf[] {
  const found = new Map<string, { place: Place; cells: Counted[] }>();
  const at = ({ fundKey, costCategory, nature }: Place, year: number): Counted | undefined => {
    const place = spentUnder({ fundKey, costCategory, nature });
    const key = placeKey(place);
    let leaf = found.get(key);
    if (leaf === undefined) found.set(key, leaf = { place, cells: years.map(() => ({ ...NO_MONEY })) });
    return leaf.cells[year];
  };
  for (const entry of budgetEntries(snapshot, { lines, spent })) {
    const cell = at({ fundKey: entry.paidFrom, costCategory: entry.costCategory, nature: entry.nature }, entry.yearIndex);
    if (cell === undefined) continue;
    const pence = entryPence(entry, vat);
    if (pence === null) cell.unpriced += entry.quantity;
    else if (entry.state === 'spent') cell.spent += pence;
    else if (entry.state === 'committed') cell.committed += pence;
    else cell.toCome += pence;
  }
  for (const each of held) {
    const cell = each.yearIndex < 0 ? undefined : at(each, each.yearIndex);
    if (cell !== undefined) cell.allocated = (cell.allocated ?? 0) + each.pence;
  }
  return [...found.values()];
}

type SumOf = (leaves: readonly Leaf[]) => readonly BudgetCell[];
type Coded = { readonly costCategory: NonNullable<Place['costCategory']>; readonly nature: SpendNature };

/** Every code there can be, revenue before capital, in DfE's order. */
const CODES: readonly Coded[] = SPEND_NATURES.flatMap((nature) =>
  COST_CATEGORIES.filter((costCategory) => nature === 'revenue' || hasCapitalCode(costCategory)).map((costCategory) => ({ costCategory, nature })));

/** How a code is called in the years shown. */
function named(snapshot: PlanSnapshot, years: readonly FinancialYear[], { costCategory, nature }: Coded): Pick<BudgetRow, 'codes' | 'name' | 'said'> {
  const said = years.map(({ year, start }) => codeOf({ scheme: schemeOn(snapshot, start), costCategory, nature, year }, snapshot.finance.returnLines));
  return { codes: [...new Set(said)], name: placeTitle(costCategory, nature), said };
}

const notDivided = (years: readonly FinancialYear[]): Pick<BudgetRow, 'codes' | 'name' | 'said'> =>
  ({ codes: [], name: 'Not divided by code', said: years.map(() => 'what no code has yet') });

const isAt = ({ place }: Leaf, { costCategory, nature }: Coded): boolean => place.costCategory === costCategory && place.nature === nature;

/** A code of its own for each of the seven, used or not, and for capital that is planned or budgeted; funds inside. */
function codeRows(snapshot: PlanSnapshot, years: readonly FinancialYear[], leaves: readonly Leaf[], { nature }: BudgetView, sum: SumOf): readonly BudgetRow[] {
  const coded = CODES.flatMap((code): BudgetRow[] => {
    const of = leaves.filter((leaf) => isAt(leaf, code));
    if (of.length === 0 && (code.nature === 'capital' || nature === 'capital')) return [];
    const key = `code/${code.costCategory}/${code.nature}`;
    return [{
      key, kind: 'code', fundKey: null, ...code, ...named(snapshot, years, code), cells: sum(of),
      children: inFundOrder(snapshot, of).map((leaf) => fundRow(snapshot, `${key}/${leaf.place.fundKey}`, leaf.place.fundKey, code, sum([leaf]), [])),
    }];
  });
  const undivided = leaves.filter(({ place }) => place.costCategory === null);
  if (undivided.length === 0) return coded;
  const none = { costCategory: null, nature: null };
  return [...coded, {
    key: 'undivided', kind: 'undivided', fundKey: null, ...none, ...notDivided(years), cells: sum(undivided),
    children: inFundOrder(snapshot, undivided).map((leaf): BudgetRow =>
      ({ ...fundRow(snapshot, `undivided/${leaf.place.fundKey}`, leaf.place.fundKey, none, sum([leaf]), []), kind: 'undivided' })),
  }];
}

/** A row for each fund that holds or pays anything; codes inside, then what it has not divided. */
function fundRows(snapshot: PlanSnapshot, years: readonly FinancialYear[], leaves: readonly Leaf[], sum: SumOf): readonly BudgetRow[] {
  const funds = [...new Set(inFundOrder(snapshot, leaves).map(({ place }) => place.fundKey))];
  return funds.map((fundKey) => {
    const of = leaves.filter(({ place }) => place.fundKey === fundKey);
    const key = `fund/${fundKey}`;
    const coded = CODES.flatMap((code): BudgetRow[] => of.filter((leaf) => isAt(leaf, code)).map((leaf) => ({
      key: `${key}/${code.costCategory}/${code.nature}`, kind: 'code', fundKey, ...code, ...named(snapshot, years, code), cells: sum([leaf]), children: [],
    })));
    const undivided = of.filter(({ place }) => place.costCategory === null).map((leaf): BudgetRow => ({
      key: `${key}/undivided`, kind: 'undivided', fundKey, costCategory: null, nature: null, ...notDivided(years), cells: sum([leaf]), children: [],
    }));
    return fundRow(snapshot, key, fundKey, { costCategory: null, nature: null }, sum(of), [...coded, ...undivided]);
  });
}

const fundRow = (
  { funds }: PlanSnapshot, key: string, fundKey: FundKey, { costCategory, nature }: Pick<Place, 'costCategory' | 'nature'>,
  cells: readonly BudgetCell[], children: readonly BudgetRow[],
): BudgetRow => ({ key, kind: 'fund', fundKey, costCategory, nature, codes: [], name: fundName(funds, fundKey), said: cells.map(() => `the ${fundInSentence(funds, fundKey)}`), cells, children });

function inFundOrder({ funds }: PlanSnapshot, leaves: readonly Leaf[]): readonly Leaf[] {
  const order = fundOrder(funds);
  const rank = ({ place: { fundKey } }: Leaf): number => (order.includes(fundKey) ? order.indexOf(fundKey) : order.length);
  return leaves.toSorted((a, b) => rank(a) - rank(b) || (a.place.fundKey < b.place.fundKey ? -1 : Number(a.place.fundKey > b.place.fundKey)));
}
