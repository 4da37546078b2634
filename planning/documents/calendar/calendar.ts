import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeCalendar(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'Warranty and renewals calendar', opening: [], numbered: false, sections: [costSection(facts)] };
}
