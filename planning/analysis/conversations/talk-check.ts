import type { Problem } from '../../budget/approval.ts';
import { formatLongDate } from '../../calendar.ts';
import type { IsoDate } from '../../vocabulary.ts';

/** Why a conversation cannot be written down for a day; null where it can. A round counts whom has been heard, and nobody has been tomorrow. */
export const heldProblem = (heldOn: IsoDate, today: IsoDate): Problem<'heldOn'> | null => (heldOn > today
  ? { field: 'heldOn', text: `${formatLongDate(heldOn)} is still to come. Give the day on which it was held, ${formatLongDate(today)} or earlier.` } : null);
