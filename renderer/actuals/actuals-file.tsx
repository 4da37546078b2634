import { ArrowRight, FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import type { Answer } from '../../app/contract/contract.ts';
import type { ActualsReport } from '../../app/contract/actuals.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { readAsBase64 } from '../lib/file-transfer.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Stepper } from '../parts/stepper.tsx';
import { Working } from '../parts/working.tsx';
import { FinanceFileButton } from './finance-file-button.tsx';
import { LayoutForm } from './layout-form.tsx';
import { PreviewTable } from './preview-table.tsx';
import { STEPS } from './steps.ts';
import { ToSettle } from './to-settle.tsx';
import { useActuals, type Actuals } from './use-actuals.ts';
import { EveryRow, PlacesTable, rowsWords } from './what-comes-in.tsx';

const LAY_OUT = 1;
const BRING_IN = 2;

type FileProps = { readonly file: File; /** Another file, or none. */ readonly onChoose: (file: File | null) => void };

/** Steps 2 and 3 for one file: how it is laid out, and what would come in. Nothing is lost by going back. */
export function ActualsFile({ file, onChoose }: FileProps) {
  const { asOf, plan, scenario } = usePlan();
  const [step, setStep] = useState(LAY_OUT);
  const it = useActuals(file, { asOf, scenarioId: scenario.id, revision: plan.revision });
  const { found, error } = it;
  const sentence = found === null ? 'Nothing changes until step 3.' : `${found.sentence}${step === LAY_OUT ? ' Nothing changes until step 3.' : ''}`;
  return (
    <>
      <PageHead title="Bring in actuals" sentence={[{ text: sentence }]} />
      <div className="actuals-steps"><Stepper label="Steps of bringing in actuals" steps={STEPS} current={step} onOpen={(to) => (to === 0 ? onChoose(null) : setStep(to))} /></div>
      <div className="page-body actuals-body">
        {error !== null && error.field === undefined && (
          <Note tone="over" role="alert" title={error.message} actions={<FinanceFileButton onFile={onChoose}>Choose another file</FinanceFileButton>}>Nothing was changed.</Note>
        )}
        {found === null ? it.working && <Working label={`Reading ${file.name}`} /> : (
          <>
            <FileLine found={found} onChoose={onChoose} />
            {step === LAY_OUT ? <><LayoutForm it={it} found={found} /><PreviewTable found={found} /></> : (
              <div className="actuals-result"><div><PlacesTable found={found} /></div><div><EveryRow found={found} /><ToSettle found={found} /></div></div>
            )}
          </>
        )}
      </div>
      {found !== null && <Foot it={it} found={found} file={file} step={step} onStep={(to) => (to === 0 ? onChoose(null) : setStep(to))} />}
    </>
  );
}

function FileLine({ found, onChoose }: { readonly found: ActualsReport; readonly onChoose: (file: File) => void }) {
  const { fileName, sheet, read, layout } = found;
  return (
    <div className="actuals-line">
      <FileSpreadsheet aria-hidden="true" /><b>{fileName}</b>
      <span className="q2">{sheet === null ? '' : `Tab “${sheet}”, `}{rowsWords(read.rows)} from row {layout.startRow}{layout.endRow === null ? '' : ` to ${layout.endRow}`}, up to {formatDate(found.through)}</span>
      <span className="acts"><FinanceFileButton variant="link" onFile={onChoose}>Choose another file</FinanceFileButton></span>
    </div>
  );
}

type FootProps = { readonly it: Actuals; readonly found: ActualsReport; readonly file: File; readonly step: number; readonly onStep: (step: number) => void };

/** The foot of both steps: back, what would come, and on; on the last the one button that brings it in. */
function Foot({ it, found, file, step, onStep }: FootProps) {
  const { asOf, scenario, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = it.error === null && !it.working && found.matched.rows > 0;
  const bringIn = async (): Promise<void> => {
    setBusy(true);
    // Sent whole: the last file at hand may be another window's by now.
    const base64 = await readAsBase64(file).catch(() => null);
    const { layout, year, through } = found;
    const answer: Answer<'actuals.take'> | null = base64 === null ? null
      : await run('actuals.take', { fileName: file.name, base64, layout, year, through, asOf, scenarioId: scenario.id, reason: reason.trim() === '' ? null : reason });
    setBusy(false);
    if (answer !== null && answer.change !== null) go('actuals');
  };
  const next = `${rowsWords(found.matched.rows)} come in, ${rowsWords(found.leftOut.rows)} left out, ${rowsWords(found.refused.rows)} cannot come in.`;
  return (
    <div className="actuals-foot">
      <Button onClick={() => onStep(step - 1)}>Back</Button>
      <span className="q2">{it.error?.message ?? next}</span>
      <span className="last">
        {step === LAY_OUT && <Button variant="filled" disabled={!ready} onClick={() => onStep(BRING_IN)}>{STEPS[BRING_IN]}<ArrowRight aria-hidden="true" /></Button>}
        {step === BRING_IN && editable && !found.unchanged && (
          <>
            <TextField label="Reason (can be left out)" hideLabel placeholder="Reason (can be left out)" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            <Button variant="filled" disabled={!ready || busy} onClick={() => void bringIn()}>Bring in actuals</Button>
          </>
        )}
        {step === BRING_IN && !editable && <span className="q2">The plan can only be read just now, so nothing can be brought in.</span>}
        {step === BRING_IN && found.unchanged && <span className="q2">There is nothing to bring in: the plan has exactly this already.</span>}
      </span>
    </div>
  );
}
