import { useCallback, useMemo, useState } from 'react';
import { usePrinting } from '../lib/use-printing.ts';

/** The widths that a chart and the ledger under it share, in pixels: so the years stand in line. */
export type Standing = {
  readonly width: number;
  readonly label: number;
  readonly total: number;
  readonly year: number;
  /** Too narrow for a quantity beside each figure. */
  readonly tight: boolean;
};

type Wishes = {
  /** Financial years side by side. */
  readonly years: number;
  /** Width of the ledger's first column, and of its last (0 where it has none). */
  readonly label: number;
  readonly total: number;
  /** Characters of the longest figure: `1,250,000` has nine. No year is ever narrower than that. */
  readonly longest: number;
  /** How wide the page is that it is printed on. */
  readonly printed: number;
};

/** A4 without its margins of 14 mm: upright, and on its side. */
export const UPRIGHT = 680;
export const ON_ITS_SIDE = 1016;
/** Narrower than this, names and sums give way, in two steps. */
const NARROW = 800;
const NARROW_LABEL = 186;
const NARROW_TOTAL = 84;
const NARROWEST = 660;
const NARROWEST_LABEL = 140;
const NARROWEST_TOTAL = 66;
const ROOM_FOR_QUANTITY = 88;
/** A figure of the ledger's size, and the space round it. */
const CHARACTER = 7.4;
const ROUND_A_FIGURE = 18;
const NARROWEST_YEAR = 58;

/**
 * Shares a width out: a narrow page takes from the names first, so that every figure stays readable. Where the
 * years do not fit all the same, the whole is wider than the page, which then scrolls sideways.
 */
export function standingIn(room: number, { years, label, total, longest }: Omit<Wishes, 'printed'>): Standing {
  const narrowest = room < NARROWEST;
  const names = Math.min(label, narrowest ? NARROWEST_LABEL : room < NARROW ? NARROW_LABEL : label);
  const sumRoom = Math.max(narrowest ? NARROWEST_TOTAL : room < NARROW ? Math.min(total, NARROW_TOTAL) : total, (longest + 1) * CHARACTER + ROUND_A_FIGURE);
  const sums = total === 0 ? 0 : Math.ceil(sumRoom);
  const least = Math.ceil(Math.max(NARROWEST_YEAR, longest * CHARACTER + ROUND_A_FIGURE));
  const width = Math.max(room, names + sums + least * years);
  const year = (width - names - sums) / Math.max(1, years);
  return { width, label: names, total: sums, year, tight: year < ROOM_FOR_QUANTITY };
}

/** The widths for the space there is; null until it has been measured. Put `ref` on the element round both. */
export function useStanding({ years, label, total, longest, printed }: Wishes): { readonly ref: (element: HTMLElement | null) => (() => void) | undefined; readonly standing: Standing | null } {
  const [width, setWidth] = useState<number | null>(null);
  const printing = usePrinting();
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const shown = printing ? printed : width;
  const standing = useMemo(
    () => (shown === null || shown === 0 ? null : standingIn(shown, { years, label, total, longest })), [shown, years, label, total, longest],
  );
  return { ref, standing };
}
