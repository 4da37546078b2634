import { FlaskConical, Lock } from 'lucide-react';
import { describeWhatIf } from '../../planning/whatif.ts';
import { useOpenPlan } from '../lib/plan.tsx';
import { Button } from './button.tsx';
import { Note } from './note.tsx';

function WhatIfBanner() {
  const plan = useOpenPlan();
  if (plan === null || plan.whatIf.length === 0) return null;
  const { whatIf, savedSnapshot, setWhatIf, keepWhatIf, editable } = plan;
  return (
    <Note
      tone="info" role="status" title="What-if, not saved." icon={<FlaskConical aria-hidden="true" />}
      actions={(
        <>
          <Button onClick={() => setWhatIf([])}>Discard</Button>
          {editable && <Button variant="filled" onClick={() => void keepWhatIf()}>Put into Keep to policy</Button>}
        </>
      )}
    >
      {whatIf.length} {whatIf.length === 1 ? 'change' : 'changes'}: {describeWhatIf(savedSnapshot, whatIf).join('; ')}.
    </Note>
  );
}

/**
 * What must be known before reading on, on every page: an unsaved what-if, a plan that can only be read, the
 * made-up school.
 */
export function PageNotices() {
  const open = useOpenPlan();
  if (open === null) return null;
  const { plan } = open;
  return (
    <div className="notices">
      <WhatIfBanner />
      {plan.readOnly !== null && <Note tone="info" icon={<Lock aria-hidden="true" />}>{plan.readOnly.sentence}</Note>}
      {plan.sample && (
        <Note tone="info" title="This is Hillcrest, a made-up school.">
          Its kit, prices and people are invented. Change anything: it is only a copy.
        </Note>
      )}
    </div>
  );
}
