import { approvalOf } from '../../budget/approval.ts';
import type { Place, Virement } from '../../budget/finance.ts';
import { fundName } from '../../budget/fund.ts';
import { budgetMatrix, type BudgetMatrix, type BudgetRow } from '../../budget/matrix.ts';
import { placeShort } from '../../budget/place-name.ts';
import { formatLongDate } from '../../calendar.ts';
import { sumOf } from '../../money.ts';
import type { Forecast, ForecastLine } from '../../result.ts';
import { money } from '../../sentences/say.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { CostCategory, FundKey, Pence, SpendNature } from '../../vocabulary.ts';
import { listOf, startLower, startUpper } from '../../words.ts';
import type { Decision } from '../facts.ts';
import { optionFigures } from '../needs/option-figures.ts';

/** What a need puts into one year under one code and fund. */
export type ChangedCell = {
  readonly yearIndex: number;
  readonly year: string;
  readonly code: string;
  readonly costCategory: CostCategory;
  readonly nature: SpendNature;
  readonly paidFrom: FundKey;
  readonly fund: string;
  readonly lines: readonly ForecastLine[];
  /** Of what has a price. */
  readonly pence: Pence;
  readonly unpriced: number;
  readonly standing: Standing;
};

/** What is left, all else counted too, of the money that pays for it. */
export type Standing = {
  /** Whether that is the code's own money, or what its fund has for all its codes; null where nobody has entered any. */
  readonly of: 'code' | 'fund' | null;
  /** Minus is over; null where there is no budget to hold it against. */
  readonly leftPence: Pence | null;
  /** The day on which that year's budget was approved; null while it is open. */
  readonly approvedOn: string | null;
};

/** The lines of a need in the forecast, by year, code and fund, in that order, each beside what is then left to pay for it. */
export function changedBy(snapshot: PlanSnapshot, forecast: Forecast, needId: number): readonly ChangedCell[] {
  const groups = Map.groupBy(forecast.lines.filter((line) => line.needId === needId), ({ yearIndex, code, paidFrom, nature }) => `${yearIndex}/${code}/${nature}/${paidFrom}`);
  const matrix = groups.size === 0 ? null : budgetMatrix(snapshot, forecast, { nature: 'all', vat: 'net', by: 'fund' });
  return [...groups.values()].flatMap((lines): ChangedCell[] => {
    const [first] = lines;
    if (first === undefined || matrix === null) return [];
    const { yearIndex, code, costCategory, nature, paidFrom } = first;
    return [{
      yearIndex, code, costCategory, nature, paidFrom, year: forecast.years[yearIndex]?.label ?? '', fund: fundName(snapshot.funds, paidFrom), lines,
      pence: sumOf(lines.map(({ netPence }) => netPence ?? 0)), unpriced: lines.filter(({ netPence }) => netPence === null).length,
      standing: standingOf(snapshot, forecast, matrix, first),
    }];
  }).toSorted((a, b) => a.yearIndex - b.yearIndex || (a.code < b.code ? -1 : Number(a.code > b.code)));
}

/** What both places of a move of money hold against what is planned for them now; nothing for a year that the plan does not show. */
export function movedStandings(snapshot: PlanSnapshot, forecast: Forecast, { year, from, to }: Virement): readonly string[] {
  const yearIndex = forecast.years.findIndex((each) => each.year === year);
  if (yearIndex < 0) return [];
  const matrix = budgetMatrix(snapshot, forecast, { nature: 'all', vat: 'net', by: 'fund' });
  return [from, to].flatMap((place) => {
    const { fundKey: paidFrom, costCategory, nature } = place;
    const { of, leftPence } = standingOf(snapshot, forecast, matrix, { yearIndex, costCategory, nature, paidFrom });
    return of === null || leftPence === null ? [] : [leftWords(of === 'code' ? startUpper(placeShort(snapshot, place, year)) : `The ${startLower(fundName(snapshot.funds, paidFrom))}`, leftPence, forecast.years[yearIndex]?.label ?? '')];
  });
}

/** Where a line stands in the budget. */
type Spot = Pick<Place, 'costCategory' | 'nature'> & Pick<ForecastLine, 'yearIndex' | 'paidFrom'>;

function standingOf(snapshot: PlanSnapshot, forecast: Forecast, matrix: BudgetMatrix, { yearIndex, costCategory, nature, paidFrom }: Spot): Standing {
  const approval = approvalOf(snapshot.finance, forecast.years[yearIndex]?.year ?? 0);
  const fund = matrix.rows.find(({ fundKey }) => fundKey === paidFrom);
  const own = fund?.children.find((row) => row.costCategory === costCategory && row.nature === nature);
  const found = ([['code', own], ['fund', fund]] as const).find(([, row]) => hasMoney(row, yearIndex));
  return { of: found?.[0] ?? null, leftPence: found?.[1]?.cells[yearIndex]?.left ?? null, approvedOn: approval?.approvedOn ?? null };
}

const hasMoney = (row: BudgetRow | undefined, year: number): boolean => (row?.cells[year]?.allocated ?? null) !== null;

/** Whether the money that pays for it does not reach. */
export const isOver = ({ standing }: Pick<ChangedCell, 'standing'>): boolean => standing.leftPence !== null && standing.leftPence < 0;

/** What is left of the money that pays for each year and code, what is over first; codes without a budget with all their years at once. */
export function standingsWords(cells: readonly ChangedCell[]): readonly { readonly text: string; readonly over: boolean }[] {
  const known = cells.filter(({ standing }) => standing.leftPence !== null).toSorted((a, b) => Number(isOver(b)) - Number(isOver(a)));
  const told = new Map(known.map((cell) => [standingWords(cell), isOver(cell)]));
  const unbudgeted = Map.groupBy(cells.filter(({ standing }) => standing.leftPence === null), ({ code }) => code);
  for (const [code, of] of unbudgeted) told.set(`${code} has no budget in ${listOf([...new Set(of.map(({ year }) => year))])} yet.`, false);
  return [...told].map(([text, over]) => ({ text, over }));
}

/** `E20E is £500 over in 2027/28.`: what is left of the money that pays for it, with all else that is planned. */
function standingWords({ code, fund, year, standing: { of, leftPence } }: ChangedCell): string {
  return leftWords(of === 'code' ? code : `The ${startLower(fund)}`, leftPence ?? 0, year);
}

/**
 * What of the chosen option is in none of these cells: `Of the £10,016 that it costs in these years, £494 comes from another
 * budget.` Null where all of it is new money of this plan.
 */
export function besidesWords(snapshot: PlanSnapshot, forecast: Forecast, { needId, optionId }: Pick<Decision, 'needId' | 'optionId'>): string | null {
  const need = snapshot.analysis.needs.find(({ id }) => id === needId);
  const option = need?.options.find(({ id }) => id === optionId);
  if (need === undefined || option === undefined) return null;
  const { totalPence, inPlanPence, elsewherePence } = optionFigures(snapshot, forecast, need, option);
  if (totalPence > 0 && inPlanPence === totalPence) return `All of the ${money(totalPence)} that it costs in these years is planned anyway.`;
  if (totalPence > 0 && elsewherePence === totalPence) return `All of the ${money(totalPence)} that it costs in these years comes from another budget.`;
  const parts = [inPlanPence > 0 ? `${money(inPlanPence)} is planned anyway` : '', elsewherePence > 0 ? `${money(elsewherePence)} comes from another budget` : ''].filter(Boolean);
  return parts.length === 0 ? null : `Of the ${money(totalPence)} that it costs in these years, ${listOf(parts)}.`;
}

const leftWords = (whose: string, leftPence: Pence, year: string): string =>
  (leftPence < 0 ? `${whose} is ${money(leftPence)} over in ${year}.` : `${whose} has ${money(leftPence)} left in ${year}.`);

/** What has to be done about a budget that was approved and is over: its figures change by agreed virements alone. */
export const virementAdvice = ({ year, standing: { approvedOn } }: ChangedCell): string | null =>
  (approvedOn === null ? null : `The budget of ${year} was approved on ${formatLongDate(approvedOn)}: money reaches it by a virement alone.`);
