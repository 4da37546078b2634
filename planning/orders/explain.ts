import { formatCount, formatExact } from '../money.ts';
import type { WhyStep } from '../result.ts';
import { itemCount } from '../words.ts';
import { differenceWords, type Figures, type LineProgress, type OrderProgress } from './progress.ts';

/** Planned, paid and agreed of one line, each with its sum. */
function lineSteps({ line, came, outstanding, cancelled, planned, paid }: LineProgress): string[] {
  const live = came + outstanding;
  const start = `${formatCount(live)} ${line.description}`;
  if (live === 0) return [`${formatCount(cancelled)} ${line.description}: cancelled, so there is nothing to pay.`];
  return [
    line.plannedUnitPence === null ? `${start}: the plan had no price for them.`
      : `${start}: the plan had ${formatCount(live)} × ${formatExact(line.plannedUnitPence)} = ${formatExact(planned.pence)}.`,
    ...(came === 0 ? [] : [paid.unknown > 0
      ? `${formatCount(came)} came; what was paid is not known for ${formatCount(paid.unknown)}.`
      : `${formatCount(came)} came, and ${formatExact(paid.pence)} was paid.`]),
    ...(outstanding === 0 ? [] : [line.unitPence === null
      ? `${formatCount(outstanding)} still to come, with no price agreed.`
      : `${formatCount(outstanding)} still to come at the price agreed: ${formatCount(outstanding)} × ${formatExact(line.unitPence)} = ${formatExact(outstanding * line.unitPence)}.`]),
    ...(cancelled === 0 ? [] : [`${itemCount(cancelled)} cancelled: in no sum.`]),
  ];
}

/** Why an order, or all of them, differ from the plan: every line's figures, and the difference they make. */
export function explainDifference(orders: readonly Pick<OrderProgress, 'lines'>[], total: Figures): WhyStep[] {
  const steps = orders.flatMap(({ lines }) => lines.flatMap(lineSteps));
  const { differencePence, planned, netPence } = total;
  const sum = differencePence === null ? 'With a price missing it cannot be compared.'
    : `${formatExact(netPence)} − ${formatExact(planned.pence)}: ${differenceWords(total)}.`;
  return [...steps, sum].map((text) => ({ text }));
}
