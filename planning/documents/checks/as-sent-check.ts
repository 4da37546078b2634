import { composeDocument } from '../compose.ts';
import type { DocumentFacts } from '../facts.ts';
import type { DocumentModel } from '../model.ts';
import type { DocumentCheck } from './check.ts';

/** A document that was sent, made again of the facts kept with it: the same to the letter, or this Kitplan would write it otherwise. */
export function asSentCheck(facts: DocumentFacts, model: DocumentModel): DocumentCheck | null {
  if (model.version.state !== 'sent') return null;
  const ok = JSON.stringify(composeDocument(facts)) === JSON.stringify(model);
  return {
    kind: 'as_sent', ok, links: [],
    text: ok ? 'Made again of the figures kept with it, it is the same to the letter' : 'This Kitplan would write it otherwise; you see it as it was sent',
  };
}
