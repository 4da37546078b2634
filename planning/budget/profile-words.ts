import type { ThresholdBasis } from '../vocabulary.ts';

const BASIS_WORDS: Readonly<Record<ThresholdBasis, string>> = { item: 'for one item', order: 'for one order', ask: 'for one order, asked each time,' };

/** What a threshold is held against, after an amount: `£10,000 or more for one item`. */
export const basisWords = (basis: ThresholdBasis): string => BASIS_WORDS[basis];
