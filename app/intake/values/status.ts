import type { AssetStatus, UserGroup } from '../../../planning/vocabulary.ts';
import { LONGEST_VALUE } from './cell-text.ts';

/** Words of real registers and of other programs, in the order in which they are looked for inside longer text. */
const STATUS_WORDS: readonly (readonly [AssetStatus, readonly string[]])[] = [
  ['stolen', ['stolen', 'theft']],
  ['lost', ['lost', 'missing', 'cannot find', 'not found']],
  ['disposed', ['disposed', 'scrapped', 'scrap', 'written off', 'sold', 'recycled', 'donated', 'weee', 'destroyed', 'disposal', 'binned', 'skip']],
  ['retired', ['retired', 'archived', 'decommissioned', 'decommission', 'deprovisioned', 'obsolete', 'withdrawn',
    'end of life', 'not fixable', 'beyond repair', 'no longer', 'not in use', 'not active', 'inactive', 'out of service', 'surplus']],
  ['in_repair', ['in repair', 'repair', 'pending diagnostics', 'out for diagnostics', 'diagnostics', 'undeployable', 'defective',
    'faulty', 'broken', 'damaged', 'maintenance', 'not working', 'pending']],
  ['on_loan', ['on loan', 'loan', 'loaned', 'lent out']],
  ['ordered', ['on order', 'ordered', 'awaiting delivery']],
  ['planned', ['planned', 'proposed']],
  ['cascaded', ['cascaded', 'passed down', 'repurposed', 'reallocated']],
  ['spare', ['spare', 'spares']],
  ['in_stock', ['in stock', 'stock', 'in store', 'stored', 'in storage', 'available', 'unassigned stock']],
  ['in_use', ['in use', 'active', 'in service', 'working', 'deployed', 'ready to deploy', 'live', 'ok', 'operational', 'production',
    'assigned', 'installed', 'enabled', 'checked out', 'issued', 'good', 'new', 'existing', 'provisioned', 'yes', 'current']],
];

const PATTERNS = STATUS_WORDS.map(([status, words]) =>
  [status, new Set(words), new RegExp(`(?:^|\\W)(?:${words.join('|')})(?:\\W|$)`)] as const);

/** The status a word stands for; null where it stands for none. */
export function readStatus(text: string): AssetStatus | null {
  const plain = text.slice(0, LONGEST_VALUE).toLowerCase().replaceAll(/[_\-\s]+/g, ' ').trim();
  const exact = PATTERNS.find(([, words]) => words.has(plain));
  return (exact ?? PATTERNS.find(([, , pattern]) => pattern.test(plain)))?.[0] ?? null;
}

const GROUPS: readonly (readonly [UserGroup, RegExp])[] = [
  ['staff', /\b(staff|teachers?|teaching)\b/i],
  ['pupil', /\b(pupils?|students?|learners?|children)\b/i],
];

/** A user group is read from plain words only; a text that names both is for both, and so for neither alone. */
export function readUserGroup(text: string): UserGroup | null {
  const found = GROUPS.filter(([, pattern]) => pattern.test(text));
  return found.length === 1 ? found[0]?.[0] ?? null : null;
}
