import { inPlanOrder } from '../../planning/analysis/development/outline.ts';
import { linkProblem } from '../../planning/analysis/needs/objective-links.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { LINK_STRENGTHS, LINK_STRENGTH_WORDS, type LinkStrength } from '../../planning/analysis/vocabulary.ts';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { isStrength } from './typed-need.ts';

type LinkFieldsProps = { readonly links: ReadonlyMap<number, LinkStrength>; readonly onLinks: (links: ReadonlyMap<number, LinkStrength>) => void };

/** Which objectives it serves and how much. A closed one stands here only while the need is tied to it. */
export function LinkFields({ links, onLinks }: LinkFieldsProps) {
  const { snapshot: { analysis } } = usePlan();
  const shown = inPlanOrder(analysis, analysis.objectives.filter((objective) => objective.state === 'open' || links.has(objective.id)));
  const choose = (id: number, text: string): void => {
    const strength = isStrength(text);
    const next = new Map(links);
    if (strength === null) next.delete(id);
    else next.set(id, strength);
    onLinks(next);
  };
  return (
    <fieldset className="group">
      <legend>Objectives it serves</legend>
      {shown.length === 0 && <p className="hint">The development plan has no open objective yet.</p>}
      <div className="needs-links">
        {shown.map((objective) => (
          <div key={objective.id} className="row">
            <span>{objectiveTitle(objective)}{linkProblem(objective) === null ? '' : ` (${objective.state})`}</span>
            <SelectField
              label={`How ${objectiveTitle(objective)} needs it`} hideLabel small value={links.get(objective.id) ?? ''}
              options={[{ value: '', label: 'Does not serve it' }, ...LINK_STRENGTHS.map((each) => ({ value: each, label: LINK_STRENGTH_WORDS[each] }))]}
              onChange={(event) => choose(objective.id, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
