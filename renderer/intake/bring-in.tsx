import { useState } from 'react';
import type { Examination } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import type { CameIn } from './import-file.tsx';
import { countWords, refusedCount } from './import-words.ts';
import { newJob, type Import } from './use-import.ts';
import { WorkBar } from './work-bar.tsx';
import { readAsBase64 } from '../lib/file-transfer.ts';

type BringInProps = {
  readonly it: Import; readonly found: Examination; readonly file: File;
  readonly onBusy: (busy: boolean) => void; readonly onDone: (cameIn: CameIn) => void;
};

const rows = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

/** Step 5: what will happen, why, and the one button that does it. While it runs it can be stopped. */
export function BringIn({ it, found, file, onBusy, onDone }: BringInProps) {
  const { asOf, editable } = usePlan();
  const run = useCommand();
  const [reason, setReason] = useState('');
  const [job, setJob] = useState<string | null>(null);
  const coming = found.rows.new + found.rows.changed;
  const refused = refusedCount(found.rows);
  const bringIn = async (): Promise<void> => {
    const name = newJob();
    setJob(name);
    onBusy(true);
    // Sent whole: the last file on the desk may be another window's by now.
    const base64 = await readAsBase64(file).catch(() => null);
    const answer = base64 === null ? null : await run('intake.commit', {
      fileName: file.name, base64, options: it.options, asOf, job: name, reason: reason.trim() === '' ? null : reason,
    });
    setJob(null);
    onBusy(false);
    if (answer !== null) onDone(answer);
  };
  if (job !== null) return <WorkBar job={job} label={`Bringing in ${file.name}`} onStop={() => undefined} />;
  return (
    <Section title="Bring it in" className="bring-in">
      <ul className="plain">
        <li><b>{rows(coming)}</b> would be written: {countWords({ ...found.rows, read: coming, unchanged: 0 })}.</li>
        {refused > 0 && <li>{rows(refused)} {refused === 1 ? 'is' : 'are'} left out; {refused === 1 ? 'it' : 'the list of them'} can be downloaded in step 4.</li>}
        {found.problems.length > 0 && <li>{found.problems.length === 1 ? 'One question is' : `${formatCount(found.problems.length)} questions are`} still open in step 3. What stands there now holds.</li>}
        <li>A backup of the plan is made first. The import is one change, which can be undone as a whole.</li>
        <li>The matching of these columns is remembered for the next file with the same headings.</li>
      </ul>
      <TextField label="Reason (can be left out)" value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} hint="Shown in the history, such as “Stocktake, autumn 2026”" />
      {!editable && <Note tone="info">The plan can only be read just now, so nothing can be brought in.</Note>}
      {coming === 0 && <Note tone="info">There is nothing to bring in: no row is new or differs.</Note>}
      {editable && coming > 0 && <div className="acts"><Button variant="filled" onClick={() => void bringIn()}>Bring in {rows(coming)}</Button></div>}
    </Section>
  );
}
