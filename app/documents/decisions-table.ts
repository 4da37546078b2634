import type { Decision } from '../../planning/analysis/facts.ts';
import { amountOf, weighedNow } from '../../planning/analysis/decisions/amount.ts';
import { chosenName } from '../../planning/analysis/decisions/log.ts';
import { REVIEW_WORDS, reviewOf, toldOf } from '../../planning/analysis/decisions/review.ts';
import { isReplaced } from '../../planning/analysis/decisions/rules.ts';
import { decisionRef, needRef } from '../../planning/analysis/needs/refs.ts';
import { DECISION_CHOICE_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import type { Forecast } from '../../planning/result.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { TableColumn, TableDocument, TableValue } from './table-document.ts';

const COLUMNS: readonly TableColumn[] = [
  { heading: 'Number', kind: 'text', width: 8 }, { heading: 'State', kind: 'text', width: 12 }, { heading: 'To decide by', kind: 'date', width: 13 },
  { heading: 'Decided', kind: 'date', width: 13 }, { heading: 'What', kind: 'text', width: 40 }, { heading: 'Choice', kind: 'text', width: 18 },
  { heading: 'Option', kind: 'text', width: 30 }, { heading: 'Because', kind: 'text', width: 40 }, { heading: 'If not', kind: 'text', width: 30 },
  { heading: 'Conditions', kind: 'text', width: 24 }, { heading: 'Workaround', kind: 'text', width: 30 }, { heading: 'Who', kind: 'text', width: 20 },
  { heading: 'Who asked or preferred something else', kind: 'text', width: 30 }, { heading: 'Need', kind: 'text', width: 8 }, { heading: 'Need, name', kind: 'text', width: 28 },
  { heading: 'All years, net', kind: 'money', width: 14 }, { heading: 'Review', kind: 'date', width: 13 }, { heading: 'State of review', kind: 'text', width: 18 },
  { heading: 'How it went', kind: 'text', width: 34 }, { heading: 'Told', kind: 'count', width: 7 }, { heading: 'To be told', kind: 'count', width: 9 },
  { heading: 'Not told yet', kind: 'text', width: 30 }, { heading: 'Takes the place of', kind: 'text', width: 12 },
];

/** The log of decisions: what waits first, then what was decided, newest first, each with its reasons, its review and who has been told. */
export function decisionsTable(snapshot: PlanSnapshot, forecast: Forecast, decisions: readonly Decision[]): TableDocument {
  const all = snapshot.analysis.decisions;
  const refOf = (id: number | null): string | null => {
    const found = all.find((each) => each.id === id);
    return found === undefined ? null : decisionRef(found.number);
  };
  const rowOf = (decision: Decision): TableValue[] => {
    const need = snapshot.analysis.needs.find(({ id }) => id === decision.needId);
    const weighed = weighedNow(snapshot, forecast, decision);
    const review = reviewOf(decision, all, forecast.asOf);
    const { told, all: listed } = toldOf(decision);
    const untold = decision.tellings.filter(({ toldOn }) => toldOn === null)
      .map(({ role, dueOn }) => (dueOn === null ? role : `${role} (by ${formatDate(dueOn)})`)).join('; ');
    return [
      decisionRef(decision.number), decision.choice === null ? 'Waiting' : isReplaced(all, decision.id) ? 'Replaced' : 'Decided', decision.decideBy, decision.decidedOn,
      decision.title, decision.choice === null ? null : DECISION_CHOICE_WORDS[decision.choice], weighed.find(({ chosen }) => chosen)?.name ?? chosenName(snapshot.analysis, decision),
      decision.because, decision.ifNot, decision.conditions, decision.workaround, decision.decider, decision.whoNote,
      need === undefined ? null : needRef(need.number), need?.name ?? null, amountOf(weighed)?.pence ?? null, decision.reviewOn,
      decision.choice === null ? null : REVIEW_WORDS[review.kind], decision.outcome, told, listed, untold === '' ? null : untold, refOf(decision.replacesId),
    ];
  };
  return {
    title: 'Decisions', sheet: 'Decisions', school: snapshot.school.name, asOf: forecast.asOf, columns: COLUMNS, rows: decisions.map(rowOf),
  };
}
