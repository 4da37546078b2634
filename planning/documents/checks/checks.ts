import type { DocumentFacts } from '../facts.ts';
import type { DocumentModel } from '../model.ts';
import type { DocumentCheck } from './check.ts';
import { wordsCheck } from './words-check.ts';

/** Everything that is looked at before a document goes out, what wants somebody's eye after what is well. */
export function documentChecks(facts: DocumentFacts, model: DocumentModel): DocumentCheck[] {
  const found = [wordsCheck(facts, model)].filter((check) => check !== null);
  return [...found.filter(({ ok }) => ok), ...found.filter(({ ok }) => !ok)];
}
