import { categoryNamed } from '../categories.ts';
import type { ForecastOptions } from '../context.ts';
import { forecast } from '../forecast.ts';
import type { ByYear, Forecast, ForecastLine } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { LineKind, Pence, SpendNature, ThresholdBasis } from '../vocabulary.ts';
import { kitCount, kitName } from '../words.ts';
import { canBeCapital, capitalRuleOf } from './capital.ts';
import { budgetEntries } from './entries.ts';
import type { CapitalRule } from './finance.ts';

/*
 * What another rule for capital would do, before it is kept: the same forecast is run under the other rule and the
 * two are held side by side, line by line. A rule moves money between revenue and capital and changes no cost.
 */

export type DraftRule = Omit<CapitalRule, 'id'>;

/** The plan as it would be with the rule, in place of one from the same year. A rule of a later year still holds from there. */
export const withRule = (snapshot: PlanSnapshot, rule: DraftRule): PlanSnapshot => {
  const others = snapshot.finance.capitalRules.filter(({ fromYear }) => fromYear !== rule.fromYear);
  return { ...snapshot, finance: { ...snapshot.finance, capitalRules: [...others, { id: 0, ...rule }] } };
};

/** Net pence of each year as revenue and as capital; together they are the year's planned cost. */
export type Natures = Readonly<Record<SpendNature, ByYear>>;

export function naturesOf(snapshot: PlanSnapshot, plan: Forecast): Natures {
  const sums = { revenue: plan.years.map(() => 0), capital: plan.years.map(() => 0) };
  for (const { yearIndex, nature, netPence } of budgetEntries(snapshot, plan)) {
    const row = sums[nature];
    row[yearIndex] = (row[yearIndex] ?? 0) + (netPence ?? 0);
  }
  return sums;
}

export type RuleEffect = {
  readonly before: Natures;
  readonly after: Natures;
  /** What each year costs, under either rule. */
  readonly plannedPence: ByYear;
  /** What goes from revenue to capital, and what goes back. */
  readonly toCapitalPence: Pence;
  readonly toRevenuePence: Pence;
};

/** What the rule would do. `plan` is the forecast of the snapshot as it is, with the same options. */
export function ruleEffect(snapshot: PlanSnapshot, plan: Forecast, options: ForecastOptions, rule: DraftRule): RuleEffect {
  const other = withRule(snapshot, rule);
  const changed = forecast(other, options);
  const [was, is] = [budgetEntries(snapshot, plan), budgetEntries(other, changed)];
  const moved = (to: SpendNature): Pence =>
    is.reduce((sum, { nature, netPence }, at) => (nature === to && was[at]?.nature !== to ? sum + (netPence ?? 0) : sum), 0);
  return {
    before: naturesOf(snapshot, plan), after: naturesOf(other, changed), plannedPence: changed.totals.plannedPence,
    toCapitalPence: moved('capital'), toRevenuePence: moved('revenue'),
  };
}

/** What the plan buys of one kind in one year, under the threshold by the item and by the order. */
export type OwnOrder = {
  readonly yearIndex: number;
  /** `22 staff laptops`. */
  readonly name: string;
  /** `staff laptop`, `staff laptops`. */
  readonly singular: string;
  readonly quantity: number;
  readonly netPence: Pence;
  /** The dearest one; the cheapest beside it where they differ. */
  readonly unitPence: Pence;
  readonly leastUnitPence: Pence;
  /** All that is bought together with the dearest line of it, itself among it. */
  readonly togetherPence: Pence;
  /** Its codes, counted each way; several where its lines differ. */
  readonly byItem: readonly string[];
  readonly byOrder: readonly string[];
  readonly natureByItem: SpendNature;
  readonly natureByOrder: SpendNature;
};

type Priced = ForecastLine & { readonly netPence: Pence; readonly unitPence: Pence };
const isBought = (line: ForecastLine): line is Priced => canBeCapital(line) && line.netPence !== null && line.unitPence !== null && line.netPence > 0;

/**
 * The school's own purchases from the rule's first year on (from the open year where it began earlier), by year and
 * then by cost: what each would be coded, counted by the item and by the order, from the rule's threshold.
 */
export function ownOrders(snapshot: PlanSnapshot, options: ForecastOptions, rule: DraftRule): readonly OwnOrder[] {
  const under = (basis: ThresholdBasis): Forecast => forecast(withRule(snapshot, { ...rule, basis }), options);
  const [item, order] = [under('item'), under('order')];
  const groups = new Map<string, { readonly line: Priced; readonly ordered: ForecastLine }[]>();
  const userGroups = new Map(snapshot.assets.map(({ id, userGroup }) => [id, userGroup]));
  const groupOf = ({ assetId }: ForecastLine) => (assetId === null ? null : userGroups.get(assetId) ?? null);
  item.lines.forEach((line, at) => {
    const ordered = order.lines[at];
    const year = item.years[line.yearIndex]?.year ?? 0;
    if (ordered === undefined || year < rule.fromYear || !isBought(line)) return;
    const key = [line.yearIndex, line.categoryKey, line.kind, groupOf(line) ?? ''].join(' ');
    const group = groups.get(key) ?? [];
    group.push({ line, ordered });
    groups.set(key, group);
  });
  return [...groups.values()].map((group): OwnOrder => ownOrder(snapshot, group, groupOf))
    .toSorted((a, b) => a.yearIndex - b.yearIndex || b.netPence - a.netPence || (a.name < b.name ? -1 : 1));
}

/** What a purchase is for where it is not the kit itself in its turn. */
const KIND_NOTES: Readonly<Partial<Record<LineKind, string>>> = { upgrade: ', upgraded', loss: ', lost or broken' };

function ownOrder(
  snapshot: PlanSnapshot, group: readonly { readonly line: Priced; readonly ordered: ForecastLine }[],
  groupOf: (line: ForecastLine) => Parameters<typeof kitCount>[1],
): OwnOrder {
  const dearest = group.reduce((found, each) => (each.line.unitPence > found.line.unitPence ? each : found));
  const { line, ordered } = dearest;
  const quantity = group.reduce((sum, each) => sum + each.line.quantity, 0);
  const category = categoryNamed(snapshot.categories, line.categoryKey);
  const userGroup = groupOf(line);
  const codes = (of: 'line' | 'ordered'): readonly string[] => [...new Set(group.map((each) => each[of].code))].toSorted();
  return {
    yearIndex: line.yearIndex, quantity, unitPence: line.unitPence, leastUnitPence: Math.min(...group.map((each) => each.line.unitPence)),
    name: `${kitCount(category, userGroup, quantity)}${KIND_NOTES[line.kind] ?? ''}`, singular: `${kitName(category, userGroup, 1)}${KIND_NOTES[line.kind] ?? ''}`,
    netPence: group.reduce((sum, each) => sum + each.line.netPence, 0), togetherPence: ordered.comparedPence ?? line.netPence,
    byItem: codes('line'), byOrder: codes('ordered'), natureByItem: line.nature, natureByOrder: ordered.nature,
  };
}

/** The rule that a draft starts from: that of the year, or what is usual where the school has set none. */
export const ruleToStartFrom = (snapshot: PlanSnapshot, year: number): DraftRule => {
  const rule = capitalRuleOf(snapshot.finance.capitalRules, year);
  return rule === null ? { fromYear: year, thresholdPence: UNSAID_THRESHOLD, basis: 'order', source: null }
    : { fromYear: year, thresholdPence: rule.thresholdPence, basis: rule.basis, source: rule.source };
};

/** DfE's own illustration of a threshold, £2,000, to begin with: the school's authority or trust sets its own. */
const UNSAID_THRESHOLD: Pence = 200_000;
