import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeDecisions(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'Virements and decisions', opening: [], numbered: false, sections: [costSection(facts)] };
}
