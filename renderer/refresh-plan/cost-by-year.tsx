import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Ledger } from '../../planning/ledger.ts';
import { formatCount } from '../../planning/money.ts';
import { itemCount } from '../../planning/words.ts';
import { chartYears, groupsShown, longestFigure } from '../chart/chart-year.ts';
import { CostChart } from '../chart/cost-chart.tsx';
import { PrintedNote } from '../chart/printed-note.tsx';
import { ON_ITS_SIDE, useStanding } from '../chart/standing.ts';
import { useLikelyRange } from '../chart/use-likely-range.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { ChartLegend } from '../parts/chart-legend.tsx';
import { useAskedFor } from './asked-for.ts';
import type { CellName } from './ledger-context.tsx';
import { PlanLedger } from './plan-ledger.tsx';

const LABEL_WIDTH = 226;
/** Room for the sum of a row beside what it was. */
const TOTAL_WIDTH = 126;
/** A legend beside the money axis needs names at least this wide; else it stands above the chart. */
const LABEL_FOR_LEGEND = 180;
const CHART_HEIGHT = 196;

/** What the figures leave out for want of a price, with a way to add it. */
function WithoutPrice() {
  const { forecast } = usePlan();
  const { go } = useNavigation();
  const quantity = forecast.noPrice.reduce((sum, each) => sum + each.quantity, 0);
  const ids = useMemo(() => [...new Set(forecast.lines.flatMap((line) =>
    (line.netPence === null && line.assetId !== null ? [line.assetId] : [])))], [forecast]);
  if (quantity === 0) return null;
  return (
    <p className="ledger-note">
      † {itemCount(quantity)} without a price {quantity === 1 ? 'is' : 'are'} not in these totals.{' '}
      {ids.length === 0 ? null : (
        <Button variant="link" small onClick={() => go('register', { filter: { ids } })}>
          {quantity === 1 ? 'Add the price' : `Add the ${formatCount(quantity)} prices`}
        </Button>
      )}
    </p>
  );
}

type CostByYearProps = {
  readonly ledger: Ledger;
  readonly saved: Ledger;
  /** The page's opening sentence: the name of the picture. */
  readonly sentence: string;
  readonly withChart: boolean;
  readonly openPolicies: () => void;
};

/** The chart on its ledger. A click or Enter on a year of the chart asks the ledger's planned cost why. */
export function CostByYear({ ledger, saved, sentence, withChart, openPolicies }: CostByYearProps) {
  const { snapshot, forecast, savedForecast } = usePlan();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<CellName | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const [askedOf, setAskedOf] = useState(snapshot);
  if (askedOf !== snapshot) {
    // An answer is about the plan as it was when asked.
    setAskedOf(snapshot);
    setAsked(null);
  }
  const askYear = useCallback((index: number): void => setAsked(`planned:${index}`), []);
  const calm = useDeferredValue(forecast);
  const range = useLikelyRange();
  const years = useMemo(() => chartYears(calm, savedForecast, range), [calm, savedForecast, range]);
  const { ref, standing } = useStanding({
    years: years.length, label: LABEL_WIDTH, total: TOTAL_WIDTH, longest: longestFigure(years), printed: ON_ITS_SIDE,
  });
  useAskedFor({ ledger, table, setOpen, openPolicies });
  return (
    <section ref={ref} className="cost-by-year" aria-labelledby="cost-by-year">
      <div className="chart-head">
        <h2 id="cost-by-year">Cost by year</h2>
        {withChart ? (
          <ChartLegend
            stacked={standing !== null && standing.label > LABEL_FOR_LEGEND} groups={groupsShown(years)}
            budget={years.some((year) => year.budgetPence !== null)} likely={years.some((year) => year.likely !== null)} asItWas={years.some((year) => year.savedPence !== null)}
          />
        ) : null}
      </div>
      {standing === null ? null : (
        <>
          {withChart ? <CostChart years={years} name={sentence} standing={standing} height={CHART_HEIGHT} onAsk={askYear} /> : null}
          <PlanLedger
            ledger={ledger} saved={saved} standing={standing} open={open} setOpen={setOpen} asked={asked} setAsked={setAsked} table={table}
          />
        </>
      )}
      <WithoutPrice />
      <PrintedNote />
    </section>
  );
}
