import type { PlanSnapshot } from '../../planning/snapshot.ts';

/** Puts nonsense into some numbers and dates of a school. */
export function spoil(snapshot: PlanSnapshot, seed: number): PlanSnapshot {
  let state = seed;
  const roll = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % most;
  };
  const numbers = [Number.NaN, -1, 0, Infinity, 1e300, 0.5, -0, 2 ** 53];
  const texts = ['', '2026-02-30', '0000-00-00', '9999-12-31', 'yesterday'];
  const kept = new Set(['id', 'costId', 'succeedsAssetId', 'yearStartMonth', 'modelId', 'assetId', 'locationId']);
  return JSON.parse(JSON.stringify(snapshot), (key, value: unknown) => {
    if (kept.has(key) || roll(12) !== 0) return value;
    if (typeof value === 'number') return numbers[roll(numbers.length)];
    return typeof value === 'string' && /^\d{4}-/.test(value) ? texts[roll(texts.length)] : value;
  }) as PlanSnapshot;
}

/** Numbers that are no numbers, anywhere in a result. */
export function nonsense(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value === 'string') return /NaN|Infinity|undefined|\[object/.test(value) ? [`${path}: ${value}`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => nonsense(each, `${path}.${key}`));
}
