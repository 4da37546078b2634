import { useEffect, type ReactNode } from 'react';
import { formatPounds } from '../../planning/money.ts';
import { rangeInPounds } from '../../planning/range/words.ts';
import { SPREAD_WORDS, type Spread } from '../../planning/smoothing.ts';
import { CHART_GROUP_WORDS, type Pence } from '../../planning/vocabulary.ts';
import type { SpreadLine } from './spread-lines.tsx';
import { groupsShown, overBudgetPence, type ChartYear } from './chart-year.ts';

type RowProps = { readonly word: string; readonly figure: string; readonly sum?: boolean; readonly over?: boolean };

const Row = ({ word, figure, sum = false, over = false }: RowProps): ReactNode => (
  <tr className={sum ? 'sum' : undefined}>
    <th scope="row">{word}</th>
    <td className={over ? 'over' : undefined}>{figure}</td>
  </tr>
);

type ActiveTipProps = {
  readonly years: readonly ChartYear[];
  readonly lines: readonly SpreadLine[];
  /** Told which year is pointed at, or walked to by the arrow keys; null while none is. */
  readonly onPoint: (yearIndex: number | null) => void;
  /** Given by the chart. */
  readonly active?: boolean;
  readonly activeIndex?: string | number | null;
};

/** The tip of the year that is pointed at. */
export function ActiveTip({ years, lines, onPoint, active = false, activeIndex = null }: ActiveTipProps) {
  const index = active && activeIndex !== null ? Number(activeIndex) : Number.NaN;
  const year = years[index];
  const pointedAt = year === undefined ? null : index;
  useEffect(() => onPoint(pointedAt), [onPoint, pointedAt]);
  return year === undefined ? null : <ChartTip year={year} spreads={lines.map(({ spread, years: each }) => ({ spread, pence: each[index] ?? 0 }))} />;
}

/** What the ledger says about a year, beside the pointer: the same figures, never others. */
function ChartTip({ year, spreads }: { readonly year: ChartYear; readonly spreads: readonly { readonly spread: Spread; readonly pence: Pence }[] }) {
  const over = overBudgetPence(year);
  const groups = groupsShown([year]).toReversed();
  return (
    <div className="chart-tip">
      <h3>{year.label}</h3>
      <table>
        <tbody>
          {groups.map((group) => (
            <Row key={group} word={CHART_GROUP_WORDS[group]} figure={formatPounds(year.groups[group])} />
          ))}
          <Row sum word="Planned cost" figure={formatPounds(year.plannedPence)} />
          {year.alreadyPence === 0 ? null : (
            <>
              <Row word="Still to come" figure={formatPounds(year.plannedPence - year.alreadyPence)} />
              <Row word="Already spent" figure={formatPounds(year.alreadyPence)} />
            </>
          )}
          {year.savedPence === null ? null : <Row word="As saved" figure={formatPounds(year.savedPence)} />}
          {year.likely === null ? null : <Row word="Likely range, 8 in 10" figure={rangeInPounds(year.likely.lowPence, year.likely.highPence)} />}
          {spreads.map(({ spread, pence }) => <Row key={spread} word={SPREAD_WORDS[spread]} figure={formatPounds(pence)} />)}
          {year.budgetPence === null ? null : <Row word="Budget" figure={formatPounds(year.budgetPence)} />}
          {year.budgetPence === null ? null : (
            <Row
              word="Difference" over={over > 0}
              figure={over > 0 ? `${formatPounds(over)} over` : `${formatPounds(year.budgetPence - year.plannedPence)} left`}
            />
          )}
        </tbody>
      </table>
      <p className="more">Press Enter for why</p>
    </div>
  );
}
