import type { FundKey, IsoDate, Pence } from '../vocabulary.ts';

/** An order to a supplier. What has come and what has not is told by the status of the assets on its lines. */
export type Order = {
  readonly id: number;
  /** The school's own order number. */
  readonly number: string;
  readonly supplierId: number | null;
  readonly orderedOn: IsoDate;
  readonly expectedOn: IsoDate | null;
  readonly fundKey: FundKey | null;
  readonly notes: string | null;
};

/** One thing on an order: so many, what the plan had them at, what was agreed. */
export type OrderLine = {
  readonly id: number;
  readonly orderId: number;
  readonly description: string;
  readonly categoryKey: string;
  readonly modelId: number | null;
  readonly quantity: number;
  /** What the forecast had one at when it was ordered, net; null where it had no price. */
  readonly plannedUnitPence: Pence | null;
  /** The price agreed for one, net. */
  readonly unitPence: Pence | null;
  /** The code it is to be booked under, as the school writes it. */
  readonly code: string | null;
};
