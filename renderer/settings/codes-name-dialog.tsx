import { useState } from 'react';
import { foldedCode } from '../../planning/budget/ledger-codes.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';

/** A fund code or cost centre that is added, or given another name. */
export type NamedCode = { readonly code: string; readonly name: string };

type NameDialogProps = {
  /** "fund code", "cost centre". */
  readonly one: string;
  readonly example: string;
  /** The entry that is changed; null for a new one. */
  readonly entry: NamedCode | null;
  readonly taken: readonly { readonly code: string }[];
  /** Answers whether it was kept. */
  readonly onKeep: (entry: NamedCode) => Promise<boolean>;
  readonly onClose: () => void;
};

export function NameDialog({ one, example, entry, taken, onKeep, onClose }: NameDialogProps) {
  const [code, setCode] = useState(entry?.code ?? '');
  const [name, setName] = useState(entry?.name ?? '');
  const [asked, setAsked] = useState(false);
  const problem = code.trim() === '' ? `Write the code as your finance system has it, such as ${example}.`
    : entry === null && taken.some((each) => foldedCode(each.code) === foldedCode(code)) ? `${code.trim()} is in the list already.` : null;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (problem === null && await onKeep({ code: code.trim(), name: name.trim() })) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={entry === null ? `Add a ${one}` : `${one.charAt(0).toUpperCase()}${one.slice(1)} ${entry.code}`}>
      <form className="codes-form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        {entry === null && <TextField label="Code" maxLength={40} value={code} problem={asked ? problem : null} onChange={(event) => setCode(event.currentTarget.value)} />}
        <TextField label="Name" maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <div className="dialog-acts wide">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit">{entry === null ? `Add the ${one}` : 'Change the name'}</Button>
        </div>
      </form>
    </Dialog>
  );
}
