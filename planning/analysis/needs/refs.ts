import type { Objective } from '../development-facts.ts';
import type { Decision } from '../facts.ts';
import type { Need } from '../need-facts.ts';

/** A number as it follows a letter: two figures at least, so that the first ninety-nine stand under each other. */
const numbered = (letter: string, number: number): string => `${letter}-${String(number).padStart(2, '0')}`;

/** What people call a need: "N-01". */
export const needRef = (number: number): string => numbered('N', number);

/** A need with its name: "N-01 Music Technology suite". */
export const needTitle = ({ number, name }: Pick<Need, 'number' | 'name'>): string => `${needRef(number)} ${name}`;

/** What people call a decision: "D-27". */
export const decisionRef = (number: number): string => numbered('D', number);

/** A decision with what it is about: "D-27 Music Technology suite". */
export const decisionTitle = ({ number, title }: Pick<Decision, 'number' | 'title'>): string => `${decisionRef(number)} ${title}`;

/** What people call an objective: "3.2 Attendance", or its name alone where the school does not number them. */
export const objectiveTitle = ({ number, name }: Pick<Objective, 'number' | 'name'>): string => (number === null ? name : `${number} ${name}`);

/** The letter of an option by its place in the list: A to Z, then AA. */
export const optionLetter = (index: number): string =>
  (index < 26 ? String.fromCharCode(65 + index) : `${optionLetter(Math.floor(index / 26) - 1)}${optionLetter(index % 26)}`);
