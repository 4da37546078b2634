import type { Department, PlanSnapshot } from '../../snapshot.ts';
import { compareNames, foldedName } from '../../words.ts';
import type { AnalysisFacts, Conversation, RoundPerson } from '../facts.ts';
import type { Person } from '../people-words.ts';
import { schoolYearOf } from '../school-year.ts';
import { CONVERSATION_ROLES, CONVERSATION_ROLE_WORDS, type ConversationRole } from '../vocabulary.ts';
import type { IsoDate } from '../../vocabulary.ts';

/*
 * A round: who is to be heard in a school year. Somebody has been heard once a conversation of that year is with the same
 * role, and with the same department where the round names one.
 */

/** Where a year's round can come from: last year's, or a lead for each department and the roles that most schools have. */
export const ROUND_SOURCES = ['last_year', 'departments'] as const;
export type RoundSource = (typeof ROUND_SOURCES)[number];

/** Whether two are the same person: one role of one department. Capitals and spaces make no other role. */
const isSame = (one: Person, other: Person): boolean =>
  foldedName(one.role) === foldedName(other.role) && one.departmentId === other.departmentId;

/** Whether a conversation is with that person; one who is named without a department speaks for the whole school. */
export const isWith = (conversation: Omit<Person, 'kind'>, person: Omit<Person, 'kind'>): boolean =>
  foldedName(conversation.role) === foldedName(person.role) && (person.departmentId === null || person.departmentId === conversation.departmentId);

export type HeardPerson = RoundPerson & {
  /** The conversations of the year with them, the latest first. */
  readonly conversations: readonly Conversation[];
};

/** A year's round with who has been heard up to a day: those who have not stand first, each lot in the order of the guide. */
export function roundOf({ round, conversations }: Pick<AnalysisFacts, 'round' | 'conversations'>, year: number, asOf: IsoDate): HeardPerson[] {
  const held = conversations.filter(({ heldOn }) => schoolYearOf(heldOn) === year && heldOn <= asOf).toReversed();
  return round.filter((person) => person.year === year)
    .map((person) => ({ ...person, conversations: held.filter((conversation) => isWith(conversation, person)) }))
    .toSorted((a, b) => Number(a.conversations.length > 0) - Number(b.conversations.length > 0) || byKind(a.kind, b.kind) || compareNames(a.role, b.role) || a.id - b.id);
}

const byKind = (a: ConversationRole, b: ConversationRole): number => CONVERSATION_ROLES.indexOf(a) - CONVERSATION_ROLES.indexOf(b);

/** The years that have a round or a conversation, and the one of the day, the latest first. */
export function roundYears({ round, conversations }: Pick<AnalysisFacts, 'round' | 'conversations'>, asOf: IsoDate): number[] {
  const years = new Set([schoolYearOf(asOf), ...round.map(({ year }) => year), ...conversations.map(({ heldOn }) => schoolYearOf(heldOn))]);
  return [...years].toSorted((a, b) => b - a);
}

/** A subject lead has a department; whom "somebody else" is nobody can know. */
const NOT_USUAL: ReadonlySet<ConversationRole> = new Set(['subject_lead', 'other']);

/** Offices and the library have nobody to teach: with pupils written down for some departments, those are the subjects. */
function subjectsOf(departments: readonly Department[]): readonly Department[] {
  const teaching = departments.filter(({ pupils }) => pupils !== null && pupils > 0);
  return (teaching.length > 0 ? teaching : departments).toSorted((a, b) => compareNames(a.name, b.name));
}

/** Whom one press adds to a year's round; nobody who is in it already. */
export function proposedRound({ analysis, departments }: Pick<PlanSnapshot, 'analysis' | 'departments'>, year: number, from: RoundSource): Person[] {
  const people: readonly Person[] = from === 'last_year'
    ? analysis.round.filter((person) => person.year === year - 1).map(({ kind, role, departmentId }) => ({ kind, role, departmentId }))
    : [
      ...subjectsOf(departments).map(({ id }): Person => ({ kind: 'subject_lead', role: CONVERSATION_ROLE_WORDS.subject_lead, departmentId: id })),
      ...CONVERSATION_ROLES.filter((kind) => !NOT_USUAL.has(kind)).map((kind): Person => ({ kind, role: CONVERSATION_ROLE_WORDS[kind], departmentId: null })),
    ];
  const there = analysis.round.filter((person) => person.year === year);
  return people.filter((person) => !there.some((each) => isSame(each, person)));
}

/** Somebody in a year's round already who is the same; null where there is nobody. */
export const sameInRound = ({ round }: Pick<AnalysisFacts, 'round'>, person: Person & { readonly year: number }, exceptId: number | null): RoundPerson | null =>
  round.find((each) => each.id !== exceptId && each.year === person.year && isSame(each, person)) ?? null;
