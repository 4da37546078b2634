import type { ReactNode } from 'react';
import { formatPounds } from '../../planning/money.ts';
import { CHART_GROUP_WORDS } from '../../planning/vocabulary.ts';
import { groupsShown, overBudgetPence, type ChartYear } from './chart-year.ts';

type RowProps = { readonly word: string; readonly figure: string; readonly sum?: boolean; readonly over?: boolean };

const Row = ({ word, figure, sum = false, over = false }: RowProps): ReactNode => (
  <tr className={sum ? 'sum' : undefined}>
    <th scope="row">{word}</th>
    <td className={over ? 'over' : undefined}>{figure}</td>
  </tr>
);

/** What the ledger says about a year, beside the pointer: the same figures, never others. */
export function ChartTip({ year }: { readonly year: ChartYear }) {
  const over = overBudgetPence(year);
  const groups = [...groupsShown([year])].reverse();
  return (
    <div className="chart-tip">
      <h3>{year.label}</h3>
      <table>
        <tbody>
          {groups.map((group) => (
            <Row key={group} word={CHART_GROUP_WORDS[group]} figure={formatPounds(year.groups[group])} />
          ))}
          <Row sum word="Planned cost" figure={formatPounds(year.plannedPence)} />
          {year.savedPence === null ? null : <Row word="As saved" figure={formatPounds(year.savedPence)} />}
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
