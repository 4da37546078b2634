import type { Request } from '../../app/contract/contract.ts';
import type { AnalysisFacts } from '../../planning/analysis/facts.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { nameFromStatement } from '../../planning/analysis/needs/starting.ts';
import { EVIDENCE_KINDS, LINK_STRENGTHS, MOSCOW, NEED_REASONS, type EvidenceKind, type LinkStrength, type Moscow, type NeedReason } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { PageParams } from '../lib/navigation.tsx';
import { readDate, type FieldReading } from '../lib/field-text.ts';

/** A piece of evidence as it is typed. */
export type TypedEvidence = { readonly kind: EvidenceKind; readonly text: string; readonly categoryKey: string; readonly locationId: string; readonly departmentId: string };

/** A need as it stands in its form: texts, and what it is tied to. */
export type TypedNeed = Readonly<Record<
  'name' | 'statement' | 'askedByRole' | 'askedOn' | 'departmentId' | 'pupils' | 'neededBy' | 'impact' | 'needsSystem' | 'needsMemoryGb' | 'leastMemoryGb' | 'needsCores' | 'leastCores' | 'needsStorageGb',
  string
>> & {
  readonly needReason: NeedReason;
  readonly moscow: Moscow;
  readonly standardId: number | null;
  readonly links: ReadonlyMap<number, LinkStrength>;
  readonly evidence: readonly TypedEvidence[];
};

export type NeedField = keyof TypedNeed;
type Origin = NonNullable<PageParams['needs']['add']>;

const numberText = (value: number | null): string => (value === null ? '' : String(value));
const dayText = (day: IsoDate | null): string => (day === null ? '' : formatDate(day));

export const BLANK_EVIDENCE: TypedEvidence = { kind: 'words', text: '', categoryKey: '', locationId: '', departmentId: '' };

/** A need as its form begins with it. */
export const typedFromNeed = (need: Need): TypedNeed => ({
  name: need.name, statement: need.statement, askedByRole: need.askedByRole, askedOn: formatDate(need.askedOn), departmentId: numberText(need.departmentId),
  pupils: numberText(need.pupils), neededBy: dayText(need.neededBy), impact: need.impact, needsSystem: need.needsSystem ?? '', needsMemoryGb: numberText(need.needsMemoryGb),
  leastMemoryGb: numberText(need.leastMemoryGb), needsCores: numberText(need.needsCores), leastCores: numberText(need.leastCores), needsStorageGb: numberText(need.needsStorageGb),
  needReason: need.reason, moscow: need.moscow, standardId: need.standardId, links: new Map(need.links.map(({ objectiveId, strength }) => [objectiveId, strength])),
  evidence: need.evidence.map(({ kind, text, categoryKey, locationId, departmentId }) =>
    ({ kind, text: text ?? '', categoryKey: categoryKey ?? '', locationId: numberText(locationId), departmentId: numberText(departmentId) })),
});

/** A new need, with what is known of where it grew out of: an objective, a note, the gap of a standard, an idea. */
export function typedFromOrigin(analysis: AnalysisFacts, { objectiveId, noteId, standardId, ideaId }: Origin, today: IsoDate): TypedNeed {
  const talk = analysis.conversations.find(({ notes }) => notes.some(({ id }) => id === noteId));
  const note = talk?.notes.find(({ id }) => id === noteId);
  const standard = analysis.standards.find(({ id }) => id === standardId);
  const group = analysis.groups.find(({ ideas }) => ideas.some(({ id }) => id === ideaId));
  const idea = group?.ideas.find(({ id }) => id === ideaId);
  const objective = analysis.objectives.find(({ id, state }) => id === objectiveId && state === 'open');
  return {
    name: standard === undefined ? '' : `Meet ${standard.ref}: ${standard.standard}`.slice(0, 200), statement: note?.text ?? idea?.text ?? standard?.requirement ?? '',
    askedByRole: talk?.role ?? group?.name ?? standard?.ownerRole ?? objective?.leadRole ?? '', askedOn: formatDate(talk?.heldOn ?? idea?.raisedOn ?? today),
    departmentId: numberText(talk?.departmentId ?? null), pupils: '', neededBy: '', impact: '', needsSystem: '', needsMemoryGb: '', leastMemoryGb: '', needsCores: '', leastCores: '', needsStorageGb: '',
    needReason: standard !== undefined ? 'standard_gap' : idea !== undefined ? 'innovation' : 'curriculum', moscow: 'should', standardId: standard?.id ?? null,
    links: new Map(objective === undefined ? [] : [[objective.id, 'essential']]), evidence: [],
  };
}

export const isReason = (text: string): NeedReason => NEED_REASONS.find((each) => each === text) ?? 'curriculum';
export const isMoscow = (text: string): Moscow => MOSCOW.find((each) => each === text) ?? 'should';
export const isStrength = (text: string): LinkStrength | null => LINK_STRENGTHS.find((each) => each === text) ?? null;
export const isEvidence = (text: string): EvidenceKind => EVIDENCE_KINDS.find((each) => each === text) ?? 'words';

/** Reads a whole number between two bounds; empty is not known. */
export function readCount(text: string, least: number, most: number): FieldReading<number> {
  const typed = text.trim().replaceAll(',', '');
  if (typed === '') return { ok: true, value: null };
  if (!/^\d{1,7}$/u.test(typed)) return { ok: false, message: `“${text.trim()}” cannot be read as a whole number. Write it like 16.` };
  const value = Number(typed);
  return value < least || value > most ? { ok: false, message: `A number from ${least} to ${most.toLocaleString('en-GB')} works here.` } : { ok: true, value };
}

/** What the form’s fields say, as `need.add` and `need.edit` take it. */
export type ReadNeed = Omit<Request<'need.add'>, 'reason' | 'role' | 'plan' | 'options' | 'software' | 'fromNoteId' | 'fromIdeaId' | 'recommendedBecause' | 'recommendedIfNot'>;
export type NeedReading = { readonly fields: ReadNeed | null; readonly problems: Partial<Record<NeedField, string>> };

const MISSING: Partial<Record<NeedField, string>> = {
  statement: 'Say what people need to be able to do.', askedByRole: 'Say who asked for it, as a role: Music subject lead.',
  impact: 'Say what follows if it is not met: a need without that cannot be weighed.',
};

/** Reads the form; what cannot be read, or is missing, is said at its field. */
export function readNeed(typed: TypedNeed, today: IsoDate): NeedReading {
  const problems: Partial<Record<NeedField, string>> = {};
  for (const [key, sentence] of Object.entries(MISSING) as [keyof typeof MISSING & 'impact', string][]) if (typed[key].trim() === '') problems[key] = sentence;
  const read = <Value>(key: NeedField, reading: FieldReading<Value>): Value | null => {
    if (reading.ok) return reading.value;
    problems[key] = reading.message;
    return null;
  };
  const amounts = {
    pupils: read('pupils', readCount(typed.pupils, 0, 20_000)), needsMemoryGb: read('needsMemoryGb', readCount(typed.needsMemoryGb, 1, 1_000_000)),
    leastMemoryGb: read('leastMemoryGb', readCount(typed.leastMemoryGb, 1, 1_000_000)), needsCores: read('needsCores', readCount(typed.needsCores, 1, 1_000)),
    leastCores: read('leastCores', readCount(typed.leastCores, 1, 1_000)), needsStorageGb: read('needsStorageGb', readCount(typed.needsStorageGb, 1, 1_000_000)),
  };
  if ((amounts.leastMemoryGb ?? 0) > (amounts.needsMemoryGb ?? Infinity)) problems.leastMemoryGb = 'The least to run slowly cannot be more than what it runs well on.';
  if ((amounts.leastCores ?? 0) > (amounts.needsCores ?? Infinity)) problems.leastCores = 'The least to run slowly cannot be more than what it runs well on.';
  const [askedOn, neededBy] = [read('askedOn', readDate(typed.askedOn)), read('neededBy', readDate(typed.neededBy))];
  if (Object.keys(problems).length > 0) return { fields: null, problems };
  const statement = typed.statement.trim();
  return {
    problems,
    fields: {
      ...amounts, name: typed.name.trim() || nameFromStatement(statement), statement, askedByRole: typed.askedByRole.trim(), askedOn: askedOn ?? today, neededBy,
      departmentId: typed.departmentId === '' ? null : Number(typed.departmentId), needReason: typed.needReason, impact: typed.impact.trim(), moscow: typed.moscow,
      standardId: typed.standardId, needsSystem: typed.needsSystem.trim() || null, links: [...typed.links].map(([objectiveId, strength]) => ({ objectiveId, strength })),
      evidence: typed.evidence.filter(({ kind, text }) => kind !== 'words' || text.trim() !== '').map(({ kind, text, categoryKey, locationId, departmentId }) => ({
        kind, text: text.trim() || null, categoryKey: categoryKey || null, locationId: locationId === '' ? null : Number(locationId), departmentId: departmentId === '' ? null : Number(departmentId),
      })),
    },
  };
}
