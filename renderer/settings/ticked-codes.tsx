import { useState } from 'react';
import type { LedgerCode } from '../../planning/budget/finance.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { mappingChosen } from './mapping-options.ts';

type TickedCodesProps = {
  readonly codes: readonly LedgerCode[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onDone: () => void;
};

/** What can be done to the codes that are ticked: map them all to one thing, or take them out. */
export function TickedCodes({ codes, options, onDone }: TickedCodesProps) {
  const run = useCommand();
  const [value, setValue] = useState(options[1]?.value ?? '');
  const count = `${formatCount(codes.length)} ${codes.length === 1 ? 'code' : 'codes'}`;
  const after = async (done: Promise<unknown>): Promise<void> => { if (await done !== null) onDone(); };
  const map = (): Promise<void> => after(run('ledgerCode.set', { codes: codes.map(({ code }) => ({ code, set: mappingChosen(value) })) }));
  return (
    <div className="codes-ticked" role="group" aria-label={`${count} ticked`}>
      <span>{count} ticked</span>
      <SelectField label="They stand for" hideLabel small options={options} value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      <Button small onClick={() => void map()}>{value === '' ? `Take the mapping of ${count} away` : `Map ${count}`}</Button>
      <Button small onClick={() => void after(run('ledgerCode.remove', { ids: codes.map(({ id }) => id) }))}>Remove {count}</Button>
    </div>
  );
}
