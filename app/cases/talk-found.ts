import type { Need } from '../../planning/analysis/need-facts.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

/** The one with that number. @throws Refusal `not_found` where it is gone */
export function requireOne<Row extends { readonly id: number }>(rows: readonly Row[], id: number, what: string, field = 'id'): Row {
  const found = rows.find((row) => row.id === id);
  if (found === undefined) throw new Refusal('not_found', `No ${what} has the number ${id}. It may have been removed.`, { field });
  return found;
}

/** @throws Refusal `not_found` where a department is named that the plan does not have */
export function checkDepartment(session: Session, departmentId: number | null | undefined, field = 'departmentId'): void {
  if (departmentId !== null && departmentId !== undefined) requireOne(session.snapshot().departments, departmentId, 'department', field);
}

/** The need that is named; null where none is. @throws Refusal `not_found` where it is gone */
export const namedNeed = (session: Session, needId: number | null | undefined): Need | null =>
  (needId === null || needId === undefined ? null : requireOne(session.snapshot().analysis.needs, needId, 'need', 'needId'));

/** A text as it stands in the name of a change: its beginning, in quotation marks. */
export const quotedStart = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ');
  return `“${line.length <= 60 ? line : `${line.slice(0, 58).trimEnd()}…`}”`;
};
