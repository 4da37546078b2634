import { useState } from 'react';
import type { FormEvent } from 'react';
import { placeKey } from '../../../planning/budget/allocation.ts';
import { approvalOf } from '../../../planning/budget/approval.ts';
import type { Place, Virement } from '../../../planning/budget/finance.ts';
import { placeName } from '../../../planning/budget/place-name.ts';
import { askProblem, virementEffect, type Move } from '../../../planning/budget/virement-check.ts';
import { sourcesOf, targetsOf, type HeldPlace } from '../../../planning/budget/virement-places.ts';
import { formatDate } from '../../../planning/calendar.ts';
import { formatExact } from '../../../planning/money.ts';
import { ROLE_WORDS } from '../../../planning/vocabulary.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readDate, readPounds } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { useBudgetYears } from './use-years.ts';
import { WhoField } from './who-field.tsx';

/** What both codes hold, and what they will, before anything is asked. */
function MoveEffect({ move }: { readonly move: Move }) {
  const { facts } = usePlan();
  const effect = virementEffect(facts, move);
  return (
    <div className="decision-effect" aria-live="polite">
      <table className="l">
        <caption className="vh">What the move does to both codes</caption>
        <thead><tr><th scope="col">Code</th><th scope="col" className="num">Now</th><th scope="col" className="num">Then</th></tr></thead>
        <tbody>
          {(['from', 'to'] as const).map((side) => (
            <tr key={side}>
              <th scope="row">{placeName(facts, move[side], move.year)}</th>
              <td className="num"><s>{formatExact(effect[side].heldPence)}</s></td>
              <td className={effect[side].afterPence < 0 ? 'num b c-over' : 'num b'}>{formatExact(effect[side].afterPence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="q2">The year’s total stays as it is.</p>
    </div>
  );
}

type Typed = {
  readonly year: number; readonly from: string; readonly to: string; readonly amount: string; readonly reason: string; readonly askedBy: string; readonly askedOn: string;
};

/** What was typed, as far as it can be read, and what is wrong with each field. */
function useRead(typed: Typed, sources: readonly HeldPlace[], targets: readonly HeldPlace[]) {
  const { facts, forecast, application: { today } } = usePlan();
  const placeIn = (list: readonly HeldPlace[], key: string): Place | null => list.find(({ place }) => placeKey(place) === key)?.place ?? null;
  const [from, to] = [placeIn(sources, typed.from), placeIn(targets, typed.to)];
  const [amount, askedOn] = [readPounds(typed.amount), readDate(typed.askedOn)];
  const pence = amount.ok ? amount.value : null;
  const move = from === null || to === null ? null : { year: typed.year, from, to, pence: pence ?? 0 };
  const found = move === null ? null : askProblem(facts, forecast.years, { ...move, askedOn: askedOn.ok ? askedOn.value ?? today : today }, today);
  const problem = (field: NonNullable<typeof found>['field']): string | null => (found?.field === field ? found.text : null);
  return {
    move, pence, askedOn: askedOn.ok ? askedOn.value : null,
    problems: {
      year: problem('year'), from: from === null ? 'Choose where the money comes from.' : problem('from'),
      to: to === null ? 'Choose where the money goes.' : problem('to'),
      amount: !amount.ok ? amount.message : pence === null || pence === 0 ? 'Say how much is moved, such as 600.' : problem('pence'),
      reason: typed.reason.trim() === '' ? 'Say why the money is moved.' : null,
      askedBy: typed.askedBy.trim() === '' ? 'Say who asks: a name or a role.' : null,
      askedOn: !askedOn.ok ? askedOn.message : askedOn.value === null ? 'Write the day it was asked for, like 3 Nov 2026.' : problem('askedOn'),
    },
  };
}

const told = (facts: Parameters<typeof placeName>[0], year: number, list: readonly HeldPlace[], unsaid: string) =>
  [{ value: '', label: unsaid }, ...list.map(({ place, heldPence }) => ({ value: placeKey(place), label: `${placeName(facts, place, year)}: ${formatExact(heldPence)}` }))];

type MoveMoneyFormProps = {
  /** The one that is changed; null for a new one. */
  readonly virement: Virement | null;
  readonly onDone: () => void;
};

/** Asks for a virement, or changes one that waits: from where, to where, how much and why, with what that does to both codes. */
export function MoveMoneyForm({ virement, onDone }: MoveMoneyFormProps) {
  const { facts, application: { today, settings: { role } } } = usePlan();
  const years = useBudgetYears();
  const run = useCommand();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState((): Typed => (virement === null
    ? { year: years[0]?.year ?? 0, from: '', to: '', amount: '', reason: '', askedBy: ROLE_WORDS[role], askedOn: formatDate(today) }
    : {
      year: virement.year, from: placeKey(virement.from), to: placeKey(virement.to), amount: formatExact(virement.pence), reason: virement.reason,
      askedBy: virement.askedBy, askedOn: formatDate(virement.askedOn),
    }));
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const sources = sourcesOf(facts, typed.year);
  const source = sources.find(({ place }) => placeKey(place) === typed.from);
  const targets = source === undefined ? [] : targetsOf(facts, typed.year, source.place);
  const { move, pence, askedOn, problems } = useRead(typed, sources, targets);
  // What an amount cannot be is said at once: nobody should have to press to find out.
  const shown = (field: keyof typeof problems): string | null => (asked || (field === 'amount' && typed.amount !== '') ? problems[field] : null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (move === null || pence === null || askedOn === null || Object.values(problems).some((problem) => problem !== null)) return;
    const terms = { ...move, askedBy: typed.askedBy.trim(), askedOn };
    const reason = typed.reason.trim();
    const done = virement === null ? await run('virement.ask', { ...terms, reason }) : await run('virement.edit', { id: virement.id, set: { ...terms, reason } });
    if (done !== null) onDone();
  };
  return (
    <form className="decision" aria-label={virement === null ? 'Move money' : 'Change the move'} noValidate onSubmit={(event) => void submit(event)}>
      <p className="q2">A virement is money moved between codes. It counts once it is agreed.{approvalOf(facts.finance, typed.year) === null ? ' The budget of this year is not approved yet: its figures can be changed without one.' : ''}</p>
      <div className="decision-fields">
        <SelectField
          label="Year" value={String(typed.year)} problem={shown('year')} options={years.map(({ year, label }) => ({ value: String(year), label }))}
          onChange={(event) => set({ year: Number(event.currentTarget.value), from: '', to: '' })}
        />
        <TextField label="Amount, £" inputMode="decimal" value={typed.amount} problem={shown('amount')} onChange={(event) => set({ amount: event.currentTarget.value })} />
        <div className="wide"><SelectField label="From" value={typed.from} problem={shown('from')} options={told(facts, typed.year, sources, 'Choose a code')} onChange={(event) => set({ from: event.currentTarget.value })} /></div>
        <div className="wide"><SelectField label="To" value={typed.to} problem={shown('to')} disabled={source === undefined} options={told(facts, typed.year, targets, source === undefined ? 'Choose first where it comes from' : 'Choose a code')} onChange={(event) => set({ to: event.currentTarget.value })} /></div>
        <div className="wide"><TextField label="Reason" maxLength={500} value={typed.reason} problem={shown('reason')} onChange={(event) => set({ reason: event.currentTarget.value })} /></div>
        <WhoField label="Asked by" value={typed.askedBy} problem={shown('askedBy')} onText={(askedBy) => set({ askedBy })} />
        <DateField label="Asked on" text={typed.askedOn} problem={shown('askedOn')} onText={(text) => set({ askedOn: text })} />
      </div>
      {move !== null && pence !== null && <MoveEffect move={move} />}
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">{virement === null ? 'Ask to move it' : 'Change the move'}</Button>
      </div>
    </form>
  );
}
