import { chosenName, decided } from '../../analysis/decisions/log.ts';
import { REVIEW_WORDS, reviewOf } from '../../analysis/decisions/review.ts';
import { isReplaced } from '../../analysis/decisions/rules.ts';
import { decisionsSentence } from '../../analysis/decisions/sentence.ts';
import { decisionRef } from '../../analysis/needs/refs.ts';
import { DECISION_CHOICE_WORDS } from '../../analysis/vocabulary.ts';
import { formatDate } from '../../calendar.ts';
import { formatCount } from '../../money.ts';
import { reasonWords, startLower } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, type DocumentBlock, type DocumentTable } from '../model.ts';
import { tableRow, wordsColumn } from '../tables.ts';

/** Decisions listed, the newest. */
const MOST_DECISIONS = 60;

/** What was decided, by whom and why. */
export const decisionsAnnex = (facts: DocumentFacts): DraftSection => ({
  key: 'decision_log', title: 'Log of decisions', annex: true, landscape: true, blocks: [lead(...decisionsSentence(facts.plan.analysis, facts.forecast.asOf).parts), ...decisionLog(facts)],
});

/** The decisions that were made, newest first, each with its reason; nothing where none was. */
export function decisionLog({ plan: { analysis }, forecast: { asOf } }: Pick<DocumentFacts, 'plan' | 'forecast'>): readonly DocumentBlock[] {
  const made = decided(analysis);
  if (made.length === 0) return [];
  const rows = made.slice(0, MOST_DECISIONS).map((decision): DocumentTable['rows'][number] => {
    const { number, decidedOn, title, choice, because, decider } = decision;
    const chosen = chosenName(analysis, decision);
    const replaced = isReplaced(analysis.decisions, decision.id) ? ' Another decision has taken its place since.' : '';
    const { kind, on } = reviewOf(decision, analysis.decisions, asOf);
    return tableRow('body', 
      decisionRef(number), formatDate(decidedOn), title, `${DECISION_CHOICE_WORDS[choice]}${chosen === null ? '' : `: ${startLower(chosen)}`}.${replaced}`, because === null ? 'No reason was given.' : `${reasonWords(because)}.`,
      decider, `${REVIEW_WORDS[kind]}${on === null ? '' : `, ${formatDate(on)}`}`,
    );
  });
  return [{
    kind: 'table', caption: 'Decisions made, the newest first', note: made.length > MOST_DECISIONS ? `The newest ${MOST_DECISIONS} of ${formatCount(made.length)}. All of them stand in the log of decisions as Excel.` : null,
    columns: [wordsColumn('No.', 0.7), wordsColumn('Decided', 1.2), wordsColumn('What', 2.6), wordsColumn('Choice', 2.4), wordsColumn('Because', 3), wordsColumn('Who', 1.5), wordsColumn('Looked at again', 1.6)],
    rows,
  }];
}
