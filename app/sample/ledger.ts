import type { LedgerEntry } from '../../planning/upkeep/ledger-entry.ts';
import type { IsoDate, LedgerKind, Pence, UserGroup } from '../../planning/vocabulary.ts';

/*
 * What Hillcrest has written down since September 2023: what was lost, broken and mended, and the toner of its desktop
 * printers. Invented, like everything about the school.
 */

/** An entry with the tag of the asset it happened to. */
export type SampleEntry = Omit<LedgerEntry, 'id' | 'assetId'> & { readonly tag: string | null };

type More = Partial<Pick<SampleEntry, 'quantity' | 'notes' | 'tag'>>;

const upkeep = (kind: LedgerKind, happenedOn: IsoDate, categoryKey: string, userGroup: UserGroup | null, pence: Pence | null, more: More = {}): SampleEntry =>
  ({ kind, happenedOn, categoryKey, userGroup, item: null, quantity: 1, pence, notes: null, tag: null, ...more });

const pupilLaptop = (kind: LedgerKind, day: IsoDate, pence: Pence | null, more: More = {}): SampleEntry => upkeep(kind, day, 'laptop', 'pupil', pence, more);
const tablet = (kind: LedgerKind, day: IsoDate, pence: Pence | null, more: More = {}): SampleEntry => upkeep(kind, day, 'tablet', null, pence, more);

const toner = (kind: 'bought' | 'used', happenedOn: IsoDate, quantity: number, pence: Pence | null = null): SampleEntry =>
  ({ kind, happenedOn, categoryKey: 'printer', userGroup: null, item: 'Toner, desktop printers', quantity, pence, notes: null, tag: null });

export const LEDGER: readonly SampleEntry[] = [
  toner('bought', '2023-09-11', 24, 98_400),
  pupilLaptop('broken', '2023-11-20', 6_500, { notes: 'Screen' }),
  toner('used', '2024-01-15', 8),
  tablet('broken', '2024-02-06', 9_000, { notes: 'Screen' }),
  pupilLaptop('lost', '2024-05-13', null, { notes: 'Not in the trolley after a trip' }),
  toner('used', '2024-09-09', 9),
  pupilLaptop('broken', '2024-11-04', 6_500, { tag: 'HC-PL-104', notes: 'Screen' }),
  upkeep('broken', '2024-12-02', 'laptop', 'staff', 8_900, { notes: 'Dropped' }),
  tablet('broken', '2025-01-21', 9_000, { notes: 'Screen' }),
  pupilLaptop('broken', '2025-03-10', 11_000, { quantity: 2, notes: 'Wet bag' }),
  toner('used', '2025-04-28', 9),
  tablet('lost', '2025-06-16', null),
  pupilLaptop('broken', '2025-09-22', 3_800, { tag: 'HC-PL-127', notes: 'Keyboard' }),
  toner('bought', '2025-09-08', 24, 100_800),
  upkeep('repaired', '2025-10-13', 'projector', null, 12_500, { notes: 'Hall: lamp and fan' }),
  pupilLaptop('broken', '2025-12-08', 6_900, { tag: 'HC-PL-150', notes: 'Screen' }),
  upkeep('broken', '2026-01-19', 'desktop', null, 4_100, { notes: 'Power supply' }),
  tablet('broken', '2026-02-23', 9_400, { notes: 'Screen' }),
  upkeep('broken', '2026-03-16', 'laptop', 'staff', 7_700, { notes: 'Hinge' }),
  toner('used', '2026-04-20', 11),
  pupilLaptop('lost', '2026-06-29', null, { notes: 'Not handed back in July' }),
  tablet('broken', '2026-09-28', 9_400, { notes: 'Screen' }),
  pupilLaptop('broken', '2026-10-12', 6_900, { tag: 'HC-PL-183', notes: 'Screen' }),
];
