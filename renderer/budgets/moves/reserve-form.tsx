import { useState } from 'react';
import type { FormEvent } from 'react';
import { financialYearLabel } from '../../../planning/calendar.ts';
import { SPREADS } from '../../../planning/smoothing.ts';
import { useCommand, useCommandsTogether } from '../../lib/commands.tsx';
import { readPounds } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { AS_DUE, PAYING_OPTIONS, readSignedPounds, typedReserve } from './typed-reserve.ts';

/** What the reserve holds, what it is not to go below, how kit is paid for, and what is paid in by hand. */
export function ReserveForm({ onDone }: { readonly onDone: () => void }) {
  const { facts, forecast } = usePlan();
  const { reserve } = facts.finance;
  const { years } = forecast;
  const run = useCommand();
  const together = useCommandsTogether();
  const [typed, setTyped] = useState(() => typedReserve(reserve, years));
  const [asked, setAsked] = useState(false);
  const [opening, floor] = [readPounds(typed.opening), readPounds(typed.floor)];
  const paidIn = years.map(({ year, label }) => ({ year, label, read: readSignedPounds(typed.paidIn[year] ?? '') }));
  const openingProblem = !opening.ok ? opening.message : opening.value === null ? 'Say what it holds, such as 6,000; 0 where it is empty.' : null;
  const startYears = reserve === null || years.some(({ year }) => year === reserve.openingYear) ? years.map(({ year }) => year) : [reserve.openingYear, ...years.map(({ year }) => year)];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (!opening.ok || opening.value === null || !floor.ok || paidIn.some(({ read }) => !read.ok)) return;
    const { openingYear, spread } = typed;
    const terms = { openingPence: opening.value, openingYear, floorPence: floor.value ?? 0, spread };
    await together(async (send) => {
      await send('reserve.set', terms);
      for (const { year, read } of paidIn) {
        const before = reserve?.contributions.find((each) => each.year === year)?.pence ?? null;
        const pence = read.ok && read.value !== 0 ? read.value : null;
        if (pence !== before) await send('reserve.contribute', { year, pence });
      }
    }, () => (reserve === null ? 'ICT reserve set up' : 'ICT reserve changed'));
    onDone();
  };
  const remove = async (): Promise<void> => {
    if (await run('reserve.remove', {}) !== null) onDone();
  };
  return (
    <form className="decision" aria-label="ICT reserve" noValidate onSubmit={(event) => void submit(event)}>
      <div className="decision-fields">
        <TextField label="It holds, £" inputMode="decimal" value={typed.opening} problem={asked || typed.opening !== '' ? openingProblem : null} onChange={(event) => setTyped({ ...typed, opening: event.currentTarget.value })} />
        <SelectField
          label="At the start of" value={String(typed.openingYear)} options={startYears.map((year) => ({ value: String(year), label: financialYearLabel(year, facts.school.yearStartMonth) }))}
          onChange={(event) => setTyped({ ...typed, openingYear: Number(event.currentTarget.value) })}
        />
        <TextField label="Not to go below, £" inputMode="decimal" placeholder="0" value={typed.floor} problem={floor.ok ? null : floor.message} onChange={(event) => setTyped({ ...typed, floor: event.currentTarget.value })} />
        <SelectField
          label="Kit is paid for" value={typed.spread ?? AS_DUE} options={PAYING_OPTIONS}
          hint="As it falls due: what is left of the budgets goes in. Level: what the kit wears out in a year is set aside. Sinking fund: the same every year, the least that never leaves it overdrawn."
          onChange={(event) => setTyped({ ...typed, spread: SPREADS.find((spread) => spread === event.currentTarget.value) ?? null })}
        />
      </div>
      <fieldset className="reserve-paid">
        <legend>Paid in beside that, £; with a minus what is taken out</legend>
        {paidIn.map(({ year, label, read }) => (
          <TextField
            key={year} small label={label} inputMode="decimal" value={typed.paidIn[year] ?? ''} problem={read.ok ? null : read.message}
            onChange={(event) => setTyped({ ...typed, paidIn: { ...typed.paidIn, [year]: event.currentTarget.value } })}
          />
        ))}
      </fieldset>
      <div className="dialog-acts">
        {reserve !== null && <Button variant="link" onClick={() => void remove()}>Keep no reserve</Button>}
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">{reserve === null ? 'Set up the reserve' : 'Change the reserve'}</Button>
      </div>
    </form>
  );
}
