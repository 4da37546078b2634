import type { PolicyRow } from '../../planning/policies/rows.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { ChangeTable } from '../parts/change-table.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';

/** Who changed this policy, when and why, from what to what. */
export function HistoryPart({ row }: { readonly row: PolicyRow }) {
  const { data, error } = usePlanQuery('policy.history', row.subject);
  return (
    <Section title="Who changed it and why">
      <div data-part="history">
        {error !== null && <Note tone="over">{error.message}</Note>}
        {data !== undefined && <ChangeTable entries={data} none="Nobody has changed it yet." />}
      </div>
    </Section>
  );
}
