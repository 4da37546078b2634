import { formatCount } from '../../planning/money.ts';
import { itemCount } from '../../planning/words.ts';
import { subtotalWords } from './cell-words.ts';
import type { Subtotal } from './grid-items.ts';
import type { RegisterRow } from './rows.ts';

type GridFooterProps = {
  readonly whole: Subtotal;
  readonly shown: Subtotal;
  readonly selected: readonly RegisterRow[];
};

/** How much is shown and ticked, and what replacing what is shown costs when it falls due. */
export function GridFooter({ whole, shown, selected }: GridFooterProps) {
  const items = selected.reduce((sum, row) => sum + row.quantity, 0);
  const selectedRows = selected.length === items ? '' : ` in ${formatCount(selected.length)} ${selected.length === 1 ? 'row' : 'rows'}`;
  const rows = whole.rows === whole.items ? '' : `, ${formatCount(shown.rows)} of ${formatCount(whole.rows)} rows`;
  return (
    <div className="reg-foot" role="status" aria-label="Totals of what is shown">
      <span><b>{formatCount(shown.items)}</b> of {formatCount(whole.items)} shown{rows}</span>
      {selected.length > 0 && <span><b>{itemCount(items)}</b>{selectedRows} selected</span>}
      <span className="reg-foot-cost">
        {shown.withoutPrice > 0 && <span className="c-warn">{itemCount(shown.withoutPrice)} without a price</span>}
        Cost when due <b className="num">{subtotalWords(shown)}</b>
      </span>
    </div>
  );
}
