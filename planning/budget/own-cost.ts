import type { PlanContext } from '../context.ts';
import { vatRate } from '../lines.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';

/*
 * What things cost the school itself: net where VAT comes back, with VAT where it does not. That is what a fund that
 * stops at its allocation has to pay, and what a reserve is left with.
 */

const paysVat = ({ finance }: Pick<PlanSnapshot, 'finance'>): boolean => !finance.profile.vatRecoverable;

/** How figures say what things cost the school. */
export const ownVat = (snapshot: Pick<PlanSnapshot, 'finance'>): 'net' | 'gross' => (paysVat(snapshot) ? 'gross' : 'net');

/** What a sum costs the school; null where no price is known. */
export const ownCost = (snapshot: Pick<PlanSnapshot, 'finance'>, { netPence, vatPence }: { readonly netPence: Pence | null; readonly vatPence: Pence | null }): Pence | null =>
  (netPence === null ? null : netPence + (paysVat(snapshot) ? vatPence ?? 0 : 0));

/** What one item costs the school. Its VAT is rounded up, so that any number of them together never costs more. */
export const ownUnitCost = (context: PlanContext, unitPence: Pence): Pence =>
  unitPence + (paysVat(context.snapshot) ? Math.ceil(unitPence * vatRate(context) / 10_000) : 0);
