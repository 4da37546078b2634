import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Virement } from '../../../planning/budget/finance.ts';
import { agreeProblem, moveWords } from '../../../planning/budget/virement-check.ts';
import { whoMayAgree } from '../../../planning/budget/approval.ts';
import { formatDate } from '../../../planning/calendar.ts';
import { ROLE_WORDS } from '../../../planning/vocabulary.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readDate } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Note } from '../../parts/note.tsx';
import { WhoField } from './who-field.tsx';

/** Who agreed to a virement, and when: then the money has moved. */
export function AgreeForm({ virement, onDone }: { readonly virement: Virement; readonly onDone: () => void }) {
  const { facts, forecast, application: { today, settings: { role } } } = usePlan();
  const run = useCommand();
  const [who, setWho] = useState(() => whoMayAgree(facts.finance.approvalLimits, 'virement', virement.pence)[0]?.role ?? ROLE_WORDS[role]);
  const [day, setDay] = useState(formatDate(today));
  const [asked, setAsked] = useState(false);
  const read = readDate(day);
  const on = read.ok ? read.value : null;
  const agreedBy = who.trim();
  const found = agreeProblem(facts, forecast.years, virement, { agreedBy, agreedOn: on ?? today }, today);
  const whoProblem = agreedBy === '' ? 'Say who agreed: a name or a role.' : found?.field === 'agreedBy' ? found.text : null;
  const dayProblem = !read.ok ? read.message : on === null ? 'Write the day it was agreed, like 4 Nov 2026.' : found?.field === 'agreedOn' ? found.text : null;
  const other = found !== null && found.field !== 'agreedBy' && found.field !== 'agreedOn' ? found.text : null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (whoProblem !== null || dayProblem !== null || other !== null || on === null) return;
    if (await run('virement.agree', { id: virement.id, agreedBy, agreedOn: on }) !== null) onDone();
  };
  return (
    <form className="decision" aria-label="Agree the move" noValidate onSubmit={(event) => void submit(event)}>
      <p>Move <b>{moveWords(facts, virement)}</b>: {virement.reason}</p>
      {other !== null && <Note tone="over">{other} Change the move, or take it back.</Note>}
      <div className="decision-fields">
        <WhoField label="Agreed by" subject="virement" value={who} problem={asked || agreedBy !== '' ? whoProblem : null} onText={setWho} first />
        <DateField label="Agreed on" text={day} problem={asked ? dayProblem : null} onText={setDay} />
      </div>
      <div className="dialog-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">Agree and move it</Button>
      </div>
    </form>
  );
}
