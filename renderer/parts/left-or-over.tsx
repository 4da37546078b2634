import { TriangleAlert } from 'lucide-react';
import { formatPounds } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';

/** `1,060 left`, `23,362 over` with its sign, in words and colour; `0 left` where it fits to the penny. */
export function LeftOrOver({ pence, icon = true }: { readonly pence: Pence; readonly icon?: boolean }) {
  const plain = formatPounds(Math.abs(pence), { symbol: false });
  if (pence >= 0) return <>{plain} left</>;
  return <span className="c-over">{icon ? <TriangleAlert className="lucide s" aria-hidden="true" /> : null} {plain} over</span>;
}
