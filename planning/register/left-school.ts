import { standingOf } from '../refresh/due.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';

/** Kit that keeps what people put on it. */
const HOLDS_DATA: ReadonlySet<string> = new Set([
  'server', 'storage', 'desktop', 'laptop', 'chromebook', 'tablet', 'phone', 'mfd', 'interactive_panel', 'firewall_router', 'cctv_access', 'telephony',
]);

/** Whether what people put on it is gone: `none` is kit that keeps nothing. */
export type DataStanding = 'wiped' | 'not_recorded' | 'none';

export function dataStanding({ categoryKey, dataWipedOn }: Pick<Asset, 'categoryKey' | 'dataWipedOn'>): DataStanding {
  if (dataWipedOn !== null) return 'wiped';
  return HOLDS_DATA.has(categoryKey) ? 'not_recorded' : 'none';
}

/** Whether it has left, or is no longer used. */
function hasLeft({ status, disposedOn }: Asset): boolean {
  const standing = standingOf(status);
  return disposedOn !== null || (standing !== 'in_service' && standing !== 'on_the_way');
}

/** What has left the school or is no longer used, the latest first; what has no day comes last. */
export const kitThatLeft = ({ assets }: Pick<PlanSnapshot, 'assets'>): readonly Asset[] =>
  assets.filter(hasLeft).toSorted((a, b) => latestFirst(a.disposedOn, b.disposedOn) || a.id - b.id);

function latestFirst(a: IsoDate | null, b: IsoDate | null): number {
  const [one, other] = [a ?? '', b ?? ''];
  return one < other ? 1 : one > other ? -1 : 0;
}
