import { describe, expect, test } from 'vitest';
import { consumables } from '../../../planning/upkeep/consumables.ts';
import type { LedgerEntry } from '../../../planning/upkeep/ledger-entry.ts';
import { entry } from '../agreements/fixtures.ts';
import { AS_OF } from '../fixtures.ts';

const toner = (kind: 'bought' | 'used', day: string, parts: Partial<LedgerEntry> = {}): LedgerEntry =>
  entry(kind, day, { categoryKey: 'printer', item: 'Black toner', ...parts });

describe('consumables', () => {
  test('are in stock as far as more was bought than used, and last as long as they were used so far', () => {
    const [group] = consumables([
      toner('bought', '2024-12-03', { quantity: 12, pence: 66_000 }), toner('used', '2025-02-01', { quantity: 2 }),
      toner('used', '2025-09-01', { quantity: 3, item: '  black  TONER ' }), toner('used', '2026-05-01', { quantity: 3 }),
    ], AS_OF);
    // December 2024 to November 2026: 24 months. £660 ÷ 2 years; 8 used in 24 months, 4 left: 12 months.
    expect(group).toEqual({
      categoryKey: 'printer', yearlyPence: 33_000, unpriced: 0,
      items: [{ categoryKey: 'printer', item: 'Black toner', bought: 12, used: 8, stock: 4, months: 24, yearlyPence: 33_000, unpriced: 0, lastsMonths: 12 }],
    });
  });

  test('bought last month are not taken to be bought every month', () => {
    // One month recorded: £220 in the first year, not £2,640.
    expect(consumables([toner('bought', '2026-11-03', { quantity: 4, pence: 22_000 })], AS_OF)[0]?.yearlyPence).toBe(22_000);
  });

  test('last for nobody knows how long where too few uses are written down, or none is left', () => {
    const [bought, used] = [toner('bought', '2026-01-05', { quantity: 10 }), toner('used', '2026-03-01')];
    expect(consumables([bought, used, used], AS_OF)[0]?.items[0]?.lastsMonths).toBeNull();
    expect(consumables([bought, ...Array.from({ length: 10 }, () => used)], AS_OF)[0]?.items[0]).toMatchObject({ stock: 0, lastsMonths: null });
    // More used than bought: an entry is missing, and it shows.
    expect(consumables([used, used, used], AS_OF)[0]?.items[0]).toMatchObject({ stock: -3, lastsMonths: null });
  });

  test('are told apart by name and by the kind of kit they are for, the dearest kind first', () => {
    const groups = consumables([
      toner('bought', '2026-01-05', { pence: 5_000 }), toner('bought', '2026-01-05', { item: 'Drum' }),
      toner('bought', '2026-01-05', { categoryKey: 'projector', item: 'Lamp', pence: 19_000 }), entry('lost', '2026-01-05', { item: 'Charger' }),
    ], AS_OF);
    expect(groups.map(({ categoryKey, unpriced, items }) => [categoryKey, unpriced, items.map(({ item }) => item)])).toEqual([
      ['projector', 0, ['Lamp']], ['printer', 1, ['Black toner', 'Drum']],
    ]);
  });

  test('that were bought after the day asked about are not there yet', () => {
    expect(consumables([toner('bought', '2026-11-22')], AS_OF)).toEqual([]);
  });
});
