import { useState } from 'react';
import type { FormEvent } from 'react';
import { inPlanOrder } from '../../planning/analysis/development/outline.ts';
import type { PeopleGroup } from '../../planning/analysis/facts.ts';
import { backingProblem } from '../../planning/analysis/groups/checks.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, Check, TextField } from '../parts/field.tsx';
import { SidePanel } from '../parts/side-panel.tsx';

type Typed = { readonly name: string; readonly aims: string; readonly backer: string; readonly backedOn: string; readonly meets: string; readonly objectiveIds: readonly number[] };

const typedGroup = (group: PeopleGroup | null): Typed => ({
  name: group?.name ?? '', aims: group?.aims ?? '', backer: group?.backerRole ?? '', meets: group?.meets ?? '',
  backedOn: group === null || group.backedOn === null ? '' : formatDate(group.backedOn), objectiveIds: group?.objectiveIds ?? [],
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What was typed as it is sent, and what stands against it at its field. */
function readGroup(typed: Typed, today: string) {
  const day = readDate(typed.backedOn);
  const fields = {
    name: typed.name.trim(), aims: orNull(typed.aims), backerRole: orNull(typed.backer), backedOn: day.ok ? day.value : null, meets: orNull(typed.meets),
    objectiveIds: [...typed.objectiveIds],
  };
  const backing = backingProblem(fields, today);
  const problems = {
    name: fields.name === '' ? 'Give the group a name, such as Digital leads.' : null,
    backer: backing?.field === 'backerRole' ? backing.text : null,
    backedOn: day.ok ? (backing?.field === 'backedOn' ? backing.text : null) : day.message,
  };
  return { fields, problems, ready: Object.values(problems).every((problem) => problem === null) };
}

/** A group is written down or changed: what it is for, which objectives, who backs it. */
export function GroupPanel({ group, onClose, onAdded }: { readonly group: PeopleGroup | null; readonly onClose: () => void; readonly onAdded: (id: number) => void }) {
  const { application } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(() => typedGroup(group));
  const [asked, setAsked] = useState(false);
  const { fields, problems, ready } = readGroup(typed, application.today);
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const at = (field: keyof typeof problems): string | null => (asked ? problems[field] : null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!ready) return;
    if (group !== null) {
      if (await run('group.edit', { id: group.id, set: fields }) !== null) onClose();
      return;
    }
    const answer = await run('group.add', fields);
    if (answer !== null) onAdded(answer.value.id);
  };
  const remove = async (id: number): Promise<void> => {
    if (await run('group.remove', { id }) !== null) onClose();
  };
  return (
    <SidePanel title={group === null ? 'Add a user group' : `Change ${group.name}`} above="Roles, never names" onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <div className="wide"><TextField label="Name of the group" maxLength={200} value={typed.name} problem={at('name')} onChange={(event) => set({ name: event.currentTarget.value })} /></div>
          <div className="wide"><AreaField label="What it is for" maxLength={2_000} value={typed.aims} onChange={(event) => set({ aims: event.currentTarget.value })} /></div>
          <TextField label="Backed by (role, not a name)" maxLength={120} placeholder="like Deputy head" value={typed.backer} problem={at('backer')} onChange={(event) => set({ backer: event.currentTarget.value })} />
          <DateField label="Backed since" text={typed.backedOn} problem={at('backedOn')} onText={(backedOn) => set({ backedOn })} />
          <div className="wide"><TextField label="Meets" maxLength={200} placeholder="like Once each half term" value={typed.meets} onChange={(event) => set({ meets: event.currentTarget.value })} /></div>
          <ObjectiveChecks chosen={typed.objectiveIds} before={group?.objectiveIds ?? []} onChosen={(objectiveIds) => set({ objectiveIds })} />
        </div>
        <div className="acts">
          {group !== null && <Button onClick={() => void remove(group.id)}>Remove the group</Button>}
          <Button variant="filled" type="submit">{group === null ? 'Add the group' : 'Change the group'}</Button>
        </div>
      </form>
    </SidePanel>
  );
}

type ObjectiveChecksProps = { readonly chosen: readonly number[]; readonly before: readonly number[]; readonly onChosen: (ids: readonly number[]) => void };

/** Objectives that are open, and those that the group was tied to before they closed. */
function ObjectiveChecks({ chosen, before, onChosen }: ObjectiveChecksProps) {
  const { snapshot: { analysis } } = usePlan();
  const offered = inPlanOrder(analysis, analysis.objectives.filter(({ id, state }) => state === 'open' || before.includes(id)));
  return (
    <fieldset className="wide group-objectives">
      <legend>Objectives it works for</legend>
      {offered.length === 0 && <p className="q2">The development plan has no open objective yet.</p>}
      {offered.map((objective) => (
        <Check key={objective.id} checked={chosen.includes(objective.id)} onChange={(event) => onChosen(event.currentTarget.checked ? [...chosen, objective.id] : chosen.filter((id) => id !== objective.id))}>
          {objectiveTitle(objective)}{objective.state !== 'open' && ` (${objective.state})`}
        </Check>
      ))}
    </fieldset>
  );
}
