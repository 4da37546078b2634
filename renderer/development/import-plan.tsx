import './import-plan.css';
import { ClipboardPaste, FileText } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useDroppedFile } from '../lib/dropped-file.ts';
import { Button } from '../parts/button.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { ImportPlanFile } from './import-plan-file.tsx';
import { fileFromClipboard, fileFromText } from './pasted-plan.ts';

type ImportPlanProps = {
  readonly onClose: () => void;
  /** The plan that was added to. */
  readonly onDone: (planId: number | null) => void;
};

const WORD = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A button that asks for a file with a development plan. */
export const PlanFileButton = ({ onFile, filled = false, children }: { readonly onFile: (file: File) => void; readonly filled?: boolean; readonly children: string }) => (
  <FileButton label="Development plan file" also={WORD} variant={filled ? 'filled' : 'link'} {...(filled && { icon: <FileText aria-hidden="true" /> })} onFile={onFile}>{children}</FileButton>
);

/** Brings a development plan in from a table: a file, or rows from the clipboard. What was pasted stays until it is in. */
export function ImportPlan({ onClose, onDone }: ImportPlanProps) {
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  useDroppedFile({ what: 'development plan', onFile: setFile });
  if (file !== null) return <ImportPlanFile key={`${file.name} ${file.size} ${file.lastModified}`} file={file} onChoose={setFile} onDone={onDone} />;
  return (
    <>
      <PageHead
        title="Bring in a plan" actions={<Button onClick={onClose}>Back to the plan</Button>}
        sentence={[{ text: 'Your development plan can come in as it is: from Word, Excel or the clipboard. ' }, { text: 'Nothing changes until you have seen what comes in.', strong: true }]}
      />
      <ChoosePlan text={text} onText={setText} onFile={setFile} />
    </>
  );
}

/** Ctrl+V anywhere on the page, also in the box: a table with merged cells is read as it stands on the page that it comes from. */
function usePastedPlan(onFile: (file: File) => void): void {
  const latest = useRef(onFile);
  useEffect(() => { latest.current = onFile; });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      const file = event.clipboardData === null ? null : fileFromClipboard(event.clipboardData);
      // Plain rows go into the box, where they can be seen and mended.
      if (file === null || (inField && file.name.endsWith('.txt'))) return;
      event.preventDefault();
      latest.current(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

function ChoosePlan({ text, onText, onFile }: { readonly text: string; readonly onText: (text: string) => void; readonly onFile: (file: File) => void }) {
  const id = useId();
  usePastedPlan(onFile);
  return (
    <div className="page-body plan-choose">
      <Section title="A file">
        <p className="q2">A Word document (.docx) with tables, an Excel or LibreOffice workbook, or CSV. It can also be dropped anywhere on this window. Merged cells count for every row that they span.</p>
        <div className="acts"><PlanFileButton filled onFile={onFile}>Choose a file</PlanFileButton></div>
      </Section>
      <Section title="A table from Word or a spreadsheet">
        <div className="field">
          <label className="lab" htmlFor={id}>Copy the table with its headings, then press Ctrl+V here or anywhere on this page</label>
          <textarea id={id} className="control paste" rows={8} value={text} onChange={(event) => onText(event.target.value)} spellCheck={false} />
        </div>
        <div className="acts">
          <Button icon={<ClipboardPaste aria-hidden="true" />} disabled={text.trim() === ''} onClick={() => onFile(fileFromText(text))}>Read these rows</Button>
          {text.trim() === '' && <span className="q2">Nothing has been pasted yet.</span>}
        </div>
      </Section>
    </div>
  );
}
