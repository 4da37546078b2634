import { ArrowLeft, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { WALK_COLUMNS, walkRound, type WalkCell, type WalkColumn, type WalkRoom } from '../../planning/quality/walk-round.ts';
import { say } from '../../planning/sentences/say.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';

const HEADS: Readonly<Record<WalkColumn, string>> = {
  tag: 'Tag', serial: 'Serial number', bought: 'Bought', warranty: 'Warranty to', serves: 'Who it serves',
};

function WalkValue({ cell, column }: { readonly cell: WalkCell; readonly column: WalkColumn }) {
  if (cell.kind === 'box') return <span className="box" role="img" aria-label={`${HEADS[column]}: to fill in`} />;
  return cell.kind === 'dash' ? <span className="q">–</span> : <>{cell.text}</>;
}

function Room({ room, lines }: WalkRoom) {
  return (
    <section className="walk-room">
      <h2>{room ?? 'No room known: write the room beside each'}</h2>
      <table className="l walk">
        <thead>
          <tr><th scope="col" className="walk-there">Here</th><th scope="col">What it is</th>{WALK_COLUMNS.map((column) => <th key={column} scope="col" className={`walk-${column}`}>{HEADS[column]}</th>)}</tr>
        </thead>
        <tbody>
          {lines.map(({ id, what, items, cells }) => (
            <tr key={id}>
              <td className="walk-there"><span className="tick-box" role="img" aria-label="Here: to tick" /></td>
              <th scope="row">{items > 1 ? `${formatCount(items)} × ` : ''}{what}</th>
              {WALK_COLUMNS.map((column) => <td key={column} className={`walk-${column}`}><WalkValue cell={cells[column]} column={column} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A list to carry round the school: what is missing, room by room, with boxes to write in. */
export function WalkRoundList({ onBack }: { readonly onBack: () => void }) {
  const { savedSnapshot, asOf } = usePlan();
  const rooms = useMemo(() => walkRound(savedSnapshot), [savedSnapshot]);
  const rows = rooms.reduce((sum, { lines }) => sum + lines.length, 0);
  const sentence = rows === 0 ? say('Nothing is missing that a walk round the school could find.')
    : say(`${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} in ${formatCount(rooms.length)} ${rooms.length === 1 ? 'room lacks' : 'rooms lack'} something that can be read off the kit.`);
  return (
    <>
      <PageHead
        title="Walk-round list" sentence={sentence.parts}
        actions={(
          <>
            <Button icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>Back to data quality</Button>
            <Button variant="filled" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print the list</Button>
          </>
        )}
      />
      <div className="page-body walk-round">
        <p className="q2">{savedSnapshot.school.name}, as at {formatLongDate(asOf)}. Empty boxes are to be filled in; a dash is not needed.</p>
        {rooms.map((room) => <Room key={room.room ?? ''} {...room} />)}
      </div>
    </>
  );
}
