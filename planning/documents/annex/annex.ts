import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeAnnex(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'ICT annex to the development plan', opening: [], numbered: false, sections: [costSection(facts)] };
}
