import { useEffect, useRef, useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import type { BulkField, Suggestion } from '../../planning/quality/suggest-values.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

const FIRST_ROWS = 6;
/** More rows than this are mended a kind or a room at a time: a list of thousands helps nobody. */
const MOST_ROWS = 400;

const HEADS: Readonly<Record<BulkField, string>> = { purchaseDate: 'Bought', warrantyEnd: 'Ends', pricePaid: 'Paid', room: 'Room' };

type MendRowsProps = {
  readonly field: BulkField;
  readonly rows: readonly Suggestion[];
  readonly unticked: ReadonlySet<number>;
  readonly onUnticked: (unticked: ReadonlySet<number>) => void;
};

/** One row each: a tick, what it is, what it would get and what says so. */
export function MendRows({ field, rows, unticked, onUnticked }: MendRowsProps) {
  const { savedSnapshot } = usePlan();
  const { go } = useNavigation();
  const [open, setOpen] = useState(false);
  const every = useRef<HTMLInputElement>(null);
  const shown = rows.slice(0, open ? MOST_ROWS : FIRST_ROWS);
  const tickedCount = rows.filter(({ asset }) => !unticked.has(asset.id)).length;
  const rooms = new Map(savedSnapshot.locations.map(({ id, name }) => [id, name]));
  useEffect(() => {
    if (every.current !== null) every.current.indeterminate = tickedCount > 0 && tickedCount < rows.length;
  }, [tickedCount, rows.length]);
  const toggle = (id: number): void => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    onUnticked(next);
  };
  return (
    <div className={open ? 'mend-list open' : 'mend-list'} role="group" aria-label="Rows to mend">
      <table className="l">
        <thead>
          <tr>
            <th scope="col">
              <span className="check"><input
                ref={every} type="checkbox" aria-label="Tick all" checked={tickedCount === rows.length}
                onChange={() => onUnticked(tickedCount === rows.length ? new Set(rows.map(({ asset }) => asset.id)) : new Set())}
              /></span>
            </th>
            <th scope="col">Which</th><th scope="col">What it is</th><th scope="col">{HEADS[field]}</th><th scope="col">What says so</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ asset, found }) => (
            <tr key={asset.id}>
              <td><span className="check"><input type="checkbox" aria-label={`Mend ${asset.tag ?? asset.description}`} checked={!unticked.has(asset.id)} onChange={() => toggle(asset.id)} /></span></td>
              <td className="nw"><Button variant="link" small className="plain-link" onClick={() => go('register', { assetId: asset.id })}>{asset.tag ?? 'No tag'}</Button></td>
              <td>{asset.quantity > 1 ? `${formatCount(asset.quantity)} × ` : ''}{asset.description} <span className="q2">{asset.locationId === null ? '' : rooms.get(asset.locationId)}</span></td>
              <td className="b nw">{found?.shown ?? '–'}</td>
              <td className="q2">{found?.evidence ?? 'nothing to go by'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        open ? <p className="rest">The first {formatCount(MOST_ROWS)} of {formatCount(rows.length)}. The others are ticked where there is something to go by; choosing a kind lists fewer.</p>
          : <p className="rest"><Button variant="link" small onClick={() => setOpen(true)}>{formatCount(rows.length - shown.length)} more below</Button></p>
      )}
    </div>
  );
}
