import { addMonths, financialYearLabel, formatLongDate, monthOf } from '../calendar.ts';
import { yearIndexOf, type PlanContext } from '../context.ts';
import { assumptionWords, boughtWhen } from '../quality/assumed.ts';
import { candidates, endedBefore, known, type Candidate, type Due } from '../refresh/due.ts';
import { policyOfGeneration, purchaseOn, type InService, type OnTheWay } from '../refresh/occurrences.ts';
import { assetName } from '../register/field-words.ts';
import type { ForecastLine } from '../result.ts';
import type { Asset, RefreshPolicy } from '../snapshot.ts';
import { STATUS_WORDS, type IsoDate, type LimitingFactor } from '../vocabulary.ts';
import { kitName, reasonWords, spanOf, startUpper } from '../words.ts';

/** When a row was bought and put to use, by which order, and where Kitplan has that from. */
export function boughtSteps(context: PlanContext, asset: Asset): string[] {
  const bought = known(asset.purchaseDate);
  const used = known(asset.inServiceDate);
  const order = asset.orderNumber === null ? '' : `, order ${asset.orderNumber}`;
  const steps = bought === null
    ? [`No purchase date is known${order}.`]
    : [`Bought ${boughtWhen(asset)}${order}.`];
  const assumption = assumptionWords(asset);
  if (assumption !== null) steps.push(assumption);
  if (used !== null && used !== bought) steps.push(usedStep(context, asset, used));
  const support = known(asset.vendorSupportEnd);
  if (support !== null && endedBefore(asset, support)) steps.push(`The end of maker’s support written down, ${formatLongDate(support)}, is before the purchase and is not counted with.`);
  if (asset.source !== null) steps.push(`The register has this from ${asset.source}.`);
  return steps;
}

const usedStep = ({ asOfMonth }: PlanContext, { quantity, status }: Asset, used: IsoDate): string => (status === 'in_stock' || monthOf(used) <= asOfMonth
  ? `In use since ${formatLongDate(used)}, from which ${its(quantity)} age counts.`
  : `The first day of use written down, ${formatLongDate(used)}, is still to come and is not counted with.`);

/** `The pupil laptop policy`, `The policy for its model`, `Its own policy`. */
export function policyName(context: PlanContext, policy: RefreshPolicy): string {
  if (policy.assetId !== null) return 'Its own policy';
  if (policy.modelId !== null) return 'The policy for its model';
  return `The ${kitName(context.category(policy.categoryKey), policy.userGroup, 1)} policy`;
}

const its = (quantity: number): string => (quantity === 1 ? 'its' : 'their');
const them = (quantity: number): string => (quantity === 1 ? 'it' : 'them');
const shippedWords = (policy: RefreshPolicy): string =>
  policy.shipped ? ', a convention that comes with Kitplan until the school sets its own' : '';

/** How the limit is read from the asset, its model or its policy, down to the date that decides. */
export function limitSteps(context: PlanContext, asset: Asset, course: InService): string[] {
  const { due, policy } = course;
  const name = policyName(context, policy);
  const date = formatLongDate(due.date);
  const steps = [...limitStep(asset, policy, due, name, date)];
  if (due.keptEarlierLife && policy.fromYear !== null) {
    steps.push(`The new life of ${spanOf(policy.lifeMonths)} applies from ${financialYearLabel(policy.fromYear, context.schoolStartMonth)}, after that, so this kit keeps the earlier one.`);
  }
  return [...steps, ...otherLimits(context, asset, course).map(({ text }) => text)];
}

function limitStep(asset: Asset, policy: RefreshPolicy, due: Due, name: string, date: string): string[] {
  switch (due.factor) {
    case 'policy_life':
      return [`${name} keeps ${them(asset.quantity)} ${spanOf(due.lifeMonths)}${shippedWords(policy)}.`, `That ends on ${date}.`];
    case 'warranty_end': {
      const end = known(asset.coverEnd) === null ? null : addMonths(due.date, -policy.toleranceMonths);
      const tolerance = policy.toleranceMonths;
      if (tolerance === 0 || end === null) return [`Hardware cover ends on ${date}, and ${lower(name)} replaces kit by then.`];
      return [`Hardware cover ends on ${formatLongDate(end)}, and ${lower(name)} allows ${spanOf(Math.abs(tolerance))} ${tolerance < 0 ? 'less' : 'more'}: ${date}.`];
    }
    case 'vendor_support_end': return [`The maker’s support ends on ${date}, and ${lower(name)} replaces kit by then.`];
    case 'os_end': return [`Security support of ${its(asset.quantity)} system ends on ${date}, and ${asset.quantity === 1 ? 'it' : 'they'} cannot move to a supported one.`];
    case 'contract_end': return [`${startUpper(its(asset.quantity))} lease ends on ${date}.`];
    case 'manual': return [`Moved to ${date} by hand: ${reasonWords(asset.movedReason)}.`];
  }
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const LIMIT_NAMES: Readonly<Record<LimitingFactor, string>> = {
  policy_life: 'The life in its policy', warranty_end: 'Hardware cover', vendor_support_end: 'The maker’s support',
  os_end: 'Security support of its system', contract_end: 'Its lease', manual: 'A date set by hand',
};

/** Every candidate but the one that decided, with why it did not. Unknown dates are left out. */
function otherLimits({ asOfMonth }: PlanContext, asset: Asset, course: InService): { readonly factor: LimitingFactor; readonly text: string }[] {
  return candidates(asset, course.policy, course.model, course.due.lifeMonths, course.decision, asOfMonth).flatMap((candidate) =>
    candidate.factor === course.due.factor || candidate.date === null
      ? []
      : [{ factor: candidate.factor, text: whyNot(candidate, course.due) }]);
}

function whyNot(candidate: Candidate, due: Due): string {
  const name = LIMIT_NAMES[candidate.factor];
  const date = candidate.date === null ? '' : formatLongDate(candidate.date);
  if (!candidate.binds) return `${name} ends on ${date}, which the policy does not go by.`;
  if (due.factor === 'manual') return `${name} ends on ${date}; the date set by hand decides.`;
  return candidate.date === due.date
    ? `${name} ends on the same day.`
    : `${name} ends on ${date}, which is later, so it does not decide.`;
}

/** What a candidate is, and why it did or did not set the date. */
export function candidateText(candidate: Candidate, due: Due): string {
  const name = LIMIT_NAMES[candidate.factor];
  if (candidate.factor === due.factor) return `${name} decides: ${formatLongDate(due.date)}.`;
  if (candidate.date === null) return candidate.factor === 'manual' ? 'No date has been set by hand.' : `${name} has no date that is known or applies.`;
  return whyNot(candidate, due);
}

/** From the due date to the day it is bought: overdue kit, and kit whose successor is on order. */
export function overdueSteps(context: PlanContext, asset: Asset, course: InService): string[] {
  const steps: string[] = [];
  if (course.overdue && context.backlogYears === 1) {
    steps.push(`${asset.quantity === 1 ? 'It is' : 'They are'} overdue, so the purchase is counted on ${formatLongDate(context.asOf)}.`);
  }
  const onOrder = asset.quantity - course.quantity;
  if (onOrder > 0) steps.push(`${onOrder} of ${asset.quantity} ${onOrder === 1 ? 'is' : 'are'} replaced by kit on order, so ${course.quantity} ${course.quantity === 1 ? 'is' : 'are'} left.`);
  return steps;
}

/** Kit that is planned or on order: when it is to come. */
export function orderSteps(context: PlanContext, asset: Asset, replaces: Asset | null): string[] {
  const own = known(asset.inServiceDate) ?? known(asset.purchaseDate);
  const order = asset.orderNumber === null ? '' : `, order ${asset.orderNumber}`;
  const status = STATUS_WORDS[asset.status];
  const asOf = formatLongDate(context.asOf);
  const when = own === null
    ? `${status}${order}: no date is known, so the purchase is counted on ${asOf}.`
    : monthOf(own) < context.asOfMonth
      ? `${status}${order}: its date, ${formatLongDate(own)}, has gone by, so the purchase is counted on ${asOf}.`
      : `${status}${order}, to come on ${formatLongDate(own)}.`;
  const succeeds = replaces === null ? [] : [`It takes the place of ${assetName(replaces)}, which is not replaced a second time.`];
  return [when, ...succeeds];
}

/** A later replacement, counted from the first purchase of its chain. */
export function successorSteps(context: PlanContext, course: InService | OnTheWay, line: ForecastLine): string[] {
  const every = course.everyMonths ?? 0;
  const first = formatLongDate(startOf(course, (start) => addMonths(start, line.occurrence * every) === line.due));
  const times = line.occurrence === 1 ? '' : `${line.occurrence} × `;
  return [
    `The first purchase of this chain is on ${first}.`,
    `${policyName(context, course.replacement.policy)} keeps each one ${spanOf(every)}${shippedWords(course.replacement.policy)}, and ${times}${spanOf(every)} later is ${formatLongDate(line.due)}.`,
    'Cover and support of kit not yet bought are not known and do not set its date.',
  ];
}

/** A mid-life upgrade: of the kit that is there now, or of a replacement still to come. */
export function upgradeSteps(context: PlanContext, course: InService | OnTheWay, line: ForecastLine): string[] {
  const policy = policyOfGeneration(course, line.occurrence);
  const { upgrade } = policy;
  if (upgrade === null) return [];
  const fits = `${policyName(context, policy)} fits ${upgrade.what} after ${spanOf(upgrade.atMonths)}${shippedWords(policy)}`;
  if (line.occurrence === 0 && course.standing === 'in_service') {
    return [`${fits}: on ${formatLongDate(line.due)}.`, `That is before the replacement, due on ${formatLongDate(course.due.date)}.`];
  }
  const months = (line.occurrence - 1) * (course.everyMonths ?? 0);
  const date = startOf(course, (start) => addMonths(start, months + upgrade.atMonths) === line.due);
  const bought = purchaseOn(context, course, { date, quantity: line.quantity }, line.occurrence - 1);
  return [`The kit bought on ${formatLongDate(bought)} is in its place by then.`, `${fits}: on ${formatLongDate(line.due)}.`];
}

/** The first day of the chain that a line belongs to: a row has several where its backlog is spread over years. */
const startOf = (course: InService | OnTheWay, belongs: (start: IsoDate) => boolean): IsoDate =>
  course.starts.find(({ date }) => belongs(date))?.date ?? course.firstDate;

/** `12 December 2028 is in 2028/29.` */
export function yearStep(context: PlanContext, date: IsoDate): string {
  const year = context.years[yearIndexOf(context, monthOf(date))];
  return year === undefined
    ? `${formatLongDate(date)} is after the last year shown, so nothing is planned for it yet.`
    : `${formatLongDate(date)} is in ${year.label}.`;
}
