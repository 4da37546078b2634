import { foldedCode, ICT_CODES_WORDS, isNoSuchCode, returnCodesIn } from '../../../planning/budget/ledger-codes.ts';
import type { Decision } from '../../intake/raw-table.ts';
import { counted } from '../../intake/row-notices.ts';
import { Refusal } from '../../refusal.ts';

/** What a file says of one ledger code; null where it says nothing. */
export type FoundLedgerCode = {
  /** Where it stands first: a row of a table, a line of a document. */
  readonly row: number;
  readonly code: string;
  readonly description: string | null;
  readonly ledgerType: string | null;
  readonly cfrCode: string | null;
};

/** A fund's code or a cost centre. */
export type FoundName = { readonly row: number; readonly code: string; readonly name: string | null };

export const CODE_KINDS = ['ledgerCode', 'fundCode', 'costCentre'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** What cannot come in, and why. */
export type RefusedCode = { readonly row: number; readonly kind: CodeKind; readonly code: string | null; readonly reason: string };

/** What the file says of itself. */
export type ChartAbout = { readonly schoolName: string | null; readonly financialYear: string | null; readonly exportDate: string | null };

/** A chart of accounts as it stands in a file, before it is compared with the plan. */
export type ChartReading = {
  readonly about: ChartAbout | null;
  readonly ledgerCodes: readonly FoundLedgerCode[];
  readonly fundCodes: readonly FoundName[];
  readonly costCentres: readonly FoundName[];
  readonly refused: readonly RefusedCode[];
  readonly decisions: readonly Decision[];
};

export const LONGEST_CODE = 40;
const LONGEST_NAME = 200;
/** A trust's chart has some hundreds. */
const MOST_CODES = 5_000;

type LedgerRow = {
  readonly code: string | null; readonly description: string | null; readonly ledgerType: string | null; readonly returnCodes: readonly string[];
};
type NameRow = { readonly code: string | null; readonly name: string | null };
type Gathered = { readonly row: number; readonly code: string; description: string | null; ledgerType: string | null; readonly returnCodes: Set<string> };

/** Gathers the codes of a file, each once: a finance system lists a code again for each fund and cost centre. */
export class ChartGatherer {
  readonly #fileName: string;
  readonly #ledger = new Map<string, Gathered>();
  readonly #funds = new Map<string, FoundName>();
  readonly #centres = new Map<string, FoundName>();
  readonly #refused: RefusedCode[] = [];

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  /** @returns whether it comes in: what else stands in the row of one that does not stays out with it. */
  ledgerCode(row: number, { code, description, ledgerType, returnCodes }: LedgerRow): boolean {
    const refuse = (reason: string): boolean => this.#refuse({ row, kind: 'ledgerCode', code, reason });
    if (code === null) return refuse(description === null ? 'it has no ledger code' : `“${shortened(description)}” has no ledger code`);
    const unfit = unfitness(code, description);
    if (unfit !== null) return refuse(unfit);
    const unknown = returnCodes.find(isNoSuchCode);
    if (unknown !== undefined) {
      return refuse(`${unknown} is none of DfE’s codes for ICT, which are ${ICT_CODES_WORDS}`);
    }
    const there = this.#ledger.get(foldedCode(code));
    if (there === undefined) {
      this.#holdSize(this.#ledger.size);
      this.#ledger.set(foldedCode(code), { row, code, description, ledgerType, returnCodes: new Set(returnCodes) });
      return true;
    }
    if (there.description !== null && description !== null && there.description !== description) {
      return refuse(`${code} is “${shortened(there.description)}” in ${row === there.row ? 'the same place' : `row ${there.row}`} and “${shortened(description)}” here; the first is used`);
    }
    there.description ??= description;
    there.ledgerType ??= ledgerType;
    for (const each of returnCodes) there.returnCodes.add(each);
    return true;
  }

  fundCode(row: number, found: NameRow): void {
    this.#named('fundCode', this.#funds, row, found);
  }

  costCentre(row: number, found: NameRow): void {
    this.#named('costCentre', this.#centres, row, found);
  }

  reading(about: ChartAbout | null, decisions: readonly Decision[]): ChartReading {
    return {
      about, decisions, refused: this.#refused, fundCodes: [...this.#funds.values()], costCentres: [...this.#centres.values()],
      ledgerCodes: [...this.#ledger.values()].map(({ returnCodes, ...rest }) => ({ ...rest, cfrCode: returnCodes.size === 0 ? null : [...returnCodes].join(', ') })),
    };
  }

  /** A blank is nothing to refuse: not every ledger code has a fund or a cost centre. */
  #named(kind: CodeKind, into: Map<string, FoundName>, row: number, { code, name }: NameRow): void {
    if (code === null) return;
    const unfit = unfitness(code, name);
    if (unfit !== null) {
      this.#refuse({ row, kind, code, reason: unfit });
      return;
    }
    const there = into.get(foldedCode(code));
    if (there === undefined) this.#holdSize(into.size);
    if (there === undefined || (there.name === null && name !== null)) into.set(foldedCode(code), { row: there?.row ?? row, code: there?.code ?? code, name });
  }

  #refuse(refused: RefusedCode): false {
    this.#refused.push(refused);
    return false;
  }

  #holdSize(size: number): void {
    if (size < MOST_CODES) return;
    throw new Refusal('refused_file', `${this.#fileName} has more than ${counted(MOST_CODES, 'code')}, which is no chart of accounts of a school. Nothing was changed.`);
  }
}

/** Why a code cannot be kept; null where it can. */
function unfitness(code: string, name: string | null): string | null {
  if (code.length > LONGEST_CODE) return `“${shortened(code)}” is longer than the ${LONGEST_CODE} characters of a code`;
  if (/^\d(\.\d+)?E\+\d{2}$/i.test(code)) return `${code} is a code that the spreadsheet shortened; its last digits are lost`;
  if (name !== null && name.length > LONGEST_NAME) return `the description of ${code} is longer than ${LONGEST_NAME} characters`;
  return null;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Codes of returns in a cell; what it writes where there is none is none. */
export const returnCodesOf = (text: string | null): readonly string[] => returnCodesIn(text).filter((code) => /\d/.test(code));
