import type { PolicyRow } from '../../planning/policies/rows.ts';
import { lineageOf } from '../../planning/scenarios/apply.ts';
import { isPolicyOf, subjectOf, type PolicySubject } from '../../planning/scenarios/policy-change.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { describeWhatIf } from '../../planning/whatif.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { usePlan } from '../lib/plan.tsx';
import { ChangeTable } from '../parts/change-table.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';

type Said = { readonly id: number; readonly scenario: string; readonly text: string; readonly reason: string | null };

/** What the scenario that is open, and those it starts from, say differently of one policy. */
const saidOf = (facts: PlanSnapshot, scenarioId: number, subject: PolicySubject): readonly Said[] =>
  lineageOf(facts.scenarios, scenarioId).flatMap(({ name, differences }) => differences.flatMap(({ id, change, reason }): Said[] => (
    (change.kind === 'life' || change.kind === 'policy') && isPolicyOf(subjectOf(change), subject)
      ? [{ id, scenario: name, text: startUpper(describeWhatIf(facts, [change]).join('; ')), reason }] : [])));

/** Who changed this policy, when and why, from what to what; and what the scenario says differently of it. */
export function HistoryPart({ row }: { readonly row: PolicyRow }) {
  const { facts, scenario } = usePlan();
  const { data, error } = usePlanQuery('policy.history', row.subject);
  const said = saidOf(facts, scenario.id, row.subject);
  return (
    <Section title="Who changed it and why">
      <div data-part="history">
        {said.length > 0 && (
          <ul className="policy-said">
            {said.map(({ id, scenario: name, text, reason }) => <li key={id}>{text}, in {name}.<small className="q2">{reason ?? 'no reason given'}</small></li>)}
          </ul>
        )}
        {error !== null && <Note tone="over">{error.message}</Note>}
        {data !== undefined && <ChangeTable entries={data} none="Nobody has changed it in the plan itself yet." />}
      </div>
    </Section>
  );
}
