import { memo, useCallback, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis, usePlotArea, useXAxisDomain, type BarShapeProps } from 'recharts';
import { CHART_GROUPS, type ChartGroup } from '../../planning/vocabulary.ts';
import { GROUP_COLOURS } from '../parts/chart-legend.tsx';
import { axisLabel, moneyTicks } from './axis.ts';
import { ActiveTip } from './chart-tip.tsx';
import { tallestPence, type ChartYear } from './chart-year.ts';
import { columnOf, withGap } from './geometry.ts';
import { LikelyBand } from './likely-band.tsx';
import { ChartMarks, ROOM_FOR_ONE_LINE } from './marks.tsx';
import { SpreadLines, type SpreadLine } from './spread-lines.tsx';
import type { Standing } from './standing.ts';
import './chart.css';

type CostChartProps = {
  readonly years: readonly ChartYear[];
  /** The plan paid for in other ways, as lines over its columns. */
  readonly lines?: readonly SpreadLine[];
  /** The page's opening sentence: what the picture says to those who cannot see it. */
  readonly name: string;
  /** The widths of the ledger under it: the years stand exactly over its columns. */
  readonly standing: Standing;
  readonly height: number;
  /** Asked for the reasons of a year (by its position), by a click or Enter. */
  readonly onAsk: (yearIndex: number) => void;
};

const NO_LINES: readonly SpreadLine[] = [];

/** Room above the tallest mark for "£23,362 over", on one line or two, and below £0 for its label. */
const MARGIN_TOP = 26;
const MARGIN_TOP_NARROW = 42;
const MARGIN_BOTTOM = 5;

type SegmentProps = BarShapeProps & { readonly group: ChartGroup };

function Segment({ group, index, y, height }: SegmentProps): ReactElement | null {
  const plot = usePlotArea();
  const years = useXAxisDomain()?.length ?? 0;
  if (plot === undefined || height <= 0 || years === 0) return null;
  const column = columnOf(plot, index, years);
  const drawn = withGap(y, height);
  const inset = Math.min(0.5, drawn.height / 2);
  return (
    <rect
      className={`segment ${group}`} fill={GROUP_COLOURS[group].fill} stroke={GROUP_COLOURS[group].edge} strokeWidth={2 * inset}
      x={column.x + inset} y={drawn.y + inset} width={column.width - 2 * inset} height={drawn.height - 2 * inset}
    />
  );
}

const shapeOf = (group: ChartGroup) => (props: BarShapeProps): ReactElement => <Segment {...props} group={group} />;

/** Made once: a new function on every drawing would make every segment new. */
const SHAPES = {
  running: shapeOf('running'), devices: shapeOf('devices'), displays: shapeOf('displays'),
  servers: shapeOf('servers'), network: shapeOf('network'),
} satisfies Record<ChartGroup, unknown>;

type TickProps = { readonly x: number | string; readonly y: number | string; readonly payload: { readonly value: number } };

const MoneyTick = ({ x, y, payload }: TickProps): ReactElement => (
  <text className="tick" x={x} y={y} dy={payload.value === 0 ? 1 : 4} textAnchor="end">{axisLabel(payload.value)}</text>
);

/**
 * What each year costs, stacked by chart group in one order, against the budget: the picture over a ledger
 * whose year columns stand exactly under it. The ledger is its accessible form.
 */
export const CostChart = memo(function CostChart({ years, lines = NO_LINES, name, standing, height, onAsk }: CostChartProps) {
  const pointedAt = useRef<number | null>(null);
  const onPoint = useCallback((yearIndex: number | null): void => { pointedAt.current = yearIndex; }, []);
  const ticks = useMemo(() => moneyTicks(Math.max(tallestPence(years), ...lines.flatMap((line) => line.years))), [years, lines]);
  const askWithEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || pointedAt.current === null) return;
    event.preventDefault();
    onAsk(pointedAt.current);
  };
  return (
    <div className="cost-chart" onKeyDown={askWithEnter} role="presentation">
      <BarChart
        data={years} width={standing.width} height={height} stackOffset="none" barCategoryGap="10%"
        margin={{ top: standing.year < ROOM_FOR_ONE_LINE ? MARGIN_TOP_NARROW : MARGIN_TOP, right: standing.total, bottom: MARGIN_BOTTOM, left: 0 }}
        accessibilityLayer role="img" aria-label={name}
        onClick={({ activeTooltipIndex }) => {
          const index = Number(activeTooltipIndex ?? Number.NaN);
          if (Number.isInteger(index)) onAsk(index);
        }}
      >
        <CartesianGrid vertical={false} stroke="var(--c-grid)" />
        <LikelyBand years={years} />
        <XAxis dataKey="label" hide />
        <YAxis
          width={standing.label} domain={[0, ticks.at(-1) ?? 0]} ticks={ticks} interval={0}
          axisLine={false} tickLine={false} tickMargin={10} tick={MoneyTick}
        />
        <Tooltip
          isAnimationActive={false} cursor={{ fill: 'var(--hover)' }} wrapperStyle={{ zIndex: 10 }}
          content={<ActiveTip years={years} lines={lines} onPoint={onPoint} />}
        />
        {CHART_GROUPS.map((group) => (
          <Bar
            key={group} dataKey={`groups.${group}`} name={group} stackId="cost" isAnimationActive={false}
            shape={SHAPES[group]}
          />
        ))}
        <ChartMarks years={years} />
        <SpreadLines lines={lines} />
      </BarChart>
    </div>
  );
});
