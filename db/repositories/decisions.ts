import { and, eq, max, notInArray } from 'drizzle-orm';
import type { Decision, Telling, WeighedOption } from '../../planning/analysis/facts.ts';
import type { Writer } from '../connection.ts';
import { decisions, tellings, weighedOptions } from '../schema/decisions.ts';

/** What a decision says itself, without its number and its lists. */
export type DecisionTerms = Omit<Decision, 'id' | 'number' | 'weighed' | 'tellings'>;
export type NewWeighed = Omit<WeighedOption, 'id' | 'position'>;
/** Somebody who is told; without an id they are new to the list. */
export type ListedTelling = Omit<Telling, 'id' | 'position'> & { readonly id?: number | undefined };

/** Adds a decision under the next number. Answers its id. */
export function insertDecision(
  writer: Writer, terms: DecisionTerms, lists: { readonly weighed: readonly NewWeighed[]; readonly tellings: readonly ListedTelling[] },
): number {
  const last = writer.select({ number: max(decisions.number) }).from(decisions).get()?.number ?? 0;
  const { id } = writer.insert(decisions).values({ ...terms, number: last + 1 }).returning({ id: decisions.id }).get();
  setWeighed(writer, id, lists.weighed);
  setTellings(writer, id, lists.tellings);
  return id;
}

/** Changes the terms named; the others stay. */
export function updateDecision(writer: Writer, id: number, terms: Partial<DecisionTerms>): void {
  if (Object.keys(terms).length > 0) writer.update(decisions).set(terms).where(eq(decisions.id, id)).run();
}

/** What was weighed, in this order and no other. */
export function setWeighed(writer: Writer, decisionId: number, weighed: readonly NewWeighed[]): void {
  writer.delete(weighedOptions).where(eq(weighedOptions.decisionId, decisionId)).run();
  weighed.forEach((option, position) => writer.insert(weighedOptions).values({ ...option, decisionId, position }).run());
}

/** Who is told, in this order and nobody else; those who were on the list already stay the same row. */
export function setTellings(writer: Writer, decisionId: number, listed: readonly ListedTelling[]): void {
  const kept = listed.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const own = eq(tellings.decisionId, decisionId);
  writer.delete(tellings).where(kept.length === 0 ? own : and(own, notInArray(tellings.id, kept))).run();
  listed.forEach(({ id, ...telling }, position) => {
    if (id === undefined) writer.insert(tellings).values({ ...telling, decisionId, position }).run();
    else writer.update(tellings).set({ ...telling, position }).where(eq(tellings.id, id)).run();
  });
}

export function updateTelling(writer: Writer, id: number, told: Pick<Telling, 'toldOn' | 'how'>): void {
  writer.update(tellings).set(told).where(eq(tellings.id, id)).run();
}

/** What was weighed and who was told go with it. */
export function deleteDecision(writer: Writer, id: number): void {
  writer.delete(decisions).where(eq(decisions.id, id)).run();
}
