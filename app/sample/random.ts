/** Numbers from 0 up to 1, the same ones in the same order for the same seed, on any machine. */
export type Random = () => number;

/**
 * A small seeded generator (mulberry32): enough to spread invented kit over rooms, never for anything secret.
 * @param seed any whole number from 0 to 4,294,967,295.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to below `limit`. */
export const wholeBelow = (random: Random, limit: number): number => Math.floor(random() * limit);

/** `count` different items of a list, in the list's own order; all of them where there are fewer. */
export function pickSome<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const order = items.map((_, index) => index);
  for (let last = order.length - 1; last > 0; last--) {
    const other = wholeBelow(random, last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  const chosen = new Set(order.slice(0, count));
  return items.filter((_, index) => chosen.has(index));
}
