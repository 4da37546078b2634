import { useId } from 'react';
import { formatPounds } from '../../planning/money.ts';
import type { Forecast } from '../../planning/result.ts';

/** The drawing's own units: it is stretched to the width of its column. */
const WIDTH = 300;
const HEIGHT = 104;
const TOP = 16;
const BASE = 86;
const ROOM_FOR_LABEL = 3;

type MiniChartProps = {
  readonly name: string;
  readonly forecast: Forecast;
  /** The dearest year of all that stand beside it: all columns share one scale. */
  readonly mostPence: number;
};

/** `23.4k over`: short, because the row below has the amount. */
const shortOver = (pence: number): string => `${(pence / 100_000).toFixed(1)}k over`;

/** The cost of each year against the budget, small: as the ledger has it in full. */
export function MiniChart({ name, forecast: { years, totals }, mostPence }: MiniChartProps) {
  const hatch = useId();
  const slot = WIDTH / years.length;
  const bar = slot * 0.7;
  const y = (pence: number): number => BASE - (mostPence === 0 ? 0 : (pence / mostPence) * (BASE - TOP));
  const budgetOf = (index: number): number | null => (totals.budgetEntered[index] === true ? totals.budgetPence?.[index] ?? null : null);
  const words = years.map(({ label }, index) => {
    const budget = budgetOf(index);
    return `${label} ${formatPounds(totals.plannedPence[index] ?? 0)}${budget === null ? '' : ` of ${formatPounds(budget)}`}`;
  });
  return (
    <svg className="mini-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${name}, cost by year: ${words.join('; ')}.`}>
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect className="hatch" width="3" height="7" /></pattern>
      </defs>
      {years.map(({ label }, index) => {
        const planned = totals.plannedPence[index] ?? 0;
        const budget = budgetOf(index);
        const over = budget === null ? 0 : planned - budget;
        const left = index * slot + (slot - bar) / 2;
        return (
          <g key={label}>
            <rect className="bar" x={left} y={y(planned)} width={bar} height={BASE - y(planned)} />
            {over > 0 && budget !== null && (
              <>
                <rect x={left} y={y(planned)} width={bar} height={y(budget) - y(planned)} fill={`url(#${hatch})`} />
                <rect className="over" x={left - 2} y={y(planned) - 2} width={bar + 4} height={y(budget) - y(planned) + 2} />
                <text className="over-label" x={index * slot + slot / 2} y={y(planned) - 2 - ROOM_FOR_LABEL} textAnchor={index === years.length - 1 ? 'end' : 'middle'} dx={index === years.length - 1 ? slot / 2 : 0}>{shortOver(over)}</text>
              </>
            )}
            {budget !== null && <><line className="budget-halo" x1={index * slot} x2={(index + 1) * slot} y1={y(budget)} y2={y(budget)} /><line className="budget" x1={index * slot} x2={(index + 1) * slot} y1={y(budget)} y2={y(budget)} /></>}
            <text className="year" x={index * slot + slot / 2} y={HEIGHT - 4} textAnchor="middle">{label.slice(2)}</text>
          </g>
        );
      })}
      <line className="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
    </svg>
  );
}
