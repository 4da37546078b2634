import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeDisposals(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'Disposal register', opening: [], numbered: false, sections: [costSection(facts)] };
}
