import { formatLongDate } from '../calendar.ts';
import { CFR_CODES } from '../categories.ts';
import { startLower } from '../words.ts';
import { SCHOOL_TYPE_WORDS, type IsoDate, type SchoolType } from '../vocabulary.ts';
import type { MoneyProfile, ReturnLine } from './finance.ts';

type Conversion = NonNullable<MoneyProfile['conversion']>;

/** Kinds of school that account as academies do. */
export const ACADEMY_KINDS = ['academy', 'free_school'] as const satisfies readonly SchoolType[];
/** What a school becomes, in a sentence. */
export const becomes = (type: SchoolType): string => (type === 'free_school' ? 'a free school' : 'an academy');
export const isAcademyKind = (type: SchoolType): boolean => ACADEMY_KINDS.some((kind) => kind === type);

/** The month in which the financial year of a kind of school usually starts. Sources: DfE, academies accounts direction; schemes for financing schools. */
export const usualStartMonth = (type: SchoolType): number => (isAcademyKind(type) ? 9 : 4);

/** Why a number cannot stand for a line of an academy's return; null where it can, or where it is taken away. */
export function lineProblem(lines: readonly ReturnLine[], { costCategory, nature, lineNumber }: Omit<ReturnLine, 'lineNumber'> & { readonly lineNumber: string | null }): string | null {
  const twin = lines.find((line) => line.lineNumber === lineNumber && (line.costCategory !== costCategory || line.nature !== nature));
  return twin === undefined ? null : `Line ${twin.lineNumber} already stands for ${startLower(CFR_CODES[twin.costCategory].title)}, ${twin.nature}.`;
}

/** Why a conversion cannot be kept, and at which field; null where it can. */
export type ConversionProblem = { readonly field: 'on' | 'type'; readonly sentence: string };

/**
 * A school converts to an academy, on the first of a month, and not before the plan begins: what it was earlier is
 * what it is. `planStart` is the first day of the plan's first year.
 */
export function conversionProblem(now: SchoolType, { on, type }: Pick<Conversion, 'on' | 'type'>, planStart: IsoDate): ConversionProblem | null {
  if (isAcademyKind(now)) {
    return { field: 'type', sentence: `The school already is ${becomes(now)}, so it cannot become one. A maintained school can.` };
  }
  if (!isAcademyKind(type)) return { field: 'type', sentence: 'A school converts to an academy. For any other change set the kind of school itself.' };
  if (!on.endsWith('-01')) return { field: 'on', sentence: 'A school converts on the first day of a month, such as 1 September 2028.' };
  if (on <= planStart) {
    return { field: 'on', sentence: `That is not after the plan’s first day, ${formatLongDate(planStart)}. Give a later day, or set the kind of school to ${startLower(SCHOOL_TYPE_WORDS[type])}.` };
  }
  return null;
}
