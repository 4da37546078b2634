import { itemsIn } from '../context.ts';
import { modelTitle } from '../register/field-words.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { suggestRelease, type Suggestion } from './match.ts';
import { lacksEnd } from './outlook.ts';
import type { ListedRelease } from './release.ts';

/** Devices whose system or end the plan does not know, by the words that the register has for them. */
export type UnknownGroup = {
  readonly key: string;
  /** The system as the register writes it, else what the device is. */
  readonly text: string;
  /** `system`: the words name a system. `device`: they name the thing itself, and the end would be its maker's. */
  readonly about: 'system' | 'device';
  /** The model that all of them are of, whose date would be theirs; null where they differ or have none. */
  readonly modelId: number | null;
  readonly quantity: number;
  readonly assetIds: readonly number[];
  /** What the words may mean. Offered, never applied by itself. */
  readonly suggestion: Suggestion<ListedRelease>;
};

/** Whole devices have their maker's end of support; everything else in the list is a system that runs on one. */
const DEVICE_PRODUCTS: ReadonlySet<string> = new Set(['ipad', 'surface', 'samsung-galaxy-tab', 'raspberry-pi', 'intel-processors', 'nvidia-gpu']);
export const isDeviceRelease = ({ product }: Pick<ListedRelease, 'product'>): boolean => DEVICE_PRODUCTS.has(product);

/**
 * Kit in service that runs a system that is not known, or that has no end at all: what has a suggestion first, then the largest groups. `releases` are
 * those that hold.
 */
export function unknownGroups(snapshot: PlanSnapshot, releases: readonly ListedRelease[]): readonly UnknownGroup[] {
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const lacking = snapshot.assets.filter((asset) => lacksEnd(asset, models));
  const wordsOf = (asset: Asset): string => {
    const model = models.get(asset.modelId ?? 0);
    return model === undefined ? asset.description : modelTitle(model);
  };
  const groups = Map.groupBy(lacking, (asset) => (asset.osName === null ? `device/${wordsOf(asset)}` : `system/${asset.osName}`));
  return [...groups].map(([key, assets]): UnknownGroup => {
    const about = key.startsWith('system/') ? 'system' as const : 'device' as const;
    const text = key.slice(key.indexOf('/') + 1);
    const suggestion = suggestRelease(text, releases);
    const ofModels = new Set(assets.map(({ modelId }) => modelId));
    const [modelId = null] = ofModels;
    return {
      key, text, about, modelId: ofModels.size === 1 ? modelId : null, quantity: itemsIn(assets), assetIds: assets.map(({ id }) => id), suggestion,
    };
  }).sort((a, b) => Number(b.suggestion.releases.length > 0) - Number(a.suggestion.releases.length > 0) || b.quantity - a.quantity || (a.text < b.text ? -1 : 1));
}
