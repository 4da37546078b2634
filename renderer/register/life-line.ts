import { calendarYearOf, monthOf } from '../../planning/calendar.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';

/*
 * The life line is a vertical ruler of years. Days stand at their true distance; their labels move apart so
 * that none covers another, and a leader joins each label to its day.
 */

export type LifeMarkKind = 'bought' | 'cover' | 'upgrade' | 'support' | 'passed' | 'moved' | 'left' | 'due' | 'today';

/** A day in the life of the asset and the words beside it; `detail` is the second, lighter line. */
export type LifeMark = {
  readonly kind: LifeMarkKind;
  readonly date: IsoDate;
  readonly words: string;
  readonly detail: string | null;
};

export type LifeSpan = {
  /** `unknown` is time in use of which nobody has said whether it is covered. */
  readonly kind: 'before' | 'covered' | 'uncovered' | 'unknown' | 'overdue' | 'after';
  /** null is the end of the drawing on that side. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
};

/** Another asset named in words: "HC-DT-0087" of "Before: HC-DT-0087, 2018 to 2023". */
export type LifeLink = { readonly assetId: number; readonly name: string };

/** Words about a stretch of time rather than a day: "In warranty, 3 years". Left out where there is no room. */
export type LifeRemark = { readonly from: IsoDate | null; readonly to: IsoDate | null; readonly words: string; readonly link?: LifeLink };

export type LifeStory = {
  readonly marks: readonly LifeMark[];
  readonly spans: readonly LifeSpan[];
  readonly remarks: readonly LifeRemark[];
};

/** All measures in px from the top of the drawing. */
export type LifeLine = {
  readonly height: number;
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly spans: readonly { readonly kind: LifeSpan['kind']; readonly from: number; readonly to: number }[];
  /** `at` is where the day is, `label` the top of its words. */
  readonly marks: readonly (LifeMark & { readonly at: number; readonly label: number })[];
  readonly remarks: readonly { readonly words: string; readonly label: number; readonly link: LifeLink | null }[];
};

/** One line of label text. */
export const LABEL_LINE = 16;
const GAP = 6;
const LEAST_HEIGHT = 312;
const LEAST_BETWEEN_YEARS = 18;
/** Time shown before the first day and after the last: room to see that the ruler goes on. */
const MARGIN_MONTHS = 6;

/** Months with the day as a fraction: true enough for a drawing, and the same in every zone. */
const monthsAt = (date: IsoDate): number => monthOf(date) + (Number(date.slice(8)) - 1) / 31;

type Label = { readonly at: number; readonly height: number };

/**
 * The tops of labels that want to be at `at` (their first line's middle) and may not overlap, moved as little as
 * can be in the sum of squares. Without the labels' own heights this is the fit of a rising line of steps, which
 * pooling neighbours that are out of order solves exactly; the edges then only clip it.
 */
export const spreadLabels = (labels: readonly Label[], height: number): readonly number[] => {
  const heightsAbove: number[] = [];
  let filled = 0;
  for (const label of labels) {
    heightsAbove.push(filled);
    filled += label.height + GAP;
  }
  const lowest = Math.max(0, height - (filled - GAP));
  const pools: { readonly sum: number; readonly members: number }[] = [];
  labels.forEach((label, index) => {
    let pool = { sum: label.at - LABEL_LINE / 2 - (heightsAbove[index] ?? 0), members: 1 };
    for (let above = pools.at(-1); above && above.sum / above.members > pool.sum / pool.members; above = pools.at(-1)) {
      pools.pop();
      pool = { sum: above.sum + pool.sum, members: above.members + pool.members };
    }
    pools.push(pool);
  });
  const shifts = pools.flatMap(({ sum, members }) =>
    Array.from({ length: members }, () => Math.min(Math.max(sum / members, 0), lowest)));
  return heightsAbove.map((above, index) => above + (shifts[index] ?? 0));
};

const labelHeight = (mark: LifeMark): number => (mark.detail === null ? LABEL_LINE : 2 * LABEL_LINE);

/** Free places for a remark, tried from the middle of its stretch outwards. */
const remarkTop = (from: number, to: number, taken: readonly { readonly top: number; readonly bottom: number }[]): number | null => {
  const middle = (from + to - LABEL_LINE) / 2;
  const reach = (to - from - LABEL_LINE) / 2;
  for (let away = 0; away <= reach; away += 2) {
    const free = [middle - away, middle + away].find((top) =>
      taken.every((label) => top + LABEL_LINE + 2 <= label.top || top >= label.bottom + 2));
    if (free !== undefined) return free;
  }
  return null;
};

/** Every nth first of January, so that the years' own labels keep their distance. */
const yearTicks = (first: number, last: number, scale: (month: number) => number): LifeLine['years'] => {
  const perYear = scale(12) - scale(0);
  const step = [1, 2, 5, 10, 20].find((years) => years * perYear >= LEAST_BETWEEN_YEARS) ?? 50;
  const ticks = [];
  for (let year = calendarYearOf(Math.ceil(first) + 11); (year - 2000) * 12 <= last; year += 1) {
    if (year % step === 0) ticks.push({ year, at: scale((year - 2000) * 12) });
  }
  return ticks;
};

/** Words at an end of the ruler ("Then replaced") keep their place there and push the others aside. */
type Said = { readonly at: number; readonly height: number; readonly mark: LifeMark | null; readonly words: string; readonly link: LifeLink | null };

const endRemarks = (story: LifeStory, height: number): readonly Said[] => story.remarks.flatMap(({ from, to, words, link = null }) => {
  if (from !== null && to !== null) return [];
  return [{ at: from === null ? 0 : height, height: LABEL_LINE, mark: null, words, link }];
});

/** Lays a story out. It needs one mark at least: the day it was bought, or today. */
export const layOutLife = (story: LifeStory): LifeLine => {
  const days = story.marks.map((mark) => monthsAt(mark.date));
  const first = Math.min(...days) - MARGIN_MONTHS;
  const last = Math.max(...days) + MARGIN_MONTHS;
  const lines = story.marks.reduce((sum, mark) => sum + labelHeight(mark) + GAP, story.remarks.length * (LABEL_LINE + GAP));
  const height = Math.max(LEAST_HEIGHT, lines);
  const scale = (month: number): number => ((month - first) / (last - first)) * height;
  const atDay = (date: IsoDate | null, end: number): number => (date === null ? end : scale(monthsAt(date)));

  const said: readonly Said[] = [
    ...story.marks.map((mark) => ({ at: atDay(mark.date, 0), height: labelHeight(mark), mark, words: mark.words, link: null })),
    ...endRemarks(story, height),
  ].toSorted((left, right) => left.at - right.at);
  const tops = spreadLabels(said, height);
  const placed = said.map((label, index) => ({ ...label, label: tops[index] ?? 0 }));
  const taken = placed.map(({ label, height: own }) => ({ top: label, bottom: label + own }));
  const between = story.remarks.flatMap(({ from, to, words }) => {
    if (from === null || to === null) return [];
    const label = remarkTop(atDay(from, 0), atDay(to, height), taken);
    return label === null ? [] : [{ words, label, link: null }];
  });
  return {
    height,
    marks: placed.flatMap(({ mark, at, label }) => (mark === null ? [] : [{ ...mark, at, label }])),
    remarks: [...placed.filter(({ mark }) => mark === null).map(({ words, label, link }) => ({ words, label, link })), ...between],
    years: yearTicks(first, last, scale),
    spans: story.spans.map(({ kind, from, to }) => ({ kind, from: atDay(from, 0), to: atDay(to, height) })),
  };
};
