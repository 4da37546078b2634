import type { DisposalRoute } from '../../../planning/vocabulary.ts';
import { LONGEST_VALUE } from './cell-text.ts';

/** Words of registers and of disposal firms, in the order in which they are looked for inside longer text. */
const ROUTE_WORDS: readonly (readonly [DisposalRoute, readonly string[]])[] = [
  ['return_to_lessor', ['return to lessor', 'returned to lessor', 'lease return', 'returned to lease company', 'returned to leasing company', 'end of lease', 'lessor']],
  ['parts', ['kept for parts', 'for parts', 'parts', 'for spares', 'cannibalised', 'stripped']],
  ['destroyed', ['destroyed', 'destruction', 'shredded', 'crushed']],
  ['donation', ['donation', 'donated', 'given away', 'gifted', 'gift', 'charity']],
  ['resale', ['resale', 'resold', 'sold', 'sale', 'auction', 'auctioned', 'buy back', 'buyback', 'trade in', 'traded in', 'part exchange']],
  ['weee_recycle', ['weee recycle', 'weee recycling', 'weee', 'recycle', 'recycled', 'recycling', 'recycler', 'scrapped', 'scrap', 'e waste', 'ewaste']],
  ['reuse', ['reuse', 're use', 'reused', 're used', 'reused elsewhere', 'transferred', 'transfer', 'redeployed', 'refurbished']],
];
const PATTERNS = ROUTE_WORDS.map(([route, words]) => [route, new RegExp(`(?:^|\\W)(?:${words.join('|')})(?:\\W|$)`)] as const);

/** The way of disposal that a text plainly names; null where it names none, several, or denies one. */
export function readRoute(text: string): DisposalRoute | null {
  const plain = text.slice(0, LONGEST_VALUE).toLowerCase().replaceAll(/[_\-\s]+/g, ' ').trim();
  if (/\b(not|no|never|cannot)\b|\?/.test(plain)) return null;
  const found = PATTERNS.filter(([, pattern]) => pattern.test(plain)).map(([route]) => route);
  // "Recycled (WEEE)" is one; "Sold or recycled" is two, and so is none.
  return found.length === 1 ? found[0] ?? null : null;
}
