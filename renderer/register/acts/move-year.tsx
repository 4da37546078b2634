import { MoveForm } from '../../parts/move-form.tsx';
import type { ActProps } from './act-form.tsx';

/** Moves the replacement of assets to another year, a year earlier where that was asked for. */
export function MoveYear({ assets, onDone, by = 1 }: ActProps) {
  return <MoveForm assets={assets} start={{ by }} onDone={onDone} />;
}
