import { TriangleAlert } from 'lucide-react';
import { explainBudgetCell, type AskedFigure, type BudgetReasons } from '../../planning/budget/explain-cell.ts';
import type { FundStanding } from '../../planning/budget/fund-standing.ts';
import type { BudgetView } from '../../planning/budget/matrix.ts';
import { usePlan } from '../lib/plan.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';
import { CellLinks } from './cell-links.tsx';
import { plain, questionOf, Signed } from './figure-cell.tsx';

type FundsTableProps = { readonly label: string; readonly standings: readonly FundStanding[]; readonly vat: BudgetView['vat'] };

const FIGURES: readonly { readonly figure: AskedFigure; readonly name: string }[] = [
  { figure: 'allocated', name: 'Allocated' }, { figure: 'committed', name: 'Committed' }, { figure: 'spent', name: 'Spent' }, { figure: 'forecast', name: 'Forecast' }, { figure: 'left', name: 'Left' },
];

/** Asked only while the reasons are open. */
const FundLinks = ({ explain }: { readonly explain: () => BudgetReasons }) => <CellLinks reasons={explain()} />;

/** One figure of a fund in the open year; it can be asked why. */
function FundFigure({ standing: { fund, cell, row }, figure, label, vat }: { readonly standing: FundStanding; readonly figure: AskedFigure } & Pick<FundsTableProps, 'label' | 'vat'>) {
  const { snapshot, forecast } = usePlan();
  const pence = cell[figure];
  if (pence === null) return <td className="num">–</td>;
  const explain = () => explainBudgetCell({ snapshot, forecast, view: { nature: 'all', vat, by: 'fund' }, scope: row, year: 0 }, cell, figure);
  return (
    <td className={pence === 0 ? 'num nought' : 'num'}>
      <WhyFigure title={questionOf(fund.name, { figure }, pence, label)} why={() => explain().steps} actions={<FundLinks explain={explain} />}>
        {figure === 'left' ? <Signed pence={pence} /> : plain(pence)}
      </WhyFigure>
    </td>
  );
}

/** What each fund has in the open year, and what of its rules is broken. */
export function FundsTable({ label, standings, vat }: FundsTableProps) {
  return (
    <Section title={`Funds in ${label}`} className="budget-funds">
      {standings.length === 0 ? <p className="q2">No fund holds or pays anything in {label} yet.</p> : (
        <table className="l">
          <thead>
            <tr>
              <th scope="col">Fund, £</th>
              {FIGURES.map(({ name }) => <th key={name} scope="col" className="num">{name}</th>)}
            </tr>
          </thead>
          <tbody>
            {standings.map((standing) => (
              <tr key={standing.fund.key}>
                <th scope="row">
                  {standing.fund.name}
                  {standing.broken.map(({ tone, text }) => <small key={text} className={tone === 'over' ? 'c-over' : 'c-warn'}><TriangleAlert className="lucide s" aria-hidden="true" /> {text}</small>)}
                </th>
                {FIGURES.map(({ figure }) => <FundFigure key={figure} standing={standing} figure={figure} label={label} vat={vat} />)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
