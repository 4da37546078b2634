import { useState, type FormEvent } from 'react';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Popover } from '../parts/popover.tsx';

/** Writes down that an objective needs no ICT, with who says so; the day is today's. */
export function MarkNoIct({ objective }: { readonly objective: Objective }) {
  const { application: { today } } = usePlan();
  const command = useCommand();
  const [opened, setOpened] = useState(false);
  const [by, setBy] = useState(objective.leadRole ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (by.trim() === '') {
      setProblem('Say who says so, as a role: Attendance lead.');
      return;
    }
    void command('objective.noIct', { id: objective.id, by: by.trim(), on: today });
    setOpened(false);
  };
  return (
    <Popover
      opened={opened} onClose={() => setOpened(false)} width={280}
      target={<button type="button" className="link" aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened(true)}>mark it “no ICT needed”</button>}
    >
      <form className="mark-no-ict" onSubmit={submit} aria-label={`${objectiveTitle(objective)} needs no ICT`}>
        <TextField label="Who says so, as a role" value={by} problem={problem} onChange={(event) => setBy(event.target.value)} data-autofocus />
        <Button small type="submit">Mark “no ICT needed”</Button>
      </form>
    </Popover>
  );
}
