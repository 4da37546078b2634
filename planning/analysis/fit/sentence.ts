import { formatCount } from '../../money.ts';
import { say, strong, type Sentence } from '../../sentences/say.ts';
import { listOf, startLower } from '../../words.ts';
import type { FitReport, FitRow } from './check.ts';
import type { FitAnswer } from './judge.ts';

/** Rooms that a sentence names before it counts the rest. */
const MOST_NAMED = 3;

/** A room, and the position of the first year from which something is so up to the last. */
type From = { readonly row: FitRow; readonly first: number };

/** What a fit check comes to: `Sound stage runs well in MU1 from 2027/28; slowly in IT3 in every year; not in MU2 up to 2030/31.` */
export function fitSentence({ subject, years, rows }: FitReport): Sentence {
  const meant = rows.some((row) => row.meant) ? rows.filter((row) => row.meant) : rows;
  if (meant.length === 0) return say(strong(subject.name), ' has no computer that it could run on.');
  const well = fromTheFirst(meant, 'runs');
  const slowly = fromTheFirst(meant.filter((row) => !well.some((each) => each.row === row)), 'slow', 'runs');
  const never = meant.filter((row) => ![...well, ...slowly].some((each) => each.row === row));
  const [unknown, no] = [never.filter(isUnknown), never.filter((row) => !isUnknown(row))];
  if (well.length === meant.length && meant.length > 1 && well.every(({ first }) => first === 0)) return say(strong(subject.name), ` runs well in ${meant.length === 2 ? 'both' : `all ${formatCount(meant.length)}`} rooms in every year.`);
  const last = years.at(-1)?.label ?? '';
  if (unknown.length === meant.length) return say('Whether ', strong(subject.name), ` runs ${placesOf(unknown)} at the end of ${last} is not known.`);
  if (no.length === meant.length) return say(strong(subject.name), ` does not run ${placesOf(no)} at the end of ${last}.`);
  const unsure = unknown.length === 0 ? '' : `whether it runs ${placesOf(unknown)} at the end of ${last} is not known`;
  if (never.length === meant.length) return say(strong(subject.name), ` does not run ${placesOf(no)} at the end of ${last}; ${unsure}.`);
  const when = ({ row, first }: From): string => `${inPlace(row)} ${first === 0 ? 'in every year' : `from ${years[first]?.label ?? ''}`}`;
  const told = (found: readonly From[]): string => listOf([
    ...found.slice(0, MOST_NAMED).map(when), ...(found.length > MOST_NAMED ? [`in ${formatCount(found.length - MOST_NAMED)} more by ${last}`] : []),
  ]);
  const parts = [
    ...(well.length === 0 ? [] : [`well ${told(well)}`]),
    ...(slowly.length === 0 ? [] : [`${well.length === 0 ? 'only ' : ''}slowly ${told(slowly)}`]),
    ...(no.length === 0 ? [] : [`not ${placesOf(no)} at the end of ${last}`]),
    ...(unsure === '' ? [] : [unsure]),
  ];
  return say(strong(subject.name), ` runs ${parts.join('; ')}.`);
}

/** The rooms that have one of these answers up to the last year, the soonest first. */
const fromTheFirst = (rows: readonly FitRow[], ...answers: readonly FitAnswer[]): readonly From[] => rows.flatMap((row): From[] => {
  const first = row.cells.findLastIndex(({ answer }) => !answers.includes(answer)) + 1;
  return first >= row.cells.length ? [] : [{ row, first }];
}).sort((a, b) => a.first - b.first);

/** What the last year ends with is not known: something has to be found out before anybody says that it does not run. */
const isUnknown = ({ cells }: FitRow): boolean => cells.at(-1)?.answer === 'unknown';

/** `in MU1`; `with staff` of a place that is called "With staff"; `outside any room`. */
const inPlace = ({ locationId, place }: FitRow): string =>
  (locationId === null ? 'outside any room' : /^(?:with|on|at) /iu.test(place) ? startLower(place) : `in ${place}`);

/** `in MU1 and MU2`; `in 12 rooms`. */
function placesOf(rows: readonly FitRow[]): string {
  if (rows.length > MOST_NAMED) return `in ${formatCount(rows.length)} rooms`;
  return listOf(rows.map((row, index) => (index > 0 && inPlace(row).startsWith('in ') ? row.place : inPlace(row))));
}
