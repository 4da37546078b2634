import { eq } from 'drizzle-orm';
import type { KindUpkeep } from '../../planning/budget/finance.ts';
import type { Writer } from '../connection.ts';
import { kindUpkeep } from '../schema/finance.ts';

/** What a kind of kit takes while it is used; a kind of which nothing is said any more has no row. */
export function setKindUpkeep(writer: Writer, { categoryKey, ...said }: KindUpkeep): void {
  const entry = eq(kindUpkeep.categoryKey, categoryKey);
  if (Object.values(said).every((value) => value === null)) {
    writer.delete(kindUpkeep).where(entry).run();
    return;
  }
  writer.insert(kindUpkeep).values({ categoryKey, ...said }).onConflictDoUpdate({ target: kindUpkeep.categoryKey, set: said }).run();
}
