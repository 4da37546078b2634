import { reserveCourse } from '../../budget/reserve.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { assumptionsAnnex } from './assumptions-annex.ts';
import { wordsUsed } from '../glossary.ts';
import { objectivesAnnex } from './by-objective.ts';
import { contextSection } from './context.ts';
import { costSection } from './costs.ts';
import { decisionsAnnex } from './decisions-annex.ts';
import { decisionsSection } from './decisions-wanted.ts';
import { knowingSection } from './knowing.ts';
import { moneySentence } from './money-lead.ts';
import { needsSection } from './needs.ts';
import { risksSection } from './risks.ts';
import { scheduleAnnex } from './schedule-annex.ts';
import { rolesSection } from './roles.ts';
import { spanOf } from './span.ts';
import { standardsAnnex } from './standards-annex.ts';
import { trainingSection } from './training.ts';
import { whereWeAreSection } from './where-we-are.ts';
import { yearsSection } from './years.ts';

/** The ICT strategy: what the leadership team and governors read. */
export function composeStrategy(facts: DocumentFacts): Draft {
  const { snapshot, forecast } = facts;
  const sections = [
    contextSection(facts),
    whereWeAreSection(facts),
    needsSection(facts),
    yearsSection(facts),
    costSection(facts),
    trainingSection(facts),
    risksSection(facts),
    decisionsSection(facts),
    knowingSection(facts),
    rolesSection(facts),
    objectivesAnnex(facts),
    scheduleAnnex(facts),
    assumptionsAnnex(facts),
    decisionsAnnex(facts),
    standardsAnnex(facts),
  ];
  return {
    layout: 'report', title: `ICT strategy ${spanOf(facts)}`, opening: moneySentence(snapshot, forecast, reserveCourse(snapshot, forecast)).parts, numbered: true,
    sections: [...sections, ...wordsUsed(sections, facts)],
  };
}
