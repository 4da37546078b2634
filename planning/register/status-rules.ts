import { categoryNamed } from '../categories.ts';
import { formatCount } from '../money.ts';
import { standingOf } from '../refresh/due.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../snapshot.ts';
import type { AssetStatus } from '../vocabulary.ts';
import { kitCount, listOf } from '../words.ts';
import { ASSET_COLUMN_WORDS, type AssetColumn } from './field-words.ts';

export type StatusRule = {
  /** What the status means for the plan, as a sentence. */
  readonly meaning: string;
  /** What should be known of kit with that status. */
  readonly asks: readonly AssetColumn[];
};

const COUNTED = 'It counts in the forecast.';
const GONE = 'It is out of the forecast: nothing is planned in its place.';

/** What each status means and what it asks for. */
const STATUS_RULES: Readonly<Record<AssetStatus, StatusRule>> = {
  planned: { meaning: 'It stands in the forecast as a purchase, on the day it is to come.', asks: ['inServiceDate'] },
  ordered: { meaning: 'It stands in the forecast as a purchase, on the day it is to come.', asks: ['orderNumber', 'inServiceDate'] },
  in_stock: { meaning: `Bought and not yet in use. ${COUNTED}`, asks: ['purchaseDate', 'locationId'] },
  in_use: { meaning: COUNTED, asks: ['purchaseDate', 'locationId'] },
  on_loan: { meaning: `With somebody who brings it back. ${COUNTED}`, asks: ['purchaseDate', 'userGroup'] },
  in_repair: { meaning: `Away or waiting to be mended. ${COUNTED}`, asks: ['purchaseDate'] },
  spare: { meaning: `Kept ready to take the place of what fails. ${COUNTED}`, asks: ['purchaseDate', 'locationId'] },
  cascaded: { meaning: `Passed down to lighter work. ${COUNTED}`, asks: ['purchaseDate', 'passedDownOn', 'locationId'] },
  retired: { meaning: `Out of use and still in school. ${GONE}`, asks: [] },
  disposed: { meaning: GONE, asks: ['disposedOn', 'disposalRoute', 'disposalCertificate', 'dataWipedOn'] },
  lost: { meaning: GONE, asks: [] },
  stolen: { meaning: GONE, asks: [] },
};

export const statusRule = (status: AssetStatus): StatusRule => STATUS_RULES[status];

/** Kinds that hold what people saved on them, whatever their model says. */
const KEEPS_DATA = new Set(['server', 'storage', 'desktop', 'laptop', 'chromebook', 'tablet', 'phone', 'mfd', 'cctv_access']);

/** Whether data must be wiped before it leaves: kinds with storage, and any model whose storage is known. */
export const keepsData = (asset: Pick<Asset, 'categoryKey'>, model: AssetModel | null): boolean =>
  KEEPS_DATA.has(asset.categoryKey) || (model?.storageGb ?? 0) > 0;

/** What an asset's status asks for and nobody has written down; a data wipe is asked of kit with storage alone. */
export function missingForStatus(asset: Asset, model: AssetModel | null): readonly AssetColumn[] {
  const known = (field: AssetColumn): boolean => asset[field] !== null || (field === 'orderNumber' && asset.orderLineId !== null);
  return STATUS_RULES[asset.status].asks.filter((field) => !known(field) && (field !== 'dataWipedOn' || keepsData(asset, model)));
}

/** "Disposed of, and not known: disposal certificate, data wiped on." Null where nothing is missing. */
export function missingWords(asset: Asset, model: AssetModel | null): string | null {
  const missing = missingForStatus(asset, model);
  return missing.length === 0 ? null : `Not written down yet: ${listOf(missing.map((field) => ASSET_COLUMN_WORDS[field]))}.`;
}

/** "No data wipe is recorded for 3 laptops and 1 server." Null where there is nothing to say. */
export function unwipedWords(snapshot: PlanSnapshot, assets: readonly Asset[]): string | null {
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const unwiped = assets.filter((asset) => asset.dataWipedOn === null && keepsData(asset, asset.modelId === null ? null : models.get(asset.modelId) ?? null));
  if (unwiped.length === 0) return null;
  const byKind = Map.groupBy(unwiped, ({ categoryKey }) => categoryKey);
  const counts = [...byKind].map(([key, rows]) => kitCount(categoryNamed(snapshot.categories, key), null, rows.reduce((sum, { quantity }) => sum + quantity, 0)));
  const named = counts.slice(0, 3);
  return `No data wipe is recorded for ${listOf(counts.length > 3 ? [...named, `${formatCount(counts.length - 3)} more kinds`] : named)}.`;
}

/** Kit that has left the school or its use. */
export const hasLeft = (status: AssetStatus): boolean => !['in_service', 'on_the_way'].includes(standingOf(status));
