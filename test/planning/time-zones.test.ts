import { expect, test } from 'vitest';
import { inZone } from '../support/in-zone.ts';

const everythingIn = (zone: string, locale: string) => inZone(new URL('./one-zone.ts', import.meta.url), zone, locale);

test('the same school gives the same bytes in London, Auckland and Los Angeles', () => {
  const [london, auckland, losAngeles] = [
    everythingIn('Europe/London', 'en_GB.UTF-8'), everythingIn('Pacific/Auckland', 'mi_NZ.UTF-8'), everythingIn('America/Los_Angeles', 'ar_EG.UTF-8'),
  ];
  expect([london.offset, auckland.offset, losAngeles.offset]).toEqual([0, -780, 480]); // the zones were really set
  expect(JSON.stringify(auckland.everything)).toBe(JSON.stringify(london.everything));
  expect(JSON.stringify(losAngeles.everything)).toBe(JSON.stringify(london.everything));
  expect(JSON.stringify(london.everything).length).toBeGreaterThan(100_000);
});
