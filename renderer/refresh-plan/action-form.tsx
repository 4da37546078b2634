import { useMemo, useState } from 'react';
import { forecast as workOut } from '../../planning/forecast.ts';
import { formatDate } from '../../planning/calendar.ts';
import { yearEffects, type YearEffect } from '../../planning/refresh/move-effect.ts';
import { uncountedWords } from '../../planning/scenarios/decisions.ts';
import { kitWords } from '../../planning/scenarios/difference-words.ts';
import type { ActionTerms } from '../../planning/scenarios/action.ts';
import { applyChange } from '../../planning/scenarios/change.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { PLANNED_ACTION_WORDS, PLANNED_ACTIONS, USER_GROUPS, type PlannedActionKind } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { DateField } from '../parts/date-field.tsx';
import { DecisionForm } from '../parts/decision-form.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { YearEffects } from '../parts/year-effects.tsx';
import { readAction, type TypedAction } from './typed-action.ts';

/** Those that take something back or leave things be come last. */
const CHOICES: readonly PlannedActionKind[] = [...PLANNED_ACTIONS.filter((action) => action !== 'replace'), 'replace'];
const WORDS = { ...PLANNED_ACTION_WORDS, replace: 'Replace it, as its policy says' };
const NEXT = [{ value: '', label: 'Anybody' }, { value: 'staff', label: 'Staff' }, { value: 'pupil', label: 'Pupils' }, { value: 'shared', label: 'Shared' }];

type FieldsProps = {
  readonly typed: TypedAction;
  readonly change: (part: Partial<TypedAction>) => void;
  readonly problems: ReturnType<typeof readAction>['problems'];
};

/** What an extension costs and for how long; who has kit next and how long they use it. */
function TermsFields({ typed, change, problems }: FieldsProps) {
  if (typed.action === 'extend_cover' || typed.action === 'extend_support') {
    return (
      <>
        <TextField label="For how many years" name="years" inputMode="numeric" value={typed.years} problem={problems.years} onChange={(event) => change({ years: event.currentTarget.value })} />
        <TextField label="£ a year for one" name="yearly" inputMode="decimal" value={typed.yearly} problem={problems.yearly} hint="Left empty, the cost is not known and is in no total." onChange={(event) => change({ yearly: event.currentTarget.value })} />
        <DateField label="Price of" name="priceDate" text={typed.priceDate} problem={problems.priceDate ?? null} onText={(priceDate) => change({ priceDate })} />
      </>
    );
  }
  if (typed.action !== 'pass_down') return null;
  return (
    <>
      <SelectField label="Next used by" value={typed.next ?? ''} options={NEXT} onChange={(event) => change({ next: USER_GROUPS.find((group) => group === event.currentTarget.value) ?? null })} />
      <TextField label="Months it is used then" name="months" inputMode="numeric" value={typed.months} problem={problems.months} hint="Nothing is bought for that use." onChange={(event) => change({ months: event.currentTarget.value })} />
    </>
  );
}

type Effect = { readonly years: readonly YearEffect[]; readonly uncounted: string | null };

/** Each year's planned cost with the decision less without it, and what it cannot count; null while a field cannot be read. */
function useEffectOf(assets: readonly Asset[], terms: ActionTerms | null): Effect | null {
  const { snapshot, forecast, options } = usePlan();
  const key = JSON.stringify(terms);
  return useMemo(() => {
    const read: ActionTerms | null = JSON.parse(key);
    if (read === null) return null;
    const change = { kind: 'action' as const, assetIds: assets.map(({ id }) => id), ...read };
    const after = applyChange(snapshot, change, null);
    return { years: yearEffects(forecast, workOut(after, options)), uncounted: uncountedWords(after, options, change) };
  }, [snapshot, forecast, options, assets, key]);
}

/** What is to become of kit when it falls due, other than a plain replacement, in the scenario that is open. */
export function ActionForm({ assets, onDone }: { readonly assets: readonly Asset[]; readonly onDone: () => void }) {
  const { snapshot, scenario, asOf, application } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState<TypedAction>({ action: 'keep', years: '1', yearly: '', priceDate: formatDate(asOf), next: null, months: '24', reason: '' });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<TypedAction>): void => setTyped((before) => ({ ...before, ...part }));
  const { terms, problems } = readAction(typed, application.today);
  const effect = useEffectOf(assets, terms);
  const what = kitWords(snapshot, assets.map(({ id }) => id));
  const send = async (): Promise<boolean> => terms !== null && await run('scenario.change', {
    scenarioId: scenario.id, changes: [{ change: { kind: 'action', assetIds: assets.map(({ id }) => id), ...terms }, reason: typed.reason.trim() || null }],
  }) !== null;
  return (
    <DecisionForm label="What else could be done" button={`Decide for ${what}`} ready={terms !== null} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}>
      <div className="decision-fields">
        <SelectField
          label="When it falls due" value={typed.action} data-autofocus options={CHOICES.map((action) => ({ value: action, label: WORDS[action] }))}
          onChange={(event) => change({ action: PLANNED_ACTIONS.find((action) => action === event.currentTarget.value) ?? 'keep' })}
        />
        <TermsFields typed={typed} change={change} problems={asked ? problems : {}} />
        <div className="wide"><TextField label="Reason" name="reason" maxLength={500} value={typed.reason} hint="Without one it reads “no reason given”." onChange={(event) => change({ reason: event.currentTarget.value })} /></div>
      </div>
      <div className="decision-effect" aria-live="polite">
        {effect === null ? <p className="q2">What it does to each year is worked out once the fields can be read.</p> : <YearEffects years={effect.years} />}
        {effect !== null && effect.uncounted !== null && <Note>{effect.uncounted}</Note>}
      </div>
    </DecisionForm>
  );
}
