import { formatDate } from '../../planning/calendar.ts';
import { ROLE_WORDS, ROLES } from '../../planning/vocabulary.ts';
import type { HistoryEntry } from '../../app/contract/plan.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { tableDate } from '../grid/words.tsx';

const roleWords = (key: string): string => {
  const role = ROLES.find((each) => each === key);
  return role === undefined ? key : ROLE_WORDS[role];
};

const LABEL_BEFORE = { do: '', undo: 'Undone: ', redo: 'Done again: ' } as const;

function HistoryLine({ entry }: { readonly entry: HistoryEntry }) {
  const day = entry.at.slice(0, 10);
  return (
    <tr>
      <td className="q2 nw"><time dateTime={entry.at} title={formatDate(day)}>{tableDate(day)}</time></td>
      <td>
        {LABEL_BEFORE[entry.kind]}{entry.label}
        <small className="q2">{roleWords(entry.role)}{entry.reason === null ? '' : `: ${entry.reason}`}</small>
      </td>
    </tr>
  );
}

/** What was changed about an asset: when, under which role, and why. */
export function AssetHistory({ assetId }: { readonly assetId: number }) {
  const { data, error } = usePlanQuery('plan.history', { assetId, limit: 50 });
  return (
    <Section title="History">
      {error !== null && <Note tone="over">{error.message}</Note>}
      {data?.length === 0 && <p className="q2">Nothing has been changed since it came in.</p>}
      {data !== undefined && data.length > 0 && (
        <table className="l reg-history">
          <thead className="vh"><tr><th scope="col">When</th><th scope="col">What, who and why</th></tr></thead>
          <tbody>{data.map((entry) => <HistoryLine key={entry.id} entry={entry} />)}</tbody>
        </table>
      )}
    </Section>
  );
}
