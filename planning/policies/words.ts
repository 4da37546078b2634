import { fundInSentence } from '../budget/fund.ts';
import { formatDate } from '../calendar.ts';
import { formatExact, formatRate } from '../money.ts';
import { modelTitle } from '../register/field-words.ts';
import type { MidLifeUpgrade, PlanSnapshot } from '../snapshot.ts';
import { LIMITING_FACTOR_WORDS, type BindingFactor } from '../vocabulary.ts';
import { listOf, spanOf, startLower } from '../words.ts';
import type { PolicyFields } from './check.ts';

/** What a field of a policy is called in the middle of a sentence: "the tolerance of laptops". */
export const POLICY_FIELD_WORDS: Readonly<Record<keyof PolicyFields, string>> = {
  lifeMonths: 'life', fromYear: 'first year', binding: 'what binds', toleranceMonths: 'time past cover', leastMonths: 'least life', mostMonths: 'most life',
  unitPence: 'price', priceDate: 'price date', priceSource: 'price source', replacementModelId: 'replacement', upgrade: 'mid-life upgrade',
  lossBp: 'loss rate', bookLifeMonths: 'years in the books', residualBp: 'worth at the end in the books', lossFrom: 'loss rate from', purchaseMonths: 'months of purchase', fundKey: 'fund', disposalPence: 'cost of disposal',
  tradeInPence: 'trade-in',
};

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `July and August`, `any month`. Three or more that follow each other are a stretch: `April to August`. */
export function purchaseMonthsWords(months: readonly number[]): string {
  if (months.length === 0) return 'any month';
  const sorted = [...new Set(months)].sort((a, b) => a - b);
  const [first = 1] = sorted;
  const last = sorted[sorted.length - 1] ?? first;
  const name = (month: number): string => MONTHS[month - 1] ?? '';
  return sorted.length > 2 && last - first === sorted.length - 1 ? `${name(first)} to ${name(last)}` : listOf(sorted.map(name));
}

/** `policy`, `warranty end and end of maker’s support`; with nothing it is used until it fails. */
export const bindingWords = (binding: readonly BindingFactor[]): string =>
  (binding.length === 0 ? 'used until it fails' : listOf(binding.map((factor) => startLower(LIMITING_FACTOR_WORDS[factor]))));

/** `memory after 3 years, £38`. */
export const upgradeWords = ({ what, atMonths, unitPence }: MidLifeUpgrade): string =>
  `${what} after ${spanOf(atMonths)}, ${unitPence === null ? 'no price' : formatExact(unitPence)}`;

const priced = (pence: number | null, none: string): string => (pence === null ? none : formatExact(pence));

/** What a field of a policy says, in the middle of a sentence: `4 years`, `£365`, `like for like`. One that is not set says that there is none. */
export function policyValueWords({ models, funds }: Pick<PlanSnapshot, 'models' | 'funds'>, field: keyof PolicyFields, set: PolicyFields): string {
  const span = (months: number | null | undefined): string => (typeof months === 'number' ? spanOf(months) : 'not said');
  switch (field) {
    case 'lifeMonths': return span(set.lifeMonths);
    case 'fromYear': return set.fromYear === null || set.fromYear === undefined ? 'at once' : String(set.fromYear);
    case 'binding': return bindingWords(set.binding ?? []);
    case 'toleranceMonths': return set.toleranceMonths === 0 ? 'none' : span(set.toleranceMonths);
    case 'leastMonths': return span(set.leastMonths);
    case 'mostMonths': return span(set.mostMonths);
    case 'unitPence': return priced(set.unitPence ?? null, 'no price of its own');
    case 'priceDate': return typeof set.priceDate === 'string' ? formatDate(set.priceDate) : 'no date';
    case 'priceSource': return set.priceSource ?? 'not said';
    case 'replacementModelId': {
      if (set.replacementModelId === null || set.replacementModelId === undefined) return 'like for like';
      const model = models.find(({ id }) => id === set.replacementModelId);
      return model === undefined ? 'a model that is gone' : modelTitle(model);
    }
    case 'upgrade': return set.upgrade === null || set.upgrade === undefined ? 'none' : upgradeWords(set.upgrade);
    case 'lossBp': return formatRate(set.lossBp ?? 0);
    case 'lossFrom': return set.lossFrom === 'record' ? 'the school’s record' : 'the policy';
    case 'purchaseMonths': return purchaseMonthsWords(set.purchaseMonths ?? []);
    case 'fundKey': return set.fundKey === null || set.fundKey === undefined ? 'not said' : fundInSentence(funds, set.fundKey);
    case 'bookLifeMonths': return span(set.bookLifeMonths);
    case 'residualBp': return typeof set.residualBp === 'number' ? formatRate(set.residualBp) : 'not said';
    case 'disposalPence': return priced(set.disposalPence ?? null, 'none');
    case 'tradeInPence': return priced(set.tradeInPence ?? null, 'none');
  }
}
