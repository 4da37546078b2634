import { useState } from 'react';
import type { FundCode } from '../../planning/budget/finance.ts';
import { fundName } from '../../planning/budget/fund.ts';
import { useCommand } from '../lib/commands.tsx';
import { fundOptions } from '../lib/fund-options.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { NameDialog } from './codes-name-dialog.tsx';

/** The codes of funds in the finance system, and which of the plan's funds each is. */
export function CodesFunds() {
  const { facts, editable } = useSavedPlan();
  const run = useCommand();
  const [open, setOpen] = useState<FundCode | 'new' | null>(null);
  const { fundCodes } = facts.finance;
  const set = (code: string, fields: { readonly name?: string | null; readonly fundKey?: string | null }) => run('fundCode.set', { codes: [{ code, set: fields }] });
  return (
    <Section title="Fund codes" link={editable && <Button variant="link" onClick={() => setOpen('new')}>Add a fund code</Button>}>
      {fundCodes.length === 0 ? <p className="q2">None yet: what is booked belongs to the usual fund.</p> : (
        <table className="l">
          <caption className="vh">Fund codes</caption>
          <thead><tr><th scope="col">Code</th><th scope="col">Name</th><th scope="col">Stands for</th>{editable && <th scope="col"><span className="vh">Remove</span></th>}</tr></thead>
          <tbody>
            {fundCodes.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">{editable ? <button type="button" className="cell-open" aria-label={`Rename fund code ${entry.code}`} onClick={() => setOpen(entry)}>{entry.code}</button> : entry.code}</th>
                <td>{entry.name}</td>
                <td>
                  {editable ? (
                    <SelectField
                      label={`Fund code ${entry.code} stands for`} hideLabel small options={fundOptions(facts.funds, 'No fund yet')} value={entry.fundKey ?? ''}
                      onChange={(event) => void set(entry.code, { fundKey: event.currentTarget.value === '' ? null : event.currentTarget.value })}
                    />
                  ) : entry.fundKey === null ? 'no fund yet' : fundName(facts.funds, entry.fundKey)}
                </td>
                {editable && <td className="num"><Button variant="link" small aria-label={`Remove fund code ${entry.code}`} onClick={() => void run('fundCode.remove', { ids: [entry.id] })}>Remove</Button></td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open !== null && (
        <NameDialog
          one="fund code" example="01" entry={open === 'new' ? null : { code: open.code, name: open.name ?? '' }} taken={fundCodes} onClose={() => setOpen(null)}
          onKeep={async ({ code, name }) => await set(code, { name: name === '' ? null : name }) !== null}
        />
      )}
    </Section>
  );
}
