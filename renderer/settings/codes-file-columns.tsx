import { useId, useState } from 'react';
import { CHART_FIELDS, type ChartField } from '../../app/contract/chart-options.ts';
import type { ChartReport } from '../../app/contract/ledger-codes.ts';
import { listOf } from '../../planning/words.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { CHART_FIELD_WORDS } from './chart-words.ts';

const CHOICES = [{ value: '', label: 'Nothing that is wanted' }, ...CHART_FIELDS.map((value) => ({ value, label: CHART_FIELD_WORDS[value] }))];

type ChartColumnsProps = {
  readonly sheet: NonNullable<ChartReport['sheet']>;
  readonly onSay: (index: number, is: ChartField | null) => void;
};

/** What each column of a sheet holds. Where the headings say it, it is only told, and can be looked at. */
export function ChartColumns({ sheet: { columns, stuck, headerRow }, onSay }: ChartColumnsProps) {
  const [open, setOpen] = useState(stuck !== null);
  const id = useId();
  const known = columns.flatMap(({ is, heading }) => (is === null ? [] : [`“${heading}” as ${CHART_FIELD_WORDS[is].toLowerCase().replace('cfr', 'CFR')}`]));
  return (
    <div className="codes-columns">
      {known.length > 0 && (
        <p className="q2">
          Read {listOf(known)}{headerRow === null ? '' : `, by the headings of row ${headerRow}`}.{' '}
          <Button variant="link" small aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{open ? 'Hide the columns' : 'Change the columns'}</Button>
        </p>
      )}
      {open && (
        <table className="l" id={id}>
          <caption className="vh">What the columns hold</caption>
          <thead><tr><th scope="col">Column</th><th scope="col">Heading</th><th scope="col">First cell</th><th scope="col">Holds</th></tr></thead>
          <tbody>
            {columns.map(({ index, letter, heading, example, is }) => (
              <tr key={index}>
                <th scope="row">{letter}</th><td>{heading}</td><td className="q2">{example}</td>
                <td>
                  <SelectField
                    label={`Column ${letter} holds`} hideLabel small options={CHOICES} value={is ?? ''}
                    onChange={(event) => onSay(index, CHART_FIELDS.find((field) => field === event.currentTarget.value) ?? null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
