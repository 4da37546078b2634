import { eq } from 'drizzle-orm';
import type { Place, Virement } from '../../planning/budget/finance.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Writer } from '../connection.ts';
import { virements } from '../schema/finance.ts';

/** A virement as it is asked for. */
export type AskedVirement = Omit<Virement, 'id' | 'agreedBy' | 'agreedOn'>;

const fromColumns = ({ fundKey, costCategory, nature }: Place) => ({ fromFundKey: fundKey, fromCostCategory: costCategory, fromNature: nature });
const toColumns = ({ fundKey, costCategory, nature }: Place) => ({ toFundKey: fundKey, toCostCategory: costCategory, toNature: nature });

/** Writes down that money is asked to be moved; answers its number. */
export function insertVirement(writer: Writer, { from, to, ...rest }: AskedVirement): number {
  return writer.insert(virements).values({ ...rest, ...fromColumns(from), ...toColumns(to) }).returning({ id: virements.id }).get().id;
}

export function updateVirement(writer: Writer, id: number, { from, to, ...rest }: AskedVirement): void {
  writer.update(virements).set({ ...rest, ...fromColumns(from), ...toColumns(to) }).where(eq(virements.id, id)).run();
}

/** From then on the money has moved. */
export function agreeVirement(writer: Writer, id: number, agreedBy: string, agreedOn: IsoDate): void {
  writer.update(virements).set({ agreedBy, agreedOn }).where(eq(virements.id, id)).run();
}

export function deleteVirement(writer: Writer, id: number): void {
  writer.delete(virements).where(eq(virements.id, id)).run();
}
