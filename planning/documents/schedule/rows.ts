import { addMonths, compareDays } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { placeCalled } from '../../places.ts';
import { termPeriods, type Period } from '../../periods.ts';
import type { ForecastLine } from '../../result.ts';
import { holidaysBetween, windowFor, type KnownHoliday } from '../../school-holidays.ts';
import type { Asset } from '../../snapshot.ts';
import type { IsoDate, Pence } from '../../vocabulary.ts';
import { compareNames, kitName, rowName } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';

/** One item or group of items that is replaced or upgraded: when, where, and in which holiday it is put in. */
export type ScheduledLine = {
  readonly line: ForecastLine;
  readonly asset: Asset;
  readonly period: Period;
  /** Null where the plan does not know of a holiday in time. */
  readonly window: KnownHoliday | null;
  /** Null where the kit has no room. */
  readonly room: string | null;
  /** `Pupil laptops`; of an upgrade what is fitted to them. */
  readonly what: string;
};

/** Items of one kind in one room that are put in together. */
export type ScheduleRow = {
  readonly room: string | null;
  readonly what: string;
  readonly quantity: number;
  /** The first day by which some of it is bought. */
  readonly buyBy: IsoDate;
  readonly pence: Pence;
  /** Items without a price: in no sum. */
  readonly unpriced: number;
};

/** What is put in in one term and one holiday, by room. */
export type ScheduleGroup = { readonly period: Period; readonly window: KnownHoliday | null; readonly rows: readonly ScheduleRow[] };

/** Everything that is replaced or upgraded, in the order of the days. What the plan pays for beside that is put in nowhere. */
export function scheduledLines(facts: DocumentFacts): readonly ScheduledLine[] {
  const { snapshot, forecast: { lines, years, asOf } } = facts;
  const assets = new Map(snapshot.assets.map((asset) => [asset.id, asset]));
  const called = placeCalled(snapshot.locations);
  const periods = termPeriods(years);
  const holidays = holidaysBetween(snapshot, asOf, addMonths(years.at(-1)?.end ?? asOf, 12));
  const windows = new Map<IsoDate, KnownHoliday | null>();
  const windowOf = (day: IsoDate): KnownHoliday | null => {
    let window = windows.get(day);
    if (window === undefined) windows.set(day, window = windowFor(holidays, day));
    return window;
  };
  return lines.flatMap((line): ScheduledLine[] => {
    const asset = line.assetId === null ? undefined : assets.get(line.assetId);
    const period = periods.find(({ firstMonth, months }) => line.month >= firstMonth && line.month < firstMonth + months);
    if (asset === undefined || period === undefined || (line.kind !== 'replace' && line.kind !== 'upgrade')) return [];
    return [{ line, asset, period, window: windowOf(line.date), room: asset.locationId === null ? null : called(asset.locationId), what: whatWords(facts, line, asset) }];
  }).toSorted((a, b) => compareDays(a.line.date, b.line.date) || a.asset.id - b.asset.id || a.line.occurrence - b.line.occurrence);
}

function whatWords({ snapshot }: DocumentFacts, { kind, categoryKey }: ForecastLine, { userGroup }: Asset): string {
  const category = categoryNamed(snapshot.categories, categoryKey);
  return kind === 'upgrade' ? `Upgrade of ${kitName(category, userGroup, 2)}` : rowName(category, userGroup);
}

/** A holiday as a key: two of one name and other days are not the same. */
export const windowKey = (window: KnownHoliday | null): string => (window === null ? '' : `${window.firstDay}/${window.lastDay}/${window.name}`);

/** The lines by term and holiday, and in each by room and kind; kit without a room last. */
export function scheduleGroups(lines: readonly ScheduledLine[]): readonly ScheduleGroup[] {
  return [...Map.groupBy(lines, ({ period, window }) => `${period.label}/${windowKey(window)}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ period: first.period, window: first.window, rows: rowsOf(group) }];
  });
}

export const rowsOf = (lines: readonly ScheduledLine[]): readonly ScheduleRow[] =>
  [...Map.groupBy(lines, ({ room, what }) => `${room ?? ''}\n${what}`).values()].flatMap((same): ScheduleRow[] => {
    const [first] = same;
    if (first === undefined) return [];
    return [{
      room: first.room, what: first.what, buyBy: first.line.date, quantity: sum(same, ({ quantity }) => quantity),
      pence: sum(same, ({ netPence }) => netPence ?? 0), unpriced: sum(same, ({ netPence, quantity }) => (netPence === null ? quantity : 0)),
    }];
  }).toSorted((a, b) => compareRooms(a.room, b.room) || compareNames(a.what, b.what));

const sum = (lines: readonly ScheduledLine[], of: (line: ForecastLine) => number): number => lines.reduce((total, { line }) => total + of(line), 0);

const compareRooms = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : compareNames(a, b));
