import type { Cells, Compiled, Lives } from '../kernel.ts';
import { revenueCode } from '../lines.ts';
import type { ForecastTotals } from '../result.ts';
import { yearShare } from '../standstill.ts';
import { totalsOf, type Addend } from '../totals.ts';
import type { Pence } from '../vocabulary.ts';

/** The totals of `forecast` from the cells that `run` worked out with those lives. */
export function kernelTotals(compiled: Compiled, cells: Cells, lives: Lives): ForecastTotals {
  const { context, leaves, constants } = compiled;
  const addends: Addend[] = leaves.flatMap((categoryKey, leaf) => {
    const { costCategory, chartGroup } = context.category(categoryKey);
    const of = { categoryKey, chartGroup, code: revenueCode(costCategory) };
    return context.years.flatMap((_, yearIndex): Addend[] => {
      const cell = leaf * context.years.length + yearIndex;
      const [replaced = 0, upgraded = 0] = [cells.replaced[cell], cells.upgraded[cell]];
      return [
        ...(replaced === 0 ? [] : [{ ...of, yearIndex, kind: 'replace' as const, quantity: replaced, netPence: cells.pence[cell] ?? 0 }]),
        ...(upgraded === 0 ? [] : [{ ...of, yearIndex, kind: 'upgrade' as const, quantity: upgraded, netPence: cells.upgradePence[cell] ?? 0 }]),
      ];
    });
  });
  return totalsOf(context, [...addends, ...constants.addends], constants.spent, standStill(compiled, lives));
}

function standStill(compiled: Compiled, lives: Lives): Pence[] {
  const { slots, columns, index, constants } = compiled;
  const { values } = index;
  const sums = [...constants.standStillPence];
  slots.forEach((slot, position) => {
    const life = lives[position] ?? slot.policy.lifeMonths;
    if (!slot.chained) return;
    for (let row = slot.start; row < slot.end; row++) {
      const unit = columns.unitPence[row]!;
      const prices = columns.indexRow[row]!;
      for (let year = 0; year < sums.length; year++) {
        const price = Math.floor((unit * values[prices + compiled.priceYearOf[year * 12]!]! + 500_000) / 1_000_000);
        sums[year]! += columns.quantity[row]! * yearShare(price, life);
      }
    }
  });
  return sums;
}
