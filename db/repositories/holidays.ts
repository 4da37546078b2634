import { asc, eq, inArray } from 'drizzle-orm';
import type { SchoolHoliday } from '../../planning/snapshot.ts';
import type { Reader, Writer } from '../connection.ts';
import { schoolHolidays } from '../schema/documents.ts';

type HolidayFields = Omit<SchoolHoliday, 'id'>;

/** Days without lessons, in their order. */
export const listHolidays = (reader: Reader): readonly SchoolHoliday[] =>
  reader.select().from(schoolHolidays).orderBy(asc(schoolHolidays.firstDay), asc(schoolHolidays.id)).all();

/** Adds holidays; answers their numbers. */
export const insertHolidays = (writer: Writer, holidays: readonly HolidayFields[]): number[] =>
  holidays.map((holiday) => writer.insert(schoolHolidays).values(holiday).returning({ id: schoolHolidays.id }).get().id);

export function updateHoliday(writer: Writer, id: number, fields: Partial<HolidayFields>): void {
  if (Object.keys(fields).length > 0) writer.update(schoolHolidays).set(fields).where(eq(schoolHolidays.id, id)).run();
}

export function deleteHolidays(writer: Writer, ids: readonly number[]): void {
  writer.delete(schoolHolidays).where(inArray(schoolHolidays.id, [...ids])).run();
}
