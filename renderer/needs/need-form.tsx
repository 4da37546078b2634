import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { statementQuestion } from '../../planning/analysis/needs/statement-check.ts';
import { MOSCOW, MOSCOW_WORDS, NEED_REASONS, NEED_REASON_WORDS } from '../../planning/analysis/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { LinkFields } from './link-fields.tsx';
import type { NeedOrigin } from './needs-page.tsx';
import { isMoscow, isReason, readNeed, typedFromNeed, typedFromOrigin, type NeedField, type TypedNeed } from './typed-need.ts';
import { useFirstField } from './use-first-field.ts';

type NeedFormProps = {
  /** Null adds one. */
  readonly need: Need | null;
  /** What a new one grows out of. */
  readonly origin: NeedOrigin;
  readonly onClose: () => void;
  readonly onKept: (needId: number) => void;
};

type TextKey = { [Key in NeedField]: TypedNeed[Key] extends string ? Key : never }[NeedField];

/** What people need, in their words. Three fields are enough; the others can wait. */
export function NeedForm({ need, origin, onClose, onKept }: NeedFormProps) {
  const { snapshot, application: { today } } = usePlan();
  const run = useCommand();
  const form = useFirstField();
  const [typed, setTyped] = useState(() => (need === null ? typedFromOrigin(snapshot.analysis, origin, today) : typedFromNeed(need)));
  const [asked, setAsked] = useState(false);
  const { fields, problems } = readNeed(typed, today);
  const set = (part: Partial<TypedNeed>): void => setTyped({ ...typed, ...part });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (fields === null) return;
    if (need !== null) {
      if (await run('need.edit', { id: need.id, set: fields }) !== null) onKept(need.id);
      return;
    }
    const added = await run('need.add', { ...fields, fromNoteId: origin.noteId ?? null, fromIdeaId: origin.ideaId ?? null });
    if (added !== null) onKept(added.value.id);
  };
  const text = (key: TextKey) => ({
    name: key, value: typed[key], problem: asked ? problems[key] ?? null : null,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => set({ [key]: event.currentTarget.value }),
  });
  const question = statementQuestion(snapshot, typed.statement);
  const roles = [...new Set([...snapshot.analysis.needs.map(({ askedByRole }) => askedByRole), ...snapshot.analysis.round.map(({ role }) => role)])];
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <div className="fields">
        <div className="wide">
          <AreaField label="What people need to be able to do" placeholder="16 students record, edit and mix on a workstation each" hint={question ?? undefined} {...text('statement')} />
        </div>
        <div className="wide"><TextField label="Who asked for it, as a role" list="need-roles" placeholder="Music subject lead" {...text('askedByRole')} /></div>
        <div className="wide"><AreaField label="What follows if it is not met" rows={2} placeholder="The course cannot start." {...text('impact')} /></div>
        <div className="wide"><TextField label="Short name" hint="Left empty, the first words of the need." {...text('name')} /></div>
        <SelectField label="Reason" value={typed.needReason} options={NEED_REASONS.map((each) => ({ value: each, label: NEED_REASON_WORDS[each] }))} onChange={(event) => set({ needReason: isReason(event.currentTarget.value) })} />
        <SelectField label="How much it matters" value={typed.moscow} options={MOSCOW.map((each) => ({ value: each, label: MOSCOW_WORDS[each] }))} onChange={(event) => set({ moscow: isMoscow(event.currentTarget.value) })} />
        <DateField label="Needed by" text={typed.neededBy} problem={asked ? problems.neededBy ?? null : null} onText={(neededBy) => set({ neededBy })} />
        <DateField label="Asked on" text={typed.askedOn} problem={asked ? problems.askedOn ?? null : null} onText={(askedOn) => set({ askedOn })} />
        <SelectField label="Department" options={[{ value: '', label: 'None' }, ...snapshot.departments.map(({ id, name }) => ({ value: String(id), label: name }))]} {...text('departmentId')} />
        <TextField label="Pupils it is for" inputMode="numeric" {...text('pupils')} />
      </div>
      <NameList id="need-roles" names={roles} />
      <LinkFields links={typed.links} onLinks={(links) => set({ links })} />
      <EvidenceFields evidence={typed.evidence} onEvidence={(evidence) => set({ evidence })} />
      <Requirements text={text} open={typed.needsMemoryGb !== '' || typed.needsCores !== '' || typed.needsSystem !== '' || typed.needsStorageGb !== ''} />
      <div className="acts"><Button onClick={onClose}>Cancel</Button><Button variant="filled" type="submit">{need === null ? 'Add the need' : 'Change the need'}</Button></div>
    </form>
  );
}

type TextOf = (key: TextKey) => { readonly name: string; readonly value: string; readonly problem: string | null; readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void };

/** What it needs to run: compared with the planned kit of each room. */
function Requirements({ text, open }: { readonly text: TextOf; readonly open: boolean }) {
  return (
    <details className="needs-more" open={open}>
      <summary>What it needs to run</summary>
      <div className="fields">
        <div className="wide"><TextField label="System" placeholder="Windows 11" {...text('needsSystem')} /></div>
        <TextField label="Memory to run well, GB" inputMode="numeric" {...text('needsMemoryGb')} />
        <TextField label="Least memory, slowly, GB" inputMode="numeric" {...text('leastMemoryGb')} />
        <TextField label="Cores to run well" inputMode="numeric" {...text('needsCores')} />
        <TextField label="Least cores, slowly" inputMode="numeric" {...text('leastCores')} />
        <TextField label="Storage, GB" inputMode="numeric" {...text('needsStorageGb')} />
      </div>
    </details>
  );
}
