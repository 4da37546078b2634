import type { AnalysisFacts } from '../facts.ts';
import type { Evidence, OptionCost } from '../need-facts.ts';
import { needTitle } from './refs.ts';

/**
 * The needs that name something in their evidence or in what their options cost: "N-01 Music Technology suite". Were it taken
 * from under them they would speak of more than they mean: a cost without its room is about every room.
 */
export const needsNaming = ({ needs }: Pick<AnalysisFacts, 'needs'>, names: (says: Evidence | OptionCost) => boolean): readonly string[] =>
  needs.filter(({ evidence, options }) => evidence.some(names) || options.some(({ costs }) => costs.some(names))).map(needTitle);
