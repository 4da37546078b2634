import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StandardStatus, StandardTier } from '../../planning/analysis/vocabulary.ts';
import { dateChecks, isoDate, rowId } from './columns.ts';

/** The requirements of the standards a school checks itself against, with its answers. */
export const standardRequirements = sqliteTable('standard_requirements', {
  id: rowId(),
  position: integer('position').notNull(),
  ref: text('ref').notNull().unique(),
  standard: text('standard').notNull(),
  tier: text('tier').$type<StandardTier>().notNull(),
  target: text('target'),
  requirement: text('requirement').notNull(),
  measure: text('measure'),
  threshold: text('threshold'),
  cadence: text('cadence'),
  source: text('source'),
  asOf: isoDate('as_of'),
  status: text('status').$type<StandardStatus>(),
  evidence: text('evidence'),
  ownerRole: text('owner_role'),
  answeredOn: isoDate('answered_on'),
  nextReview: isoDate('next_review'),
}, () => [...dateChecks('standard_requirements', 'as_of', 'answered_on', 'next_review')]);
