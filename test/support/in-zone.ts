import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type ToldInZone = { readonly offset: number; readonly everything: unknown };

/** What a program prints in a zone and locale. A process of its own: a zone cannot be changed once a program has looked at the clock. */
export const inZone = (program: URL, zone: string, locale: string): ToldInZone => JSON.parse(execFileSync(
  process.execPath, ['--experimental-strip-types', '--no-warnings', fileURLToPath(program)],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale, NODE_OPTIONS: '' } },
)) as ToldInZone;
