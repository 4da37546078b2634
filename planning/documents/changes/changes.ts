import { startLower } from '../../words.ts';
import { yearCosts, yearDifferences, changedCostWords } from '../compare/year-costs.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts, Earlier } from '../facts.ts';
import { wordsUsed } from '../glossary.ts';
import { paragraph, words } from '../model.ts';
import { decidedSection, doneSection, rulesSection } from './done-since.ts';
import { kitSection } from './kit-since.ts';
import { costsSection, plannedSection } from './money-since.ts';

/** What has changed since a document was sent or a way forward was published: in money, in what is planned, in kit, and in what was decided. */
export function composeChanges(facts: DocumentFacts): Draft {
  const { earlier } = facts;
  const draft = { layout: 'paper', title: 'What has changed', numbered: true } as const;
  if (earlier === null) return { ...draft, opening: words('There is nothing yet to compare the plan with.'), sections: [{ key: 'none', title: 'Nothing was kept yet', blocks: [paragraph(NOTHING_KEPT)] }] };
  const sections = [
    costsSection(facts, earlier), plannedSection(facts, earlier), kitSection(facts, earlier), rulesSection(facts, earlier),
    decidedSection(facts, earlier), doneSection(facts),
  ].filter((section) => section !== null);
  return { ...draft, opening: words(openingOf(facts, earlier)), sections: [...sections, ...wordsUsed(sections, facts)] };
}

const NOTHING_KEPT = 'When a document is sent, or a scenario is published, its figures are kept. From then on this paper says what has changed since.';

/** `Since version 1 of the ICT strategy was sent to the Finance committee on 4 November 2026: the plan costs £5,118 less than then over five years.` */
const openingOf = ({ forecast }: DocumentFacts, { name, forecast: then }: Earlier): string =>
  `Since ${name}: ${startLower(changedCostWords('the plan', 'then', yearDifferences(yearCosts(then), yearCosts(forecast))))}`;
