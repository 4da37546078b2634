import { usePlotArea, useYAxisScale, ZIndexLayer } from 'recharts';
import type { ByYear } from '../../planning/result.ts';
import type { Spread } from '../../planning/smoothing.ts';
import { columnOf, steppedPath } from './geometry.ts';

/** What the plan costs in each year where its kit is paid for in another way than as due. */
export type SpreadLine = { readonly spread: Spread; readonly years: ByYear };

/** Over the columns, under the marks and their words. */
const UNDER_MARKS = 450;

/** Told apart by their dashes, in the chart and in its key. */
export function SpreadStroke({ spread, d }: { readonly spread: Spread; readonly d: string }) {
  return <path className={`spread ${spread}`} d={d} />;
}

/** Lines that step across whole years, over the columns of the plan as it falls due. */
export function SpreadLines({ lines }: { readonly lines: readonly SpreadLine[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (plot === undefined || scale === undefined || lines.length === 0) return null;
  const yOf = (pence: number): number => scale(pence) ?? plot.y + plot.height;
  return (
    <ZIndexLayer zIndex={UNDER_MARKS}>
      {lines.map(({ spread, years }) => {
        const d = steppedPath(years.map((pence, index) => ({ column: columnOf(plot, index, years.length), y: yOf(pence) })));
        return <g key={spread}><path className="spread-halo" d={d} /><SpreadStroke spread={spread} d={d} /></g>;
      })}
    </ZIndexLayer>
  );
}
