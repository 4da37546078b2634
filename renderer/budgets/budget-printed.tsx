import type { BudgetView } from '../../planning/budget/matrix.ts';
import { PrintedTitle } from '../parts/printed-margins.tsx';

const NATURES = { all: 'Revenue and capital', revenue: 'Revenue alone', capital: 'Capital alone' } as const;

/** What the printed budget says of itself: how it is looked at; whose figures they are stands at the head and foot of each sheet. */
export function BudgetPrinted({ view }: { readonly view: BudgetView }) {
  return (
    <>
      <p className="printed-note">{NATURES[view.nature]}, by {view.by}, in whole pounds {view.vat === 'net' ? 'net of VAT' : 'with VAT'}.</p>
      <PrintedTitle title="Budget for ICT" />
    </>
  );
}
