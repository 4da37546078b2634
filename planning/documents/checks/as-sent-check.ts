import { composeDocument } from '../compose.ts';
import type { DocumentFacts } from '../facts.ts';
import type { DocumentModel } from '../model.ts';
import type { DocumentCheck } from './check.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** As JSON with the fields of every part by name: what comes back from a plan file has them in an order of its own. */
const inOrder = (model: DocumentModel): string =>
  JSON.stringify(model, (_, part: unknown) => (isRecord(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part));

/** A document that was sent, made again of the facts kept with it: the same to the letter, or this Kitplan would write it otherwise. */
export function asSentCheck(facts: DocumentFacts, model: DocumentModel): DocumentCheck | null {
  if (model.version.state !== 'sent') return null;
  const ok = inOrder(composeDocument(facts)) === inOrder(model);
  return {
    kind: 'as_sent', ok, links: [],
    text: ok ? 'Made again of the figures kept with it, it is the same to the letter' : 'This Kitplan would write it otherwise; you see it as it was sent',
  };
}
