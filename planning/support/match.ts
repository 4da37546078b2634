import type { SupportRelease } from './release.ts';

/*
 * Which release of the support list a register's words mean. Only ever a suggestion: an edition decides between two
 * ends of the same version, so where the words do not say it, both are offered with the question.
 */

export type Suggestion<Release> = {
  /** One: what the words mean. Several: the person must choose. None: the list has nothing for them. */
  readonly releases: readonly Release[];
  /** What is missing to tell them apart, or to find one; null where nothing is. */
  readonly question: string | null;
};

type Known = Pick<SupportRelease, 'product' | 'cycle' | 'label'>;

const NONE = { releases: [], question: null } as const;

/** Versions of Windows by the build number that management tools report. */
const BUILDS: Readonly<Record<string, string>> = {
  10240: '10-1507', 10586: '10-1511', 14393: '10-1607', 15063: '10-1703', 16299: '10-1709', 17134: '10-1803', 17763: '10-1809',
  18362: '10-1903', 18363: '10-1909', 19041: '10-2004', 19042: '10-20h2', 19043: '10-21h1', 19044: '10-21h2', 19045: '10-22h2',
  22000: '11-21h2', 22621: '11-22h2', 22631: '11-23h2', 26100: '11-24h2', 26200: '11-25h2',
};

/** The cycle of a version, `11-24h2`; `11` where the words name no version. */
function windowsVersion(text: string): string | null {
  const build = /\b10\.0\.(\d{5})\b/.exec(text)?.[1] ?? /\bbuild\s*(\d{5})\b/.exec(text)?.[1];
  if (build !== undefined && BUILDS[build] !== undefined) return BUILDS[build];
  const major = /\b(?:windows|win)\s*-?\s*(11|10|8\.1|8|7|vista|xp)\b/.exec(text)?.[1];
  if (major === undefined) return null;
  const version = /\b(\d{2}h[12]|1507|1511|1607|1703|1709|1803|1809|1903|1909|2004)\b/.exec(text)?.[1];
  return version === undefined ? major : `${major}-${version}`;
}

type Edition = 'e' | 'w' | null;
const editionOf = (text: string): Edition => {
  if (/\bpro(?:fessional)?\b|\bhome\b/.test(text)) return 'w';
  return /\beducation\b|\benterprise\b|\bedu\b|\bent\b/.test(text) ? 'e' : null;
};

function matchWindows<Release extends Known>(text: string, releases: readonly Release[]): Suggestion<Release> | null {
  const version = windowsVersion(text);
  if (version === null) return null;
  const windows = releases.filter(({ product }) => product === 'windows');
  if (version === '10' || version === '11') {
    return { releases: [], question: `Which version of Windows ${version} is it, such as ${version === '11' ? '24H2' : '22H2'}?` };
  }
  const longTerm = /\blts[cb]\b/.test(text);
  const things = /\biot\b/.test(text);
  const ofVersion = windows.filter(({ cycle }) => {
    const rest = cycle === version ? '' : cycle.startsWith(`${version}-`) ? cycle.slice(version.length + 1) : null;
    return rest !== null && rest.includes('lts') === longTerm && rest.includes('iot') === things;
  });
  const edition = editionOf(text);
  const track = (cycle: string): Edition => (/-e(?:-|$)/.test(cycle) ? 'e' : /-w(?:-|$)/.test(cycle) ? 'w' : null);
  const fitting = edition === null ? ofVersion : ofVersion.filter(({ cycle }) => track(cycle) === null || track(cycle) === edition);
  const split = fitting.length > 1;
  return { releases: fitting, question: split ? 'Is it Pro or Home (W), or Education or Enterprise (E)? Their support ends on different days.' : null };
}

type Pattern = readonly [product: string, pattern: RegExp, cycles?: (found: readonly string[]) => readonly string[]];

const major = ([, version = '']: readonly string[]): readonly string[] => [version, version.split('.')[0] ?? ''];
const pointZero = ([, version = '']: readonly string[]): readonly string[] => [version, version.includes('.') ? version.split('.').slice(0, 2).join('.') : `${version}.0`];

/** Names that Apple gives its systems for the Mac. */
export const MAC_NAMES: Readonly<Record<string, string>> = {
  'big sur': '11', monterey: '12', ventura: '13', sonoma: '14', sequoia: '15', tahoe: '26',
};

/** Products by the words that name them, the more exact first: the first that fits decides. */
const PATTERNS: readonly Pattern[] = [
  ['msexchange', /\bexchange\s*(?:server\s*)?(\d{4})\b/],
  ['sharepoint', /\bsharepoint\s*(?:server\s*)?(\d{4})\b/],
  ['windows-server', /\b(?:windows|win)?\s*server\s*(\d{4})(?:\s*(r2))?\b/, ([, year = '', r2]) => (r2 === undefined ? [year] : [`${year}-r2`])],
  ['office', /\boffice\s*(ltsc\s*)?(?:[a-z]+\s+){0,3}?(\d{4})\b(\s*ltsc)?/, ([, before, year = '', after]) => (before ?? after) === undefined ? [year] : [`${year}-ltsc`, year]],
  ['ipados', /\bipad\s?os\s*(\d+(?:\.\d+)*)/, major],
  ['macos', /\b(?:mac\s?os(?:\s*x)?|os\s*x)\s*(\d+(?:\.\d+)?)/, major],
  ['macos', /\b(big sur|monterey|ventura|sonoma|sequoia|tahoe)\b/, ([, name = '']) => [MAC_NAMES[name] ?? '']],
  ['ios', /(?<!ipad)\bios\s*(\d+(?:\.\d+)*)/, major],
  ['android', /\bandroid\s*(\d+(?:\.\d+)*)/, major],
  ['ubuntu', /\bubuntu\s*(?:server\s*|linux\s*)?(\d+\.\d+)/],
  ['debian', /\bdebian\s*(?:gnu\/linux\s*)?(\d+(?:\.\d+)?)/, major],
  ['proxmox-ve', /\bproxmox\s*(?:ve\s*)?(\d+(?:\.\d+)?)/, major],
  ['vmware-esxi', /\besxi?\s*(\d+(?:\.\d+)*)/, pointZero],
  ['vmware-vcenter', /\bvcenter\s*(?:server\s*)?(\d+(?:\.\d+)*)/, pointZero],
  ['veeam-backup-and-replication', /\bveeam\b\D*(\d+(?:\.\d+)?)/, major],
];

/** Each service pack of SQL Server has an end of its own: without one in the words, the person must say which. */
function matchSqlServer<Release extends Known>(text: string, releases: readonly Release[]): Suggestion<Release> | null {
  const found = /\bsql\s*server\s*(\d{4})(\s*r2)?(?:.*?\b(sp\d))?/.exec(text);
  if (found === null) return null;
  const [, year = '', second, pack] = found;
  const ofYear = releases.filter(({ product, label }) => product === 'mssqlserver' && label.startsWith(year) && /\br2\b/i.test(label) === (second !== undefined));
  const fitting = pack === undefined ? ofYear : ofYear.filter(({ label }) => new RegExp(`\\b${pack}$`, 'i').test(label));
  return { releases: fitting, question: fitting.length > 1 ? `Which service pack of SQL Server ${year} is it?` : null };
}

function matchPattern<Release extends Known>(text: string, releases: readonly Release[]): Suggestion<Release> | null {
  for (const [product, pattern, cyclesOf] of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const wanted = cyclesOf?.([...found]) ?? [found[1] ?? ''];
    const ofProduct = releases.filter((release) => release.product === product);
    for (const cycle of wanted) {
      const release = ofProduct.find((each) => each.cycle === cycle) ?? ofProduct.find((each) => each.label.toLowerCase() === cycle);
      if (release !== undefined) return { releases: [release], question: null };
    }
    return NONE;
  }
  return null;
}

/** Whole devices that the list knows by their name. */
const DEVICES: readonly string[] = ['ipad', 'surface', 'samsung-galaxy-tab', 'raspberry-pi'];

const wordsOf = (text: string): string => ` ${text.toLowerCase().replaceAll(/\bgen\b/g, 'generation').replaceAll(/[^a-z0-9+.]+/g, ' ').trim()} `;

/** A device whose whole name stands in the words; of several the longest, so that “iPad Air 2” is not an “iPad 2”. */
function matchDevice<Release extends Known>(text: string, releases: readonly Release[]): Suggestion<Release> | null {
  const words = wordsOf(text);
  let best: { readonly release: Release; readonly length: number } | null = null;
  for (const release of releases) {
    if (!DEVICES.includes(release.product)) continue;
    const label = wordsOf(release.product === 'raspberry-pi' ? `raspberry pi ${release.label}` : release.label);
    if (words.includes(label) && (best === null || label.length > best.length)) best = { release, length: label.length };
  }
  return best === null ? null : { releases: [best.release], question: null };
}

/**
 * What the words of a register or of a model mean in the support list: a version of a system, or a whole device. Pass
 * the releases that hold (`effectiveReleases`).
 */
export function suggestRelease<Release extends Known>(text: string, releases: readonly Release[]): Suggestion<Release> {
  const plain = text.toLowerCase().replaceAll(/[®™(),/]+/g, ' ').replaceAll(/\bmicrosoft\b/g, ' ').replaceAll(/\s+/g, ' ').trim();
  if (plain === '') return NONE;
  const server = /\bserver\b/.test(plain) ? matchSqlServer(plain, releases) ?? matchPattern(plain, releases) : null;
  return server ?? matchWindows(plain, releases) ?? matchPattern(plain, releases) ?? matchDevice(text, releases) ?? NONE;
}
