import { categoryNamed } from '../../planning/categories.ts';
import type { LedgerCell, LedgerRow } from '../../planning/ledger.ts';
import { formatCount } from '../../planning/money.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { kitCount, startLower } from '../../planning/words.ts';

/** The question that a figure of the ledger answers: "Why 32 desktops in 2028/29?". `when` is a year or "these years". */
export function cellQuestion(snapshot: PlanSnapshot, row: LedgerRow, cell: LedgerCell, when: string): string {
  const kit = (): string => kitCount(categoryNamed(snapshot.categories, row.categoryKey ?? ''), row.userGroup, cell.quantity);
  switch (row.kind) {
    case 'kit': return cell.quantity === 0 ? `Why ${startLower(row.name)} in ${when}?` : `Why ${kit()} in ${when}?`;
    case 'room': return row.locationId === null ? `Why ${kit()} without a room in ${when}?` : `Why ${kit()} of ${row.name} in ${when}?`;
    case 'asset': return `Why ${row.name} in ${when}?`;
    case 'upgrades': return `Why ${formatCount(cell.quantity)} ${startLower(row.name)} in ${when}?`;
    case 'losses': return row.categoryKey === null
      ? `Why ${formatCount(cell.quantity)} losses and breakages in ${when}?` : `Why ${formatCount(cell.quantity)} lost or broken ${startLower(row.name)} in ${when}?`;
    case 'running': return `Why these running costs in ${when}?`;
    case 'cost': return `Why ${row.name} in ${when}?`;
  }
}
