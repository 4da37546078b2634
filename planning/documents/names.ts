import { categoryNamed } from '../categories.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { kitName } from '../words.ts';
import type { DocumentReader } from './kinds.ts';

/** One plan is read many times for a document. */
const plain = new WeakMap<PlanSnapshot, PlanSnapshot>();

/**
 * The plan with its kit named as its reader names it: by make, model and tag for the support team alone, for everybody else by
 * what it is (`One storage unit`). Nothing that counts is changed, so that every figure stays what it is.
 */
export function namedFor(reader: DocumentReader, snapshot: PlanSnapshot): PlanSnapshot {
  if (reader === 'technical') return snapshot;
  let named = plain.get(snapshot);
  if (named === undefined) plain.set(snapshot, named = withoutMakes(snapshot));
  return named;
}

const withoutMakes = (snapshot: PlanSnapshot): PlanSnapshot => ({
  ...snapshot,
  assets: snapshot.assets.map((asset) => ({ ...asset, tag: null, description: `One ${kitName(categoryNamed(snapshot.categories, asset.categoryKey), asset.userGroup, 1)}` })),
});
