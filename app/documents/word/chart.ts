import { ChartRun, type ChartSeries as WordSeries, type ChartValueAxis } from 'docx/charts';
import type { ChartSpec } from '../../../planning/documents/chart-spec.ts';
import { TONE_COLOURS, TONE_EDGES } from '../tone-colours.ts';
import { heightAt, scaleOf } from './chart-scale.ts';
import { pixels } from './page.ts';
import { seen } from './runs.ts';
import { GREEN, GREY, INK, RED, type Faces } from './styles.ts';

/** Where a chart stands: its plot lies over `plot`, its axis left of it; in twips from the left edge of the text, where the chart begins. */
export type ChartPlace = { readonly plot: { readonly from: number; readonly to: number }; readonly height: number; /** Whether the chart names its categories; else the ledger under it does. */ readonly named: boolean };

/** What the library does not write and Word must be told: shares of the chart's width and height. */
export type ChartFinish = {
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** How far over its point a label of the line stands. */
  readonly labels: readonly { readonly at: number; readonly up: number }[];
  /** The edge of each series that is drawn as columns or bars, in their order. */
  readonly edges: readonly string[];
  readonly named: boolean;
};

/** Room over the plot for what stands over the highest column, and under it for the names of the categories. */
const OVER = 0.1;
const UNDER = 0.12;
const UNNAMED = 0.02;

const worth = ({ unit }: ChartSpec, value: number): number => (unit === 'pence' ? value / 100 : value);

const VALUE_FORMATS: Readonly<Record<ChartSpec['unit'], string>> = { pence: '"£"#,##0', count: '#,##0', percent: '0"%"' };

function valueAxis(chart: ChartSpec): ChartValueAxis {
  const { top, step } = scaleOf(chart);
  const inThousands = chart.unit === 'pence' && step >= 1_000_00;
  return {
    minimum: 0, maximum: worth(chart, top), interval: worth(chart, step), gridlines: true,
    numberFormat: inThousands ? '[=0]"£"0;"£"#,##0.##,"k"'.replace('.##', step % 1_000_00 === 0 ? '' : '.0') : VALUE_FORMATS[chart.unit],
    font: { size: 9, color: GREY },
  };
}

/** What stands over a column is said by the budget's point there, lifted above the column. */
function lineSeries(chart: ChartSpec, { name, values }: NonNullable<ChartSpec['line']>): WordSeries {
  const marks = new Map(chart.marks.map((mark) => [mark.at, mark]));
  return {
    name: seen(name), values: values.map((value) => (value === null ? null : worth(chart, value))), color: INK, type: 'line', line: { color: INK, width: 2 }, markers: false,
    pointLabels: chart.categories.map((_, at) => {
      const mark = marks.get(at);
      return mark === undefined ? false : { text: seen(mark.text), position: 'above' as const, font: { size: 9.5, bold: true, color: mark.standing === 'short' ? RED : GREEN } };
    }),
  };
}

function finishOf(chart: ChartSpec, { plot, named }: ChartPlace, overlaid: boolean): ChartFinish {
  const h = 1 - OVER - (named ? UNDER : UNNAMED);
  const { top } = scaleOf(chart);
  return {
    plot: { x: plot.from / plot.to, y: OVER, w: (plot.to - plot.from) / plot.to, h },
    edges: chart.series.map(({ tone }) => TONE_EDGES[tone] ?? 'FFFFFF'), named,
    labels: !overlaid ? [] : chart.marks.map(({ at }) => ({ at, up: (Math.max(0, heightAt(chart, at) - (chart.line?.values[at] ?? 0)) / top) * h })),
  };
}

/** A chart that Word draws from figures it holds in a workbook of its own, so that the school can go on with them. */
export function wordChart(chart: ChartSpec, faces: Faces, place: ChartPlace): { readonly run: ChartRun; readonly finish: ChartFinish } {
  const lying = chart.kind === 'bars' && chart.line === null;
  const series: WordSeries[] = chart.series.map(({ name, tone, values }) => ({ name: seen(name), values: values.map((value) => worth(chart, value)), color: TONE_COLOURS[tone] }));
  const all = chart.line === null ? series : [...series, lineSeries(chart, chart.line)];
  const run = new ChartRun({
    type: lying ? 'bar' : 'column', categories: chart.categories.map(seen), series: all, stacking: chart.kind === 'stacked_columns' ? 'stacked' : 'none', gapWidth: 80,
    legend: false, font: { name: faces.small, color: INK }, chartArea: { fill: 'none', border: 'none' }, valueAxis: valueAxis(chart), emptyValues: 'gap',
    categoryAxis: { font: { size: 9.5, bold: !lying, color: INK }, reverseOrder: lying },
    transformation: { width: pixels(place.plot.to), height: pixels(place.height) },
    altText: { name: seen(chart.title), title: seen(chart.title), description: seen(chart.altText) },
  });
  return { run, finish: finishOf(chart, place, chart.line !== null && !lying) };
}
