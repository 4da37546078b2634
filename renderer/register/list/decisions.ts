import type { ExpiryDecision } from '../../../planning/vocabulary.ts';

/** What can be decided about an agreement that ends. */
export const AGREEMENT_DECISIONS: readonly ExpiryDecision[] = ['renew', 'cancel', 'replace'];
export const LET_IT_END = 'What is let end renews no more and is charged until then.';
