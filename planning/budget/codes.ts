import { CFR_CODES } from '../categories.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES, type CodeScheme, type CostCategory, type IsoDate, type SpendNature } from '../vocabulary.ts';
import type { ReturnLine } from './finance.ts';
import { isAcademyKind } from './profile.ts';

/** The first financial year (by its start) in which DfE's codes for ICT are divided. Source: DfE, CFR framework 2024 to 2025. */
export const DIVIDED_FROM = 2024;

/** Codes of the years before, when all ICT stood under one of each. */
export const UNDIVIDED: Readonly<Record<SpendNature, string>> = { revenue: 'E20', capital: 'CE04' };

/** What is coded: which codes, which of the seven categories, as what, in which financial year (by its start). */
export type Coded = {
  readonly scheme: CodeScheme;
  readonly costCategory: CostCategory;
  readonly nature: SpendNature;
  readonly year: number;
};

/** Whether DfE has a capital code for a category: software for learning and support have none and are always revenue. */
export const hasCapitalCode = (costCategory: CostCategory): boolean => CFR_CODES[costCategory].capital !== null;

/**
 * The code that people read. CFR: E20A to E20G and CE04A to CE04E, whose letters do not line up; E20 and CE04 before
 * 2024-25. Academies: the line of the budget forecast return, by the number the school has filled in, else by the
 * category's name, because no public source says which number is which.
 */
export function codeOf({ scheme, costCategory, nature, year }: Coded, returnLines: readonly ReturnLine[]): string {
  if (scheme === 'academy') {
    const line = returnLines.find((each) => each.costCategory === costCategory && each.nature === nature);
    if (line !== undefined) return `BFR ${line.lineNumber}`;
    const { title } = CFR_CODES[costCategory];
    return nature === 'capital' ? `BFR ${title}, capital` : `BFR ${title}`;
  }
  if (year < DIVIDED_FROM) return UNDIVIDED[nature];
  const { revenue, capital } = CFR_CODES[costCategory];
  return nature === 'capital' && capital !== null ? capital : revenue;
}

/** ICT learning resources in an academy's accounts return: all ICT but administration software. */
export const ACCOUNTS_ICT = 'BAE210';

/**
 * Where an academy's accounts return has a category: BAE210 ICT learning resources, BAE280 administrative supplies for
 * administration software; null for capital, which stands among fixed assets. Source: DfE, academies chart of accounts.
 */
export const accountsReturnCode = (costCategory: CostCategory, nature: SpendNature): string | null =>
  (nature === 'capital' ? null : costCategory === 'admin_software' ? 'BAE280' : ACCOUNTS_ICT);

/** The codes in force on a day: the school's own choice, else those of its kind, which a conversion changes from its day on. */
export function schemeOn({ school, finance }: Pick<PlanSnapshot, 'school' | 'finance'>, day: IsoDate): CodeScheme {
  const { codeScheme, conversion } = finance.profile;
  if (conversion !== null && day >= conversion.on) return isAcademyKind(conversion.type) ? 'academy' : 'cfr';
  return codeScheme ?? (isAcademyKind(school.type) ? 'academy' : 'cfr');
}

/** The category and nature of a CFR code of the divided years; null for any other. */
export function placeOfCode(code: string): { readonly costCategory: CostCategory; readonly nature: SpendNature } | null {
  const asked = code.trim().toUpperCase();
  for (const costCategory of COST_CATEGORIES) {
    const { revenue, capital } = CFR_CODES[costCategory];
    if (asked === revenue) return { costCategory, nature: 'revenue' };
    if (asked === capital) return { costCategory, nature: 'capital' };
  }
  return null;
}
