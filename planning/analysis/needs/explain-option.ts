import { formatDate } from '../../calendar.ts';
import { formatCount, formatExact, formatPounds } from '../../money.ts';
import type { Forecast, WhyStep } from '../../result.ts';
import type { CostPart } from '../vocabulary.ts';
import { COST_STANDING_WORDS } from '../vocabulary.ts';
import { startLower } from '../../words.ts';
import type { CostFigures } from './option-figures.ts';

/** How what an option costs comes about: a reason for each of its costs of these parts, and what they come to. */
export function optionSteps({ years }: Pick<Forecast, 'years'>, costs: readonly CostFigures[], parts: readonly CostPart[] | null): WhyStep[] {
  const asked = costs.filter(({ cost }) => parts === null || parts.includes(cost.part));
  if (asked.length === 0) return [{ text: 'Nothing of it costs money.' }];
  const total = asked.reduce((sum, { totalPence }) => sum + totalPence, 0);
  return [
    ...asked.map((each) => ({ text: `${each.cost.name}: ${costWords(each)} ${yearWords(years, each)}` })),
    ...(asked.length > 1 ? [{ text: `Together ${formatPounds(total)} in ${years.length === 1 ? 'the year' : `the ${formatCount(years.length)} years`} of the plan, net.` }] : []),
  ];
}

function costWords({ cost: { standing, quantity, unitPence, yearlyPence, on, until } }: CostFigures): string {
  if (standing === 'in_plan') return `${startLower(COST_STANDING_WORDS.in_plan)}, so it adds nothing; read from the forecast.`;
  const once = unitPence === null ? 'no price yet' : unitPence === 0 ? null : `${quantity === 1 ? '' : `${formatCount(quantity)} × `}${formatExact(unitPence)} on ${formatDate(on)}`;
  const yearly = yearlyPence === 0 ? null : `${formatExact(yearlyPence)} a year from ${formatDate(on)}${until === null ? '' : ` to ${formatDate(until)}`}`;
  const words = [once, yearly].filter((part) => part !== null).join(' and ') || 'nothing';
  return `${words}, at the prices of today before rises, ${standing === 'adds' ? 'new money in the ICT plan' : 'paid from another budget'}.`;
}

function yearWords(years: Forecast['years'], { byYear, unpriced, totalPence }: CostFigures): string {
  const shown = years.flatMap(({ label }, index) => (byYear[index] === 0 ? [] : [`${formatPounds(byYear[index] ?? 0)} in ${label}`]));
  if (shown.length === 0) return unpriced ? 'It counts once it has a price.' : 'Nothing of it falls in the years of the plan.';
  return `${shown.join(', ')}${shown.length > 1 ? `: ${formatPounds(totalPence)}` : ''}.`;
}
