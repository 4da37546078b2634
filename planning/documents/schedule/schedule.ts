import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeSchedule(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'Refresh schedule', opening: [], numbered: false, sections: [costSection(facts)] };
}
