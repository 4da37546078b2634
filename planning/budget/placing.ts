import { priceYearOf, type PlanContext } from '../context.ts';
import type { ForecastLine, UnplacedLine } from '../result.ts';
import type { SpentLine, UnplacedSpent } from '../spent.ts';
import type { Asset } from '../snapshot.ts';
import type { FundKey, SpendNature } from '../vocabulary.ts';
import { canBeCapital, natureFinder, type Bought } from './capital.ts';
import { codeOf, hasCapitalCode, schemeOn } from './codes.ts';
import { usualFund } from './fund.ts';
import { funded, type Paid } from './paying.ts';

/*
 * Every line of the forecast, and all that the open year has spent, under the fund that pays it (paying.ts), as
 * revenue or capital (capital.ts) and under the code that the school accounts by on that day (codes.ts).
 */

export type Placed = { readonly lines: readonly ForecastLine[]; readonly spent: readonly SpentLine[] };

/** What is to come and what is spent, placed. A line that one fund cannot pay whole becomes two. */
export function place(context: PlanContext, lines: readonly UnplacedLine[], spent: readonly UnplacedSpent[]): Placed {
  const { assets, funds } = context.snapshot;
  const usual = usualFund(funds).key;
  const paid = funded(context, lines, spent);
  let byId: ReadonlyMap<number, Asset> | null = null;
  const assetOf = (id: number | null): Asset | null => {
    if (id === null) return null;
    byId ??= new Map(assets.map((asset) => [asset.id, asset]));
    return byId.get(id) ?? null;
  };
  const boughtOf = (each: Paid): Bought => lineBought(context, each, assetOf);
  const natureOf = natureFinder(context, mapped(paid, boughtOf));
  return {
    lines: paid.map((each): ForecastLine => {
      const { line, paidFrom, fundReason } = each;
      const { nature, natureReason, comparedPence } = natureOf(boughtOf(each));
      return { ...line, paidFrom, fundReason, nature, natureReason, comparedPence, code: codeFor(context, line, nature) };
    }),
    spent: spent.map((each): SpentLine => {
      const paidFrom = each.fundKey ?? usual;
      const natured = each.bookedAs === null ? natureOf(spentBought(context, each, paidFrom, assetOf(each.assetId)))
        : { nature: each.bookedAs, natureReason: 'booked' as const, comparedPence: null };
      return { ...each, paidFrom, fundReason: each.fundKey === null ? 'usual' : 'named', ...natured, code: codeFor(context, each, natured.nature) };
    }),
  };
}

function* mapped<From, To>(items: Iterable<From>, to: (item: From) => To): Iterable<To> {
  for (const item of items) yield to(item);
}

/** A line as something bought. What is on its way is the row of the register that it came with; a successor is none yet. */
const lineBought = (context: PlanContext, { line, paidFrom }: Paid, assetOf: (id: number | null) => Asset | null): Bought => ({
  year: priceYearOf(context, line.month), costCategory: line.costCategory, paidFrom, unitPence: line.unitPence, netPence: line.netPence,
  lasts: canBeCapital(line), asset: line.committed ? assetOf(line.assetId) : null,
});

const spentBought = (context: PlanContext, { source, month, costCategory, quantity, pence }: UnplacedSpent, paidFrom: FundKey, asset: Asset | null): Bought => ({
  year: priceYearOf(context, month), costCategory, paidFrom, unitPence: pence / quantity, netPence: pence, lasts: source === 'purchase' && hasCapitalCode(costCategory), asset,
});

/** The code that the school accounts by on that day. */
const codeFor = (context: PlanContext, { date, month, costCategory }: Pick<UnplacedLine, 'date' | 'month' | 'costCategory'>, nature: SpendNature): string =>
  codeOf({ scheme: schemeOn(context.snapshot, date), costCategory, nature, year: priceYearOf(context, month) }, context.snapshot.finance.returnLines);
