import { existsSync } from 'node:fs';
import { contract, type Answer, type Request } from '../../app/contract/contract.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { wholeNumber } from '../arguments.ts';
import { looksLikePlan } from '../files.ts';
import { ask } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { Refused, WrongUsage } from '../terminal.ts';

const { kind: { options: KINDS }, format: { options: FORMATS } } = contract['document.file'].input.shape;
type Kind = (typeof KINDS)[number];
type Format = (typeof FORMATS)[number];

/** What can be asked for by its word: every document, and the register. */
const WORDS: readonly string[] = [...KINDS, 'register'];

export type DocumentOptions = { readonly [Name in 'out' | 'scenario' | 'decision' | 'since']?: string | undefined } & { readonly asOf?: string | undefined };

/** One file to be written: its name and what answers with it. */
export type WantedDocument = { readonly out: string; readonly fetch: (kitplan: Kitplan) => Promise<Answer<'document.file'>> };

export const documentWords = (): string => WORDS.join('|');

export const isDocumentWord = (word: string): boolean => WORDS.includes(word);
const isKind = (word: string): word is Kind => KINDS.some((kind) => kind === word);

/**
 * The file that `kitplan export <word> <plan> --out <file>` asks for; its ending says the format.
 * @throws WrongUsage where the word, the file or its ending is none that Kitplan knows, Refused where a plan would be written over
 */
export function wantedDocument(word: string, { out, scenario, asOf, decision, since }: DocumentOptions): WantedDocument {
  if (!WORDS.includes(word)) throw new WrongUsage(`Kitplan makes no “${word}”. It makes ${WORDS.slice(0, -1).join(', ')} and ${WORDS.at(-1) ?? ''}.`);
  if (out === undefined) throw new WrongUsage(`--out is missing: the name of the file for ${word}, whose ending says what it is written as.`);
  if (existsSync(out) && looksLikePlan(out)) throw new Refused(`${out} is a plan and is not overwritten.`);
  if (decision !== undefined && word !== 'reply') throw new WrongUsage('--decision goes with reply.');
  if (since !== undefined && word !== 'changes') throw new WrongUsage('--since goes with changes.');
  const day = asOf === undefined ? {} : { asOf };
  if (!isKind(word)) return registerFile(out, day, scenario);
  const format = formatOf(out, FORMATS);
  const sinceId = since === undefined ? {} : { sinceId: wholeNumber('--since', since, { least: 1, most: 999_999_999 }) };
  const number = decision === undefined ? undefined : decisionNumber(decision);
  return {
    out,
    fetch: async (kitplan) => ask(kitplan, 'document.file', {
      kind: word, format, ...day, ...sinceId, ...await scenarioNamed(kitplan, scenario), ...(number !== undefined && { decisionId: await decisionNumbered(kitplan, number) }),
    }),
  };
}

/** The register is what the school has: no way forward changes it. */
function registerFile(out: string, day: Pick<Request<'exports.register'>, 'asOf'>, scenario: string | undefined): WantedDocument {
  if (scenario !== undefined) throw new WrongUsage('--scenario does not go with register: what the school has is the same in every scenario.');
  const format = formatOf(out, ['csv', 'xlsx']);
  return { out, fetch: (kitplan) => ask(kitplan, 'exports.register', { format, ...day }) };
}

/** @throws WrongUsage where the ending is none of those */
function formatOf<Each extends Format>(out: string, formats: readonly Each[]): Each {
  const found = formats.find((format) => out.toLowerCase().endsWith(`.${format}`));
  if (found !== undefined) return found;
  const endings = formats.map((format) => `.${format}`);
  throw new WrongUsage(`--out takes a name that ends in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}; “${out}” does not.`);
}

/** @throws WrongUsage where it is not a decision's number, written D-27 or 27 */
function decisionNumber(text: string): number {
  const read = /^(?:D-)?(\d{1,9})$/iu.exec(text.trim());
  if (read === null) throw new WrongUsage(`--decision takes the number of a decision, such as D-27; “${text}” is none.`);
  return Number(read[1]);
}

/** @throws Refused where the plan has no decision of that number */
async function decisionNumbered(kitplan: Kitplan, number: number): Promise<number> {
  const { snapshot: { analysis: { decisions } } } = await ask(kitplan, 'plan.snapshot', {});
  const found = decisions.find((decision) => decision.number === number);
  if (found === undefined) throw new Refused(`The plan has no decision D-${number}. It has ${decisions.length === 0 ? 'none' : `D-${Math.min(...decisions.map((each) => each.number))} to D-${Math.max(...decisions.map((each) => each.number))}`}.`);
  return found.id;
}
