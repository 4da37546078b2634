import { ClipboardPaste, FileSpreadsheet } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Section } from '../parts/section.tsx';

type ChooseFileProps = { readonly paste: boolean; readonly onFile: (file: File) => void };

/** Rows from the clipboard as a file: Excel puts tabs between cells and quotes around those with line breaks. */
const pastedFile = (text: string): File => new File([text], 'Pasted rows.txt', { type: 'text/plain', lastModified: Date.now() });

/** Ctrl+V anywhere on the page, unless it is meant for a field. */
function usePaste(onFile: (file: File) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file === undefined && text.trim() === '') return;
      event.preventDefault();
      onFile(file ?? pastedFile(text));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [onFile]);
}

/** Step 1: a file, or rows copied from Excel. */
export function ChooseFile({ paste, onFile }: ChooseFileProps) {
  const [text, setText] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  usePaste(onFile);
  useEffect(() => {
    if (paste) area.current?.focus();
  }, [paste]);
  return (
    <div className="page-body import-choose">
      <Section title="A file">
        <p className="q2">Excel, LibreOffice or CSV, also an old .xls, or an export from Snipe-IT, GLPI, Shelf, Intune or Google Admin. It can also be dropped anywhere on this window.</p>
        <div className="acts"><FileButton variant="filled" icon={<FileSpreadsheet aria-hidden="true" />} onFile={onFile}>Choose a file</FileButton></div>
      </Section>
      <Section title="Rows from Excel">
        <div className="field">
          <label className="lab" htmlFor={id}>Copy the rows in Excel with their headings, then press Ctrl+V here or anywhere on this page</label>
          <textarea ref={area} id={id} className="control paste" rows={8} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} />
        </div>
        <div className="acts">
          <Button icon={<ClipboardPaste aria-hidden="true" />} disabled={text.trim() === ''} onClick={() => onFile(pastedFile(text))}>Read these rows</Button>
          {text.trim() === '' && <span className="q2">Nothing has been pasted yet.</span>}
        </div>
      </Section>
    </div>
  );
}
