import type { DocumentFacts } from '../facts.ts';
import type { DocumentKind } from '../kinds.ts';
import type { DocumentModel } from '../model.ts';
import type { CheckKind, DocumentCheck } from './check.ts';
import { asSentCheck } from './as-sent-check.ts';
import { decisionsCheck, meetingCheck, reasonsCheck } from './asked-checks.ts';
import { budgetCheck, leftOutCheck, oldPricesCheck, unpricedCheck } from './figure-checks.ts';
import { totalsCheck } from './totals-check.ts';
import { wordsCheck } from './words-check.ts';

/** One look at a document; null where there is nothing in it to look at. */
type Look = (facts: DocumentFacts, model: DocumentModel) => DocumentCheck | null;

const LOOKS: Readonly<Record<CheckKind, Look>> = {
  as_sent: asSentCheck, totals: totalsCheck, reasons: reasonsCheck, words: wordsCheck, left_out: leftOutCheck, unpriced: unpricedCheck,
  old_prices: oldPricesCheck, budget: budgetCheck, decisions: decisionsCheck, meeting: meetingCheck,
};

const FIGURES = ['totals', 'left_out', 'unpriced', 'old_prices', 'budget'] as const satisfies readonly CheckKind[];
const PAPER = ['as_sent', ...FIGURES, 'reasons', 'words', 'decisions', 'meeting'] as const satisfies readonly CheckKind[];

/** What is looked at in each kind: a list of disposals asks for no decision, and a calendar has no totals. */
const CHECKS_OF: Readonly<Record<DocumentKind, readonly CheckKind[]>> = {
  strategy: PAPER, summary: PAPER, slides: PAPER,
  annex: ['as_sent', 'left_out', 'unpriced', 'old_prices', 'words', 'meeting'],
  workbook: ['as_sent', ...FIGURES, 'reasons'], lines: ['as_sent', ...FIGURES, 'reasons'],
  decisions: ['as_sent', 'words'], reply: ['as_sent', 'words'],
  changes: ['as_sent', ...FIGURES, 'reasons', 'words', 'meeting'],
  schedule: ['as_sent', 'left_out', 'unpriced', 'old_prices', 'reasons'],
  calendar: ['as_sent', 'left_out'], disposals: ['as_sent'],
};

/** Everything that is looked at before a document goes out: what is well first, then what wants somebody's eye. */
export function documentChecks(facts: DocumentFacts, model: DocumentModel): DocumentCheck[] {
  const found = CHECKS_OF[model.kind].flatMap((kind) => LOOKS[kind](facts, model) ?? []);
  return [...found.filter(({ ok }) => ok), ...found.filter(({ ok }) => !ok)];
}
