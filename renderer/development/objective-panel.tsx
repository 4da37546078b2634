import { useState } from 'react';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import { priorityTitle } from '../../planning/analysis/development/outline.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { ActionsSection } from './actions-section.tsx';
import { CloseForm } from './close-form.tsx';
import { CriteriaSection } from './criteria-section.tsx';
import { IctSection } from './ict-section.tsx';
import { ObjectiveForm } from './objective-form.tsx';
import { ProgressSection } from './progress-section.tsx';

type ObjectivePanelProps = { readonly objective: Objective; readonly startEditing: boolean; readonly onClose: () => void };

/** One objective: what it says, how far it is met, who does what by when, what ICT has to do with it. */
export function ObjectivePanel({ objective, startEditing, onClose }: ObjectivePanelProps) {
  const { snapshot: { analysis }, editable } = usePlan();
  const run = useCommand();
  const [doing, setDoing] = useState<'edit' | 'met' | 'dropped' | null>(startEditing ? 'edit' : null);
  const { id, areaId, priorityId, state } = objective;
  const area = analysis.areas.find((each) => each.id === areaId);
  const priority = analysis.priorities.find((each) => each.id === priorityId);
  const done = (): void => setDoing(null);
  return (
    <SidePanel title={objectiveTitle(objective)} above={[area?.name ?? '', ...(priority === undefined ? [] : [priorityTitle(priority)])].join(', ')} onClose={onClose}>
      {doing === 'edit' ? <ObjectiveForm objective={objective} onDone={done} /> : <ObjectiveFacts objective={objective} />}
      {(doing === 'met' || doing === 'dropped') && <CloseForm objective={objective} as={doing} onDone={done} />}
      {editable && doing === null && (
        <div className="dev-under">
          <Button small onClick={() => setDoing('edit')}>Change</Button>
          {state === 'open' ? (
            <>
              <Button small onClick={() => setDoing('met')}>Close as met</Button>
              <Button small onClick={() => setDoing('dropped')}>Close as dropped</Button>
            </>
          ) : <Button small onClick={() => void run('objective.reopen', { id })}>Open it again</Button>}
        </div>
      )}
      <CriteriaSection objective={objective} />
      <ActionsSection objective={objective} />
      <IctSection objective={objective} />
      <ProgressSection objective={objective} />
    </SidePanel>
  );
}

function ObjectiveFacts({ objective: { statement, leadRole, state, closedOn } }: { readonly objective: Objective }) {
  return (
    <>
      {statement !== null && <p className="dev-statement">{statement}</p>}
      <dl className="dev-facts">
        <dt>Led by</dt><dd>{leadRole ?? 'not said'}</dd>
        {state !== 'open' && <><dt>Closed</dt><dd>{state === 'met' ? 'Met' : 'Dropped'}{closedOn === null ? '' : ` on ${formatLongDate(closedOn)}`}</dd></>}
      </dl>
    </>
  );
}
