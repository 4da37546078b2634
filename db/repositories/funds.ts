import { asc } from 'drizzle-orm';
import { fundNamed, type Fund } from '../../planning/budget/fund.ts';
import type { Reader } from '../connection.ts';
import { funds } from '../schema/lookups.ts';

/** In the order of lists: the shipped funds first, then the school's own as they came. What is empty is as it comes with the kind. */
export function listFunds(reader: Reader): readonly Fund[] {
  return reader.select().from(funds).orderBy(asc(funds.id)).all().map((row): Fund => {
    const shipped = fundNamed([], row.kind ?? row.key);
    return {
      key: row.key, kind: shipped.kind, name: row.name ?? shipped.name, paysFor: row.paysFor ?? shipped.paysFor,
      excludes: row.excludes ?? shipped.excludes, condition: row.condition ?? shipped.condition, endsOn: row.endsOn,
      stopsAtAllocation: row.stopsAtAllocation ?? shipped.stopsAtAllocation, leftOver: row.leftOver ?? shipped.leftOver,
      leftOverNote: row.leftOverNote ?? shipped.leftOverNote, shownTo: row.shownTo ?? shipped.shownTo,
      usual: row.usual ?? (row.kind === null && shipped.usual),
    };
  });
}
