import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { PlanImportReport } from '../../app/contract/development-import.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { readAsBase64 } from '../lib/file-transfer.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Working } from '../parts/working.tsx';
import { ImportColumns } from './import-columns.tsx';
import { PlanFileButton } from './import-plan.tsx';
import { ImportPlace } from './import-place.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportTree } from './import-tree.tsx';
import { usePlanImport, type PlanImport } from './use-plan-import.ts';

type FileProps = { readonly file: File; readonly onChoose: (file: File | null) => void; readonly onDone: (planId: number | null) => void };

/** One table: what its columns are, what is to be looked at, and the tree that comes out. Every answer reads it again. */
export function ImportPlanFile({ file, onChoose, onDone }: FileProps) {
  const { asOf, plan } = usePlan();
  const it = usePlanImport(file, { asOf, revision: plan.revision });
  const { found, error } = it;
  return (
    <>
      <PageHead title="Bring in a plan" sentence={[{ text: found === null ? 'Nothing changes until you have seen what comes in.' : `${found.sentence} ` }, { text: found === null ? '' : 'Nothing has changed yet.', strong: true }]} />
      <div className="page-body plan-import">
        {error !== null && (
          <Note tone="over" role="alert" title={error.message} actions={<PlanFileButton onFile={onChoose}>Choose another file</PlanFileButton>}>
            {error.message.includes('Nothing was changed') ? '' : 'Nothing was changed.'}
          </Note>
        )}
        {found === null ? it.working && <Working label={`Reading ${file.name}`} /> : (
          <>
            <FileLine found={found} onChoose={onChoose} />
            <ImportPlace it={it} found={found} />
            <ImportColumns it={it} found={found} />
            {found.stuck === null && (
              <div className="plan-result"><ImportTree found={found} /><ImportProblems it={it} found={found} /></div>
            )}
          </>
        )}
      </div>
      <Foot it={it} file={file} onBack={() => onChoose(null)} onDone={onDone} />
    </>
  );
}

const rowsWords = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

function FileLine({ found, onChoose }: { readonly found: PlanImportReport; readonly onChoose: (file: File) => void }) {
  const { fileName, sheet, headerRow, rows } = found;
  return (
    <div className="plan-line">
      <FileText aria-hidden="true" /><b>{fileName}</b>
      <span className="q2">{sheet === null ? '' : `“${sheet}”, `}{headerRow === null ? 'no headings' : `headings in row ${headerRow}`}, {rowsWords(rows.read)}</span>
      <span className="acts"><PlanFileButton onFile={onChoose}>Choose another file</PlanFileButton></span>
    </div>
  );
}

type FootProps = { readonly it: PlanImport; readonly file: File; readonly onBack: () => void; readonly onDone: (planId: number | null) => void };

/** Back, what would come in, and the one button that brings it in. */
function Foot({ it, file, onBack, onDone }: FootProps) {
  const { asOf, editable } = usePlan();
  const run = useCommand();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const { found, said } = it;
  const coming = found === null ? 0 : found.rows.new + found.rows.addedTo;
  const bringIn = async (): Promise<void> => {
    setBusy(true);
    // Sent whole: the last file at hand may be another window's by now.
    const base64 = await readAsBase64(file).catch(() => null);
    const answer = base64 === null ? null : await run('development.take', { fileName: file.name, base64, ...said, asOf, reason: reason.trim() === '' ? null : reason });
    setBusy(false);
    if (answer !== null) onDone(answer.value.plan.id);
  };
  return (
    <div className="plan-foot">
      <Button onClick={onBack}>Back</Button>
      {found !== null && found.stuck === null && <span className="q2">{countsWords(found.rows)}</span>}
      {coming > 0 && editable && (
        <span className="last">
          <TextField label="Reason (can be left out)" hideLabel placeholder="Reason (can be left out)" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          <Button variant="filled" disabled={busy || it.working || it.error !== null} onClick={() => void bringIn()}>Bring in {rowsWords(coming)}</Button>
        </span>
      )}
      {coming > 0 && !editable && <span className="q2">The plan can only be read just now, so nothing can be brought in.</span>}
      {found !== null && found.stuck === null && coming === 0 && <span className="q2">There is nothing to bring in.</span>}
    </div>
  );
}

const countsWords = (rows: PlanImportReport['rows']): string =>
  [[rows.new, 'new'], [rows.addedTo, 'added to what is there'], [rows.unchanged, 'already there'], [rows.refused, 'cannot come in']].filter(([count]) => count !== 0)
    .map(([count, words]) => `${formatCount(Number(count))} ${words ?? ''}`).join(', ');
