import { schemeOn } from '../../planning/budget/codes.ts';
import type { CapitalRule } from '../../planning/budget/finance.ts';
import { SHIPPED_FUNDS, type Fund } from '../../planning/budget/fund.ts';
import { leftAtTheEnd, limitsOf, mayPayFor } from '../../planning/budget/fund-words.ts';
import { basisWords } from '../../planning/budget/profile-words.ts';
import { financialYearLabel, formatLongDate } from '../../planning/calendar.ts';
import { formatExact, formatRate } from '../../planning/money.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { SCHOOL_TYPE_WORDS, type CodeScheme, type IsoDate } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { textCell } from './cells.ts';
import type { WorkbookRow } from './workbook-writer.ts';

const SCHEME_WORDS: Readonly<Record<CodeScheme, string>> = {
  cfr: 'Consistent financial reporting (CFR)', academy: 'Lines of the budget forecast return (BFR), by category',
};

const row = (...texts: readonly (string | null)[]): WorkbookRow => ({ cells: texts.map((text) => (text === null ? null : textCell(text))) });

/** What the school accounts by: codes, VAT, what counts as capital and by whose rule. */
export const accountingRows = (snapshot: PlanSnapshot, asOf: IsoDate): readonly WorkbookRow[] => [
  row('Codes', SCHEME_WORDS[schemeOn(snapshot, asOf)]),
  ...conversionRows(snapshot),
  row('VAT', `${formatRate(snapshot.school.vatBp)} on what is bought, ${snapshot.finance.profile.vatRecoverable ? 'which comes back' : 'which does not come back'}`),
  ...capitalRows(snapshot),
];

function conversionRows({ finance: { profile: { conversion } } }: PlanSnapshot): WorkbookRow[] {
  return conversion === null ? [] : [row('Conversion', `${SCHOOL_TYPE_WORDS[conversion.type]} from ${formatLongDate(conversion.on)}`)];
}

function capitalRows({ finance: { capitalRules }, school }: PlanSnapshot): WorkbookRow[] {
  if (capitalRules.length === 0) return [row('Capital', 'No rule has been entered: what capital funds do not pay counts as revenue')];
  return capitalRules.toSorted((a, b) => a.fromYear - b.fromYear).map((rule) =>
    row(`Capital from ${financialYearLabel(rule.fromYear, school.yearStartMonth)}`, ruleWords(rule), rule.source === null ? 'No source given' : `Source: ${rule.source}`));
}

const ruleWords = ({ thresholdPence, basis }: CapitalRule): string => `${formatExact(thresholdPence)} or more ${basisWords(basis).replace(/,$/, '')}`;

/** The funds that hold money, pay anything or have rules of the school's own, each with what it may pay for. */
export function fundRuleRows(snapshot: PlanSnapshot, paying: ReadonlySet<string>): readonly WorkbookRow[] {
  const named = new Set([...paying, ...snapshot.budgets.map(({ fundKey }) => fundKey), ...snapshot.finance.virements.flatMap(({ from, to }) => [from.fundKey, to.fundKey])]);
  const own = (fund: Fund): boolean => !SHIPPED_FUNDS.some(({ key }) => key === fund.key);
  return snapshot.funds.filter((fund) => named.has(fund.key) || own(fund)).map((fund) =>
    row(`${fund.name}${fund.usual ? ' (the usual fund)' : ''}`, null, startUpper(mayPayFor(fund)), null, null, startUpper(limitsOf(fund)), null, `Left over: ${leftAtTheEnd(fund)}`));
}
