import { toDecide } from '../../analysis/decisions/log.ts';
import { decisionsSentence } from '../../analysis/decisions/sentence.ts';
import type { Draft, DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead } from '../model.ts';
import { decisionLog } from '../strategy/decisions-annex.ts';
import { choicesTable } from '../strategy/decisions-wanted.ts';
import { movesSection } from './moves.ts';

/** Decisions that wait, listed with their choices; the rest stand in the file. */
const MOST_WAITING = 30;

/** The log of decisions and the moves of money that carry them out: what the business manager files. */
export function composeDecisions(facts: DocumentFacts): Draft {
  return {
    layout: 'paper', title: 'Virements and decisions', opening: decisionsSentence(facts.plan.analysis, facts.forecast.asOf).parts, numbered: true,
    sections: [waitingSection(facts), movesSection(facts), madeSection(facts)],
  };
}

function waitingSection(facts: DocumentFacts): DraftSection {
  const waiting = toDecide(facts.plan.analysis);
  return {
    key: 'waiting', title: 'What waits to be decided',
    blocks: waiting.length === 0 ? [lead('Nothing waits to be decided.')] : [lead('What waits to be decided, the soonest first, with what there is to choose between.'), choicesTable(facts, waiting, MOST_WAITING)],
  };
}

function madeSection(facts: DocumentFacts): DraftSection {
  const log = decisionLog(facts);
  return { key: 'decided', title: 'What was decided', landscape: true, blocks: log.length === 0 ? [lead('Nothing has been decided yet.')] : [lead('What was decided, the newest first, and why.'), ...log] };
}
