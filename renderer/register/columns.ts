import type { Role } from '../../planning/vocabulary.ts';
import type { AssetColumn } from './column-makers.tsx';
import { firstColumns } from './columns-first.tsx';
import { moreColumns } from './columns-more.tsx';
import type { AssetFacts } from './facts.ts';

/** A column of the register by its name; the panel opens its form at the field of one. */
export type ColumnKey = string;

/** Senior leaders look at kit without tags and serial numbers. */
const NOT_FOR_LEADERS = new Set(['tag', 'serial', 'succeeds', 'succeededBy']);

/** Every fact of an asset as a column, in the order in which they are read; the first dozen are shown from the start. */
export const assetColumns = (facts: AssetFacts, role: Role): readonly AssetColumn[] =>
  [...firstColumns(facts), ...moreColumns(facts)].filter(({ key }) => role !== 'slt' || !NOT_FOR_LEADERS.has(key));

/** What the menu of groups offers. */
export const GROUP_CHOICES: readonly ColumnKey[] = ['kind', 'room', 'building', 'department', 'status', 'due', 'fund', 'supplier', 'bought', 'warranty'];
