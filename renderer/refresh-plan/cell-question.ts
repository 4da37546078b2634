import { categoryNamed } from '../../planning/categories.ts';
import type { LedgerCell, LedgerRow } from '../../planning/ledger.ts';
import { formatCount } from '../../planning/money.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { itemCount, kitCount, startLower } from '../../planning/words.ts';

/**
 * The question that a figure of the ledger answers: "Why 32 desktops of IT3 in 2028/29?"; a single asset is known by
 * its name alone. `when` is a year, a term or "these years".
 */
export function cellQuestion(snapshot: PlanSnapshot, row: LedgerRow, cell: LedgerCell, when: string): string {
  return `Why ${[subjectOf(snapshot, row, cell), ...(row.kind === 'asset' ? [] : row.under)].join(' ')} in ${when}?`;
}

function subjectOf(snapshot: PlanSnapshot, row: LedgerRow, cell: LedgerCell): string {
  const counted = (): string => `${formatCount(cell.quantity)} ${startLower(cell.quantity === 1 ? row.nameOfOne : row.name)}`;
  switch (row.kind) {
    case 'kit': return kitSubject(row, cell);
    case 'room': case 'department': case 'fund': case 'code': case 'need':
      if (cell.quantity === 0) return 'this cost';
      return row.categoryKey === null ? itemCount(cell.quantity) : kitCount(categoryNamed(snapshot.categories, row.categoryKey), row.userGroup, cell.quantity);
    case 'asset': case 'cost': return row.name;
    case 'upgrades': return counted();
    case 'extensions': return `${formatCount(cell.quantity)} ${cell.quantity === 1 ? 'extension' : 'extensions'} of cover or support`;
    case 'disposals': return startLower(row.name);
    case 'losses': return row.path.at(-1)?.by !== 'leaf' ? counted() : `${formatCount(cell.quantity)} lost or broken ${startLower(cell.quantity === 1 ? row.nameOfOne : row.name)}`;
    case 'running': return 'these running costs';
    case 'consumables': return 'these consumables';
    case 'needs': return 'these needs';
  }
}

/** What is replaced, or where nothing is, what is upgraded. */
function kitSubject(row: LedgerRow, cell: LedgerCell): string {
  if (cell.quantity > 0) return `${formatCount(cell.quantity)} ${startLower(cell.quantity === 1 ? row.nameOfOne : row.name)}`;
  const at = row.cells.indexOf(cell);
  const upgrades = row.children.find((each) => each.kind === 'upgrades');
  const upgraded = (at < 0 ? upgrades?.total : upgrades?.cells[at])?.quantity ?? 0;
  if (upgrades === undefined || upgraded === 0) return startLower(row.name);
  return `${formatCount(upgraded)} ${startLower(upgraded === 1 ? upgrades.nameOfOne : upgrades.name)} of ${startLower(row.name)}`;
}
