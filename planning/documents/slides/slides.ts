import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeSlides(facts: DocumentFacts): Draft {
  return { layout: 'slides', title: 'ICT plan: briefing', opening: [], numbered: false, sections: [costSection(facts)] };
}
