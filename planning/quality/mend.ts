import { forecast, type ForecastOptions } from '../forecast.ts';
import { yearsMoved, type MovedYear } from '../register/effect.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { GAP_REASONS } from './left-out.ts';

/** What a mend would do to the plan, worked out before it is made and by the same sums. */
export type MendEffect = {
  /** Years whose planned cost moves, and by how much. */
  readonly years: readonly MovedYear[];
  readonly totalPence: Pence;
  /** Items that would still be left out for a gap in the register. */
  readonly stillLeftOut: number;
};

const leftOut = ({ notInForecast }: Forecast): number => notInForecast.reduce((sum, { reason, quantity }) =>
  ((GAP_REASONS as readonly string[]).includes(reason) ? sum + quantity : sum), 0);

export function mendEffect(
  snapshot: PlanSnapshot, before: Forecast, options: ForecastOptions, changes: ReadonlyMap<number, Partial<Asset>>,
): MendEffect {
  if (changes.size === 0) return { years: [], totalPence: 0, stillLeftOut: leftOut(before) };
  const assets = snapshot.assets.map((asset) => {
    const change = changes.get(asset.id);
    return change === undefined ? asset : { ...asset, ...change };
  });
  const after = forecast({ ...snapshot, assets }, options);
  const years = yearsMoved(before, after);
  return { years, totalPence: years.reduce((sum, { pence }) => sum + pence, 0), stillLeftOut: leftOut(after) };
}
