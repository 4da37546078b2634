import { describe, expect, test } from 'vitest';
import { SEED } from './arbitraries.ts';
import { differences } from './five-ways/cells.ts';
import { randomSchool, type Rules } from './five-ways/random-school.ts';
import { DAY_BY_DAY, WAYS } from './five-ways/ways.ts';

const SCHOOLS: readonly { readonly of: string; readonly rules: Rules; readonly size: number; readonly seed: number }[] = [
  { of: '20,000 assets in April years', rules: 'plain', size: 20_000, seed: SEED - 1 },
  { of: '8,000 assets in September years, with decisions, months of purchase, disposal, needs and running costs', rules: 'decided', size: 8_000, seed: SEED + 2 },
  { of: '4,000 assets, with kit replaced by another kind and a backlog over three years', rules: 'tied', size: 4_000, seed: SEED + 3 },
];

describe.each(SCHOOLS)('a random school of $of (seed $seed)', ({ rules, size, seed }) => {
  const snapshot = randomSchool(seed, size, rules);
  const right = DAY_BY_DAY(snapshot);

  test('has something of everything in it', () => {
    expect(right.size).toBeGreaterThan(size / 4);
  });

  // The query in SQL knows the plain rules.
  test.each(Object.keys(WAYS).filter((way) => way !== 'SQL' || rules === 'plain'))('comes to the same in every cell by %s', (way) => {
    const found = WAYS[way]?.(snapshot, seed) ?? new Map();
    expect(differences(found, right).slice(0, 20)).toEqual([]);
  });
});
