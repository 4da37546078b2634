import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DocumentKind, DocumentReader } from '../../planning/documents/kinds.ts';
import { dateChecks, flag, flagChecks, isoDate, rowId } from './columns.ts';

/** What the school has said about a kind of document; a kind without a row is as it is shipped. */
export const documentSettings = sqliteTable('document_settings', {
  id: rowId(),
  kind: text('kind').$type<DocumentKind>().notNull().unique(),
  reader: text('reader').$type<DocumentReader>().notNull(),
  heldFor: text('held_for'),
  heldOn: isoDate('held_on'),
}, () => [...dateChecks('document_settings', 'held_on')]);

/** Which sections are on, and the school's own words in each: kept whenever the document is made again. */
export const documentSections = sqliteTable('document_sections', {
  id: rowId(),
  kind: text('kind').$type<DocumentKind>().notNull(),
  section: text('section').notNull(),
  included: flag('included').notNull(),
  words: text('words'),
}, (table) => [uniqueIndex('document_sections_one').on(table.kind, table.section), ...flagChecks('document_sections', 'included')]);

/** A document as it was sent: its words, its figures and the facts they came from, for good. */
export const sentDocuments = sqliteTable('sent_documents', {
  id: rowId(),
  kind: text('kind').$type<DocumentKind>().notNull(),
  number: integer('number').notNull(),
  title: text('title').notNull(),
  scenarioName: text('scenario_name').notNull(),
  /** The number of the plan's last change before it was sent. */
  planVersion: integer('plan_version').notNull(),
  asOf: isoDate('as_of').notNull(),
  sentOn: isoDate('sent_on').notNull(),
  sentBy: text('sent_by').notNull(),
  sentTo: text('sent_to').notNull(),
  engineVersion: text('engine_version').notNull(),
  /** The document and the facts it was made from, as JSON, deflated and written in base64. */
  frozen: text('frozen').notNull(),
}, (table) => [uniqueIndex('sent_documents_number').on(table.kind, table.number), index('sent_documents_on').on(table.sentOn), ...dateChecks('sent_documents', 'as_of', 'sent_on')]);

/** The school's own paper for Word documents, as it was given; none or one. */
export const letterheads = sqliteTable('letterheads', {
  id: rowId(),
  fileName: text('file_name').notNull(),
  addedOn: isoDate('added_on').notNull(),
  base64: text('base64').notNull(),
}, () => [...dateChecks('letterheads', 'added_on')]);

/** When nobody is taught: kit is put in then. */
export const schoolHolidays = sqliteTable('school_holidays', {
  id: rowId(),
  name: text('name').notNull(),
  firstDay: isoDate('first_day').notNull(),
  lastDay: isoDate('last_day').notNull(),
}, (table) => [index('school_holidays_first_day').on(table.firstDay), ...dateChecks('school_holidays', 'first_day', 'last_day')]);
