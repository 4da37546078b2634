import { useState } from 'react';
import type { FormEvent } from 'react';
import type { GroupIdea, PeopleGroup } from '../../planning/analysis/facts.ts';
import { ideaProblem } from '../../planning/analysis/groups/checks.ts';
import { needTitle } from '../../planning/analysis/needs/refs.ts';
import { IDEA_FATE_WORDS, IDEA_FATES, type IdeaFate } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, SelectField } from '../parts/field.tsx';
import { SidePanel } from '../parts/side-panel.tsx';

type Typed = { readonly raisedOn: string; readonly text: string; readonly fate: IdeaFate; readonly because: string; readonly need: string };

const typedIdea = (idea: GroupIdea | null, today: string): Typed => ({
  raisedOn: formatDate(idea?.raisedOn ?? today), text: idea?.text ?? '', fate: idea?.fate ?? 'raised', because: idea?.because ?? '',
  need: idea === null || idea.needId === null ? '' : String(idea.needId),
});

/** What was typed as it is sent (null while the day cannot be read), and what stands against it at its field. */
function readIdea(typed: Typed, today: string) {
  const day = readDate(typed.raisedOn);
  const raisedOn = day.ok ? day.value : null;
  const because = typed.because.trim() === '' ? null : typed.because.trim();
  const against = raisedOn === null ? null : ideaProblem({ raisedOn, fate: typed.fate, because }, today);
  const problems = {
    raisedOn: !day.ok ? day.message : raisedOn === null ? 'Give the day on which it was raised, like 6 Oct 2026.' : against?.field === 'raisedOn' ? against.text : null,
    text: typed.text.trim() === '' ? 'Type the idea in a few words.' : null,
    because: against?.field === 'because' ? against.text : null,
  };
  const fields = raisedOn === null ? null : { raisedOn, text: typed.text.trim(), fate: typed.fate, because, needId: typed.need === '' ? null : Number(typed.need) };
  return { fields, problems };
}

type IdeaPanelProps = { readonly group: PeopleGroup; /** Null adds one. */ readonly idea: GroupIdea | null; readonly onClose: () => void };

/** An idea with what became of it: a declined one has a reason. */
export function IdeaPanel({ group, idea, onClose }: IdeaPanelProps) {
  const { application, snapshot: { analysis }, editable } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(() => typedIdea(idea, application.today));
  const [asked, setAsked] = useState(false);
  const { fields, problems } = readIdea(typed, application.today);
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (fields === null || Object.values(problems).some((problem) => problem !== null)) return;
    const done = idea === null ? await run('idea.add', { groupId: group.id, ...fields }) : await run('idea.edit', { id: idea.id, set: fields });
    if (done !== null) onClose();
  };
  const remove = async (id: number): Promise<void> => {
    if (await run('idea.remove', { id }) !== null) onClose();
  };
  return (
    <SidePanel title={idea === null ? 'Add an idea' : 'An idea and its answer'} above={group.name} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <div className="wide"><AreaField label="Idea" maxLength={1_000} value={typed.text} problem={asked ? problems.text : null} onChange={(event) => set({ text: event.currentTarget.value })} /></div>
          <DateField label="Raised on" text={typed.raisedOn} problem={asked ? problems.raisedOn : null} onText={(raisedOn) => set({ raisedOn })} />
          <SelectField
            label="What became of it" value={typed.fate} options={IDEA_FATES.map((fate) => ({ value: fate, label: IDEA_FATE_WORDS[fate] }))}
            onChange={(event) => set({ fate: IDEA_FATES.find((fate) => fate === event.currentTarget.value) ?? 'raised' })}
          />
          <div className="wide">
            <AreaField label={typed.fate === 'declined' ? 'Because (whoever had the idea is owed a reason)' : 'Because'} maxLength={1_000} value={typed.because} problem={asked ? problems.because : null} onChange={(event) => set({ because: event.currentTarget.value })} />
          </div>
          <div className="wide">
            <SelectField
              label="Need it became" value={typed.need} options={[{ value: '', label: 'None' }, ...analysis.needs.map((each) => ({ value: String(each.id), label: needTitle(each) }))]}
              onChange={(event) => set({ need: event.currentTarget.value })}
            />
          </div>
        </div>
        {editable && (
          <div className="acts">
            {idea !== null && <Button onClick={() => void remove(idea.id)}>Remove the idea</Button>}
            <Button variant="filled" type="submit">{idea === null ? 'Add the idea' : 'Change the idea'}</Button>
          </div>
        )}
      </form>
    </SidePanel>
  );
}
