import { sumOf } from '../../money.ts';
import type { Forecast } from '../../result.ts';
import { money } from '../../sentences/say.ts';
import type { Pence } from '../../vocabulary.ts';
import { inWords, listOf, startUpper } from '../../words.ts';
import type { ChangedSection } from './compare-documents.ts';

/** What a document's figures come to in a year, kept beside it: two versions are compared in £ whatever they show. */
export type YearCost = { readonly label: string; readonly costPence: Pence; /** null where none is entered. */ readonly budgetPence: Pence | null };

export const yearCosts = ({ years, totals }: Forecast): YearCost[] => years.map(({ label }, at) => ({
  label, costPence: totals.plannedPence[at] ?? 0, budgetPence: totals.budgetEntered[at] === true ? totals.budgetPence?.[at] ?? null : null,
}));

/** One year of both; null where one of them does not have it. */
export type YearDifference = { readonly label: string; readonly before: YearCost | null; readonly after: YearCost | null; /** How much more it costs now; null where only one has the year. */ readonly morePence: Pence | null };

/** Every year that either has, the earliest first. Labels of years sort as the years do. */
export function yearDifferences(before: readonly YearCost[], after: readonly YearCost[]): YearDifference[] {
  const labels = [...new Set([...before, ...after].map(({ label }) => label))].toSorted();
  const yearOf = (costs: readonly YearCost[], named: string): YearCost | null => costs.find(({ label }) => label === named) ?? null;
  return labels.map((label) => {
    const [was, is] = [yearOf(before, label), yearOf(after, label)];
    return { label, before: was, after: is, morePence: was === null || is === null ? null : is.costPence - was.costPence };
  });
}

/** `Draft 4 costs £5,118 less than version 3 over five years. Two parts are different: …`. */
export function comparisonSentence(names: { readonly before: string; readonly after: string }, years: readonly YearDifference[], sections: readonly ChangedSection[]): string {
  return `${changedCostWords(names.after, names.before, years)} ${partWords(sections)}`;
}

/** How much more or less the one costs than the other over the years that both have. */
export function changedCostWords(after: string, before: string, years: readonly YearDifference[]): string {
  const subject = startUpper(after);
  const both = years.flatMap(({ morePence }) => (morePence === null ? [] : [morePence]));
  if (both.length === 0) return `${subject} and ${before} have no year in common.`;
  const span = spanOf(years, both.length);
  const more = sumOf(both);
  const than = before === 'then' ? '' : ` as ${before}`;
  if (both.every((pence) => pence === 0)) return `${subject} costs the same${than} in every year.`;
  if (more === 0) return `${subject} costs the same${than} ${span}, in other years.`;
  return `${subject} costs ${money(more)} ${more > 0 ? 'more' : 'less'} than ${before} ${span}.`;
}

/** `over five years`; only those that both have count, which is said where one has others. */
const spanOf = ({ length }: readonly YearDifference[], common: number): string => {
  if (common === length) return common === 1 ? 'in its one year' : `over ${inWords(common)} years`;
  return common === 1 ? 'in the one year that both have' : `over the ${inWords(common)} years that both have`;
};

function partWords(sections: readonly ChangedSection[]): string {
  if (sections.length === 0) return 'Not a word of it is different.';
  const named = sections.slice(0, 3).map(({ title }) => `“${title}”`);
  const rest = sections.length - named.length;
  return `${sections.length === 1 ? 'One part is' : `${startUpper(inWords(sections.length))} parts are`} different: ${listOf(rest === 0 ? named : [...named, `${inWords(rest)} more`])}.`;
}
