import { useId, useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { ROLE_WORDS, ROLES } from '../../planning/vocabulary.ts';
import type { HistoryEntry } from '../../app/contract/plan.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { tableDate } from '../grid/words.tsx';

const roleWords = (key: string): string => {
  const role = ROLES.find((each) => each === key);
  return role === undefined ? key : ROLE_WORDS[role];
};

const LABEL_BEFORE = { do: '', undo: 'Undone: ', redo: 'Done again: ' } as const;

/** A change that is taken back out of the history changes nothing but itself; one that something relies on is refused with its name. */
function UndoLink({ entry }: { readonly entry: HistoryEntry }) {
  const run = useCommand();
  return <Button variant="link" small aria-label={`Undo: ${entry.label}`} onClick={() => void run('plan.undo', { changeId: entry.id })}>Undo</Button>;
}

function HistoryLine({ entry, editable }: { readonly entry: HistoryEntry; readonly editable: boolean }) {
  const day = entry.at.slice(0, 10);
  return (
    <tr>
      <td className="q2 nw"><time dateTime={entry.at} title={formatDate(day)}>{tableDate(day)}</time></td>
      <td>
        {LABEL_BEFORE[entry.kind]}{entry.label}
        {entry.fields.map(({ field, before, after }) => (
          <small key={`${field} ${before ?? ''} ${after ?? ''}`} className="q2">
            {field}: {before !== null && <><s>{before}</s> </>}{after ?? 'none'}
          </small>
        ))}
        <small className="q2">{entry.reason ?? 'no reason given'}</small>
      </td>
      <td className="q2 reg-history-who">
        {roleWords(entry.role)}
        {editable && entry.undoable && <div><UndoLink entry={entry} /></div>}
      </td>
    </tr>
  );
}

/** Lines before the rest waits to be asked for. */
const FIRST = 6;

/** What was changed about an asset, its cover and its contracts: when, under which role, and why; before and after. */
export function AssetHistory({ assetId }: { readonly assetId: number }) {
  const { editable } = usePlan();
  const [all, setAll] = useState(false);
  const tableId = useId();
  const { data, error } = usePlanQuery('plan.history', { assetId, limit: 200 });
  const shown = all ? data : data?.slice(0, FIRST);
  const more = (data?.length ?? 0) - FIRST;
  return (
    <Section title="History">
      {error !== null && <Note tone="over">{error.message}</Note>}
      {data?.length === 0 && <p className="q2">Nothing has been changed since it came in.</p>}
      {shown !== undefined && shown.length > 0 && (
        <table className="l reg-history" id={tableId}>
          <thead className="vh"><tr><th scope="col">When</th><th scope="col">What and why</th><th scope="col">Who</th></tr></thead>
          <tbody>{shown.map((entry) => <HistoryLine key={entry.id} entry={entry} editable={editable} />)}</tbody>
        </table>
      )}
      {more > 0 && !all && <Button variant="link" small aria-controls={tableId} onClick={() => setAll(true)}>{more} earlier {more === 1 ? 'change' : 'changes'}</Button>}
    </Section>
  );
}
