import { asc, eq } from 'drizzle-orm';
import type { Category } from '../../planning/categories.ts';
import type { School } from '../../planning/snapshot.ts';
import type { Reader, Writer } from '../connection.ts';
import { PlanFileError } from '../errors.ts';
import { categories } from '../schema/lookups.ts';
import { plan, school } from '../schema/plan.ts';

export function readSchool(reader: Reader): School {
  const row = reader.select({
    name: school.name, type: school.type, yearStartMonth: school.yearStartMonth,
    horizonYears: school.horizonYears, pupils: school.pupils, staff: school.staff, accessTarget: school.accessTarget,
  }).from(school).get();
  if (row === undefined) throw new PlanFileError('damaged', 'The plan does not say which school it is for.');
  return row;
}

/** Whether this plan is a copy of the made-up school. */
export const isMadeUp = (reader: Reader): boolean => reader.select({ madeUp: plan.madeUp }).from(plan).get()?.madeUp ?? false;

/** Changes the settings named; the others stay. */
export function setSchool(writer: Writer, fields: Partial<School>): void {
  if (Object.keys(fields).length === 0) return;
  writer.update(school).set(fields).where(eq(school.id, 1)).run();
}

/** In the order in which lists and ties name them. */
export function listCategories(reader: Reader): readonly Category[] {
  return reader.select({
    key: categories.key, singular: categories.singular, plural: categories.plural,
    costCategory: categories.costCategory, chartGroup: categories.chartGroup,
  }).from(categories).orderBy(asc(categories.position), asc(categories.id)).all();
}
