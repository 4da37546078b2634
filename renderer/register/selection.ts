/** Which rows are ticked, by asset id, and the row from which a range grows. */
export type Selection = { readonly ids: ReadonlySet<number>; readonly anchor: number | null };

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/** Ticks a row or takes the tick off; a range grows from here next. */
export const toggled = (selection: Selection, id: number): Selection => {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
};

/** Ticks all of them, or takes every tick off when all were ticked. */
export const toggledAll = (selection: Selection, all: readonly number[]): Selection => {
  const ids = new Set(selection.ids);
  const every = all.every((id) => ids.has(id));
  for (const id of all) {
    if (every) ids.delete(id);
    else ids.add(id);
  }
  return { ids, anchor: selection.anchor };
};

/**
 * Ticks the rows between the anchor and `to` in the order shown, both included, and no others. `from` is where a
 * range starts when nothing was ticked before, or when the anchor is no longer shown.
 */
export const extended = (selection: Selection, shown: readonly number[], from: number, to: number): Selection => {
  const anchor = selection.anchor !== null && shown.includes(selection.anchor) ? selection.anchor : from;
  const [first = 0, last = 0] = [shown.indexOf(anchor), shown.indexOf(to)].toSorted((left, right) => left - right);
  return { ids: new Set(shown.slice(first, last + 1)), anchor };
};

/** What is both ticked and shown: a change never reaches rows that a filter hides. */
export const selectedAmong = <Row extends { readonly id: number }>(selection: Selection, shown: readonly Row[]): readonly Row[] =>
  (selection.ids.size === 0 ? [] : shown.filter((row) => selection.ids.has(row.id)));
