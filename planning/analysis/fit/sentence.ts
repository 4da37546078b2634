import { formatCount } from '../../money.ts';
import { say, strong, type Sentence } from '../../sentences/say.ts';
import { listOf } from '../../words.ts';
import type { FitReport, FitRow } from './check.ts';

/** Rooms that a sentence names before it counts the rest. */
const MOST_NAMED = 3;

/** What a fit check comes to: `Sound stage runs in MU1 from 2027/28 and in IT3 from 2028/29; in 2 rooms it never does.` */
export function fitSentence({ subject, years, rows }: FitReport): Sentence {
  const meant = rows.some((row) => row.meant) ? rows.filter((row) => row.meant) : rows;
  if (meant.length === 0) return say(strong(subject.name), ' has no computer that it could run on.');
  const starts = meant.map((row) => ({ row, first: runsFrom(row) }));
  const always = starts.filter(({ first }) => first === 0).map(({ row }) => row);
  const later = starts.filter(({ first }) => first !== null && first > 0).sort((a, b) => (a.first ?? 0) - (b.first ?? 0));
  const never = starts.filter(({ first }) => first === null).map(({ row }) => row);
  if (always.length === meant.length) return say(strong(subject.name), ` runs in ${meant.length === 1 ? placesOf(meant) : `all ${formatCount(meant.length)} rooms`} in every year.`);
  const parts = [
    ...(always.length === 0 ? [] : [`in ${placesOf(always)} in every year`]),
    ...later.slice(0, MOST_NAMED).map(({ row, first }) => `in ${placesOf([row])} from ${years[first ?? 0]?.label ?? ''}`),
    ...(later.length > MOST_NAMED ? [`in ${formatCount(later.length - MOST_NAMED)} more later`] : []),
  ];
  const last = years.at(-1)?.label ?? '';
  if (parts.length === 0) return say(strong(subject.name), ` does not run well in ${placesOf(never)} in any year up to ${last}.`);
  return say(strong(subject.name), ` runs well ${listOf(parts)}${never.length === 0 ? '' : `; in ${placesOf(never)} it does not up to ${last}`}.`);
}

/** The position of the first year from which it runs to the end; null where it does not run in the last. */
function runsFrom({ cells }: FitRow): number | null {
  const first = cells.findLastIndex(({ answer }) => answer !== 'runs') + 1;
  return first >= cells.length ? null : first;
}

const placesOf = (rows: readonly FitRow[]): string =>
  (rows.length > MOST_NAMED ? `${formatCount(rows.length)} rooms` : listOf(rows.map(({ place }) => place)));
