import { deleteCategory, insertCategory, updateCategory } from '../../db/repositories/school-lists.ts';
import { setPolicy } from '../../db/repositories/policies.ts';
import { UNSAID } from '../../planning/policies.ts';
import { SHIPPED_CATEGORIES, type Category } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { itemCount, listOf, startUpper } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { given } from './given.ts';

/** A key of the school's own: the word in plain letters, numbered where it is taken. "Nähmaschine" is `nahmaschine`. */
const keyFor = (singular: string, taken: ReadonlySet<string>): string => {
  const plain = singular.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_').replaceAll(/^[_0-9]+|_+$/gu, '').slice(0, 36) || 'kind';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? plain : `${plain}_${number}`;
    if (!taken.has(key)) return key;
  }
};

const requireOwnWords = (session: Session, { singular, plural }: Pick<Category, 'singular' | 'plural'>, key: string | null): void => {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const twin = session.snapshot().categories.find((each) => each.key !== key && (same(each.singular, singular) || same(each.plural, plural)));
  if (twin !== undefined) throw new Refusal('conflict', `There already is a kind called ${twin.plural}.`, { field: 'singular' });
};

const isShipped = (key: string): boolean => SHIPPED_CATEGORIES.some((each) => each.key === key);

const requireOwn = (session: Session, key: string): Category => {
  const found = session.snapshot().categories.find((each) => each.key === key);
  if (found === undefined) throw new Refusal('not_found', `The plan has no category called “${key}”.`, { field: 'key' });
  if (isShipped(key)) {
    throw new Refusal('invalid_input', `${startUpper(found.plural)} come with Kitplan and stay as they are. A kind of your own can be added beside them.`, { field: 'key' });
  }
  return found;
};

/**
 * A kind whose fields can be changed so: all of the school's own; of one that comes with Kitplan what it is booked under
 * and where the chart has it, but not its words, and nothing of what is paid by the year.
 */
const requireChangeable = (session: Session, key: string, set: Partial<Category>): Category => {
  const found = session.snapshot().categories.find((each) => each.key === key);
  if (found === undefined || !isShipped(key)) return requireOwn(session, key);
  if (set.singular !== undefined || set.plural !== undefined) {
    throw new Refusal('invalid_input', `${startUpper(found.plural)} come with Kitplan and keep their words. A kind of your own can be added beside them.`, { field: 'set' });
  }
  if (found.chartGroup === 'running') {
    throw new Refusal('invalid_input', `${startUpper(found.plural)} are paid by the year and stay with the running costs.`, { field: 'set' });
  }
  return found;
};

const useOf = ({ assets, models, recurring, ledger, orderLines, analysis }: PlanSnapshot, key: string): readonly string[] => {
  const isMeant = ({ categoryKey }: { readonly categoryKey: string }): boolean => categoryKey === key;
  const counted = (count: number, one: string, several: string): string[] => (count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? one : several}`]);
  const items = assets.filter(isMeant).reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    ...(items > 0 ? [`${itemCount(items)} of kit`] : []), ...counted(models.filter(isMeant).length, 'model', 'models'),
    ...counted(recurring.filter((cost) => isMeant(cost) || cost.deviceCategoryKey === key).length, 'yearly cost', 'yearly costs'), ...counted(ledger.filter(isMeant).length, 'ledger entry', 'ledger entries'),
    ...counted(orderLines.filter(isMeant).length, 'order line', 'order lines'),
    ...counted(analysis.needs.flatMap(({ options }) => options).flatMap(({ costs }) => costs).filter(isMeant).length, 'cost of a need', 'costs of needs'),
    ...counted(analysis.needs.flatMap(({ evidence }) => evidence).filter((each) => each.categoryKey === key).length, 'piece of evidence', 'pieces of evidence'),
  ];
};

export const categoryHandlers = {
  'categories.add': (session, { role, reason, lifeMonths, ...words }) => {
    requireOwnWords(session, words, null);
    const taken = new Set([...session.snapshot().categories, ...SHIPPED_CATEGORIES].map(({ key }) => key));
    const category = { key: keyFor(words.singular, taken), ...words };
    const { change } = session.change(`Add the kind ${words.plural}`, { role, reason }, (writer) => {
      insertCategory(writer, category);
      setPolicy(writer, {
        categoryKey: category.key, userGroup: null, modelId: null, assetId: null, lifeMonths, binding: ['policy_life', 'vendor_support_end'], toleranceMonths: 0,
        unitPence: null, priceDate: null, upgrade: null, lossBp: 0, fromYear: null, lifeMonthsBefore: null, ...UNSAID,
      });
    });
    return { change, value: { key: category.key } };
  },

  'categories.edit': (session, { role, reason, key, set }) => {
    const fields = given(set);
    const category = requireChangeable(session, key, fields);
    requireOwnWords(session, { ...category, ...fields }, key);
    const { change } = session.change(`Change the kind ${category.plural}`, { role, reason }, (writer) => updateCategory(writer, key, fields));
    return { change, value: null };
  },

  'categories.remove': (session, { role, reason, key }) => {
    const category = requireOwn(session, key);
    const use = useOf(session.snapshot(), key);
    if (use.length > 0) throw new Refusal('conflict', `There ${use.length === 1 && use[0]?.startsWith('1 ') === true ? 'is' : 'are'} still ${listOf(use)} of the kind ${category.plural}. Give that another kind first.`, { field: 'key' });
    const { change } = session.change(`Remove the kind ${category.plural}`, { role, reason }, (writer) => deleteCategory(writer, key));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'categories.add' | 'categories.edit' | 'categories.remove'>;
