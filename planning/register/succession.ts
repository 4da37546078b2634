import type { Asset } from '../snapshot.ts';
import { assetName } from './field-words.ts';

/** Why an asset cannot stand in place of another; null where it can. */
export function linkRefusal(assets: readonly Asset[], id: number, succeedsId: number): string | null {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const [asset, before] = [byId.get(id), byId.get(succeedsId)];
  if (asset === undefined || before === undefined) return `No asset has the number ${asset === undefined ? id : succeedsId}. It may have been removed.`;
  if (id === succeedsId) return `${assetName(asset)} cannot have replaced itself.`;
  const seen = new Set<number>();
  for (let at: Asset | undefined = before; at !== undefined && !seen.has(at.id); at = at.succeedsAssetId === null ? undefined : byId.get(at.succeedsAssetId)) {
    if (at.id === id) return `${assetName(asset)} cannot have replaced ${assetName(before)}, which came after it.`;
    seen.add(at.id);
  }
  return null;
}

/** What took an asset's place, or is to: oldest row first. */
export const successorsOf = (assets: readonly Asset[], id: number): readonly Asset[] =>
  assets.filter((asset) => asset.succeedsAssetId === id && asset.id !== id);
