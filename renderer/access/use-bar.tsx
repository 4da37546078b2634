import type { AccessGroup } from '../../planning/access/access.ts';
import { formatCount } from '../../planning/money.ts';

const WIDTH = 90;
/** The tick stands at two thirds, so that what is over the target can be seen too. */
const TICK = 60;

/** Usable devices beside those that the target needs: blue where they are there, ochre where some are short. Nothing without a target. */
export function UseBar({ group: { usable, needed } }: { readonly group: AccessGroup }) {
  if (needed === null || needed === 0) return null;
  const short = usable < needed;
  const width = Math.min(WIDTH - 1, Math.round((TICK * usable) / needed));
  const words = short ? `${formatCount(usable)} of the ${formatCount(needed)} devices that the target needs` : `${formatCount(usable)} devices where the target needs ${formatCount(needed)}`;
  return (
    <svg className="use-bar" viewBox={`0 0 ${WIDTH} 12`} role="img" aria-label={words}>
      <rect className="track" x=".5" y="2.5" width={WIDTH - 1} height="7" />
      {width > 0 && <rect className={short ? 'under' : 'met'} x=".5" y="2.5" width={width} height="7" />}
      <path className="tick-mark" d={`M${TICK} 0V12`} />
    </svg>
  );
}
