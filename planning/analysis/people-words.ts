import type { Department } from '../snapshot.ts';
import { foldedName, listOf, startLower } from '../words.ts';
import type { Role } from './development-facts.ts';
import type { ConversationRole } from './vocabulary.ts';

/** Somebody as a role, perhaps of a department: who is heard, who belongs to a group. */
export type Person = { readonly kind: ConversationRole; readonly role: Role; readonly departmentId: number | null };

type Departments = readonly Pick<Department, 'id' | 'name'>[];

/** The department that stands before a role; null where there is none, or the role names it already. */
function departmentBefore({ role, departmentId }: Omit<Person, 'kind'>, departments: Departments): string | null {
  const department = departments.find(({ id }) => id === departmentId);
  return department === undefined || foldedName(role).includes(foldedName(department.name)) ? null : department.name;
}

/** `Maths subject lead`; `SENDCo`. A role that names its department already is left as it is. */
export function personName(person: Omit<Person, 'kind'>, departments: Departments): string {
  const before = departmentBefore(person, departments);
  return before === null ? person.role : `${before} ${startLower(person.role)}`;
}

/** `the Maths subject lead`, `the exams officer`: in the middle of a sentence. A department keeps its capital. */
export function personInText(person: Omit<Person, 'kind'>, departments: Departments): string {
  // A role typed with its article has it already.
  const name = personName(person, departments).replace(/^the /iu, '');
  const begins = departments.some((department) => foldedName(name).startsWith(foldedName(department.name)));
  return `the ${begins ? name : startLower(name)}`;
}

/** Several people at once: "have" rather than "has". */
const isSeveral = ({ kind }: Person): boolean => kind === 'pupils' || kind === 'parents';

/** As many as a sentence names before it counts the rest. */
const NAMED_AT_MOST = 3;

/**
 * `the SENDCo`, `the SENDCo and the exams officer`, `the SENDCo, the nurse and 4 others`, with the verb that goes with them.
 * Empty for nobody.
 */
export function peopleWords(people: readonly Person[], departments: Departments): { readonly who: string; readonly has: 'has' | 'have' } {
  const named = people.length <= NAMED_AT_MOST ? people : people.slice(0, NAMED_AT_MOST - 1);
  const others = people.length - named.length;
  const names = named.map((person) => personInText(person, departments));
  const [only] = people;
  return {
    who: listOf([...names, ...(others === 0 ? [] : [`${others} others`])]),
    has: people.length === 1 && only !== undefined && !isSeveral(only) ? 'has' : 'have',
  };
}
