import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { FORMAT_WORDS, type DocumentFormat } from '../../planning/documents/kinds.ts';
import { useMessages } from '../lib/commands.tsx';
import { useExport } from '../lib/exports.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { usePageActions } from '../lib/page-actions.ts';
import { Button } from '../parts/button.tsx';
import type { AskedDocument } from './open-document.ts';
import type { OpenPdf } from './pdf-file.ts';
import { printPdf } from './print-document.ts';

const asFile = (format: DocumentFormat): string => (format === 'ics' ? 'Save the calendar file' : `Save as ${FORMAT_WORDS[format]}`);

/** Prints the pages of the PDF, and says how far it is while they are made ready. */
function useDocumentPrinting(pdf: OpenPdf | null) {
  const { tell } = useMessages();
  const [ready, setReady] = useState<number | null>(null);
  const print = async (): Promise<void> => {
    if (pdf === null || ready !== null) return;
    setReady(0);
    try {
      await printPdf(pdf, setReady);
    } catch {
      tell({ kind: 'refused', text: 'The pages could not be made ready for the printer. Save the PDF and print it from there.' });
    }
    setReady(null);
  };
  return { print, ready };
}

type SavePartProps = { readonly asked: AskedDocument; readonly formats: readonly DocumentFormat[]; readonly pdf: OpenPdf | null; /** What else ends the work on it. */ readonly children?: ReactNode };

/** What can be done with the document: each file it becomes, and paper. */
export function SavePart({ asked, formats, pdf, children }: SavePartProps) {
  const save = useExport();
  const { print, ready } = useDocumentPrinting(pdf);
  const [first, ...others] = formats;
  const hasPages = formats.includes('pdf');
  const saveAs = (format: DocumentFormat): void => void save('document.file', { ...asked, format });
  useShortcuts([
    ...(hasPages ? [{ keys: 'Ctrl+P', does: 'Print this document', run: () => void print(), inFields: true }] : []),
    ...(first === undefined ? [] : [{ keys: 'Ctrl+E', does: asFile(first), run: () => saveAs(first), inFields: true }]),
  ]);
  usePageActions(() => [
    ...formats.map((format) => ({ text: asFile(format), icon: Download, run: () => saveAs(format), hint: 'This document' })),
    ...(hasPages ? [{ text: 'Print this document', icon: Printer, run: () => void print(), hint: 'Ctrl+P' }] : []),
  ]);
  return (
    <div className="doc-save">
      {first !== undefined && <Button variant="filled" className="wide" icon={<Download aria-hidden="true" />} onClick={() => saveAs(first)}>{asFile(first)}</Button>}
      {others.map((format) => <Button key={format} onClick={() => saveAs(format)}>{asFile(format)}</Button>)}
      {hasPages && <Button icon={<Printer aria-hidden="true" />} disabled={pdf === null || ready !== null} onClick={() => void print()}>Print</Button>}
      {ready !== null && <p className="wide q2" role="status">Page {ready + 1} of {pdf?.pages} is made ready for the printer.</p>}
      {children}
    </div>
  );
}
