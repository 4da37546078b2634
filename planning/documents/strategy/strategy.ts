import { reserveCourse } from '../../budget/reserve.ts';
import type { Draft } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { assumptionsAnnex } from './assumptions-annex.ts';
import { costSection } from './costs.ts';
import { decisionsAnnex } from './decisions-annex.ts';
import { decisionsSection } from './decisions-wanted.ts';
import { moneySentence } from './money-lead.ts';
import { risksSection } from './risks.ts';
import { scheduleAnnex } from './schedule-annex.ts';
import { spanOf } from './span.ts';
import { yearsSection } from './years.ts';

/** The ICT strategy: what the leadership team and governors read. */
export function composeStrategy(facts: DocumentFacts): Draft {
  const { snapshot, forecast } = facts;
  return {
    layout: 'report', title: `ICT strategy ${spanOf(facts)}`, opening: moneySentence(snapshot, forecast, reserveCourse(snapshot, forecast)).parts, numbered: true,
    sections: [
      yearsSection(facts),
      costSection(facts),
      risksSection(facts),
      decisionsSection(facts),
      scheduleAnnex(facts),
      assumptionsAnnex(facts),
      decisionsAnnex(facts),
    ],
  };
}
