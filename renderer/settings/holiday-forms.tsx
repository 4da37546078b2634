import { useState, type FormEvent } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { holidayProblem, NATION_WORDS, NATIONS, usualHolidays, type Holiday, type Nation } from '../../planning/school-holidays.ts';
import type { SchoolHoliday } from '../../planning/snapshot.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';
import { readHolidays } from './read-holidays.ts';

type FormProps = { readonly holiday: SchoolHoliday | null; readonly onDone: () => void };

/** One holiday added or changed. */
export function HolidayForm({ holiday, onDone }: FormProps) {
  const run = useCommand();
  const [name, setName] = useState(holiday?.name ?? '');
  const [first, setFirst] = useState(holiday === null ? '' : formatDate(holiday.firstDay));
  const [last, setLast] = useState(holiday === null ? '' : formatDate(holiday.lastDay));
  const [asked, setAsked] = useState(false);
  const [firstDay, lastDay] = [readDate(first), readDate(last)];
  const missing = (reading: ReturnType<typeof readDate>): string | null => (!reading.ok ? reading.message : asked && reading.value === null ? 'Write a day like 26 October 2026.' : null);
  const fields = firstDay.ok && firstDay.value !== null && lastDay.ok && lastDay.value !== null ? { name: name.trim(), firstDay: firstDay.value, lastDay: lastDay.value } : null;
  const outOfOrder = fields === null ? null : holidayProblem(fields);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (fields === null || fields.name === '' || outOfOrder !== null) return;
    const done = holiday === null ? await run('holiday.enter', { holidays: [fields] }) : await run('holiday.edit', { id: holiday.id, set: fields });
    if (done !== null) onDone();
  };
  return (
    <form className="decision" aria-label={holiday === null ? 'A school holiday' : `Change ${holiday.name}`} noValidate onSubmit={(event) => void submit(event)}>
      <div className="decision-fields">
        <TextField label="Name" maxLength={200} placeholder="Autumn half term" value={name} problem={asked && name.trim() === '' ? 'Write a name, such as Autumn half term.' : null} onChange={(event) => setName(event.currentTarget.value)} />
        <DateField label="First day" text={first} onText={setFirst} problem={missing(firstDay)} />
        <DateField label="Last day" text={last} onText={setLast} problem={missing(lastDay) ?? outOfOrder} />
      </div>
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">{holiday === null ? 'Add the holiday' : 'Change the holiday'}</Button>
      </div>
    </form>
  );
}

/** A list as a council prints it, read line by line before anything is entered. */
export function HolidayPaste({ onDone }: { readonly onDone: () => void }) {
  const run = useCommand();
  const [text, setText] = useState('');
  const lines = readHolidays(text);
  const read = lines.flatMap((line) => ('holiday' in line ? [line.holiday] : []));
  const problems = lines.flatMap((line) => ('problem' in line ? [line] : []));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (read.length > 0 && await run('holiday.enter', { holidays: [...read] }) !== null) onDone();
  };
  return (
    <form className="decision" aria-label="Paste a list of holidays" noValidate onSubmit={(event) => void submit(event)}>
      <AreaField
        label="The list" rows={8} value={text} hint="A line for each: its name, its first day and its last. From a website, a letter or a spreadsheet."
        placeholder={'Autumn half term, 26 October 2026, 30 October 2026\nChristmas holiday: Monday 21 December 2026 to Friday 1 January 2027'} onChange={(event) => setText(event.currentTarget.value)}
      />
      {problems.length > 0 && (
        <ul className="settings-note" aria-label="Lines that cannot be read">
          {problems.map(({ line, text: said, problem }) => <li key={line}>{`Line ${line}, “${said.slice(0, 60)}”: ${problem}`}</li>)}
        </ul>
      )}
      <HolidayList holidays={read} />
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit" disabled={read.length === 0}>{enterWords(read.length)}</Button>
      </div>
    </form>
  );
}

const enterWords = (count: number): string => (count === 0 ? 'Enter the holidays' : count === 1 ? 'Enter 1 holiday' : `Enter ${count} holidays`);

function HolidayList({ holidays }: { readonly holidays: readonly Holiday[] }) {
  if (holidays.length === 0) return null;
  return (
    <table className="l">
      <caption className="vh">What is entered</caption>
      <thead><tr><th scope="col">Holiday</th><th scope="col">First day</th><th scope="col">Last day</th></tr></thead>
      <tbody>
        {holidays.map(({ name, firstDay, lastDay }) => (
          <tr key={`${firstDay} ${lastDay} ${name}`}><th scope="row">{name}</th><td>{formatDate(firstDay)}</td><td>{formatDate(lastDay)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

/** School years that the usual days are offered for, from this one. */
const YEARS = 6;

/** The usual days of a school year taken in, to be corrected to the school's own. */
export function UsualHolidays({ firstYear, onDone }: { readonly firstYear: number; readonly onDone: () => void }) {
  const run = useCommand();
  const [nation, setNation] = useState<Nation>('england');
  const [autumn, setAutumn] = useState(firstYear);
  const holidays = usualHolidays(nation, autumn);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await run('holiday.enter', { holidays: [...holidays] }) !== null) onDone();
  };
  return (
    <form className="decision" aria-label="Start from the usual days" noValidate onSubmit={(event) => void submit(event)}>
      <div className="decision-fields">
        <SelectField
          label="In" value={nation} options={NATIONS.map((each) => ({ value: each, label: NATION_WORDS[each] }))}
          onChange={(event) => setNation(NATIONS.find((each) => each === event.currentTarget.value) ?? nation)}
        />
        <SelectField
          label="School year" value={String(autumn)} options={Array.from({ length: YEARS }, (_, at) => ({ value: String(firstYear + at), label: `${firstYear + at}/${String(firstYear + at + 1).slice(2)}` }))}
          onChange={(event) => setAutumn(Number(event.currentTarget.value))}
        />
      </div>
      <p className="settings-note">These are what most councils come close to, not what yours has set. Once entered they count as the school’s own: change each to the day in the school’s calendar.</p>
      <HolidayList holidays={holidays} />
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">{enterWords(holidays.length)}</Button>
      </div>
    </form>
  );
}
