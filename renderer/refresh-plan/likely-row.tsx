import { useState } from 'react';
import type { Ledger } from '../../planning/ledger.ts';
import { explainRange } from '../../planning/range/explain.ts';
import { rangeInPounds, rangeText } from '../../planning/range/words.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { RangeMethod } from '../chart/range-method.tsx';
import { useLikelyRange } from '../chart/use-likely-range.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { useLedger, type CellName } from './ledger-context.tsx';

/**
 * What each year will likely come to. It stands with the rows and scrolls with them, so that a low screen keeps those in
 * sight. Not by term: no range is worked out for a part of a year.
 */
export function LikelyRow({ ledger }: { readonly ledger: Ledger }) {
  const { snapshot } = usePlan();
  const { labels, asked, setAsked, stop } = useLedger();
  const range = useLikelyRange();
  const [method, setMethod] = useState(false);
  if (ledger.columns.some(({ term }) => term !== null) || range.years.length !== labels.length || ledger.planned.total === 0) return null;
  const name: CellName = 'likely:name';
  return (
    <tr className="likely" aria-level={1}>
      <th scope="row">
        <button
          type="button" className="why" data-cell={name} tabIndex={stop === name ? 0 : -1} aria-haspopup="dialog"
          title="How this range is worked out" onClick={() => setMethod(true)}
        >
          Likely range, 8 in 10
        </button>
        {method && <RangeMethod opened onClose={() => setMethod(false)} range={range} />}
      </th>
      {range.years.map(({ lowPence, highPence }, index) => {
        const cell: CellName = `likely:${index}`;
        return (
          <td key={labels[index]} className="num">
            <AskedFigure
              name={cell} asked={asked === cell} onAsk={() => setAsked(cell)} onClose={() => setAsked(null)} tabIndex={stop === cell ? 0 : -1}
              title={`Why ${rangeInPounds(lowPence, highPence)} in ${labels[index] ?? ''}?`} why={() => explainRange(snapshot, range, index)}
              actions={<Button variant="link" small onClick={() => { setAsked(null); setMethod(true); }}>How this range is worked out</Button>}
            >
              {rangeText(lowPence, highPence)}
            </AskedFigure>
          </td>
        );
      })}
      <td className="num sum"><span title="A range is worked out for one year at a time">–</span></td>
    </tr>
  );
}
