import { formatDate } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { formatExact, formatRate } from '../money.ts';
import { assetName, modelTitle } from '../register/field-words.ts';
import type { PlanChange } from '../scenarios/change.ts';
import { policyToStartFrom, subjectOf, type PolicySettings, type PolicySubject } from '../scenarios/policy-change.ts';
import type { PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import { kitName, startUpper } from '../words.ts';
import { POLICY_FIELD_WORDS, policyValueWords } from './words.ts';

type PolicyChange = Extract<PlanChange, { kind: 'policy' }>;
type Names = Pick<PlanSnapshot, 'categories' | 'models' | 'assets'>;

/** `pupil laptops`, `Tamar 14`, `HC-LT-0412`: what a policy is for, in the middle of a sentence. */
export function policySubjectWords({ categories, models, assets }: Names, { categoryKey, userGroup, modelId, assetId }: PolicySubject): string {
  const kind = kitName(categoryNamed(categories, categoryKey), userGroup, 2);
  if (assetId !== null) {
    const asset = assets.find(({ id }) => id === assetId);
    return asset === undefined ? 'an item that is gone' : assetName(asset);
  }
  if (modelId === null) return kind;
  const model = models.find(({ id }) => id === modelId);
  return model === undefined ? 'a model that is gone' : modelTitle(model);
}

/** Whether what is said of it is said of one thing: a single item, or a model by its name. */
const isOne = ({ modelId, assetId }: PolicySubject): boolean => modelId !== null || assetId !== null;

const FIELDS = Object.keys(POLICY_FIELD_WORDS) as (keyof PolicySettings)[];
/** A price is told with its day and where it is from, in one go. */
const WITH_PRICE: readonly string[] = ['unitPence', 'priceDate', 'priceSource'];

/** `price £380 instead of £365, quote of 2 Sep 2026`. */
function priceWords(snapshot: PlanSnapshot, before: RefreshPolicy | null, set: PolicySettings): string {
  const { unitPence, priceDate, priceSource } = set;
  const [date, source] = [priceDate === undefined ? before?.priceDate ?? null : priceDate, priceSource === undefined ? before?.priceSource ?? null : priceSource];
  const from = [source, date === null ? null : `${source === null ? 'as ' : ''}of ${formatDate(date)}`].filter((part) => part !== null).join(' ');
  if (unitPence === undefined) return `price ${from === '' ? 'without a date' : from}`;
  const was = before === null ? 'none' : before.unitPence === null ? 'none' : policyValueWords(snapshot, 'unitPence', before);
  const price = unitPence === null ? 'no price of its own' : `price ${formatExact(unitPence)}`;
  return `${price} instead of ${was}${from === '' || unitPence === null ? '' : `, ${from}`}`;
}

/** `pupil laptops: price £380 instead of £365, quote of 2 Sep 2026; loss rate 5% instead of 2%`. `snapshot` is the plan without the change. */
export function policyChangeWords(snapshot: PlanSnapshot, change: PolicyChange): string {
  const { set } = change;
  const subject = subjectOf(change);
  const before = policyToStartFrom(snapshot.policies, subject);
  const touchesPrice = WITH_PRICE.some((field) => Object.hasOwn(set, field));
  const others = FIELDS.filter((field) => Object.hasOwn(set, field) && !WITH_PRICE.includes(field)).map((field) => {
    const was = before === null ? '' : ` instead of ${policyValueWords(snapshot, field, before)}`;
    if (field === 'binding') return `${set.binding?.length === 0 ? '' : 'due by '}${policyValueWords(snapshot, field, set)}${was}`;
    return `${POLICY_FIELD_WORDS[field]} ${policyValueWords(snapshot, field, set)}${was}`;
  });
  const parts = [...touchesPrice ? [priceWords(snapshot, before, set)] : [], ...others];
  const who = policySubjectWords(snapshot, subject);
  return parts.length === 0 ? `a policy of its own for ${who}` : `${who}: ${parts.join(', ')}`;
}

/** The start of a sentence about the effect of one change of a policy: `A price of £380 for pupil laptops`. */
export function policyChangeSubject(snapshot: PlanSnapshot, change: PolicyChange): string {
  const { set } = change;
  const subject = subjectOf(change);
  const who = policySubjectWords(snapshot, subject);
  const fields = FIELDS.filter((field) => Object.hasOwn(set, field));
  const onlyPrice = fields.length > 0 && fields.every((field) => WITH_PRICE.includes(field));
  if (onlyPrice && typeof set.unitPence === 'number') return `A price of ${formatExact(set.unitPence)} for ${who}`;
  if (fields.length === 1 && set.lossBp !== undefined && !isOne(subject)) return `Losing ${formatRate(set.lossBp)} of ${who} a year`;
  if (fields.length === 1 && set.upgrade === null) return `${startUpper(who)} without the mid-life upgrade`;
  return `Changing the policy for ${who}`;
}
