import { useId, useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { ROLE_WORDS, ROLES } from '../../planning/vocabulary.ts';
import type { HistoryEntry } from '../../app/contract/plan.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from './button.tsx';

const roleWords = (key: string): string => {
  const role = ROLES.find((each) => each === key);
  return role === undefined ? key : ROLE_WORDS[role];
};

/** `12 Dec 26`: in tables the century goes without saying. */
const shortDate = (day: string): string => formatDate(day).replace(/\d\d(?=\d\d$)/, '');

const LABEL_BEFORE = { do: '', undo: 'Undone: ', redo: 'Done again: ' } as const;

/** A change that is taken back out of the history changes nothing but itself; one that something relies on is refused with its name. */
function UndoLink({ entry }: { readonly entry: HistoryEntry }) {
  const run = useCommand();
  return <Button variant="link" small aria-label={`Undo: ${entry.label}`} onClick={() => void run('plan.undo', { changeId: entry.id })}>Undo</Button>;
}

function ChangeLine({ entry, editable }: { readonly entry: HistoryEntry; readonly editable: boolean }) {
  const day = entry.at.slice(0, 10);
  return (
    <tr>
      <td className="q2 nw"><time dateTime={entry.at} title={formatDate(day)}>{shortDate(day)}</time></td>
      <td>
        {LABEL_BEFORE[entry.kind]}{entry.label}
        {entry.fields.map(({ field, before, after }) => (
          <small key={`${field} ${before ?? ''} ${after ?? ''}`} className="q2">
            {field}: {before !== null && <><s>{before}</s> </>}{after ?? 'none'}
          </small>
        ))}
        <small className="q2">{entry.reason ?? 'no reason given'}</small>
      </td>
      <td className="q2 change-who">
        {roleWords(entry.role)}
        {editable && entry.undoable && <div><UndoLink entry={entry} /></div>}
      </td>
    </tr>
  );
}

/** Lines before the rest waits to be asked for. */
const FIRST = 6;

/** Named changes, the newest first: when, under which role, and why; before and after. `none` is said where there is none. */
export function ChangeTable({ entries, none }: { readonly entries: readonly HistoryEntry[]; readonly none: string }) {
  const { editable } = usePlan();
  const [all, setAll] = useState(false);
  const tableId = useId();
  const more = entries.length - FIRST;
  if (entries.length === 0) return <p className="q2">{none}</p>;
  return (
    <>
      <table className="l change-table" id={tableId}>
        <thead className="vh"><tr><th scope="col">When</th><th scope="col">What and why</th><th scope="col">Who</th></tr></thead>
        <tbody>{(all ? entries : entries.slice(0, FIRST)).map((entry) => <ChangeLine key={entry.id} entry={entry} editable={editable} />)}</tbody>
      </table>
      {more > 0 && !all && <Button variant="link" small aria-controls={tableId} onClick={() => setAll(true)}>{more} earlier {more === 1 ? 'change' : 'changes'}</Button>}
    </>
  );
}
