import type { Writer } from '../../db/connection.ts';
import { insertAssets } from '../../db/repositories/assets.ts';
import { listWarranties } from '../../db/repositories/warranties.ts';
import type { Asset } from '../../planning/snapshot.ts';

type Copy = { readonly tag: string | null; readonly serial: string | null };

/**
 * Adds rows like one that is there. What belongs to that one thing alone does not come with it: its tag and serial
 * number, the asset it replaced, the move by hand, how it left. A copy of kit that has left is in use again: it is
 * entered because it is here.
 */
export function duplicateAsset(writer: Writer, asset: Asset, copies: readonly Copy[]): readonly number[] {
  const { id, coverEnd: _cover, source: _source, osName, osEnd, ...fields } = asset;
  const periods = listWarranties(writer, id).map(({ id: _id, assetId: _asset, ...period }) => period);
  const gone = ['disposed', 'lost', 'stolen'].includes(asset.status);
  // A name and date that come from the release of the support list stay with it.
  const system = asset.osReleaseId === null ? { osName, osEnd } : {};
  return insertAssets(writer, copies.map((copy) => ({
    ...fields, ...system, ...copy, status: gone ? 'in_use' : asset.status, warranties: periods,
    movedTo: null, movedReason: null, succeedsAssetId: null, orderLineId: null,
    disposedOn: null, disposalRoute: null, disposalCertificate: null, dataWipedOn: null, disposalPence: null,
  })));
}
