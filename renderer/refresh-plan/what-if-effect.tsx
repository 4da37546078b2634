import type { ReactNode } from 'react';
import type { Ledger } from '../../planning/ledger.ts';
import { formatPounds } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { Section } from '../parts/section.tsx';
import { LeftOrOver } from '../parts/left-or-over.tsx';
import { changesOf, type YearChange } from '../lib/what-if-figures.ts';

const figure = (pence: Pence, says: YearChange['says']): ReactNode =>
  (says === 'money' ? formatPounds(pence, { symbol: false }) : <LeftOrOver pence={pence} icon={false} />);

/** What the what-if does to the plan, in figures: spoken by the page's sentence, so that it is not read out twice. */
export function WhatIfEffect({ labels, now, saved }: { readonly labels: readonly string[]; readonly now: Ledger; readonly saved: Ledger }) {
  if (now === saved) return null;
  const changes = changesOf(labels, now, saved);
  return (
    <Section title="What this what-if does" className="effect">
      {changes.length === 0 ? <p className="policy-note">No yearly total changes.</p> : (
        <table className="l">
          <thead className="vh"><tr><th scope="col">Year</th><th scope="col">Saved plan</th><th scope="col">With the what-if</th></tr></thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.key}>
                <th scope="row">{change.name}</th>
                <td className="num"><s>{figure(change.before, change.says)}</s></td>
                <td className="num b">{figure(change.after, change.says)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
