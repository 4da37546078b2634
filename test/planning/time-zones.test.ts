import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

type Told = { readonly offset: number; readonly everything: unknown };

/** One process of its own: a zone cannot be changed once a program has looked at the clock. */
const inZone = (zone: string, locale: string): Told => JSON.parse(execFileSync(process.execPath, ['--experimental-strip-types', '--no-warnings', fileURLToPath(new URL('./one-zone.ts', import.meta.url))], {
  encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale, NODE_OPTIONS: '' },
})) as Told;

test('the same school gives the same bytes in London, Auckland and Los Angeles', () => {
  const [london, auckland, losAngeles] = [inZone('Europe/London', 'en_GB.UTF-8'), inZone('Pacific/Auckland', 'mi_NZ.UTF-8'), inZone('America/Los_Angeles', 'ar_EG.UTF-8')];
  expect([london?.offset, auckland?.offset, losAngeles?.offset]).toEqual([0, -780, 480]); // the zones were really set
  expect(JSON.stringify(auckland?.everything)).toBe(JSON.stringify(london?.everything));
  expect(JSON.stringify(losAngeles?.everything)).toBe(JSON.stringify(london?.everything));
  expect(JSON.stringify(london?.everything).length).toBeGreaterThan(100_000);
});
