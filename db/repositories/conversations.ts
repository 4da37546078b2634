import { desc, eq } from 'drizzle-orm';
import type { Conversation, OwnQuestion, RoundPerson, TalkNote } from '../../planning/analysis/facts.ts';
import type { Writer } from '../connection.ts';
import { conversations, ownQuestions, roundPeople, talkNotes } from '../schema/needs.ts';

/* What people said: conversations with their notes, who is to be heard in a year, and the school's own questions. */

export type ConversationFields = Omit<Conversation, 'id' | 'notes'>;
export type NoteFields = Omit<TalkNote, 'id' | 'position'>;
export type RoundFields = Omit<RoundPerson, 'id'>;
export type QuestionFields = Omit<OwnQuestion, 'id'>;

export const insertConversation = (writer: Writer, fields: ConversationFields): number =>
  writer.insert(conversations).values(fields).returning({ id: conversations.id }).get().id;

export function updateConversation(writer: Writer, id: number, fields: Partial<ConversationFields>): void {
  if (Object.keys(fields).length > 0) writer.update(conversations).set(fields).where(eq(conversations.id, id)).run();
}

/** Its notes go with it; a need that grew out of one of them stays. */
export function deleteConversation(writer: Writer, id: number): void {
  writer.delete(conversations).where(eq(conversations.id, id)).run();
}

/** Adds a note after the last one of its conversation. */
export function insertNote(writer: Writer, conversationId: number, fields: NoteFields): number {
  const last = writer.select({ position: talkNotes.position }).from(talkNotes).where(eq(talkNotes.conversationId, conversationId))
    .orderBy(desc(talkNotes.position)).limit(1).get();
  return writer.insert(talkNotes).values({ ...fields, conversationId, position: (last?.position ?? 0) + 1 }).returning({ id: talkNotes.id }).get().id;
}

export function updateNote(writer: Writer, id: number, fields: Partial<NoteFields>): void {
  if (Object.keys(fields).length > 0) writer.update(talkNotes).set(fields).where(eq(talkNotes.id, id)).run();
}

export function deleteNote(writer: Writer, id: number): void {
  writer.delete(talkNotes).where(eq(talkNotes.id, id)).run();
}

export const insertRoundPerson = (writer: Writer, fields: RoundFields): number =>
  writer.insert(roundPeople).values(fields).returning({ id: roundPeople.id }).get().id;

export function updateRoundPerson(writer: Writer, id: number, fields: Partial<RoundFields>): void {
  if (Object.keys(fields).length > 0) writer.update(roundPeople).set(fields).where(eq(roundPeople.id, id)).run();
}

/** Takes somebody off the round; the conversations with them stay. */
export function deleteRoundPerson(writer: Writer, id: number): void {
  writer.delete(roundPeople).where(eq(roundPeople.id, id)).run();
}

export const insertQuestion = (writer: Writer, fields: QuestionFields): number =>
  writer.insert(ownQuestions).values(fields).returning({ id: ownQuestions.id }).get().id;

export function updateQuestion(writer: Writer, id: number, fields: Partial<QuestionFields>): void {
  if (Object.keys(fields).length > 0) writer.update(ownQuestions).set(fields).where(eq(ownQuestions.id, id)).run();
}

export function deleteQuestion(writer: Writer, id: number): void {
  writer.delete(ownQuestions).where(eq(ownQuestions.id, id)).run();
}
