import { and, eq, inArray, isNull, max, notInArray } from 'drizzle-orm';
import type { Evidence, Need, NeedOption, ObjectiveLink, OptionCost, SoftwareRequest } from '../../planning/analysis/need-facts.ts';
import type { Writer } from '../connection.ts';
import { decisions, groupIdeas } from '../schema/decisions.ts';
import { needEvidence, needObjectives, needOptions, needs, optionCosts, softwareRequests, talkNotes } from '../schema/needs.ts';

/** What a need says of itself, without what hangs on it. */
export type NeedFields = Omit<Need, 'id' | 'number' | 'recommendedOptionId' | 'software' | 'links' | 'evidence' | 'options'>;
export type NewCost = Omit<OptionCost, 'id' | 'position'>;
export type OptionFields = Omit<NeedOption, 'id' | 'position' | 'costs'>;
export type NewOption = OptionFields & { readonly recommended: boolean; readonly costs: readonly NewCost[] };
export type NewEvidence = Omit<Evidence, 'id'>;

const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;

/** The number of the next need, one above the highest there is. */
const nextNumber = (writer: Writer): number => (writer.select({ last: max(needs.number) }).from(needs).get()?.last ?? 0) + 1;

export function insertNeed(writer: Writer, fields: NeedFields): { readonly id: number; readonly number: number } {
  return writer.insert(needs).values({ ...fields, number: nextNumber(writer) }).returning({ id: needs.id, number: needs.number }).get();
}

/** Changes the fields named; the others stay. */
export function updateNeed(writer: Writer, id: number, fields: Partial<NeedFields>): void {
  if (!isEmpty(fields)) writer.update(needs).set(fields).where(eq(needs.id, id)).run();
}

/** Takes a need out with all that hangs on it; decisions about it that were never made go too. */
export function deleteNeed(writer: Writer, id: number): void {
  writer.delete(decisions).where(and(eq(decisions.needId, id), isNull(decisions.choice))).run();
  writer.delete(needs).where(eq(needs.id, id)).run();
}

/** The objectives that a need serves are these, and no others. */
export function setLinks(writer: Writer, needId: number, links: readonly ObjectiveLink[]): void {
  writer.delete(needObjectives).where(and(eq(needObjectives.needId, needId), notInArray(needObjectives.objectiveId, links.map(({ objectiveId }) => objectiveId)))).run();
  for (const { objectiveId, strength } of links) {
    writer.insert(needObjectives).values({ needId, objectiveId, strength })
      .onConflictDoUpdate({ target: [needObjectives.needId, needObjectives.objectiveId], set: { strength } }).run();
  }
}

/** The evidence of a need is this, and nothing else. */
export function setEvidence(writer: Writer, needId: number, evidence: readonly NewEvidence[]): void {
  writer.delete(needEvidence).where(eq(needEvidence.needId, needId)).run();
  for (const each of evidence) writer.insert(needEvidence).values({ ...each, needId }).run();
}

/** What a need asks of software; null where it is no request for software. */
export function setSoftwareRequest(writer: Writer, needId: number, request: SoftwareRequest | null): void {
  if (request === null) writer.delete(softwareRequests).where(eq(softwareRequests.needId, needId)).run();
  else writer.insert(softwareRequests).values({ ...request, needId }).onConflictDoUpdate({ target: softwareRequests.needId, set: request }).run();
}

/** Adds an option with its costs at the end of the list; answers its number. */
export function insertOption(writer: Writer, needId: number, { costs, ...option }: NewOption): number {
  const last = writer.select({ last: max(needOptions.position) }).from(needOptions).where(eq(needOptions.needId, needId)).get()?.last ?? 0;
  const { id } = writer.insert(needOptions).values({ ...option, needId, position: last + 1 }).returning({ id: needOptions.id }).get();
  for (const cost of costs) insertCost(writer, id, cost);
  return id;
}

export function updateOption(writer: Writer, id: number, fields: Partial<OptionFields>): void {
  if (!isEmpty(fields)) writer.update(needOptions).set(fields).where(eq(needOptions.id, id)).run();
}

/** Takes an option out with its costs; a decision that waits for a choice no longer thinks of it. */
export function deleteOption(writer: Writer, id: number): void {
  writer.update(decisions).set({ optionId: null }).where(and(eq(decisions.optionId, id), isNull(decisions.choice))).run();
  writer.delete(needOptions).where(eq(needOptions.id, id)).run();
}

/** At most one option of a need is recommended: this one, or none. */
export function recommendOption(writer: Writer, needId: number, optionId: number | null): void {
  writer.update(needOptions).set({ recommended: false }).where(and(eq(needOptions.needId, needId), eq(needOptions.recommended, true))).run();
  if (optionId !== null) writer.update(needOptions).set({ recommended: true }).where(eq(needOptions.id, optionId)).run();
}

/** Adds a cost at the end of an option's list; answers its number. */
export function insertCost(writer: Writer, optionId: number, cost: NewCost): number {
  const last = writer.select({ last: max(optionCosts.position) }).from(optionCosts).where(eq(optionCosts.optionId, optionId)).get()?.last ?? 0;
  return writer.insert(optionCosts).values({ ...cost, optionId, position: last + 1 }).returning({ id: optionCosts.id }).get().id;
}

export function updateCost(writer: Writer, id: number, fields: Partial<NewCost>): void {
  if (!isEmpty(fields)) writer.update(optionCosts).set(fields).where(eq(optionCosts.id, id)).run();
}

export function deleteCosts(writer: Writer, ids: readonly number[]): void {
  if (ids.length > 0) writer.delete(optionCosts).where(inArray(optionCosts.id, [...ids])).run();
}

/** The note of a conversation that a need grew out of, or is about. */
export function linkNote(writer: Writer, noteId: number, needId: number): void {
  writer.update(talkNotes).set({ needId }).where(eq(talkNotes.id, noteId)).run();
}

/** The idea of a user group that a need grew out of. */
export function linkIdea(writer: Writer, ideaId: number, needId: number): void {
  writer.update(groupIdeas).set({ needId }).where(eq(groupIdeas.id, ideaId)).run();
}
