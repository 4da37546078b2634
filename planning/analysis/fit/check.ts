import { formatMonth, lastDayOfMonth } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { formatCount } from '../../money.ts';
import { placeCalled } from '../../places.ts';
import type { FinancialYear } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, MonthIndex } from '../../vocabulary.ts';
import { compareNames, kitCount, listOf } from '../../words.ts';
import { FIT_WORDS, judge, type FitAnswer, type Judgement } from './judge.ts';
import { lookedAt, lookedAtToday, type KitGroup, type PlannedKit } from './planned-kit.ts';
import { asksNothing, kindsFor, type FitSubject } from './subject.ts';

/** Equal kit with what was found of it. */
export type JudgedGroup = KitGroup & { readonly judgement: Judgement };

export type FitCounts = Readonly<Record<FitAnswer, number>>;

/** The answer for one room in one year. */
export type FitCell = {
  readonly answer: FitAnswer;
  /** "Runs", "Slow", "No", "Not known", "Runs on 28 of 32". */
  readonly words: string;
  /** A few words beside it: "8 GB", "from Dec 2028"; empty where there is nothing to add. */
  readonly beside: string;
  /** The answer as a sentence, with its reason: always there. */
  readonly reason: string;
  readonly items: number;
  readonly counts: FitCounts;
  readonly groups: readonly JudgedGroup[];
  /** The month within the year from which the answer holds; null where it holds the whole year. */
  readonly from: MonthIndex | null;
};

/** One room, or what a department has in it, through the plan's years. */
export type FitRow = {
  readonly key: string;
  readonly locationId: number | null;
  /** "MU1". */
  readonly place: string;
  /** "MU1, 16 desktops". */
  readonly name: string;
  /** The most items that stand there in any year. */
  readonly items: number;
  /** Whether it is the kit that is meant: of the departments that use it, or in a place that an option is about. */
  readonly meant: boolean;
  readonly cells: readonly FitCell[];
};

export type FitReport = {
  readonly subject: FitSubject;
  readonly years: readonly FinancialYear[];
  /** Rooms of the kit that is meant first, then by name. */
  readonly rows: readonly FitRow[];
};

/**
 * Whether something runs on the kit of each room in each year of the plan. A year is answered as things stand on its last
 * day, when all that is planned for it has come; where that begins within the year, its month stands beside the answer.
 *
 * Of a room with different kit: where all of it runs or runs slowly, its worst answer; where it runs on more than half,
 * slow, with how many; else no, or not known where nothing is known to fail. An answer of a room thus never gets worse by
 * more memory, cores or storage of any kit in it, nor by asking for less. Null where nothing is asked for.
 */
export function fitCheck(snapshot: PlanSnapshot, kit: PlannedKit, subject: FitSubject): FitReport | null {
  if (asksNothing(subject.requirements)) return null;
  const { years } = kit.context;
  const judged = judging(subject);
  const called = placeCalled(snapshot.locations);
  const rooms = Map.groupBy(kit.standings, (standing) => `${standing.locationId ?? ''}:${isMeant(subject, standing) ? 1 : 0}`);
  const rows = [...rooms].flatMap(([key, standings]): FitRow[] => {
    const at = (month: MonthIndex, day: IsoDate): readonly JudgedGroup[] => together(standings.flatMap((standing) => kit.groupsIn(standing, month)), judged, day);
    const cells = cellsOf(kit, at);
    const first = cells.find(({ items }) => items > 0);
    if (first === undefined) return [];
    const locationId = standings[0]?.locationId ?? null;
    const place = (locationId === null ? null : called(locationId)) ?? 'No room';
    return [{
      key, locationId, cells, meant: key.endsWith(':1'), items: Math.max(...cells.map(({ items }) => items)),
      place, name: `${place}, ${kitWords(snapshot, first.groups)}`,
    }];
  });
  return { subject, years, rows: rows.toSorted((a, b) => Number(b.meant) - Number(a.meant) || compareNames(a.name, b.name)) };
}

/** Kit of the departments that use it, or in a place that is meant as such; all kit where neither is named. */
function isMeant({ departmentIds, locationIds }: FitSubject, at: { readonly locationId: number | null; readonly departmentId: number | null }): boolean {
  if (departmentIds.length + locationIds.length === 0) return true;
  return (at.departmentId !== null && departmentIds.includes(at.departmentId)) || (at.locationId !== null && locationIds.includes(at.locationId));
}

type Judging = (group: KitGroup, day: IsoDate) => Judgement | null;

/**
 * What is asked of kit, each computer of the kinds it could run on; null for any other. Alike computers are looked at once:
 * of a day all that matters is which of their ends of support have gone by.
 */
export function judging({ requirements }: Pick<FitSubject, 'requirements'>): Judging {
  const kinds = kindsFor(requirements);
  const known = new Map<KitGroup['spec'], Judgement[]>();
  return ({ spec }, day) => {
    if (!kinds.includes(spec.categoryKey)) return null;
    const gone = (spec.systemEnd !== null && spec.systemEnd < day ? 1 : 0) + (spec.makerEnd !== null && spec.makerEnd < day ? 2 : 0);
    let found = known.get(spec);
    if (found === undefined) known.set(spec, found = []);
    return found[gone] ??= judge(spec, requirements, day);
  };
}

export const together = (groups: readonly KitGroup[], judged: Judging, day: IsoDate): readonly JudgedGroup[] => groups.flatMap((group) => {
  const judgement = judged(group, day);
  return judgement === null ? [] : [{ ...group, judgement }];
});

type At = (month: MonthIndex, day: IsoDate) => readonly JudgedGroup[];

function cellsOf({ context }: PlannedKit, at: At): readonly FitCell[] {
  const today = lookedAtToday(context);
  let before = answerOf(at(today.month, today.day));
  let seen = before.items > 0;
  return context.years.map((year, index) => {
    const { month, day } = lookedAt(context, index);
    const groups = at(month, day);
    const now = answerOf(groups);
    const first = Math.max(year.firstMonth, context.asOfMonth);
    const from = sameAnswer(now, before) ? null : beganIn(at, now, month, first);
    before = now;
    seen ||= now.items > 0;
    return cellOf(groups, now, from === null || from === first ? null : from, seen);
  });
}

/** The first month of a year from which its last answer holds, looking back from its last. */
function beganIn(at: At, now: RoomAnswer, last: MonthIndex, first: MonthIndex): MonthIndex {
  let from = last;
  while (from > first && sameAnswer(answerOf(at(from - 1, lastDayOfMonth(from - 1))), now)) from -= 1;
  return from;
}

type RoomAnswer = { readonly answer: FitAnswer; readonly items: number; readonly counts: FitCounts };

const sameAnswer = (a: RoomAnswer, b: RoomAnswer): boolean =>
  a.answer === b.answer && a.items === b.items && a.counts.runs === b.counts.runs && a.counts.slow === b.counts.slow && a.counts.no === b.counts.no;

function answerOf(groups: readonly JudgedGroup[]): RoomAnswer {
  const counts = { no: 0, unknown: 0, slow: 0, runs: 0 };
  for (const { items, judgement } of groups) counts[judgement.answer] += items;
  const items = counts.no + counts.unknown + counts.slow + counts.runs;
  return { counts, items, answer: roomAnswer(counts, items) };
}

/** The answer for a room from those of its computers. */
export function roomAnswer(counts: FitCounts, items: number): FitAnswer {
  if (items === 0) return 'no';
  if (counts.runs === items) return 'runs';
  if (2 * (counts.runs + counts.slow) > items) return 'slow';
  return counts.no > 0 ? 'no' : 'unknown';
}

function cellOf(groups: readonly JudgedGroup[], { answer, items, counts }: RoomAnswer, from: MonthIndex | null, seen: boolean): FitCell {
  const mixed = Object.values(counts).filter((count) => count > 0).length > 1;
  const since = from === null ? [] : [`from ${formatMonth(from)}`];
  const cell = { answer, items, counts, groups, from };
  if (items === 0) return { ...cell, words: FIT_WORDS.no, beside: seen ? 'no kit left' : 'no kit yet', reason: 'No computer stands there then.' };
  if (!mixed) {
    const [why = ''] = shorts(groups);
    // What is true of all of it; a date of its own says more than the month in which the answer began.
    const own = shorts(groups).length === 1 && why.startsWith('unsupported from') ? [why] : [...shorts(groups).slice(0, 1), ...since];
    return { ...cell, words: FIT_WORDS[answer], beside: own.filter(Boolean).join(', '), reason: `${FIT_WORDS[answer]}: ${reasonOf(groups)}.` };
  }
  return { ...cell, words: mixedWords(counts, items), beside: since.join(''), reason: `${mixedWords(counts, items)}: ${reasonOf(groups)}.` };
}

/** `Runs on 28 of 32`, `Runs on 20, slowly on 8 of 32`, `Slow on 8 of 32`, `Known of none of 32` never. */
function mixedWords({ runs, slow }: FitCounts, items: number): string {
  if (runs + slow === 0) return `Runs on none of ${formatCount(items)} for certain`;
  if (runs === 0) return `Slow on ${formatCount(slow)} of ${formatCount(items)}`;
  return `Runs on ${formatCount(runs)}${slow === 0 ? '' : `, slow on ${formatCount(slow)}`} of ${formatCount(items)}`;
}

/** What decided, the most items first, each once. */
function shorts(groups: readonly JudgedGroup[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { judgement: { beside }, items } of groups) counts.set(beside, (counts.get(beside) ?? 0) + items);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([words]) => words);
}

/** What the computers are, each kind in a few words: `16 have 8 GB`. */
const reasonOf = (groups: readonly JudgedGroup[]): string => listOf(groups.toSorted((a, b) => b.items - a.items).slice(0, 3).map(({ items, spec, judgement }) =>
  `${formatCount(items)} × ${spec.name}${judgement.beside === '' ? ' with all it needs' : `, ${judgement.beside}`}`));

/** `16 desktops`, `30 desktops and 2 laptops`. */
function kitWords({ categories }: PlanSnapshot, groups: readonly JudgedGroup[]): string {
  const kinds = Map.groupBy(groups, ({ spec }) => spec.categoryKey);
  return listOf([...kinds].map(([key, of]) => ({ key, items: of.reduce((sum, { items }) => sum + items, 0) })).sort((a, b) => b.items - a.items)
    .map(({ key, items }) => kitCount(categoryNamed(categories, key), null, items)));
}
