import { describe, expect, test } from 'vitest';
import { SEED } from './arbitraries.ts';
import { differences } from './five-ways/cells.ts';
import { randomSchool } from './five-ways/random-school.ts';
import { DAY_BY_DAY, WAYS } from './five-ways/ways.ts';

const SIZE = 20_000;

describe(`a random school of ${SIZE.toLocaleString('en-GB')} assets (seed ${SEED})`, () => {
  const snapshot = randomSchool(SEED, SIZE);
  const right = DAY_BY_DAY(snapshot);

  test('has something of everything in it', () => {
    expect(right.size).toBeGreaterThan(5_000);
  });

  test.each(Object.keys(WAYS))('comes to the same in every cell by %s', (way) => {
    const found = WAYS[way]?.(snapshot, SEED) ?? new Map();
    expect(differences(found, right).slice(0, 20)).toEqual([]);
  });
});
