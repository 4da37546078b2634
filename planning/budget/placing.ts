import { priceYearOf, type PlanContext } from '../context.ts';
import type { ForecastLine, Placement, UnplacedLine } from '../result.ts';
import type { SpentLine, UnplacedSpent } from '../spent.ts';
import type { Asset } from '../snapshot.ts';
import { canBeCapital, natureFinder, type Bought } from './capital.ts';
import { codeOf, hasCapitalCode, schemeOn } from './codes.ts';
import { usualFund } from './fund.ts';
import { funded, type Paid, type PaidAlready } from './paying.ts';

/*
 * Every line of the forecast, and all that the open year has spent, under the fund that pays it (paying.ts), as
 * revenue or capital (capital.ts) and under the code that the school accounts by on that day (codes.ts).
 */

export type Placed = { readonly lines: readonly ForecastLine[]; readonly spent: readonly SpentLine[] };

/** What is to come and what is spent, placed. A line that one fund cannot pay whole becomes two. */
export function place(context: PlanContext, lines: readonly UnplacedLine[], spent: readonly UnplacedSpent[]): Placed {
  const { assets, funds } = context.snapshot;
  const usual = usualFund(funds).key;
  const paid = funded(context, lines, paidAlready(context, spent));
  const assetById = new Map<number, Asset>(assets.map((asset) => [asset.id, asset]));
  const assetOf = (id: number | null): Asset | null => (id === null ? null : assetById.get(id) ?? null);
  const toCome = paid.map((line) => lineBought(context, line, assetOf));
  const natureOf = natureFinder(context, toCome);
  return {
    lines: paid.map((line, at) => coded(context, line, natureOf(toCome[at]!))),
    spent: spent.map((each) => {
      const paidFrom = each.fundKey ?? usual;
      const natured = each.bookedAs === null ? natureOf(spentBought(context, { ...each, paidFrom }, assetOf(each.assetId)))
        : { nature: each.bookedAs, natureReason: 'booked' as const, comparedPence: null };
      return coded(context, { ...each, paidFrom, fundReason: each.fundKey === null ? 'usual' : 'named' }, natured);
    }),
  };
}

/** What each fund has paid of the school's own years already. */
const paidAlready = (context: PlanContext, spent: readonly UnplacedSpent[]): PaidAlready[] => spent.flatMap(({ month, fundKey, pence }) =>
  (fundKey === null ? [] : [{ year: priceYearOf(context, month), fundKey, pence }]));

/** A line as something bought. What is on its way is the row of the register that it came with; a successor is none yet. */
const lineBought = (context: PlanContext, line: Paid, assetOf: (id: number | null) => Asset | null): Bought => ({
  year: priceYearOf(context, line.month), costCategory: line.costCategory, paidFrom: line.paidFrom, unitPence: line.unitPence, netPence: line.netPence,
  lasts: canBeCapital(line), asset: line.committed ? assetOf(line.assetId) : null,
});

const spentBought = (context: PlanContext, { source, month, costCategory, paidFrom, quantity, pence }: UnplacedSpent & Pick<Placement, 'paidFrom'>, asset: Asset | null): Bought => ({
  year: priceYearOf(context, month), costCategory, paidFrom, unitPence: pence / quantity, netPence: pence, lasts: source === 'purchase' && hasCapitalCode(costCategory), asset,
});

/** With its nature and code. */
function coded<Line extends Pick<UnplacedLine, 'month' | 'date' | 'costCategory'>>(
  context: PlanContext, line: Line, natured: Pick<Placement, 'nature' | 'natureReason' | 'comparedPence'>,
): Line & Pick<Placement, 'nature' | 'natureReason' | 'comparedPence' | 'code'> {
  const { snapshot } = context;
  const code = codeOf({
    scheme: schemeOn(snapshot, line.date), costCategory: line.costCategory, nature: natured.nature, year: priceYearOf(context, line.month),
  }, snapshot.finance.returnLines);
  return { ...line, ...natured, code };
}
