import type { PeopleGroup } from '../../planning/analysis/facts.ts';
import { backingWords } from '../../planning/analysis/groups/backing.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

/** What a group is for, which objectives it works for, and who of the leadership stands behind it. */
export function GroupAbout({ group, onChange }: { readonly group: PeopleGroup; readonly onChange: () => void }) {
  const { snapshot: { analysis }, editable } = usePlan();
  const { go } = useNavigation();
  const objectives = analysis.objectives.filter(({ id }) => group.objectiveIds.includes(id));
  return (
    <Section title={group.name} link={editable && <Button variant="link" small onClick={onChange}>Change the group</Button>}>
      <dl className="group-about">
        <dt>For</dt><dd>{group.aims ?? <span className="q2">not said yet</span>}</dd>
        <dt>Works for</dt>
        <dd>{objectives.length === 0 ? <span className="q2">no objective of the development plan</span> : objectives.map((objective, at) => (
          <span key={objective.id}>{at > 0 && ', '}<Button variant="link" small onClick={() => go('development', { objectiveId: objective.id })}>{objectiveTitle(objective)}</Button>{objective.state !== 'open' && ` (${objective.state})`}</span>
        ))}</dd>
        <dt>Backed by</dt><dd>{backingWords(group) ?? <span className="q2">nobody of the leadership team</span>}</dd>
        <dt>Meets</dt><dd>{group.meets ?? <span className="q2">not said</span>}</dd>
      </dl>
    </Section>
  );
}
