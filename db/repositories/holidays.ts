import { asc } from 'drizzle-orm';
import type { SchoolHoliday } from '../../planning/snapshot.ts';
import type { Reader } from '../connection.ts';
import { schoolHolidays } from '../schema/documents.ts';

/** Days without lessons, in their order. */
export const listHolidays = (reader: Reader): readonly SchoolHoliday[] =>
  reader.select().from(schoolHolidays).orderBy(asc(schoolHolidays.firstDay), asc(schoolHolidays.id)).all();
