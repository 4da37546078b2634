import { readDocumentSections, readDocumentSettings, readSentDocument, listSentDocuments, type SentRow } from '../../db/repositories/documents.ts';
import { composeDocument } from '../../planning/documents/compose.ts';
import { DOCUMENT_FACTS, type DocumentKind } from '../../planning/documents/kinds.ts';
import type { DocumentFacts, DocumentSettings } from '../../planning/documents/facts.ts';
import type { DocumentModel } from '../../planning/documents/model.ts';
import { planVersion } from '../../planning/documents/plan-version.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Parsed } from '../contract/contract.ts';
import { thawFacts, thawWords } from '../frozen-document.ts';
import { Refusal } from '../refusal.ts';
import { stateOf, type Session } from '../session.ts';
import { sinceFacts } from './document-since.ts';
import { factsUnder, optionsOf, scenarioIn } from './forecast-view.ts';
import { lastChanges } from './standard-history.ts';

/** Which document, of which figures: `sentId` names one that was sent. */
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
  const planForecast = forecast(plan, options);
  const sent = listSentDocuments(session.plan().reader).filter(({ kind }) => kind === asked.kind);
  return {
    plan, planForecast, snapshot, forecast: snapshot === plan ? planForecast : forecast(snapshot, options), scenario: scenarioIn(session, asked.scenarioId),
    madeUp: stateOf(session)?.sample ?? false, settings: settingsOf(session, asked.kind),
    version: { number: Math.max(0, ...sent.map(({ number }) => number)) + 1, state: 'draft', plan: planVersion(session.revision()) },
    decisionId: asked.decisionId ?? null, ...(asked.kind === 'changes' ? sinceFacts(session, asked) : { earlier: null, history: [] }),
    records: lastChanges(session.plan()),
  };
}

/** A document with what it is made from: as it was sent where that is asked for, else as the plan has it. */
export type MadeDocument = {
  readonly model: DocumentModel;
  /** Worked out when they are asked for: a sent document is shown without its facts. */
  readonly facts: () => DocumentFacts;
  readonly sent: SentRow | null;
};

/** @throws Refusal `not_found` where there is no such scenario, decision or sent document, `plan_file` where the sent one cannot be read */
export function documentOf(session: Session, asked: AskedDocument): MadeDocument {
  if (asked.sentId !== undefined) {
    const sent = requireSent(session, asked.sentId, asked.kind);
    return { model: thawWords(sent).model, facts: () => thawFacts(sent), sent };
  }
  const facts = documentFacts(session, asked);
  return { model: composeDocument(facts), facts: () => facts, sent: null };
}

/** @throws Refusal `not_found` where nothing of that kind was sent under that number */
export function requireSent(session: Session, id: number, kind: DocumentKind, field = 'sentId'): SentRow {
  const sent = readSentDocument(session.plan().reader, id);
  if (sent?.kind !== kind) throw new Refusal('not_found', `Nothing that was sent of ${DOCUMENT_FACTS[kind].name} has the number ${id}.`, { field });
  return sent;
}
