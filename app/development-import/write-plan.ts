import type { Writer } from '../../db/connection.ts';
import {
  insertAction, insertArea, insertCriterion, insertObjective, insertPlan, insertPriority, setProgress, updateAction, updateObjective,
} from '../../db/repositories/development.ts';
import type { DevelopmentPlan } from '../../planning/analysis/development-facts.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { MatchedObjective, PlanMatch } from './match-plan.ts';
import type { ReadArea, ReadPriority, ReadRow } from './read-items.ts';

export type PlanMeant = Pick<DevelopmentPlan, 'name' | 'startsOn' | 'endsOn'> & { readonly id: number | null };

/** Writes what a table adds. Areas and priorities are made when something first stands in them, or a row names them alone. */
class PlanWriting {
  readonly #writer: Writer;
  readonly #match: PlanMatch;
  readonly #planId: number;
  readonly #areas = new Map<ReadArea, number>();
  readonly #priorities = new Map<ReadPriority, number>();

  constructor(writer: Writer, match: PlanMatch, planId: number) {
    this.#writer = writer;
    this.#match = match;
    this.#planId = planId;
  }

  area(read: ReadArea): number {
    const id = this.#match.areas.get(read)?.id ?? this.#areas.get(read) ?? insertArea(this.#writer, this.#planId, read.name);
    this.#areas.set(read, id);
    return id;
  }

  priority(read: ReadPriority): number {
    const { number, name, rationale } = read;
    const id = this.#match.priorities.get(read)?.id ?? this.#priorities.get(read)
      ?? insertPriority(this.#writer, { areaId: this.area(read.area), number, name, rationale, ownerRole: null });
    this.#priorities.set(read, id);
    return id;
  }

  objective({ read, there, number, fills, criteria, actions, notes }: MatchedObjective, asOf: IsoDate): void {
    const { name, statement, leadRole } = read;
    const priorityId = there === null && read.priority !== null ? this.priority(read.priority) : null;
    const id = there?.id ?? insertObjective(this.#writer, { areaId: this.area(read.area), priorityId, number, name, statement, leadRole });
    if (there !== null) updateObjective(this.#writer, id, fills);
    for (const criterion of criteria) {
      if (criterion.there === null) insertCriterion(this.#writer, id, { text: criterion.read.text, status: criterion.read.status ?? 'not_started' });
    }
    for (const action of actions) {
      const { row: _row, ...fields } = action.read;
      if (action.there === null) insertAction(this.#writer, id, fields);
      else updateAction(this.#writer, action.there.id, action.fills);
    }
    for (const note of notes) {
      const { year, term, text } = note.read;
      if (note.there === null) setProgress(this.#writer, id, { year, term, text, writtenOn: asOf, role: null });
    }
  }
}

/** Writes all of it in the order of the table. @returns the plan that it went into. */
export function writePlan(writer: Writer, meant: PlanMeant, match: PlanMatch, rows: readonly ReadRow[], asOf: IsoDate): number {
  const { id, name, startsOn, endsOn } = meant;
  const planId = id ?? insertPlan(writer, { name, startsOn, endsOn, ownerRole: null, areaHeading: 'Area', priorityHeading: 'Priority', objectiveHeading: 'Objective' });
  const writing = new PlanWriting(writer, match, planId);
  const done = new Set<MatchedObjective>();
  for (const { area, priority, objective, refused } of rows) {
    if (refused !== null) continue;
    const matched = objective === null ? undefined : match.objectives.get(objective);
    if (matched === undefined) {
      if (priority !== null) writing.priority(priority);
      else if (area !== null) writing.area(area);
    } else if (!done.has(matched)) writing.objective(matched, asOf);
    if (matched !== undefined) done.add(matched);
  }
  return planId;
}
