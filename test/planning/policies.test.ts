import { describe, expect, test } from 'vitest';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { LIFE_RANGE_MONTHS, policyFor, SHIPPED_POLICIES } from '../../planning/policies.ts';
import type { RefreshPolicy } from '../../planning/snapshot.ts';
import { kit, shippedPolicies } from './fixtures.ts';

describe('the policies that come with Kitplan', () => {
  const general = (key: string) => SHIPPED_POLICIES.find((policy) => policy.categoryKey === key && policy.userGroup === null);

  test.each([
    ['server', 48], ['storage', 48], ['laptop', 48], ['tablet', 48], ['chromebook', 60], ['desktop', 60], ['network_switch', 96],
    ['wireless_ap', 72], ['firewall_router', 60], ['ups', 60], ['monitor', 96], ['interactive_panel', 96], ['projector', 60],
    ['printer', 48], ['mfd', 60], ['visualiser', 48], ['camera', 48], ['telephony', 96], ['printer_3d', 60], ['cctv_access', 96],
    ['battery', 36], ['peripheral', 36], ['phone', 36], ['av_audio', 96], ['other', 60], ['cabling', 240],
  ])('keep %s %i months', (key, lifeMonths) => expect(general(key)?.lifeMonths).toBe(lifeMonths));

  test('let cover end a server’s life, support a switch’s, and its system a laptop’s', () => {
    expect(general('server')?.binding).toEqual(['warranty_end', 'vendor_support_end', 'policy_life']);
    expect(general('network_switch')?.binding).toEqual(['policy_life', 'vendor_support_end']);
    expect(general('laptop')?.binding).toEqual(['policy_life', 'vendor_support_end', 'os_end']);
    expect(general('projector')?.binding).toEqual(['policy_life']);
  });

  test('never refresh software, cloud services or contracts', () => {
    for (const key of ['software', 'cloud_service', 'support_contract']) expect(general(key)?.binding).toEqual([]);
  });

  test('hold staff and pupil laptops apart, and give desktops memory after three years for £38', () => {
    expect(SHIPPED_POLICIES.filter((policy) => policy.categoryKey === 'laptop').map((policy) => [policy.userGroup, policy.lifeMonths]))
      .toEqual([[null, 48], ['staff', 48], ['pupil', 48]]);
    expect(general('desktop')?.upgrade).toEqual({ atMonths: 36, unitPence: 3_800, priceDate: null, what: 'memory' });
  });

  test('cover every category, price nothing, assume no losses, and say that they are conventions', () => {
    for (const { key } of SHIPPED_CATEGORIES) expect(general(key), key).toBeDefined();
    for (const policy of SHIPPED_POLICIES) {
      expect(policy).toMatchObject({ shipped: true, lossBp: 0, unitPence: null, toleranceMonths: 0, fromYear: null });
      expect(policy.lifeMonths).toBeGreaterThanOrEqual(LIFE_RANGE_MONTHS.least);
      expect(policy.lifeMonths).toBeLessThanOrEqual(LIFE_RANGE_MONTHS.most);
    }
  });
});

describe('the most specific policy wins', () => {
  const base = shippedPolicies().find((policy) => policy.categoryKey === 'laptop' && policy.userGroup === null) as RefreshPolicy;
  const policies: RefreshPolicy[] = [
    { ...base, id: 1 }, { ...base, id: 2, userGroup: 'pupil' }, { ...base, id: 3, modelId: 7 }, { ...base, id: 4, assetId: 9 },
  ];
  const followed = (parts: Parameters<typeof kit>[0], from = policies): number | undefined => policyFor(kit(parts), from)?.id;

  test('its own, then its model’s, then its user group’s, then its category’s', () => {
    expect(followed({ id: 9, modelId: 7, userGroup: 'pupil' })).toBe(4);
    expect(followed({ modelId: 7, userGroup: 'pupil' })).toBe(3);
    expect(followed({ modelId: 8, userGroup: 'pupil' })).toBe(2);
    expect(followed({ userGroup: 'staff' })).toBe(1);
    expect(followed({})).toBe(1);
    expect(followed({ categoryKey: 'tablet' })).toBeUndefined();
  });

  test('of two for the same kit the newer', () => {
    const two = [{ ...base, id: 20 }, { ...base, id: 10 }];
    expect(followed({}, two)).toBe(20);
    expect(followed({}, two.toReversed())).toBe(20);
  });
});
