import { listSentDocuments, readSentDocument } from '../../db/repositories/documents.ts';
import { readVersion } from '../../db/repositories/scenarios.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import type { DocumentFacts, Earlier } from '../../planning/documents/facts.ts';
import { forecast } from '../../planning/forecast.ts';
import { ROLE_WORDS } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import { thawFacts } from '../frozen-document.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { thaw } from './published.ts';
import { requireScenario } from './scenario-state.ts';

type Asked = Pick<Parsed<'document.show'>, 'sinceId' | 'sinceScenarioId'>;
type Since = Pick<DocumentFacts, 'earlier' | 'history'>;

/** What a paper on what has changed starts from: what is named, else the newest document sent, else the newest way forward published; nothing where there is none. */
export function sinceNamed(session: Session, { sinceId, sinceScenarioId }: Asked): Asked {
  if (sinceScenarioId !== undefined) return { sinceScenarioId };
  const id = sinceId ?? listSentDocuments(session.plan().reader)[0]?.id;
  if (id !== undefined) return { sinceId: id };
  const [newest] = session.snapshot().scenarios.filter(({ published }) => published !== null)
    .toSorted((a, b) => ((a.published?.publishedAt ?? '') < (b.published?.publishedAt ?? '') ? 1 : -1));
  return newest === undefined ? {} : { sinceScenarioId: newest.id };
}

/**
 * The facts that such a paper starts from, with what was done to the plan since.
 * @throws Refusal `not_found` where what is named is not there or was not published, `plan_file` where it cannot be read
 */
export function sinceFacts(session: Session, asked: Asked): Since {
  const { sinceId, sinceScenarioId } = sinceNamed(session, asked);
  if (sinceScenarioId !== undefined) return sincePublished(session, sinceScenarioId);
  return sinceId === undefined ? { earlier: null, history: [] } : sinceSent(session, sinceId);
}

function sinceSent(session: Session, id: number): Since {
  const sent = readSentDocument(session.plan().reader, id);
  if (sent === undefined) throw new Refusal('not_found', `Nothing that was sent has the number ${id}.`, { field: 'sinceId' });
  const { snapshot, forecast: then } = thawFacts(sent);
  const earlier: Earlier = { name: `version ${sent.number} of ${sent.title}${sent.scenarioName === 'The plan' ? '' : ` (${sent.scenarioName})`} was sent to ${sent.sentTo} on ${formatLongDate(sent.sentOn)}`, snapshot, forecast: then };
  // The version of a plan is one more than the number of its last change, and keeping the document was a change too.
  return { earlier, history: doneSince(session, (change) => change.id > sent.planVersion) };
}

function sincePublished(session: Session, scenarioId: number): Since {
  const { name } = requireScenario(session, scenarioId, 'sinceScenarioId');
  const version = readVersion(session.plan().reader, scenarioId);
  if (version === undefined) throw new Refusal('not_found', `${name} has not been published.`, { field: 'sinceScenarioId' });
  const { snapshot, publishedAt, asOf } = thaw(version, name);
  const earlier: Earlier = { name: `${name} was published on ${formatLongDate(publishedAt.slice(0, 10))}`, snapshot, forecast: forecast(snapshot, { asOf }) };
  return { earlier, history: doneSince(session, ({ at }) => at > publishedAt) };
}

/** Longer histories are counted up to here: a paper is no log. */
const MOST_CHANGES = 1_000;

/**
 * What was done since and not taken back, oldest first; taking back what was done before counts as well. That a document was
 * kept changes nothing of the plan.
 */
function doneSince(session: Session, isSince: (change: { readonly id: number; readonly at: string }) => boolean): DocumentFacts['history'] {
  const since = session.plan().history({ limit: MOST_CHANGES }).filter(isSince);
  const ids = new Set(since.map(({ id }) => id));
  return since.filter(({ kind, undoes, undoneBy, tables }) =>
    undoneBy === null && (kind !== 'undo' || (undoes !== null && !ids.has(undoes))) && !tables.every((table) => ABOUT_DOCUMENTS.has(table)))
    .map(({ at, label, role, reason }) => ({ on: at.slice(0, 10), label, role: ROLE_WORDS[role], reason })).toReversed();
}

const ABOUT_DOCUMENTS: ReadonlySet<string> = new Set(['sent_documents', 'document_settings', 'document_sections', 'letterheads']);
