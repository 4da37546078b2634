import { unpricedIn } from '../../planning/explain-totals.ts';
import type { Ledger } from '../../planning/ledger.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';

/**
 * The planned cost of a year (by its position) or, with null, of all years, without the £ that the heading has:
 * "no price" where nothing of it has one, never 0.
 */
export function plannedFigure(ledger: Ledger, yearIndex: number | null): string {
  const pence = (yearIndex === null ? ledger.planned.total : ledger.planned.years[yearIndex]) ?? 0;
  return pence === 0 && unpricedIn(ledger, yearIndex) > 0 ? 'no price' : formatPounds(pence, { symbol: false });
}

/** The mark of a figure that says less than the whole, because items behind it have no price. */
export function NotAll({ unpriced }: { readonly unpriced: number }) {
  if (unpriced === 0) return null;
  return (
    <span className="not-all" title={`${formatCount(unpriced)} without a price ${unpriced === 1 ? 'is' : 'are'} not in it`}>
      <span aria-hidden="true">†</span><span className="vh"> without {formatCount(unpriced)} that have no price</span>
    </span>
  );
}
