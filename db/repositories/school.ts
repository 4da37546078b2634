import { asc, eq } from 'drizzle-orm';
import type { Category } from '../../planning/categories.ts';
import { SCHOOL_DEFAULTS } from '../../planning/school-defaults.ts';
import type { Roll, School } from '../../planning/snapshot.ts';
import type { Reader, Writer } from '../connection.ts';
import { PlanFileError } from '../errors.ts';
import { categories } from '../schema/lookups.ts';
import { plan, school, schoolRolls } from '../schema/plan.ts';

export function readSchool(reader: Reader): School {
  const row = reader.select({
    name: school.name, type: school.type, yearStartMonth: school.yearStartMonth,
    horizonYears: school.horizonYears, pupils: school.pupils, staff: school.staff, accessTarget: school.accessTarget,
    backlogYears: school.backlogYears, vatBp: school.vatBp, priceAgeMonths: school.priceAgeMonths,
  }).from(school).get();
  if (row === undefined) throw new PlanFileError('damaged', 'The plan does not say which school it is for.');
  return {
    ...row, backlogYears: row.backlogYears ?? SCHOOL_DEFAULTS.backlogYears, vatBp: row.vatBp ?? SCHOOL_DEFAULTS.vatBp,
    priceAgeMonths: row.priceAgeMonths ?? SCHOOL_DEFAULTS.priceAgeMonths,
  };
}

/** Whether this plan is a copy of the made-up school. */
export const isMadeUp = (reader: Reader): boolean => reader.select({ madeUp: plan.madeUp }).from(plan).get()?.madeUp ?? false;

/** Changes the settings named; the others stay. */
export function setSchool(writer: Writer, fields: Partial<School>): void {
  if (Object.keys(fields).length === 0) return;
  writer.update(school).set(fields).where(eq(school.id, 1)).run();
}

/** The years that have a roll of their own, in order. */
export function listRolls(reader: Reader): readonly Roll[] {
  return reader.select({ year: schoolRolls.year, pupils: schoolRolls.pupils, staff: schoolRolls.staff })
    .from(schoolRolls).orderBy(asc(schoolRolls.year)).all();
}

/** Sets the roll of one financial year (named by its start); with neither figure the year has none of its own. */
export function setRoll(writer: Writer, { year, pupils, staff }: Roll): void {
  if (pupils === null && staff === null) {
    writer.delete(schoolRolls).where(eq(schoolRolls.year, year)).run();
    return;
  }
  writer.insert(schoolRolls).values({ year, pupils, staff })
    .onConflictDoUpdate({ target: schoolRolls.year, set: { pupils, staff } }).run();
}

/** In the order in which lists and ties name them. */
export function listCategories(reader: Reader): readonly Category[] {
  return reader.select({
    key: categories.key, singular: categories.singular, plural: categories.plural,
    costCategory: categories.costCategory, chartGroup: categories.chartGroup,
  }).from(categories).orderBy(asc(categories.position), asc(categories.id)).all();
}
