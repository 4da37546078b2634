import { z } from 'zod';
import { command } from './entry.ts';
import { id, isoDate, shortText } from './fields.ts';

/** When nobody is taught: kit is put in then. A school year without any is shown with the usual days, as a guess. */

const fields = { name: shortText, firstDay: isoDate, lastDay: isoDate };

export const holidayEntries = {
  'holiday.enter': command({
    about: 'Enter school holidays, with their first and last day. One that is there already is not entered twice.',
    input: { holidays: z.array(z.strictObject(fields)).min(1, 'At least one holiday.').max(120, 'At most 120 holidays at a time.') },
    value: z.object({ ids: z.array(id) }),
    example: { holidays: [{ name: 'Autumn half term', firstDay: '2026-10-26', lastDay: '2026-10-30' }, { name: 'Christmas holiday', firstDay: '2026-12-21', lastDay: '2027-01-01' }] },
  }),
  'holiday.edit': command({
    about: 'Change the name or the days of a school holiday.',
    input: { id, set: z.strictObject({ name: shortText.exactOptional(), firstDay: isoDate.exactOptional(), lastDay: isoDate.exactOptional() }) },
    value: z.null(), example: { id: 1, set: { lastDay: '2026-11-03' } },
  }),
  'holiday.remove': command({
    about: 'Take school holidays out.',
    input: { ids: z.array(id).min(1, 'At least one holiday.').max(1_000, 'At most 1,000 holidays at a time.') },
    value: z.object({ removed: z.int() }), example: { ids: [1] },
  }),
};
