import { useMemo } from 'react';
import { weighOptions } from '../../planning/analysis/decisions/weigh.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { isApproval } from '../../planning/analysis/planned.ts';
import { decisionRef, needTitle, optionLetter } from '../../planning/analysis/needs/refs.ts';
import { isReplaced } from '../../planning/analysis/decisions/rules.ts';
import { DECISION_CHOICE_WORDS, DECISION_CHOICES, type DecisionChoice } from '../../planning/analysis/vocabulary.ts';
import { moveWords } from '../../planning/budget/virement-check.ts';
import { formatPounds } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, Check, SelectField, TextField } from '../parts/field.tsx';
import { withChoice, type Recording, type Typed } from './record-typed.ts';

export type FieldsProps = { readonly typed: Typed; readonly set: (part: Partial<Typed>) => void; readonly at: (field: string) => string | null };

const CHOICES = DECISION_CHOICES.map((value) => ({ value, label: DECISION_CHOICE_WORDS[value] }));
const OF_NO_NEED: readonly DecisionChoice[] = ['approve', 'approve_pilot', 'defer', 'decline', 'withdraw'];

type ChoiceFieldsProps = FieldsProps & { readonly need: Need | undefined; readonly recording: Recording };

/** The choice with what it must say: the option, the end of a pilot, why, what they can do meanwhile, and when it is looked at again. */
export function ChoiceFields({ typed, need, recording, set, at }: ChoiceFieldsProps) {
  const { choice } = typed;
  const refusal = choice === 'decline' || choice === 'defer';
  const choices = need === undefined ? CHOICES.filter(({ value }) => OF_NO_NEED.includes(value)) : CHOICES;
  return (
    <div className="fields">
      <SelectField label="Choice" options={choices} value={choice} problem={at('choice')} onChange={({ target }) => set(withChoice(typed, need, DECISION_CHOICES.find((each) => each === target.value) ?? 'approve'))} />
      {need !== undefined && isApproval(typed) && <OptionChoice typed={typed} need={need} set={set} at={at} />}
      {choice === 'merge' && <MergeChoice typed={typed} need={need} set={set} at={at} />}
      {choice === 'approve_pilot' && <DateField label="The pilot ends on" text={typed.pilotUntil} onText={(pilotUntil) => set({ pilotUntil })} problem={at('pilotUntil')} />}
      {choice === 'approve_pilot' && <TextField label="It has worked if" maxLength={1000} value={typed.pilotMeasure} problem={at('pilotMeasure')} onChange={({ target }) => set({ pilotMeasure: target.value })} />}
      <div className="wide"><AreaField label="Because" rows={2} maxLength={1000} value={typed.because} problem={at('because')} onChange={({ target }) => set({ because: target.value })} /></div>
      {refusal && (
        <div className="wide">
          <AreaField label="What they can do meanwhile" rows={2} maxLength={1000} disabled={typed.noWorkaround} value={typed.noWorkaround ? '' : typed.workaround} problem={at('workaround')} onChange={({ target }) => set({ workaround: target.value })} />
          <Check checked={typed.noWorkaround} onChange={({ target }) => set({ noWorkaround: target.checked })}>There is nothing they can do</Check>
        </div>
      )}
      <div className="wide"><TextField label="If not" maxLength={1000} value={typed.ifNot} onChange={({ target }) => set({ ifNot: target.value })} /></div>
      <TextField label="On condition" maxLength={1000} value={typed.conditions} onChange={({ target }) => set({ conditions: target.value })} />
      <TextField label="Who preferred what" maxLength={1000} value={typed.whoNote} onChange={({ target }) => set({ whoNote: target.value })} />
      <DateField label="Look at it again on" text={typed.reviewOn} onText={(reviewOn) => set({ reviewOn })} problem={at('reviewOn')} />
      <TextField label="What is asked then" maxLength={1000} value={typed.reviewQuestion} onChange={({ target }) => set({ reviewQuestion: target.value })} />
      <VirementChoice typed={typed} recording={recording} set={set} at={at} />
    </div>
  );
}

/** The options of the need, each with what it costs in the years of the plan. */
function OptionChoice({ typed, need, set, at }: FieldsProps & { readonly need: Need }) {
  const { snapshot, forecast } = usePlan();
  const weighed = useMemo(() => weighOptions(snapshot, forecast, need, need.recommendedOptionId), [snapshot, forecast, need]);
  const options = need.options.map(({ id, name }, index) => {
    const pence = weighed[index]?.pence ?? null;
    return { value: String(id), label: `${optionLetter(index)} ${name}, ${pence === null ? 'no price' : formatPounds(pence)}${id === need.recommendedOptionId ? ', recommended' : ''}` };
  });
  return <SelectField label="Option" options={[{ value: '', label: 'Choose an option' }, ...options]} value={typed.optionId} problem={at('optionId')} onChange={({ target }) => set({ optionId: target.value })} />;
}

function MergeChoice({ typed, need, set, at }: FieldsProps & { readonly need: Need | undefined }) {
  const { facts: { analysis } } = usePlan();
  const others = analysis.needs.filter(({ id }) => id !== need?.id).map((each) => ({ value: String(each.id), label: needTitle(each) }));
  return <SelectField label="It becomes part of" options={[{ value: '', label: 'Choose a need' }, ...others]} value={typed.mergedIntoNeedId} problem={at('mergedIntoNeedId')} onChange={({ target }) => set({ mergedIntoNeedId: target.value })} />;
}

/** The move of money that carries it out, of those that no other decision has. */
function VirementChoice({ typed, recording, set, at }: FieldsProps & { readonly recording: Recording }) {
  const { facts } = usePlan();
  const { decisions } = facts.analysis;
  const own = recording.kind === 'new' ? null : recording.id;
  const taken = new Map(decisions.filter(({ id, virementId }) => virementId !== null && id !== own && !isReplaced(decisions, id)).map(({ virementId, number }) => [virementId, number]));
  const free = facts.finance.virements.filter(({ id }) => !taken.has(id));
  if (facts.finance.virements.length === 0) return null;
  const told = [...taken.values()].map(decisionRef).join(', ');
  return (
    <div className="wide"><SelectField
      label="Carried out by moving" value={typed.virementId} problem={at('virementId')} hint={told === '' ? undefined : `Moves that carry out ${told} are not listed.`}
      options={[{ value: '', label: 'No money is moved' }, ...free.map((virement) => ({ value: String(virement.id), label: `${moveWords(facts, virement)}${virement.agreedOn === null ? ', not agreed yet' : ''}` }))]}
      onChange={({ target }) => set({ virementId: target.value })}
    /></div>
  );
}
