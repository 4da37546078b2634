import { CalendarDays, FileSpreadsheet, FileText, Lock, Presentation, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { DOCUMENT_SHELVES, FORMAT_WORDS, SHELF_WORDS, type DocumentFormat } from '../../planning/documents/kinds.ts';
import { listOf } from '../../planning/words.ts';
import { draftOf, type Listed, type Opened } from './open-document.ts';

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

function Shelf({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return <section aria-labelledby={id}><h2 id={id}>{title}</h2><ul>{children}</ul></section>;
}

type DocumentListProps = {
  readonly listed: Listed; readonly opened: Opened;
  /** How many pages the open one has; null where that is not known yet. */
  readonly pages: number | null;
  readonly onOpen: (opened: Opened) => void;
};

/** Everything that is made from the plan, by who reads it, and everything that was sent. */
export function DocumentList({ listed: { documents, sent }, opened, pages, onOpen }: DocumentListProps) {
  return (
    <nav className="doc-list" aria-label="Documents">
      {DOCUMENT_SHELVES.map((shelf) => (
        <Shelf key={shelf} title={SHELF_WORDS[shelf]}>
          {documents.filter((each) => each.shelf === shelf).map(({ kind, title, formats, state }) => {
            const open = opened.kind === kind && opened.sentId === null;
            return <Entry key={kind} icon={ICONS[formats[0] ?? 'pdf'] ?? FileText} title={title} about={aboutFile(formats, open ? pages : null, kind === 'slides' ? 'slide' : 'page')} state={state} open={open} onOpen={() => onOpen(draftOf(kind))} />;
          })}
        </Shelf>
      ))}
      {sent.length > 0 && (
        <Shelf title="Kept as sent">
          {sent.map(({ id, kind, title, number, sentOn, sentTo }) => (
            <Entry key={id} icon={Lock} title={title} about={`Version ${number}, to ${sentTo}`} state={formatDate(sentOn)} open={opened.sentId === id} onOpen={() => onOpen({ ...draftOf(kind), sentId: id })} />
          ))}
        </Shelf>
      )}
    </nav>
  );
}

/** `7 pages, Word and PDF`; without the pages until they are known. */
const aboutFile = (formats: readonly DocumentFormat[], pages: number | null, of: string): string =>
  `${pages === null ? '' : `${pages} ${of}${pages === 1 ? '' : 's'}, `}${listOf(formats.map((format) => FORMAT_WORDS[format]))}`;
