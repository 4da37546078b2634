import { lotCount } from '../../planning/agreements/cover.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { PageParams } from '../lib/navigation.tsx';

export type RegisterTab = NonNullable<PageParams['register']['tab']>;

/** The four lists of the register, in the order in which they stand. */
export const REGISTER_TABS: readonly { readonly tab: RegisterTab; readonly name: string }[] = [
  { tab: 'assets', name: 'Assets' }, { tab: 'cover', name: 'Warranties' },
  { tab: 'software', name: 'Software' }, { tab: 'ledger', name: 'Consumables' },
];

/** How much stands on each tab. */
export const tabCounts = (snapshot: PlanSnapshot): Readonly<Record<RegisterTab, number>> => ({
  assets: snapshot.assets.reduce((sum, { quantity }) => sum + quantity, 0),
  cover: snapshot.contracts.length + lotCount(snapshot),
  software: snapshot.software.length,
  ledger: snapshot.ledger.length,
});
