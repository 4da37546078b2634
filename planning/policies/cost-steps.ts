import { partSteps } from '../explain-totals.ts';
import { formatExact } from '../money.ts';
import type { Forecast, ForecastLine, WhyStep } from '../result.ts';
import type { PolicyRow, PolicyTable } from './rows.ts';

/** The years of those lines with what each comes to, and their sum. */
function yearSteps(forecast: Forecast, isMeant: (line: ForecastLine) => boolean): WhyStep[] {
  const pence = forecast.years.map(() => 0);
  for (const line of forecast.lines) {
    if (isMeant(line)) pence[line.yearIndex] = (pence[line.yearIndex] ?? 0) + (line.netPence ?? 0);
  }
  const told = forecast.years.flatMap(({ label }, index) => (pence[index] === 0 ? [] : [`${label}: ${formatExact(pence[index] ?? 0)}.`]));
  return [...told, `Together ${formatExact(pence.reduce((sum, each) => sum + each, 0))}, still to come.`].map((text) => ({ text }));
}

/** Why a kind, a model or an item comes to what it does over the years of the plan. */
export function policyCostSteps(forecast: Forecast, { assetIds }: Pick<PolicyRow, 'assetIds'>): WhyStep[] {
  const meant = new Set(assetIds);
  return yearSteps(forecast, ({ assetId }) => assetId !== null && meant.has(assetId));
}

export const lossCostSteps = (forecast: Forecast): WhyStep[] => yearSteps(forecast, ({ kind }) => kind === 'loss');

/** Why all kinds and the losses come to what they do. */
export const policiesCostSteps = ({ rows, losses, pence }: PolicyTable): WhyStep[] => [
  ...partSteps([...rows, { name: 'Losses and breakages', pence: losses.pence }]), `Together ${formatExact(pence)}, still to come, without running costs.`,
].map((text) => ({ text }));
