import './policies.css';
import { ArrowLeft, Clock, Printer } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { oldPrices } from '../../planning/policies/old-prices.ts';
import { policyTable, type PolicyRow } from '../../planning/policies/rows.ts';
import { policiesSentence, policyEffectSentence } from '../../planning/sentences/policies.ts';
import { formatCount } from '../../planning/money.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePageActions } from '../lib/page-actions.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageNotices } from '../parts/page-notices.tsx';
import { EditEffect } from './edit-effect.tsx';
import { OldPricesDialog } from './old-prices-dialog.tsx';
import { PlanSettings } from './plan-settings.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import type { PanelPart } from './policy-cells.tsx';
import { PolicyTable } from './policy-table.tsx';
import { RisesSection } from './rises-section.tsx';

function NoKit() {
  const { go } = useNavigation();
  return (
    <EmptyState title="No policies in use yet" action={<Button variant="filled" onClick={() => go('import')}>Bring in a kit list</Button>}>
      A policy says how long a kind of kit is kept and what one costs. Once there is kit in the register, its kinds are here with what is usual in schools.
    </EmptyState>
  );
}

type Chosen = { readonly key: string; readonly part: PanelPart };

/** Every policy of the plan, to be tried out and settled; what each edit does in £ stands beside it before it is kept. */
export function PoliciesPage() {
  const { visit } = useNavigation();
  return <PoliciesVisit key={visit} />;
}

function PoliciesVisit() {
  const plan = usePlan();
  const { go } = useNavigation();
  const { categoryKey } = usePageParams('policies');
  const calm = useDeferredValue(plan);
  const saved = useMemo(() => policyTable(calm.savedSnapshot, calm.savedForecast), [calm.savedSnapshot, calm.savedForecast]);
  const table = useMemo(
    () => (calm.snapshot === calm.savedSnapshot ? saved : policyTable(calm.snapshot, calm.forecast)), [calm.snapshot, calm.savedSnapshot, calm.forecast, saved],
  );
  const [chosen, setChosen] = useState<Chosen | null>(() => {
    const asked = table.rows.find(({ subject }) => subject.categoryKey === categoryKey);
    return asked === undefined ? null : { key: asked.key, part: 'life' };
  });
  const [checking, setChecking] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const sentence = useMemo(() => (calm.workedWhatIf.length === 0
    ? policiesSentence(table) : policyEffectSentence(calm.savedSnapshot, calm.workedWhatIf, calm.savedForecast, calm.forecast)), [calm, table]);
  const old = useMemo(() => oldPrices(plan.savedSnapshot, plan.asOf), [plan.savedSnapshot, plan.asOf]);
  const open = chosen === null ? undefined : table.rows.flatMap((row) => [row, ...row.children]).find(({ key }) => key === chosen.key);
  const onOpen = (row: PolicyRow, part: PanelPart): void => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setChosen({ key: row.key, part });
  };
  const onClose = (): void => {
    setChosen(null);
    opener.current?.focus();
  };
  usePageActions(() => (old.length === 0 ? []
    : [{ text: 'Check the old prices', icon: Clock, run: () => setChecking(true), alsoCalled: 'quote price list out of date' }]));
  return (
    <div className="policies-page">
      <PageHead
        title="Policies" sentence={sentence.parts} notices={false}
        actions={(
          <>
            <Button icon={<ArrowLeft aria-hidden="true" />} onClick={() => go('refresh-plan')}>Refresh plan</Button>
            {old.length > 0 && <Button icon={<Clock aria-hidden="true" />} onClick={() => setChecking(true)}>Check the {old.length === 1 ? 'old price' : `${formatCount(old.length)} old prices`}</Button>}
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print</Button>
          </>
        )}
      />
      <div className={open === undefined ? 'with-side' : 'with-side side-open'}>
        <div className="body">
          <PageNotices />
          {table.rows.length === 0 ? <NoKit /> : <PolicyTable table={table} saved={saved} years={calm.forecast.years.length} chosen={open?.key ?? null} onOpen={onOpen} />}
          <div className="policies-below">
            <RisesSection />
            {open === undefined && <EditEffect />}
          </div>
          <PlanSettings />
        </div>
        {open !== undefined && chosen !== null && <PolicyPanel key={open.key} row={open} part={chosen.part} onClose={onClose} />}
      </div>
      {checking && <OldPricesDialog prices={old} onClose={() => setChecking(false)} />}
    </div>
  );
}
