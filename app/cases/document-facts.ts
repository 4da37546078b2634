import { readDocumentSections, readDocumentSettings, listSentDocuments } from '../../db/repositories/documents.ts';
import { DOCUMENT_FACTS, type DocumentKind } from '../../planning/documents/kinds.ts';
import type { DocumentFacts, DocumentSettings } from '../../planning/documents/facts.ts';
import { planVersion } from '../../planning/documents/plan-version.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Parsed } from '../contract/contract.ts';
import { stateOf, type Session } from '../session.ts';
import { factsUnder, optionsOf, scenarioIn } from './forecast-view.ts';
import { lastChanges } from './standard-history.ts';

export type AskedDocument = Parsed<'document.show'>;

/** What the school has said about a kind, else what is shipped. */
export function settingsOf(session: Session, kind: DocumentKind): DocumentSettings {
  const { reader } = session.plan();
  const { reader: writtenFor, heldFor, heldOn } = readDocumentSettings(reader, kind) ?? { reader: DOCUMENT_FACTS[kind].reader, heldFor: null, heldOn: null };
  return { kind, reader: writtenFor, heldFor, heldOn, sections: readDocumentSections(reader, kind) };
}

/** @throws Refusal `not_found` where there is no such scenario, decision or earlier document */
export function documentFacts(session: Session, asked: AskedDocument): DocumentFacts {
  const plan = session.snapshot();
  const options = optionsOf(session, asked);
  const snapshot = factsUnder(session, asked.scenarioId);
  const sent = listSentDocuments(session.plan().reader).filter(({ kind }) => kind === asked.kind);
  return {
    plan, planForecast: forecast(plan, options), snapshot, forecast: forecast(snapshot, options), scenario: scenarioIn(session, asked.scenarioId),
    madeUp: stateOf(session)?.sample ?? false, settings: settingsOf(session, asked.kind),
    version: { number: Math.max(0, ...sent.map(({ number }) => number)) + 1, state: 'draft', plan: planVersion(session.revision()) },
    decisionId: asked.decisionId ?? null, earlier: null, history: [],
    records: lastChanges(session.plan()),
  };
}
