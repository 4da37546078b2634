import { useQuery } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ComponentType, Dispatch, ReactNode, SetStateAction } from 'react';
import type { ApplicationState, PlanState } from '../../app/contract/application.ts';
import { forecast as workOut } from '../../planning/forecast.ts';
import type { Forecast } from '../../planning/result.ts';
import type { PlainTotals } from '../../planning/totals.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import { BASE_SCENARIO_ID, NO_SCENARIO, type Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { applyChanges } from '../../planning/scenarios/change.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import { snapshotQuery, useApplication } from './application.tsx';
import { useKeepAsNew, useKeepWhatIf, type NewScenario } from './keep-what-if.ts';
import { usePublished } from './published.ts';
import { isLarge, useRested, useTotalsAtOnce } from './totals-at-once.ts';

/** The open plan as its file holds it, under the scenario chosen: none of it changes with a step of a slider. */
type SavedPlan = {
  readonly application: ApplicationState;
  readonly plan: PlanState;
  /** The plan's own facts, without any scenario: what the register's own fields are. */
  readonly facts: PlanSnapshot;
  /** The scenario that every page shows. */
  readonly scenario: Scenario;
  readonly setScenario: (id: number) => void;
  /** The facts under the scenario as the plan file holds it: what a what-if is compared with. */
  readonly savedSnapshot: PlanSnapshot;
  readonly savedForecast: Forecast;
  /** The saved forecast before the last change to the plan; null before the first, or when the as-at date moved. */
  readonly previousForecast: Forecast | null;
  readonly asOf: IsoDate;
  /** Figures as at another day; null goes back to today. A published scenario is as at its own day. */
  readonly setAsOf: (date: IsoDate | null) => void;
  /** What the sums were asked: pass it to planning functions so that all figures agree. */
  readonly options: { readonly asOf: IsoDate };
  /** Whether a what-if is laid over it. */
  readonly trying: boolean;
  /** False while the plan can only be read. */
  readonly writable: boolean;
  /** Whether what is on screen can be changed: not while the plan can only be read, nor what was published. A what-if is allowed all the same: it changes nothing. */
  readonly editable: boolean;
  /** Whether what the scenario decides can be changed: the plan can be written, and it is neither locked nor published. */
  readonly changeable: boolean;
  /** True while newer facts than those on screen are on their way. */
  readonly updating: boolean;
};

/** The open plan as every page sees it: its facts under the scenario chosen, what follows from them, and a what-if laid over both. */
export type OpenPlan = SavedPlan & {
  /** The facts under the scenario, with the what-if applied: what screens show. */
  readonly snapshot: PlanSnapshot;
  readonly forecast: Forecast;
  /** The totals with the what-if, at once. In a large plan the snapshot and the lines of the forecast follow when a slider rests. */
  readonly totals: PlainTotals;
  readonly whatIf: readonly PlanChange[];
  /** The what-if that the snapshot and the forecast hold: what sentences about them speak of. */
  readonly workedWhatIf: readonly PlanChange[];
  readonly setWhatIf: Dispatch<SetStateAction<readonly PlanChange[]>>;
  /** Puts the what-if into the scenario that is open. */
  readonly keepWhatIf: (reason?: string | null) => Promise<void>;
  /** Keeps the what-if as a new scenario that starts from the one that is open, and opens it. False where that was refused. */
  readonly keepAsNew: (scenario: NewScenario) => Promise<boolean>;
};

const SavedContext = createContext<SavedPlan | null>(null);
const PlanContext = createContext<OpenPlan | null>(null);

/** The forecast before the last change, for the bar that says what the change did. Another scenario is not a change. */
function usePrevious(saved: Forecast, scenarioId: number): Forecast | null {
  const [compared, setCompared] = useState<{ now: Forecast; before: Forecast | null; scenarioId: number }>({ now: saved, before: null, scenarioId });
  if (compared.now === saved) return compared.before;
  const before = compared.now.asOf === saved.asOf && compared.scenarioId === scenarioId ? compared.now : null;
  setCompared({ now: saved, before, scenarioId });
  return before;
}

type LoadedProps = {
  readonly plan: PlanState;
  readonly facts: PlanSnapshot;
  readonly updating: boolean;
  readonly children: ReactNode;
};

/** The scenario chosen, kept while the window is open; the base where that is gone. */
function useScenario(planId: string, facts: PlanSnapshot): readonly [Scenario, (id: number) => void] {
  const key = `kitplan-scenario-${planId}`;
  const [chosen, setChosen] = useState(() => Number(window.sessionStorage.getItem(key) ?? BASE_SCENARIO_ID));
  const choose = useCallback((id: number) => {
    window.sessionStorage.setItem(key, String(id));
    setChosen(id);
  }, [key]);
  const scenario = facts.scenarios.find(({ id }) => id === chosen) ?? facts.scenarios.find(({ id }) => id === BASE_SCENARIO_ID) ?? NO_SCENARIO;
  return [scenario, choose];
}

function LoadedPlan({ plan, facts, updating, children }: LoadedProps) {
  const { application } = useApplication();
  const [scenario, setScenario] = useScenario(plan.id, facts);
  const live = useMemo(() => applyScenario(facts, scenario.id), [facts, scenario.id]);
  const published = usePublished(plan.id, scenario, facts);
  const saved = published.frozen ?? live;
  const [chosenDay, setAsOf] = useState<IsoDate | null>(null);
  const [whatIf, setWhatIf] = useState<readonly PlanChange[]>([]);
  const asOf = scenario.published?.asOf ?? chosenDay ?? application.today;
  const options = useMemo(() => ({ asOf }), [asOf]);
  const savedForecast = useMemo(() => workOut(saved, options), [saved, options]);
  const workedWhatIf = useRested(whatIf, isLarge(saved));
  const snapshot = useMemo(() => (workedWhatIf.length === 0 ? saved : applyChanges(saved, workedWhatIf)), [saved, workedWhatIf]);
  const forecast = useMemo(
    () => (snapshot === saved ? savedForecast : workOut(snapshot, options)), [snapshot, saved, savedForecast, options],
  );
  const totals = useTotalsAtOnce(saved, options, whatIf, workedWhatIf, forecast);
  const previousForecast = usePrevious(savedForecast, scenario.id);
  const keep = useKeepWhatIf();
  const keepWhatIf = useCallback((reason: string | null = null) => keep(whatIf, scenario, setWhatIf, reason), [keep, whatIf, scenario]);
  const asNew = useKeepAsNew();
  const keepAsNew = useCallback((named: NewScenario) => asNew(whatIf, scenario, named, (id) => {
    setWhatIf([]);
    setScenario(id);
  }), [asNew, whatIf, scenario, setScenario]);
  const writable = plan.readOnly === null;
  const editable = writable && scenario.published === null;
  const trying = whatIf.length > 0;
  const kept = useMemo((): SavedPlan => ({
    application, plan, facts, scenario, setScenario, savedSnapshot: saved, savedForecast, previousForecast, asOf, setAsOf, options, trying,
    writable, editable, changeable: writable && scenario.state === 'working', updating: updating || published.reading,
  }), [
    application, plan, facts, scenario, setScenario, saved, savedForecast, previousForecast, asOf, options, trying, writable, editable,
    updating, published.reading,
  ]);
  const value = useMemo(
    (): OpenPlan => ({ ...kept, snapshot, forecast, totals, whatIf, workedWhatIf, setWhatIf, keepWhatIf, keepAsNew }),
    [kept, snapshot, forecast, totals, whatIf, workedWhatIf, keepWhatIf, keepAsNew],
  );
  return <SavedContext value={kept}><PlanContext value={value}>{children}</PlanContext></SavedContext>;
}

type PlanProviderProps = {
  readonly plan: PlanState;
  readonly children: ReactNode;
  /** What to show until the plan has been read, or when it cannot be. */
  readonly instead: ComponentType<{ readonly error: Error | null }>;
};

/** Reads the open plan and works its forecast out here, so that a what-if needs no round trip. */
export function PlanProvider({ plan, children, instead: Instead }: PlanProviderProps) {
  const { data, error, isPlaceholderData } = useQuery({
    ...snapshotQuery(plan.id, plan.revision),
    // The facts of the same plan stay while newer ones are read; those of another plan never do.
    placeholderData: (previous, query) => (query?.queryKey[1] === plan.id ? previous : undefined),
  });
  if (data === undefined) return <Instead error={error} />;
  return <LoadedPlan key={plan.id} plan={plan} facts={data.snapshot} updating={isPlaceholderData}>{children}</LoadedPlan>;
}

/** The open plan. Only below a PlanProvider: the frame draws pages nowhere else. */
export function usePlan(): OpenPlan {
  const value = useContext(PlanContext);
  if (value === null) throw new Error('usePlan needs a PlanProvider above it.');
  return value;
}

/** The open plan without a what-if: for what need not be drawn again with each step of a slider. Only below a PlanProvider. */
export function useSavedPlan(): SavedPlan {
  const value = useContext(SavedContext);
  if (value === null) throw new Error('useSavedPlan needs a PlanProvider above it.');
  return value;
}

/** The same, or null where no plan is open: for the frame and the notices. */
export const useOpenPlan = (): SavedPlan | null => useContext(SavedContext);

/** The plan as it is on screen, or null where none is open: for what finds its way about it from anywhere. */
export const usePlanOnScreen = (): OpenPlan | null => useContext(PlanContext);
