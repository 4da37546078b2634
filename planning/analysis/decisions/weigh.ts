import type { Forecast } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { WeighedOption } from '../facts.ts';
import type { Need, NeedOption } from '../need-facts.ts';
import { optionFigures } from '../needs/option-figures.ts';
import { MEETS_WORDS } from '../vocabulary.ts';

export type Weighed = Omit<WeighedOption, 'id' | 'position'>;

/** What follows from an option, as its need says it. */
export const followsOf = ({ meets, meetsWords }: Pick<NeedOption, 'meets' | 'meetsWords'>): string | null =>
  meetsWords ?? (meets === null ? null : MEETS_WORDS[meets]);

/**
 * The options of a need as they are weighed on a day, with what each costs in the plan's years, net, given the decisions of the
 * snapshot: a pilot costs nothing after its end. An option with a cost that nobody knows has no figure: it would look cheaper
 * than it is.
 */
export const weighOptions = (snapshot: PlanSnapshot, forecast: Forecast, need: Need, chosenId: number | null): Weighed[] =>
  need.options.map((option) => {
    const { totalPence, unpriced } = optionFigures(snapshot, forecast, need, option);
    return { name: option.name, pence: unpriced > 0 ? null : totalPence, follows: followsOf(option), chosen: option.id === chosenId };
  });
