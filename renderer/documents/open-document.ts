import { useQuery } from '@tanstack/react-query';
import type { Answer, Request } from '../../app/contract/contract.ts';
import type { SentDocument } from '../../app/contract/documents.ts';
import { DOCUMENT_FACTS, type DocumentKind } from '../../planning/documents/kinds.ts';
import { ask, usePlanQuery } from '../lib/application.tsx';
import type { QueryName } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { usePdf, type OpenPdf } from './pdf-file.ts';

/** Which document is open. */
export type Opened = {
  readonly kind: DocumentKind;
  /** As it was sent; null for the one that the plan makes today. */
  readonly sentId: number | null;
  /** The decision that a reply is about; null for the newest made. */
  readonly decisionId: number | null;
  /** From what a paper on what has changed starts; null for what went out last. */
  readonly since: Since | null;
};

/** A document that was sent, or a way forward that was published. */
export type Since = { readonly sinceId: number } | { readonly sinceScenarioId: number };

/** The document of a kind as the plan makes it today. */
export const draftOf = (kind: DocumentKind): Opened => ({ kind, sentId: null, decisionId: null, since: null });

export type ShownDocument = Answer<'document.show'>;
export type AskedDocument = Request<'document.show'>;
export type Listed = Answer<'document.list'>;

/** What is asked of the host for it: as it was sent, or of the scenario and the day of the screen. */
function useAsked({ kind, sentId, decisionId, since }: Opened): AskedDocument {
  const { scenario, asOf } = useSavedPlan();
  if (sentId !== null) return { kind, sentId };
  return { kind, asOf, scenarioId: scenario.id, ...(decisionId !== null && { decisionId }), ...since };
}

/** A question about one document. The old answer stays while the same document is made again; that of another one never does. */
export function useDocumentQuery<Name extends QueryName>(name: Name, { kind, sentId, decisionId, since }: Opened, request: Request<Name>, enabled = true) {
  const { plan } = useSavedPlan();
  const same = JSON.stringify([kind, sentId, decisionId, since]);
  return useQuery({
    queryKey: [name, plan.id, same, plan.revision, request],
    queryFn: () => ask(name, request),
    placeholderData: (previous, query) => (query?.queryKey[1] === plan.id && query.queryKey[2] === same ? previous : undefined),
    enabled,
    // Files are large, and are made again in a moment.
    gcTime: 30_000,
  });
}

/** What is listed; one that was sent and is gone again, by undo, is opened no more. */
export function useListed(chosen: Opened): { readonly listed: Listed | null; readonly opened: Opened; readonly sent: readonly SentDocument[] } {
  const listed = usePlanQuery('document.list', {}).data ?? null;
  const gone = chosen.sentId !== null && listed !== null && !listed.sent.some(({ id }) => id === chosen.sentId);
  return { listed, opened: gone ? { ...chosen, sentId: null } : chosen, sent: listed?.sent.filter(({ kind }) => kind === chosen.kind) ?? [] };
}

export type OpenDocument = {
  readonly asked: AskedDocument;
  readonly shown: ShownDocument | null;
  readonly pdf: OpenPdf | null;
  /** Whether it is made as pages at all. */
  readonly hasPages: boolean;
  /** Why it could not be shown, in a sentence. */
  readonly fault: string | null;
};

/** The open document: its words, and the very PDF where it has pages. */
export function useDocument(opened: Opened): OpenDocument {
  const asked = useAsked(opened);
  const hasPages = DOCUMENT_FACTS[opened.kind].formats.includes('pdf');
  const show = useDocumentQuery('document.show', opened, asked);
  const file = useDocumentQuery('document.file', opened, { ...asked, format: 'pdf' }, hasPages);
  const read = usePdf(hasPages ? file.data?.base64 ?? null : null);
  const fault = show.error?.message ?? file.error?.message ?? (read.fault ? 'The pages of this document cannot be shown here. It can be saved all the same.' : null);
  return { asked, shown: show.data ?? null, pdf: file.data === undefined ? null : read.open, hasPages, fault };
}
