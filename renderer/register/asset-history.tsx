import { usePlanQuery } from '../lib/application.tsx';
import { ChangeTable } from '../parts/change-table.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';

/** What was changed about an asset, its cover and its contracts: when, under which role, and why; before and after. */
export function AssetHistory({ assetId }: { readonly assetId: number }) {
  const { data, error } = usePlanQuery('plan.history', { assetId, limit: 200 });
  return (
    <Section title="History">
      {error !== null && <Note tone="over">{error.message}</Note>}
      {data !== undefined && <ChangeTable entries={data} none="Nothing has been changed since it came in." />}
    </Section>
  );
}
