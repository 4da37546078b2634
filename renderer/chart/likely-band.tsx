import { usePlotArea, useYAxisScale, ZIndexLayer } from 'recharts';
import type { ChartYear } from './chart-year.ts';
import { columnOf, steppedPath } from './geometry.ts';

/** Over the grid and under the columns. */
const BEHIND_COLUMNS = -40;

/** What each year will likely come to: a band over the whole year, stepped where the years meet, its edges dotted. */
export function LikelyBand({ years }: { readonly years: readonly ChartYear[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  if (plot === undefined || scale === undefined) return null;
  const steps = years.map(({ likely }, index) => {
    const column = columnOf(plot, index, years.length);
    const at = (pence: number): number => scale(Math.max(0, pence)) ?? plot.y + plot.height;
    return { column, top: likely === null ? null : at(likely.highPence), bottom: likely === null ? null : at(likely.lowPence) };
  });
  const edge = (side: 'top' | 'bottom'): string => steppedPath(steps.map((step) => ({ column: step.column, y: step[side] })));
  return (
    <ZIndexLayer zIndex={BEHIND_COLUMNS}>
      {steps.map(({ column, top, bottom }, index) => (top === null || bottom === null ? null : (
        <rect
          key={years[index]?.label} className="likely" x={column.yearStart} y={top}
          width={column.yearEnd - column.yearStart} height={Math.max(0, bottom - top)}
        />
      )))}
      <path className="likely-edge" d={edge('top')} />
      <path className="likely-edge" d={edge('bottom')} />
    </ZIndexLayer>
  );
}
