import type { PlanImportReport } from '../../app/contract/development-import.ts';
import { formatCount } from '../../planning/money.ts';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';

type Node = PlanImportReport['tree'][number];

const OUTCOME_WORDS: Readonly<Record<Node['outcome'], string>> = { new: 'New', added_to: 'Added to', unchanged: 'There already' };
const KIND_WORDS: Readonly<Record<Node['kind'], string>> = { area: 'Area', priority: 'Priority', objective: 'Objective', criterion: 'Success criterion', action: 'Action', note: 'Progress' };

/** The plan that comes out, from top to bottom, each part with the row that it comes from. */
export function ImportTree({ found: { tree } }: { readonly found: PlanImportReport }) {
  const objectives = tree.filter(({ kind }) => kind === 'objective').length;
  return (
    <Section title="What comes out" aside={`${formatCount(objectives)} ${objectives === 1 ? 'objective' : 'objectives'}`}>
      <Scrolled label="The plan as it would be" className="plan-tree">
        <table className="l">
          <thead><tr><th scope="col" className="num">Row</th><th scope="col">What</th><th scope="col">As it will stand in the plan</th><th scope="col">Will be</th></tr></thead>
          <tbody>
            {tree.map(({ kind, depth, row, number, text, detail, outcome }, at) => (
              <tr key={at} className={`of-${kind} is-${outcome}`}>
                <td className="num">{row}</td>
                <td className="what">{KIND_WORDS[kind]}</td>
                <td className={`node d${depth}`}>{number !== null && <b className="no">{number} </b>}{text}{detail !== null && <span className="q2"> {detail}</span>}</td>
                <td className="becomes">{OUTCOME_WORDS[outcome]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
