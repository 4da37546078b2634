import { procurementBand } from '../../planning/orders/procurement.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { usePlanQuery } from '../lib/application.tsx';

type BandNoteProps = {
  readonly netPence: Pence;
  readonly orderedOn: IsoDate;
};

/** How an order of that value is bought, with where the rule is from. Nothing while nothing has a price. */
export function BandNote({ netPence, orderedOn }: BandNoteProps) {
  const { data: rules } = usePlanQuery('orders.rules', {});
  const band = rules === undefined || netPence === 0 ? null : procurementBand(rules, netPence, orderedOn);
  if (band === null) return null;
  return <p className="orders-band">{band.text} <small>Source: {band.source}. Net prices with VAT at the standard rate.</small></p>;
}
