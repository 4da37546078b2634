import { MAC_NAMES } from './match.ts';

/** A system as words name it: its family, by the support list's product, and how new it is. */
export type NamedSystem = {
  readonly product: string;
  /** 11, 24, 2 for Windows 11 24H2; empty where the words name no version. */
  readonly version: readonly number[];
};

/** Versions of Windows that have a name in place of a number. */
const WINDOWS_NAMES: Readonly<Record<string, number>> = { xp: 5, vista: 6 };

/** Families by the words that name them, the more exact first: the first that fits decides. */
const FAMILIES: readonly (readonly [product: string, pattern: RegExp])[] = [
  ['windows-server', /\b(?:windows\s+|win\s+)?server\b\D{0,3}/],
  ['windows', /\bwin(?:dows)?\b\s*-?\s*|\bwin(?=\d)/],
  ['ipados', /\bipad\s?os\s*/],
  ['macos', /\b(?:mac\s?os(?:\s*x)?|os\s*x)\b\s*/],
  ['macos', new RegExp(`\\b(?=${Object.keys(MAC_NAMES).join('|')})`)],
  ['ios', /\bios\s*/],
  ['android', /\bandroid\s*/],
  ['chromeos', /\bchrome\s?os\b\s*/],
  ['ubuntu', /\bubuntu\b\D{0,8}/],
  ['debian', /\bdebian\b\D{0,12}/],
  ['linux', /\blinux\b\s*/],
];

/** Which system words mean; null where they name none that anybody knows. Of “Windows 10 or 11” the older: it is enough. */
export function systemNamed(text: string | null): NamedSystem | null {
  const plain = (text ?? '').toLowerCase().replaceAll(/[®™(),/]+/g, ' ').replaceAll(/\bmicrosoft\b/g, ' ').replaceAll(/\s+/g, ' ').trim();
  for (const [product, pattern] of FAMILIES) {
    const found = pattern.exec(plain);
    if (found !== null) return { product, version: versionIn(product, plain.slice(found.index + found[0].length)) };
  }
  return null;
}

function versionIn(product: string, rest: string): readonly number[] {
  const name = /^[a-z]+(?: sur)?/.exec(rest)?.[0] ?? '';
  const named = product === 'macos' ? Number(MAC_NAMES[name] ?? 0) : product === 'windows' ? WINDOWS_NAMES[name] ?? 0 : 0;
  if (named > 0) return [named];
  const [, numbers = ''] = /^(\d+(?:\.\d+)*)/.exec(rest) ?? [];
  if (numbers === '') return [];
  const main = numbers.split('.').map(Number);
  const [, year, half] = product === 'windows' ? /^[\d.]+ (?:[a-z]+ )?(\d{2})h([12])\b/.exec(rest) ?? [] : [];
  return year === undefined ? main : [...main, Number(year), Number(half)];
}

/** Whether a system is new enough for what asks for another: `family` where they are not of one family, null where the words do not say. */
export function systemMeets(has: NamedSystem, needs: NamedSystem): 'meets' | 'older' | 'family' | null {
  if (has.product !== needs.product && !(needs.product === 'linux' && (has.product === 'ubuntu' || has.product === 'debian'))) return 'family';
  if (needs.product === 'linux') return 'meets';
  for (const [at, least] of needs.version.entries()) {
    const number = has.version[at];
    if (number === undefined) return null;
    if (number !== least) return number > least ? 'meets' : 'older';
  }
  return 'meets';
}
