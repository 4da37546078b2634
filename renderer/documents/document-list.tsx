import { CalendarDays, FileSpreadsheet, FileText, Presentation, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { DOCUMENT_FACTS, DOCUMENT_KINDS, FORMAT_WORDS, SHELF_WORDS, type DocumentFormat, type DocumentKind, type DocumentShelf } from '../../planning/documents/kinds.ts';
import { listOf } from '../../planning/words.ts';
import type { Opened } from './open-document.ts';

const ICONS: Readonly<Partial<Record<DocumentFormat, LucideIcon>>> = { pptx: Presentation, xlsx: FileSpreadsheet, csv: FileSpreadsheet, ics: CalendarDays };

type EntryProps = { readonly icon: LucideIcon; readonly title: string; readonly about: string; readonly state: string; readonly open: boolean; readonly onOpen: () => void };

function Entry({ icon: Icon, title, about, state, open, onOpen }: EntryProps) {
  return (
    <li>
      <button type="button" aria-current={open ? 'true' : undefined} onClick={onOpen}>
        <Icon aria-hidden="true" />
        <b>{title}</b><span className="state">{state}</span><span className="about">{about}</span>
      </button>
    </li>
  );
}

function Shelf({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const id = useId();
  return <section aria-labelledby={id}><h2 id={id}>{title}</h2><ul>{children}</ul></section>;
}

const SHELVES: readonly DocumentShelf[] = ['leadership', 'business_manager', 'network_manager'];

type DocumentListProps = { readonly opened: Opened; readonly pages: number | null; readonly onOpen: (kind: DocumentKind) => void };

/** Everything that is made from the plan, by who reads it. */
export function DocumentList({ opened, pages, onOpen }: DocumentListProps) {
  return (
    <nav className="doc-list" aria-label="Documents">
      {SHELVES.map((shelf) => (
        <Shelf key={shelf} title={SHELF_WORDS[shelf]}>
          {DOCUMENT_KINDS.filter((kind) => DOCUMENT_FACTS[kind].shelf === shelf).map((kind) => {
            const { name, formats } = DOCUMENT_FACTS[kind];
            const open = opened.kind === kind && opened.sentId === null;
            return <Entry key={kind} icon={ICONS[formats[0] ?? 'pdf'] ?? FileText} title={name} about={aboutFile(formats, open ? pages : null)} state="" open={open} onOpen={() => onOpen(kind)} />;
          })}
        </Shelf>
      ))}
    </nav>
  );
}

/** `7 pages, Word and PDF`; without the pages until they are known. */
const aboutFile = (formats: readonly DocumentFormat[], pages: number | null): string =>
  `${pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}, `}${listOf(formats.map((format) => FORMAT_WORDS[format]))}`;
