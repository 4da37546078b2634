import type { Decision } from '../../planning/analysis/facts.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { decideProblem, termsOfChoice, waitingProblem, type AskedDecision } from '../../planning/analysis/decisions/rules.ts';
import { isApproval, waitingDecision } from '../../planning/analysis/planned.ts';
import type { DecisionChoice } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatPounds } from '../../planning/money.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { readDate, readPounds, type FieldReading } from '../lib/field-text.ts';

/** What is recorded: something new, a decision that waits being made or changed, or a new one in place of one that was made. */
export type Recording = { readonly kind: 'new'; readonly needId: number | null } | { readonly kind: 'decide' | 'edit' | 'replace'; readonly id: number };

/** A decision on a need: the one that waits for it, else a new one. */
export function startFor(decisions: readonly Decision[], needId: number): Recording {
  const waiting = waitingDecision(decisions, needId);
  return waiting === null ? { kind: 'new', needId } : { kind: 'decide', id: waiting.id };
}

export type TypedTelling = { readonly id?: number; readonly role: string; readonly what: string; readonly dueOn: string; readonly toldOn: IsoDate | null; readonly how: string | null };
export type TypedOption = { readonly name: string; readonly pounds: string; readonly follows: string; readonly chosen: boolean };

/** The form as it stands, everything as it was typed. */
export type Typed = Readonly<Record<
  'needId' | 'title' | 'decider' | 'decideBy' | 'decidedOn' | 'optionId' | 'mergedIntoNeedId' | 'because' | 'ifNot' | 'conditions' | 'workaround' | 'whoNote' | 'reviewOn'
  | 'reviewQuestion' | 'pilotUntil' | 'pilotMeasure' | 'virementId', string
>> & {
  readonly waits: boolean;
  readonly choice: DecisionChoice;
  /** Said on purpose: they can do nothing meanwhile. */
  readonly noWorkaround: boolean;
  readonly tellings: readonly TypedTelling[];
  readonly weighed: readonly TypedOption[];
};

const NOTHING_TYPED: Typed = {
  needId: '', title: '', decider: '', decideBy: '', decidedOn: '', optionId: '', mergedIntoNeedId: '', because: '', ifNot: '', conditions: '', workaround: '', whoNote: '',
  reviewOn: '', reviewQuestion: '', pilotUntil: '', pilotMeasure: '', virementId: '', waits: false, choice: 'approve', noWorkaround: false, tellings: [], weighed: [],
};

const idText = (id: number | null | undefined): string => (id === null || id === undefined ? '' : String(id));
const dayText = (day: IsoDate | null): string => (day === null ? '' : formatDate(day));

/** What a need brings to its decision: its name, what is recommended and why, and whoever asked, who is to be told. */
export const fromNeed = (need: Need | undefined): Partial<Typed> => (need === undefined ? { needId: '', optionId: '' } : {
  needId: String(need.id), title: need.name, optionId: idText(need.recommendedOptionId), because: need.recommendedBecause ?? '',
  ifNot: need.recommendedIfNot ?? need.impact, tellings: [{ role: need.askedByRole, what: '', dueOn: '', toldOn: null, how: null }],
});

/** Another choice. Why an option is recommended, and what follows without it, are no reasons for refusing it: they go, and come back with it, unless they were changed. */
export function withChoice({ because, ifNot }: Pick<Typed, 'because' | 'ifNot'>, need: Need | undefined, choice: DecisionChoice): Partial<Typed> {
  const brought = fromNeed(need);
  const text = (typed: string, recommended = ''): string => {
    if (isApproval({ choice })) return typed === '' ? recommended : typed;
    return typed === recommended ? '' : typed;
  };
  return { choice, because: text(because, brought.because), ifNot: text(ifNot, brought.ifNot) };
}

export function startTyped({ analysis }: PlanSnapshot, recording: Recording, today: IsoDate): Typed {
  const fresh = { ...NOTHING_TYPED, decidedOn: formatDate(today) };
  if (recording.kind === 'new') return { ...fresh, ...fromNeed(analysis.needs.find(({ id }) => id === recording.needId)) };
  const before = analysis.decisions.find(({ id }) => id === recording.id);
  if (before === undefined) return fresh;
  const need = fromNeed(analysis.needs.find(({ id }) => id === before.needId));
  const tellings = before.tellings.map(({ id, role, what, dueOn, toldOn, how }) =>
    ({ ...recording.kind === 'replace' ? {} : { id }, role, what: what ?? '', dueOn: recording.kind === 'replace' ? '' : dayText(dueOn), toldOn: recording.kind === 'replace' ? null : toldOn, how: recording.kind === 'replace' ? null : how }));
  return {
    ...fresh, ...need, title: before.title, decider: before.decider, decideBy: dayText(before.decideBy), waits: recording.kind === 'edit',
    tellings: tellings.length > 0 ? tellings : need.tellings ?? [],
    weighed: before.weighed.map(({ name, pence, follows, chosen }) => ({ name, follows: follows ?? '', chosen, pounds: pence === null ? '' : formatPounds(pence, { symbol: false }) })),
  };
}

/** What the form says: the decision where everything can be read, and at each field what stands against it. */
export type Read = {
  readonly asked: (Omit<AskedDecision, 'weighed' | 'tellings'> & { readonly workaroundSaid: boolean }) | null;
  readonly weighed: readonly { readonly name: string; readonly pence: Pence | null; readonly follows: string | null; readonly chosen: boolean }[];
  readonly tellings: readonly { readonly id?: number; readonly role: string; readonly what: string | null; readonly dueOn: IsoDate | null; readonly toldOn: IsoDate | null; readonly how: string | null }[];
  readonly problems: Readonly<Record<string, string>>;
};

const words = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const number = (text: string): number | null => (text === '' ? null : Number(text));

/** Reads the form against the plan, by the same rules as the command that it sends. */
export function readTyped({ analysis }: PlanSnapshot, recording: Recording, typed: Typed, today: IsoDate): Read {
  const problems: Record<string, string> = {};
  const read = <Value>(field: string, reading: FieldReading<Value>): Value | null => {
    if (!reading.ok) problems[field] = reading.message;
    return reading.ok ? reading.value : null;
  };
  const day = (field: 'decideBy' | 'decidedOn' | 'reviewOn' | 'pilotUntil'): IsoDate | null => read(field, readDate(typed[field]));
  if (words(typed.title) === null) problems['title'] = 'Say what is decided, in a few words.';
  if (words(typed.decider) === null) problems['decider'] = 'Say who: a role, such as Headteacher or Finance committee.';
  const tellings = typed.tellings.filter(({ role, what }) => words(role) !== null || words(what) !== null).map(({ role, what, dueOn, ...rest }, at) => {
    if (words(role) === null) problems[`telling ${at}`] = 'Say who is told: a role.';
    return { ...rest, role: role.trim(), what: words(what), dueOn: read(`due ${at}`, readDate(dueOn)) };
  });
  const weighed = typed.weighed.filter(({ name, pounds, follows }) => words(name) !== null || words(pounds) !== null || words(follows) !== null).map(({ name, pounds, follows, chosen }, at) => {
    if (words(name) === null) problems[`option ${at}`] = 'Say what the option is.';
    return { name: name.trim(), pence: read(`pounds ${at}`, readPounds(pounds)), follows: words(follows), chosen };
  });
  const [decideBy, decidedOn, reviewOn, pilotUntil] = [day('decideBy'), day('decidedOn'), day('reviewOn'), day('pilotUntil')];
  const id = recording.kind === 'decide' || recording.kind === 'edit' ? recording.id : null;
  const asked = termsOfChoice({
    id, title: typed.title.trim(), needId: number(typed.needId), choice: typed.waits ? null : typed.choice, optionId: number(typed.optionId),
    mergedIntoNeedId: number(typed.mergedIntoNeedId), decider: typed.decider.trim(), decideBy, decidedOn: typed.waits ? null : decidedOn, because: words(typed.because),
    ifNot: words(typed.ifNot), conditions: words(typed.conditions), workaround: typed.noWorkaround ? null : words(typed.workaround), whoNote: words(typed.whoNote), reviewOn,
    reviewQuestion: words(typed.reviewQuestion), reviewedOn: null, outcome: null, pilotUntil, pilotMeasure: words(typed.pilotMeasure), virementId: number(typed.virementId),
    replacesId: recording.kind === 'replace' ? recording.id : null,
  });
  const workaroundSaid = typed.noWorkaround || asked.workaround !== null;
  const lists = { ...asked, weighed, tellings };
  const stands = typed.waits ? waitingProblem(lists, analysis, today) : decideProblem({ ...lists, saysWorkaround: workaroundSaid }, analysis, today);
  if (stands !== null) problems[stands.field] ??= stands.text;
  return { asked: Object.keys(problems).length === 0 ? { ...asked, workaroundSaid } : null, weighed, tellings, problems };
}
