import type { MarkKind } from '../marks.ts';
import type { Pence } from '../vocabulary.ts';
import type { RowKind, Standpoint, Step } from './dimensions.ts';

export type LedgerCell = {
  /** Items replaced; in an upgrade row items upgraded, in a losses row items lost. */
  readonly quantity: number;
  /** Net. Items without a price are not in it. */
  readonly pence: Pence;
  /** Items in this cell without a price. Where `lines` has only these, show "no price" and never £0. */
  readonly unpriced: number;
  /** 0 means an empty cell, which is a dash and not £0. */
  readonly lines: number;
} /** Of the items it counts, those that are overdue, were moved by hand, or whose date is assumed. */
  & { readonly [Kind in MarkKind]: number };

export type LedgerRow = Standpoint & {
  /** The same after every recompute, so that an open row stays open. */
  readonly key: string;
  readonly kind: RowKind;
  readonly name: string;
  /** The name of one of what the quantity counts: `Pupil laptop`; the name itself where nothing is counted. */
  readonly nameOfOne: string;
  /** The steps that lead to it from the whole ledger: what all its lines have in common. */
  readonly path: readonly Step[];
  /** The rooms, departments, funds and so on that it lies in, as a question names them: `of IT3`, `without a fund`. */
  readonly under: readonly string[];
  /** One a column: a year, or a term. */
  readonly cells: readonly LedgerCell[];
  readonly total: LedgerCell;
  /** Whether there is anything in it: known before it is opened. */
  readonly opens: boolean;
  /** Worked out when first asked for. */
  readonly children: readonly LedgerRow[];
};
