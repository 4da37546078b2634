import { TriangleAlert } from 'lucide-react';
import type { FundStanding } from '../../planning/budget/fund-standing.ts';
import { Section } from '../parts/section.tsx';
import { plain, Signed } from './figure-cell.tsx';

/** What each fund has in the open year, and what of its rules is broken. */
export function FundsTable({ label, standings }: { readonly label: string; readonly standings: readonly FundStanding[] }) {
  return (
    <Section title={`Funds in ${label}`} className="budget-funds">
      {standings.length === 0 ? <p className="q2">No fund holds or pays anything in {label} yet.</p> : (
        <table className="l">
          <thead>
            <tr>
              <th scope="col">Fund, £</th>
              {['Allocated', 'Committed', 'Spent', 'Forecast', 'Left'].map((name) => <th key={name} scope="col" className="num">{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {standings.map(({ fund, cell, broken }) => (
              <tr key={fund.key}>
                <th scope="row">
                  {fund.name}
                  {broken.map((text) => <small key={text} className="c-over"><TriangleAlert className="lucide s" aria-hidden="true" /> {text}</small>)}
                </th>
                <td className="num">{cell.allocated === null ? '–' : plain(cell.allocated)}</td>
                {[cell.committed, cell.spent, cell.forecast].map((pence, at) => <td key={at} className={pence === 0 ? 'num nought' : 'num'}>{plain(pence)}</td>)}
                <td className="num">{cell.left === null ? '–' : <Signed pence={cell.left} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
