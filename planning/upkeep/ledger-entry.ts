import type { IsoDate, LedgerKind, Pence, UserGroup } from '../vocabulary.ts';

/** What was bought, used up, lost, broken or repaired on a day: the school's own record. */
export type LedgerEntry = {
  readonly id: number;
  readonly kind: LedgerKind;
  readonly happenedOn: IsoDate;
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  /** The asset it happened to, where it is one of the register's. */
  readonly assetId: number | null;
  /** What it was, for consumables: "Black toner". */
  readonly item: string | null;
  readonly quantity: number;
  /** For all of the entry, net; null where nobody wrote it down. */
  readonly pence: Pence | null;
  readonly notes: string | null;
};
