import { useMemo } from 'react';
import { procurementBand, togetherText } from '../../planning/orders/procurement.ts';
import { ordersProgress, otherOrders } from '../../planning/orders/progress.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Note } from '../parts/note.tsx';

type BandNoteProps = {
  readonly netPence: Pence;
  /** Null while it is being drawn up. */
  readonly orderId: number | null;
  readonly supplierId: number | null;
  readonly orderedOn: IsoDate;
};

/** How an order of that value is bought, with where the rule is from. Nothing while nothing has a price. */
export function BandNote({ netPence, orderId, supplierId, orderedOn }: BandNoteProps) {
  const { savedSnapshot } = usePlan();
  const { data: rules } = usePlanQuery('orders.rules', {});
  const others = useMemo(
    () => otherOrders(ordersProgress(savedSnapshot), { id: orderId, supplierId, orderedOn }, savedSnapshot.school.yearStartMonth),
    [savedSnapshot, orderId, supplierId, orderedOn],
  );
  const band = rules === undefined || netPence === 0 ? null : procurementBand(rules, netPence, orderedOn);
  if (rules === undefined || band === null) return null;
  const together = togetherText(rules, netPence, others, orderedOn);
  return (
    <>
      <p className="orders-band">{band.text} <small>Source: {band.source}. Net prices with VAT at the standard rate.</small></p>
      {together !== null && <Note>{together}</Note>}
    </>
  );
}
