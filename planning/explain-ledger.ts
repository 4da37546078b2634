import { formatLongDate } from './calendar.ts';
import type { ForecastOptions } from './context.ts';
import { explainLine } from './explain.ts';
import type { LedgerRow } from './ledger.ts';
import { formatCount, formatExact } from './money.ts';
import { known } from './refresh/due.ts';
import type { Forecast, ForecastLine, WhyStep } from './result.ts';
import type { Asset, PlanSnapshot, RecurringCost } from './snapshot.ts';
import { LIMITING_FACTOR_WORDS } from './vocabulary.ts';
import { rowName, startLower, startUpper } from './words.ts';
import { categoryNamed } from './categories.ts';

/** What stands behind a figure of the ledger. */
export type CellReasons = {
  readonly steps: readonly WhyStep[];
  /** The register rows behind it, for a link that shows them; empty for running costs and losses. */
  readonly assetIds: readonly number[];
};

/** More different stories than this in one figure are summed up in a last step. */
const MOST_STORIES = 8;

/** The lines that a row of the ledger adds up, in one year by its position or, with null, in all. */
export function linesBehind(snapshot: PlanSnapshot, forecast: Forecast, row: LedgerRow, yearIndex: number | null): ForecastLine[] {
  const assets = assetsById(snapshot);
  return forecast.lines.filter((line) => (yearIndex === null || line.yearIndex === yearIndex) && belongs(row, line, assets));
}

function belongs(row: LedgerRow, line: ForecastLine, assets: ReadonlyMap<number, Asset>): boolean {
  const asset = line.assetId === null ? undefined : assets.get(line.assetId);
  const ofKit = (line.kind === 'replace' || line.kind === 'upgrade')
    && line.categoryKey === row.categoryKey && (asset?.userGroup ?? null) === row.userGroup;
  switch (row.kind) {
    case 'kit': return ofKit;
    case 'room': return ofKit && line.kind === 'replace' && (asset?.locationId ?? null) === row.locationId;
    case 'asset': return line.kind === 'replace' && line.assetId === row.assetId;
    case 'upgrades': return ofKit && line.kind === 'upgrade';
    case 'losses': return line.kind === 'loss' && (row.categoryKey === null || line.categoryKey === row.categoryKey);
    case 'running': return line.kind === 'recurring';
    case 'cost': return line.kind === 'recurring' && line.recurringId === row.recurringId;
  }
}

const assetIndexes = new WeakMap<PlanSnapshot, ReadonlyMap<number, Asset>>();

function assetsById(snapshot: PlanSnapshot): ReadonlyMap<number, Asset> {
  let index = assetIndexes.get(snapshot);
  if (index === undefined) assetIndexes.set(snapshot, index = new Map(snapshot.assets.map((asset) => [asset.id, asset])));
  return index;
}

/**
 * Why a figure of the ledger is what it is. Where all its lines have one story (32 desktops of one order) the
 * numbered reasons of that story, with the whole quantity in the sum; where they differ, one step for each
 * story, the dearest first, whose amounts add up to the figure. `options` are those of the forecast.
 */
export function explainCell(
  snapshot: PlanSnapshot, options: ForecastOptions, forecast: Forecast, row: LedgerRow, yearIndex: number | null,
): CellReasons {
  const assets = assetsById(snapshot);
  const lines = linesBehind(snapshot, forecast, row, yearIndex);
  const assetIds = [...new Set(lines.flatMap((line) => (line.assetId === null ? [] : [line.assetId])))];
  const costs = new Map(snapshot.recurring.map((cost) => [cost.id, cost]));
  const words = (line: ForecastLine): string => shortStory(snapshot, assets, costs, line);
  const stories = [...Map.groupBy(lines, (line) => `${line.unitPence}/${words(line)}`).values()];
  const [only] = stories;
  if (only === undefined) return { steps: [], assetIds };
  if (stories.length === 1) return { steps: sharedSteps(snapshot, options, assets, only), assetIds };
  const dearestFirst = stories.map(merged).sort((a, b) => (b.netPence ?? 0) - (a.netPence ?? 0));
  return { steps: summary(dearestFirst, words).map((text) => ({ text })), assetIds };
}

/** The reasons that hold for every one of the lines; where some are one line's alone, a last step says that it leaves them out. */
function sharedSteps(
  snapshot: PlanSnapshot, options: ForecastOptions, assets: ReadonlyMap<number, Asset>, lines: readonly ForecastLine[],
): WhyStep[] {
  const { quantity, netPence } = merged(lines);
  const variants = [...Map.groupBy(lines, (line) => wholeStory(line, assets)).values()].flatMap((group) => group.slice(0, 1));
  const [first = [], ...others] = variants.map((line) =>
    explainLine(asMany(snapshot, assets, line, quantity), options, { ...line, quantity, netPence }));
  const texts = others.map((steps) => new Set(steps.map((step) => step.text)));
  const shared = first.filter((step) => texts.every((each) => each.has(step.text)));
  if (shared.length === first.length && others.every((steps) => steps.length === first.length)) return shared;
  return [...shared, { text: 'Other details, such as cover, differ from one to another.' }];
}

/** The plan with one row standing for all items of a story, so that its reasons say "them" and not "it". */
function asMany(snapshot: PlanSnapshot, assets: ReadonlyMap<number, Asset>, line: ForecastLine, quantity: number): PlanSnapshot {
  const one = line.assetId === null ? undefined : assets.get(line.assetId);
  // A row of which part is replaced by kit on order keeps its own numbers: its reasons name them.
  if (one === undefined || one.quantity !== line.quantity) return snapshot;
  return { ...snapshot, assets: snapshot.assets.map((asset) => (asset === one ? { ...asset, quantity } : asset)) };
}

/** One line that stands for all of a story: the same dates and price, the quantities together. */
function merged(lines: readonly ForecastLine[]): ForecastLine {
  const [first] = lines;
  if (first === undefined) throw new RangeError('A story has at least one line.');
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { ...first, quantity, netPence: first.unitPence === null ? null : first.unitPence * quantity };
}

/** Everything of a line and its asset that its reasons can speak of. Lines that share it share their reasons. */
function wholeStory(line: ForecastLine, assets: ReadonlyMap<number, Asset>): string {
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

/** A line's story without its amounts, in the middle of a sentence: "bought on 12 December 2022, due on …". */
function shortStory(
  snapshot: PlanSnapshot, assets: ReadonlyMap<number, Asset>, costs: ReadonlyMap<number, RecurringCost>, line: ForecastLine,
): string {
  if (line.recurringId !== null) return costs.get(line.recurringId)?.name ?? 'a cost that is no longer there';
  const asset = line.assetId === null ? undefined : assets.get(line.assetId);
  if (asset === undefined) return `${startLower(rowName(categoryNamed(snapshot.categories, line.categoryKey), null))} expected to be lost or broken`;
  const bought = known(asset.purchaseDate);
  const start = bought === null ? 'without a purchase date' : `bought on ${formatLongDate(bought)}`;
  const factor = line.limitingFactor === null ? '' : ` (${startLower(LIMITING_FACTOR_WORDS[line.limitingFactor])})`;
  if (line.kind === 'upgrade') return `${start}, upgraded on ${formatLongDate(line.date)}`;
  if (asset.status === 'planned' || asset.status === 'ordered') return `on order, to come on ${formatLongDate(line.date)}`;
  if (line.occurrence > 0) return `${start}, replaced again on ${formatLongDate(line.date)}`;
  if (line.overdue) return `${start}, due on ${formatLongDate(line.due)}${factor} and so overdue`;
  return `${start}, due on ${formatLongDate(line.due)}${factor}`;
}

function summary(stories: readonly ForecastLine[], words: (line: ForecastLine) => string): string[] {
  const shown = stories.length > MOST_STORIES + 1 ? stories.slice(0, MOST_STORIES) : stories;
  const rest = stories.slice(shown.length);
  const steps = shown.map((line) => {
    const start = line.recurringId === null ? `${formatCount(line.quantity)} ${words(line)}` : startUpper(words(line));
    return `${start}: ${amount(line)}.`;
  });
  if (rest.length > 0) steps.push(`${formatCount(rest.length)} smaller groups: ${formatExact(sumOf(rest))}.`);
  const unpriced = stories.reduce((sum, line) => (line.netPence === null ? sum + line.quantity : sum), 0);
  if (unpriced < stories.reduce((sum, line) => sum + line.quantity, 0)) steps.push(`Together ${formatExact(sumOf(stories))}.`);
  if (unpriced > 0) steps.push(`${formatCount(unpriced)} without a price ${unpriced === 1 ? 'is' : 'are'} not in the totals.`);
  return steps;
}

const sumOf = (lines: readonly ForecastLine[]): number => lines.reduce((sum, line) => sum + (line.netPence ?? 0), 0);

function amount({ quantity, unitPence, netPence }: ForecastLine): string {
  if (unitPence === null || netPence === null) return 'no price';
  return quantity === 1 ? formatExact(netPence) : `${formatCount(quantity)} × ${formatExact(unitPence)} = ${formatExact(netPence)}`;
}
