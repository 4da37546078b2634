import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from '../strategy/costs.ts';

export function composeWorkbook(facts: DocumentFacts): Draft {
  return { layout: 'paper', title: 'Budget workbook', opening: [], numbered: false, sections: [costSection(facts)] };
}
