import { useId } from 'react';
import { usePlotArea, useYAxisScale, ZIndexLayer } from 'recharts';
import { formatPounds } from '../../planning/money.ts';
import type { ChartYear } from './chart-year.ts';
import { overBudgetPence } from './chart-year.ts';
import { columnOf, steppedPath, type Column } from './geometry.ts';

/** Above the columns: marks in the ordinary layer would be hidden under them. */
const ABOVE_COLUMNS = 500;
const OUTLINE_ROOM = 3;
const SAVED_ROOM = 7;
/** A year narrower than this has its "over" label on two lines. */
export const ROOM_FOR_ONE_LINE = 88;
const LABEL_LINE = 15;

type MarkProps = { readonly year: ChartYear; readonly column: Column; readonly yOf: (pence: number) => number };

/** The saved plan's column as a dashed outline, where a what-if has changed it. */
function SavedOutline({ year, column, yOf }: MarkProps) {
  if (year.savedPence === null || year.savedPence === 0) return null;
  const left = column.x - SAVED_ROOM;
  const right = column.x + column.width + SAVED_ROOM;
  return <path className="saved" d={`M${left} ${yOf(0)}V${yOf(year.savedPence)}H${right}V${yOf(0)}`} />;
}

/** Where a label clears the outline of what is over, and other lines close above it. */
const highestNear = (top: number, others: readonly (number | null)[]): number =>
  others.reduce<number>((highest, other) => (other !== null && other < highest && highest - other < 2 * LABEL_LINE ? other : highest), top);

type OverMarkProps = MarkProps & { readonly budgetPence: number; readonly hatch: string };

/** What a year costs beyond its budget: a hatch over the real segments, an outline and the amount in words. */
function OverMark({ year, column, yOf, budgetPence, hatch }: OverMarkProps) {
  const top = yOf(year.plannedPence);
  const bottom = yOf(budgetPence);
  const amount = formatPounds(overBudgetPence(year));
  const narrow = column.yearEnd - column.yearStart < ROOM_FOR_ONE_LINE;
  const others = [year.likely === null ? null : yOf(year.likely.highPence), year.savedPence === null ? null : yOf(year.savedPence)];
  const labelY = highestNear(top - OUTLINE_ROOM, others) - 6;
  return (
    <g>
      <rect x={column.x} y={top} width={column.width} height={Math.max(bottom - top, 0)} fill={`url(#${hatch})`} />
      <rect
        className="over-outline" x={column.x - OUTLINE_ROOM} y={top - OUTLINE_ROOM}
        width={column.width + 2 * OUTLINE_ROOM} height={Math.max(bottom - top, 0) + OUTLINE_ROOM}
      />
      <text className="over-label" x={column.middle} y={narrow ? labelY - LABEL_LINE : labelY} textAnchor="middle">
        {narrow
          ? <><tspan>{amount}</tspan><tspan x={column.middle} dy={LABEL_LINE}>over</tspan></>
          : `${amount} over`}
      </text>
    </g>
  );
}

type BudgetLineProps = {
  readonly years: readonly ChartYear[];
  readonly columns: readonly Column[];
  readonly yOf: (pence: number) => number;
};

/** The budget: a line that steps across whole years, named in the first year that leaves room for the word. */
function BudgetLine({ years, columns, yOf }: BudgetLineProps) {
  const steps = columns.map((column, index) => {
    const budget = years[index]?.budgetPence ?? null;
    return { column, y: budget === null ? null : yOf(budget) };
  });
  const path = steppedPath(steps);
  const named = steps.find((step, index) => {
    const year = years[index];
    return step.y !== null && year !== undefined && overBudgetPence(year) === 0;
  });
  return (
    <>
      <path className="budget-halo" d={path} />
      <path className="budget" d={path} />
      {named === undefined || named.y === null ? null : (
        <text className="budget-label" x={named.column.yearStart + 6} y={named.y - 6}>Budget</text>
      )}
    </>
  );
}

/** Everything that is drawn over the columns: baseline, budget, what is over, and the plan as it was saved. */
export function ChartMarks({ years }: { readonly years: readonly ChartYear[] }) {
  const plot = usePlotArea();
  const scale = useYAxisScale();
  const hatch = useId();
  if (plot === undefined || scale === undefined) return null;
  const yOf = (pence: number): number => scale(pence) ?? plot.y + plot.height;
  const columns = years.map((_, index) => columnOf(plot, index, years.length));
  const marks = years.flatMap((year, index) => {
    const column = columns[index];
    return column === undefined ? [] : [{ year, column, yOf }];
  });
  return (
    <ZIndexLayer zIndex={ABOVE_COLUMNS}>
      <defs>
        <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="over-hatch" width={3} height={7} />
        </pattern>
      </defs>
      <path className="baseline" d={`M${plot.x} ${yOf(0)}H${plot.x + plot.width}`} />
      {marks.map((mark) => <SavedOutline key={mark.year.label} {...mark} />)}
      {marks.map((mark) => (overBudgetPence(mark.year) > 0 && mark.year.budgetPence !== null
        ? <OverMark key={mark.year.label} {...mark} budgetPence={mark.year.budgetPence} hatch={hatch} /> : null))}
      <BudgetLine years={years} columns={columns} yOf={yOf} />
    </ZIndexLayer>
  );
}
