import { addMonths, dayOfMonth, formatLongDate, monthOf } from '../calendar.ts';
import type { PlanContext } from '../context.ts';
import { extensionsOf, type Extension } from '../extension.ts';
import { lineBasis } from '../line-price.ts';
import { formatCount } from '../money.ts';
import { courseOf, policyOfGeneration, type InService, type OnTheWay } from '../refresh/occurrences.ts';
import { purchaseMonths } from '../refresh/window.ts';
import { modelTitle } from '../register/field-words.ts';
import type { ForecastLine } from '../result.ts';
import type { PlannedAction } from '../scenarios/action.ts';
import type { Asset } from '../snapshot.ts';
import type { IsoDate, MonthIndex } from '../vocabulary.ts';
import { listOf, reasonWords, spanOf } from '../words.ts';
import { policyName } from './date-steps.ts';
import { priceStep, timesStep } from './price-steps.ts';

type Forecast = InService | OnTheWay;

const reasonOf = ({ reason }: PlannedAction): string => reasonWords(reason);
const [they, are] = [(quantity: number): string => (quantity === 1 ? 'It' : 'They'), (quantity: number): string => (quantity === 1 ? 'is' : 'are')];

/** What was decided to become of kit that is in the forecast, before its date is told. */
export function fateSteps(asset: Asset, { decision: { fate }, leavesOn }: InService): string[] {
  if (fate === null) return [];
  const { quantity } = asset;
  if (leavesOn !== null) return [`It was decided not to replace ${quantity === 1 ? 'it' : 'them'}: ${reasonOf(fate)}.`];
  if (fate.action !== 'pass_down') return [];
  const whom = fate.nextUserGroup === null ? 'to another use' : fate.nextUserGroup === 'shared' ? 'to shared use' : `to ${fate.nextUserGroup === 'pupil' ? 'pupils' : 'staff'}`;
  const long = fate.nextMonths === null ? '' : ` for ${spanOf(fate.nextMonths)}`;
  return [`${they(quantity)} ${are(quantity)} passed down ${whom}${long} then: ${reasonOf(fate)}. Nothing is bought for that use.`];
}

/** What was decided to be paid to keep a row longer, with the dates before and after. */
export const extensionSteps = (context: PlanContext, asset: Asset): string[] => extensionsOf(context, asset).map((extension) => extensionStep(context, extension));

function extensionStep(context: PlanContext, { action, from }: Extension): string {
  const cover = action.action === 'extend_cover';
  const years = spanOf(12 * (action.years ?? 0));
  if (from === null) return `${cover ? 'Cover' : 'Support'} was to be extended by ${years}, but nobody knows when it ends, so nothing is counted for it.`;
  const to = formatLongDate(addMonths(from, 12 * (action.years ?? 0)));
  return cover
    ? `Hardware cover to ${formatLongDate(from)} is extended by ${years}, to ${to}: ${reasonOf(action)}.${pastYears(context, from, action.years ?? 0)}`
    : `Support that ends on ${formatLongDate(from)} is paid for ${years} longer, to ${to}: ${reasonOf(action)}.${pastYears(context, from, action.years ?? 0)}`;
}

/** The years of an extension that are not still to come: their day lies before the as-at month. */
function pastYears({ asOf, asOfMonth }: PlanContext, from: IsoDate, years: number): string {
  const past = Math.min(years, Math.max(0, Math.ceil((asOfMonth - monthOf(from)) / 12)));
  if (past === 0) return '';
  const which = past < years ? (past === 1 ? 'The first of them' : `The first ${formatCount(past)} of them`) : past === 1 ? 'It' : 'All of them';
  return ` ${which} began before ${longMonth(monthOf(asOf))}: nothing more is counted for ${past === 1 ? 'it' : 'them'}.`;
}

/** A year of cover or support bought: which of them, from when, at what price. */
export function extendedSteps(context: PlanContext, asset: Asset, line: ForecastLine): string[] {
  const wanted = line.limitingFactor === 'warranty_end' ? 'extend_cover' : 'extend_support';
  const extension = extensionsOf(context, asset).find(({ action }) => action.action === wanted);
  if (extension === undefined) return [];
  const years = extension.action.years ?? 0;
  const which = years === 1 ? 'It begins' : `Year ${line.occurrence + 1} of ${years} begins`;
  const basis = lineBasis(context, asset, { standing: 'out', reason: 'kept' }, line);
  return [
    extensionStep(context, extension), ...goneBefore(context, asset, line), `${which} on ${formatLongDate(line.date)}, in ${yearLabel(context, line)}.`,
    priceStep(context, line, basis, context.prices.seriesFor(line.categoryKey), line.unitPence), ...times(line),
  ];
}

/** A year that was decided and begins when the kit has been replaced: nobody needs it. */
function goneBefore(context: PlanContext, asset: Asset, line: ForecastLine): string[] {
  const course = courseOf(context, asset);
  if (course.standing !== 'in_service' || course.firstDate > line.date) return [];
  return [`${they(asset.quantity)} ${are(asset.quantity)} due on ${formatLongDate(course.due.date)}, before this year of it begins: it may not be needed.`];
}

const yearLabel = (context: PlanContext, line: ForecastLine): string => context.years[line.yearIndex]?.label ?? '';
const times = (line: ForecastLine): string[] => (line.quantity > 1 && line.unitPence !== null ? [timesStep(line.quantity, line.unitPence)] : []);

/** Why a purchase stands in another month than the one it is due in, or does not although its policy names months. */
export function windowSteps(context: PlanContext, course: Forecast, line: ForecastLine): string[] {
  const policy = policyOfGeneration(course, line.occurrence);
  const months = purchaseMonths(policy);
  if (months.length === 0 || months.length === 12 || isFixed(course, line)) return [];
  const names = listOf([...months].sort((a, b) => a - b).map((month) => longMonth(month - 1).replace(/ \d+$/, '')));
  const places = `${policyName(context, policy)} places purchases in ${names}`;
  if (line.date !== line.due) return [`${places}: the last of these before ${longMonth(monthOf(line.due))} is ${longMonth(line.month)}, so it is bought on ${formatLongDate(line.date)}.`];
  return months.includes(monthInYear(line.month)) ? [] : [
    `${places}, but the last of these before ${longMonth(line.month)} ${course.standing === 'in_service' && line.occurrence === 0 ? 'has gone by' : 'comes too soon after the purchase before it'}, so it is bought when it is due.`,
  ];
}

/** `July 2027`. */
const longMonth = (month: MonthIndex): string => formatLongDate(dayOfMonth(month)).replace(/^\d+ /, '');
const monthInYear = (month: number): number => month - Math.floor(month / 12) * 12 + 1;

/** Overdue kit, a day set by hand and an order's own purchase are not placed in the months of a policy. */
const isFixed = (course: Forecast, line: ForecastLine): boolean => line.kind === 'replace' && line.occurrence === 0
  && (course.standing === 'on_the_way' || course.overdue || course.due.factor === 'manual');

/** Overdue kit whose purchase is spread over years: how many of a row come on the day of a line. */
export function backlogSteps(context: PlanContext, asset: Asset, course: InService, line: ForecastLine): string[] {
  if (!course.overdue || context.backlogYears === 1) return [];
  const { plural } = context.category(asset.categoryKey);
  const some = course.starts.length > 1 ? `${formatCount(line.quantity)} of these ${formatCount(course.quantity)} come` : course.quantity === 1 ? 'it comes' : 'these come';
  return [
    `${they(asset.quantity)} ${are(asset.quantity)} overdue. Overdue ${plural} are bought in even parts over ${formatCount(context.backlogYears)} years, the longest overdue first: ${some} on ${formatLongDate(line.date)}.`,
  ];
}

/** That another kind or model is bought in place of the old one, where the policy names it. */
export function replacedBySteps(context: PlanContext, course: Forecast): string[] {
  const { policy, replacement: { model, categoryKey } } = course;
  if (model === null || policy.replacementModelId !== model.id) return [];
  return [`${policyName(context, policy)} replaces kit by the ${modelTitle(model)} (${context.category(categoryKey).plural}).`];
}
