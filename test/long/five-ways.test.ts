import { beforeAll, describe, expect, test } from 'vitest';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { differences, type CellMap } from '../planning/five-ways/cells.ts';
import { partsOf, randomSchool } from '../planning/five-ways/random-school.ts';
import { DAY_BY_DAY, WAYS } from '../planning/five-ways/ways.ts';

/*
 * A million assets, worked out in all ways. Another school each time: KITPLAN_SEED=12345 npm run test:long makes the
 * one of that seed again, KITPLAN_ASSETS another number of assets.
 */

const SIZE = Number(process.env['KITPLAN_ASSETS'] ?? 1_000_000);
const SEED = Number(process.env['KITPLAN_SEED'] ?? Date.now() % 1_000_000_000);
process.stdout.write(`\nSeed ${SEED}, ${SIZE} assets: KITPLAN_SEED=${SEED} KITPLAN_ASSETS=${SIZE} npm run test:long makes this school again.\n`);

describe(`a random school of ${SIZE} assets (KITPLAN_SEED=${SEED})`, () => {
  let snapshot: PlanSnapshot;
  const right: CellMap = new Map();
  beforeAll(() => {
    snapshot = randomSchool(SEED, SIZE);
    // No kind of kit is in two parts, so that the cells of one are in no other.
    for (const part of partsOf(snapshot)) for (const [key, cell] of DAY_BY_DAY(part)) right.set(key, cell);
  });

  test.each(Object.keys(WAYS))('comes to the same in every cell by %s', (way) => {
    const found = WAYS[way]?.(snapshot, SEED) ?? new Map();
    expect(differences(found, right).slice(0, 20)).toEqual([]);
  });
});
