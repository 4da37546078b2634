import { unfundedCosts } from '../../budget/sustainability.ts';
import { formatPounds, sumOf } from '../../money.ts';
import type { Forecast } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { listOf } from '../../words.ts';
import type { Need, NeedOption } from '../need-facts.ts';

/**
 * What is known of the money for an option after its first year: what people have said, and, once it is in the plan, what the
 * funds say. Null where it costs nothing more and nobody has said anything.
 */
export function laterYearsSentence(snapshot: PlanSnapshot, forecast: Forecast, need: Pick<Need, 'id'>, option: NeedOption): string | null {
  const yearly = option.costs.filter(({ standing, yearlyPence }) => standing === 'adds' && yearlyPence > 0);
  const said = option.laterYears === null ? null : option.laterYears === 'funded' ? 'Years 2 to 5 are said to be funded' : 'Years 2 to 5 are said not to be funded';
  if (yearly.length === 0) return said === null ? null : `${said}; it costs nothing more after it is bought.`;
  const found = foundByFunds(snapshot, forecast, need, option);
  return said === null ? `Nobody has said whether years 2 to 5 are funded; ${found}.` : `${said}; ${found}.`;
}

function foundByFunds(snapshot: PlanSnapshot, forecast: Forecast, need: Pick<Need, 'id'>, option: NeedOption): string {
  const included = new Set(snapshot.needs.filter((each) => each.included && each.id === need.id).map(({ costId }) => costId));
  if (!option.costs.some(({ id }) => included.has(id))) {
    const nameless = option.costs.filter(({ standing, yearlyPence, fundKey }) => standing === 'adds' && yearlyPence > 0 && fundKey === null).map(({ name }) => name);
    return nameless.length === 0 ? 'every yearly cost names the fund that pays' : `no fund is named for ${listOf(nameless)}`;
  }
  const unfunded = unfundedCosts(snapshot, forecast).filter(({ key }) => key.startsWith(`running need ${need.id} `));
  const pence = sumOf(unfunded.map((each) => sumOf(each.pence)));
  return unfunded.length === 0 ? 'the plan finds a fund for each of them' : `the plan finds no fund for ${formatPounds(pence)} of them`;
}
