import { SlidersHorizontal } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { ledgerRows, withTotals, type Ledger } from '../../planning/ledger.ts';
import { termPeriods, yearPeriods } from '../../planning/periods.ts';
import { effectSentence } from '../../planning/sentences/effect.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageNotices } from '../parts/page-notices.tsx';
import { CostByYear } from './cost-by-year.tsx';
import type { Ledgers } from './ledger-totals.tsx';
import { PeriodSwitch } from './period-switch.tsx';
import { usePlanView, type PlanView } from './plan-view.ts';
import { PoliciesPanel } from './policies-panel.tsx';
import { TakeAway } from './take-away.tsx';
import { WhatIfEffect } from './what-if-effect.tsx';
import './refresh-plan.css';

/** More years than this need the width that the policies beside them would take. */
const YEARS_BESIDE_POLICIES = 6;

/** What the ledger does with keys by itself, for the list of shortcuts. */
const LEDGER_KEYS = [
  { keys: 'Arrow keys', does: 'Move by figure in the ledger' },
  { keys: 'Right, Left on a row', does: 'Open and close it' },
  { keys: 'Alt+Left, Alt+Right', does: 'Move what is behind a row or a figure to the year before or after' },
  { keys: 'Shift+F10', does: 'What can be done with it' },
];

/** The ledgers of the plan on screen and of the saved one, by the columns on screen and by years; the same objects where they do not differ. */
function useLedgers({ levels, byTerm }: PlanView): Ledgers {
  const { snapshot, savedSnapshot, forecast, totals, savedForecast } = usePlan();
  const { years } = savedForecast;
  const columns = useMemo(() => (byTerm ? termPeriods(years) : yearPeriods(years)), [byTerm, years]);
  const shownSaved = useMemo(() => ledgerRows(savedSnapshot, savedForecast, { levels, columns }), [savedSnapshot, savedForecast, levels, columns]);
  const shown = useMemo(
    () => (snapshot === savedSnapshot ? shownSaved : ledgerRows(snapshot, forecast, { levels, columns })), [snapshot, savedSnapshot, shownSaved, forecast, levels, columns],
  );
  const yearlySaved = useMemo(() => (byTerm ? ledgerRows(savedSnapshot, savedForecast, { levels }) : shownSaved), [byTerm, savedSnapshot, savedForecast, levels, shownSaved]);
  const yearly = useMemo(() => {
    if (!byTerm) return shown;
    return snapshot === savedSnapshot ? yearlySaved : ledgerRows(snapshot, forecast, { levels });
  }, [byTerm, shown, snapshot, savedSnapshot, yearlySaved, forecast, levels]);
  return useMemo(() => {
    const atOnce = (ledger: Ledger): Ledger => (totals === forecast.totals ? ledger : withTotals(ledger, totals));
    return { shown: atOnce(shown), shownSaved, yearly: atOnce(yearly), yearlySaved };
  }, [shown, shownSaved, yearly, yearlySaved, totals, forecast]);
}

function NothingToPlan() {
  const { go } = useNavigation();
  return (
    <EmptyState title="Nothing to plan yet" action={<Button variant="filled" onClick={() => go('import')}>Bring in a kit list</Button>}>
      Kitplan works out what falls due in each year, and what it costs, from the kit in the register. There is none yet.
    </EmptyState>
  );
}

/** What falls due in each year and what it costs, down to the asset; and what the plan rests on, to be tried out. */
export function RefreshPlanPage() {
  const plan = usePlan();
  useShortcuts(LEDGER_KEYS);
  const view = usePlanView();
  const ledgers = useLedgers(view);
  const [drawerCalls, setDrawerCalls] = useState(0);
  const policiesButton = useRef<HTMLButtonElement>(null);
  // Figures follow a slider at once; the sentence and the picture a moment later, so that they never hold it up.
  const calm = useDeferredValue(plan);
  const sentence = useMemo(() => (calm.workedWhatIf.length === 0
    ? overviewSentence(calm.snapshot, calm.forecast)
    : effectSentence(calm.savedSnapshot, calm.workedWhatIf, calm.savedForecast, calm.forecast)), [calm]);
  const openDrawer = useCallback(() => setDrawerCalls((before) => before + 1), []);
  const closeDrawer = useCallback(() => {
    setDrawerCalls(0);
    policiesButton.current?.focus();
  }, []);
  const { forecast } = plan;
  const labels = forecast.years.map((year) => year.label);
  const nothing = forecast.quantityRegister === 0 && ledgers.yearly.planned.total === 0;
  const beside = ledgers.shown.columns.length <= YEARS_BESIDE_POLICIES;
  return (
    <>
      <PageHead
        title="Refresh plan" sentence={sentence.parts} notices={false}
        actions={(
          <>
            {nothing ? null : <PeriodSwitch byTerm={view.byTerm} onChange={view.setByTerm} />}
            {nothing ? null : <TakeAway />}
            <Button
              className={beside ? 'policies-button' : ''} icon={<SlidersHorizontal aria-hidden="true" />} aria-expanded={drawerCalls > 0}
              ref={policiesButton} onClick={drawerCalls > 0 ? closeDrawer : openDrawer}
            >
              Policies
            </Button>
          </>
        )}
      />
      <div className={beside ? 'refresh-plan' : 'refresh-plan years-wide'}>
        <div className="plan-main">
          <PageNotices />
          {nothing ? <NothingToPlan /> : null}
          <CostByYear ledgers={ledgers} view={view} sentence={sentence.text} withChart={!nothing} openPolicies={openDrawer} />
        </div>
        <PoliciesPanel calls={drawerCalls} onClose={closeDrawer}>
          <WhatIfEffect labels={labels} now={ledgers.yearly} saved={ledgers.yearlySaved} />
        </PoliciesPanel>
      </div>
    </>
  );
}
