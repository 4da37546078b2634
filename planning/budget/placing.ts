import { priceYearOf, type PlanContext } from '../context.ts';
import type { ForecastLine, UnplacedLine } from '../result.ts';
import type { SpentLine, UnplacedSpent } from '../spent.ts';
import type { Asset } from '../snapshot.ts';
import type { CostCategory, FundKey, SpendNature } from '../vocabulary.ts';
import { lineBought, natureFinder, type Bought, type Natured } from './capital.ts';
import { codeOf, hasCapitalCode, schemeOn } from './codes.ts';
import { funded, paidBefore, type Paid } from './paying.ts';

/*
 * Every line of the forecast, and all that the open year has spent, under the fund that pays it (paying.ts), as
 * revenue or capital (capital.ts) and under the code that the school accounts by on that day (codes.ts).
 */

export type Placed = { readonly lines: readonly ForecastLine[]; readonly spent: readonly SpentLine[] };

/** What is to come and what is spent, placed. A line that one fund cannot pay whole becomes two. */
export function place(context: PlanContext, lines: readonly UnplacedLine[], spent: readonly UnplacedSpent[]): Placed {
  const { assets } = context.snapshot;
  const before = spent.map((each) => paidBefore(context, each));
  const paid = funded(context, lines, before);
  let byId: ReadonlyMap<number, Asset> | null = null;
  const assetOf = (id: number | null): Asset | null => {
    if (id === null) return null;
    byId ??= new Map(assets.map((asset) => [asset.id, asset]));
    return byId.get(id) ?? null;
  };
  const boughtOf = ({ line, paidFrom }: Paid): Bought => lineBought(context, line, paidFrom, assetOf);
  const natureOf = natureFinder(context, mapped(paid, boughtOf));
  return {
    lines: paid.map((each): ForecastLine => {
      const { line, paidFrom, fundReason } = each;
      const { nature, natureReason, comparedPence } = natureOf(boughtOf(each));
      return { ...line, paidFrom, fundReason, nature, natureReason, comparedPence, code: codeFor(context, line, nature) };
    }),
    spent: before.map(({ spent: each, paidFrom, fundReason }): SpentLine => {
      const natured = each.bookedAs === null ? natureOf(spentBought(context, each, paidFrom, assetOf(each.assetId))) : asBooked(each.bookedAs, each.costCategory);
      return { ...each, paidFrom, fundReason, ...natured, code: codeFor(context, each, natured.nature) };
    }),
  };
}

function* mapped<From, To>(items: Iterable<From>, to: (item: From) => To): Iterable<To> {
  for (const item of items) yield to(item);
}

/** As the finance system has it; what DfE has no capital code for is revenue, however it was booked. */
const asBooked = (nature: SpendNature, costCategory: CostCategory): Natured => (nature === 'capital' && !hasCapitalCode(costCategory)
  ? { nature: 'revenue', natureReason: 'never_capital', comparedPence: null } : { nature, natureReason: 'booked', comparedPence: null });

const spentBought = (context: PlanContext, { source, month, costCategory, quantity, pence }: UnplacedSpent, paidFrom: FundKey, asset: Asset | null): Bought => ({
  year: priceYearOf(context, month), costCategory, paidFrom, unitPence: pence / quantity, netPence: pence, lasts: source === 'purchase' && hasCapitalCode(costCategory), asset,
});

/** The code that the school accounts by on that day. */
const codeFor = (context: PlanContext, { date, month, costCategory }: Pick<UnplacedLine, 'date' | 'month' | 'costCategory'>, nature: SpendNature): string =>
  codeOf({ scheme: schemeOn(context.snapshot, date), costCategory, nature, year: priceYearOf(context, month) }, context.snapshot.finance.returnLines);
