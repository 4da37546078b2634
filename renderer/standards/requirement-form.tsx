import { useState } from 'react';
import type { FormEvent } from 'react';
import type { StandardRequirement } from '../../planning/analysis/facts.ts';
import { STANDARD_TIERS, type StandardTier } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { foldedName } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';

const FIELDS = ['ref', 'standard', 'requirement', 'target', 'measure', 'threshold', 'cadence', 'source'] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number] | 'asOf' | 'tier', string>>;

const typedFrom = (requirement: StandardRequirement | null): Typed => ({
  ref: requirement?.ref ?? '', standard: requirement?.standard ?? '', requirement: requirement?.requirement ?? '', target: requirement?.target ?? '',
  measure: requirement?.measure ?? '', threshold: requirement?.threshold ?? '', cadence: requirement?.cadence ?? '', source: requirement?.source ?? '',
  asOf: requirement?.asOf === null || requirement === null ? '' : formatDate(requirement.asOf), tier: requirement?.tier ?? 'additional',
});

const TIER_OPTIONS: readonly { readonly value: StandardTier; readonly label: string }[] = STANDARD_TIERS.map((value) => ({ value, label: value === 'core' ? 'Core' : 'Additional' }));

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What a requirement says: one of the school's own, or other words and thresholds for one that came with Kitplan. */
export function RequirementForm({ requirement, onDone }: { readonly requirement: StandardRequirement | null; readonly onDone: (id: number | null) => void }) {
  const { facts } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(() => typedFrom(requirement));
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const asOf = readDate(typed.asOf);
  const twin = facts.analysis.standards.find(({ id, ref }) => id !== requirement?.id && foldedName(ref) === foldedName(typed.ref));
  const problems = {
    ref: typed.ref.trim() === '' ? 'Give it a short reference, such as NS-2.' : twin === undefined ? null : `${twin.ref} is in the set already. Give this one another reference.`,
    standard: typed.standard.trim() === '' ? 'Name the standard that it belongs to, such as Network switching.' : null,
    requirement: typed.requirement.trim() === '' ? 'Say what is required, in a sentence.' : null,
    asOf: asOf.ok ? null : asOf.message,
  };
  const shown = (field: keyof typeof problems): string | null => (asked ? problems[field] : null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some((problem) => problem !== null) || !asOf.ok) return;
    const fields = {
      ref: typed.ref.trim(), standard: typed.standard.trim(), requirement: typed.requirement.trim(), tier: typed.tier === 'core' ? 'core' as const : 'additional' as const,
      target: orNull(typed.target), measure: orNull(typed.measure), threshold: orNull(typed.threshold), cadence: orNull(typed.cadence), source: orNull(typed.source), asOf: asOf.value,
    };
    if (requirement === null) {
      const added = await run('standard.add', fields);
      if (added !== null) onDone(added.value.id);
    } else if (await run('standard.edit', { id: requirement.id, set: fields }) !== null) onDone(requirement.id);
  };
  const text = (field: (typeof FIELDS)[number], label: string, placeholder: string, problem: string | null, maxLength: number) =>
    <TextField label={label} placeholder={placeholder} value={typed[field]} maxLength={maxLength} problem={problem} onChange={(event) => set({ [field]: event.target.value })} />;
  return (
    <form aria-label={requirement === null ? 'Add a requirement' : `Change ${requirement.ref}`} noValidate onSubmit={(event) => void submit(event)}>
      <div className="fields">
        {text('ref', 'Reference', 'NS-2', shown('ref'), 20)}
        <SelectField label="Part" value={typed.tier} options={TIER_OPTIONS} onChange={(event) => set({ tier: event.target.value })} />
        <div className="wide">{text('standard', 'Standard', 'Network switching', shown('standard'), 120)}</div>
        <div className="wide"><AreaField label="What is required" value={typed.requirement} maxLength={1_000} problem={shown('requirement')} onChange={(event) => set({ requirement: event.target.value })} /></div>
        {text('target', 'To be met by', '2030', null, 60)}
        {text('cadence', 'How often', 'each year', null, 120)}
        {text('measure', 'Measured in', 'years', null, 120)}
        {text('threshold', 'Threshold', 'warranty of 5', null, 200)}
        <div className="wide">{text('source', 'Source', 'gov.uk page, letter, agreement', null, 300)}</div>
        <DateField label="Last checked" text={typed.asOf} problem={shown('asOf')} onText={(day) => set({ asOf: day })} />
      </div>
      <div className="acts">
        <Button small onClick={() => onDone(null)}>Cancel</Button>
        <Button small variant="filled" type="submit">{requirement === null ? 'Add the requirement' : 'Keep the words'}</Button>
      </div>
    </form>
  );
}
