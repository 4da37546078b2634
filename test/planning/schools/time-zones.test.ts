import { expect, test } from 'vitest';
import { inZone } from '../../support/in-zone.ts';

test('every hand-checked school comes to the same in London, Auckland and Los Angeles', () => {
  const program = new URL('./one-zone.ts', import.meta.url);
  const [london, auckland, losAngeles] = [
    inZone(program, 'Europe/London', 'en_GB.UTF-8'), inZone(program, 'Pacific/Auckland', 'mi_NZ.UTF-8'), inZone(program, 'America/Los_Angeles', 'ar_EG.UTF-8'),
  ];
  expect([london.offset, auckland.offset, losAngeles.offset]).toEqual([0, -780, 480]); // the zones were really set
  expect(JSON.stringify(auckland.everything)).toBe(JSON.stringify(london.everything));
  expect(JSON.stringify(losAngeles.everything)).toBe(JSON.stringify(london.everything));
  expect(london.everything).toMatchObject({
    infant: { totals: { totalPence: [381_864, 1_082_530, 181_225, 901_483, 500_356] } },
    trust: { totals: { totalPence: [479_391_300, 215_917_246, 236_099_153, 228_470_958, 455_742_533] } },
  });
}, 60_000);
