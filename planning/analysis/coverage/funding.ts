import { allocations, fundMoney } from '../../budget/allocation.ts';
import { budgetEntries } from '../../budget/entries.ts';
import { fundNamed, usualFund } from '../../budget/fund.ts';
import { ownCost } from '../../budget/own-cost.ts';
import type { FundReason } from '../../budget/paying.ts';
import { formatLongDate } from '../../calendar.ts';
import { priceYearOf, type PlanContext } from '../../context.ts';
import { sumOf } from '../../money.ts';
import { placesOf } from '../../places.ts';
import { contextOf } from '../../quality.ts';
import type { Forecast, ForecastLine } from '../../result.ts';
import { money } from '../../sentences/say.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { FundKey, Pence } from '../../vocabulary.ts';
import { listOf, startLower } from '../../words.ts';
import { linesInPlan } from '../needs/in-plan.ts';
import type { Need, NeedOption, OptionCost } from '../need-facts.ts';

/*
 * Whether somebody pays for a need that was agreed. It is funded where nothing of this stands against it:
 *
 *   no option     it was agreed without saying which of its options
 *   no price      a line of it has no price
 *   no fund       no fund is named for a line, so it falls on the usual fund without anybody having said so
 *   ended, may not, used up   the fund that is named for a line does not pay for it (budget/paying.ts)
 *   no money      the fund that is named has no money in that year, although the year has a budget
 *   over          a fund that may go over its allocation, and is not the usual one, is to pay more that year than it has
 *   later years   somebody has said that its later years have not been found
 *   not there     it counts on something in the plan already, and the plan holds no such thing
 *
 * That the usual fund is over in a year is the plan's shortfall and no single need's: its reasons name it, its state does
 * not turn on it. Neither does it on what another budget pays.
 */

export type FundingProblem = {
  readonly kind: 'no_option' | 'unpriced' | 'no_fund' | Exclude<FundReason, 'named' | 'usual'> | 'no_money' | 'over' | 'later_years' | 'astray';
  /** A whole sentence. */
  readonly text: string;
};

export type Funding = {
  readonly problems: readonly FundingProblem[];
  /** What pays for it and what is to be known beside that, in whole sentences. */
  readonly paid: readonly string[];
};

/** What the money of a need is asked against, looked up once for all of them. */
export type FundingBook = {
  readonly snapshot: PlanSnapshot;
  readonly forecast: Forecast;
  readonly context: PlanContext;
  readonly linesOf: ReadonlyMap<number | null, readonly ForecastLine[]>;
  /** The school's years that have a budget, from whatever fund. */
  readonly budgeted: ReadonlySet<number>;
  /** What a fund has in one of the school's years; null where nobody has said. */
  readonly has: (year: number, fund: FundKey) => Pence | null;
  /** What it is to pay in that year, as it costs the school. */
  readonly pays: (year: number, fund: FundKey) => Pence;
};

export function fundingBook(snapshot: PlanSnapshot, forecast: Forecast): FundingBook {
  const context = contextOf(snapshot, forecast);
  const paid = new Map<string, Pence>();
  for (const entry of budgetEntries(snapshot, forecast)) {
    const key = `${priceYearOf(context, entry.month)} ${entry.paidFrom}`;
    paid.set(key, (paid.get(key) ?? 0) + (ownCost(snapshot, entry) ?? 0));
  }
  return {
    snapshot, forecast, context, linesOf: Map.groupBy(forecast.lines.filter(({ needId }) => needId !== null), ({ needId }) => needId),
    budgeted: new Set(allocations(snapshot).map(({ year }) => year)), has: fundMoney(snapshot), pays: (year, fund) => paid.get(`${year} ${fund}`) ?? 0,
  };
}

/** Who pays for a need that was agreed, and what stands against that. `option` is the one that was agreed. */
export function fundingOf(book: FundingBook, need: Need, option: NeedOption | null): Funding {
  if (option === null) return { problems: [{ kind: 'no_option', text: 'It was agreed without an option, so the plan holds no money for it.' }], paid: [] };
  const lines = book.linesOf.get(need.id) ?? [];
  return {
    problems: [...lineProblems(book, lines), ...laterProblem(option), ...astrayProblems(book, option)],
    paid: [...paidWords(book, lines), ...besideWords(book, option), ...shortWords(book, lines)],
  };
}

const labels = ({ forecast }: FundingBook, lines: readonly ForecastLine[]): string =>
  listOf([...new Set(lines.map(({ yearIndex }) => yearIndex))].toSorted((a, b) => a - b).flatMap((index) => forecast.years[index]?.label ?? []));

const costOf = (lines: readonly ForecastLine[]): string => money(sumOf(lines.map(({ netPence }) => netPence ?? 0)));

function lineProblems(book: FundingBook, lines: readonly ForecastLine[]): FundingProblem[] {
  const groups = Map.groupBy(lines, (line) => `${problemOf(book, line)}/${line.fundKey ?? ''}`);
  return [...groups.values()].flatMap((of): FundingProblem[] => {
    const [first] = of;
    const kind = first === undefined ? null : problemOf(book, first);
    return first === undefined || kind === null ? [] : [{ kind, text: problemWords(book, kind, first.fundKey, of) }];
  });
}

type LineProblem = Exclude<FundingProblem['kind'], 'no_option' | 'later_years' | 'astray'>;

function problemOf({ snapshot, context, budgeted, has, pays }: FundingBook, line: ForecastLine): LineProblem | null {
  if (line.fundReason === 'usual') return 'no_fund';
  if (line.fundReason !== 'named') return line.fundReason;
  if (line.netPence === null) return 'unpriced';
  const year = priceYearOf(context, line.month);
  const allocated = has(year, line.paidFrom);
  if ((allocated ?? 0) <= 0 && budgeted.has(year)) return 'no_money';
  const fund = fundNamed(snapshot.funds, line.paidFrom);
  return allocated !== null && !fund.usual && pays(year, fund.key) > allocated ? 'over' : null;
}

function problemWords(book: FundingBook, kind: LineProblem, fundKey: FundKey | null, lines: readonly ForecastLine[]): string {
  const { funds } = book.snapshot;
  const fund = fundKey === null ? null : fundNamed(funds, fundKey);
  const [name, end] = [fund?.name ?? '', fund?.endsOn ?? null];
  const [what, when] = [costOf(lines), labels(book, lines)];
  switch (kind) {
    case 'no_fund': return `No fund is named for ${what} in ${when}: it falls on the ${startLower(usualFund(funds).name)} without anybody having said so.`;
    case 'ended': return `${name} ends${end === null ? '' : ` on ${formatLongDate(end)}`}, before ${what} in ${when} that is named for it.`;
    case 'may_not': return `${name} may not pay for ${what} in ${when} that is named for it.`;
    case 'used_up': return `${name} is used up before ${what} in ${when} that is named for it.`;
    case 'unpriced': return `What it costs in ${when} is not known, so nobody can say that it is paid.`;
    case 'no_money': return `${name} has no money in ${when}, and ${what} is named for it.`;
    case 'over': return `${name} is to pay more in ${when} than it has, and ${what} of that is for this.`;
  }
}

const laterProblem = ({ laterYears }: NeedOption): FundingProblem[] =>
  (laterYears === 'not_funded' ? [{ kind: 'later_years', text: 'The money for its later years has not been found: its option says so.' }] : []);

function astrayProblems(book: FundingBook, option: NeedOption): FundingProblem[] {
  const { snapshot, forecast } = book;
  return option.costs
    .filter((cost) => cost.standing === 'in_plan' && linesInPlan(snapshot, forecast, cost).length === 0 && !isBought(book, cost))
    .map(({ name }) => ({ kind: 'astray', text: `${name} is said to be in the plan already, and the plan holds no such thing.` }));
}

/** Whether what a cost counts on has come already in the open year: then the forecast has no line of it any more. */
function isBought({ snapshot, forecast }: FundingBook, { recurringId, categoryKey, userGroup, locationId }: OptionCost): boolean {
  if (recurringId !== null) return forecast.spent.some((spent) => spent.recurringId === recurringId);
  const within = locationId === null ? null : placesOf(snapshot.locations).descendantsOf(locationId);
  const bought = new Set(forecast.spent.flatMap(({ assetId }) => assetId ?? []));
  return snapshot.assets.some((asset) => bought.has(asset.id) && asset.categoryKey === categoryKey && (userGroup === null || asset.userGroup === userGroup)
    && (within === null || (asset.locationId !== null && within.has(asset.locationId))));
}

/** `Delegated budget pays £5,200 in 2027/28.`, once for each fund that pays. */
const paidWords = (book: FundingBook, lines: readonly ForecastLine[]): string[] =>
  [...Map.groupBy(lines.filter((line) => problemOf(book, line) === null), ({ paidFrom }) => paidFrom)].map(([fund, of]) =>
    `${fundNamed(book.snapshot.funds, fund).name} pays ${costOf(of)} in ${labels(book, of)}, as it was named to.`);

function besideWords({ snapshot, forecast }: FundingBook, { costs }: NeedOption): string[] {
  const elsewhere = costs.filter(({ standing }) => standing === 'elsewhere');
  const there = costs.filter((cost) => cost.standing === 'in_plan' && linesInPlan(snapshot, forecast, cost).length > 0);
  return [
    ...(there.length === 0 ? [] : [`${listOf(there.map(({ name }) => name))} ${there.length === 1 ? 'is' : 'are'} in the plan already and add${there.length === 1 ? 's' : ''} nothing to it.`]),
    ...(elsewhere.length === 0 ? [] : [`Another budget pays for ${listOf(elsewhere.map(({ name }) => name))}.`]),
  ];
}

/** Years in which it costs something and the plan as a whole is over its budget. */
function shortWords({ forecast }: FundingBook, lines: readonly ForecastLine[]): string[] {
  const { differencePence, budgetEntered } = forecast.totals;
  return [...new Set(lines.map(({ yearIndex }) => yearIndex))].toSorted((a, b) => a - b).flatMap((index) => {
    const left = differencePence?.[index] ?? 0;
    return left < 0 && budgetEntered[index] === true
      ? [`The plan as a whole is ${money(left)} over its budget in ${forecast.years[index]?.label ?? ''}. That is held against no single need.`] : [];
  });
}
