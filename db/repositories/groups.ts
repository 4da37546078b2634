import { and, eq, notInArray } from 'drizzle-orm';
import type { GroupIdea, GroupMember, PeopleGroup } from '../../planning/analysis/facts.ts';
import type { Writer } from '../connection.ts';
import { groupIdeas, groupMembers, groupObjectives, peopleGroups } from '../schema/decisions.ts';

/* Groups of people who speak for those who use the ICT, with their members, their ideas and the objectives they work for. */

export type GroupFields = Omit<PeopleGroup, 'id' | 'objectiveIds' | 'members' | 'ideas'>;
export type MemberFields = Omit<GroupMember, 'id'>;
export type IdeaFields = Omit<GroupIdea, 'id'>;

export const insertGroup = (writer: Writer, fields: GroupFields): number =>
  writer.insert(peopleGroups).values(fields).returning({ id: peopleGroups.id }).get().id;

export function updateGroup(writer: Writer, id: number, fields: Partial<GroupFields>): void {
  if (Object.keys(fields).length > 0) writer.update(peopleGroups).set(fields).where(eq(peopleGroups.id, id)).run();
}

/** Its members and ideas go with it; a need that an idea became stays. */
export function deleteGroup(writer: Writer, id: number): void {
  writer.delete(peopleGroups).where(eq(peopleGroups.id, id)).run();
}

/** The objectives a group works for become these; a link that stays is not written again. */
export function replaceGroupObjectives(writer: Writer, groupId: number, objectiveIds: readonly number[]): void {
  writer.delete(groupObjectives).where(and(eq(groupObjectives.groupId, groupId), notInArray(groupObjectives.objectiveId, [...objectiveIds]))).run();
  for (const objectiveId of objectiveIds) writer.insert(groupObjectives).values({ groupId, objectiveId }).onConflictDoNothing().run();
}

export const insertMember = (writer: Writer, groupId: number, fields: MemberFields): number =>
  writer.insert(groupMembers).values({ ...fields, groupId }).returning({ id: groupMembers.id }).get().id;

export function updateMember(writer: Writer, id: number, fields: Partial<MemberFields>): void {
  if (Object.keys(fields).length > 0) writer.update(groupMembers).set(fields).where(eq(groupMembers.id, id)).run();
}

export function deleteMember(writer: Writer, id: number): void {
  writer.delete(groupMembers).where(eq(groupMembers.id, id)).run();
}

export const insertIdea = (writer: Writer, groupId: number, fields: IdeaFields): number =>
  writer.insert(groupIdeas).values({ ...fields, groupId }).returning({ id: groupIdeas.id }).get().id;

export function updateIdea(writer: Writer, id: number, fields: Partial<IdeaFields>): void {
  if (Object.keys(fields).length > 0) writer.update(groupIdeas).set(fields).where(eq(groupIdeas.id, id)).run();
}

export function deleteIdea(writer: Writer, id: number): void {
  writer.delete(groupIdeas).where(eq(groupIdeas.id, id)).run();
}
