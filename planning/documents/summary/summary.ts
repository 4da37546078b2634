import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeSummary(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'ICT plan on one page', opening: [], numbered: false, sections: [costSection(facts)] };
}
