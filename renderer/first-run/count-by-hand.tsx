import { Plus, TriangleAlert, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { BLANK_ROW, countedFrom, hasProblem, isBlank, NO_PROBLEMS, problemsOf } from './counted-rows.ts';
import type { RowProblems, TypedRow } from './counted-rows.ts';

type Keyed = TypedRow & { readonly key: number };

/** The kinds most schools count first. */
const STARTS_WITH: readonly string[] = ['laptop', 'desktop', 'interactive_panel'];
const GROUPS = [{ value: '', label: 'Not said' }, { value: 'staff', label: 'Staff' }, { value: 'pupil', label: 'Pupils' }, { value: 'shared', label: 'Shared' }];

type CountRowProps = {
  readonly row: Keyed;
  readonly number: number;
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
  readonly problems: RowProblems;
  readonly onChange: (part: Partial<TypedRow>) => void;
  readonly onRemove: () => void;
};

const COLUMNS = { quantity: 'How many', boughtIn: 'Bought in', paid: 'Paid for one, £' } as const;
type Told = keyof typeof COLUMNS;
const TOLD: readonly Told[] = ['quantity', 'boughtIn', 'paid'];

/** A line of the table; what is wrong with it stands under the whole line, where there is room to read it. */
function CountRow({ row, number, kinds, problems, onChange, onRemove }: CountRowProps) {
  const id = useId();
  const told = TOLD.filter((field) => problems[field] !== null);
  const named = (column: string): string => `${column}, row ${number}`;
  const wrong = (field: Told) => (problems[field] === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-${field}` });
  return (
    <>
      <tr className={told.length > 0 ? 'has-problem' : undefined}>
        <td><SelectField label={named('What')} hideLabel options={kinds} value={row.categoryKey} onChange={(event) => onChange({ categoryKey: event.target.value })} /></td>
        <td><SelectField label={named('For')} hideLabel options={GROUPS} value={row.userGroup} onChange={(event) => onChange({ userGroup: event.target.value })} /></td>
        <td><TextField label={named(COLUMNS.quantity)} hideLabel inputMode="numeric" {...wrong('quantity')} value={row.quantity} onChange={(event) => onChange({ quantity: event.target.value })} /></td>
        <td><TextField label={named(COLUMNS.boughtIn)} hideLabel placeholder="2023" {...wrong('boughtIn')} value={row.boughtIn} onChange={(event) => onChange({ boughtIn: event.target.value })} /></td>
        <td><TextField label={named(COLUMNS.paid)} hideLabel inputMode="decimal" {...wrong('paid')} value={row.paid} onChange={(event) => onChange({ paid: event.target.value })} /></td>
        <td><IconButton label={`Remove row ${number}`} onClick={onRemove}><X aria-hidden="true" /></IconButton></td>
      </tr>
      {told.length > 0 && (
        <tr className="problems">
          <td colSpan={6}>
            {told.map((field) => (
              <p className="problem" id={`${id}-${field}`} key={field}><TriangleAlert aria-hidden="true" />{COLUMNS[field]}: {problems[field]}</p>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

/** A short table for a school without a list: what, for whom, how many, bought when, paid what. */
export function CountByHand({ onClose }: { readonly onClose: () => void }) {
  const { savedSnapshot: { categories } } = usePlan();
  const run = useCommand();
  const { go } = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const [rows, setRows] = useState<readonly Keyed[]>(() => STARTS_WITH.map((categoryKey, key) => ({ ...BLANK_ROW, categoryKey, key })));
  const [asked, setAsked] = useState(false);
  const kinds = categories.filter(({ chartGroup }) => chartGroup !== 'running').map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
  const written = rows.filter((row) => !isBlank(row));
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const change = (key: number, part: Partial<TypedRow>): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const addRow = (): void =>
    setRows((before) => [...before, { ...BLANK_ROW, key: 1 + Math.max(-1, ...before.map((row) => row.key)) }]);
  const addToRegister = async (): Promise<void> => {
    if (await run('register.count', { rows: written.map(countedFrom) }) !== null) go('overview');
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!written.some((row) => hasProblem(problemsOf(row)))) void addToRegister();
  };
  return (
    <form ref={form} className="counting" onSubmit={save} noValidate>
      <Section title="Count by hand" aside="A rough year is enough. Prices are for one, without VAT; leave them out if you do not know.">
        <table className="l">
          <thead>
            <tr>
              <th scope="col">What</th><th scope="col">For</th><th scope="col">{COLUMNS.quantity}</th><th scope="col">{COLUMNS.boughtIn}</th>
              <th scope="col">{COLUMNS.paid}</th><th scope="col"><span className="vh">Remove</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <CountRow
                key={row.key} row={row} number={at + 1} kinds={kinds} problems={asked && !isBlank(row) ? problemsOf(row) : NO_PROBLEMS}
                onChange={(part) => change(row.key, part)} onRemove={() => setRows((before) => before.filter((one) => one.key !== row.key))}
              />
            ))}
          </tbody>
        </table>
        <div className="under">
          <Button icon={<Plus aria-hidden="true" />} onClick={addRow}>Add a row</Button>
          {written.length === 0 && <span className="q2">Say how many of something to go on.</span>}
          <span className="last">
            <Button onClick={onClose}>Back</Button>
            <Button type="submit" variant="filled" disabled={written.length === 0}>Add to the register</Button>
          </span>
        </div>
      </Section>
    </form>
  );
}
