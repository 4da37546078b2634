import { useState, type KeyboardEvent } from 'react';
import { explainAsDue, explainBalance, explainLevel, explainSinkingFund } from '../../planning/explain-smoothing.ts';
import { explainRowTotal } from '../../planning/explain-totals.ts';
import { formatPounds, sumOf } from '../../planning/money.ts';
import type { ByYear, Forecast, WhyStep } from '../../planning/result.ts';
import type { Smoothing, Spread } from '../../planning/smoothing.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import type { Standing } from '../chart/standing.ts';
import { usePlan } from '../lib/plan.tsx';
import type { CellName } from './ledger-context.tsx';
import { cellTowards } from '../lib/ledger-keys.ts';

type Row = {
  readonly key: string;
  readonly name: string;
  readonly years: ByYear;
  readonly question: (words: string) => string;
  readonly why: (yearIndex: number) => readonly WhyStep[];
  /** False for what is left at the end of a year, which nobody adds up. */
  readonly adds: boolean;
};

type RowsOf = { readonly snapshot: PlanSnapshot; readonly forecast: Forecast; readonly smoothing: Smoothing; readonly chosen: ReadonlySet<Spread> };

function rowsOf({ snapshot, forecast, smoothing, chosen }: RowsOf): readonly Row[] {
  const row = (key: string, name: string, years: ByYear, why: Row['why'], adds = true): Row =>
    ({ key, name, years, why, adds, question: (words) => (adds ? `Why ${words}?` : `Why is ${words} left in the fund?`) });
  return [
    row('as-due', 'As due', smoothing.asDuePence, (index) => explainAsDue(smoothing, index)),
    ...(chosen.has('level') ? [row('level', 'Level, the stand-still cost', smoothing.levelPence, (index) => explainLevel(snapshot, forecast, smoothing, index))] : []),
    ...(chosen.has('sinking_fund') ? [
      row('fund', 'By a sinking fund', smoothing.sinkingFundPence, (index) => explainSinkingFund(forecast, smoothing, index)),
      row('left', 'Left in the fund', smoothing.fund.balancePence, (index) => explainBalance(forecast, smoothing, index), false),
    ] : []),
  ];
}

const whole = (pence: number): string => formatPounds(pence, { symbol: false });

type SmoothingRowsProps = Pick<RowsOf, 'smoothing' | 'chosen'> & { readonly standing: Standing };

/** The plan paid in each of the ways chosen, a figure a year under the chart's columns. One Tab stop, as in the ledger. */
export function SmoothingRows({ standing, ...shown }: SmoothingRowsProps) {
  const { snapshot, forecast } = usePlan();
  const of = { ...shown, snapshot, forecast };
  const [asked, setAsked] = useState<CellName | null>(null);
  const [focused, setFocused] = useState<CellName | null>(null);
  const labels = of.forecast.years.map(({ label }) => label);
  const stop = focused ?? 'as-due:0';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-cell') || event.altKey || event.metaKey) return;
    const target = cellTowards(event.target, event.key, event.ctrlKey);
    if (target === null) return;
    event.preventDefault();
    target.focus();
  };
  const figure = (row: Row, at: number | 'total', pence: number, when: string, why: () => readonly WhyStep[]) => {
    const cell: CellName = `${row.key}:${at}`;
    return (
      <AskedFigure
        name={cell} asked={asked === cell} onAsk={() => setAsked(cell)} onClose={() => setAsked(null)} tabIndex={stop === cell ? 0 : -1}
        title={row.question(`${formatPounds(pence)} in ${when}`)} why={why}
      >
        {whole(pence)}
      </AskedFigure>
    );
  };
  return (
    <table
      className="l smoothing-rows" role="grid" aria-label="The plan paid in other ways" style={{ width: standing.width }} onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(event.target.getAttribute('data-cell') as CellName | null)}
    >
      <colgroup><col style={{ width: standing.label }} />{labels.map((label) => <col key={label} />)}<col style={{ width: standing.total }} /></colgroup>
      <thead>
        <tr>
          <th scope="col" className="units">£, by year</th>
          {labels.map((label) => <th key={label} scope="col" className="num">{label}</th>)}
          <th scope="col" className="num sum">{labels.length} years</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(of).map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {row.years.map((pence, index) => <td key={labels[index]} className="num">{figure(row, index, pence, labels[index] ?? '', () => row.why(index))}</td>)}
            <td className="num sum">
              {row.adds
                ? figure(row, 'total', sumOf(row.years), `these ${labels.length} years`, () => explainRowTotal(labels, row.years))
                : <span title="What is left at the end of a year is not added up">–</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
