import { categoryNamed } from '../../planning/categories.ts';
import type { LedgerCell, LedgerRow } from '../../planning/ledger.ts';
import { formatCount } from '../../planning/money.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { kitCount, startLower } from '../../planning/words.ts';

/** The question that a figure of the ledger answers: "Why 32 desktops in 2028/29?". `when` is a year or "these years". */
export function cellQuestion(snapshot: PlanSnapshot, row: LedgerRow, cell: LedgerCell, when: string): string {
  const counted = (quantity: number, one: string, several: string): string => `${formatCount(quantity)} ${startLower(quantity === 1 ? one : several)}`;
  const at = row.cells.indexOf(cell);
  const upgrades = row.children.find((each) => each.kind === 'upgrades');
  const upgraded = (at < 0 ? upgrades?.total : upgrades?.cells[at])?.quantity ?? 0;
  const kit = (): string => kitCount(categoryNamed(snapshot.categories, row.categoryKey ?? ''), row.userGroup, cell.quantity);
  switch (row.kind) {
    case 'kit':
      if (cell.quantity > 0) return `Why ${kit()} in ${when}?`;
      return upgrades === undefined || upgraded === 0 ? `Why ${startLower(row.name)} in ${when}?`
        : `Why ${counted(upgraded, upgrades.nameOfOne, upgrades.name)} of ${startLower(row.name)} in ${when}?`;
    case 'room': return row.locationId === null ? `Why ${kit()} without a room in ${when}?` : `Why ${kit()} of ${row.name} in ${when}?`;
    case 'asset': return `Why ${row.name} in ${when}?`;
    case 'upgrades': return `Why ${counted(cell.quantity, row.nameOfOne, row.name)} in ${when}?`;
    case 'losses': return row.categoryKey === null
      ? `Why ${counted(cell.quantity, row.nameOfOne, row.name)} in ${when}?` : `Why ${formatCount(cell.quantity)} lost or broken ${startLower(cell.quantity === 1 ? row.nameOfOne : row.name)} in ${when}?`;
    case 'running': return `Why these running costs in ${when}?`;
    case 'cost': return `Why ${row.name} in ${when}?`;
  }
}
