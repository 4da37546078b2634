import { FileSpreadsheet, SlidersHorizontal } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ledgerRows } from '../../planning/ledger.ts';
import { formatCount } from '../../planning/money.ts';
import { effectSentence } from '../../planning/sentences/effect.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import { itemCount } from '../../planning/words.ts';
import { chartYears, groupsShown } from '../chart/chart-year.ts';
import { CostChart } from '../chart/cost-chart.tsx';
import { useStanding } from '../chart/standing.ts';
import { useAsk } from '../lib/commands.tsx';
import { download } from '../lib/file-transfer.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { ChartLegend } from '../parts/chart-legend.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageNotices } from '../parts/page-notices.tsx';
import { useAskedFor } from './asked-for.ts';
import type { CellName } from './ledger-context.tsx';
import { PlanLedger } from './plan-ledger.tsx';
import { PoliciesPanel } from './policies-panel.tsx';
import { WhatIfEffect } from './what-if-effect.tsx';
import './refresh-plan.css';

const LABEL_WIDTH = 226;
/** A legend beside the money axis needs names at least this wide; else it stands above the chart. */
const LABEL_FOR_LEGEND = 180;
const TOTAL_WIDTH = 84;
const CHART_HEIGHT = 196;
/** More years than this need the width that the policies beside them would take. */
const YEARS_BESIDE_POLICIES = 6;

/** The workbook of the saved plan, handed to the person as a file. */
function useWorkbook(): { readonly save: () => Promise<void>; readonly working: boolean } {
  const ask = useAsk();
  const { asOf } = usePlan();
  const [working, setWorking] = useState(false);
  const save = async (): Promise<void> => {
    setWorking(true);
    const file = await ask('documents.workbook', { asOf });
    setWorking(false);
    if (file !== null) download(file);
  };
  return { save, working };
}

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

export function RefreshPlanPage() {
  const plan = usePlan();
  const { snapshot, savedSnapshot, forecast, savedForecast, whatIf } = plan;
  const { go } = useNavigation();
  const workbook = useWorkbook();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<CellName | null>(null);
  const [drawer, setDrawer] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const policiesButton = useRef<HTMLButtonElement>(null);

  const saved = useMemo(() => ledgerRows(savedSnapshot, savedForecast), [savedSnapshot, savedForecast]);
  const ledger = useMemo(
    () => (snapshot === savedSnapshot ? saved : ledgerRows(snapshot, forecast)), [snapshot, savedSnapshot, saved, forecast],
  );
  const years = useMemo(() => chartYears(forecast, savedForecast), [forecast, savedForecast]);
  const { ref, standing } = useStanding({ years: years.length, label: LABEL_WIDTH, total: TOTAL_WIDTH });
  const sentence = whatIf.length === 0
    ? overviewSentence(snapshot, forecast) : effectSentence(savedSnapshot, whatIf, savedForecast, forecast);
  const { policy } = useAskedFor({ ledger, labels: years.map((year) => year.label), table, setOpen, openPolicies: () => setDrawer(true) });
  const nothing = forecast.quantityRegister === 0 && ledger.planned.total === 0;
  useEffect(() => setAsked(null), [snapshot]);

  const askYear = (index: number): void => setAsked(`planned:${index}`);
  const closeDrawer = (): void => {
    setDrawer(false);
    policiesButton.current?.focus();
  };
  const beside = years.length <= YEARS_BESIDE_POLICIES;
  const groups = groupsShown(years);
  return (
    <>
      <PageHead
        title="Refresh plan" sentence={sentence.parts} notices={false}
        actions={(
          <>
            <Button icon={<FileSpreadsheet aria-hidden="true" />} disabled={workbook.working} onClick={() => void workbook.save()}>
              {whatIf.length === 0 ? 'Save as a workbook' : 'Save a workbook without the what-if'}
            </Button>
            <Button
              className={beside ? 'policies-button' : ''} icon={<SlidersHorizontal aria-hidden="true" />} aria-expanded={drawer}
              ref={policiesButton} onClick={() => (drawer ? closeDrawer() : setDrawer(true))}
            >
              Policies
            </Button>
          </>
        )}
      />
      <div className={beside ? 'refresh-plan' : 'refresh-plan years-wide'}>
        <div className="plan-main">
          <PageNotices />
          {nothing ? (
            <EmptyState
              title="Nothing to plan yet"
              action={<Button variant="filled" onClick={() => go('import')}>Bring in a kit list</Button>}
            >
              Kitplan works out what falls due in each year, and what it costs, from the kit in the register. There is none yet.
            </EmptyState>
          ) : null}
          <section ref={ref} className="cost-by-year" aria-labelledby="cost-by-year">
            <div className="chart-head">
              <h2 id="cost-by-year">Cost by year</h2>
              {nothing ? null : (
                <ChartLegend stacked={standing !== null && standing.label > LABEL_FOR_LEGEND} groups={groups} budget={forecast.totals.budgetPence !== null} asItWas={years.some((year) => year.savedPence !== null)} />
              )}
            </div>
            {standing === null ? null : (
              <>
                {nothing ? null : (
                  <CostChart years={years} name={sentence.text} standing={standing} height={CHART_HEIGHT} onAsk={askYear} />
                )}
                <PlanLedger
                  ledger={ledger} saved={saved} standing={standing} open={open} setOpen={setOpen}
                  asked={asked} setAsked={setAsked} table={table}
                />
              </>
            )}
            <WithoutPrice />
          </section>
        </div>
        <PoliciesPanel open={drawer} onClose={closeDrawer} askedFor={policy}>
          <WhatIfEffect labels={years.map((year) => year.label)} now={ledger} saved={saved} />
        </PoliciesPanel>
      </div>
    </>
  );
}
