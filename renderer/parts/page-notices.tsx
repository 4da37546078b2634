import { BookCheck, FlaskConical, Lock } from 'lucide-react';
import { memo, useState } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { describeWhatIf } from '../../planning/whatif.ts';
import { useNavigation, type Page } from '../lib/navigation.tsx';
import { useOpenPlan, usePlan, useSavedPlan } from '../lib/plan.tsx';
import { usePublishedVersion } from '../lib/published.ts';
import { Button } from './button.tsx';
import { Note } from './note.tsx';
import { CopyScenario, KeepWhatIf } from './scenario-dialogs.tsx';

/** Pages about what is kept: the register's gaps, what is ordered or brought in, and scenarios beside each other. */
const WITHOUT_WHAT_IF: readonly Page[] = ['data-quality', 'orders', 'import', 'scenarios'];

function WhatIfBanner() {
  const { page } = useNavigation();
  const { whatIf, savedSnapshot, setWhatIf, keepWhatIf, scenario, writable, changeable } = usePlan();
  const [naming, setNaming] = useState(false);
  if (whatIf.length === 0) return null;
  return (
    <Note
      tone="info" role="status" title="What-if, not saved." icon={<FlaskConical aria-hidden="true" />}
      actions={(
        <>
          <Button onClick={() => setWhatIf([])}>Discard</Button>
          {changeable && <Button onClick={() => void keepWhatIf()}>Put into {scenario.name}</Button>}
          {writable && <Button variant="filled" onClick={() => setNaming(true)}>Keep as a new scenario</Button>}
        </>
      )}
    >
      {whatIf.length} {whatIf.length === 1 ? 'change' : 'changes'}: {describeWhatIf(savedSnapshot, whatIf).join('; ')}.
      {WITHOUT_WHAT_IF.includes(page) && ' The figures on this page are without it.'}
      {naming && <KeepWhatIf onClose={() => setNaming(false)} />}
    </Note>
  );
}

/** A published scenario shows the figures that it was published with; a later Kitplan that works them out otherwise says so. */
function usePublishedWords(): string {
  const { plan, scenario, savedForecast } = useSavedPlan();
  const { data, error } = usePublishedVersion(plan.id, scenario);
  if (scenario.published === null) return '';
  if (error !== null) return error.message;
  const day = formatLongDate(scenario.published.asOf);
  const same = data === undefined || JSON.stringify(data.totals.plannedPence) === JSON.stringify(savedForecast.totals.plannedPence);
  return `Kit and figures as they were on ${day}; what has changed since is not in them.${same ? '' : ` They were worked out by Kitplan ${data.engineVersion}, whose sums came to other figures: the document of that day holds.`}`;
}

/** Why the scenario cannot be changed, and the way to one that can. */
function SettledNotice() {
  const { scenario, writable } = useSavedPlan();
  const [copying, setCopying] = useState(false);
  const published = usePublishedWords();
  if (scenario.state === 'working') return null;
  const locked = scenario.state === 'locked';
  return (
    <Note
      tone="info" title={`${scenario.name} is ${scenario.state}.`} icon={locked ? <Lock aria-hidden="true" /> : <BookCheck aria-hidden="true" />}
      actions={writable && <Button onClick={() => setCopying(true)}>Copy to change it</Button>}
    >
      {locked ? 'What it decides stays as it is; the register can go on.' : published}
      {copying && <CopyScenario scenario={scenario} onClose={() => setCopying(false)} />}
    </Note>
  );
}

/**
 * What must be known before reading on, on every page: an unsaved what-if, a scenario that is settled, a plan that can
 * only be read, the made-up school.
 */
export const PageNotices = memo(function PageNotices() {
  const open = useOpenPlan();
  if (open === null) return null;
  const { plan } = open;
  return (
    <div className="notices">
      <WhatIfBanner />
      <SettledNotice />
      {plan.readOnly !== null && <Note tone="info" icon={<Lock aria-hidden="true" />}>{plan.readOnly.sentence}</Note>}
      {plan.sample && (
        <Note tone="info" title="This is Hillcrest, a made-up school.">
          Its kit, prices and people are invented. Change anything: it is only a copy.
        </Note>
      )}
    </div>
  );
});
