import { useMemo, useState, type ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { explainDifference, explainPlanned, unpricedIn } from '../../planning/explain-totals.ts';
import type { Ledger } from '../../planning/ledger.ts';
import { formatPounds } from '../../planning/money.ts';
import { explainRange } from '../../planning/range/explain.ts';
import { rangeInPounds, rangeText } from '../../planning/range/words.ts';
import type { WhyStep } from '../../planning/result.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { chartYears, groupsShown, longestFigure } from '../chart/chart-year.ts';
import { CostChart } from '../chart/cost-chart.tsx';
import { RangeMethod } from '../chart/range-method.tsx';
import { useLikelyRange } from '../chart/use-likely-range.ts';
import { NotAll, plannedFigure } from '../chart/planned-figure.tsx';
import { UPRIGHT, useStanding } from '../chart/standing.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { ChartLegend } from '../parts/chart-legend.tsx';
import { Section } from '../parts/section.tsx';

const LABEL_WIDTH = 132;
const CHART_HEIGHT = 290;

const plain = (pence: Pence): string => formatPounds(pence, { symbol: false });
const leftOrOver = (pence: Pence): string => (pence < 0 ? `${plain(-pence)} over` : `${plain(pence)} left`);

/** The figure whose reasons are open: a row and the position of its year. */
type Row = 'planned' | 'likely' | 'difference';
type Asked = `${Row}:${number}`;

type SummaryProps = {
  readonly ledger: Ledger;
  /** The page's opening sentence: the name of the picture. */
  readonly sentence: string;
};

/** What each year costs against the budget: the chart on a ledger of three rows. */
export function CostSummary({ ledger, sentence }: SummaryProps) {
  const { snapshot, forecast, savedForecast, whatIf } = usePlan();
  const { go } = useNavigation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [method, setMethod] = useState(false);
  const range = useLikelyRange();
  const years = useMemo(() => chartYears(forecast, savedForecast, range), [forecast, savedForecast, range]);
  const { ref, standing } = useStanding({ years: years.length, label: LABEL_WIDTH, total: 0, longest: longestFigure(years), printed: UPRIGHT });
  const budgeted = ledger.budget !== null;

  const figure = (row: Row, index: number, title: string, why: () => readonly WhyStep[], shown: ReactNode): ReactNode => {
    const name: Asked = `${row}:${index}`;
    const label = years[index]?.label;
    return (
      <AskedFigure
        name={name} asked={asked === name} onAsk={() => setAsked(name)} onClose={() => setAsked(null)} title={title} why={why}
        actions={row === 'likely'
          ? <Button variant="link" small onClick={() => { setAsked(null); setMethod(true); }}>How this range is worked out</Button>
          : label !== undefined && <Button variant="link" small onClick={() => go('refresh-plan', { year: label })}>Show it in the refresh plan</Button>}
      >
        {shown}
      </AskedFigure>
    );
  };
  return (
    <Section
      title="Planned cost against budget"
      link={<Button variant="link" small onClick={() => go('refresh-plan')}>Refresh plan</Button>}
    >
      <ChartLegend groups={groupsShown(years)} budget={budgeted} likely={years.some((year) => year.likely !== null)} asItWas={whatIf.length > 0 && years.some((year) => year.savedPence !== null)} />
      <div ref={ref} className="cost-summary">
        {standing === null ? null : (
          <>
            <CostChart years={years} name={sentence} standing={standing} height={CHART_HEIGHT} onAsk={(index) => setAsked(`planned:${index}`)} />
            <table className="l summary-ledger" style={{ width: standing.width }}>
              <colgroup><col style={{ width: standing.label }} />{years.map((year) => <col key={year.label} />)}</colgroup>
              <thead>
                <tr><th scope="col" className="units">£, by year</th>{years.map((year) => <th key={year.label} scope="col">{year.label}</th>)}</tr>
              </thead>
              <tbody>
                {ledger.budget === null ? null : (
                  <tr>
                    <th scope="row">Budget</th>
                    {ledger.budget.years.map((pence, index) => (
                      <td key={years[index]?.label}>{pence === null ? <span title="No budget has been entered for this year">–</span> : plain(pence)}</td>
                    ))}
                  </tr>
                )}
                <tr className={budgeted ? '' : 'tot'}>
                  <th scope="row">Planned cost</th>
                  {ledger.planned.years.map((pence, index) => (
                    <td key={years[index]?.label} className={years[index]?.savedPence === null ? undefined : 'whatif'}>
                      {years[index]?.savedPence === null ? null : <><s>{plain(years[index]?.savedPence ?? 0)}</s>{' '}</>}
                      {figure('planned', index, `Why ${pence === 0 ? 'this' : formatPounds(pence ?? 0)} in ${years[index]?.label ?? ''}?`, () => explainPlanned(ledger, index), plannedFigure(ledger, index))}
                      <NotAll unpriced={plannedFigure(ledger, index) === 'no price' ? 0 : unpricedIn(ledger, index)} />
                    </td>
                  ))}
                </tr>
                {ledger.planned.total === 0 ? null : (
                  <tr className="likely">
                    <th scope="row">
                      <button type="button" className="why" aria-haspopup="dialog" title="How this range is worked out" onClick={() => setMethod(true)}>Likely range, 8 in 10</button>
                    </th>
                    {range.years.map(({ lowPence, highPence }, index) => (
                      <td key={years[index]?.label}>
                        {figure('likely', index, `Why ${rangeInPounds(lowPence, highPence)} in ${years[index]?.label ?? ''}?`, () => explainRange(snapshot, range, index), rangeText(lowPence, highPence))}
                      </td>
                    ))}
                  </tr>
                )}
                {ledger.difference === null ? null : (
                  <tr className="tot">
                    <th scope="row">Difference</th>
                    {ledger.difference.years.map((pence, index) => (
                      <td key={years[index]?.label}>
                        {pence === null ? '–' : figure('difference', index, `Why £${leftOrOver(pence)} in ${years[index]?.label ?? ''}?`, () => explainDifference(ledger, index), pence < 0
                          ? <span className="c-over">{standing.tight ? null : <TriangleAlert className="lucide s" aria-hidden="true" />} {leftOrOver(pence)}</span> : leftOrOver(pence))}
                      </td>
                    ))}
                  </tr>
                )}
              </tbody>
            </table>
          </>
        )}
      </div>
      <RangeMethod opened={method} onClose={() => setMethod(false)} range={range} />
      {budgeted ? null : (
        <p className="no-budget">
          No budget has been entered. <Button variant="link" onClick={() => go('refresh-plan', { enterBudget: true })}>Enter the budget</Button> to see what is left or over in each year.
        </p>
      )}
    </Section>
  );
}
