import { FUND_RULES, shippedFund, type Fund } from '../../planning/budget/fund.ts';
import { rulesProblem } from '../../planning/budget/fund-rules.ts';
import { formatDate } from '../../planning/calendar.ts';
import type { FundExclusion, FundKind, FundUse, LeftOver } from '../../planning/vocabulary.ts';
import { foldedName } from '../../planning/words.ts';
import { readDate } from '../lib/field-text.ts';

/** A fund as it is typed in its form. */
export type FundDraft = {
  readonly kind: FundKind;
  readonly name: string;
  readonly paysFor: FundUse;
  readonly excludes: readonly FundExclusion[];
  readonly condition: string;
  readonly endsOn: string;
  readonly stopsAtAllocation: boolean;
  readonly leftOver: LeftOver;
  readonly leftOverNote: string;
  readonly shownTo: string;
};

/** The form of a fund, or of a new one, which begins with the rules that come with a grant. */
export function draftOf(fund: Fund | null): FundDraft {
  const { kind, name, endsOn, paysFor, excludes, condition, stopsAtAllocation, leftOver, leftOverNote, shownTo } = fund ?? { ...shippedFund('grant'), name: '' };
  return {
    kind, name, paysFor, excludes, stopsAtAllocation, leftOver, condition: condition ?? '', leftOverNote: leftOverNote ?? '', shownTo: shownTo ?? '',
    endsOn: endsOn === null ? '' : formatDate(endsOn),
  };
}

/** Another kind brings its own rules; the name and the end stay. */
export function withKind(draft: FundDraft, kind: FundKind): FundDraft {
  const { condition, leftOverNote, shownTo, ...rules } = FUND_RULES[kind];
  return { ...draft, ...rules, kind, condition: condition ?? '', leftOverNote: leftOverNote ?? '', shownTo: shownTo ?? '' };
}

export type FundField = 'name' | 'endsOn' | 'paysFor' | 'stopsAtAllocation' | 'excludes';
const words = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the form sends; or the field that keeps it from being sent, with the sentence that says what works. */
export function readFund(draft: FundDraft, fund: Fund | null, funds: readonly Fund[]):
  { readonly ok: true; readonly rules: Omit<Fund, 'key' | 'kind' | 'usual'> } | { readonly ok: false; readonly field: FundField; readonly message: string } {
  const { kind: _kind, name, endsOn, condition, leftOverNote, shownTo, ...rest } = draft;
  if (name.trim() === '') return { ok: false, field: 'name', message: 'What is the fund called? Write a name like Connect the classroom.' };
  const twin = funds.find((each) => each.key !== fund?.key && foldedName(each.name) === foldedName(name));
  if (twin !== undefined) return { ok: false, field: 'name', message: `There already is a fund called ${twin.name}. Give it another name.` };
  const day = readDate(endsOn);
  if (!day.ok) return { ok: false, field: 'endsOn', message: day.message };
  const rules = { ...rest, name: name.trim(), endsOn: day.value, condition: words(condition), leftOverNote: words(leftOverNote), shownTo: words(shownTo) };
  const problem = rulesProblem({ ...rules, usual: fund?.usual ?? false });
  return problem === null ? { ok: true, rules } : { ok: false, field: problem.field, message: problem.sentence };
}
