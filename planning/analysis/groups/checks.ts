import type { Problem } from '../../budget/approval.ts';
import { formatLongDate } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';
import type { GroupIdea, PeopleGroup } from '../facts.ts';

/** Why an idea cannot be written down so; null where it can. Whoever had a declined one is owed a reason. */
export function ideaProblem({ raisedOn, fate, because }: Pick<GroupIdea, 'raisedOn' | 'fate' | 'because'>, today: IsoDate): Problem<'raisedOn' | 'because'> | null {
  if (raisedOn > today) return { field: 'raisedOn', text: `${formatLongDate(raisedOn)} is still to come. Give the day on which it was raised.` };
  if (fate === 'declined' && because === null) return { field: 'because', text: 'Say why it was declined: whoever had the idea is owed a reason.' };
  return null;
}

/** Why the leadership's backing cannot be written down so; null where it can. */
export function backingProblem({ backerRole, backedOn }: Pick<PeopleGroup, 'backerRole' | 'backedOn'>, today: IsoDate): Problem<'backerRole' | 'backedOn'> | null {
  if (backedOn !== null && backerRole === null) return { field: 'backerRole', text: 'Say who of the leadership team backs it, as a role such as Deputy head.' };
  if (backedOn !== null && backedOn > today) return { field: 'backedOn', text: `${formatLongDate(backedOn)} is still to come. Give the day since when it has been backed.` };
  return null;
}
