import { useState } from 'react';
import type { Outline } from '../../planning/analysis/development/outline.ts';

/** Where a line is open for the next one to be typed in: an area of the plan, a priority of an area, an objective of either. */
export type AddingAt =
  | { readonly what: 'area' }
  | { readonly what: 'priority'; readonly areaId: number }
  | { readonly what: 'objective'; readonly areaId: number; readonly priorityId: number | null };

export type Adding = {
  readonly at: AddingAt | null;
  readonly open: (at: AddingAt) => void;
  readonly close: () => void;
  /** Opens the line for the next objective where one was added last, else at the end of the plan’s first group. */
  readonly first: () => void;
};

const samePlace = (one: AddingAt, other: AddingAt): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether that line is open. */
export const isAdding = ({ at }: Adding, place: AddingAt): boolean => at !== null && samePlace(at, place);

/** One line at a time is open to type the next one in. */
export function useAdding(outline: Outline | null): Adding {
  const [at, setAt] = useState<AddingAt | null>(null);
  const [last, setLast] = useState<AddingAt | null>(null);
  const first = (): void => {
    const area = outline?.areas.find(({ objectives, priorities }) => objectives.length > 0 || priorities.length > 0) ?? outline?.areas[0];
    if (last?.what === 'objective' && outline?.areas.some((each) => each.area.id === last.areaId) === true) setAt(last);
    else if (area !== undefined) setAt({ what: 'objective', areaId: area.area.id, priorityId: area.objectives.length > 0 ? null : area.priorities[0]?.priority.id ?? null });
  };
  const open = (place: AddingAt): void => {
    setAt(place);
    setLast(place);
  };
  return { at, open, close: () => setAt(null), first };
}
