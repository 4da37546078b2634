import { usualPolicy } from '../../planning/policies.ts';
import type { PolicyRow } from '../../planning/policies/rows.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import { BASE_SCENARIO_ID } from '../../planning/scenarios/scenario.ts';
import { isPolicyOf } from '../../planning/scenarios/policy-change.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import { foldedName, kitName, startUpper } from '../../planning/words.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { readWords } from './policy-texts.ts';
import type { PolicyEdit } from './use-policy-edit.ts';

type Offer = { readonly value: string; readonly label: string; readonly userGroup: typeof USER_GROUPS[number] | null; readonly modelId: number | null };

/** What of the kind can have a policy of its own and has none: user groups and models in use. */
function useOffers({ subject }: PolicyRow): readonly Offer[] {
  const { facts: { assets, models, policies, categories } } = usePlan();
  if (subject.modelId !== null || subject.assetId !== null) return [];
  const kit = assets.filter(({ categoryKey, userGroup }) => categoryKey === subject.categoryKey && (subject.userGroup === null || userGroup === subject.userGroup));
  const has = (userGroup: Offer['userGroup'], modelId: number | null): boolean =>
    policies.some((policy) => isPolicyOf(policy, { categoryKey: subject.categoryKey, userGroup, modelId, assetId: null }));
  const category = categoryNamed(categories, subject.categoryKey);
  const groups = subject.userGroup !== null ? [] : USER_GROUPS.filter((group) => kit.some(({ userGroup }) => userGroup === group) && !has(group, null))
    .map((userGroup): Offer => ({ value: userGroup, label: startUpper(kitName(category, userGroup, 2)), userGroup, modelId: null }));
  const used = new Set(kit.map(({ modelId }) => modelId));
  const own = models.filter(({ id }) => used.has(id) && !has(null, id))
    .map((model): Offer => ({ value: String(model.id), label: modelTitle(model), userGroup: subject.userGroup, modelId: model.id }));
  return [...groups, ...own];
}

/** One item of the kind, by its tag, is given a policy of its own. */
function OneItem({ row: { subject } }: { readonly row: PolicyRow }) {
  const { facts: { assets } } = usePlan();
  const run = useCommand();
  const give = (tag: string | null): string | null => {
    if (tag === null) return null;
    const asset = assets.find((each) => foldedName(each.tag ?? '') === foldedName(tag));
    if (asset === undefined) return `No item has the tag “${tag}”.`;
    if (asset.categoryKey !== subject.categoryKey) return `${tag} is of another kind.`;
    void run('policy.set', { categoryKey: asset.categoryKey, userGroup: asset.userGroup, assetId: asset.id, set: {} });
    return null;
  };
  return <FigureField label="Or a single item, by its tag" text="" read={readWords} put={give} />;
}

/** Policies of its own for a part of the kind; the way back to the usual, or to the less specific policy. */
export function OwnPart({ row, edit: { saved } }: { readonly row: PolicyRow; readonly edit: PolicyEdit }) {
  const { editable, facts, scenario } = usePlan();
  const run = useCommand();
  const offers = useOffers(row);
  const { subject } = row;
  const { categoryKey, userGroup, modelId, assetId } = subject;
  const isSpecific = userGroup !== null || modelId !== null || assetId !== null;
  const there = facts.policies.some((policy) => isPolicyOf(policy, subject));
  const usual = modelId === null && assetId === null && !saved.shipped && there && usualPolicy(categoryKey, userGroup) !== null;
  if (!editable) return null;
  // Which policies there are is the plan's own: a scenario says only what is different in them.
  if (scenario.id !== BASE_SCENARIO_ID) return null;
  return (
    <Section title="Whose it is">
      {offers.length > 0 && (
        <SelectField
          label="Give a part of them a policy of its own" value="" options={[{ value: '', label: 'Choose a group or a model' }, ...offers]}
          onChange={(event) => {
            const offer = offers.find(({ value }) => value === event.target.value);
            if (offer !== undefined) void run('policy.set', { categoryKey, userGroup: offer.userGroup, modelId: offer.modelId, set: {} });
          }}
        />
      )}
      {subject.modelId === null && subject.assetId === null && <OneItem row={row} />}
      <div className="acts">
        {usual && <Button small onClick={() => void run('policy.usual', { categoryKey, userGroup })}>Put it back to the usual</Button>}
        {isSpecific && there && <Button small onClick={() => void run('policy.remove', { categoryKey, userGroup, modelId, assetId })}>Take this policy away</Button>}
      </div>
    </Section>
  );
}
