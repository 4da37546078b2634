import type { ChartSpec } from '../../../planning/documents/chart-spec.ts';

/** The axis of values: from nothing to `top` in equal steps, all in the unit of the chart. */
type Scale = { readonly top: number; readonly step: number };

const STEPS = [1, 2, 2.5, 5, 10];
const MOST_STEPS = 5;

/** How high a category stands: its series on top of each other, or the highest of them, and the line. */
export function heightAt({ kind, series }: ChartSpec, at: number): number {
  const values = series.map(({ values: own }) => own[at] ?? 0);
  return kind === 'stacked_columns' ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
}

/** Round steps, the last at or over the highest column; what is said of that stands over the plot. */
export function scaleOf(chart: ChartSpec): Scale {
  const line = (chart.line?.values ?? []).map((value) => value ?? 0);
  const heights = chart.categories.map((_, at) => heightAt(chart, at));
  const highest = Math.max(chart.unit === 'pence' ? 100 : 1, ...heights, ...line);
  const least = highest / MOST_STEPS;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const step = STEPS.map((each) => each * magnitude).find((each) => each >= least && (chart.unit === 'pence' || Number.isInteger(each))) ?? 10 * magnitude;
  const whole = chart.unit === 'pence' ? step : Math.max(1, step);
  const top = Math.ceil(highest / whole - 1e-9) * whole;
  return chart.unit === 'percent' && top > 100 && Math.max(...heights, ...line) <= 100 ? { top: 100, step: 20 } : { top, step: whole };
}
