import { updateModel } from '../../db/repositories/places.ts';
import { deleteModels, insertModel, mergeModels, moveModelToCategory, type ModelFields } from '../../db/repositories/model-library.ts';
import { needsNaming } from '../../planning/analysis/needs/naming.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';
import { priceDayProblem } from '../../planning/policies/check.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import type { AssetModel } from '../../planning/snapshot.ts';
import { foldedName, itemCount, listOf } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireKinds } from './asset-requests.ts';
import { different } from './given.ts';

const requireModel = (session: Session, id: number): AssetModel => {
  const found = session.snapshot().models.find((model) => model.id === id);
  if (found === undefined) throw new Refusal('not_found', `No model has the number ${id}. It may have been removed.`, { field: 'id' });
  return found;
};

/** Two of one kind may not be called alike: they are the same model spelled twice. */
const requireOwnName = (session: Session, model: Pick<AssetModel, 'categoryKey' | 'make' | 'name'>, id: number | null): void => {
  const twin = session.snapshot().models.find((each) => each.id !== id && each.categoryKey === model.categoryKey
    && foldedName(each.name) === foldedName(model.name) && foldedName(each.make ?? '') === foldedName(model.make ?? ''));
  if (twin !== undefined) throw new Refusal('conflict', `The library already has ${modelTitle(twin)}. Two that are one model can be merged.`, { field: 'name' });
};

/** @throws Refusal at the field where a price is of a day to come. */
const requirePastPrice = (session: Session, priceDate: string | null | undefined, field: string): void => {
  const problem = priceDayProblem(priceDate, session.today());
  if (problem !== null) throw new Refusal('invalid_input', problem, { field });
};

/** A price that comes without its day is today's; no price has no day. */
const withPriceDate = <Fields extends Partial<ModelFields>>(fields: Fields, today: string): Fields & Partial<Pick<ModelFields, 'priceDate'>> => {
  if (fields.unitPence === undefined) return fields;
  return { ...fields, priceDate: fields.unitPence === null ? null : fields.priceDate ?? today };
};

/** "32 items of kit, and 1 order line"; null where nothing is of it. */
const useOf = (session: Session, ids: readonly number[]): string | null => {
  const { assets, orderLines } = session.snapshot();
  const isMeant = ({ modelId }: { readonly modelId: number | null }): boolean => modelId !== null && ids.includes(modelId);
  const items = assets.filter(isMeant).reduce((sum, { quantity }) => sum + quantity, 0);
  const lines = orderLines.filter(isMeant).length;
  const parts = [...(items > 0 ? [`${itemCount(items)} of kit`] : []), ...(lines > 0 ? [`${formatCount(lines)} order ${lines === 1 ? 'line' : 'lines'}`] : [])];
  return parts.length === 0 ? null : parts.join(' and ');
};

/** What the kept model does not know and another one does, the first that knows it. */
const filledFrom = (kept: AssetModel, others: readonly AssetModel[]): Partial<ModelFields> => {
  const donor = kept.unitPence === null ? others.find(({ unitPence }) => unitPence !== null) : undefined;
  const first = <Key extends 'vendorSupportEnd' | 'watts' | 'memoryGb' | 'processor' | 'cores' | 'storageGb' | 'make'>(key: Key): Pick<AssetModel, Key> | object => {
    const known = kept[key] === null ? others.find((model) => model[key] !== null) : undefined;
    return known === undefined ? {} : { [key]: known[key] };
  };
  return {
    ...first('make'), ...first('vendorSupportEnd'), ...first('watts'), ...first('memoryGb'), ...first('processor'), ...first('cores'), ...first('storageGb'),
    ...(donor === undefined ? {} : { unitPence: donor.unitPence, priceDate: donor.priceDate }),
  };
};

export const modelHandlers = {
  'models.add': (session, { role, reason, ...fields }) => {
    requireKinds(session, [fields]);
    requirePastPrice(session, fields.priceDate, 'priceDate');
    requireOwnName(session, fields, null);
    const { change, value } = session.change(`Add ${modelTitle(fields)} to the library`, { role, reason },
      (writer) => insertModel(writer, withPriceDate(fields, session.today())));
    return { change, value: { id: value } };
  },

  'models.edit': (session, { role, reason, id, set }) => {
    const model = requireModel(session, id);
    const fields = different(set, model);
    requireKinds(session, [fields]);
    requirePastPrice(session, fields.priceDate, 'set.priceDate');
    requireOwnName(session, { ...model, ...fields }, id);
    const { categoryKey } = fields;
    const { change } = session.change(`Change the model ${modelTitle(model)}`, { role, reason }, (writer) => {
      updateModel(writer, id, withPriceDate(fields, session.today()));
      if (categoryKey !== undefined) moveModelToCategory(writer, id, categoryKey);
    });
    return { change, value: null };
  },

  'models.merge': (session, { role, reason, keepId, ids }) => {
    const kept = requireModel(session, keepId);
    const others = [...new Set(ids)].filter((id) => id !== keepId).map((id) => requireModel(session, id));
    if (others.length === 0) throw new Refusal('invalid_input', 'Name another model that goes into it.', { field: 'ids' });
    const { categories, assets } = session.snapshot();
    const foreign = others.find(({ categoryKey }) => categoryKey !== kept.categoryKey);
    if (foreign !== undefined) {
      const kind = (key: string): string => categoryNamed(categories, key).plural;
      throw new Refusal('invalid_input', `${modelTitle(foreign)} is among the ${kind(foreign.categoryKey)}, ${modelTitle(kept)} among the ${kind(kept.categoryKey)}. Change the kind of one first.`, { field: 'ids' });
    }
    const goIds = others.map(({ id }) => id);
    const rows = assets.filter(({ modelId }) => modelId !== null && goIds.includes(modelId)).length;
    const label = others.length === 1 && others[0] !== undefined ? modelTitle(others[0]) : `${formatCount(others.length)} models`;
    const { change } = session.change(`Merge ${label} into ${modelTitle(kept)}`, { role, reason }, (writer) => {
      const filled = filledFrom(kept, others);
      mergeModels(writer, keepId, goIds);
      updateModel(writer, keepId, filled);
    });
    return { change, value: { rows } };
  },

  'models.remove': (session, { role, reason, id }) => {
    const model = requireModel(session, id);
    const use = useOf(session, [id]);
    if (use !== null) throw new Refusal('conflict', `${use} ${use.startsWith('1 ') && !use.includes(' and ') ? 'is' : 'are'} of the model ${modelTitle(model)}. Merge it into another model, or change the model of that kit first.`, { field: 'id' });
    const speaking = needsNaming(session.snapshot().analysis, (says) => 'modelId' in says && says.modelId === id);
    if (speaking.length > 0) throw new Refusal('conflict', `${modelTitle(model)} is named in ${listOf(speaking)}. Take it out there first, or merge it into another model.`, { field: 'id' });
    const { change } = session.change(`Remove ${modelTitle(model)} from the library`, { role, reason }, (writer) => deleteModels(writer, [id]));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'models.add' | 'models.edit' | 'models.merge' | 'models.remove'>;
