import { useMemo, useState } from 'react';
import { splitsOfMove } from '../../planning/budget/bundle.ts';
import { financialYearLabel, financialYearOf } from '../../planning/calendar.ts';
import { moveEffect, stuckWords, yearsOfKit, type MoveEffect, type MoveTo } from '../../planning/refresh/move-effect.ts';
import { kitWords } from '../../planning/scenarios/difference-words.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { DecisionForm } from './decision-form.tsx';
import { SelectField, TextField } from './field.tsx';
import { Note } from './note.tsx';
import { YearEffects } from './year-effects.tsx';

/** A year or two beyond the plan: what is put off that far leaves its figures. */
const YEARS_BEYOND = 3;
const LATER = 'later';
const EARLIER = 'earlier';
const OWN = 'own';

const toOf = (value: string): MoveTo => {
  if (value === OWN) return 'own';
  if (value === LATER || value === EARLIER) return { by: value === LATER ? 1 : -1 };
  return { year: Number(value) };
};

/** What is moved from where to where, what that costs in which year, what cannot be moved, and the risk, in that order. */
function MovePreview({ effect, what, splits }: { readonly effect: MoveEffect; readonly what: string; readonly splits: readonly string[] }) {
  const { stuck, quantity, from, to, price, years, risk } = effect;
  return (
    <div className="decision-effect" aria-live="polite">
      {quantity > 0 && <p><b>{what}</b>, from <b>{from}</b> to <b>{to}</b>. {price}</p>}
      {stuck.map((each) => <p key={each.why} className="q2">{stuckWords(each)}</p>)}
      {quantity > 0 && (
        <>
          <YearEffects years={years} />
          {splits.map((sentence) => <Note key={sentence}>{sentence}</Note>)}
          <h3>What you live with until then</h3>
          <ul className="risks">{risk.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </>
      )}
    </div>
  );
}

type MoveFormProps = {
  readonly assets: readonly Asset[];
  /** Where it is to go first; a year later unless set. */
  readonly start?: MoveTo;
  readonly onDone: () => void;
};

/** Moves the replacement of kit to another year in the scenario that is open, with what that does before it is done. */
export function MoveForm({ assets, start = { by: 1 }, onDone }: MoveFormProps) {
  const { snapshot, forecast, options, scenario } = usePlan();
  const run = useCommand();
  const { yearStartMonth } = snapshot.school;
  const now = useMemo(() => yearsOfKit(snapshot, options, assets), [snapshot, options, assets]);
  const [only] = now;
  const several = now.length !== 1 || only === undefined;
  const [chosen, setChosen] = useState(() => {
    if (start === 'own') return OWN;
    if ('year' in start) return String(start.year);
    return several ? (start.by > 0 ? LATER : EARLIER) : String(only + start.by);
  });
  const [reason, setReason] = useState('');
  const effect = useMemo(() => moveEffect(snapshot, options, forecast, assets, toOf(chosen)), [snapshot, options, forecast, assets, chosen]);
  const { data: rules } = usePlanQuery('orders.rules', {});
  const splits = useMemo(() => (rules === undefined ? [] : splitsOfMove(snapshot, options, rules, effect.moves)), [snapshot, options, rules, effect]);
  const what = kitWords(snapshot, effect.assets.map(({ id }) => id));
  const first = financialYearOf(options.asOf, yearStartMonth);
  const years = Array.from({ length: forecast.years.length + YEARS_BEYOND }, (_, at) => first + at);
  // Asked for a year that is past, the field says so and offers the others.
  const listed = /^\d+$/.test(chosen) && !years.includes(Number(chosen)) ? [Number(chosen), ...years] : years;
  const send = async (): Promise<boolean> => await run('scenario.change', {
    scenarioId: scenario.id, changes: [{ change: { kind: 'move', moves: [...effect.moves] }, reason: reason.trim() || null }],
  }) !== null;
  return (
    <DecisionForm
      label="Move to another year" ready={effect.quantity > 0} onSend={send} onDone={onDone}
      button={effect.quantity === 0 ? 'Move' : chosen === OWN ? `Put back ${what}` : `Move ${what}`}
    >
      <div className="decision-fields">
        <SelectField
          label="Replace in" value={chosen} data-autofocus onChange={(event) => setChosen(event.currentTarget.value)}
          options={[
            ...several ? [{ value: LATER, label: 'A year later than now' }, { value: EARLIER, label: 'A year earlier than now' }] : [],
            ...listed.map((year) => ({ value: String(year), label: financialYearLabel(year, yearStartMonth) })),
            ...assets.some(({ movedTo }) => movedTo !== null) ? [{ value: OWN, label: 'Its own year' }] : [],
          ]}
          problem={effect.quantity === 0 ? 'None of it can be moved there.' : null}
        />
        <TextField label="Reason" name="reason" maxLength={500} value={reason} hint="Without one it reads “no reason given”." onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      <MovePreview effect={effect} what={what} splits={splits} />
    </DecisionForm>
  );
}
