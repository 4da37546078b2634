import { useMemo } from 'react';
import type { LikelyRange } from '../../planning/range/bands.ts';
import { methodParagraphs, noLossesNote, rateRows } from '../../planning/range/method.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';

type RangeMethodProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly range: LikelyRange;
};

/** The loss rates that the range counts with, each with the number of events it rests on. */
function Rates({ range }: { readonly range: LikelyRange }) {
  const { snapshot, asOf } = usePlan();
  const rows = useMemo(() => rateRows(snapshot, asOf, range), [snapshot, asOf, range]);
  if (rows.length === 0) return null;
  return (
    <table className="l range-rates">
      <caption className="vh">Losses and breakages that the range counts with</caption>
      <thead><tr><th scope="col">Kind</th><th scope="col">Lost or broken</th><th scope="col">Rests on</th></tr></thead>
      <tbody>
        {rows.map(({ kind, name, rate, rests, basis }) => (
          <tr key={kind}>
            <th scope="row">{name}</th>
            <td>{basis === 'none' ? <span className="q">{rate}</span> : rate}</td>
            <td>{rests}.</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the likely range is worked out, in words, and what each of its rates rests on. */
export function RangeMethod({ opened, onClose, range }: RangeMethodProps) {
  const { snapshot, asOf } = usePlan();
  const note = noLossesNote(snapshot, asOf, range);
  return (
    <Dialog opened={opened} onClose={onClose} title="How this range is worked out" width={720} actions={<Button onClick={onClose}>Close</Button>}>
      <div className="range-method">
        {methodParagraphs(range.priceSdBp).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        {note === null ? null : <p><strong>{note}</strong></p>}
        <Rates range={range} />
      </div>
    </Dialog>
  );
}
