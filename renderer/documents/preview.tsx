import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DocumentModel } from '../../planning/documents/model.ts';
import { startLower } from '../../planning/words.ts';
import { IconButton } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Working } from '../parts/working.tsx';
import { ModelView } from './model-view.tsx';
import type { OpenPdf } from './pdf-file.ts';
import { PdfPage, type Fit } from './pdf-page.tsx';

/** How a document is looked at: as its pages, or as running text. */
export type Look = Fit | 'text';
const LOOKS: readonly { readonly value: Look; readonly label: string }[] = [{ value: 'page', label: 'Whole page' }, { value: 'width', label: 'Page width' }, { value: 'text', label: 'As text' }];

type PreviewProps = {
  readonly model: DocumentModel | null;
  /** Null while it is made, and where the document has no pages. */
  readonly pdf: OpenPdf | null;
  readonly hasPages: boolean;
  readonly at: number;
  readonly onPage: (at: number) => void;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  /** In place of the document where it could not be made. */
  readonly fault: ReactNode;
};

/** The document as it is saved, page by page. */
export function Preview({ model, pdf, hasPages, at, onPage, look, onLook, fault }: PreviewProps) {
  const asText = look === 'text' || !hasPages;
  const page = pdf === null ? 0 : Math.min(at, pdf.pages - 1);
  const where = pdf === null ? '' : `${model?.layout === 'slides' ? 'Slide' : 'Page'} ${page + 1} of ${pdf.pages}`;
  return (
    <div className="doc-preview">
      <div className="doc-bar">
        <h2>{model?.title ?? ''}</h2>
        {!asText && <span className="q2" role="status">{where}</span>}
        <div className="acts">
          {!asText && (
            <>
              <IconButton label="Previous page" disabled={pdf === null || page === 0} onClick={() => onPage(page - 1)}><ChevronLeft aria-hidden="true" /></IconButton>
              <IconButton label="Next page" disabled={pdf === null || page === pdf.pages - 1} onClick={() => onPage(page + 1)}><ChevronRight aria-hidden="true" /></IconButton>
            </>
          )}
          {hasPages && <SelectField label="How it is shown" hideLabel value={look} options={LOOKS} onChange={({ target }) => onLook(LOOKS.find(({ value }) => value === target.value)?.value ?? 'page')} />}
        </div>
      </div>
      {fault ?? <Shown model={model} pdf={pdf} asText={asText} page={page} where={where} fit={look === 'width' ? 'width' : 'page'} onPage={onPage} />}
    </div>
  );
}

type ShownProps = { readonly model: DocumentModel | null; readonly pdf: OpenPdf | null; readonly asText: boolean; readonly page: number; readonly where: string; readonly fit: Fit; readonly onPage: (at: number) => void };

function Shown({ model, pdf, asText, page, where, fit, onPage }: ShownProps) {
  if (asText && model !== null) return <ModelView model={model} label={`${model.title} as text`} />;
  if (!asText && pdf !== null && model !== null) return <PdfPage open={pdf} at={page} fit={fit} label={`${model.title}, ${startLower(where)}`} onPage={onPage} />;
  return <div className="doc-view"><Working label="Making the document" /></div>;
}
