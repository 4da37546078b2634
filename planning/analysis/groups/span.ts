import { formatCount } from '../../money.ts';
import type { WhyStep } from '../../result.ts';
import { say, strong, type Sentence } from '../../sentences/say.ts';
import type { Department, PlanSnapshot } from '../../snapshot.ts';
import { compareNames, inWords, listOf, startLower, startUpper } from '../../words.ts';
import type { GroupMember, PeopleGroup } from '../facts.ts';
import { CONVERSATION_ROLES, CONVERSATION_ROLE_WORDS, type ConversationRole } from '../vocabulary.ts';

/** How many of a group's members come from one department, or are one kind of person. */
export type Spanned<Key> = { readonly key: Key; readonly name: string; readonly members: readonly GroupMember[] };

/** How well groups span the school: which departments and which kinds of people are in, and which are not. */
export type GroupSpan = {
  readonly members: number;
  /** By name. Departments that teach pupils; all where nobody has said whom they teach. One that has a member is always there. */
  readonly departments: readonly Spanned<number>[];
  /** In the order of the guide; "somebody else" only where a member is. */
  readonly kinds: readonly Spanned<ConversationRole>[];
};

/** Offices and the library teach nobody: with pupils written down for some, those are the departments a group should span. */
const isExpected = ({ pupils }: Department, anyTaught: boolean): boolean => !anyTaught || (pupils !== null && pupils > 0);

/** The span of one group, or of all together. */
export function spanOfGroups(groups: readonly Pick<PeopleGroup, 'members'>[], departments: readonly Department[]): GroupSpan {
  const members = groups.flatMap((group) => group.members);
  const taught = departments.some(({ pupils }) => pupils !== null && pupils > 0);
  const from = (id: number): readonly GroupMember[] => members.filter(({ departmentId }) => departmentId === id);
  return {
    members: members.length,
    departments: departments.filter((each) => isExpected(each, taught) || from(each.id).length > 0)
      .toSorted((a, b) => compareNames(a.name, b.name)).map(({ id, name }) => ({ key: id, name, members: from(id) })),
    kinds: CONVERSATION_ROLES.map((kind) => ({ key: kind, name: CONVERSATION_ROLE_WORDS[kind], members: members.filter((member) => member.kind === kind) }))
      .filter(({ key, members: own }) => key !== 'other' || own.length > 0),
  };
}

/** As many as a sentence names before it counts the rest. */
const NAMED_AT_MOST = 3;

const missingWords = (missing: readonly string[]): string => {
  const named = missing.length <= NAMED_AT_MOST ? missing : missing.slice(0, NAMED_AT_MOST - 1);
  return listOf([...named, ...(named.length === missing.length ? [] : [`${inWords(missing.length - named.length)} more`])]);
};

const without = <Key>(spanned: readonly Spanned<Key>[]): readonly Spanned<Key>[] => spanned.filter(({ members }) => members.length === 0);

/** `Its nine members come from five of nine departments; Art, Music and two more have nobody in it.` */
export function spanSentence({ members, departments, kinds }: GroupSpan): Sentence {
  if (members === 0) return say('It has no members yet, so nobody can say how well it spans the school.');
  const who = members === 1 ? 'Its one member comes' : `Its ${inWords(members)} members come`;
  const lacking = without(departments);
  const inIt = departments.length - lacking.length;
  const first = departments.length === 0 ? `${who} from no department that the plan knows`
    : inIt === 0 ? `${who} from none of the ${inWords(departments.length)} departments`
      : lacking.length === 0 ? `${who} from all of the ${inWords(departments.length)} departments`
        : `${who} from ${inWords(inIt)} of ${inWords(departments.length)} departments`;
  const gap = lacking.length === 0 || inIt === 0 ? '' : `; ${missingWords(lacking.map(({ name }) => name))} ${lacking.length === 1 ? 'has' : 'have'} nobody in it`;
  const people = kinds.length - without(kinds).length;
  const unheard = without(kinds).filter(({ key }) => ALWAYS_ASKED.has(key)).map(({ name }) => startLower(name));
  const missing = unheard.length === 0 ? '' : ` Nobody in it speaks for ${listOf(unheard)}.`;
  return say(strong(first), `${gap}. `, `${startUpper(inWords(people))} of ${formatCount(kinds.length)} kinds of people ${people === 1 ? 'is' : 'are'} in it.`, missing);
}

/** The two kinds of people whom schools forget to ask most easily. */
const ALWAYS_ASKED: ReadonlySet<ConversationRole> = new Set(['pupils', 'parents']);

/** What the span counts, and what it leaves out. */
export function explainSpan({ departments }: Pick<PlanSnapshot, 'departments'>, span: GroupSpan): readonly WhyStep[] {
  const taught = departments.filter(({ pupils }) => pupils !== null && pupils > 0).length;
  return [
    { text: `${formatCount(span.members)} member${span.members === 1 ? '' : 's'}: each counts for its department and for its kind of person.` },
    { text: taught === 0 ? `All ${formatCount(departments.length)} departments of the plan are counted, since pupils are written down for none.`
      : `The ${formatCount(taught)} departments with pupils are counted. Others are counted where somebody of them is a member.` },
    { text: 'A member without a department, such as pupils or parents, counts for a kind of person alone.' },
  ];
}
