import { formatExact, sumOf } from '../money.ts';
import type { Forecast, WhyStep } from '../result.ts';

/** How the cost of all years adds up, year by year. */
export function costSteps({ years, totals }: Forecast): readonly WhyStep[] {
  const whole = sumOf(totals.plannedPence);
  return [
    ...years.map(({ label }, index): WhyStep => {
      const [already, planned] = [totals.alreadyPence[index] ?? 0, totals.plannedPence[index] ?? 0];
      return { text: already === 0 ? `${label}: ${formatExact(planned)}.` : `${label}: ${formatExact(already)} spent already and ${formatExact(planned - already)} to come, ${formatExact(planned)}.` };
    }),
    { text: `Together ${formatExact(whole)}.` },
  ];
}

/** How the cost stands to the budget, year by year, in the years that have one. */
export function budgetSteps({ years, totals }: Forecast): readonly WhyStep[] {
  return years.flatMap(({ label }, index) => {
    if (totals.budgetEntered[index] !== true) return [{ text: `${label} has no budget and is left out.` }];
    const left = totals.differencePence?.[index] ?? 0;
    return [{ text: `${label}: ${formatExact(totals.budgetPence?.[index] ?? 0)} less ${formatExact(totals.plannedPence[index] ?? 0)} is ${formatExact(Math.abs(left))} ${left < 0 ? 'over' : 'left'}.` }];
  });
}

/** What it costs just to stay where the school is, year by year. */
export function standStillSteps({ years, totals }: Forecast): readonly WhyStep[] {
  return [
    { text: 'Of everything in the forecast the price of that year, shared over the years it is kept, and the running costs.' },
    ...years.map(({ label }, index) => ({ text: `${label}: ${formatExact(totals.standStillPence[index] ?? 0)}.` })),
    { text: `Together ${formatExact(sumOf(totals.standStillPence))}.` },
  ];
}
