import { cellText, LONGEST_VALUE } from './cell-text.ts';
import type { RawCell } from '../raw-table.ts';

const GB_IN: Readonly<Record<string, number>> = { t: 1_024, g: 1, m: 1 / 1_024, k: 1 / 1_048_576 };
/** Bare numbers above these are megabytes, and above the second bytes: no school buys a laptop with 1,025 GB of memory. */
const LARGEST_BARE_GB = { memory: 512, storage: 20_000 } as const;
const SMALLEST_BYTES = 100_000_000;
const LARGEST = { memory: 65_536, storage: 10_000_000 } as const;

/** A size in whole gigabytes; null where the cell says none, several, or less than one. */
export function readSize(cell: RawCell | undefined, what: 'memory' | 'storage', heading: string): number | null {
  const text = cellText(cell).toLowerCase().replaceAll(',', '');
  if (text === '' || text.length > LONGEST_VALUE) return null;
  const withUnit = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([kmgt])i?b?\b/g)];
  const gb = withUnit.length === 1 ? Number(withUnit[0]?.[1]) * (GB_IN[withUnit[0]?.[2] ?? ''] ?? 0)
    : withUnit.length === 0 && /^\d+(\.\d+)?$/.test(text) ? bare(Number(text), what, heading) : null;
  if (gb === null) return null;
  const whole = Math.round(gb);
  return whole >= 1 && whole <= LARGEST[what] ? whole : null;
}

/** A number without a unit: in the heading's, else in what makes sense of it. */
function bare(number: number, what: 'memory' | 'storage', heading: string): number {
  const unit = /\b([kmgt])i?b\b/.exec(heading)?.[1];
  if (unit !== undefined) return number * (GB_IN[unit] ?? 1);
  if (number >= SMALLEST_BYTES) return number / 1_073_741_824;
  return number > LARGEST_BARE_GB[what] ? number / 1_024 : number;
}
