import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { Fund } from '../../planning/budget/fund.ts';
import { usualProblem } from '../../planning/budget/fund-rules.ts';
import { LEFT_OVER_WORDS } from '../../planning/budget/fund-words.ts';
import { FUND_EXCLUSION_WORDS, FUND_EXCLUSIONS, FUND_KIND_WORDS, FUND_KINDS, FUND_USES, LEFT_OVERS } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Check, SelectField, TextField } from '../parts/field.tsx';
import { draftOf, readFund, withKind, type FundDraft, type FundField } from './fund-draft.ts';
import { RemoveFund } from './remove-fund.tsx';

type FundDialogProps = {
  /** Null adds one. */
  readonly fund: Fund | null;
  readonly onClose: () => void;
};

const USE_WORDS = { anything: 'Anything', capital: 'Capital only', revenue: 'Revenue only' } as const;

/** A fund and its rules: changed here, made the usual one, or taken out. */
export function FundDialog({ fund, onClose }: FundDialogProps) {
  const [removing, setRemoving] = useState(false);
  return (
    <Dialog opened onClose={onClose} title={fund === null ? 'Add a fund' : removing ? `Take out ${fund.name}` : fund.name} width={560}>
      {fund !== null && removing
        ? <RemoveFund fund={fund} onBack={() => setRemoving(false)} onDone={onClose} />
        : <FundForm fund={fund} onClose={onClose} onRemove={() => setRemoving(true)} />}
    </Dialog>
  );
}

function FundForm({ fund, onClose, onRemove }: FundDialogProps & { readonly onRemove: () => void }) {
  const { facts: { funds }, editable } = useSavedPlan();
  const run = useCommand();
  const [draft, setDraft] = useState(() => draftOf(fund));
  const [asked, setAsked] = useState(false);
  const reading = readFund(draft, fund, funds);
  const at = (field: FundField): string | null => (asked && !reading.ok && reading.field === field ? reading.message : null);
  const change = (part: Partial<FundDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!reading.ok) return;
    const { name, ...rules } = reading.rules;
    const done = fund === null ? await run('fund.add', { kind: draft.kind, name, ...rules }) : await run('fund.edit', { key: fund.key, set: { name, ...rules } });
    if (done !== null) onClose();
  };
  return (
    <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
      <fieldset disabled={!editable}>
        <div className="wide"><TextField label="Name" maxLength={200} value={draft.name} problem={at('name')} onChange={(event) => change({ name: event.target.value })} /></div>
        {fund === null && (
          <SelectField
            label="Kind" options={FUND_KINDS.map((value) => ({ value, label: FUND_KIND_WORDS[value] }))} value={draft.kind} hint="Its usual rules come with it."
            onChange={(event) => setDraft((before) => withKind(before, FUND_KINDS.find((kind) => kind === event.target.value) ?? before.kind))}
          />
        )}
        <SelectField
          label="May pay for" options={FUND_USES.map((value) => ({ value, label: USE_WORDS[value] }))} value={draft.paysFor} problem={at('paysFor')}
          onChange={(event) => change({ paysFor: FUND_USES.find((use) => use === event.target.value) ?? draft.paysFor })}
        />
        <DateField label="Last day it pays" text={draft.endsOn} problem={at('endsOn')} onText={(endsOn) => change({ endsOn })} />
        <Exclusions draft={draft} problem={at('excludes')} change={change} />
        <div className="wide">
          <TextField label="Condition" maxLength={200} placeholder="eligible pupils, with a reason" value={draft.condition} hint="Kitplan cannot check it, and says it." onChange={(event) => change({ condition: event.target.value })} />
        </div>
        <div className="wide">
          <Check checked={draft.stopsAtAllocation} onChange={(event) => change({ stopsAtAllocation: event.target.checked })}>Pays no more than it is allocated: the usual fund pays the rest</Check>
          <Problem text={at('stopsAtAllocation')} />
        </div>
        <SelectField
          label="Left at the end of a year" options={LEFT_OVERS.map((value) => ({ value, label: startUpper(LEFT_OVER_WORDS[value]) }))} value={draft.leftOver}
          onChange={(event) => change({ leftOver: LEFT_OVERS.find((each) => each === event.target.value) ?? draft.leftOver })}
        />
        <TextField label="In your words" maxLength={200} placeholder="kept three years, then returned" value={draft.leftOverNote} onChange={(event) => change({ leftOverNote: event.target.value })} />
        <div className="wide"><TextField label="Shown to" maxLength={200} placeholder="Finance committee" value={draft.shownTo} onChange={(event) => change({ shownTo: event.target.value })} /></div>
      </fieldset>
      {fund !== null && editable && <Standing fund={fund} onClose={onClose} onRemove={onRemove} />}
      <div className="dialog-acts">
        <Button onClick={onClose}>Cancel</Button>
        {editable && <Button variant="filled" type="submit">{fund === null ? 'Add the fund' : 'Change the fund'}</Button>}
      </div>
    </form>
  );
}

const Problem = ({ text }: { readonly text: string | null }) => (text === null ? null : <p className="problem"><TriangleAlert aria-hidden="true" />{text}</p>);

type ExclusionsProps = { readonly draft: FundDraft; readonly problem: string | null; readonly change: (part: Partial<FundDraft>) => void };

function Exclusions({ draft: { excludes }, problem, change }: ExclusionsProps) {
  const id = useId();
  return (
    <div className="wide settings-excludes" role="group" aria-labelledby={id}>
      <span className="lab" id={id}>Never pays for</span>
      {FUND_EXCLUSIONS.map((what) => (
        <Check key={what} checked={excludes.includes(what)} onChange={(event) => change({ excludes: FUND_EXCLUSIONS.filter((each) => (each === what ? event.target.checked : excludes.includes(each))) })}>
          {startUpper(FUND_EXCLUSION_WORDS[what])}
        </Check>
      ))}
      <Problem text={problem} />
    </div>
  );
}

/** Whether it is the usual fund, and the ways to change that or to take it out. */
function Standing({ fund, onClose, onRemove }: { readonly fund: Fund; readonly onClose: () => void; readonly onRemove: () => void }) {
  const run = useCommand();
  if (fund.usual) return <p className="q2 wide">It is the usual fund: it pays for what no fund is named for.</p>;
  const problem = usualProblem(fund);
  const makeUsual = async (): Promise<void> => {
    if (await run('fund.usual', { key: fund.key }) !== null) onClose();
  };
  return (
    <p className="settings-standing">
      {problem === null ? <Button variant="link" onClick={() => void makeUsual()}>Make it the usual fund</Button> : <span className="q2">{problem}</span>}
      <Button variant="link" onClick={onRemove}>Take it out</Button>
    </p>
  );
}
