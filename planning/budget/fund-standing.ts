import { formatLongDate } from '../calendar.ts';
import { sumOf } from '../money.ts';
import type { Forecast } from '../result.ts';
import { money } from '../sentences/say.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { FUND_EXCLUSION_WORDS } from '../vocabulary.ts';
import { listOf } from '../words.ts';
import type { BudgetCell } from './cells.ts';
import { fundInSentence, fundNamed, usualFund, type Fund } from './fund.ts';
import { entryPence, type BudgetMatrix, type BudgetRow, type BudgetView } from './matrix.ts';
import type { FundReason } from './paying.ts';

/** A fund in one year, with what its rules say of what was planned from it. */
export type FundStanding = {
  readonly fund: Fund;
  readonly cell: BudgetCell;
  /** The same as a row of the budget. */
  readonly row: BudgetRow;
  /** What is against its rules, in whole sentences; empty where nothing is. */
  readonly broken: readonly Broken[];
};

/** `over`: a rule is broken. `check`: its rules have moved what was meant for it to another fund. */
export type Broken = { readonly tone: 'over' | 'check'; readonly text: string };

/** How the funds that hold or pay anything stand in a year. `matrix` is by fund, with all spending. */
export function fundStandings(snapshot: PlanSnapshot, forecast: Pick<Forecast, 'lines' | 'spent' | 'years'>, matrix: BudgetMatrix, year: number): readonly FundStanding[] {
  return matrix.rows.flatMap((row) => {
    const cell = row.cells[year];
    if (cell === undefined || row.fundKey === null) return [];
    const fund = fundNamed(snapshot.funds, row.fundKey);
    const broken = brokenIn(snapshot, forecast, { fund, cell, vat: matrix.view.vat }, year);
    return cell.allocated === null && cell.forecast === 0 && cell.unpriced === 0 && broken.length === 0 ? [] : [{ fund, cell, row, broken }];
  });
}

type OneFund = { readonly fund: Fund; readonly cell: BudgetCell; /** As the figures beside it. */ readonly vat: BudgetView['vat'] };

function brokenIn(snapshot: PlanSnapshot, { lines, spent, years }: Pick<Forecast, 'lines' | 'spent' | 'years'>, { fund, cell: { left }, vat }: OneFund, year: number): Broken[] {
  const usual = fundInSentence(snapshot.funds, usualFund(snapshot.funds).key);
  const paid = spent.map((one) => ({ ...one, pence: entryPence({ netPence: one.pence, vatPence: one.vatPence }, vat) ?? 0 }));
  const moved = [...lines.map((line) => ({ ...line, pence: entryPence(line, vat) ?? 0 })), ...paid]
    .filter((each) => each.yearIndex === year && each.fundKey === fund.key && each.paidFrom !== fund.key);
  const cost = (reason: FundReason): number => sumOf(moved.map((each) => (each.fundReason === reason ? each.pence : 0)));
  const [ended, mayNot, usedUp] = [cost('ended'), cost('may_not'), cost('used_up')];
  const end = fund.endsOn;
  const late = end === null ? 0 : sumOf(paid.map((one) => (one.yearIndex === year && one.paidFrom === fund.key && one.date > end ? one.pence : 0)));
  const started = years[year]?.start ?? '';
  const over = (text: string): Broken => ({ tone: 'over', text });
  const check = (text: string): Broken => ({ tone: 'check', text });
  const day = end === null ? '' : ` on ${formatLongDate(end)}`;
  const gone = end !== null && end < started;
  return [
    ...(left !== null && left < 0 ? [over(`Over by ${money(left)}.`)] : []),
    ...(gone && left !== null && left > 0 ? [over(`It ended${day}${fund.leftOverNote === null ? '' : `: what is left is ${fund.leftOverNote}`}.`)] : []),
    ...(late === 0 ? [] : [over(`${money(late)} was spent from it after it ended${day}.`)]),
    ...(ended === 0 ? [] : [check(`It ${gone ? 'ended' : 'ends'}${day}, before ${money(ended)} that was meant for it: the ${usual} pays that.`)]),
    ...(mayNot === 0 ? [] : [check(`It may not pay for ${money(mayNot)} that was meant for it${rulesOf(fund)}: the ${usual} pays that.`)]),
    ...(usedUp === 0 ? [] : [check(`It is used up: the ${usual} pays ${money(usedUp)} more that was meant for it.`)]),
  ];
}

const rulesOf = ({ paysFor, excludes }: Fund): string => {
  const rules = [...(paysFor === 'anything' ? [] : [`${paysFor} alone`]), ...(excludes.length === 0 ? [] : [`no ${listOf(excludes.map((what) => FUND_EXCLUSION_WORDS[what]))}`])];
  return rules.length === 0 ? '' : ` (${rules.join(', ')})`;
};
