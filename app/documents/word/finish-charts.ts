import { guardPackage } from '../../intake/reader/zip-guard.ts';
import type { ChartFinish } from './chart.ts';
import { zipPackage } from './zip-package.ts';

const CHART_PART = /^word\/charts\/chart(\d+)\.xml$/;

/**
 * Says to Word what the library has no words for: where the plot lies, so that its columns stand over those of the ledger; how far the
 * label of a point is lifted; and a white edge around each segment, so that neighbours part without their colours.
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

function finished(xml: string, { plot, labels }: ChartFinish): string {
  const layout = `<c:layout><c:manualLayout><c:layoutTarget val="inner"/>${edges}${share('x', plot.x)}${share('y', plot.y)}${share('w', plot.w)}${share('h', plot.h)}</c:manualLayout></c:layout>`;
  const placed = xml.replace(/<c:plotArea><c:layout\/>/, () => `<c:plotArea>${layout}`);
  return labels.reduce((text, { at, up }) => text.replace(`<c:dLbl><c:idx val="${at}"/><c:tx>`,
    () => `<c:dLbl><c:idx val="${at}"/><c:layout><c:manualLayout>${share('x', 0)}${share('y', -up)}</c:manualLayout></c:layout><c:tx>`), placed);
}
