import './development.css';
import { FileInput, FileText, Printer, Target } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { DevelopmentPlan } from '../../planning/analysis/development-facts.ts';
import { outlineOf } from '../../planning/analysis/development/outline.ts';
import { developmentSentence } from '../../planning/analysis/development/sentence.ts';
import { planOfDay } from '../../planning/analysis/development/standing.ts';
import type { AnalysisFacts } from '../../planning/analysis/facts.ts';
import { startLower, withArticle } from '../../planning/words.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import type { PageParams } from '../lib/navigation.tsx';
import { usePageActions } from '../lib/page-actions.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { AnnexView } from './annex-view.tsx';
import { ImportPlan } from './import-plan.tsx';
import { ObjectivePanel } from './objective-panel.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanPrinted } from './plan-printed.tsx';
import { PlanSection } from './plan-section.tsx';
import { useAdding } from './use-adding.ts';

/** What the school wants to achieve: its development plan as it reads, typed in as fast as in a spreadsheet. */
export function DevelopmentPage() {
  const { visit } = useNavigation();
  const params = usePageParams('development');
  // A jump from another page asks for something new: the page starts afresh.
  return <DevelopmentVisit key={visit} params={params} />;
}

/** The plan that an objective stands in; null where it is gone. */
function planOfObjective({ plans, areas, objectives }: AnalysisFacts, objectiveId: number | undefined): DevelopmentPlan | null {
  const areaId = objectives.find(({ id }) => id === objectiveId)?.areaId;
  const planId = areas.find(({ id }) => id === areaId)?.planId;
  return plans.find(({ id }) => id === planId) ?? null;
}

type Beside = { readonly objectiveId: number; readonly editing: boolean };

function DevelopmentVisit({ params: { objectiveId } }: { readonly params: Partial<PageParams['development']> }) {
  const { snapshot: { analysis }, asOf, editable } = usePlan();
  const [chosen, setChosen] = useState(() => planOfObjective(analysis, objectiveId)?.id ?? null);
  const [beside, setBeside] = useState<Beside | null>(objectiveId === undefined ? null : { objectiveId, editing: false });
  const [starting, setStarting] = useState(false);
  const [instead, setInstead] = useState<'import' | 'annex' | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const plan = analysis.plans.find(({ id }) => id === chosen) ?? planOfDay(analysis.plans, asOf);
  const outline = useMemo(() => (plan === null ? null : outlineOf(analysis, plan)), [analysis, plan]);
  const sentence = useMemo(() => developmentSentence(analysis, plan, asOf), [analysis, plan, asOf]);
  const open = analysis.objectives.find(({ id }) => id === beside?.objectiveId) ?? null;
  const adding = useAdding(outline);
  const close = (): void => {
    setBeside(null);
    body.current?.querySelector<HTMLElement>('[aria-current=true] button')?.focus();
  };
  const addFirst = adding.first;
  useShortcuts([
    ...(editable && instead === null && plan !== null ? [{ keys: 'Alt+N', does: 'Add an objective', run: addFirst, inFields: true }] : []),
    ...(editable && instead === null && plan !== null ? [{ keys: 'Alt+ArrowUp', does: 'Move this row up' }, { keys: 'Alt+ArrowDown', does: 'Move this row down' }] : []),
  ]);
  usePageActions(() => [
    ...(editable ? [{ text: 'Bring in a plan', icon: FileInput, run: () => setInstead('import'), alsoCalled: 'import paste word table excel' }] : []),
    ...(plan === null ? [] : [{ text: 'ICT annex', icon: FileText, run: () => setInstead('annex'), alsoCalled: 'print document what ict does for each objective' }]),
  ]);
  if (instead === 'import') return <ImportPlan onClose={() => setInstead(null)} onDone={(id) => { setInstead(null); setChosen(id); }} />;
  if (instead === 'annex' && plan !== null) return <AnnexView plan={plan} onClose={() => setInstead(null)} />;
  return (
    <div className={open === null ? 'dev' : 'dev beside'}>
      <PageHead
        title="Development plan" sentence={sentence.parts}
        actions={(
          <>
            {editable && <Button icon={<FileInput aria-hidden="true" />} onClick={() => setInstead('import')}>Bring in a plan</Button>}
            {plan !== null && <Button icon={<FileText aria-hidden="true" />} onClick={() => setInstead('annex')}>ICT annex</Button>}
            {plan !== null && <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print the plan</Button>}
            {editable && plan !== null && outline !== null && outline.areas.length > 0 && (
              <Button variant="filled" icon={<Target aria-hidden="true" />} onClick={addFirst}>Add {withArticle(startLower(plan.objectiveHeading))}</Button>
            )}
          </>
        )}
      />
      <div className="with-side">
        <div className="body" ref={body}>
          {outline === null ? <NoPlan onStart={editable ? () => setStarting(true) : null} /> : (
            <>
              <div className="dev-screen">
                <PlanSection
                  outline={outline} plans={analysis.plans} openId={open?.id ?? null} adding={adding} onChoose={(id) => { setChosen(id); setBeside(null); }}
                  onOpen={(id, editing = false) => setBeside({ objectiveId: id, editing })} onStart={() => setStarting(true)}
                />
              </div>
              <PlanPrinted plan={outline.plan} />
            </>
          )}
        </div>
        {open !== null && <ObjectivePanel key={`${open.id} ${String(beside?.editing)}`} objective={open} startEditing={beside?.editing === true && editable} onClose={close} />}
      </div>
      <Dialog opened={starting} onClose={() => setStarting(false)} title="Start a development plan" width={560}>
        {starting && <PlanForm plan={null} onDone={(id) => { setStarting(false); if (id !== null) setChosen(id); }} />}
      </Dialog>
    </div>
  );
}

function NoPlan({ onStart }: { readonly onStart: (() => void) | null }) {
  return (
    <>
      <h2 className="vh">The plan</h2>
      <EmptyState title="No development plan yet" action={onStart !== null && <Button variant="filled" onClick={onStart}>Start a development plan</Button>}>
        What the school wants to achieve comes first; needs and their money are tied to it. Type it in, begin with the areas of your inspectorate, or bring in the plan that you have.
      </EmptyState>
    </>
  );
}
