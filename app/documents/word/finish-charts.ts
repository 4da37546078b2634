import { guardPackage } from '../../intake/reader/zip-guard.ts';
import type { ChartFinish } from './chart.ts';
import { INK } from './styles.ts';
import { zipPackage } from './zip-package.ts';

const CHART_PART = /^word\/charts\/chart(\d+)\.xml$/;

/**
 * Says to Word what the library has no words for: where the plot lies, so that its columns stand over those of the ledger; how far the
 * label of a point is lifted; an edge around each segment, so that neighbours part without their colours; and the line they stand on.
 * @param finishes one for each chart of ours, in the order of the document
 */
export function finishCharts(file: Uint8Array, finishes: readonly ChartFinish[], earlier: ReadonlySet<string> = new Set()): Uint8Array {
  const parts = guardPackage(file, 'The document');
  const ours = parts.names.filter((name) => CHART_PART.test(name) && !earlier.has(name)).toSorted((one, other) => numberOf(one) - numberOf(other));
  if (ours.length !== finishes.length) throw new Error(`The document has ${ours.length} charts where ${finishes.length} were set.`);
  const byName = new Map(ours.map((name, at) => [name, finishes[at]]));
  return zipPackage(new Map(parts.names.map((name) => {
    const bytes = parts.part(name) ?? new Uint8Array();
    const finish = byName.get(name);
    return [name, finish === undefined ? bytes : Buffer.from(finished(Buffer.from(bytes).toString('utf8'), finish))];
  })));
}

const numberOf = (name: string): number => Number(CHART_PART.exec(name)?.[1]);

const edges = ['xMode', 'yMode'].map((mode) => `<c:${mode} val="edge"/>`).join('');
const share = (name: string, value: number): string => `<c:${name} val="${value.toFixed(5)}"/>`;

/** A label that is lifted needs no thread to its point. */
const NO_LEADERS = '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
  + '<c15:showLeaderLines val="0"/></c:ext></c:extLst></c:dLbls>';

const line = (colour: string, points: number): string => `<a:ln w="${Math.round(points * 12_700)}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln>`;

/** The place of the plot, the edges of the columns, the axis they stand on, and the labels of the line, one after the other. */
function finished(xml: string, { plot, labels, edges: colours, named }: ChartFinish): string {
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/>${edges}${share('x', plot.x)}${share('y', plot.y)}${share('w', plot.w)}${share('h', plot.h)}</c:manualLayout></c:layout>`;
  const placed = xml.replace('<c:plotArea><c:layout/>', () => `<c:plotArea>${layout}`)
    .replace(/(<c:barChart>)(.*?)(<\/c:barChart>)/s, (_, open: string, bars: string, close: string) => `${open}${edged(bars, colours)}${close}`)
    .replace(/<c:catAx>.*?<\/c:catAx>/s, (axis) => {
      const based = axis.replace(/(<c:spPr><a:noFill\/>)<a:ln .*?<\/a:ln>/s, (_, fill: string) => `${fill}${line(INK, 1.25)}`);
      return named ? based : based.replace('<c:tickLblPos val="nextTo"/>', '<c:tickLblPos val="none"/>');
    });
  const lifted = labels.reduce((text, { at, up }) => text.replace(`<c:dLbl><c:idx val="${at}"/><c:tx>`,
    () => `<c:dLbl><c:idx val="${at}"/><c:layout><c:manualLayout>${share('x', 0)}${share('y', -up)}</c:manualLayout></c:layout><c:tx>`), placed);
  return lifted.replaceAll('</c:dLbls>', NO_LEADERS).replaceAll(/<c:dLbl>.*?<\/c:dLbl>/gs, (label) => label.replaceAll('wrap="square"', 'wrap="none"'));
}

function edged(bars: string, colours: readonly string[]): string {
  let at = 0;
  return bars.replaceAll(/(<c:spPr><a:solidFill>.*?<\/a:solidFill>)<a:ln><a:noFill\/><\/a:ln>/gs, (_, fill: string) => `${fill}${line(colours[at++] ?? 'FFFFFF', 0.75)}`);
}
