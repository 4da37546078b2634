import type { ChartSeries, ChartSpec } from '../../../planning/documents/chart-spec.ts';
import { TONE_COLOURS } from '../tone-colours.ts';
import { heightAt, scaleOf } from '../word/chart-scale.ts';
import { xmlText } from '../xml.ts';
import { FACES, GREEN, GREY, HAIRLINE, INK, RED } from './slide-look.ts';

/** The part of a chart's frame in which its columns stand: shares of its width and height. */
type PlotArea = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** What a chart is drawn with: where its plot lies and the size of its words in points. */
export type ChartLook = {
  readonly plot: PlotArea;
  /** The share of the height that the legend over it takes. */
  readonly legend: number;
  readonly size: number;
   /** Whether the ledger under it names its categories. */
  readonly overLedger: boolean;
};

const NAMESPACES = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

/** The sheet of the chart's own workbook: categories in column A, a series in each column after it. */
export const DATA_SHEET = 'Figures';

/** A figure in the unit that the chart shows: pounds for money. */
export const worth = ({ unit }: Pick<ChartSpec, 'unit'>, value: number): number => (unit === 'pence' ? value / 100 : value);

/** The workbook's columns in their order: the stack from the bottom, then the line. */
export const columnsOf = ({ series, line }: ChartSpec): readonly { readonly name: string; readonly values: readonly (number | null)[] }[] =>
  [...series, ...(line === null ? [] : [line])];

/** `A`, `Z`, `AA`: a column by its place from 0. */
const letterOf = (column: number): string => (column < 26 ? '' : letterOf(Math.floor(column / 26) - 1)) + String.fromCodePoint(65 + (column % 26));

const rangeOf = (column: number, from: number, to: number): string => `${DATA_SHEET}!$${letterOf(column)}$${from}${to === from ? '' : `:$${letterOf(column)}$${to}`}`;

const points = (values: readonly (string | number | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${typeof value === 'string' ? xmlText(value) : value}</c:v></c:pt>`)).join('')}`;

const textRef = (range: string, values: readonly string[]): string => `<c:strRef><c:f>${range}</c:f><c:strCache>${points(values)}</c:strCache></c:strRef>`;

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

const textStyle = (size: number, { colour = INK, bold = false } = {}): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${Math.round(size * 100)}" b="${bold ? 1 : 0}">${solid(colour)}<a:latin typeface="${FACES.small}"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;

/** How figures are written on the axis: thousands as `£50k` where its steps are whole ones. */
function axisFormat({ unit }: ChartSpec, step: number): string {
  if (unit === 'percent') return '0"%"';
  if (unit === 'count') return '#,##0';
  if (step >= 1_000_000_00) return step % 1_000_000_00 === 0 ? '[=0]"£"0;"£"#,##0,,"m"' : '[=0]"£"0;"£"#,##0.0,,"m"';
  return step % 1_000_00 === 0 ? '[=0]"£"0;"£"#,##0,"k"' : '"£"#,##0';
}

const NUMBER_FORMATS: Readonly<Record<ChartSpec['unit'], string>> = { pence: '"£"#,##0.00', count: '#,##0', percent: '0"%"' };

function seriesHead(at: number, name: string): string {
  return `<c:idx val="${at}"/><c:order val="${at}"/><c:tx>${textRef(rangeOf(at + 1, 1, 1), [name])}</c:tx>`;
}

function seriesData(chart: ChartSpec, at: number, values: readonly (number | null)[]): string {
  const last = chart.categories.length + 1;
  return `<c:cat>${textRef(rangeOf(0, 2, last), chart.categories)}</c:cat><c:val><c:numRef><c:f>${rangeOf(at + 1, 2, last)}</c:f><c:numCache><c:formatCode>${xmlText(NUMBER_FORMATS[chart.unit])}</c:formatCode>`
    + `${points(values.map((value) => (value === null ? null : worth(chart, value))))}</c:numCache></c:numRef></c:val>`;
}

const SHOWS = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'] as const;
const shown = (...those: readonly (typeof SHOWS)[number][]): string => SHOWS.map((each) => `<c:show${each} val="${those.includes(each) ? 1 : 0}"/>`).join('');

/** Bars say how long they are; nothing is written where there is nothing. */
const barLabels = (chart: ChartSpec, size: number): string => (chart.kind !== 'bars' ? ''
  : `<c:dLbls><c:numFmt formatCode="${xmlText(chart.unit === 'pence' ? '"£"#,##0;;' : '#,##0;;')}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(size)}${shown('Val')}</c:dLbls>`);

/** A white edge parts neighbours without their colours. */
const barSeries = (chart: ChartSpec, { name, tone, values }: ChartSeries, at: number, size: number): string =>
  `<c:ser>${seriesHead(at, name)}<c:spPr>${solid(TONE_COLOURS[tone])}<a:ln w="12700">${solid('FFFFFF')}</a:ln></c:spPr><c:invertIfNegative val="0"/>${barLabels(chart, size)}${seriesData(chart, at, values)}</c:ser>`;

/** No line from a lifted label back to its point: it stands over its column, and the line would cross it. */
const NO_LEADERS = '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';

/** What stands over a column is said by the line's point there, lifted above the column. */
function markLabels(chart: ChartSpec, { plot, size, overLedger }: ChartLook): string {
  const { top } = scaleOf(chart);
  const labels = chart.marks.map(({ at, text, standing }) => {
    const up = (Math.max(0, heightAt(chart, at) - (chart.line?.values[at] ?? 0)) / top) * plot.h;
    const colour = standing === 'short' ? RED : GREEN;
    return `<c:dLbl><c:idx val="${at}"/><c:layout><c:manualLayout><c:x val="0"/><c:y val="${(-up).toFixed(5)}"/></c:manualLayout></c:layout>`
      + `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB" sz="${Math.round(size * (overLedger ? 92 : 110))}" b="1">${solid(colour)}<a:latin typeface="${FACES.small}"/></a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p></c:rich></c:tx>`
      + `<c:dLblPos val="t"/>${shown('Val')}</c:dLbl>`;
  });
  return labels.length === 0 ? '' : `<c:dLbls>${labels.join('')}${shown()}${NO_LEADERS}</c:dLbls>`;
}

function lineChart(chart: ChartSpec, look: ChartLook): string {
  if (chart.line === null) return '';
  const at = chart.series.length;
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser>${seriesHead(at, chart.line.name)}<c:spPr><a:ln w="28575" cap="rnd">${solid(INK)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`
    + `${markLabels(chart, look)}${seriesData(chart, at, chart.line.values)}<c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:lineChart>`;
}

function barChart(chart: ChartSpec, { size }: ChartLook): string {
  const stacked = chart.kind !== 'columns';
  return `<c:barChart><c:barDir val="${chart.kind === 'bars' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`
    + `${chart.series.map((each, at) => barSeries(chart, each, at, size)).join('')}<c:gapWidth val="${chart.kind === 'bars' ? 45 : 70}"/><c:overlap val="${stacked ? 100 : 0}"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`;
}

function axes(chart: ChartSpec, { size, overLedger }: ChartLook): string {
  const lying = chart.kind === 'bars';
  const { top, step } = scaleOf(chart);
  return `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${overLedger ? 'none' : 'low'}"/>`
    + `<c:spPr><a:ln w="15875">${solid(INK)}</a:ln></c:spPr>${textStyle(size, { bold: !lying })}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>`
    + `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${worth(chart, top)}"/><c:min val="0"/></c:scaling><c:delete val="${lying ? 1 : 0}"/><c:axPos val="${lying ? 't' : 'l'}"/>${lying ? '' : `<c:majorGridlines><c:spPr><a:ln w="6350">${solid(HAIRLINE)}</a:ln></c:spPr></c:majorGridlines>`}`
    + `<c:numFmt formatCode="${xmlText(axisFormat(chart, step))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(size, { colour: GREY })}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${worth(chart, step)}"/></c:valAx>`;
}

const manual = ({ x, y, w, h }: PlotArea, target = ''): string =>
  `<c:layout><c:manualLayout>${target}<c:xMode val="edge"/><c:yMode val="edge"/>${Object.entries({ x, y, w, h }).map(([side, share]) => `<c:${side} val="${share.toFixed(5)}"/>`).join('')}</c:manualLayout></c:layout>`;

/** The chart as PowerPoint draws and edits it: its figures stand in a workbook of its own. Every child is in the order of ECMA-376. */
export function chartPart(chart: ChartSpec, look: ChartLook): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>`
    + `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${manual(look.plot, '<c:layoutTarget val="inner"/>')}${barChart(chart, look)}${lineChart(chart, look)}${axes(chart, look)}</c:plotArea>`
    + `<c:legend><c:legendPos val="t"/>${manual({ x: 0, y: 0, w: 1, h: look.legend })}<c:overlay val="0"/>${textStyle(look.size, { colour: GREY })}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`
    + `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(look.size)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
