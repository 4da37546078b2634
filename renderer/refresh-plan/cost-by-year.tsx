import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { unpricedExtensionsAlone } from '../../planning/extension.ts';
import { formatCount } from '../../planning/money.ts';
import { TERMS_EXPLAINED } from '../../planning/periods.ts';
import { itemsWithoutPrice } from '../../planning/totals.ts';
import { itemCount } from '../../planning/words.ts';
import { chartTerms, chartYears, groupsShown, longestFigure, type ChartYear } from '../chart/chart-year.ts';
import { CostChart } from '../chart/cost-chart.tsx';
import { PrintedNote } from '../chart/printed-note.tsx';
import { ON_ITS_SIDE, useStanding } from '../chart/standing.ts';
import { useLikelyRange } from '../chart/use-likely-range.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { ChartLegend } from '../parts/chart-legend.tsx';
import { useAskedFor } from './asked-for.ts';
import { SmoothingRows } from './smoothing-rows.tsx';
import { SpreadChoice } from './spread-choice.tsx';
import { Decided } from './decided.tsx';
import { UnfundedLine } from './unfunded-line.tsx';
import { useSpreads } from './use-spreads.ts';
import type { CellName } from './ledger-context.tsx';
import type { Ledgers } from './ledger-totals.tsx';
import { MarkKey } from './mark-signs.tsx';
import { PlanLedger } from './plan-ledger.tsx';
import type { PlanView } from './plan-view.ts';

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
  const quantity = itemsWithoutPrice(forecast);
  const ids = useMemo(() => [...new Set(forecast.lines.flatMap((line) =>
    (line.netPence === null && line.assetId !== null ? [line.assetId] : [])))], [forecast]);
  if (quantity === 0) return null;
  const extended = unpricedExtensionsAlone(forecast);
  if (extended > 0) {
    return (
      <p className="ledger-note">
        † What it costs to keep {itemCount(extended)} in cover or support for longer is not known and not in these totals. It is typed where that is decided: “What else could be done” in the menu of the row.
      </p>
    );
  }
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
  readonly ledgers: Ledgers;
  readonly view: PlanView;
  /** The page's opening sentence: the name of the picture. */
  readonly sentence: string;
  readonly withChart: boolean;
  readonly openPolicies: () => void;
};

/** The columns of the chart, a moment after the figures: it must never hold up a slider. */
function useChart({ shown, shownSaved }: Ledgers, byTerm: boolean): readonly ChartYear[] {
  const { snapshot, forecast, totals, savedForecast } = usePlan();
  const range = useLikelyRange();
  const calm = useDeferredValue(useMemo(() => ({ shown, shownSaved, snapshot, forecast: { ...forecast, totals: { ...forecast.totals, ...totals } } }), [shown, shownSaved, snapshot, forecast, totals]));
  return useMemo(() => (byTerm && calm.shown.columns.some(({ term }) => term !== null)
    ? chartTerms(calm.snapshot, calm.forecast, calm.shown, calm.shownSaved) : chartYears(calm.forecast, savedForecast, range)),
  [byTerm, calm, savedForecast, range]);
}

/** The chart on its ledger. A click or Enter on a year of the chart asks the ledger's planned cost why. */
export function CostByYear({ ledgers, view, sentence, withChart, openPolicies }: CostByYearProps) {
  const { snapshot } = usePlan();
  const { shown } = ledgers;
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
  const years = useChart(ledgers, view.byTerm);
  const { ref, standing } = useStanding({
    years: years.length, label: LABEL_WIDTH, total: TOTAL_WIDTH, longest: longestFigure(years), printed: ON_ITS_SIDE,
  });
  const { chosen, setChosen, opening, keepOpening, smoothing, lines } = useSpreads();
  useAskedFor({ ledger: shown, table, setOpen, openPolicies });
  return (
    <section ref={ref} className="cost-by-year" aria-labelledby="cost-by-year">
      <div className="chart-head">
        <h2 id="cost-by-year">Cost by {view.byTerm ? 'term' : 'year'}</h2>
        {withChart ? (
          <ChartLegend
            stacked={standing !== null && standing.label > LABEL_FOR_LEGEND} groups={groupsShown(years)}
            budget={years.some((year) => year.budgetPence !== null)} likely={years.some((year) => year.likely !== null)} asItWas={years.some((year) => year.savedPence !== null)}
          />
        ) : null}
      </div>
      {withChart && !view.byTerm ? <SpreadChoice chosen={chosen} setChosen={setChosen} opening={opening} keepOpening={keepOpening} beside={standing !== null && standing.total >= TOTAL_WIDTH} /> : null}
      {standing === null ? null : (
        <>
          {withChart ? <CostChart years={years} {...(view.byTerm ? {} : { lines })} name={sentence} standing={standing} height={CHART_HEIGHT} onAsk={askYear} /> : null}
          <PlanLedger
            ledgers={ledgers} view={view} standing={standing} open={open} setOpen={setOpen} asked={asked} setAsked={setAsked} table={table}
          />
        </>
      )}
      <MarkKey ledger={shown} />
      {view.byTerm ? <p className="ledger-note">{TERMS_EXPLAINED} Budgets, the likely range and spread costs are for whole years.</p> : null}
      <WithoutPrice />
      <UnfundedLine />
      {standing === null || smoothing === null || !withChart || view.byTerm ? null : (
        <SmoothingRows smoothing={smoothing} chosen={chosen} standing={standing} />
      )}
      <Decided />
      <PrintedNote />
    </section>
  );
}
