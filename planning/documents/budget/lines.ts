import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeLines(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'Budget lines', opening: [], numbered: false, sections: [costSection(facts)] };
}
