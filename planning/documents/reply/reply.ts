import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeReply(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'Reply to a request', opening: [], numbered: false, sections: [costSection(facts)] };
}
