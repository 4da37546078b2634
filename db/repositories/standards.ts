import { eq, max } from 'drizzle-orm';
import type { StandardRequirement } from '../../planning/analysis/facts.ts';
import type { Writer } from '../connection.ts';
import { insertMany } from '../insert-many.ts';
import { standardRequirements } from '../schema/standards.ts';

export type RequirementFields = Omit<StandardRequirement, 'id' | 'position'>;

const nextPosition = (writer: Writer): number =>
  (writer.select({ last: max(standardRequirements.position) }).from(standardRequirements).get()?.last ?? 0) + 1;

/** Adds requirements after those that are there, in the order given; answers their numbers. */
export function insertRequirements(writer: Writer, requirements: readonly RequirementFields[]): readonly number[] {
  const first = nextPosition(writer);
  return insertMany(writer, standardRequirements, requirements.map((requirement, at) => ({ ...requirement, position: first + at })));
}

/** Changes the fields named of a requirement: its words, or the school's answer. */
export function updateRequirement(writer: Writer, id: number, fields: Partial<RequirementFields>): void {
  if (Object.keys(fields).length > 0) writer.update(standardRequirements).set(fields).where(eq(standardRequirements.id, id)).run();
}

/** Takes a requirement out; needs that close its gap stay, and no longer name it. */
export function deleteRequirement(writer: Writer, id: number): void {
  writer.delete(standardRequirements).where(eq(standardRequirements.id, id)).run();
}
