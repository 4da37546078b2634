import { CoverForm } from '../cover/cover-form.tsx';
import type { ActProps } from './act-form.tsx';

/** Covers kit for longer, or for the first time: from the day after its cover ends where that is the same of all. */
export function AddCover({ assets, onDone }: ActProps) {
  const ends = new Set(assets.map(({ coverEnd }) => coverEnd));
  const [end] = ends;
  return (
    <CoverForm
      assetIds={assets.map(({ id }) => id)} how={ends.has(null) ? 'add' : 'extend'} lot={null} after={ends.size === 1 ? end ?? null : null} onDone={onDone}
    />
  );
}
