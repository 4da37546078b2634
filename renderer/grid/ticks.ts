/** Which rows are ticked, by their number, and the row from which a range grows. */
export type Ticks = { readonly ids: ReadonlySet<number>; readonly anchor: number | null };

export const NOTHING_TICKED: Ticks = { ids: new Set(), anchor: null };

/** Ticks a row or takes the tick off; a range grows from here next. */
export const toggled = (ticks: Ticks, id: number): Ticks => {
  const ids = new Set(ticks.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
};

/** Ticks all of them, or takes every tick off when all were ticked. */
export const toggledAll = (ticks: Ticks, all: readonly number[]): Ticks => {
  const ids = new Set(ticks.ids);
  const every = all.every((id) => ids.has(id));
  for (const id of all) {
    if (every) ids.delete(id);
    else ids.add(id);
  }
  return { ids, anchor: ticks.anchor };
};

/**
 * Ticks the rows between the anchor and `to` in the order shown, both included, and no others. `from` is where a
 * range starts when nothing was ticked before, or when the anchor is no longer shown.
 */
export const extended = (ticks: Ticks, shown: readonly number[], from: number, to: number): Ticks => {
  const anchor = ticks.anchor !== null && shown.includes(ticks.anchor) ? ticks.anchor : from;
  const [first = 0, last = 0] = [shown.indexOf(anchor), shown.indexOf(to)].toSorted((left, right) => left - right);
  return { ids: new Set(shown.slice(first, last + 1)), anchor };
};

/** What is both ticked and shown: a change never reaches rows that a filter hides. */
export const tickedAmong = <Row extends { readonly id: number }>(ticks: Ticks, shown: readonly Row[]): readonly Row[] =>
  (ticks.ids.size === 0 ? [] : shown.filter((row) => ticks.ids.has(row.id)));
