import { assetProblems, type CheckedDays } from '../../planning/asset-checks.ts';
import { formatCount } from '../../planning/money.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { ASSET_FIELD_WORDS, type AssetField, type AssetFieldValues } from '../contract/asset-fields.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { given } from './given.ts';

/** `1 row`, `32 rows`. */
export const rowCount = (count: number): string => (count === 1 ? '1 row' : `${formatCount(count)} rows`);

/** The fields that a request really sets. */
export const fieldsOf = (set: AssetFieldValues): readonly AssetField[] => Object.keys(given(set)) as AssetField[];

/** Screens have checked all of this at the field; a request that comes another way gets the same sentences. */
export const requireTrue = (name: string, before: CheckedDays, set: AssetFieldValues, today: string): void => {
  const [problem] = assetProblems({ ...before, ...given(set) }, new Set(fieldsOf(set)), today);
  if (problem !== undefined) throw new Refusal('invalid_input', `${name}, ${ASSET_FIELD_WORDS[problem.field]}: ${problem.sentence}`, { field: problem.field });
};

export const requireKinds = (session: Session, sets: readonly Pick<AssetFieldValues, 'categoryKey'>[]): void => {
  const known = new Set(session.snapshot().categories.map(({ key }) => key));
  const missing = sets.find(({ categoryKey }) => categoryKey !== undefined && !known.has(categoryKey));
  if (missing !== undefined) throw new Refusal('not_found', `The plan has no category called “${missing.categoryKey}”.`, { field: 'categoryKey' });
};

/** The rows with these numbers, each once, in the order given. @throws Refusal `not_found` at the field where one is gone */
export const requireAssets = (session: Session, ids: readonly number[], field = 'ids'): readonly Asset[] => {
  const known = new Map(session.snapshot().assets.map((asset) => [asset.id, asset]));
  return [...new Set(ids)].map((id) => {
    const asset = known.get(id);
    if (asset === undefined) throw new Refusal('not_found', `No asset has the number ${id}. It may have been removed.`, { field });
    return asset;
  });
};
