import './decisions.css';
import { Download, Gavel } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { NO_FILTER } from '../../planning/analysis/decisions/log.ts';
import { decisionsSentence } from '../../planning/analysis/decisions/sentence.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import type { PageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { AgendaSheet } from './agenda-sheet.tsx';
import { DecidedLog } from './decided-log.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { LogExport } from './log-export.tsx';
import { RecordForm } from './record-form.tsx';
import { startFor, type Recording } from './record-typed.ts';
import { ReplySheet } from './reply-sheet.tsx';
import { ReviewForm } from './review-form.tsx';
import { TakenFrom } from './taken-from.tsx';
import { ToDecide } from './to-decide.tsx';

/** What waits to be decided, what was decided and why, and what was taken from what. */
export function DecisionsPage() {
  const { visit } = useNavigation();
  const params = usePageParams('decisions');
  // A jump from another page asks for something new: the page starts afresh.
  return <DecisionsVisit key={visit} params={params} />;
}

/** What stands in the panel beside the log. */
type Beside = { readonly kind: 'decision'; readonly id: number } | { readonly kind: 'review'; readonly id: number } | { readonly kind: 'record'; readonly recording: Recording };

/** A sheet for paper in place of the page, as it will be printed. */
type Sheet = { readonly kind: 'agenda' } | { readonly kind: 'reply'; readonly id: number };

function DecisionsVisit({ params: { decisionId, needId } }: { readonly params: Partial<PageParams['decisions']> }) {
  const { snapshot, asOf, editable } = usePlan();
  const { analysis } = snapshot;
  const [beside, setBeside] = useState<Beside | null>(() => {
    if (needId !== undefined && editable) return { kind: 'record', recording: startFor(analysis.decisions, needId) };
    return decisionId === undefined ? null : { kind: 'decision', id: decisionId };
  });
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const body = useRef<HTMLDivElement>(null);
  const sentence = useMemo(() => decisionsSentence(analysis, asOf), [analysis, asOf]);
  const record = (): void => setBeside({ kind: 'record', recording: { kind: 'new', needId: null } });
  useShortcuts(editable && sheet === null ? [{ keys: 'Alt+N', does: 'Record a decision', run: record, inFields: true }] : []);
  const show = (id: number): void => setBeside({ kind: 'decision', id });
  const close = (): void => {
    setBeside(null);
    body.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
  };
  const openId = beside === null || beside.kind === 'record' ? null : beside.id;
  const open = analysis.decisions.find(({ id }) => id === openId) ?? null;
  const printed = sheet?.kind === 'reply' ? analysis.decisions.find(({ id }) => id === sheet.id) ?? null : null;
  if (sheet?.kind === 'agenda') return <AgendaSheet onClose={() => setSheet(null)} />;
  if (printed !== null) return <ReplySheet decision={printed} onClose={() => setSheet(null)} />;
  return (
    <div className="decisions">
      <PageHead
        title="Decisions" sentence={sentence.parts}
        actions={(
          <>
            <LogExport filter={filter} icon={<Download aria-hidden="true" />} />
            {editable && beside?.kind !== 'record' && <Button variant="filled" icon={<Gavel aria-hidden="true" />} onClick={record}>Record a decision</Button>}
          </>
        )}
      />
      <div className="with-side">
        <div className="body" ref={body}>
          {analysis.decisions.length === 0 ? <NoDecisions editable={editable} onRecord={record} /> : (
            <>
              <ToDecide openId={open?.id ?? null} onOpen={show} onAgenda={() => setSheet({ kind: 'agenda' })} />
              <DecidedLog openId={open?.id ?? null} onOpen={show} filter={filter} onFilter={setFilter} />
            </>
          )}
          <TakenFrom openId={open?.id ?? null} onOpen={show} />
        </div>
        {open !== null && beside?.kind === 'decision' && (
          <DecisionPanel
            key={open.id} decision={open} onClose={close} onOpen={show} onReview={() => setBeside({ kind: 'review', id: open.id })}
            onPrint={() => setSheet({ kind: 'reply', id: open.id })} onRecord={(recording) => setBeside({ kind: 'record', recording })}
          />
        )}
        {open !== null && beside?.kind === 'review' && <ReviewForm key={open.id} decision={open} onClose={() => show(open.id)} />}
        {beside?.kind === 'record' && (
          <RecordForm key={JSON.stringify(beside.recording)} recording={beside.recording} onClose={close} onDone={(id) => (id === null ? close() : show(id))} />
        )}
      </div>
    </div>
  );
}

function NoDecisions({ editable, onRecord }: { readonly editable: boolean; readonly onRecord: () => void }) {
  return (
    <EmptyState title="No decision yet" underTitle action={editable ? <Button onClick={onRecord}>Record the first decision</Button> : undefined}>
      A decision keeps what was chosen, what else was weighed, why, and who has been told. What is approved for a need is in the plan and the budget from then on, and leaves them when the decision is taken back.
    </EmptyState>
  );
}
