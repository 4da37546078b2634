import { assetName } from '../register/field-words.ts';
import { monthOf } from '../calendar.ts';
import { yearIndexOf, type PlanContext } from '../context.ts';
import { formatPounds, sumOf } from '../money.ts';
import { needDay } from '../needs.ts';
import { contextOf } from '../quality.ts';
import { known } from '../refresh/due.ts';
import type { ByYear, Forecast, ForecastLine } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { FundKey, IsoDate } from '../vocabulary.ts';
import { inWords, kitCount, listOf, startUpper } from '../words.ts';
import { fundNamed } from './fund.ts';
import type { FundReason } from './paying.ts';

/*
 * What is bought in one year of the plan and costs money in a later one that no fund was found for:
 *
 *   running costs     of a need, or of an agreement that starts in the plan, in the years after it was bought
 *   upgrade           of kit bought in the plan; of older kit only where a fund was named and cannot pay
 *   extension         years of cover or support after the first that was agreed; likewise
 *   renewal           of kit bought in the plan whose named fund cannot pay for the next
 *
 * A fund was found where the one named for it pays. Nobody pays where it has ended by then, may not pay for such a
 * thing, is used up, or where nobody has named one: then it falls on the usual fund without anybody having said so.
 * What was paid before the plan from the usual fund goes on as it was and is not counted.
 */

export type UnfundedReason = Exclude<FundReason, 'named'>;
type Kind = 'running' | 'upgrade' | 'extension' | 'renewal';

export type Unfunded = {
  readonly key: string;
  /** "Microphones for the music rooms", "12 laptops". */
  readonly what: string;
  readonly kind: Kind;
  /** Position of the year in which it was bought; null for what is older than the plan. */
  readonly boughtIn: number | null;
  /** What it costs in each year of the plan without a fund; 0 where nothing. */
  readonly pence: ByYear;
  /** Whether some year's cost has no price: the sum is then too low. */
  readonly unpriced: boolean;
  readonly reason: UnfundedReason;
  /** The fund that was named and does not pay; null where none was. */
  readonly fundKey: FundKey | null;
};

type Found = { readonly line: ForecastLine; readonly kind: Kind; readonly boughtIn: number | null; readonly subject: string };

/** What every line is asked against, looked up once: a large plan has a hundred thousand of them. */
type Known = {
  readonly context: PlanContext;
  /** The plan's year in which each row of the register was bought; null where that was before, or is not known. */
  readonly purchased: ReadonlyMap<number, number | null>;
  /** The plan's year in which an agreement starts, and a need is bought, likewise. */
  readonly started: ReadonlyMap<number, number | null>;
  readonly needed: ReadonlyMap<number, number | null>;
  /** The first year in which the plan buys a row again, and the first of its longer cover or support. */
  readonly replaced: ReadonlyMap<number, number>;
  readonly extended: ReadonlyMap<string, number>;
};

function knownOf(context: PlanContext, lines: readonly ForecastLine[]): Known {
  const { assets, recurring, needs } = context.snapshot;
  const yearOf = (day: IsoDate | null): number | null => (day === null ? null : inPlan(context, yearIndexOf(context, monthOf(day))));
  const replaced = new Map<number, number>();
  const extended = new Map<string, number>();
  const earliest = <Key>(years: Map<Key, number>, key: Key, year: number): void => void years.set(key, Math.min(years.get(key) ?? Infinity, year));
  for (const line of lines) {
    if (line.kind === 'replace' && line.assetId !== null) earliest(replaced, line.assetId, line.yearIndex);
    if (line.kind === 'extend') earliest(extended, extensionKey(line), line.yearIndex);
  }
  return {
    context, replaced, extended,
    purchased: new Map(assets.map(({ id, purchaseDate }) => [id, yearOf(known(purchaseDate))])),
    started: new Map(recurring.map(({ id, start }) => [id, yearOf(known(start))])),
    needed: new Map(needs.map((need) => [need.costId, yearOf(needDay(context, need))])),
  };
}

/** What a line is, if it is a later cost of something; null for what is no later cost. */
function laterCost({ purchased, started, needed, replaced, extended }: Known, line: ForecastLine): Found | null {
  const { kind, occurrence, yearIndex, fundKey, assetId } = line;
  const named = fundKey !== null;
  if (kind === 'need' && occurrence > 0) {
    const boughtIn = needed.get(line.needCostId ?? 0) ?? null;
    return boughtIn !== null && yearIndex > boughtIn ? { line, kind: 'running', boughtIn, subject: `need ${line.needId}` } : null;
  }
  if (kind === 'recurring') {
    const boughtIn = started.get(line.recurringId ?? 0) ?? null;
    if (boughtIn === null ? !named || yearIndex === 0 : yearIndex <= boughtIn) return null;
    return { line, kind: 'running', boughtIn, subject: `agreement ${line.recurringId}` };
  }
  const boughtIn = assetId === null ? null : (occurrence > 0 ? replaced : purchased).get(assetId) ?? null;
  if (kind === 'upgrade') return yearIndex > (boughtIn ?? 0) && (named || boughtIn !== null) ? { line, kind: 'upgrade', boughtIn, subject: line.categoryKey } : null;
  if (kind === 'extend') {
    const first = extended.get(extensionKey(line)) ?? yearIndex;
    return yearIndex > first || (named && yearIndex > 0) ? { line, kind: 'extension', boughtIn: first < yearIndex ? first : boughtIn, subject: line.categoryKey } : null;
  }
  return kind === 'replace' && occurrence > 0 && named && boughtIn !== null && yearIndex > boughtIn ? { line, kind: 'renewal', boughtIn, subject: line.categoryKey } : null;
}

const inPlan = ({ years }: PlanContext, yearIndex: number): number | null => (yearIndex >= 0 && yearIndex < years.length ? yearIndex : null);

const extensionKey = ({ assetId, limitingFactor }: ForecastLine): string => `${assetId} ${limitingFactor}`;

/** What is bought in the plan and costs something in later years that no fund was found for, the dearest first. */
export function unfundedCosts(snapshot: PlanSnapshot, forecast: Forecast): readonly Unfunded[] {
  const context = contextOf(snapshot, forecast);
  const all = knownOf(context, forecast.lines);
  const found = forecast.lines.filter(({ fundReason }) => fundReason !== 'named').flatMap((line) => laterCost(all, line) ?? []);
  const groups = Map.groupBy(found, ({ line, kind, boughtIn, subject }) => `${kind} ${subject} ${boughtIn} ${line.fundReason} ${line.fundKey}`);
  return [...groups].map(([key, of]) => unfundedOf(context, key, of)).filter(({ pence, unpriced }) => unpriced || pence.some((each) => each !== 0))
    .sort((a, b) => sumOf(b.pence) - sumOf(a.pence) || (a.key < b.key ? -1 : 1));
}

function unfundedOf(context: PlanContext, key: string, found: readonly Found[]): Unfunded {
  const [first] = found as [Found];
  const pence = context.years.map(() => 0);
  for (const { line: { yearIndex, netPence } } of found) pence[yearIndex] = (pence[yearIndex] ?? 0) + (netPence ?? 0);
  return {
    key, what: whatOf(context, found), kind: first.kind, boughtIn: first.boughtIn, pence, unpriced: found.some(({ line }) => line.netPence === null),
    reason: first.line.fundReason as UnfundedReason, fundKey: first.line.fundKey,
  };
}

const OF_KIND: Readonly<Record<Kind, (kit: string) => string>> = {
  running: (kit) => kit, upgrade: (kit) => `Upgrade of ${kit}`, extension: (kit) => `Longer cover or support of ${kit}`, renewal: (kit) => `Replacement of ${kit}`,
};

function whatOf({ snapshot, category }: PlanContext, found: readonly Found[]): string {
  const [{ line, kind }] = found as [Found];
  if (line.needId !== null) return snapshot.needs.find(({ id }) => id === line.needId)?.name ?? 'A need';
  if (line.recurringId !== null) return snapshot.recurring.find(({ id }) => id === line.recurringId)?.name ?? 'An agreement';
  const assets = [...new Set(found.map((each) => each.line.assetId))];
  const only = assets.length === 1 ? snapshot.assets.find(({ id }) => id === assets[0]) : undefined;
  const byYear = Map.groupBy(found, (each) => each.line.yearIndex);
  const most = Math.max(...[...byYear.values()].map((of) => sumOf(of.map((each) => each.line.quantity))));
  return OF_KIND[kind](only !== undefined && only.quantity === 1 ? assetName(only) : kitCount(category(line.categoryKey), null, most));
}

/** Why nobody pays, in a few words. */
export function unfundedWhy({ funds }: PlanSnapshot, { reason, fundKey }: Unfunded): string {
  const name = fundKey === null ? 'The fund' : fundNamed(funds, fundKey).name;
  switch (reason) {
    case 'usual': return 'No fund named';
    case 'ended': return `${name} has ended by then`;
    case 'may_not': return `${name} may not pay for it`;
    case 'used_up': return `${name} is used up`;
  }
}

/** What the plan buys and cannot say who pays for later, in one sentence. */
export function unfundedSentence(forecast: Forecast, found: readonly Unfunded[]): string {
  if (found.length === 0) return 'Everything bought has a fund for its later years.';
  const names = found.slice(0, 3).map(({ what, pence, unpriced }) => `${what} (${unpriced && sumOf(pence) === 0 ? 'no price' : formatPounds(sumOf(pence))})`);
  const rest = found.length - names.length;
  const all = rest === 0 ? names : [...names, `${inWords(rest)} more`];
  return `${startUpper(inWords(found.length))} ${found.length === 1 ? 'thing has' : 'things have'} costs ${forecast.years[1] === undefined ? 'later' : `from ${forecast.years[1].label} on`} that nobody pays: ${listOf(all)}.`;
}
