import type { AssetStatus, UserGroup } from '../../../planning/vocabulary.ts';
import { LONGEST_VALUE } from './cell-text.ts';

/** Words of real registers and of other programs, in the order in which they are looked for inside longer text. */
const STATUS_WORDS: readonly (readonly [AssetStatus, readonly string[]])[] = [
  ['stolen', ['stolen', 'theft']],
  ['lost', ['lost', 'missing', 'cannot find', 'not found']],
  ['disposed', ['disposed', 'scrapped', 'scrap', 'written off', 'sold', 'recycled', 'donated', 'weee', 'destroyed', 'disposal', 'binned', 'skip']],
  ['retired', ['retired', 'archived', 'decommissioned', 'decommission', 'deprovisioned', 'obsolete', 'withdrawn',
    'end of life', 'not fixable', 'beyond repair', 'no longer in use', 'no longer used', 'no longer needed', 'no longer required',
    'inactive', 'out of service', 'surplus']],
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

/** Words of the table that hold a "not" and are certain all the same: "not working", "no longer used". */
const CERTAIN_NEGATIVES = new RegExp(`\\b(?:${STATUS_WORDS.flatMap(([, words]) => words)
  .filter((word) => /^(not|no|cannot) /.test(word)).join('|')})\\b`, 'g');
/** Turns round the status that follows it: "never stolen", "was missing". What follows may be no status: "sold, no value". */
const TURNS_ROUND = /(?:\b(?:not|never|no|non|nor|neither|without|cannot|was|were|previously|formerly)|n[’']t)\b(.*)$/;
const DOUBTS = /\b(?:maybe|perhaps|possibly|probably|recovered|(?:now|since|been) found|found again)\b|\?/;

/** Whether a text denies or doubts the status that it names: "Never stolen", "Lost?", "was missing, now found". */
function isUnclear(plain: string): boolean {
  const doubtful = plain.replaceAll(CERTAIN_NEGATIVES, ' ');
  const turned = TURNS_ROUND.exec(doubtful)?.[1];
  return DOUBTS.test(doubtful) || (turned !== undefined && PATTERNS.some(([, , pattern]) => pattern.test(turned)));
}

const plainWords = (text: string): string =>
  text.slice(0, LONGEST_VALUE).toLowerCase().replaceAll(/[_\-\s]+/g, ' ').trim();

/** The status a word stands for; null where it stands for none, or is denied or doubted in the same breath. */
export function readStatus(text: string): AssetStatus | null {
  const plain = plainWords(text);
  const exact = PATTERNS.find(([, words]) => words.has(plain));
  if (exact === undefined && isUnclear(plain)) return null;
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

/** Whom a word of a column of user groups names; beside the rest "shared" says so only where it stands alone. */
export const groupUnsaid = (text: string): UserGroup | null => (/^shared$/i.test(text) ? 'shared' : readUserGroup(text));
