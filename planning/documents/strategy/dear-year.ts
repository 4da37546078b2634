import { formatPounds } from '../../money.ts';
import type { Forecast } from '../../result.ts';
import { becauseOf } from '../../sentences/causes.ts';
import { money } from '../../sentences/say.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { startUpper } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';

/** A year stands out where it costs a tenth more than the others do on average. */
const STANDS_OUT = 1.1;

/** The year to be explained: the one furthest over its budget, else the dearest where it stands out; null where all are alike. */
function yearThatDiffers({ years, totals }: Forecast): number | null {
  const left = years.map((_, index) => (totals.budgetEntered[index] === true ? totals.differencePence?.[index] ?? 0 : 0));
  const worst = Math.min(...left);
  if (worst < 0) return left.indexOf(worst);
  const dearest = Math.max(...totals.plannedPence);
  const at = totals.plannedPence.indexOf(dearest);
  const others = totals.plannedPence.filter((_, index) => index !== at);
  const mean = others.reduce((sum, pence) => sum + pence, 0) / Math.max(1, others.length);
  return others.length > 0 && dearest > 0 && dearest > mean * STANDS_OUT ? at : null;
}

/** Why one year is not like the others, under a heading that names it. */
export type DearYear = { readonly title: string; readonly text: string; /** What comes together in it, alone; empty where nothing stands out. */ readonly cause: string };

/**
 * Why one year costs more: what comes together in it, what it would cost if all were replaced on time, and what it costs in this
 * plan. Looked for in the plan as it is without the way forward, which is what that set out to mend; null where no year stands out.
 */
export function dearYear({ plan, planForecast, snapshot, forecast }: DocumentFacts): DearYear | null {
  const mended = planForecast.totals.plannedPence.some((pence, index) => pence !== forecast.totals.plannedPence[index]);
  const [source, costs] = mended ? [plan, planForecast] : [snapshot, forecast];
  const at = yearThatDiffers(costs);
  if (at === null) return null;
  const cause = causeWords(source, costs, at);
  const told = [cause, withoutWords(source, costs, at, mended), ...(mended ? [instead(costs, forecast, at)] : [])];
  return { title: `Why ${costs.years[at]?.label ?? ''} is different`, text: told.filter(Boolean).join(' '), cause };
}

function causeWords(snapshot: PlanSnapshot, forecast: Forecast, at: number): string {
  const { kind, text } = becauseOf(snapshot, forecast, at);
  if (kind === 'none') return '';
  const label = forecast.years[at]?.label ?? '';
  return kind === 'causes' ? `${startUpper(text)} in ${label}.` : `The largest part of ${label} is ${text}.`;
}

/** What that year costs as things stand, before what the way forward changes. */
function withoutWords({ actions, assets }: PlanSnapshot, { totals }: Forecast, at: number, mended: boolean): string {
  const against = totals.budgetEntered[at] === true ? ` in a year with a budget of ${formatPounds(totals.budgetPence?.[at] ?? 0)}` : '';
  const cost = `${formatPounds(totals.plannedPence[at] ?? 0)}${against}`;
  if (!mended) return `In all it costs ${cost}.`;
  const onTime = actions.length === 0 && assets.every(({ movedTo }) => movedTo === null);
  return onTime ? `Replacing everything on time would cost ${cost}.` : `Without this plan it would cost ${cost}.`;
}

/** `In this plan it costs £124,784, £17,110 less.` */
function instead(before: Forecast, { totals }: Forecast, at: number): string {
  const [was, is] = [before.totals.plannedPence[at] ?? 0, totals.plannedPence[at] ?? 0];
  return is === was ? 'In this plan it costs the same.' : `In this plan it costs ${formatPounds(is)}, ${money(is - was)} ${is < was ? 'less' : 'more'}.`;
}
