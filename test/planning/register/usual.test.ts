import { describe, expect, it } from 'vitest';
import { usualKit } from '../../../planning/register/usual.ts';
import { kit, model, schoolOf } from '../fixtures.ts';

describe('more kit of a model', () => {
  const tamar = model({ id: 3, name: 'Tamar 14', categoryKey: 'laptop' });
  it('is taken to be like what was bought last, as far as that is known', () => {
    const assets = [
      kit({ modelId: 3, purchaseDate: '2022-09-01', unitPaidPence: 50_000, coverEnd: '2025-08-31', supplierId: 7, userGroup: 'pupil' }),
      kit({ modelId: 3, purchaseDate: '2024-09-01', unitPaidPence: 54_000, coverEnd: null, userGroup: 'staff' }),
      kit({ modelId: 3, purchaseDate: null, unitPaidPence: 1 }), kit({ modelId: 4, purchaseDate: '2026-01-01', unitPaidPence: 9 }),
    ];
    // Paid in 2024; cover of 35 months (to the last day of August) and the supplier of 2022, because 2024's are not known.
    expect(usualKit(schoolOf({ assets }), tamar)).toEqual({ categoryKey: 'laptop', userGroup: 'staff', unitPence: 54_000, warrantyMonths: 35, supplierId: 7 });
    expect(usualKit(schoolOf({ assets }), { ...tamar, unitPence: 60_000 }).unitPence).toBe(60_000);
  });

  it('is not guessed at where nothing was bought', () => {
    expect(usualKit(schoolOf(), tamar)).toEqual({ categoryKey: 'laptop', userGroup: null, unitPence: null, warrantyMonths: null, supplierId: null });
  });
});
