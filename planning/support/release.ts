import { formatLongDate } from '../calendar.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { listOf } from '../words.ts';

/** When support of one release of a system or product ends; a missing day means that none is known. */
export type SupportRelease = {
  readonly id: number;
  readonly product: string;
  readonly cycle: string;
  readonly label: string;
  readonly releasedOn: IsoDate | null;
  /** End of new features; security updates go on. */
  readonly activeEnd: IsoDate | null;
  readonly securityEnd: IsoDate | null;
  /** Paid for. */
  readonly extendedEnd: IsoDate | null;
  /** What a year of the paid extension costs for one device, net, and the day that price is of. */
  readonly extendedYearPence: Pence | null;
  readonly extendedPriceDate: IsoDate | null;
  readonly source: string;
  /** The day the list was true. */
  readonly asOf: IsoDate;
  /** False where the school typed it. */
  readonly shipped: boolean;
};

/** A release as the support list is read: the list may also say that support has ended, without a day. */
export type ListedRelease = SupportRelease & { readonly endedUndated: boolean };

/** What people call the products of the shipped list. One that the school adds is called as it was typed. */
export const PRODUCT_NAMES: Readonly<Record<string, string>> = {
  android: 'Android', chrome: 'Chrome', debian: 'Debian', 'intel-processors': 'Intel', ios: 'iOS', ipad: 'iPad', ipados: 'iPadOS',
  macos: 'macOS', msexchange: 'Exchange Server', mssqlserver: 'SQL Server', 'nutanix-aos': 'Nutanix AOS', 'nvidia-gpu': 'NVIDIA',
  office: 'Office', 'proxmox-ve': 'Proxmox VE', 'raspberry-pi': 'Raspberry Pi', 'samsung-galaxy-tab': 'Galaxy Tab',
  sharepoint: 'SharePoint', surface: 'Surface', ubuntu: 'Ubuntu', 'veeam-backup-and-replication': 'Veeam Backup & Replication',
  'vmware-cloud-foundation': 'VMware Cloud Foundation', 'vmware-esxi': 'VMware ESXi', 'vmware-vcenter': 'VMware vCenter',
  windows: 'Windows', 'windows-server': 'Windows Server', 'windows-server-core': 'Windows Server Core',
};

export const productName = (product: string): string => (Object.hasOwn(PRODUCT_NAMES, product) ? PRODUCT_NAMES[product] : null) ?? product;

/** `Windows 11 24H2 (E)`, `iPadOS 17`, `iPad (9th generation)`: its label, after its product's name where that is not in it. */
export const releaseName = ({ product, label }: Pick<SupportRelease, 'product' | 'label'>): string => {
  const name = productName(product);
  return label.toLowerCase().startsWith(name.toLowerCase()) ? label : `${name} ${label}`;
};

/** Editions of one version end on different days: who (E) and (W) stand for. */
export const trackWords = ({ label }: Pick<SupportRelease, 'label'>): string | null => {
  if (label.includes('(E)')) return 'Education and Enterprise';
  return label.includes('(W)') ? 'Pro, Pro Education and Home' : null;
};

export type SupportStatus =
  /** The list names an end, and it is still to come. */
  | { readonly kind: 'supported'; readonly until: IsoDate }
  /** Past its end; security updates can be paid for. */
  | { readonly kind: 'extended'; readonly since: IsoDate; readonly until: IsoDate }
  /** Null where the list says so without a day. */
  | { readonly kind: 'ended'; readonly on: IsoDate | null }
  /** The list knows no end, and speaks for that day. */
  | { readonly kind: 'no_end_known'; readonly listed: IsoDate }
  /** The list knows no end, and is older than that day: nothing can be said. */
  | { readonly kind: 'not_known'; readonly after: IsoDate };

/**
 * How a release stands on a day. A day up to a named end is supported, because the list names it; where no end is
 * named, nothing is claimed for any day after the list's own.
 */
export function supportStatus(release: Pick<ListedRelease, 'securityEnd' | 'extendedEnd' | 'asOf' | 'endedUndated'>, day: IsoDate): SupportStatus {
  const { securityEnd, extendedEnd, asOf, endedUndated } = release;
  if (securityEnd !== null && day <= securityEnd) return { kind: 'supported', until: securityEnd };
  if (extendedEnd !== null && day <= extendedEnd) {
    return securityEnd === null ? { kind: 'supported', until: extendedEnd } : { kind: 'extended', since: securityEnd, until: extendedEnd };
  }
  if (securityEnd !== null || extendedEnd !== null) return { kind: 'ended', on: later(securityEnd, extendedEnd) };
  if (endedUndated) return { kind: 'ended', on: null };
  return day <= asOf ? { kind: 'no_end_known', listed: asOf } : { kind: 'not_known', after: asOf };
}

const later = (a: IsoDate | null, b: IsoDate | null): IsoDate | null => (a === null ? b : b === null || a > b ? a : b);

/** `supported until 12 October 2027`, `not known after 22 August 2026`. */
export function statusWords(status: SupportStatus): string {
  switch (status.kind) {
    case 'supported': return `supported until ${formatLongDate(status.until)}`;
    case 'extended': return `ended on ${formatLongDate(status.since)}; paid updates until ${formatLongDate(status.until)}`;
    case 'ended': return status.on === null ? 'ended, on a day the list does not name' : `ended on ${formatLongDate(status.on)}`;
    case 'no_end_known': return `no end known on ${formatLongDate(status.listed)}`;
    case 'not_known': return `not known after ${formatLongDate(status.after)}`;
  }
}

/** The releases that hold: the school's own before the shipped one of the same product and cycle. */
export function effectiveReleases<Release extends Pick<SupportRelease, 'product' | 'cycle' | 'shipped'>>(releases: readonly Release[]): readonly Release[] {
  const own = new Set(releases.filter(({ shipped }) => !shipped).map(({ product, cycle }) => `${product}/${cycle}`));
  return releases.filter(({ product, cycle, shipped }) => !shipped || !own.has(`${product}/${cycle}`));
}

/** A price that was published for paid updates, in its own currency: it informs, and is in no sum of the plan. */
export type PublishedPrice = {
  readonly product: string;
  readonly cycle: string;
  /** First, second or third year of paid updates. */
  readonly year: number;
  readonly price: number;
  readonly currency: string;
  readonly for: string;
  readonly source: string;
  readonly asOf: IsoDate;
};

/** `Published for education: $1 a device in the first year, $2 in the second, $4 in the third …`; null where none is shipped. */
export function publishedWords(prices: readonly PublishedPrice[], release: Pick<SupportRelease, 'product' | 'cycle'>): string | null {
  const own = prices.filter(({ product, cycle }) => product === release.product && cycle === release.cycle).toSorted((a, b) => a.year - b.year);
  const [first] = own;
  if (first === undefined) return null;
  const amount = ({ price, currency }: PublishedPrice): string => (currency === 'USD' ? `$${price}` : `${price} ${currency}`);
  const years = own.map((price) => `${amount(price)} in year ${price.year}`);
  return `Published for ${first.for}, a device: ${listOf(years)} (${first.source}; as of ${formatLongDate(first.asOf)}). For information: the plan counts the price that your supplier asks.`;
}
