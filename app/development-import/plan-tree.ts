import { foldedName } from '../../planning/words.ts';
import { bareNumber, LONGEST_SHORT_NAME, numberedText, shortName } from './plan-text.ts';
import type { ProblemList } from './problem-list.ts';
import type { ReadArea, ReadObjective, ReadPriority } from './read-items.ts';

/** Where everything goes of a plan whose table names no areas. */
export const NO_AREA = 'Whole school';

/** What a row says of its place, as it stands in its cells. */
export type Said = { readonly [Field in 'area' | 'priorityNumber' | 'priority' | 'number' | 'objective']: string | null };

/** A row that heads those below it. */
export type Heading = { readonly level: 'area' | 'priority'; readonly text: string };

/** Where a row stands. */
export type Standing = { readonly area: ReadArea | null; readonly priority: ReadPriority | null; readonly objective: ReadObjective | null };

const same = (one: string | null, other: string | null): boolean => one !== null && other !== null && foldedName(one) === foldedName(other);

/** "3.2" tells an objective in the whole plan; "2" only within its priority. */
export const isWholeNumber = (number: string): boolean => number.includes('.');

/** The areas, priorities and objectives of a table, as its rows name them one after another. */
export class PlanTree {
  readonly areas: ReadArea[] = [];
  readonly priorities: ReadPriority[] = [];
  readonly objectives: ReadObjective[] = [];
  readonly #problems: ProblemList;
  #at: Standing = { area: null, priority: null, objective: null };

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  /** Goes where a row says; where it says nothing, it stays with the row above. @returns why it cannot, in words, instead. */
  stand(row: number, said: Said): Standing | string {
    if (said.area !== null && !same(said.area, this.#at.area?.name ?? null)) this.#at = { area: this.#area(said.area, row), priority: null, objective: null };
    if (said.priority !== null || said.priorityNumber !== null) this.#toPriority(said, row);
    if (said.objective === null && said.number === null) return this.#at;
    const objective = this.#objective(said, row);
    if (typeof objective === 'string') return objective;
    this.#at = { area: objective.area, priority: objective.priority, objective };
    return this.#at;
  }

  /** Goes under a heading that stands over the rows. */
  headed(row: number, { level, text }: Heading): Standing {
    if (level === 'area') this.#at = { area: this.#area(text, row), priority: null, objective: null };
    else this.#toPriority({ area: null, priorityNumber: null, priority: text, number: null, objective: null }, row);
    return this.#at;
  }

  #area(text: string, row: number): ReadArea {
    const name = text.replaceAll(/\s+/g, ' ');
    const known = this.areas.find((area) => same(area.name, name));
    if (known !== undefined) return known;
    const area = { name, row };
    this.areas.push(area);
    return area;
  }

  /** The area that rows stand in; one of its own where the table names none. */
  #areaHere(row: number): ReadArea {
    if (this.#at.area !== null) return this.#at.area;
    const area = this.#area(NO_AREA, row);
    if (area.row === row) this.#problems.ofTable(`No column says the area: everything goes under “${NO_AREA}”, which can be renamed afterwards.`, null, 'area');
    return area;
  }

  #toPriority({ priority: text, priorityNumber }: Said, row: number): void {
    const { number: before, text: rest } = numberedText((text ?? '').replaceAll(/\s+/g, ' '));
    const number = priorityNumber === null ? before : bareNumber(priorityNumber);
    const here = this.#at.priority;
    if (here !== null && (text === null ? here.number === number : same(here.name, rest) && (number === null || number === here.number))) return;
    const area = this.#areaHere(row);
    const known = this.priorities.find((each) => each.area === area && (rest === '' ? each.number === number : same(each.name, rest)));
    const taken = number !== null && this.priorities.some((each) => each.area === area && each.number === number);
    const found = known ?? { area, number: taken ? null : number, name: rest === '' ? `Priority ${number ?? ''}`.trim() : rest.slice(0, 200), rationale: null, row };
    if (known === undefined) this.priorities.push(found);
    this.#at = { area, priority: found, objective: null };
  }

  /**
   * Numbers tell the objectives of a plan apart. Where a school counts from 1 in each priority, they are made of both numbers:
   * the second of priority 3 is 3.2. Without a number of the priority they are left out, and said.
   */
  settleNumbers(): void {
    const times = new Map<string, number>();
    for (const { number } of this.objectives) if (number !== null) times.set(number, (times.get(number) ?? 0) + 1);
    const again = [...times.values()].some((count) => count > 1);
    const taken = new Set<string>();
    let without = 0;
    for (const objective of this.objectives) {
      const { number, priority } = objective;
      if (number === null) continue;
      const above = priority?.number ?? null;
      const whole = again && !isWholeNumber(number) && above !== null ? `${above}.${number}` : number;
      objective.number = taken.has(whole) ? null : whole;
      if (objective.number === null) without += 1;
      taken.add(whole);
    }
    if (without > 0) this.#problems.ofTable(`${without} ${without === 1 ? 'objective has a number that another has' : 'objectives have a number that others have'} too: ${without === 1 ? 'it comes' : 'they come'} in without it.`, null, 'number');
  }

  #objective({ number: numberText, objective: text }: Said, row: number): ReadObjective | string {
    const read = numberedText(text ?? '');
    const number = numberText === null ? read.number : bareNumber(numberText);
    const said = text === null ? null : read.text === '' ? text : read.text;
    const here = this.#at.objective;
    if (here !== null && (number === null || number === here.number) && (said === null || same(said, here.said))) return here;
    const area = this.#areaHere(row);
    const { priority } = this.#at;
    const known = this.objectives.find((each) => isKnown(each, { number, said, area, priority }));
    if (known !== undefined) {
      if (said !== null && !same(said, known.said)) {
        this.#problems.ofTable(`Rows ${known.row} and ${row} both have the number ${number ?? ''} with other words: they are taken as one objective, “${known.name}”.`, null, 'number');
      }
      return known;
    }
    if (said === null) return `objective ${number ?? ''} has a number and no words`;
    const name = shortName(said);
    const objective: ReadObjective = {
      area, priority, number, said, name, statement: name === said.replaceAll(/\s+/g, ' ') && said.length <= LONGEST_SHORT_NAME ? null : said, leadRole: null,
      criteria: [], actions: [], notes: [], row,
    };
    this.objectives.push(objective);
    return objective;
  }
}

type Asked = { readonly number: string | null; readonly said: string | null; readonly area: ReadArea; readonly priority: ReadPriority | null };

/** Whether an objective of the table is the one that a row names: by its number, else by its words in the same place. */
function isKnown(each: ReadObjective, { number, said, area, priority }: Asked): boolean {
  const inPlace = each.area === area && each.priority === priority;
  if (number !== null && each.number !== null) return number === each.number && (isWholeNumber(number) || inPlace) && (said === null || same(said, each.said) || isWholeNumber(number));
  return inPlace && said !== null && same(said, each.said);
}
