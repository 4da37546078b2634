import type { WhatIfChange } from '../../planning/whatif.ts';

/** Whether two changes are about the same thing, so that the later one takes the place of the earlier. */
function sameSubject(a: WhatIfChange, b: WhatIfChange): boolean {
  switch (a.kind) {
    case 'life': return b.kind === 'life' && a.categoryKey === b.categoryKey && a.userGroup === b.userGroup;
    case 'price_rise': return b.kind === 'price_rise';
    case 'loss_rate': return b.kind === 'loss_rate' && a.categoryKey === b.categoryKey;
  }
}

/**
 * The what-if with one more change. A change that says what the saved plan says anyway takes its subject out
 * of the what-if: dragging a slider back leaves nothing to settle.
 */
export function withChange(
  changes: readonly WhatIfChange[], change: WhatIfChange, asSaved: boolean,
): readonly WhatIfChange[] {
  const at = changes.findIndex((each) => sameSubject(each, change));
  if (asSaved) return changes.filter((_, index) => index !== at);
  return at === -1 ? [...changes, change] : changes.with(at, change);
}
