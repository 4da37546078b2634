import { overviewSentence } from '../../sentences.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costSection } from './costs.ts';

/** The ICT strategy: what the leadership team and governors read. */
export function composeStrategy(facts: DocumentFacts): Draft {
  const { snapshot, forecast } = facts;
  return {
    layout: 'report', title: `ICT strategy ${spanOf(facts)}`, opening: overviewSentence(snapshot, forecast).parts, numbered: true,
    sections: [costSection(facts)],
  };
}

/** `2026 to 2031`: from the first day of the plan to the last. */
export function spanOf({ forecast: { years } }: DocumentFacts): string {
  const [first] = years;
  return `${first?.start.slice(0, 4) ?? ''} to ${years.at(-1)?.end.slice(0, 4) ?? ''}`;
}
