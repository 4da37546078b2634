import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import { foldedName, startUpper } from '../../planning/words.ts';
import { describeWhatIf } from '../../planning/whatif.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { SelectField, TextField } from './field.tsx';

type Name = { readonly text: string; readonly setText: (text: string) => void; readonly problem: string | null; readonly taken: string };

/** What a scenario is to be called: it has a name, and no other one has it. */
function useName(first: string, asked: boolean, own: number | null = null): Name {
  const { facts: { scenarios } } = usePlan();
  const [text, setText] = useState(first);
  const taken = text.trim();
  const other = scenarios.find(({ id, name }) => id !== own && foldedName(name) === foldedName(taken));
  const problem = taken === '' ? 'A scenario needs a name, such as Spread the cost.'
    : taken.length > 80 ? 'The name of a scenario has at most 80 characters.'
      : other === undefined ? null : `There is a scenario called ${other.name} already. Another name works here.`;
  return { text, setText, problem: asked ? problem : null, taken: problem === null ? taken : '' };
}

type FormProps = {
  readonly title: string;
  readonly button: string;
  readonly width?: number;
  readonly onClose: () => void;
  readonly onAsked: () => void;
  /** Answers whether it was done; the dialog shuts then. */
  readonly onSend: () => Promise<boolean>;
  readonly children: ReactNode;
};

function FormDialog({ title, button, width = 460, onClose, onAsked, onSend, children }: FormProps) {
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onAsked();
    if (await onSend()) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={title} width={width}>
      <form className="scenario-form" onSubmit={(event) => void submit(event)} noValidate>
        {children}
        <div className="dialog-acts"><Button onClick={onClose}>Cancel</Button><Button type="submit" variant="filled">{button}</Button></div>
      </form>
    </Dialog>
  );
}

/** Copies a scenario under a name of its own and opens the copy. */
export function CopyScenario({ scenario, onClose }: { readonly scenario: Scenario; readonly onClose: () => void }) {
  const { setScenario } = usePlan();
  const run = useCommand();
  const [asked, setAsked] = useState(false);
  const name = useName(`${scenario.name}, copy`, asked);
  const send = async (): Promise<boolean> => {
    if (name.taken === '') return false;
    const answer = await run('scenario.copy', { id: scenario.id, name: name.taken });
    if (answer !== null) setScenario(answer.value.id);
    return answer !== null;
  };
  return (
    <FormDialog title={`Copy ${scenario.name}`} button="Copy it" onClose={onClose} onAsked={() => setAsked(true)} onSend={send}>
      <p>{scenario.parentId === null ? 'The copy starts from it, and you can change it without changing the plan itself.' : 'The copy has the same differences, and you can change it.'}</p>
      <TextField label="Name of the copy" value={name.text} problem={name.problem} onChange={(event) => name.setText(event.currentTarget.value)} />
    </FormDialog>
  );
}

/** Adds a scenario that says nothing of its own yet, and opens it. */
export function AddScenario({ onClose }: { readonly onClose: () => void }) {
  const { facts: { scenarios }, scenario, setScenario } = usePlan();
  const run = useCommand();
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState('');
  const [startFrom, setStartFrom] = useState(scenario.id);
  const name = useName('', asked);
  const send = async (): Promise<boolean> => {
    if (name.taken === '') return false;
    const answer = await run('scenario.add', { name: name.taken, note: note.trim() || null, startFrom });
    if (answer !== null) setScenario(answer.value.id);
    return answer !== null;
  };
  return (
    <FormDialog title="Add a scenario" button="Add a scenario" onClose={onClose} onAsked={() => setAsked(true)} onSend={send}>
      <TextField label="Name" value={name.text} problem={name.problem} onChange={(event) => name.setText(event.currentTarget.value)} />
      <TextField label="What it is for (may be left empty)" value={note} maxLength={300} onChange={(event) => setNote(event.currentTarget.value)} />
      <SelectField
        label="Starts from" value={String(startFrom)} options={scenarios.map(({ id, name: each }) => ({ value: String(id), label: each }))}
        onChange={(event) => setStartFrom(Number(event.currentTarget.value))} hint="It is the same as this one until you change it."
      />
    </FormDialog>
  );
}

/** Gives a scenario another name and says what it is for. */
export function RenameScenario({ scenario, onClose }: { readonly scenario: Scenario; readonly onClose: () => void }) {
  const run = useCommand();
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState(scenario.note ?? '');
  const name = useName(scenario.name, asked, scenario.id);
  const send = async (): Promise<boolean> => name.taken !== ''
    && await run('scenario.edit', { id: scenario.id, name: name.taken, note: note.trim() || null }) !== null;
  return (
    <FormDialog title={`Name of ${scenario.name}`} button="Keep the name" onClose={onClose} onAsked={() => setAsked(true)} onSend={send}>
      <TextField label="Name" value={name.text} problem={name.problem} onChange={(event) => name.setText(event.currentTarget.value)} />
      <TextField label="What it is for (may be left empty)" value={note} maxLength={300} onChange={(event) => setNote(event.currentTarget.value)} />
    </FormDialog>
  );
}

/** Keeps the what-if as a scenario of its own, with a reason for each change; a reason may be skipped. */
export function KeepWhatIf({ onClose }: { readonly onClose: () => void }) {
  const { savedSnapshot, scenario, whatIf, keepAsNew } = usePlan();
  const [asked, setAsked] = useState(false);
  const [reasons, setReasons] = useState<readonly string[]>(() => whatIf.map(() => ''));
  const name = useName('', asked);
  const send = async (): Promise<boolean> => name.taken !== ''
    && keepAsNew({ name: name.taken, note: null, reasons: reasons.map((reason) => reason.trim() || null) });
  return (
    <FormDialog title="Keep as a new scenario" button="Keep as a new scenario" width={560} onClose={onClose} onAsked={() => setAsked(true)} onSend={send}>
      <p>It starts from {scenario.name}, which stays as it is.</p>
      <TextField label="Name" value={name.text} problem={name.problem} onChange={(event) => name.setText(event.currentTarget.value)} />
      <fieldset>
        <legend>Because (each may be left empty: it then reads “no reason given”)</legend>
        {describeWhatIf(savedSnapshot, whatIf).map((words, index) => (
          <TextField
            key={words} label={startUpper(words)} value={reasons[index] ?? ''} maxLength={500}
            onChange={(event) => setReasons(reasons.with(index, event.currentTarget.value))}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
