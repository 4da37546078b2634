import { sumOf } from '../../money.ts';
import type { Forecast, ForecastLine } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, Pence } from '../../vocabulary.ts';
import { answersOn, countsOf, standingOfStatus, type Answered, type AnswerStanding, type StandingCounts } from './answers.ts';
import { registerAnswer } from './from-register.ts';
import { kitAhead, kitOn, type KitAhead, type KitOnDay } from './kit-on-day.ts';
import { isAgreedKind, isOpenKind, linkedNeeds, type LinkedNeed } from './linked-needs.ts';
import type { ListRecord } from './records.ts';

/*
 * The core standards ahead: how each requirement stands at the end of each year of the plan, if what is agreed and planned
 * comes about, and what that costs. The register is asked again for each year under the forecast.
 */

export const isGap = (standing: AnswerStanding): boolean => standing === 'not' || standing === 'partly';

/** What planned replacements do for a gap. */
export type RefreshPart = {
  /** Items that do not meet it today and are replaced in the plan's years, with what they cost; each line of the forecast. */
  readonly lines: readonly ForecastLine[];
  readonly items: number;
  readonly byYear: readonly Pence[];
  readonly pence: Pence;
  readonly unpriced: number;
};

/** One core requirement on its way. */
export type RoadRow = {
  readonly answered: Answered;
  /** At the end of each year of the plan. */
  readonly byYear: readonly AnswerStanding[];
  /** Of a gap: the year at whose end it is closed, by its position; null where it is not. */
  readonly closesIn: number | null;
  readonly closedBy: 'need' | 'refresh' | null;
  /** Whether the gap is in the lists and not in the kit: whoever fills them in closes it, at any time and at no cost. */
  readonly inLists: boolean;
  /** Of what is no gap today: the year in which it becomes one; of a gap that closes, the year in which it opens again. */
  readonly opensIn: number | null;
  /** What the register says at the end of the year in which it opens. */
  readonly opensBecause: string | null;
  /** The last day on which it is in time; null where the standard names no year. Null too where it is required already. */
  readonly deadline: IsoDate | null;
  /** Whether it is no gap on that day, or on the last day of the plan where that comes first. */
  readonly inTime: boolean;
  readonly needs: readonly LinkedNeed[];
  readonly refresh: RefreshPart | null;
};

export type Road = {
  readonly years: readonly { readonly label: string; readonly end: IsoDate; readonly counts: StandingCounts }[];
  readonly today: StandingCounts;
  readonly rows: readonly RoadRow[];
  /** The rows that are a gap today, those nothing closes first. */
  readonly gaps: readonly RoadRow[];
  /** The first of the deadlines, and how the requirements stand on it; null where none names a year that lies in the plan. */
  readonly deadline: { readonly day: IsoDate; readonly counts: StandingCounts; readonly yearIndex: number } | null;
  /** The first of the deadlines where it lies after the plan's last day: then nobody can say from this plan what it will be like. */
  readonly beyond: IsoDate | null;
  readonly cost: RoadCost;
};

export type RoadCost = {
  /** What agreed needs cost by year, and those that are still to be decided, as recommended. */
  readonly agreedByYear: readonly Pence[];
  readonly openByYear: readonly Pence[];
  /** Planned replacements of what does not meet a requirement today: in the plan already, each line once. */
  readonly refreshByYear: readonly Pence[];
  readonly agreedPence: Pence;
  readonly openPence: Pence;
  readonly refreshPence: Pence;
  /** Gaps with nothing agreed, asked for or planned that would close them. */
  readonly withoutPlan: readonly RoadRow[];
  /** Needs without an option that counts, or with a cost that has no price. */
  readonly notCosted: readonly LinkedNeed[];
};

/** "To be met by 2030", read strictly: the last day before that year begins. Null where no year is named. */
export function deadlineOf(target: string | null): IsoDate | null {
  const year = Number(/\b(20\d\d)\b/u.exec(target ?? '')?.[1] ?? Number.NaN);
  return Number.isFinite(year) ? `${year - 1}-12-31` : null;
}

type Ahead = {
  readonly snapshot: PlanSnapshot;
  readonly records: readonly ListRecord[];
  readonly needs: readonly LinkedNeed[];
  readonly answered: Answered;
};

/**
 * How a requirement stands on a day to come. A need that is agreed closes it from its last purchase on. What a person has called
 * a gap follows the register where the register calls it one too; what a person has called met stays so.
 */
function standingOn({ snapshot, records, needs, answered }: Ahead, onDay: KitOnDay): { readonly standing: AnswerStanding; readonly because: string | null } {
  const { requirement, standing: today, register: now } = answered;
  const done = needs.flatMap(({ closes }) => (closes !== null && closes.on <= onDay.day ? [closes] : []));
  if (today === 'na' || (today === 'meets' && requirement.status !== null)) return { standing: today, because: null };
  if (done.some(({ whole }) => whole)) return { standing: 'meets', because: null };
  // How complete a list will be in a year is nobody's forecast.
  const follows = now !== null && now.mendedBy === 'kit' && (requirement.status === null || (now.status !== null && isGap(standingOfStatus(now.status))));
  const then = follows ? registerAnswer({ snapshot, onDay, records, requirement }) : null;
  const standing = then === null ? today : standingOfStatus(then.status);
  return { standing: standing === 'not' && done.length > 0 ? 'partly' : standing, because: then?.sentence ?? null };
}

/** The core requirements from today to the end of the plan. */
export function roadAhead(snapshot: PlanSnapshot, forecast: Forecast, records: readonly ListRecord[], ahead: KitAhead = kitAhead(snapshot, forecast)): Road {
  const ends = forecast.years.map(({ end }) => kitOn(ahead, end));
  const linked = linkedNeeds(snapshot, forecast);
  const answers = answersOn(snapshot, kitOn(ahead, forecast.asOf), records, forecast.asOf).filter(({ requirement }) => requirement.tier === 'core');
  const last = forecast.years.at(-1)?.end ?? forecast.asOf;
  const known = new Map<IsoDate, KitOnDay>();
  const within = (asked: IsoDate): KitOnDay => {
    const day = asked > last ? last : asked < forecast.asOf ? forecast.asOf : asked;
    const onDay = known.get(day) ?? kitOn(ahead, day);
    known.set(day, onDay);
    return onDay;
  };
  const rows = answers.map((answered) => rowOf(forecast, { snapshot, records, answered, needs: linked.get(answered.requirement.id) ?? [] }, ends, within));
  const days = rows.flatMap(({ deadline }) => (deadline === null ? [] : [deadline])).sort();
  const [day] = days;
  return {
    years: forecast.years.map(({ label, end }, at) => ({ label, end, counts: countsOf(rows.map(({ byYear }) => ({ standing: byYear[at] ?? 'unknown' }))) })),
    today: countsOf(answers), rows,
    gaps: rows.filter(({ answered }) => isGap(answered.standing)).toSorted((a, b) => (a.closesIn ?? -1) - (b.closesIn ?? -1)),
    deadline: day === undefined || day > last || day < forecast.asOf ? null : {
      day, yearIndex: forecast.years.findIndex(({ end }) => end >= day),
      counts: countsOf(answers.map((answered) => standingOn({ snapshot, records, answered, needs: linked.get(answered.requirement.id) ?? [] }, within(day)))),
    },
    beyond: day !== undefined && day > last ? day : null, cost: costOf(forecast, rows),
  };
}

function rowOf(forecast: Forecast, ahead: Ahead, ends: readonly KitOnDay[], within: (day: IsoDate) => KitOnDay): RoadRow {
  const { answered, needs } = ahead;
  const then = ends.map((onDay) => standingOn(ahead, onDay));
  const byYear = then.map(({ standing }) => standing);
  const wasGap = isGap(answered.standing);
  const closes = wasGap ? byYear.findIndex((standing) => !isGap(standing)) : 0;
  const opens = closes < 0 ? -1 : byYear.findIndex((standing, at) => at >= closes && isGap(standing));
  const deadline = deadlineOf(answered.requirement.target);
  const closesIn = wasGap && closes >= 0 ? closes : null;
  return {
    answered, byYear, closesIn, deadline, needs,
    closedBy: closesIn === null ? null : closedByNeed(needs, forecast.years[closesIn]?.end ?? forecast.asOf) ? 'need' : 'refresh',
    opensIn: opens < 0 ? null : opens, opensBecause: then[opens]?.because ?? null,
    inTime: deadline !== null && !isGap(standingOn(ahead, within(deadline)).standing),
    refresh: wasGap && answered.register?.mendedBy === 'kit' ? refreshOf(forecast, answered) : null,
    inLists: wasGap && answered.by === 'register' && answered.register?.mendedBy === 'lists',
  };
}

const closedByNeed = (needs: readonly LinkedNeed[], end: IsoDate): boolean => needs.some(({ closes }) => closes !== null && closes.whole && closes.on <= end);

/** The first replacements of the rows that do not meet it today. */
function refreshOf(forecast: Forecast, { register }: Answered): RefreshPart | null {
  const gapIds = new Set(register?.gapIds ?? []);
  const lines = forecast.lines.filter(({ kind, occurrence, assetId }) => kind === 'replace' && occurrence === 0 && assetId !== null && gapIds.has(assetId));
  if (lines.length === 0) return null;
  const byYear = byYearOf(forecast, lines);
  return {
    lines, byYear, pence: sumOf(byYear), items: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    unpriced: lines.reduce((sum, { netPence, quantity }) => sum + (netPence === null ? quantity : 0), 0),
  };
}

const byYearOf = ({ years }: Forecast, lines: Iterable<ForecastLine>): Pence[] => {
  const sums = years.map(() => 0);
  for (const { yearIndex, netPence } of lines) sums[yearIndex] = (sums[yearIndex] ?? 0) + (netPence ?? 0);
  return sums;
};

function costOf(forecast: Forecast, rows: readonly RoadRow[]): RoadCost {
  const linked = rows.flatMap(({ needs }) => needs);
  const ofNeeds = (is: (need: LinkedNeed) => boolean): Pence[] => {
    const figures = linked.filter(is).flatMap((need) => (need.figures === null ? [] : [need.figures]));
    return forecast.years.map((_, year) => sumOf(figures.map(({ byYear }) => byYear[year] ?? 0)));
  };
  const agreedByYear = ofNeeds(({ state }) => isAgreedKind(state));
  const openByYear = ofNeeds(({ state }) => isOpenKind(state));
  const refreshByYear = byYearOf(forecast, new Set(rows.flatMap(({ refresh }) => refresh?.lines ?? [])));
  return {
    agreedByYear, openByYear, refreshByYear, agreedPence: sumOf(agreedByYear), openPence: sumOf(openByYear), refreshPence: sumOf(refreshByYear),
    withoutPlan: rows.filter(({ answered, closesIn, needs, inLists }) => isGap(answered.standing) && closesIn === null && !inLists && !needs.some(({ state }) => isAgreedKind(state) || isOpenKind(state))),
    notCosted: linked.filter(({ state, figures }) => (isAgreedKind(state) || isOpenKind(state)) && (figures === null || figures.unpriced > 0)),
  };
}
