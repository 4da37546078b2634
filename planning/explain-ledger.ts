import { formatLongDate } from './calendar.ts';
import { categoryNamed } from './categories.ts';
import type { ForecastOptions } from './context.ts';
import { explainLine } from './explain.ts';
import { assetsById, type LedgerRow } from './ledger.ts';
import { liesBehind, type AssetsById } from './ledger/dimensions.ts';
import { formatCount, formatExact } from './money.ts';
import { partsIn, yearPeriods, type Part, type Period } from './periods.ts';
import { known } from './refresh/due.ts';
import type { Forecast, ForecastLine, WhyStep } from './result.ts';
import type { Asset, PlanSnapshot } from './snapshot.ts';
import { LIMITING_FACTOR_WORDS, type Pence } from './vocabulary.ts';
import { kitName, rowName, startLower, startUpper } from './words.ts';

/** What stands behind a figure of the ledger. */
export type CellReasons = {
  readonly steps: readonly WhyStep[];
  /** The register rows behind it, for a link that shows them; empty for running costs and losses. */
  readonly assetIds: readonly number[];
};

/** More different stories than this in one figure are summed up in a last step. */
const MOST_STORIES = 8;

/** What lies behind a row of the ledger in one column by its position or, with null, in all. */
export function partsBehind(
  snapshot: PlanSnapshot, forecast: Forecast, row: Pick<LedgerRow, 'path'>, column: number | null, columns: readonly Period[],
): readonly Part[] {
  const assets = assetsById(snapshot);
  return partsIn(snapshot, forecast, columns).filter((part) => (column === null || part.column === column) && liesBehind(row.path, part.line, assets));
}

/** Lines of one story, taken together: the same words and the same price of one. */
type Story = { readonly parts: readonly Part[]; readonly line: ForecastLine; readonly quantity: number; readonly pence: Pence | null };

/**
 * Why a figure of the ledger is what it is. Where all its lines have one story (32 desktops of one order) the
 * numbered reasons of that story, with the whole quantity in the sum; where they differ, one step for each
 * story, the dearest first, whose amounts add up to the figure. `options` are those of the forecast, `columns` those
 * of the ledger: its years unless set.
 */
export function explainCell(
  snapshot: PlanSnapshot, options: ForecastOptions, forecast: Forecast, row: LedgerRow, column: number | null,
  columns: readonly Period[] = yearPeriods(forecast.years),
): CellReasons {
  const assets = assetsById(snapshot);
  const parts = partsBehind(snapshot, forecast, row, column, columns);
  const assetIds = [...new Set(parts.flatMap(({ line }) => (line.assetId === null ? [] : [line.assetId])))];
  const words = teller(snapshot, assets, new Set(parts.map(({ line }) => line.categoryKey)).size > 1);
  const stories = [...Map.groupBy(parts, ({ line }) => `${line.unitPence}/${words(line)}`).values()].map(storyOf);
  const [only] = stories;
  if (only === undefined) return { steps: [], assetIds };
  if (stories.length > 1) return { steps: summary(stories.sort((a, b) => (b.pence ?? 0) - (a.pence ?? 0)), words).map((text) => ({ text })), assetIds };
  const steps = isShare(only) ? shareSteps(snapshot, options, only, columns) : sharedSteps(snapshot, options, assets, only);
  return { steps, assetIds };
}

function storyOf(parts: readonly Part[]): Story {
  const [first] = parts;
  if (first === undefined) throw new RangeError('A story has at least one line.');
  const priced = parts.flatMap(({ pence }) => (pence === null ? [] : [pence]));
  return {
    parts, line: first.line, quantity: parts.reduce((sum, { quantity }) => sum + quantity, 0),
    pence: priced.length === 0 ? null : priced.reduce((sum, pence) => sum + pence, 0),
  };
}

/** Whether a column holds less than the whole of its line: a term of a year's running costs. */
const isShare = ({ parts }: Story): boolean => parts.some(({ line, pence }) => pence !== line.netPence);

/** The reasons of the whole year's line, then how much of it falls into the column. */
function shareSteps(snapshot: PlanSnapshot, options: ForecastOptions, { parts, line }: Story, columns: readonly Period[]): WhyStep[] {
  const charged = line.recurringId !== null;
  return [...explainLine(snapshot, options, line), ...parts.map(({ column, pence, quantity }) => {
    const name = columns[column]?.label ?? '';
    if (charged) return { text: `What is charged in the months of ${name}: ${formatExact(pence ?? 0)}.` };
    return { text: `Spread evenly over its months, ${name} has ${formatCount(quantity)} of them: ${formatExact(pence ?? 0)}.` };
  })];
}

/** The reasons that hold for every one of the lines; where some are one line's alone, a last step says that it leaves them out. */
function sharedSteps(snapshot: PlanSnapshot, options: ForecastOptions, assets: AssetsById, { parts, quantity, pence }: Story): WhyStep[] {
  const variants = [...Map.groupBy(parts, ({ line }) => wholeStory(line, assets)).values()].flatMap((group) => group.slice(0, 1));
  const [first = [], ...others] = variants.map(({ line }) =>
    explainLine(asMany(snapshot, assets, line, quantity), options, { ...line, quantity, netPence: pence }));
  const texts = others.map((steps) => new Set(steps.map((step) => step.text)));
  const shared = first.filter((step) => texts.every((each) => each.has(step.text)));
  if (shared.length === first.length && others.every((steps) => steps.length === first.length)) return shared;
  return [...shared, { text: 'Other details, such as cover, differ from one to another.' }];
}

/** The plan with one row standing for all items of a story, so that its reasons say "them" and not "it". */
function asMany(snapshot: PlanSnapshot, assets: AssetsById, line: ForecastLine, quantity: number): PlanSnapshot {
  const one = line.assetId === null ? undefined : assets.get(line.assetId);
  // A row of which part is replaced by kit on order keeps its own numbers: its reasons name them.
  if (one === undefined || one.quantity !== line.quantity) return snapshot;
  return { ...snapshot, assets: snapshot.assets.map((asset) => (asset === one ? { ...asset, quantity } : asset)) };
}

/** Everything of a line and its asset that its reasons can speak of. Lines that share it share their reasons. */
function wholeStory(line: ForecastLine, assets: AssetsById): string {
  const asset = line.assetId === null ? undefined : assets.get(line.assetId);
  return JSON.stringify([
    line.kind, line.occurrence, line.date, line.due, line.limitingFactor, line.overdue, line.unitPence, line.recurringId, line.categoryKey,
    asset === undefined ? null : [
      asset.purchaseDate, asset.purchaseDateAssumed, asset.inServiceDate, asset.orderNumber, asset.source, asset.status, asset.userGroup,
      asset.modelId, asset.coverEnd, asset.vendorSupportEnd, asset.osEnd, asset.osCanMove, asset.leaseEnd, asset.movedTo, asset.movedReason,
      asset.overridePence, asset.overridePriceDate, asset.unitPaidPence, asset.unitVatPence, asset.succeedsAssetId, asset.quantity === line.quantity,
    ],
  ]);
}

/**
 * A line's story without its amounts, in the middle of a sentence: "bought on 12 December 2022, due on …"; with its
 * kind before it where the figure holds several.
 */
function teller(snapshot: PlanSnapshot, assets: AssetsById, severalKinds: boolean): (line: ForecastLine) => string {
  const costs = new Map(snapshot.recurring.map(({ id, name }) => [id, name]));
  const needs = new Map(snapshot.needs.map(({ id, name }) => [id, name]));
  return (line) => {
    if (line.needId !== null) return needs.get(line.needId) ?? 'a need that is no longer there';
    if (line.recurringId !== null) return costs.get(line.recurringId) ?? 'a cost that is no longer there';
    const asset = line.assetId === null ? undefined : assets.get(line.assetId);
    const category = categoryNamed(snapshot.categories, line.categoryKey);
    if (asset !== undefined) return `${severalKinds ? `${kitName(category, asset.userGroup, line.quantity)} ` : ''}${story(line, asset)}`;
    if (line.kind === 'consumable') return `what ${category.plural} use up`;
    return `${startLower(rowName(category, null))} expected to be lost or broken`;
  };
}

function story(line: ForecastLine, asset: Asset): string {
  const bought = known(asset.purchaseDate);
  const start = bought === null ? 'without a purchase date' : `bought on ${formatLongDate(bought)}`;
  const factor = line.limitingFactor === null ? '' : ` (${startLower(LIMITING_FACTOR_WORDS[line.limitingFactor])})`;
  if (line.kind === 'upgrade') return `${start}, upgraded on ${formatLongDate(line.date)}`;
  if (line.kind === 'extend') return `${start}, cover or support extended from ${formatLongDate(line.date)}`;
  if (line.kind === 'disposal') return `${start}, disposed of on ${formatLongDate(line.date)}`;
  if (asset.status === 'planned' || asset.status === 'ordered') return `on order, to come on ${formatLongDate(line.date)}`;
  if (line.occurrence > 0) return `${start}, replaced again on ${formatLongDate(line.date)}`;
  if (line.overdue) return `${start}, due on ${formatLongDate(line.due)}${factor} and so overdue`;
  return `${start}, due on ${formatLongDate(line.due)}${factor}`;
}

function summary(stories: readonly Story[], words: (line: ForecastLine) => string): string[] {
  const shown = stories.length > MOST_STORIES + 1 ? stories.slice(0, MOST_STORIES) : stories;
  const rest = stories.slice(shown.length);
  const steps = shown.map((each) => {
    const start = each.line.assetId === null && each.line.kind !== 'loss' ? startUpper(words(each.line)) : `${formatCount(each.quantity)} ${words(each.line)}`;
    return `${start}: ${amount(each)}.`;
  });
  if (rest.length > 0) steps.push(`${formatCount(rest.length)} smaller groups: ${formatExact(sumOf(rest))}.`);
  const unpriced = stories.reduce((sum, { pence, quantity }) => (pence === null ? sum + quantity : sum), 0);
  if (stories.some(({ pence }) => pence !== null)) steps.push(`Together ${formatExact(sumOf(stories))}.`);
  if (unpriced > 0) steps.push(`${formatCount(unpriced)} without a price ${unpriced === 1 ? 'is' : 'are'} not in the totals.`);
  return steps;
}

const sumOf = (stories: readonly Story[]): number => stories.reduce((sum, { pence }) => sum + (pence ?? 0), 0);

function amount({ line: { unitPence }, quantity, pence }: Story): string {
  if (unitPence === null || pence === null) return 'no price';
  return quantity > 1 && quantity * unitPence === pence ? `${formatCount(quantity)} × ${formatExact(unitPence)} = ${formatExact(pence)}` : formatExact(pence);
}
