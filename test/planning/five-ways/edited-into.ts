import { follow, start, type Running } from '../../../planning/kernel/incremental.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { dice } from '../../support/dice.ts';
import type { OracleOptions } from '../oracle-rules.ts';

const STEPS = 24;

/**
 * The plan as somebody worked their way to it: begun with other kit, lives and rises, then made what it is by edits,
 * each of them followed.
 */
export function editedInto(snapshot: PlanSnapshot, options: OracleOptions, seed: number): Running {
  const roll = dice(seed);
  const edited = snapshot.assets.map(() => (roll() < 0.04 ? Math.floor(roll() * STEPS) : -1));
  const before = snapshot.assets.map((asset, at): Asset => (edited[at] === -1 ? asset : {
    ...asset, quantity: asset.quantity + 3, purchaseDate: '2021-02-28', movedTo: null, departmentId: 9, status: roll() < 0.2 ? 'retired' : asset.status,
    succeedsAssetId: null, unitPaidPence: 12_345,
  }));
  const policies = snapshot.policies.map((policy, at) => (at % 4 === 0 ? { ...policy, lifeMonths: policy.lifeMonths + 6, lossBp: at % 8 === 0 ? 200 : policy.lossBp } : policy));
  let now: PlanSnapshot = { ...snapshot, assets: before, policies, inflation: { ...snapshot.inflation, defaultBp: 700 } };
  let running = start(now, options);
  for (let step = 0; step < STEPS; step++) {
    now = {
      ...now, assets: now.assets.map((asset, at) => (edited[at] === step ? snapshot.assets[at] ?? asset : asset)),
      policies: now.policies.map((policy, at) => (at % STEPS === step ? snapshot.policies[at] ?? policy : policy)),
      inflation: step === STEPS - 1 ? snapshot.inflation : now.inflation,
    };
    running = follow(running, now);
  }
  return running;
}
