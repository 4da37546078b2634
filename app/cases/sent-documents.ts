import { isDeepStrictEqual } from 'node:util';
import { insertSentDocument, listSentDocuments, readSentDocument, type SentSummary } from '../../db/repositories/documents.ts';
import { planYears } from '../../planning/calendar.ts';
import { changedSections } from '../../planning/documents/compare/compare-documents.ts';
import { comparisonSentence, yearCosts, yearDifferences, type YearCost } from '../../planning/documents/compare/year-costs.ts';
import { composeDocument } from '../../planning/documents/compose.ts';
import { DOCUMENT_FACTS, DOCUMENT_KINDS, type DocumentKind } from '../../planning/documents/kinds.ts';
import { listedTitle, sentWords, stateWords } from '../../planning/documents/listed.ts';
import type { DocumentModel } from '../../planning/documents/model.ts';
import { ROLE_WORDS } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import type { SentDocument } from '../contract/documents.ts';
import { freezeDocument, thawWords } from '../frozen-document.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { documentFacts, documentOf, requireSent, type AskedDocument } from './document-facts.ts';
import { sinceNamed } from './document-since.ts';

/** What was sent, as it is listed. */
export function sentDocument({ id, kind, number, title, scenarioName, asOf, sentOn, sentBy, sentTo, planVersion }: SentSummary): SentDocument {
  return { id, kind, number, title, scenarioName, asOf, sentOn, sentBy, sentTo, planVersion, words: sentWords({ number, sentOn, sentBy, sentTo }) };
}

/** Whether the document made again of what the plan says today, as at its own day, is the one that was sent to the letter. */
function isUnchanged(session: Session, id: number): boolean {
  const sent = readSentDocument(session.plan().reader, id);
  if (sent === undefined) return false;
  try {
    const { model, asked: said } = thawWords(sent);
    const asked: AskedDocument = { kind: sent.kind, asOf: sent.asOf, ...Object.fromEntries(Object.entries(said).filter(([, id]) => id !== null)) };
    const now = composeDocument({ ...documentFacts(session, asked), version: model.version });
    // As it crosses to a screen: a field without a value and one that is left out are the same.
    return isDeepStrictEqual(JSON.parse(JSON.stringify(now)), JSON.parse(JSON.stringify(model)));
  } catch (fault) {
    // A way forward that is gone, or a document of a later Kitplan: it is not the same any more.
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

function listed(session: Session, kind: DocumentKind, sent: readonly SentSummary[]) {
  const { school } = session.snapshot();
  const latest = sent.filter((each) => each.kind === kind).toSorted((a, b) => b.number - a.number)[0];
  const same = latest !== undefined && isUnchanged(session, latest.id) ? latest : null;
  const { shelf, formats } = DOCUMENT_FACTS[kind];
  const number = same?.number ?? (latest?.number ?? 0) + 1;
  return {
    kind, shelf, formats, number, sentId: same?.id ?? null, state: stateWords(number, same),
    title: listedTitle(kind, planYears(session.today(), school.yearStartMonth, school.horizonYears)),
  };
}

type Version = { readonly name: string; readonly model: DocumentModel; readonly years: readonly YearCost[] };

function versionOf(session: Session, { before: _before, after: _after, ...asked }: Parsed<'document.compare'>, which: 'draft' | number, field: string): Version {
  if (which === 'draft') {
    const { model, facts } = documentOf(session, asked);
    return { name: `draft ${model.version.number}`, model, years: yearCosts(facts().forecast) };
  }
  const { model, years } = thawWords(requireSent(session, which, asked.kind, field));
  return { name: `version ${model.version.number}`, model, years };
}

export const sentDocumentHandlers = {
  'document.list': (session) => {
    const sent = listSentDocuments(session.plan().reader);
    return { documents: DOCUMENT_KINDS.map((kind) => listed(session, kind, sent)), sent: sent.map(sentDocument) };
  },

  'document.send': (session, { role, reason, sentTo, sentOn = session.today(), sentBy = ROLE_WORDS[role], ...asked }) => {
    if (sentOn > session.today()) throw new Refusal('invalid_input', 'A document is kept as sent on the day it goes out, or later: that day is still to come.', { field: 'sentOn' });
    const draft = documentFacts(session, asked);
    const facts = { ...draft, version: { ...draft.version, state: 'sent' as const } };
    const model = composeDocument(facts);
    const { scenarioId = null, decisionId = null } = asked;
    // Named, because from now on the newest document sent is this one.
    const { sinceId = null, sinceScenarioId = null } = asked.kind === 'changes' ? sinceNamed(session, asked) : {};
    const frozen = freezeDocument({ model, asked: { scenarioId, decisionId, sinceId, sinceScenarioId }, years: yearCosts(facts.forecast) }, facts);
    const { value, change } = session.change(`Keep ${model.title} as sent to ${sentTo}`, { role, reason }, (writer) => insertSentDocument(writer, {
      kind: model.kind, number: model.version.number, title: model.title, scenarioName: facts.scenario?.name ?? 'The plan', planVersion: model.version.plan,
      asOf: model.asOf, sentOn, sentBy, sentTo, engineVersion: session.ports.version, frozen,
    }));
    return { change, value: { id: value } };
  },

  'document.compare': (session, asked) => {
    const before = versionOf(session, asked, asked.before, 'before');
    const after = versionOf(session, asked, asked.after, 'after');
    const years = yearDifferences(before.years, after.years);
    const sections = changedSections(before.model, after.model);
    return { before: before.name, after: after.name, sentence: comparisonSentence({ before: before.name, after: after.name }, years, sections), years, sections };
  },
} satisfies Pick<Handlers, 'document.list' | 'document.send' | 'document.compare'>;
