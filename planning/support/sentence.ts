import { formatLongDate } from '../calendar.ts';
import { formatCount, formatExact, formatPounds } from '../money.ts';
import { followedBy, say, strong, type Sentence } from '../sentences/say.ts';
import { listOf } from '../words.ts';
import type { LosingGroup, SupportOutlook } from './outlook.ts';
import type { Replacement } from './ways-out.ts';

const devices = (count: number): string => `${formatCount(count)} device${count === 1 ? '' : 's'}`;
const MOST_NAMED = 3;

/** What has lost support and what loses it next, for the top of the page. Nothing is said of devices nobody has dated. */
export function supportSentence(outlook: SupportOutlook): Sentence {
  const { devicesEnded, years, devicesLater, devicesOpen, unknown } = outlook;
  const dated = devicesEnded + devicesLater + years.reduce((sum, year) => sum + year.devices, 0);
  if (dated + devicesOpen === 0) {
    return unknown.quantity === 0 ? say('The register has no device yet whose support could end.')
      : say(`No end of support is known yet for any of the ${devices(unknown.quantity)} that run a system.`);
  }
  const main = devicesEnded === 0 ? nextYear(outlook, '')
    : followedBy(say(strong(`${devices(devicesEnded)} in use ${devicesEnded === 1 ? 'is' : 'are'} out of support`), '.'), nextYear(outlook, ' more'));
  return unknown.quantity === 0 ? main : followedBy(main, say(`Of ${devices(unknown.quantity)} the system or its end is not known.`));
}

function nextYear({ years, devicesEnded }: SupportOutlook, more: string): Sentence {
  const year = years.find((each) => each.devices > 0);
  if (year === undefined) {
    const to = years.at(-1)?.label ?? '';
    return say(devicesEnded === 0 ? `No device with a known end loses support in the years to ${to}.` : `No other loses it in the years to ${to}.`);
  }
  const named = [...year.groups].filter(({ subject }) => subject !== 'software').sort((a, b) => b.quantity - a.quantity);
  const names = named.slice(0, MOST_NAMED).map(({ quantity, what }) => `${formatCount(quantity)} × ${what}`);
  const rest = named.length - names.length;
  const list = rest > 0 ? `${names.join(', ')} and more` : listOf(names);
  const verb = `${year.devices === 1 ? 'loses' : 'lose'} ${more === '' ? 'support' : 'it'}`;
  return say(strong(`${more === '' ? devices(year.devices) : `${formatCount(year.devices)} more`} ${verb} in ${year.label}`), `: ${list}.`);
}

/** What the end of a group means, each way out with its figures: move it, replace it, pay for longer. */
export function meaningOf(group: LosingGroup): readonly string[] {
  const { subject, quantity, canMove, replacement, extension, decided } = group;
  const texts: string[] = [];
  if (canMove > 0) texts.push(canMove === quantity ? moveAll(quantity) : `${formatCount(canMove)} can move to a newer version as they are.`);
  if (subject !== 'software') texts.push(...replaceWords(replacement));
  if (extension !== null) texts.push(extensionWords(group));
  if (decided > 0) texts.push(decided === quantity ? 'Decided about.' : `${formatCount(decided)} decided about.`);
  if (subject === 'software' && extension === null && decided === 0) texts.push('Renew it as a newer version, or stop using it.');
  return texts;
}

const moveAll = (quantity: number): string => (quantity === 1 ? 'It can move to a newer version as it is.' : `All ${formatCount(quantity)} can move to a newer version as they are.`);

function replaceWords({ quantity, pence, unpriced, years, onOrder, none }: Replacement): string[] {
  const cost = unpriced === 0 ? formatPounds(pence) : unpriced === quantity ? 'without a price yet' : `${formatPounds(pence)}, ${formatCount(unpriced)} of them without a price`;
  return [
    ...(quantity === 0 ? [] : [`The plan replaces ${formatCount(quantity)} in ${listOf(years)}: ${cost}.`]),
    ...(onOrder === 0 ? [] : [`${formatCount(onOrder)} ${onOrder === 1 ? 'is' : 'are'} replaced by kit on order.`]),
    ...(none === 0 ? [] : [`${formatCount(none)} ${none === 1 ? 'is' : 'are'} not replaced in the years of the plan.`]),
  ];
}

function extensionWords({ extension, quantity }: LosingGroup): string {
  if (extension === null) return '';
  const { until, yearPence, totalPence, priceDate } = extension;
  const start = `Security updates can be paid for until ${formatLongDate(until)}`;
  if (yearPence === null || totalPence === null) return `${start}; no price has been typed.`;
  const dated = priceDate === null ? '' : `, a price of ${formatLongDate(priceDate)}`;
  return `${start}: ${formatExact(yearPence)} a device${dated}, ${formatPounds(totalPence)} a year for ${formatCount(quantity)}.`;
}
