import type { PlanContext } from '../context.ts';
import { leavingsOf } from '../disposal.ts';
import { upgradeBooked, type Booked } from '../finance/depreciation.ts';
import { courseOf, eventsOf, type Course, type Event } from '../refresh/occurrences.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { Asset } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import type { BookEntry } from './entries.ts';
import { bookTermsOf, residualOf } from './terms.ts';

/*
 * The books as they will be if the plan is carried out: what is there leaves when it is replaced, and what is bought
 * as capital comes in. What the plan does to the books is the difference from what is there alone.
 */

/** What a row of the register will buy and see leave. */
type Chain = { readonly asset: Asset; readonly course: Exclude<Course, { standing: 'out' }>; readonly events: readonly Event[] };

/** The entries with the plan laid over them. */
export function withPlan(context: PlanContext, forecast: Forecast, entries: readonly BookEntry[]): readonly BookEntry[] {
  const chains = new Map(context.snapshot.assets.flatMap((asset) => {
    const course = courseOf(context, asset);
    return course.standing === 'out' ? [] : [[asset.id, { asset, course, events: eventsOf(context, asset, course) }] as const];
  }));
  const there = entries.flatMap((entry) => {
    const chain = entry.assetId === null ? undefined : chains.get(entry.assetId);
    return chain === undefined ? [entry] : leavingInTurn(context, chain, entry);
  });
  const kitOf = new Map(entries.flatMap((entry) => (entry.what === 'kit' && entry.assetId !== null ? [[entry.assetId, entry.one] as const] : [])));
  const bought = forecast.lines.flatMap((line) =>
    plannedEntry(context, line, line.assetId === null ? undefined : chains.get(line.assetId), line.assetId === null ? undefined : kitOf.get(line.assetId)) ?? []);
  return [...there, ...bought];
}

/** An entry of kit that is there, its items parted by the day on which the plan has them leave. */
function leavingInTurn(context: PlanContext, { asset, course, events }: Chain, entry: BookEntry): BookEntry[] {
  let left = entry.quantity;
  const parts = leavingsOf(context, asset, course, events).filter(({ generation }) => generation === 0).flatMap(({ date, quantity }): BookEntry[] => {
    const items = Math.min(left, quantity);
    left -= items;
    return items === 0 || date < entry.one.boughtOn ? [] : [{ ...entry, quantity: items, one: { ...entry.one, leftOn: date } }];
  });
  const staying = entry.quantity - parts.reduce((sum, { quantity }) => sum + quantity, 0);
  return staying === 0 ? parts : [...parts, { ...entry, quantity: staying }];
}

/**
 * A line of the forecast that buys something which stands in the books; null for all others, and where it has no price.
 * As of the register, what is bought in a year for which the school has set no capital rule is shown all the same.
 */
function plannedEntry(context: PlanContext, line: ForecastLine, chain: Chain | undefined, kit: Booked | undefined): BookEntry | null {
  const stands = line.nature === 'capital' || line.natureReason === 'no_rule';
  if (!stands || line.unitPence === null || line.unitPence < 0) return null;
  const { asset, course } = chain ?? {};
  const terms = bookTermsOf(context.snapshot, {
    id: asset?.id ?? -1, userGroup: asset?.userGroup ?? null, categoryKey: line.categoryKey, modelId: course?.replacement.model?.id ?? null,
  });
  const whole: Booked = {
    pricePence: line.unitPence, residualPence: residualOf(line.unitPence, terms), lifeMonths: terms.lifeMonths, boughtOn: line.date,
    leftOn: chain === undefined ? null : leavesOn(chain, line),
  };
  const one = line.kind === 'upgrade' ? upgradeOf(line, chain, terms.lifeMonths, kit, whole) : whole;
  if (one === null) return null;
  return {
    what: line.kind === 'upgrade' ? 'upgrade' : 'kit', planned: true, assetId: line.assetId, categoryKey: line.categoryKey, fundKey: line.paidFrom, quantity: line.quantity, one, terms,
    natured: { nature: line.nature, natureReason: line.natureReason, comparedPence: line.comparedPence },
  };
}

/** When what a line buys, or is fitted to, is itself replaced; null within the plan's years not at all. */
function leavesOn({ events }: Chain, { kind, occurrence, date }: ForecastLine): IsoDate | null {
  const own = events.find((event) => event.kind === kind && event.occurrence === occurrence && event.date === date);
  const replacedBy = kind === 'upgrade' ? occurrence : occurrence + 1;
  return events.find((event) => event.kind === 'replace' && event.start === own?.start && event.occurrence === replacedBy)?.date ?? null;
}

/** An upgrade is written off over what is left of its kit's time in the books: none where nothing is left. */
function upgradeOf(line: ForecastLine, chain: Chain | undefined, lifeMonths: number, kit: Booked | undefined, whole: Booked): Booked | null {
  if (line.occurrence === 0) return kit === undefined ? null : upgradeBooked({ ...kit, leftOn: whole.leftOn }, line.date, whole.pricePence, 0);
  const own = chain?.events.find((event) => event.kind === 'upgrade' && event.occurrence === line.occurrence && event.date === line.date);
  const bought = chain?.events.find((event) => event.kind === 'replace' && event.start === own?.start && event.occurrence === line.occurrence - 1);
  return bought === undefined ? null : upgradeBooked({ ...whole, boughtOn: bought.date, lifeMonths }, line.date, whole.pricePence, 0);
}
