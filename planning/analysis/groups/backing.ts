import { formatLongDate } from '../../calendar.ts';
import type { PeopleGroup } from '../facts.ts';

/** `Deputy head, since 1 September 2025`; null where nobody of the leadership team backs the group. */
export const backingWords = ({ backerRole, backedOn }: Pick<PeopleGroup, 'backerRole' | 'backedOn'>): string | null =>
  (backerRole === null ? null : `${backerRole}${backedOn === null ? '' : `, since ${formatLongDate(backedOn)}`}`);
