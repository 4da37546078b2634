import { explainAsset } from '../../planning/explain.ts';
import { forecast, type ForecastOptions } from '../../planning/forecast.ts';
import { assetName } from '../../planning/register/field-words.ts';
import type { Forecast, ForecastLine } from '../../planning/result.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { explainLines, figureNamed } from '../../planning/why/figure.ts';
import { foldedName, listOf } from '../../planning/words.ts';
import type { ExplainedPartReport } from '../contract/explain.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import { factsUnder, optionsOf } from './forecast-view.ts';

/** Names offered where one was not found. */
const MOST_OFFERED = 8;

const partsOf = (
  snapshot: PlanSnapshot, options: ForecastOptions, { years }: Forecast, lines: readonly ForecastLine[],
): ExplainedPartReport[] => {
  const tags = new Map(snapshot.assets.map(({ id, tag }) => [id, tag]));
  return explainLines(snapshot, options, lines).map((part) => ({
    year: years[part.yearIndex]?.label ?? '', kind: part.kind, rows: part.lines.length, quantity: part.quantity, unitPence: part.unitPence,
    netPence: part.netPence, steps: part.steps,
    tags: part.lines.flatMap(({ assetId }) => (assetId === null ? [] : tags.get(assetId) ?? [])),
  }));
};

/** Every row that goes by a tag or a serial number, else the one with that number in the plan. */
function assetsNamed({ assets }: PlanSnapshot, name: string): readonly Asset[] {
  const asked = foldedName(name);
  const found = assets.filter(({ tag, serial }) => [tag, serial].some((each) => each !== null && foldedName(each) === asked));
  return found.length > 0 ? found : assets.filter(({ id }) => String(id) === asked);
}

/** Tags that are like one that was not found: those that hold it, or begin as it does. */
function tagsLike({ assets }: PlanSnapshot, name: string): readonly string[] {
  const asked = foldedName(name);
  const tags = assets.flatMap(({ tag }) => tag ?? []);
  for (let length = asked.length; length > 0; length--) {
    const start = asked.slice(0, length);
    const like = tags.filter((tag) => (length === asked.length ? foldedName(tag).includes(start) : foldedName(tag).startsWith(start)));
    if (like.length > 0) return like.slice(0, MOST_OFFERED);
  }
  return tags.slice(0, MOST_OFFERED);
}

/** `Tags like it: A, B and C.` */
const offered = (words: string, names: readonly string[]): string => (names.length === 0 ? '' : ` ${words} ${listOf(names)}.`);

export const explainHandlers = {
  'explain.asset': (session, { asset: name, scenarioId, ...view }) => {
    const snapshot = factsUnder(session, scenarioId);
    const options = optionsOf(session, view);
    const assets = assetsNamed(snapshot, name);
    if (assets.length === 0) {
      throw new Refusal('not_found', `No asset has the tag or serial number “${name}”.${offered('Tags like it:', tagsLike(snapshot, name))}`, { field: 'asset' });
    }
    const result = forecast(snapshot, options);
    return {
      asOf: result.asOf,
      items: assets.map((asset) => {
        const { steps, notInForecast } = explainAsset(snapshot, options, asset.id);
        return {
          id: asset.id, name: asset.tag === null ? assetName(asset) : `${asset.tag}, ${asset.description}`, tag: asset.tag, notInForecast, steps: steps.map(({ text }) => text),
          parts: partsOf(snapshot, options, result, result.lines.filter(({ assetId }) => assetId === asset.id)).toSorted((a, b) => (a.year < b.year ? -1 : 1)),
        };
      }),
    };
  },

  'explain.cell': (session, { year, of, scenarioId, ...view }) => {
    const snapshot = factsUnder(session, scenarioId);
    const options = optionsOf(session, view);
    const result = forecast(snapshot, options);
    const found = figureNamed(snapshot, result, year, of);
    if ('unknown' in found) {
      throw new Refusal('not_found', found.unknown === 'year'
        ? `The plan has no year “${year}”.${offered('It has', found.known)}`
        : `Nothing in ${year} is called “${of}”.${offered('There is', found.known)}`, { field: found.unknown });
    }
    const { name, lines } = found;
    return {
      asOf: result.asOf, name, quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      netPence: lines.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0),
      unpriced: lines.reduce((sum, { netPence, quantity }) => sum + (netPence === null ? quantity : 0), 0),
      parts: partsOf(snapshot, options, result, lines),
    };
  },
} satisfies Pick<Handlers, 'explain.asset' | 'explain.cell'>;
