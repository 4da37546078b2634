import type { PlanSnapshot } from '../snapshot.ts';
import { COST_CATEGORIES, SPEND_NATURES, type CostCategory, type FundKey, type SpendNature } from '../vocabulary.ts';
import { ACCOUNTS_ICT, hasCapitalCode, placeOfCode, UNDIVIDED } from './codes.ts';
import type { CostCentre, FundCode, LedgerCode, Place } from './finance.ts';
import { fundNamed, usualFund } from './fund.ts';

/*
 * The school's own codes and what they stand for: which place of the plan's money what is booked belongs to, and under
 * which of its codes what is planned is printed.
 *
 * A ledger code with a category and no nature takes its nature from the fund: a finance system may give one code E20E for
 * the delegated fund and CE04D for the capital one.
 */

type LedgerFacts = Pick<PlanSnapshot, 'funds' | 'finance'>;

/** What a ledger code stands for; both null while it is not mapped. */
export type Mapping = Pick<LedgerCode, 'costCategory' | 'nature'>;

export const NOT_MAPPED: Mapping = { costCategory: null, nature: null };

/** Codes of returns under which all ICT stands together: which of the seven categories it is, only the school can say. */
const ALL_ICT: ReadonlySet<string> = new Set([...Object.values(UNDIVIDED), ACCOUNTS_ICT]);
/** A code of the CFR return, whatever it is for: a letter or two, two figures and perhaps a letter. */
const CFR_SHAPE = /^(?:CE|CI|OB|[BEI])\d{2}[A-Z]?$/;

/** The codes of the return that a text names: a finance system may give one ledger code several, one for each fund. */
export const returnCodesIn = (text: string | null): readonly string[] =>
  [...new Set((text ?? '').toUpperCase().split(/[\s,;/]+/u).filter((code) => code !== ''))];

/** DfE's codes for ICT, in the middle of a sentence. */
export const ICT_CODES_WORDS = 'E20A to E20G and CE04A to CE04E';

/** Whether it looks like a code of DfE's for ICT and is none, such as E20H or CE04F. */
export const isNoSuchCode = (code: string): boolean => /^(?:E20|CE04)[A-Z]$/.test(code.toUpperCase()) && placeOfCode(code) === null;

/**
 * What codes of the return say by themselves: E20A to E20G and CE04A to CE04E exactly. Several of one category, revenue for
 * one fund and capital for another, leave the nature to the fund.
 * @returns null where they say nothing, or not the same.
 */
export function mappingOf(returnCodes: string | null): Mapping | null {
  const places = returnCodesIn(returnCodes).map(placeOfCode);
  const [first] = places;
  if (first === undefined || first === null) return null;
  if (places.some((place) => place?.costCategory !== first.costCategory)) return null;
  return { costCategory: first.costCategory, nature: places.every((place) => place?.nature === first.nature) ? first.nature : null };
}

/** `mapped`: it stands for something. `to_map`: it is for ICT, or may be, and nobody has said for what. */
export type CodeState = 'mapped' | 'to_map' | 'not_ict';

/** Words of descriptions that speak of ICT, for finance systems that give no code of the return. */
const SPEAKS_OF_ICT = /\b(?:ict|i\.t\.?|it|comput\w*|laptops?|tablets?|chromebooks?|ipads?|software|hardware|licen[cs]es?|broadband|internet|networks?|servers?|wi-?fi|wireless|printers?|projectors?|whiteboards?|telephon\w*|mis)\b/i;

/** How far a ledger code is mapped. One that no return code speaks for goes by its description; income never is ICT that is bought. */
export function codeState({ costCategory, cfrCode, ledgerType, description }: Omit<LedgerCode, 'id' | 'code' | 'preferred' | 'nature'>): CodeState {
  if (costCategory !== null) return 'mapped';
  const codes = returnCodesIn(cfrCode);
  if (codes.some((code) => ALL_ICT.has(code) || placeOfCode(code) !== null)) return 'to_map';
  if (codes.some((code) => CFR_SHAPE.test(code)) || ledgerType === 'IN' || ledgerType === 'ES') return 'not_ict';
  return SPEAKS_OF_ICT.test(description) ? 'to_map' : 'not_ict';
}

/** A code as it is compared: spreadsheets lose capitals and spaces. */
export const foldedCode = (code: string): string => code.trim().replaceAll(/\s+/gu, ' ').toUpperCase();

/** `01` as a spreadsheet leaves it; null for what is not only figures. */
const withoutZeros = (code: string): string | null => (/^\d+$/.test(code) ? code.replace(/^0+(?=\d)/, '') : null);

/** The entries of a list by their codes: exactly, else as a spreadsheet that took the zeros off leaves it, where that is one alone. */
export function codeIndex<Entry extends { readonly code: string }>(entries: readonly Entry[]): (code: string) => Entry | null {
  const exact = new Map(entries.map((entry) => [foldedCode(entry.code), entry]));
  const short = new Map<string, Entry | null>();
  for (const entry of entries) {
    const key = withoutZeros(foldedCode(entry.code));
    if (key !== null) short.set(key, short.has(key) ? null : entry);
  }
  return (code) => {
    const asked = foldedCode(code);
    return exact.get(asked) ?? short.get(withoutZeros(asked) ?? '') ?? null;
  };
}

/** How a row of the finance system is coded. Null where the export has no such column, or its cell is blank. */
export type Booked = { readonly ledgerCode: string; readonly fundCode: string | null; readonly costCentre: string | null };

/** A place that is divided: what is booked always belongs to one category, as one nature. */
export type DividedPlace = { readonly fundKey: FundKey; readonly costCategory: CostCategory; readonly nature: SpendNature };

/** Why a row belongs to no place of the plan. */
export type NoPlace = 'unknown_code' | 'not_ict' | 'not_mapped' | 'centre_left_out' | 'fund_not_mapped';

export type LedgerPlace =
  | { readonly place: DividedPlace }
  /** `sentence` names the code. Rows that are not ICT are nothing to settle. */
  | { readonly place: null; readonly why: NoPlace; readonly sentence: string };

/** Where what is booked belongs. Asked once for a plan, it answers for as many rows as there are. */
export function placeOfLedger({ funds, finance }: LedgerFacts): (booked: Booked) => LedgerPlace {
  const codes = codeIndex(finance.ledgerCodes);
  const fundCodes = codeIndex(finance.fundCodes);
  const centres = codeIndex(finance.costCentres);
  const no = (why: NoPlace, sentence: string): LedgerPlace => ({ place: null, why, sentence });
  return ({ ledgerCode, fundCode, costCentre }) => {
    const code = codes(ledgerCode);
    if (code === null) return no('unknown_code', `${ledgerCode} is not among the school’s ledger codes.`);
    if (code.costCategory === null) {
      return codeState(code) === 'not_ict' ? no('not_ict', `${code.code} is not a code for ICT.`)
        : no('not_mapped', `${code.code} is not mapped to a cost category yet.`);
    }
    const centre = costCentre === null ? null : centres(costCentre);
    if (centre?.counts === false) return no('centre_left_out', `Cost centre ${centre.code} does not count as ICT.`);
    const fundKey = fundCode === null ? usualFund(funds).key : fundCodes(fundCode)?.fundKey ?? null;
    if (fundKey === null) return no('fund_not_mapped', `Fund code ${fundCode ?? ''} does not stand for a fund yet.`);
    const { costCategory } = code;
    return { place: { fundKey, costCategory, nature: code.nature ?? natureOfFund({ funds }, fundKey, costCategory) } };
  };
}

/** What a code without a nature of its own is, paid from a fund. */
const natureOfFund = ({ funds }: Pick<PlanSnapshot, 'funds'>, fundKey: FundKey, costCategory: CostCategory): SpendNature =>
  (fundNamed(funds, fundKey).paysFor === 'capital' && hasCapitalCode(costCategory) ? 'capital' : 'revenue');

/** The ledger code under which a place is printed: the preferred one, else the first. Null where none stands for it, or it is not divided yet. */
export function ledgerCodeFor({ finance }: Pick<PlanSnapshot, 'finance'>, { costCategory, nature }: Pick<Place, 'costCategory' | 'nature'>): LedgerCode | null {
  if (costCategory === null || nature === null) return null;
  const fitting = finance.ledgerCodes.filter((code) => code.costCategory === costCategory && (code.nature === nature || code.nature === null));
  return fitting.find(({ preferred }) => preferred) ?? fitting.find((code) => code.nature === nature) ?? fitting[0] ?? null;
}

/** The ids of the ledger codes that exports name, for one place or several. */
export function namedInExports({ finance }: Pick<PlanSnapshot, 'finance'>): ReadonlySet<number> {
  const places = COST_CATEGORIES.flatMap((costCategory) => SPEND_NATURES.filter((nature) => nature === 'revenue' || hasCapitalCode(costCategory)).map((nature) => ({ costCategory, nature })));
  return new Set(places.flatMap((place) => ledgerCodeFor({ finance }, place)?.id ?? []));
}

/** The fund's code in the finance system: the first that stands for it. */
export const fundCodeFor = ({ finance }: Pick<PlanSnapshot, 'finance'>, fundKey: FundKey): FundCode | null =>
  finance.fundCodes.find((code) => code.fundKey === fundKey) ?? null;

/** The cost centre of a department, else the one that exports name. None that does not count as ICT. */
export function costCentreFor({ finance }: Pick<PlanSnapshot, 'finance'>, departmentId: number | null): CostCentre | null {
  const counted = finance.costCentres.filter(({ counts }) => counts);
  const own = departmentId === null ? [] : counted.filter((centre) => centre.departmentId === departmentId);
  return own.find(({ preferred }) => preferred) ?? own[0] ?? counted.find(({ preferred }) => preferred) ?? null;
}
