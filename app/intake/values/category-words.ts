import { SHIPPED_CATEGORIES } from '../../../planning/categories.ts';

/**
 * Words and names that stand for a category, in registers, in other programs' exports and on boxes. Singular;
 * a longer phrase is looked for before a shorter one, so "projector lamp" is no projector.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  server: ['server', 'blade server', 'poweredge', 'proliant', 'thinksystem', 'hypervisor', 'domain controller'],
  storage: ['nas', 'san', 'storage array', 'disk array', 'tape drive', 'tape library', 'synology', 'qnap'],
  desktop: ['desktop', 'pc', 'pcs', 'computer', 'workstation', 'desktop pc', 'desktop computer', 'personal computer',
    'base unit', 'all in one', 'aio', 'thin client', 'zero client', 'imac', 'mac mini', 'mac pro', 'mac studio', 'nuc',
    'chromebox', 'optiplex', 'prodesk', 'elitedesk', 'thinkcentre', 'veriton', 'small form factor'],
  laptop: ['laptop', 'notebook', 'netbook', 'ultrabook', 'macbook', 'laptop pc', 'laptop computer', 'notebook pc',
    'notebook computer', 'portable computer', 'macbook pro', 'macbook air', 'latitude', 'thinkpad', 'probook',
    'elitebook', 'travelmate', 'vostro', 'ideapad', 'surface laptop', 'surface book', '2 in 1', 'windows laptop',
    'mobile workstation'],
  chromebook: ['chromebook', 'chrome book', 'chrome laptop', 'chrmbk', 'chromebook laptop', 'chrome device',
    'chromeos device'],
  tablet: ['tablet', 'ipad', 'tablet pc', 'tablet computer', 'galaxy tab', 'surface pro', 'surface go', 'e reader',
    'kindle', 'ipad pro', 'ipad air', 'ipad mini', 'learnpad'],
  phone: ['phone', 'mobile phone', 'smartphone', 'smart phone', 'iphone', 'cell phone'],
  monitor: ['monitor', 'display', 'tft', 'tft monitor', 'lcd monitor', 'led monitor', 'lcd', 'vdu', 'screen',
    'pc monitor', 'computer monitor', 'desktop monitor', 'tft screen', 'computer screen', 'flat panel monitor',
    'digital signage'],
  network_switch: ['switch', 'network switch', 'ethernet switch', 'poe switch', 'core switch', 'edge switch',
    'desktop switch', 'procurve', 'catalyst', 'data switch', 'network equipment', 'networking'],
  wireless_ap: ['access point', 'wireless access point', 'wap', 'ap', 'aps', 'wifi access point', 'wi fi access point',
    'wireless ap', 'wifi ap', 'wireless controller', 'wlan controller', 'wireless point'],
  firewall_router: ['firewall', 'router', 'modem', 'smoothwall', 'fortigate', 'sonicwall', 'watchguard', 'web filter'],
  cabling: ['cabling', 'structured cabling', 'network cabling', 'patch panel', 'cable run', 'data point', 'fibre link'],
  ups: ['ups', 'uninterruptible power supply', 'battery backup', 'ups unit'],
  interactive_panel: ['interactive panel', 'interactive whiteboard', 'interactive display', 'interactive screen',
    'interactive board', 'interactive touchscreen', 'interactive flat panel', 'interactive flat panel display',
    'whiteboard', 'smartboard', 'smart board', 'iwb', 'ifp', 'ifpd', 'activboard', 'activpanel', 'clevertouch',
    'promethean', 'touch panel', 'touch display', 'touch screen', 'touchscreen', 'large format display', 'ctouch'],
  projector: ['projector', 'data projector', 'digital projector', 'short throw projector'],
  printer: ['printer', 'laser printer', 'inkjet printer', 'network printer', 'desktop printer', 'label printer',
    'photo printer', 'card printer', 'plotter', 'laserjet', 'officejet', 'deskjet', 'ecotank', 'mono laser',
    'colour laser'],
  mfd: ['mfd', 'mfds', 'mfp', 'mfps', 'photocopier', 'copier', 'multifunction printer', 'multi function printer',
    'multifunction device', 'multi function device', 'multifunctional printer', 'bizhub', 'imagerunner',
    'reprographic'],
  visualiser: ['visualiser', 'visualizer', 'document camera'],
  camera: ['camera', 'digital camera', 'video camera', 'camcorder', 'dslr', 'gopro', 'slr camera'],
  av_audio: ['audio visual', 'tv', 'tvs', 'television', 'smart tv', 'amplifier', 'amp', 'mixer', 'mixing desk',
    'pa system', 'sound system', 'speaker', 'loudspeaker', 'microphone', 'mic', 'radio mic', 'soundbar', 'hearing loop',
    'dvd player', 'media player', 'video conferencing', 'apple tv', 'av equipment', 'audio equipment',
    'sound equipment'],
  printer_3d: ['3d printer', '3 d printer', 'ultimaker', 'makerbot'],
  cctv_access: ['cctv', 'cctv camera', 'security camera', 'ip camera', 'nvr', 'dvr', 'door entry', 'door access',
    'access control', 'entry system', 'intercom', 'biometric', 'biometric reader', 'biometric attendance device',
    'signing in system'],
  telephony: ['telephone', 'telephone system', 'phone system', 'telephony', 'ip phone', 'voip phone', 'voip',
    'desk phone', 'handset', 'dect', 'pbx', 'pabx', 'switchboard', 'landline'],
  peripheral: ['peripheral', 'accessory', 'keyboard', 'mouse', 'mice', 'headset', 'headphone', 'webcam', 'dock',
    'docking station', 'scanner', 'barcode scanner', 'charger', 'cable', 'hub', 'usb hub', 'kvm', 'kvm switch',
    'adaptor', 'adapter', 'flash drive', 'usb flash drive', 'usb stick', 'memory stick', 'usb drive',
    'external hard drive', 'external ssd', 'hard drive', 'hard disk', 'graphics tablet', 'drawing tablet', 'wacom',
    'laptop stand', 'card reader', 'wireless mouse', 'dongle'],
  battery: ['battery', 'ups battery', 'battery pack', 'laptop battery', 'replacement battery'],
  software: ['software', 'licence', 'license', 'software licence', 'software license', 'subscription', 'antivirus'],
  cloud_service: ['cloud service', 'saas', 'hosting', 'cloud storage', 'cloud backup'],
  support_contract: ['support contract', 'maintenance contract', 'managed service', 'service contract'],
  other: ['trolley', 'charging trolley', 'laptop trolley', 'rack', 'server rack', 'cabinet', 'server cabinet',
    'comms cabinet', 'comm cabinet', 'network cabinet', 'projector screen', 'furniture', 'toner', 'cartridge',
    'printer toner', 'projector lamp', 'lamp', 'bulb', 'paper', 'stationery', 'consumable'],
};

/** Words that say something only when they stand alone: "Mobile", but not "Mobile projector stand". */
const ALONE: ReadonlyMap<string, string> = new Map([
  ['mobile', 'phone'], ['network', 'network_switch'], ['storage', 'storage'], ['tower', 'desktop'], ['portable', 'laptop'],
  ['cloud', 'cloud_service'], ['audio', 'av_audio'], ['av', 'av_audio'], ['gateway', 'firewall_router'],
]);

/** Things that go with kit: behind its name they are what the phrase is about ("laptop charger", "monitor arm"). */
const GOES_WITH = new Set([
  'lead', 'stand', 'mount', 'bracket', 'arm', 'bag', 'case', 'sleeve', 'cover', 'pen', 'stylus', 'remote', 'psu',
  'speaker', 'drum', 'cupboard',
]);
/** Categories of such things: "Latitude docking station" is a docking station. */
const ACCESSORIES: ReadonlySet<string> = new Set(['peripheral', 'battery', 'other']);

const LONGEST_PHRASE = 4;
const LONGEST_TEXT = 300;
const ORDER = SHIPPED_CATEGORIES.map(({ key }) => key);

const PHRASES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(WORDS).flatMap(([key, words]) => words.map((word) => [tokens(word).join(' '), key] as const)),
  // The word "other" tells nothing: better to look at the description.
  ...SHIPPED_CATEGORIES.filter(({ key }) => key !== 'other').flatMap(({ key, singular, plural }) =>
    [key, singular, plural].map((word) => [tokens(word).join(' '), key] as const)),
]);

/**
 * The category that a text names, by the table above; null where it names none. A text that names several
 * ("Printers & MFDs") takes the first in the shipped order.
 */
export function categoryOf(text: string): string | null {
  // A name that Windows gave a machine says nothing about what kind it is.
  if (/^desktop-[a-z0-9]{7}$/i.test(text)) return null;
  const short = text.slice(0, LONGEST_TEXT);
  const whole = tokens(short).join(' ');
  const named = ALONE.get(whole) ?? PHRASES.get(whole);
  if (named !== undefined) return named;
  const found = new Set(short.split(/[,;&+/()]| with | and /i).flatMap((part) => keysIn(tokens(part))));
  return ORDER.find((key) => found.has(key)) ?? null;
}

type Found = { readonly key: string; readonly from: number; readonly to: number };

/** The categories in one part of a text, without what only names the kit that an accessory goes with. */
function keysIn(words: readonly string[]): string[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = longestPhraseAt(words, at);
    if (phrase !== null) found.push(phrase);
    at = phrase?.to ?? at + 1;
  }
  const last = found.at(-1);
  const end = words.length - 1;
  if (last?.to === end && GOES_WITH.has(words[end] ?? '')) return ['peripheral'];
  const before = found.at(-2);
  if (last?.to === words.length && before !== undefined && ACCESSORIES.has(last.key)
    && words.slice(before.to, last.from).every((word) => /\d/.test(word))) return [last.key];
  return found.map(({ key }) => key);
}

function longestPhraseAt(words: readonly string[], at: number): Found | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const key = PHRASES.get(words.slice(at, at + length).join(' '));
    if (key !== undefined) return { key, from: at, to: at + length };
  }
  // "Latitude3520", "Chrmbk3100": a name run together with its number.
  const name = /^([a-z]{4,})\d/.exec(words[at] ?? '')?.[1];
  const key = name === undefined ? undefined : PHRASES.get(name);
  return key === undefined ? null : { key, from: at, to: at + 1 };
}

function tokens(text: string): string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== '').map(singular);
}

function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
