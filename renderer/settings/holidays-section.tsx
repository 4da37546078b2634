import { useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { schoolDaysIn, schoolYearOf } from '../../planning/school-holidays.ts';
import type { SchoolHoliday } from '../../planning/snapshot.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Section } from '../parts/section.tsx';
import { HolidayForm, HolidayPaste, UsualHolidays } from './holiday-forms.tsx';

type Opened = SchoolHoliday | 'new' | 'paste' | 'usual' | null;

const titleOf = (opened: Opened): string => {
  switch (opened) {
    case null: case 'new': return 'A school holiday';
    case 'paste': return 'Paste a list of holidays';
    case 'usual': return 'Start from the usual days';
    default: return opened.name;
  }
};

/** When nobody is taught: the refresh schedule puts kit in then. A school year without any is shown with the usual days. */
export function HolidaysSection() {
  const { facts: { holidays }, asOf, editable } = useHolidays();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  return (
    <Section title="School holidays" link={editable ? <Button variant="link" small onClick={() => setOpened('new')}>Add a holiday</Button> : undefined}>
      <p className="q2">
        {holidays.length === 0
          ? 'The school has not said when its holidays are. The refresh schedule goes by the usual days in England until it does, and says that they are a guess.'
          : 'The refresh schedule puts kit in during these. A school year without any is shown with the usual days in England, as a guess.'}
      </p>
      {holidays.length > 0 && <HolidaysTable holidays={holidays} editable={editable} onChange={setOpened} />}
      {editable && (
        <div className="settings-settle">
          <Button small onClick={() => setOpened('paste')}>Paste a list</Button>
          <Button small onClick={() => setOpened('usual')}>Start from the usual days</Button>
        </div>
      )}
      <Dialog opened={opened !== null} onClose={close} title={titleOf(opened)}>
        {opened === 'paste' && <HolidayPaste onDone={close} />}
        {opened === 'usual' && <UsualHolidays firstYear={schoolYearOf(asOf)} onDone={close} />}
        {opened !== null && opened !== 'paste' && opened !== 'usual' && <HolidayForm holiday={opened === 'new' ? null : opened} onDone={close} />}
      </Dialog>
    </Section>
  );
}

function useHolidays() {
  const { facts, savedForecast: { asOf }, editable } = usePlan();
  return { facts, asOf, editable };
}

type TableProps = { readonly holidays: readonly SchoolHoliday[]; readonly editable: boolean; readonly onChange: (holiday: SchoolHoliday) => void };

function HolidaysTable({ holidays, editable, onChange }: TableProps) {
  const run = useCommand();
  return (
    <table className="l">
      <caption className="vh">School holidays</caption>
      <thead>
        <tr>
          <th scope="col">Holiday</th><th scope="col">First day</th><th scope="col">Last day</th><th scope="col" className="num">Working days</th>
          {editable && <th scope="col"><span className="vh">Change</span></th>}
        </tr>
      </thead>
      <tbody>
        {holidays.map((holiday) => {
          const told = `${holiday.name}, ${formatDate(holiday.firstDay)}`;
          return (
            <tr key={holiday.id}>
              <th scope="row">{holiday.name}</th><td>{formatDate(holiday.firstDay)}</td><td>{formatDate(holiday.lastDay)}</td>
              <td className="num">{schoolDaysIn(holiday.firstDay, holiday.lastDay)}</td>
              {editable && (
                <td className="limit-acts">
                  <Button variant="link" small onClick={() => onChange(holiday)} aria-label={`Change ${told}`}>Change</Button>
                  <Button variant="link" small onClick={() => void run('holiday.remove', { ids: [holiday.id] })} aria-label={`Take out ${told}`}>Take out</Button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
