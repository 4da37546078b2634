import { useQuery } from '@tanstack/react-query';
import type { Answer, Request } from '../../app/contract/contract.ts';
import type { DocumentKind } from '../../planning/documents/kinds.ts';
import { ask } from '../lib/application.tsx';
import type { QueryName } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';

/** Which document is open. */
export type Opened = {
  readonly kind: DocumentKind;
  /** As it was sent; null for the one that the plan makes today. */
  readonly sentId: number | null;
  /** The decision that a reply is about; null for the newest made. */
  readonly decisionId: number | null;
};

export type ShownDocument = Answer<'document.show'>;
export type AskedDocument = Request<'document.show'>;

/** What is asked of the host for it: the scenario and the day of the screen. */
export function useAsked({ kind, decisionId }: Opened): AskedDocument {
  const { scenario, asOf } = useSavedPlan();
  return { kind, asOf, scenarioId: scenario.id, ...(decisionId !== null && { decisionId }) };
}

/** The same document whatever has been changed in it: what may stay on screen until the next answer. */
const sameDocument = (opened: Opened): string => JSON.stringify([opened.kind, opened.sentId, opened.decisionId]);

/** A question about one document. The old answer stays while the same document is made again; that of another one never does. */
export function useDocumentQuery<Name extends QueryName>(name: Name, opened: Opened, request: Request<Name>, enabled = true) {
  const { plan } = useSavedPlan();
  const same = sameDocument(opened);
  return useQuery({
    queryKey: [name, plan.id, same, plan.revision, request],
    queryFn: () => ask(name, request),
    placeholderData: (previous, query) => (query?.queryKey[1] === plan.id && query.queryKey[2] === same ? previous : undefined),
    enabled,
    // Files are large, and are made again in a moment.
    gcTime: 30_000,
  });
}
