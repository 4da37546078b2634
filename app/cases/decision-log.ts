import { amountOf, weighedNow } from '../../planning/analysis/decisions/amount.ts';
import { filteredLog, isFiltered, toDecide, type LogFilter, type MadeDecision } from '../../planning/analysis/decisions/log.ts';
import { REVIEW_WORDS, reviewOf, toldOf } from '../../planning/analysis/decisions/review.ts';
import { choiceInSentence } from '../../planning/analysis/decisions/rules.ts';
import { decisionsSentence } from '../../planning/analysis/decisions/sentence.ts';
import { reallocations, storyTotal } from '../../planning/analysis/decisions/story.ts';
import { decisionRef } from '../../planning/analysis/needs/refs.ts';
import { placeName } from '../../planning/budget/place-name.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Forecast } from '../../planning/result.ts';
import type { Parsed } from '../contract/contract.ts';
import { decisionsTable } from '../documents/decisions-table.ts';
import { tableFile } from '../documents/table-document.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';

type Asked = Parsed<'decision.report'>;

/** The plan's own figures, and the decisions that the filter lets through. */
function looked(session: Session, { asOf, text, choice, decider, year, review, told }: Asked): { readonly result: Forecast; readonly made: readonly MadeDecision[]; readonly filter: LogFilter } {
  const snapshot = session.snapshot();
  const result = forecast(snapshot, { asOf: asOf ?? session.today() });
  const filter: LogFilter = { text, choice, decider, year, review, told };
  return { result, filter, made: filteredLog(snapshot.analysis, filter, { asOf: result.asOf, startMonth: snapshot.school.yearStartMonth }) };
}

export const decisionLogHandlers = {
  'decision.report': (session, asked) => {
    const snapshot = session.snapshot();
    const { result, made } = looked(session, asked);
    const { analysis } = snapshot;
    const open = result.years[0]?.year ?? 0;
    return {
      asOf: result.asOf, sentence: decisionsSentence(analysis, result.asOf).text,
      waiting: toDecide(analysis).map((decision) => {
        const amount = amountOf(weighedNow(snapshot, result, decision));
        return { ref: decisionRef(decision.number), by: decision.decideBy, title: decision.title, decider: decision.decider, pence: amount?.pence ?? null, isMost: amount?.isMost ?? false };
      }),
      decided: made.map((decision) => {
        const { kind, on } = reviewOf(decision, analysis.decisions, result.asOf);
        const { told, all } = toldOf(decision);
        const { number, decidedOn, title, choice, because, decider } = decision;
        return { ref: decisionRef(number), on: decidedOn, title, choice, choiceWords: choiceInSentence(choice), because, decider, review: kind, reviewWords: REVIEW_WORDS[kind], reviewOn: on, told, toBeTold: all };
      }),
      moves: reallocations(snapshot, open, result.asOf).map(({ virement, agreedOn, takenFrom, reason, decision, how }) => ({
        on: agreedOn, pence: virement.pence, from: takenFrom, to: placeName(snapshot, virement.to, open), reason, decision: decision === null ? null : decisionRef(decision.number), how: how.text,
      })),
      movesSentence: storyTotal(snapshot, open).sentence,
    };
  },

  'documents.decisions': async (session, { format, ...asked }) => {
    const snapshot = session.snapshot();
    const { result, made, filter } = looked(session, asked);
    return tableFile(format, decisionsTable(snapshot, result, isFiltered(filter) ? made : [...toDecide(snapshot.analysis), ...made]));
  },
} satisfies Pick<Handlers, 'decision.report' | 'documents.decisions'>;
