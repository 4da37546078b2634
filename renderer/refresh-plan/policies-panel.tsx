import { memo, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { LIFE_RANGE_MONTHS } from '../../planning/policies.ts';
import { applyChanges, type PlanChange } from '../../planning/scenarios/change.ts';
import type { Inflation } from '../../planning/snapshot.ts';
import { spanOf } from '../../planning/words.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { withChange } from '../lib/what-if-changes.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { commonLossRate, policyRows, type PolicyRow } from './policy-rows.ts';
import { PolicySlider } from './policy-slider.tsx';
import { typedLife, typedYearlyRate, yearlyRateText } from '../lib/typed-figures.ts';

/** Kinds shown here; the page of policies has them all. */
const KINDS_AT_FIRST = 5;
const YEAR = 12;
const HALF_PER_CENT = 50;
const ONE_PER_CENT = 100;
const USUAL_MOST_RATE = 1_000;
const LEAST_RISE = -5_000;
const MOST_RISE = 5_000;
const MOST_LOSS = 10_000;

/** From two to eight years, or further where the saved life needs it. Fixed while dragging: it hangs on the saved life alone. */
function lifeRange(savedMonths: number): { least: number; most: number; step: number; tickEvery: number } {
  const most = Math.min(LIFE_RANGE_MONTHS.most, Math.max(8 * YEAR, Math.ceil((savedMonths + 3 * YEAR) / YEAR) * YEAR));
  const onHalfYears = savedMonths % 6 === 0;
  return { least: Math.min(2 * YEAR, savedMonths), most, step: onHalfYears ? 6 : 1, tickEvery: most > 12 * YEAR ? 5 * YEAR : YEAR };
}

const rateRange = (savedBp: number) => ({
  least: Math.min(0, savedBp), most: Math.max(USUAL_MOST_RATE, savedBp), tickEvery: ONE_PER_CENT,
  step: savedBp % HALF_PER_CENT === 0 ? HALF_PER_CENT : 1,
});

type PutChange = (change: PlanChange, asSaved: boolean) => void;

type LifeSliderProps = { readonly row: PolicyRow; readonly value: number; readonly put: PutChange };

/** As the others below it, drawn again only where its own figure changes. */
const LifeSlider = memo(function LifeSlider({ row, value, put }: LifeSliderProps) {
  const { categoryKey, userGroup, lifeMonths: saved } = row.policy;
  if (!row.lifeBinds) {
    return <div className="policy-slider"><div className="policy-name">{row.name}</div><p className="policy-note">{row.note}</p></div>;
  }
  return (
    <PolicySlider
      label={row.name} value={value} saved={saved} range={lifeRange(saved)} write={spanOf} read={typedLife} note={row.note}
      onChange={(lifeMonths) => put({ kind: 'life', categoryKey, userGroup, lifeMonths }, lifeMonths === saved)}
    />
  );
});

function LifeSliders({ put, askedFor }: { readonly put: PutChange; readonly askedFor: string | undefined }) {
  const { savedSnapshot, whatIf } = usePlan();
  const { go } = useNavigation();
  const rows = useMemo(() => policyRows(savedSnapshot), [savedSnapshot]);
  const tried = (row: PolicyRow): number | undefined => {
    const change = whatIf.find((each) => each.kind === 'life'
      && each.categoryKey === row.policy.categoryKey && each.userGroup === row.policy.userGroup);
    return change?.kind === 'life' ? change.lifeMonths : undefined;
  };
  const isShown = (row: PolicyRow, at: number): boolean =>
    at < KINDS_AT_FIRST || tried(row) !== undefined || row.policy.categoryKey === askedFor;
  return (
    <div className="policy-group">
      <div className="policy-head">
        <h3>How long kit is kept</h3>
        {rows.length > KINDS_AT_FIRST ? (
          <Button variant="link" small aria-label={`All ${rows.length} kinds, with everything about their policies`} onClick={() => go('policies')}>All {rows.length}</Button>
        ) : null}
      </div>
      {rows.length === 0 ? <p className="policy-note">Once there is kit in the register, its lives are here to try out.</p> : null}
      {rows.map((row, at) => (isShown(row, at) ? (
        <div key={row.key} className={row.policy.categoryKey === askedFor ? 'asked-for' : undefined}>
          <LifeSlider row={row} value={tried(row) ?? row.policy.lifeMonths} put={put} />
        </div>
      ) : null))}
    </div>
  );
}

type RiseSliderProps = { readonly saved: Inflation; readonly bp: number; readonly put: PutChange };

const RiseSlider = memo(function RiseSlider({ saved: { defaultBp, shipped, series }, bp: value, put }: RiseSliderProps) {
  return (
    <PolicySlider
      label="Price rises" value={value} saved={defaultBp} range={rateRange(defaultBp)}
      write={yearlyRateText} read={(text) => typedYearlyRate(text, LEAST_RISE, MOST_RISE)}
      note={shipped ? 'A usual rise, not yet the school’s own.' : series.length > 0 ? 'Kinds with a rise of their own keep it.' : null}
      onChange={(bp) => put({ kind: 'price_rise', bp }, bp === defaultBp)}
    />
  );
});

/** Rates of all kinds together; null where they differ. */
type LossSliderProps = { readonly saved: number | null; readonly bp: number | null; readonly put: PutChange };

const LossSlider = memo(function LossSlider({ saved, bp: value, put }: LossSliderProps) {
  return (
    <PolicySlider
      label="Losses and breakages" value={value ?? 0} saved={saved ?? 0} range={{ ...rateRange(saved ?? 0), least: 0 }}
      write={(bp) => (value === null ? 'By kind' : yearlyRateText(bp))} read={(text) => typedYearlyRate(text, 0, MOST_LOSS)}
      note={saved === null ? 'Kinds differ. A rate set here is for all.'
        : saved === 0 ? 'None is assumed until you set a rate.' : null}
      onChange={(bp) => put({ kind: 'loss_rate', bp }, saved !== null && bp === saved)}
    />
  );
});

/** Of the what-if as it is asked for: in a large plan the snapshot follows when a slider rests, and would hold its own slider back. */
function RateSliders({ put }: { readonly put: PutChange }) {
  const { savedSnapshot, whatIf } = usePlan();
  const { inflation, policies } = useMemo(() => applyChanges({ ...savedSnapshot, assets: [] }, whatIf), [savedSnapshot, whatIf]);
  return (
    <div className="policy-group">
      <div className="policy-head"><h3>Prices and losses</h3></div>
      <RiseSlider saved={savedSnapshot.inflation} bp={inflation.defaultBp} put={put} />
      <LossSlider saved={commonLossRate(savedSnapshot.policies)} bp={commonLossRate(policies)} put={put} />
    </div>
  );
}

/** Drawn once: its tip costs more than a slider. */
const CloseButton = memo(function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return <span className="policies-close"><IconButton label="Close policies" small onClick={onClose}><X aria-hidden="true" /></IconButton></span>;
});

type PoliciesPanelProps = {
  /** 0 while it is put away (where the page is wide enough it is there all the same); else rises with every call for it. */
  readonly calls: number;
  readonly onClose: () => void;
  /** What the changes come to, under the sliders. */
  readonly children: ReactNode;
};

/** What the plan rests on, to be tried out at once: nothing here is saved until it is put into the plan. */
export function PoliciesPanel({ calls, onClose, children }: PoliciesPanelProps) {
  const { setWhatIf } = usePlan();
  const { policy: askedFor } = usePageParams('refresh-plan');
  const panel = useRef<HTMLElement>(null);
  const open = calls > 0;
  const leave = (): void => {
    if (panel.current?.contains(document.activeElement) === true) onClose();
  };
  useShortcuts(open ? [{ keys: 'Escape', does: 'Close the policies', run: leave, inFields: true }] : []);
  const put = useCallback<PutChange>((change, asSaved) => setWhatIf((before) => withChange(before, change, asSaved)), [setWhatIf]);
  useEffect(() => {
    if (calls === 0) return;
    const wanted = panel.current?.querySelector<HTMLElement>('.asked-for input') ?? panel.current?.querySelector('input');
    wanted?.focus();
  }, [calls]);
  return (
    <aside
      className={open ? 'policies open' : 'policies'} aria-label="Policies" ref={panel} tabIndex={-1} data-pane
    >
      <div className="policies-inside">
        <div className="policy-head">
          <h2>Policies</h2>
          <CloseButton onClose={onClose} />
        </div>
        <LifeSliders put={put} askedFor={askedFor} />
        <RateSliders put={put} />
        {children}
      </div>
    </aside>
  );
}
