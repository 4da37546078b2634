import { useState } from 'react';
import { schemeOn } from '../../planning/budget/codes.ts';
import type { LedgerCode } from '../../planning/budget/finance.ts';
import { foldedCode, ICT_CODES_WORDS, isNoSuchCode, mappingOf, NOT_MAPPED, returnCodesIn } from '../../planning/budget/ledger-codes.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { mappingChosen, mappingOptions, mappingValue } from './mapping-options.ts';

type LedgerCodeDialogProps = {
  /** The code that is changed; null for a new one. */
  readonly code: LedgerCode | null;
  readonly onClose: () => void;
};

/** A ledger code typed by hand, or one of the list with its description and its code of the return. */
export function LedgerCodeDialog({ code, onClose }: LedgerCodeDialogProps) {
  const { facts, asOf } = useSavedPlan();
  const run = useCommand();
  const [typed, setTyped] = useState({ code: code?.code ?? '', description: code?.description ?? '', cfrCode: code?.cfrCode ?? '', mapping: mappingValue(code ?? NOT_MAPPED) });
  const [asked, setAsked] = useState(false);
  const problems = {
    code: typed.code.trim() === '' ? 'Write the code as your finance system has it, such as 4410.'
      : code === null && facts.finance.ledgerCodes.some((each) => foldedCode(each.code) === foldedCode(typed.code)) ? `${typed.code.trim()} is in the list already.` : null,
    cfrCode: returnCodesIn(typed.cfrCode).some(isNoSuchCode) ? `DfE’s codes for ICT are ${ICT_CODES_WORDS}.` : null,
  };
  const field = (key: keyof typeof typed) => ({ value: typed[key], onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }) });
  // A code of the return that says by itself what it is spares a choice.
  const settle = (): void => {
    const says = mappingOf(typed.cfrCode);
    if (typed.mapping === '' && says !== null) setTyped({ ...typed, mapping: mappingValue(says) });
  };
  const send = async (): Promise<void> => {
    setAsked(true);
    if (problems.code !== null || problems.cfrCode !== null) return;
    const cfrCode = typed.cfrCode.trim() === '' ? null : typed.cfrCode.trim().toUpperCase();
    const set = { description: typed.description.trim(), cfrCode, ...mappingChosen(typed.mapping) };
    if (await run('ledgerCode.set', { codes: [{ code: typed.code.trim(), set }] }) !== null) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={code === null ? 'Add a ledger code' : `Ledger code ${code.code}`}>
      <form className="codes-form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        {code === null && <TextField label="Code" maxLength={40} problem={asked ? problems.code : null} {...field('code')} />}
        <TextField label="Code of the return (CFR)" maxLength={100} hint="Empty where it has none." problem={asked ? problems.cfrCode : null} {...field('cfrCode')} onBlur={settle} />
        <div className="wide"><TextField label="Description" maxLength={200} {...field('description')} /></div>
        <div className="wide"><SelectField label="Stands for" options={mappingOptions(schemeOn(facts, asOf))} {...field('mapping')} /></div>
        <div className="dialog-acts wide">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit">{code === null ? 'Add the code' : 'Change the code'}</Button>
        </div>
      </form>
    </Dialog>
  );
}
