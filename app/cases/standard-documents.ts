import { answersOf, byStandard } from '../../planning/analysis/standards/answers.ts';
import { linkedNeeds } from '../../planning/analysis/standards/linked-needs.ts';
import { roadAhead } from '../../planning/analysis/standards/road.ts';
import { answerWords, closingWords, needWords } from '../../planning/analysis/standards/road-words.ts';
import { roadSentence, standardsSentence } from '../../planning/analysis/standards/sentences.ts';
import { forecast } from '../../planning/forecast.ts';
import { standardsTable } from '../documents/standards-table.ts';
import { tableFile } from '../documents/table-document.ts';
import type { Handlers } from '../handlers.ts';
import { factsUnder, optionsOf } from './forecast-view.ts';
import { lastChanges } from './standard-history.ts';

export const standardDocumentHandlers = {
  'standard.report': (session, view) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const result = forecast(snapshot, optionsOf(session, view));
    const records = lastChanges(session.plan());
    const answers = answersOf(snapshot, result, records);
    const needs = linkedNeeds(snapshot, result);
    const road = roadAhead(snapshot, result, records);
    return {
      asOf: result.asOf, sentence: standardsSentence(answers).text,
      standards: byStandard(answers).map(({ name, tier, target, standing, counts, answered }) => ({
        name, tier, target, standing, counts, requirements: answered.map((each) => ({
          id: each.requirement.id, ref: each.requirement.ref, requirement: each.requirement.requirement, standing: each.standing, by: each.by, says: answerWords(each),
          overruled: each.overruled, ownerRole: each.requirement.ownerRole, nextReview: each.requirement.nextReview, late: each.late,
          needs: (needs.get(each.requirement.id) ?? []).map(needWords),
        })),
      })),
      road: {
        sentence: roadSentence(road).text, deadline: road.deadline?.day ?? null, today: road.today, years: road.years.map(({ label, end, counts }) => ({ label, end, counts })),
        agreedPence: [...road.cost.agreedByYear], openPence: [...road.cost.openByYear], refreshPence: [...road.cost.refreshByYear],
        gaps: road.gaps.map((row) => ({ ref: row.answered.requirement.ref, closes: closingWords(row, road.years), inTime: row.inTime })),
      },
    };
  },

  'documents.standards': (session, view) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const result = forecast(snapshot, optionsOf(session, view));
    const answers = answersOf(snapshot, result, lastChanges(session.plan()));
    return tableFile('csv', standardsTable(snapshot.school.name, result.asOf, answers, linkedNeeds(snapshot, result)));
  },
} satisfies Pick<Handlers, 'standard.report' | 'documents.standards'>;
