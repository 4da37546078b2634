import './intake.css';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Stepper } from '../parts/stepper.tsx';
import { Working } from '../parts/working.tsx';
import { ImportPreview } from './import-preview.tsx';
import { countWords, fileWords, importSentence } from './import-words.ts';
import { useReading } from './reading.ts';
import type { Reading } from './reading.ts';

const STEPS = ['Choose a file', 'Check what was read', 'Bring it in'];
const BEFORE_READING = [{ text: 'Nothing changes until you bring it in. A backup is made first, and the whole import can be undone.' }];

type BringInProps = { readonly reading: Reading; readonly busy: boolean; readonly onBringIn: () => void };

/** The foot of the page: what would come next, and the one button that does it. */
function BringIn({ reading, busy, onBringIn }: BringInProps) {
  const { editable } = usePlan();
  const { go } = useNavigation();
  const coming = reading.report.rows.new + reading.report.rows.changed;
  return (
    <div className="import-foot">
      <Button onClick={() => go('register')}>Leave it</Button>
      <span className="q2">What comes next: {countWords(reading.report)}.</span>
      {!editable && <span className="q2">The plan can only be read just now, so nothing can be brought in.</span>}
      {coming > 0 && <Button variant="filled" className="last" disabled={busy || !editable} onClick={onBringIn}>Bring it in</Button>}
    </div>
  );
}

function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <div className="page-body">
      <EmptyState title="Choose the kit list" action={<FileButton variant="filled" onFile={onFile}>Choose a file</FileButton>}>
        Excel or CSV, or an export from Snipe-IT or GLPI. Or drop the file anywhere on this window.
      </EmptyState>
    </div>
  );
}

/** A register file from its first reading to its place in the plan: look first, then bring it in. */
export function ImportPage() {
  const { asOf, plan } = usePlan();
  const { go } = useNavigation();
  const { file } = usePageParams('import');
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  const { data, error, isFetching } = useReading(file, asOf, plan.revision, busy);
  const choose = (chosen: File): void => go('import', { file: chosen });
  const head = (
    <>
      <PageHead title="Import kit list" sentence={data === undefined ? BEFORE_READING : importSentence(data.report)} />
      <div className="import-steps"><Stepper label="Steps of the import" steps={STEPS} current={file === undefined ? 0 : 1} /></div>
    </>
  );
  const bringIn = async (chosen: File, reading: Reading): Promise<void> => {
    setBusy(true);
    const answer = await run('intake.commit', { fileName: chosen.name, base64: reading.base64, asOf });
    if (answer === null) setBusy(false);
    else go('overview');
  };
  if (file === undefined) return <>{head}<ChooseFile onFile={choose} /></>;
  if (data === undefined) {
    return (
      <>
        {head}
        <div className="page-body">
          {error === null || isFetching ? <Working label={`Reading ${file.name}`} /> : (
            <Note tone="over" role="alert" title={error.message} actions={<FileButton onFile={choose}>Choose another file</FileButton>}>
              Nothing was changed.
            </Note>
          )}
        </div>
      </>
    );
  }
  return (
    <>
      {head}
      <div className="page-body import-body">
        <div className="import-file">
          <FileSpreadsheet aria-hidden="true" /><b>{file.name}</b><span className="q2">{fileWords(data.report)}</span>
          <FileButton variant="link" onFile={choose}>Choose another file</FileButton>
        </div>
        <ImportPreview report={data.report} />
      </div>
      <BringIn reading={data} busy={busy} onBringIn={() => void bringIn(file, data)} />
    </>
  );
}
