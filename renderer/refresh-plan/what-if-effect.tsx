import type { ReactNode } from 'react';
import type { Ledger } from '../../planning/ledger.ts';
import { formatPounds } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { inWords, startUpper } from '../../planning/words.ts';
import { Section } from '../parts/section.tsx';
import { LeftOrOver } from './ledger-totals.tsx';

type Change = { readonly key: string; readonly name: string; readonly before: ReactNode; readonly after: ReactNode };

const plain = (pence: Pence): string => formatPounds(pence, { symbol: false });
const leftOrOver = (pence: Pence): ReactNode => <LeftOrOver pence={pence} icon={false} />;

/** The sum over all years, then every year that the what-if moves: what is left or over, or the cost where there is no budget. */
function changesOf(labels: readonly string[], now: Ledger, saved: Ledger): readonly Change[] {
  const budgeted = now.difference !== null && saved.difference !== null;
  const [after, before] = budgeted ? [now.difference, saved.difference] : [now.planned, saved.planned];
  if (after === null || before === null) return [];
  const draw = budgeted ? leftOrOver : plain;
  const whole: Change[] = after.total === before.total ? []
    : [{ key: 'all', name: `${startUpper(inWords(labels.length))} years`, before: draw(before.total), after: draw(after.total) }];
  return [...whole, ...labels.flatMap((label, index): readonly Change[] => {
    const [is, was] = [after.years[index] ?? null, before.years[index] ?? null];
    return is === was || is === null || was === null ? [] : [{ key: label, name: label, before: draw(was), after: draw(is) }];
  })];
}

/** What the what-if does to the plan, in figures: spoken by the page's sentence, so that it is not read out twice. */
export function WhatIfEffect({ labels, now, saved }: { readonly labels: readonly string[]; readonly now: Ledger; readonly saved: Ledger }) {
  if (now === saved) return null;
  const changes = changesOf(labels, now, saved);
  return (
    <Section title="What this what-if does" className="effect">
      {changes.length === 0 ? <p className="policy-note">No figure of these years changes.</p> : (
        <table className="l">
          <thead className="vh"><tr><th scope="col">Year</th><th scope="col">Saved plan</th><th scope="col">With the what-if</th></tr></thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.key}>
                <th scope="row">{change.name}</th>
                <td className="num"><s>{change.before}</s></td>
                <td className="num b">{change.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
