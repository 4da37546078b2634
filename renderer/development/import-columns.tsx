import type { PlanImportReport } from '../../app/contract/development-import.ts';
import { PLAN_TARGETS, PLAN_TARGET_WORDS } from '../../planning/analysis/development/plan-headings.ts';
import { formatCount } from '../../planning/money.ts';
import { SelectField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';
import type { PlanImport } from './use-plan-import.ts';

const LEAVE_OUT = 'leave_out';
const OPTIONS = [...PLAN_TARGETS.map((value) => ({ value, label: PLAN_TARGET_WORDS[value] })), { value: LEAVE_OUT, label: 'Leave out' }];

/** What each column holds: found by its heading, and changed with one choice. */
export function ImportColumns({ it, found }: { readonly it: PlanImport; readonly found: PlanImportReport }) {
  const { columns, stuck } = found;
  const matched = columns.filter(({ goesTo }) => goesTo !== null).length;
  const choose = (index: number, value: string): void => {
    const goesTo = PLAN_TARGETS.find((target) => target === value) ?? LEAVE_OUT;
    it.sayOptions({ columns: [...(it.said.options.columns ?? []).filter((column) => column.index !== index), { index, goesTo }] });
  };
  return (
    <Section title="What its columns hold" aside={`${formatCount(matched)} of ${formatCount(columns.length)} come in`}>
      {stuck !== null && <Note tone="warn" title={stuck}>Nothing is lost: choose below, and the rows are read again.</Note>}
      <Scrolled label="The columns of the table" className="plan-columns">
        <table className="l">
          <thead><tr><th scope="col">Column</th><th scope="col">Its heading</th><th scope="col">What stands there</th><th scope="col">Goes to</th></tr></thead>
          <tbody>
            {columns.map(({ index, letter, heading, goesTo, leftOut, samples }) => (
              <tr key={index} className={goesTo === null ? 'out' : undefined}>
                <td>{letter}</td>
                <th scope="row">{heading}</th>
                <td className="values">{samples.length === 0 ? 'Nothing' : samples.join(' · ')}</td>
                <td className="goes">
                  <SelectField label={`${heading} goes to`} hideLabel small value={goesTo ?? LEAVE_OUT} options={OPTIONS} onChange={(event) => choose(index, event.target.value)} />
                  {leftOut !== null && <span className="q2">{leftOut}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Section>
  );
}
