import type { Department } from '../snapshot.ts';
import { foldedName, listOf, startLower } from '../words.ts';
import type { Role } from './development-facts.ts';
import type { ConversationRole } from './vocabulary.ts';

/** Somebody as a role, perhaps of a department: who is heard, who belongs to a group. */
export type Person = { readonly kind: ConversationRole; readonly role: Role; readonly departmentId: number | null };

type Departments = readonly Pick<Department, 'id' | 'name'>[];

/** `Maths subject lead`; `SENDCo`. A role that names its department already is left as it is. */
export function personName({ role, departmentId }: Omit<Person, 'kind'>, departments: Departments): string {
  const department = departments.find(({ id }) => id === departmentId);
  if (department === undefined || foldedName(role).includes(foldedName(department.name))) return role;
  return `${department.name} ${startLower(role)}`;
}

/** `the Maths subject lead`, `the SENDCo`: in the middle of a sentence. */
export const personInText = (person: Omit<Person, 'kind'>, departments: Departments): string => `the ${startLower(personName(person, departments))}`;

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
