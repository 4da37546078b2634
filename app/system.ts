import type { Writer } from '../db/connection.ts';
import type { AssetFields } from '../db/repositories/assets.ts';
import { listSupportReleases } from '../db/repositories/reference.ts';
import { effectiveReleases, releaseName } from '../planning/support/release.ts';

type System = Pick<AssetFields, 'osReleaseId' | 'osName'>;

/**
 * The columns that a system's name comes to: a name of the support list chooses that release, another one stands for
 * itself and takes the old release away, whose dates are not its own. The list is read when the first name is asked.
 */
export function systemColumns(writer: Writer): (osName: string | null) => System {
  let releases: ReadonlyMap<string, number> | null = null;
  return (osName) => {
    releases ??= new Map(effectiveReleases(listSupportReleases(writer)).map((release) => [releaseName(release).toLowerCase(), release.id]));
    const release = osName === null ? undefined : releases.get(osName.toLowerCase());
    return { osReleaseId: release ?? null, osName: release === undefined ? osName : null };
  };
}
