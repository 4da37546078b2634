import { z } from 'zod';
import { FUND_EXCLUSIONS, FUND_KINDS, FUND_USES, LEFT_OVERS } from '../../planning/vocabulary.ts';
import { command } from './entry.ts';
import { fundKey, isoDate, shortText } from './fields.ts';

/** Where money comes from, and the rules it comes with. */

const rules = {
  paysFor: z.enum(FUND_USES), excludes: z.array(z.enum(FUND_EXCLUSIONS)).max(FUND_EXCLUSIONS.length).readonly(),
  condition: shortText.nullable(), endsOn: isoDate.nullable(), stopsAtAllocation: z.boolean(), leftOver: z.enum(LEFT_OVERS),
  leftOverNote: shortText.nullable(), shownTo: shortText.nullable(),
};

export const fundEntries = {
  'fund.add': command({
    about: 'Add a fund of the school’s own. A rule that is left out is as it comes with the kind.',
    input: { kind: z.enum(FUND_KINDS, 'A fund is of one of Kitplan’s kinds, such as grant.'), name: shortText, ...z.object(rules).partial().shape },
    value: z.object({ key: fundKey }), example: { kind: 'grant', name: 'Connect the classroom', endsOn: '2028-03-31' },
  }),
  'fund.edit': command({
    about: 'Change the name or the rules of a fund; a field left out stays as it is.',
    input: { key: fundKey, set: z.strictObject({ name: shortText, ...rules }).partial() },
    value: z.null(), example: { key: 'grant', set: { endsOn: '2028-03-31' } },
  }),
  'fund.remove': command({
    about: 'Take a fund of the school’s own out of the plan; what it pays goes to the fund named with `into`. Of one that comes with Kitplan that is all: it stays.',
    input: { key: fundKey, into: fundKey.nullable().default(null) },
    value: z.null(), example: { key: 'grant', into: 'delegated' },
  }),
  'fund.usual': command({
    about: 'Choose the fund that pays for what no fund was named for.',
    input: { key: fundKey }, value: z.null(), example: { key: 'delegated' },
  }),
};
