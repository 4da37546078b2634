import type { PlanContext } from '../../../planning/context.ts';
import { courseOf } from '../../../planning/refresh/occurrences.ts';
import { purchaseMonths } from '../../../planning/refresh/window.ts';
import { assetName } from '../../../planning/register/field-words.ts';
import type { ForecastLine } from '../../../planning/result.ts';
import type { Asset } from '../../../planning/snapshot.ts';
import type { CostCategory, Pence } from '../../../planning/vocabulary.ts';
import { LINE_KIND_WORDS } from '../lines-sheet.ts';

/** What the forecast counts and the formulas of a live spreadsheet do not: amounts as Kitplan worked them out. */
export type RestRow = {
  readonly what: string;
  /** Replacement, running cost and so on. */
  readonly kind: string;
  readonly why: string;
  readonly categoryKey: string;
  readonly costCategory: CostCategory;
  /** Items replaced, by year. */
  readonly items: readonly number[];
  /** By year; null where something is bought and nobody knows a price. */
  readonly pence: readonly (Pence | null)[];
};

type Told = { readonly what: string; readonly why: string };

/**
 * The lines that no formula carries, one row for each thing, kind and cost category. `beyond` are rows of the register that are
 * here only because there are too many: they stand together by category.
 */
export function restRows(context: PlanContext, lines: readonly ForecastLine[], beyond: ReadonlySet<number>): RestRow[] {
  const assets = new Map(context.snapshot.assets.map((asset) => [asset.id, asset]));
  const costs = new Map(context.snapshot.recurring.map((cost) => [cost.id, cost.name]));
  const needs = new Map(context.snapshot.needs.map((need) => [need.id, need]));
  const subject = (line: ForecastLine): string => (line.assetId !== null && beyond.has(line.assetId) ? 'beyond'
    : `${line.assetId}/${line.recurringId}/${line.needId}`);
  const tell = (line: ForecastLine): Told => {
    const { plural } = context.category(line.categoryKey);
    if (line.recurringId !== null) return { what: costs.get(line.recurringId) ?? 'A cost', why: 'Charged in its own months' };
    if (line.needId !== null) return { what: needs.get(line.needId)?.name ?? 'A need', why: 'Agreed by hand' };
    const asset = line.assetId === null ? undefined : assets.get(line.assetId);
    if (line.kind === 'consumable') return { what: `What ${plural} use up`, why: 'By what was bought of late' };
    if (asset === undefined) return { what: `Expected: ${plural}`, why: 'Counted over all kit of its kind' };
    return beyond.has(asset.id) ? { what: `Other ${plural}`, why: 'Too many rows for formulas' } : { what: assetName(asset), why: whyNot(context, asset, line) };
  };
  const groups = Map.groupBy(lines, (line) => `${subject(line)}/${line.kind}/${line.categoryKey}/${line.costCategory}`);
  return [...groups.values()].flatMap((group): RestRow[] => {
    const [first] = group;
    if (first === undefined) return [];
    const inYear = (year: number): ForecastLine[] => group.filter(({ yearIndex }) => yearIndex === year);
    return [{
      ...tell(first), kind: LINE_KIND_WORDS[first.kind], categoryKey: first.categoryKey, costCategory: first.costCategory,
      items: context.years.map((_, year) => inYear(year).reduce((sum, { kind, quantity }) => sum + (kind === 'replace' ? quantity : 0), 0)),
      pence: context.years.map((_, year) => penceOf(inYear(year))),
    }];
  });
}

const penceOf = (lines: readonly ForecastLine[]): Pence | null =>
  (lines.length > 0 && lines.every(({ netPence }) => netPence === null) ? null : lines.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0));

/** Why a row of the register does not go by formula, from what is known of it. */
function whyNot(context: PlanContext, asset: Asset, line: ForecastLine): string {
  if (line.kind !== 'replace' && line.kind !== 'upgrade') return 'Beside the replacement';
  const course = courseOf(context, asset);
  if (course.standing === 'on_the_way') return 'On its way, at the price of its order';
  if (course.standing === 'out') return 'A rule that these formulas do not hold';
  if (Object.values(course.decision).some((decided) => decided !== null)) return 'Something else was decided for it';
  if (course.successions.length > 0) return 'Its successor is on order';
  if (course.overdue && context.backlogYears > 1) return 'The backlog is spread over years';
  if ([course.policy, course.replacement.policy].some((policy) => purchaseMonths(policy).length > 0)) return 'Bought in the months that its policy names';
  if (course.replacement.categoryKey !== asset.categoryKey || course.replacement.policy !== course.policy) return 'Replaced by a model with rules of its own';
  return course.policy.categoryKey === asset.categoryKey ? 'A rule that these formulas do not hold' : 'Its policy is for another kind of kit';
}
