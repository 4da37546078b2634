import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeChanges(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'What has changed', opening: [], numbered: false, sections: [costSection(facts)] };
}
