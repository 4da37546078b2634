import { useState } from 'react';
import type { CostCentre } from '../../planning/budget/finance.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { NameDialog } from './codes-name-dialog.tsx';

type Fields = Partial<Pick<CostCentre, 'name' | 'departmentId' | 'counts' | 'preferred'>>;

/** Cost centres: whose each is, whether what is booked there counts as ICT, and which one exports name where a department has none. */
export function CodesCentres() {
  const { facts, editable } = useSavedPlan();
  const run = useCommand();
  const [open, setOpen] = useState<CostCentre | 'new' | null>(null);
  const { costCentres } = facts.finance;
  const set = (code: string, fields: Fields) => run('costCentre.set', { codes: [{ code, set: fields }] });
  const departments = [{ value: '', label: 'No department' }, ...facts.departments.map(({ id, name }) => ({ value: String(id), label: name }))];
  return (
    <Section title="Cost centres" link={editable && <Button variant="link" onClick={() => setOpen('new')}>Add a cost centre</Button>}>
      {costCentres.length === 0 ? <p className="q2">None yet: what is booked counts wherever it is booked.</p> : (
        <table className="l">
          <caption className="vh">Cost centres</caption>
          <thead>
            <tr>
              <th scope="col">Code</th><th scope="col">Name</th><th scope="col">Department</th><th scope="col">ICT</th><th scope="col">In exports</th>
              {editable && <th scope="col"><span className="vh">Remove</span></th>}
            </tr>
          </thead>
          <tbody>
            {costCentres.map((centre) => <CentreRow key={centre.id} centre={centre} departments={departments} editable={editable} onSet={(fields) => void set(centre.code, fields)} onOpen={() => setOpen(centre)} />)}
          </tbody>
        </table>
      )}
      {open !== null && (
        <NameDialog
          one="cost centre" example="SCI" entry={open === 'new' ? null : open} taken={costCentres} onClose={() => setOpen(null)}
          onKeep={async ({ code, name }) => await set(code, { name: name === '' ? code : name }) !== null}
        />
      )}
    </Section>
  );
}

type CentreRowProps = {
  readonly centre: CostCentre;
  readonly departments: readonly { readonly value: string; readonly label: string }[];
  readonly editable: boolean;
  readonly onSet: (fields: Fields) => void;
  readonly onOpen: () => void;
};

function CentreRow({ centre: { id, code, name, departmentId, counts, preferred }, departments, editable, onSet, onOpen }: CentreRowProps) {
  const run = useCommand();
  const department = departmentId === null ? '' : String(departmentId);
  return (
    <tr>
      <th scope="row">{editable ? <button type="button" className="cell-open" aria-label={`Rename cost centre ${code}`} onClick={onOpen}>{code}</button> : code}</th>
      <td>{name}</td>
      <td>
        {editable ? (
          <SelectField
            label={`Department of ${code}`} hideLabel small options={departments} value={department}
            onChange={(event) => onSet({ departmentId: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}
          />
        ) : departments.find(({ value }) => value === department)?.label}
      </td>
      <td>{editable ? <label className="check"><input type="checkbox" aria-label={`${code} counts as ICT`} checked={counts} onChange={(event) => onSet({ counts: event.target.checked })} /></label> : counts ? 'counts' : 'left out'}</td>
      <td>{preferred ? 'for the rest' : counts && editable && <Button variant="link" small aria-label={`Name for the rest: ${code}`} onClick={() => onSet({ preferred: true })}>Name for the rest</Button>}</td>
      {editable && <td className="num"><Button variant="link" small aria-label={`Remove cost centre ${code}`} onClick={() => void run('costCentre.remove', { ids: [id] })}>Remove</Button></td>}
    </tr>
  );
}
