import { useState } from 'react';
import type { Answer } from '../../app/contract/contract.ts';
import { useAction } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Stepper } from '../parts/stepper.tsx';
import { BringIn } from './bring-in.tsx';
import { CheckRows } from './check-rows.tsx';
import { FileBar } from './file-bar.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportFoot } from './import-foot.tsx';
import { doneSentence, STEPS, stepSentence } from './import-words.ts';
import { MatchColumns } from './match-columns.tsx';
import { ReadIt } from './read-it.tsx';
import { useImport, type Import } from './use-import.ts';
import { WorkBar } from './work-bar.tsx';

const READ = 1;
const MATCH = 2;
const CHECK = 3;
const BRING_IN = 4;

export type CameIn = Answer<'intake.commit'>;

type ImportFileProps = { readonly file: File; /** Another file, or none. */ readonly onChoose: (file: File | null) => void };

/** Steps 2 to 5 for one file. Nothing that was said is lost by going back. */
export function ImportFile({ file, onChoose }: ImportFileProps) {
  const { asOf, plan } = usePlan();
  const [step, setStep] = useState(READ);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [cameIn, setCameIn] = useState<CameIn | null>(null);
  const it = useImport(file, asOf, plan.revision, busy || cameIn !== null);
  const open = (to: number): void => (to === 0 ? onChoose(null) : setStep(to));
  const undone = cameIn?.change !== undefined && cameIn?.change !== null && plan.redo?.label === cameIn.change.label;
  const sentence = cameIn === null ? stepSentence(it.error === null ? step : 0, it.found) : doneSentence(cameIn.value.rows, undone);
  const { found } = it;
  return (
    <>
      <PageHead title="Import kit list" sentence={sentence} />
      <div className="import-steps"><Stepper label="Steps of the import" steps={STEPS} current={step} onOpen={cameIn === null && !busy ? open : undefined} /></div>
      <div className="page-body import-body">
        {it.error !== null && !it.working ? <Refused error={it.error} onChoose={onChoose} /> : (
          <>
            {found !== undefined && <FileBar it={it} found={found} done={cameIn !== null || busy} onChoose={onChoose} />}
            {it.working && <WorkBar job={it.job} label={`Reading ${file.name}`} onStop={() => (found === undefined ? onChoose(null) : it.goBack())} />}
            {found !== undefined && cameIn === null && (
              <Step step={step} it={it} found={found} file={file} problem={problem}
                onShowRows={(id) => { setProblem(id); setStep(CHECK); }} onProblem={setProblem} onBusy={setBusy} onDone={setCameIn} />
            )}
            {cameIn !== null && <ImportDone cameIn={cameIn} undone={undone} onAnother={() => onChoose(null)} />}
          </>
        )}
      </div>
      {found !== undefined && cameIn === null && !busy && it.error === null && <Foot it={it} found={found} step={step} file={file} onOpen={open} />}
    </>
  );
}

type StepProps = {
  readonly step: number;
  readonly it: Import;
  readonly found: NonNullable<Import['found']>;
  readonly file: File;
  readonly problem: string | null;
  readonly onShowRows: (problem: string) => void;
  readonly onProblem: (problem: string | null) => void;
  readonly onBusy: (busy: boolean) => void;
  readonly onDone: (cameIn: CameIn) => void;
};

function Step({ step, it, found, file, problem, onShowRows, onProblem, onBusy, onDone }: StepProps) {
  if (step === READ) return <ReadIt it={it} found={found} />;
  if (step === MATCH || found.stuck !== null) return <MatchColumns it={it} found={found} file={file} onShowRows={onShowRows} />;
  if (step === CHECK) return <CheckRows it={it} found={found} file={file} problem={problem} onProblem={onProblem} />;
  return <BringIn it={it} found={found} file={file} onBusy={onBusy} onDone={onDone} />;
}

function Refused({ error, onChoose }: { readonly error: Error; readonly onChoose: (file: File | null) => void }) {
  return (
    <Note tone="over" role="alert" title={error.message} actions={<FileButton onFile={onChoose}>Choose another file</FileButton>}>
      {error.message.includes('Nothing was changed') ? '' : 'Nothing was changed.'}
    </Note>
  );
}

type FootProps = { readonly it: Import; readonly found: NonNullable<Import['found']>; readonly step: number; readonly file: File; readonly onOpen: (step: number) => void };

function Foot({ it, found, step, file, onOpen }: FootProps) {
  const { go } = useNavigation();
  const act = useAction();
  const putBy = async (): Promise<void> => {
    const answer = await act('intake.putBy', { signature: found.signature, fileName: file.name, options: it.options });
    if (answer !== null) go('register');
  };
  return (
    <ImportFoot
      found={found} working={it.working} next={step === BRING_IN ? null : STEPS[step + 1] ?? null} canGoOn={found.stuck === null || step === READ}
      onBack={() => onOpen(step - 1)} onNext={() => onOpen(step + 1)} onPutBy={() => void putBy()}
    />
  );
}
