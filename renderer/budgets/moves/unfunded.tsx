import { useMemo } from 'react';
import { unfundedCosts, unfundedSentence, unfundedWhy } from '../../../planning/budget/sustainability.ts';
import { formatPounds, sumOf } from '../../../planning/money.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Section } from '../../parts/section.tsx';
import './moves.css';

/** What is bought in the plan and costs something in later years that no fund was found for, each named with its years and why. */
export function Unfunded() {
  const { snapshot, forecast } = usePlan();
  const found = useMemo(() => unfundedCosts(snapshot, forecast), [snapshot, forecast]);
  return (
    <Section title="Costs later that nobody pays" aside={unfundedSentence(forecast, found)}>
      {found.length === 0 ? null : (
        <table className="l unfunded">
          <caption className="vh">Costs later that nobody pays</caption>
          <thead>
            <tr>
              <th scope="col">What</th><th scope="col">Bought</th>{forecast.years.map(({ label }) => <th key={label} scope="col" className="num">{label}</th>)}
              <th scope="col">Why nobody pays</th>
            </tr>
          </thead>
          <tbody>
            {found.map((cost) => (
              <tr key={cost.key}>
                <th scope="row">{cost.what}</th>
                <td>{cost.boughtIn === null ? 'Before the plan' : forecast.years[cost.boughtIn]?.label}</td>
                {forecast.years.map(({ label }, index) => {
                  const pence = cost.pence[index] ?? 0;
                  return <td key={label} className={pence === 0 ? 'num q2' : 'num'}>{pence === 0 ? '–' : formatPounds(pence)}</td>;
                })}
                <td>{unfundedWhy(snapshot, cost)}{cost.unpriced ? `; ${sumOf(cost.pence) === 0 ? 'no price' : 'some of it has no price'}` : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
