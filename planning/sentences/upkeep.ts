import { categoryNamed } from '../categories.ts';
import { formatLongDate } from '../calendar.ts';
import { formatCount, formatRate } from '../money.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { FEWEST_EVENTS, ownRecord, type LossRecord } from '../upkeep/record.ts';
import type { IsoDate } from '../vocabulary.ts';
import { inWords, kitName, startUpper } from '../words.ts';
import { followedBy, say, strong, type Sentence } from './say.ts';

/** How far a record is from what the plan counts with. */
const apart = ({ lossBp, policyBp }: LossRecord): number => Math.abs((lossBp ?? policyBp) - policyBp);

/** What Consumables and losses opens with: how long the record is, and where it differs most from the plan. */
export function upkeepSentence(snapshot: PlanSnapshot, asOf: IsoDate): Sentence {
  const { months, kinds } = ownRecord(snapshot, asOf);
  if (months === null) return say('Nothing bought, used, lost or broken is written down yet.');
  const entries = snapshot.ledger.length;
  const opening = say(`${formatCount(entries)} ${entries === 1 ? 'entry' : 'entries'} since ${formatLongDate(months.since)}.`);
  const known = kinds.filter(({ lossBp }) => lossBp !== null);
  const [furthest] = [...known].sort((a, b) => apart(b) - apart(a));
  if (furthest === undefined) {
    return followedBy(opening, say(`No kind of kit has the ${inWords(FEWEST_EVENTS)} losses or breakages that a rate needs.`));
  }
  if (apart(furthest) === 0) return followedBy(opening, say('What is lost and broken is what the plan counts with.'));
  const kit = startUpper(kitName(categoryNamed(snapshot.categories, furthest.categoryKey), furthest.userGroup, 2));
  const plan = furthest.policyBp === 0 ? 'no losses' : formatRate(furthest.policyBp);
  return followedBy(opening, say(
    `${kit} are lost or broken at `, strong(`${formatRate(furthest.lossBp ?? 0)} a year`), `; the plan counts with ${plan}.`,
  ));
}
