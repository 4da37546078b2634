import { memo } from 'react';
import type { LedgerCode } from '../../planning/budget/finance.ts';
import { codeState } from '../../planning/budget/ledger-codes.ts';
import { useCommand } from '../lib/commands.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { StateWord } from '../parts/tag.tsx';
import { mappingChosen, mappingValue } from './mapping-options.ts';

type LedgerRowProps = {
  readonly code: LedgerCode;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly editable: boolean;
  readonly ticked: boolean;
  /** Whether exports name it. */
  readonly isNamed: boolean;
  readonly onTick: (ids: readonly number[], on: boolean) => void;
  readonly onOpen: (code: LedgerCode) => void;
};

/** One ledger code; what it stands for is chosen where it stands. */
export const LedgerRow = memo(function LedgerRow({ code, options, editable, ticked, isNamed, onTick, onOpen }: LedgerRowProps) {
  const run = useCommand();
  const value = mappingValue(code);
  return (
    <tr>
      {editable && <td className="codes-tick"><label className="check"><input type="checkbox" aria-label={`Tick ${code.code}`} checked={ticked} onChange={(event) => onTick([code.id], event.target.checked)} /></label></td>}
      <th scope="row">{editable ? <button type="button" className="cell-open" aria-label={`Change ${code.code}`} onClick={() => onOpen(code)}>{code.code}</button> : code.code}</th>
      <td>{code.description === '' ? <span className="q2">no description</span> : code.description}</td>
      <td className="q2">{code.cfrCode}</td>
      <td>
        <div className="codes-stands">
          {editable ? (
            <SelectField
              label={`${code.code} stands for`} hideLabel small options={options} value={value}
              onChange={(event) => void run('ledgerCode.set', { codes: [{ code: code.code, set: mappingChosen(event.currentTarget.value) }] })}
            />
          ) : options.find((option) => option.value === value)?.label}
          {codeState(code) === 'to_map' && <StateWord tone="warn">To map</StateWord>}
        </div>
      </td>
      <td className="nw">
        {isNamed ? 'named' : code.costCategory !== null && editable && (
          <Button
            variant="link" small aria-label={`Name this one: ${code.code}`}
            onClick={() => void run('ledgerCode.set', { codes: [{ code: code.code, set: { preferred: true } }] })}
          >Name this one</Button>
        )}
      </td>
    </tr>
  );
});
