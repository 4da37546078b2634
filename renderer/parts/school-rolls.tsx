import { useState, type KeyboardEvent } from 'react';
import type { Roll } from '../../planning/snapshot.ts';
import { useCommand } from '../lib/commands.tsx';
import { peopleOf, pupilsProblem, staffProblem } from '../lib/people-typed.ts';
import { usePlan } from '../lib/plan.tsx';
import { TextField } from './field.tsx';

type RollFieldProps = {
  readonly label: string;
  /** This year's own number; null where the school's holds. */
  readonly count: number | null;
  readonly usual: number | null;
  readonly problemOf: (typed: string) => string | null;
  readonly save: (count: number | null) => Promise<void>;
};

/** One number of a year, kept when it is left or Enter is pressed. Esc puts back what was there. */
function RollField({ label, count, usual, problemOf, save }: RollFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? null : problemOf(typed);
  const keep = async (): Promise<void> => {
    if (typed === null || problem !== null) return;
    if (peopleOf(typed) !== count) await save(peopleOf(typed));
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void keep();
    if (event.key !== 'Escape' || typed === null) return;
    event.stopPropagation();
    setTyped(null);
  };
  return (
    <TextField
      label={label} hideLabel small inputMode="numeric" value={typed ?? (count === null ? '' : String(count))} problem={problem}
      placeholder={usual === null ? 'not known' : String(usual)} onChange={(event) => setTyped(event.target.value)} onBlur={() => void keep()} onKeyDown={onKeyDown}
    />
  );
}

/** The roll of each of the plan's years, for what is paid by the head. A year left empty takes the school's own numbers. */
export function SchoolRolls() {
  const { savedSnapshot: { school, rolls }, savedForecast: { years }, editable } = usePlan();
  const run = useCommand();
  const rollOf = (year: number): Omit<Roll, 'year'> => rolls.find((roll) => roll.year === year) ?? { pupils: null, staff: null };
  return (
    <section className="school-rolls" aria-labelledby="school-rolls">
      <h3 id="school-rolls">Pupils and staff by year</h3>
      <p className="q2">For what is paid by the head. A year left empty has the numbers above.</p>
      <fieldset disabled={!editable}>
        <table className="l">
          <thead><tr><th scope="col">Year</th><th scope="col">Pupils</th><th scope="col">Members of staff</th></tr></thead>
          <tbody>
            {years.map(({ year, label }) => {
              const { pupils, staff } = rollOf(year);
              const set = async (fields: Partial<Roll>): Promise<void> => void await run('roll.set', { year, ...fields });
              return (
                <tr key={year}>
                  <th scope="row">{label}</th>
                  <td><RollField label={`Pupils in ${label}`} count={pupils} usual={school.pupils} problemOf={pupilsProblem} save={(count) => set({ pupils: count })} /></td>
                  <td><RollField label={`Members of staff in ${label}`} count={staff} usual={school.staff} problemOf={staffProblem} save={(count) => set({ staff: count })} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </fieldset>
    </section>
  );
}
