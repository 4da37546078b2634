import type { RowHistoryEntry } from '../../db/changes/history.ts';
import type { PlanFile } from '../../db/plan-file.ts';
import { STANDARD_STATUS_WORDS, STANDARD_TIERS, type StandardStatus } from '../../planning/analysis/vocabulary.ts';
import type { ListRecord } from '../../planning/analysis/standards/records.ts';
import { formatDate } from '../../planning/calendar.ts';
import type { Answer } from '../contract/contract.ts';

/* Who answered a requirement, when and with what; and when the lists that a requirement speaks of were last changed. */

type Entry = Answer<'standard.history'>[number];
type Value = string | number | null | undefined;

const dayWords = (value: Value): string | null => (typeof value === 'string' ? formatDate(value) : null);
const asTyped = (value: Value): string | null => (value === null || value === undefined ? null : String(value));

const COLUMNS: Readonly<Record<string, { readonly field: string; readonly words: (value: Value) => string | null }>> = {
  ref: { field: 'Reference', words: asTyped },
  standard: { field: 'Standard', words: asTyped },
  tier: { field: 'Part', words: (value) => (value === STANDARD_TIERS[0] ? 'core' : 'additional') },
  target: { field: 'To be met by', words: asTyped },
  requirement: { field: 'Requirement', words: asTyped },
  measure: { field: 'Measured in', words: asTyped },
  threshold: { field: 'Threshold', words: asTyped },
  cadence: { field: 'How often', words: asTyped },
  source: { field: 'Source', words: asTyped },
  as_of: { field: 'Last checked', words: dayWords },
  status: { field: 'Answer', words: (value) => (typeof value === 'string' ? STANDARD_STATUS_WORDS[value as StandardStatus] : null) },
  evidence: { field: 'Evidence', words: asTyped },
  owner_role: { field: 'Owner', words: asTyped },
  answered_on: { field: 'Answered', words: dayWords },
  next_review: { field: 'Next review', words: dayWords },
};

/** A requirement that came into the plan has nothing to be compared with. */
function fieldsOf({ before, after }: RowHistoryEntry): Entry['fields'] {
  if (before === null || after === null) return [];
  return Object.keys(after).flatMap((column) => {
    const known = COLUMNS[column];
    return known === undefined ? [] : [{ field: known.field, before: known.words(before[column]), after: known.words(after[column]) }];
  });
}

/** How far back the history is looked through. A list that nobody has changed since says nothing of a review. */
const MOST_CHANGES = 500;

/** The changes of one requirement, newest first. */
export function requirementHistory(plan: PlanFile, id: number): Entry[] {
  const undone = new Set(plan.history({ limit: MOST_CHANGES }).filter(({ undoneBy }) => undoneBy !== null).map((change) => change.id));
  return plan.rowHistory('standard_requirements', id).map((row) => ({
    id: row.changeId, at: row.at, label: row.label, role: row.role, reason: row.reason, kind: row.kind,
    undoable: row.kind !== 'undo' && !undone.has(row.changeId), fields: fieldsOf(row),
  }));
}

/** The tables of a list that is to be gone through. */
const LISTS: Readonly<Record<ListRecord['list'], readonly string[]>> = {
  kit: ['assets', 'warranties', 'imports', 'quality_settled'],
  agreements: ['recurring_costs', 'contract_details', 'contract_assets', 'software_details', 'software_departments', 'expiry_decided'],
};

/** The last change of each list that nobody has taken back; a list that the history knows no change of is left out. */
export function lastChanges(plan: PlanFile): ListRecord[] {
  const standing = plan.history({ limit: MOST_CHANGES }).filter(({ kind, undoneBy }) => kind !== 'undo' && undoneBy === null);
  return (['kit', 'agreements'] as const).flatMap((list): ListRecord[] => {
    const last = standing.find(({ tables }) => tables.some((table) => LISTS[list].includes(table)));
    return last === undefined ? [] : [{ list, changedOn: last.at.slice(0, 10), label: last.label }];
  });
}
